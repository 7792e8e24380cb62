"""Every picture of the product, to look at: `make pictures` leaves them in pictures/.

    python -m tests.pictures [--readme]

Windows one by one with made-up contents (pictures/ui, pictures/player), every
movement as the `render` command draws it (pictures/movements), and the running
product in an X session (pictures/session). With `--readme` the pictures that the
README shows are taken too, and replace those in docs/pictures.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.session.harness import missing
from tests.session.tour import Tour

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "pictures"
README = ROOT / "docs" / "pictures"
PROGRAMS = ("tests/ui/pictures.py", "tests/ui/player/player_pictures.py")
LARGEST_BYTES = 200_000


def main(*words: str) -> int:
    """Make them all; 1 if something is not installed or a program fails."""
    if absent := missing():
        print(f"Not installed: {', '.join(absent)}.")
        return 1
    for program in PROGRAMS:
        subprocess.run([sys.executable, program], cwd=ROOT, check=True)
    for theme in ("light", "dark"):
        render = (sys.executable, "-m", "deskstretch", "render", "--all", "--sheet")
        out = str(PICTURES / "movements" / theme)
        subprocess.run([*render, "--theme", theme, "--out", out], cwd=ROOT, check=True)
    _session(PICTURES / "session")
    if "--readme" in words:
        _readme()
    print(f"The pictures are in {PICTURES}.")
    return 0


def _session(folder: Path) -> None:
    with Tour() as tour:
        _keep(tour.card(), folder)
        _keep(tour.settings(), folder)
        _keep(tour.small_window(), folder)
        for slug in ("kneeling-hip-flexor", "lat-stretch"):
            _keep(tour.player(slug), folder / slug)
            tour.again()
    with Tour("trayer") as tour:
        _keep(tour.menu(), folder)


def _keep(pictures, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures:
        assert picture.save(str(folder / f"{name}.png"))


def _readme() -> None:
    session = PICTURES / "session"
    for name, place in {
        "card-light": session,
        "settings-light": session,
        "menu-light": session,
        "player-light": session / "kneeling-hip-flexor",
        "player-dark": session / "lat-stretch",
    }.items():
        picture = QImage(str(place / f"{name}.png"))
        small = picture.convertToFormat(QImage.Format.Format_RGB888)
        file = README / f"{name}.png"
        assert small.save(str(file), "PNG", 0)  # 0: pressed hardest, nothing lost
        assert file.stat().st_size < LARGEST_BYTES, f"{file} is too large"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
