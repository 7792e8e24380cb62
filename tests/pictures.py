"""Every picture of the product, to look at: `make pictures` leaves them in pictures/.

    python -m tests.pictures [--readme] [--sheets]

Contact sheets of every movement, as the `render` command draws them, in both themes
(pictures/movements, and smaller in docs/pictures/movements); windows one by one with
made-up contents (pictures/ui, pictures/player); and the running product in an X
session (pictures/session). With `--readme` the pictures that the README shows are
taken too, and replace those in docs/pictures. `--sheets` makes the contact sheets
alone; they need no X server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

from PySide6.QtGui import QImage

from tests.session.harness import missing
from tests.session.tour import Tour

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "pictures"
README = ROOT / "docs" / "pictures"
SHEETS = README / "movements"
PROGRAMS = (
    "tests/ui/pictures.py",
    "tests/ui/player/player_pictures.py",
    "tests/ui/checker/checker_pictures.py",
)
LARGEST_BYTES = 200_000
SHEETS_BYTES = 2_600_000
SHEET_QUALITY = 72


def main(*words: str) -> int:
    """Make them all; 1 if something is not installed or a program fails."""
    contact_sheets()
    if "--sheets" in words:
        return 0
    if absent := missing():
        print(f"Not installed: {', '.join(absent)}.")
        return 1
    for program in PROGRAMS:
        subprocess.run([sys.executable, program], cwd=ROOT, check=True)
    _session(PICTURES / "session")
    if "--readme" in words:
        _readme()
    print(f"The pictures are in {PICTURES}.")
    return 0


def contact_sheets() -> None:
    """Draw all movements, and keep the sheets in the documents, pressed small."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    render = (sys.executable, "-m", "deskstretch", "render", "--all", "--sheet")
    for theme in ("light", "dark"):
        drawn = PICTURES / "movements" / theme
        shutil.rmtree(drawn, ignore_errors=True)
        words = ("--theme", theme, "--out", str(drawn))
        subprocess.run([*render, *words], cwd=ROOT, check=True, stdout=PIPE)
        kept = SHEETS / theme
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        for file in sorted(drawn.iterdir()):
            small = kept / f"{file.stem}.webp"
            assert QImage(str(file)).save(str(small), "WEBP", SHEET_QUALITY)
    taken = sum(file.stat().st_size for file in SHEETS.rglob("*.webp"))
    assert taken < SHEETS_BYTES, f"{SHEETS} takes {taken} bytes"
    _list_sheets()


def _list_sheets() -> None:
    """Write the page that shows the sheets where the documents are read."""
    lines = ["# The movements", "", "Made by `make pictures`. All of them, light:", ""]
    names = [file.stem for file in sorted((SHEETS / "light").iterdir())]
    pages = [name for name in names if name.startswith("_")]
    lines += [f"![All movements, page {page[5:]}](light/{page}.webp)" for page in pages]
    lines += ["", "One by one:", ""]
    lines += [
        f"- {name}: [light](light/{name}.webp), [dark](dark/{name}.webp)"
        for name in names
        if name not in pages
    ]
    (SHEETS / "README.md").write_text("\n".join([*lines, ""]), "utf-8")


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
