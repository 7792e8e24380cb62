"""All that the planner remembers, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskstretch.reminders.desk_time import DeskTime
from deskstretch.reminders.presence import Presence
from deskstretch.reminders.tracks import Clear, Screen, TimedOut, Track


@dataclass(frozen=True, slots=True)
class Pause:
    """The reminders are paused until an instant, or until resumed.

    `reading` is the local reading of that instant: in another zone the pause ends
    when the clock on the wall shows it.
    """

    until: int | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop sign is in force until the check.

    Attributes:
        until: the check is refused before this steady moment, which no clock moves.
        day: and, if given, until the end of this day by the clock on the wall.
        asks: it asks whether a professional has seen the user about it.
        before: the stop that was in force before the last sign was added.
    """

    until: int
    day: str | None
    asks: bool
    before: Stop | None = None


@dataclass(slots=True)
class Day:
    """What is counted by the day, which begins at 04:00.

    Attributes:
        active: steady moment of its first activity.
        used: its first input, the one that ended an absence, was seen.
        prompts, returns: askings that count.
        finished: what was done to its end.
    """

    active: int | None = None
    used: bool = False
    prompts: int = 0
    returns: int = 0
    finished: tuple[str, ...] = ()


@dataclass(slots=True)
class State:
    """The whole state: the snapshot holds this and nothing else.

    Attributes:
        steady: the planner's own steady microseconds; they go on over restarts.
        instant: the wall clock then.
        called: up to this instant the times of the Daily reminders were looked at.
        busy: reasons for quiet known now; `quiet_ended`: when the last one ended.
        closed: when a card was last closed by a press or a time-out.
        returned: mark of the last return.
        saved: mark of the last save; `saved_at` its steady moment.
        told: phase and reason last told.
    """

    steady: int = 0
    instant: int = 0
    called: int = 0
    running: bool = False
    presence: Presence = field(default_factory=Presence)
    desk: DeskTime = field(default_factory=DeskTime)
    tracks: dict[str, Track] = field(default_factory=dict)
    screen: Screen = field(default_factory=Clear)
    pause: Pause | None = None
    stop: Stop | None = None
    blocked: bool = False
    busy: tuple[str, ...] = ()
    quiet_ended: int | None = None
    closed: int | None = None
    returned: int | None = None
    days: dict[str, Day] = field(default_factory=dict)
    timed_out: list[TimedOut] = field(default_factory=list)
    saved: int = 0
    saved_at: int = 0
    told: str | None = None
