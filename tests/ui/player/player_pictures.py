"""Draws the player's pages to pictures/player/, for looking at.

python tests/ui/player/player_pictures.py
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
os.environ.setdefault(
    "FONTCONFIG_FILE", str(Path(__file__).resolve().parents[1] / "fonts.conf")
)
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from performers import HandClock
from PySide6.QtWidgets import QApplication
from shipped import shipped_icons, shipped_tokens

from deskstretch.body.motion import Motion
from deskstretch.coaching.layout import lay_out
from deskstretch.movements.catalogue import load
from deskstretch.ui.look import Choice, Look
from deskstretch.ui.player.opening import Act, Opening
from deskstretch.ui.player.window import PlayerWindow
from deskstretch.ui.safety.windows import CheckWindow, StopSignsWindow
from deskstretch.words import words

ROOT = Path(__file__).resolve().parents[3]
OUT = ROOT / "pictures" / "player"
SHEETS = {
    "light": (Choice("light"), (1120, 740)),
    "dark": (Choice("dark"), (1120, 740)),
    "small-light": (Choice("light"), (720, 540)),
    "small-150-dark": (Choice("dark", text_scale=1.5), (720, 540)),
    "wide-125-light": (Choice("light", text_scale=1.25), (1280, 900)),
}


class Photographer:
    """Opens the player in one look and size, and keeps what it shows."""

    def __init__(self, look: Look, sheet: str, size: tuple[int, int]) -> None:
        files = {path.name: path.read_bytes() for path in _movements()}
        self._catalogue = load(files)
        self._look = look
        self.sheet = sheet
        self._size = size

    def open(self, slug: str, after: float = 0.0, **options) -> PlayerWindow:
        movement, dose = self._catalogue.find(slug)
        clock = HandClock()
        window = PlayerWindow(
            self._look,
            Opening(
                acts={
                    movement.slug: Act(movement, options.pop("warning_needed", False))
                },
                timeline=lay_out(movement, dose),
                motions=lambda _slug, side, range_: Motion(
                    movement.choreography, dose.seconds, side or "right", range_
                ),
                now=clock,
                **options,
            ),
        )
        window.clock = clock
        window.resize(*self._size)
        window.show()
        clock.pass_(after)
        window.performance.show_now()
        return window

    def take(self, window, name: str) -> None:
        for _ in range(5):
            QApplication.processEvents()
        if isinstance(window, PlayerWindow):
            window.page.cue.stand_still()
            window.page.steps.stand_still()
        window.grab().save(str(OUT / f"{name}-{self.sheet}.png"))
        window.hide()


def _movements():
    return sorted((ROOT / "assets" / "movements").glob("*.toml"))


def before_and_after(photo: Photographer) -> None:
    hip = "kneeling-hip-flexor"
    photo.take(photo.open(hip, notice_needed=True), "notice")
    window = photo.open(hip, notice_needed=True)
    window.current.some.click()
    photo.take(window, "red-flag")
    photo.take(photo.open(hip, warning_needed=True), "first-time")
    fact = words("3 active days this week. Your goal is 3 to 5.")
    photo.take(photo.open(hip, 126, finish_fact=lambda _: fact), "finish")
    reason = words("One or more of the red flags apply.")
    photo.take(photo.open(hip, blocked=reason, can_clear=True), "blocked")


def under_way(photo: Photographer) -> None:
    hip = "kneeling-hip-flexor"
    photo.take(photo.open(hip, 2), "pre-roll")
    photo.take(photo.open(hip, 32.6), "hip-flexor")
    photo.take(photo.open(hip, 68), "change")
    photo.take(photo.open("lat-stretch", 19.5), "lat-stretch")
    photo.take(photo.open("standing-hip-flexor", 20.5), "standing")
    window = photo.open(hip, 32.6)
    window.performance.pause()
    window.clock.pass_(1)
    window.performance.show_now()
    window.page.show_tip("caution")
    photo.take(window, "paused-caution")


def floor_view(photo: Photographer) -> None:
    """Take the floor view at the sizes people have; the sheet names the look."""
    for slug, after in (("kneeling-hip-flexor", 32.6), ("cat-cow", 20.6)):
        for width, height in ((1120, 740), (1366, 768), (1920, 1080)):
            window = photo.open(slug, after)
            window.floor.enter()
            page = window.floor.page
            page.setParent(None)  # the window has the size of a screen there is not
            page.resize(width, height)
            page.show()
            window.performance.show_now()
            page.cue.stand_still()
            QApplication.processEvents()
            page.grab().save(str(OUT / f"floor-{slug}-{width}-{photo.sheet}.png"))
            page.hide()
            window.hide()


def stop_signs(photo: Photographer) -> None:
    for row, name in ((None, "ask"), (0, "ease-off"), (1, "sharp"), (4, "emergency")):
        window = photo.open("kneeling-hip-flexor", 32)
        window.page.bar.hurts.click()
        if row is not None:
            window.current.page.rows[row].click()
        photo.take(window, name)


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    look = Look(application, shipped_tokens(), shipped_icons(), Choice("light"))
    for sheet, (choice, size) in SHEETS.items():
        look.choose(replace(choice))
        photo = Photographer(look, sheet, size)
        before_and_after(photo)
        under_way(photo)
        if sheet in {"light", "dark"}:
            floor_view(photo)
        stop_signs(photo)
        for window, name in (
            (StopSignsWindow(look), "stop-signs-window"),
            (CheckWindow(look, asks_seen=True), "check"),
        ):
            window.show()
            photo.take(window, name)


if __name__ == "__main__":
    main()
