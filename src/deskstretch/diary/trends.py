"""What the rows add up to. Pure sums: the day and the rows come in as values.

Every number a person reads (window, table, export, command line) is made here,
so that it is the same number everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from deskstretch.diary.records import Entry, Session

ENOUGH_S = 5 * 60.0
"""Minutes of movement that make a day an active one (movements.md 2F)."""
ENOUGH_ALONE = frozenset({"starter", "seven-minute", "full-session"})
WEEK = 7
GOAL_DAYS = (3, 5)
"""Active days a week: the band (movements.md 2F)."""
GOAL_MINUTES = (30, 75)
"""Minutes a week: the band (movements.md 2F)."""
FEWEST_ENTRIES = 4
"""Of seven days that make a median (movements.md 3B)."""
ABOUT_THE_SAME = 0.5
MOVED_DAYS = 28
_DAY_BEGINS = timedelta(hours=4)
_COUNTED_SIGNS = frozenset({None, "mild"})

Compared: TypeAlias = Literal["lower", "about the same", "higher"]


class Work(NamedTuple):
    """What the sums need of one session; `day` is its diary day."""

    day: date
    slug: str
    worked_s: float
    completed: bool
    stop_sign: str | None


class Moved(NamedTuple):
    """The movement of one day: seconds of it, and whether it was an active one."""

    worked_s: float = 0.0
    active: bool = False


NOTHING = Moved()


def day_of(moment: datetime) -> date:
    """Return the day a local moment belongs to: days run from 04:00 to 04:00."""
    return (moment - _DAY_BEGINS).date()


def monday_of(day: date) -> date:
    """Return the Monday that begins the week of a day."""
    return day - timedelta(days=day.weekday())


def week_of(moment: datetime) -> date:
    """Return the Monday that begins the week of a local moment."""
    return monday_of(day_of(moment))


def work_of(session: Session) -> Work:
    """Return what the sums need of a session."""
    return Work(
        day_of(session.started),
        session.slug,
        session.worked_s,
        session.completed,
        session.stop_sign,
    )


def moved(works: Iterable[Work]) -> dict[date, Moved]:
    """Add up the movement of each day there was any on.

    A day is active with a finished starter, seven-minute routine or full
    session, or with five minutes of movement in all (movements.md 2F). What a
    stop sign ended does not count, except a mild pull.
    """
    days: dict[date, Moved] = {}
    for work in works:
        if work.stop_sign in _COUNTED_SIGNS and work.worked_s > 0:
            before = days.get(work.day, NOTHING)
            worked_s = before.worked_s + work.worked_s
            alone = work.completed and work.slug in ENOUGH_ALONE
            active = before.active or alone or worked_s >= ENOUGH_S
            days[work.day] = Moved(worked_s, active)
    return days


def active_days(sessions: Iterable[Session], now: datetime) -> int:
    """Count the active days of this week, Monday to the day of `now`."""
    today = day_of(now)
    days = moved(work_of(session) for session in sessions)
    return _week(monday_of(today), days, today).active_days


@dataclass(frozen=True, slots=True)
class Week:
    """One week's movement, from its Monday to its Sunday or to today."""

    monday: date
    active_days: int
    worked_s: float


def weeks(days: Mapping[date, Moved], since: date, today: date) -> list[Week]:
    """Return each week from the one of `since` to this one, the empty ones too."""
    monday, last = monday_of(since), monday_of(today)
    count = (last - monday).days // WEEK + 1
    mondays = (monday + timedelta(weeks=number) for number in range(count))
    return [_week(one, days, today) for one in mondays]


def _week(monday: date, days: Mapping[date, Moved], today: date) -> Week:
    found = [days.get(day, NOTHING) for day in _days_from(monday, WEEK) if day <= today]
    return Week(
        monday,
        sum(one.active for one in found),
        sum(one.worked_s for one in found),
    )


def days_moved(days: Mapping[date, Moved], until: date) -> int:
    """Count the days with any movement, of the 28 that end with `until`."""
    first = until - timedelta(days=MOVED_DAYS - 1)
    return sum(day in days for day in _days_from(first, MOVED_DAYS))


def stiffness(entries: Iterable[Entry]) -> dict[date, int]:
    """Return the stiffness by day."""
    return {entry.day: entry.stiffness for entry in entries}


def median_at(values: Mapping[date, int], day: date) -> float | None:
    """Return the median of the seven days that end with `day`.

    None with fewer than four entries in them (movements.md 3B). Of an even number
    of entries it is the mean of the two in the middle.
    """
    first = day - timedelta(days=WEEK - 1)
    found = sorted(values[one] for one in _days_from(first, WEEK) if one in values)
    if len(found) < FEWEST_ENTRIES:
        return None
    half = len(found) // 2
    return (found[half] + found[~half]) / 2  # the same one twice, if odd


def first_week(values: Mapping[date, int]) -> float | None:
    """Return the median of the first seven days, from the first entry on."""
    if not values:
        return None
    return median_at(values, min(values) + timedelta(days=WEEK - 1))


def compared(values: Mapping[date, int], today: date) -> Compared | None:
    """Say how the last seven days stand beside the first seven (movements.md 3B).

    None while the two overlap, or while either has too few entries.
    """
    now, then = median_at(values, today), first_week(values)
    if now is None or then is None:
        return None
    if today - timedelta(days=WEEK - 1) < min(values) + timedelta(days=WEEK):
        return None
    if abs(now - then) <= ABOUT_THE_SAME:
        return "about the same"
    return "lower" if now < then else "higher"


def _days_from(first: date, count: int) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range(count))
