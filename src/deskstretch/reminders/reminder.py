"""The three kinds of reminder, as the user set them up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Literal, TypeAlias

Range: TypeAlias = tuple[int, int]
"""Minutes after midnight, start and end; an end not after the start is the next day's.

The end is outside. 1440 is midnight at the end of the day.
"""
Week: TypeAlias = tuple[tuple[Range, ...], ...]
"""Seven days from Monday, each with its working hours."""

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))
DIARY = "diary"
_WHOLE_DAY: Range = (4 * 60, 4 * 60)


@dataclass(frozen=True, slots=True)
class EveryDeskTime:
    """Asks when `every_s` seconds of desk time have passed since its last restart.

    Attributes:
        name: what the user calls it; unique among the reminders.
        does: slug of the movement or routine, or "diary".
        every_s: desk time between two askings, in seconds.
        days: weekdays it is for, 0 is Monday.
        hours: ranges of the day it is for; None is the whole day.
    """

    name: str
    does: str
    every_s: float = 90 * 60.0
    days: frozenset[int] = EVERY_DAY
    hours: tuple[Range, ...] | None = None
    kind: Literal["desk-time"] = "desk-time"


@dataclass(frozen=True, slots=True)
class OnReturn:
    """Asks at the first input after an absence of `away_s`, once per `every_s`."""

    name: str
    does: str
    away_s: float = 5 * 60.0
    every_s: float = 30 * 60.0
    days: frozenset[int] = EVERY_DAY
    hours: tuple[Range, ...] | None = None
    kind: Literal["on-return"] = "on-return"


@dataclass(frozen=True, slots=True)
class Daily:
    """Asks once a date at a local time, or at the first input of a day.

    Attributes:
        at: local time of day; None is "first-use".
        days: weekdays of the date it is asked for, 0 is Monday.
    """

    name: str
    does: str
    at: time | None = time(8)
    days: frozenset[int] = WORKDAYS
    kind: Literal["daily"] = "daily"


Reminder: TypeAlias = EveryDeskTime | OnReturn | Daily


def own_week(reminder: Reminder) -> Week | None:
    """Return the hours that a reminder's own days and hours leave of a week.

    Days without hours are whole days, which begin at 04:00.
    """
    if isinstance(reminder, Daily):
        return None
    if reminder.hours is None and reminder.days == EVERY_DAY:
        return None
    ranges = (_WHOLE_DAY,) if reminder.hours is None else reminder.hours
    return tuple(ranges if day in reminder.days else () for day in range(7))
