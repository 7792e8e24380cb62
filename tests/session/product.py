"""DeskStretch itself in an X session, and how a test looks at it from outside."""

from __future__ import annotations

import json
import signal
import sqlite3
import sys
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from tests.session.harness import XSession, wait_until

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

READ = """
[first_run]
done = true

[safety]
notice_read = "2026-01-05"
warnings_read = ["kneeling-hip-flexor", "standing-hip-flexor", "lat-stretch"]
checks_done = ["active-hang", "lat-stretch"]
"""
"""Settings of somebody who has read all there is to read."""
NO_DIARY = """
[[reminder]]
name = "hip-flexor"
does = "kneeling-hip-flexor"
kind = "desk-time"

[[reminder]]
name = "lat-stretch"
does = "lat-stretch"
kind = "on-return"

[[reminder]]
name = "morning"
does = "seven-minute"
kind = "daily"
"""
"""The usual reminders but the diary's, which would come first each day."""


ACCENT = "#12655F"
"""The colour of the primary button, in light."""

GUARD_S = 0.6
"""What is pressed in the card's first half second is not meant for it."""


class Product:
    """One profile, the app that runs with it, and what can be seen of both.

    Nothing of the product is imported: commands are run as a person runs them,
    windows are found by the window manager's names, rows are read from the file.
    """

    def __init__(self, session: XSession, settings: str = READ, name="profile") -> None:
        self.session = session
        self.profile = session.folder / name
        self.profile.mkdir(exist_ok=True)
        self.settings_file = self.profile / "settings.toml"
        if settings:
            usual = "" if "[[reminder]]" in settings else NO_DIARY
            self.settings_file.write_text(settings + usual, encoding="utf-8")
        self.process: subprocess.Popen | None = None

    # -- as a person runs it ---------------------------------------------------

    def start(self, *words: str, ready: bool = True) -> subprocess.Popen:
        """Start the app and wait until it answers."""
        self.process = self.session.run(*self._line(*words), name="deskstretch")
        if ready:
            wait_until(self._answers, within=10, what=f"an app: {self.log}")
        return self.process

    def command(self, *words: str) -> subprocess.CompletedProcess:
        """Run one command to its end."""
        return self.session.ask(*self._line(*words))

    def does(self, *words: str) -> str:
        """Run a command that has to be carried out; return what it says."""
        done = self.command(*words)
        assert (done.returncode, done.stderr) == (0, ""), f"{words}: {done.stderr}"
        return done.stdout

    def status(self) -> dict:
        return json.loads(self.does("status", "--json"))

    def due_in_s(self, name: str) -> float | None:
        reminders = {one["name"]: one["due_in_s"] for one in self.status()["reminders"]}
        return reminders[name]

    def phase_is(self, phase: str, within: float = 5.0) -> dict:
        """Wait for a phase and return the status that has it."""

        def reached():
            status = self.status()
            return status if status["phase"] == phase else None

        return wait_until(reached, within, what=f"phase {phase}: {self.status()}")

    def quit(self) -> int:
        """Quit as the menu does and return the exit code."""
        self.does("quit")
        return self.process.wait(5)

    def is_killed(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(5)

    @property
    def log(self) -> str:
        """What the app wrote to its error stream."""
        return self.session.log("deskstretch")

    def _line(self, *words: str) -> tuple[str, ...]:
        return (sys.executable, "-m", "deskstretch", "--profile", self._place, *words)

    @property
    def _place(self) -> str:
        return str(self.profile)

    def _answers(self) -> bool:
        assert self.process.poll() is None, f"the app ended: {self.log}"
        return self.command("status").returncode == 0

    # -- what is on the screen -------------------------------------------------

    def card(self) -> str | None:
        """The card's window, if it is on the screen."""
        return self._first("^DeskStretch$", "UTILITY")

    def small_window(self) -> str | None:
        return self._first("^DeskStretch$", "NORMAL")

    def player(self, title: str = "stretch|flexor") -> str | None:
        return self._first(title, "NORMAL")

    def sees_card(self, within: float = 5.0) -> str:
        return wait_until(self.card, within, what="the card")

    def sees_no_card(self, within: float = 5.0) -> None:
        wait_until(lambda: self.card() is None, within, what="no card")

    def sees_player(self, within: float = 5.0) -> str:
        """Wait for the player with the keyboard's focus."""
        window = wait_until(self.player, within, what="the player")
        active = self.session.active_window
        wait_until(lambda: active() == window, what="the focus")
        return window

    def picture(self, window: str | None = None) -> QImage:
        """What is on the screen, or where a window is on it."""
        shot = QImage(str(self.session.screenshot(self.session.folder / "shot.png")))
        assert not shot.isNull()
        if window is None:
            return shot
        return shot.copy(*self.session.geometry(window))

    def stage(self, player: str) -> QImage:
        """The picture of the figure in the player."""
        shot = self.picture(player)
        left, top = round(shot.width() * 0.04), round(shot.height() * 0.12)
        return shot.copy(left, top, round(shot.width() * 0.56), shot.height() // 2)

    def answers_start(self, card: str) -> None:
        """Press Start, once the card takes presses."""
        time.sleep(GUARD_S)
        self.presses(card, ACCENT)

    def presses(self, window: str, colour: str) -> None:
        """Click into the middle of what has this colour in a window."""
        x, y = middle_of(self.picture(window), colour)
        left, top, *_size = self.session.geometry(window)
        self.session.click(left + x, top + y)

    def _first(self, title: str, kind: str) -> str | None:
        for window in self.session.windows(title):
            with suppress(AssertionError):  # it may go away meanwhile
                if self.session.kind(window) == kind:
                    return window
        return None

    # -- what was kept ---------------------------------------------------------

    def rows(self, table: str) -> list[dict]:
        """The rows of a table of the diary, oldest first."""
        file = self.profile / "deskstretch.db"
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            when = {"prompts": "asked_at", "sessions": "started_at"}[table]
            rows = database.execute(f"SELECT * FROM {table} ORDER BY {when}")
            return [dict(row) for row in rows]


def middle_of(picture: QImage, colour: str) -> tuple[int, int]:
    """Where the pixels of one colour have their middle."""
    wanted = QColor(colour).rgb()
    places = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixel(x, y) == wanted
    ]
    assert places, f"nothing is {colour}"
    xs, ys = sorted(x for x, _ in places), sorted(y for _, y in places)
    return xs[len(xs) // 2], ys[len(ys) // 2]


def save(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(path))
