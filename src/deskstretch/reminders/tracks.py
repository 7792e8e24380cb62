"""What the planner remembers of each reminder, and of the card on the screen.

Marks are readings of desk time; all else is steady microseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from deskstretch.reminders.days import HOUR, MINUTE, SECOND
from deskstretch.words import Words, words

TIME_OUT = 45 * SECOND
SECOND_TRY = 10 * MINUTE
TOO_LATE = 2 * MINUTE
WAITS = 3 * HOUR


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put off by `length` of desk time from the mark `since`."""

    since: int
    length: int

    def pulled(self, total: int) -> Snooze:
        return replace(self, since=min(self.since, total))


@dataclass(frozen=True, slots=True)
class Asking:
    """An asking of an EveryDeskTime that was shown and is not over.

    Attributes:
        counted: it counts against the limit already.
        timeouts: how often its card timed out.
        tried: mark of the last time-out, while the next try waits for it.
        snooze: while it is put off.
    """

    counted: bool = False
    timeouts: int = 0
    tried: int | None = None
    snooze: Snooze | None = None

    def pulled(self, total: int) -> Asking:
        return replace(
            self,
            tried=None if self.tried is None else min(self.tried, total),
            snooze=self.snooze and self.snooze.pulled(total),
        )


@dataclass(slots=True)
class DeskTrack:
    """An EveryDeskTime: the mark its count runs from (on its own count)."""

    mark: int = 0
    asking: Asking | None = None
    snoozes: int = 0


@dataclass(slots=True)
class ReturnTrack:
    """An OnReturn: when it was last asked or done, and a snooze with its absence."""

    last: int | None = None
    snooze: Snooze | None = None
    absence: int = 0
    snoozes: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A Daily that became due at `due` and waits for its moment.

    Attributes:
        date: the date it is asked for.
        day: the day it has to be shown in.
        minute: its local time in minutes after midnight.
        timed: it has a time of its own, not the first use of the day.
        snooze: while it is put off; then it is not waiting.
    """

    date: str
    day: str
    minute: int
    due: int
    timed: bool = True
    snooze: Snooze | None = None


@dataclass(slots=True)
class DailyTrack:
    """A Daily: the date it is at, and the dates it was asked for."""

    waiting: Waiting | None = None
    asked: tuple[str, ...] = ()
    snoozes: int = 0


Track: TypeAlias = DeskTrack | ReturnTrack | DailyTrack


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a card appears, as the user reads it."""

    kind: Literal["sitting", "away", "morning", "day", "evening", "asked"]
    span: int = 0

    def words(self) -> Words:
        minutes = self.span // MINUTE
        match self.kind:
            case "sitting":
                return words("{n} min of sitting", n=minutes)
            case "away" if minutes < 120:
                return words("You were away {n} min", n=minutes)
            case "away":
                return words("You were away {n} h", n=minutes // 60)
            case "morning":
                return words("Your morning")
            case "day":
                return words("Your day")
            case "evening":
                return words("Your evening")
            case "asked":
                return words("You asked for it")


@dataclass(frozen=True, slots=True)
class Clear:
    """Nothing of ours is on the screen."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card is open, from the asking on.

    Attributes:
        shown: when it became really visible.
        left: what is left of its time-out, from `runs_from` if that runs.
        requested: the user asked for it: no rule but the next press takes it away.
    """

    name: str
    does: str
    reason: Reason
    asked: int
    again: bool
    offer: bool
    requested: bool = False
    shown: int | None = None
    left: int = TIME_OUT
    runs_from: int | None = None

    @property
    def times_out(self) -> int | None:
        return None if self.runs_from is None else self.runs_from + self.left


@dataclass(frozen=True, slots=True)
class Session:
    """The player is open, from the prompt of `origin` if it has one."""

    slug: str
    origin: str | None


Screen: TypeAlias = Clear | Card | Session


@dataclass(frozen=True, slots=True)
class TimedOut:
    """What a time-out changed, so that it can be undone.

    Attributes:
        shown: when its card had appeared.
        day: the day it was counted in, or None.
        closed: when a card had closed before it.
        mark, asking, waiting: what the track held before.
    """

    name: str
    shown: int
    day: str | None
    closed: int | None
    mark: int = 0
    asking: Asking | None = None
    waiting: Waiting | None = None
