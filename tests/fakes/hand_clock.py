"""The clock of the tests: it stands still until a hand moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from deskstretch.reminders.moment import Moment

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday morning."""


class HandClock:
    """A clock moved by hand: add to `awake_s`, or to `asleep_s` for sleep.

    It has all that `deskstretch.desktop.clock.Clock` has. The steady seconds run in
    both, as the wall clock does, and `boot` may be set to tell of another start.
    """

    def __init__(self, start: datetime = START) -> None:
        self.start = start
        self.awake_s = 0.0
        self.asleep_s = 0.0
        self.boot_name = "one"

    def now(self) -> Moment:
        steady = self.awake_s + self.asleep_s
        return Moment(steady, self.start + timedelta(seconds=steady))

    def awake(self) -> float:
        return self.awake_s

    def asleep(self) -> float:
        return self.asleep_s

    def boot(self) -> str:
        return self.boot_name
