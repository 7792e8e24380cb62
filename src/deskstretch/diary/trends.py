"""What the rows add up to. Pure sums: the day and the rows come in as values."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from deskstretch.diary.records import Session

ENOUGH_S = 5 * 60.0
"""Minutes of movement that make a day an active one (movements.md 2F)."""
ENOUGH_ALONE = frozenset({"starter", "seven-minute", "full-session"})
_DAY_BEGINS = timedelta(hours=4)
_COUNTED_SIGNS = frozenset({None, "mild"})


def day_of(moment: datetime) -> date:
    """Return the day a local moment belongs to: days run from 04:00 to 04:00."""
    return (moment - _DAY_BEGINS).date()


def week_of(moment: datetime) -> date:
    """Return the Monday that begins the week of a local moment."""
    day = day_of(moment)
    return day - timedelta(days=day.weekday())


def active_days(sessions: Iterable[Session], now: datetime) -> int:
    """Count the active days of this week, Monday to the day of `now`.

    A day is active with a finished starter, seven-minute routine or full
    session, or with five minutes of movement in all (movements.md 2F). What a
    stop sign ended does not count, except a mild pull.
    """
    monday, today = week_of(now), day_of(now)
    worked: dict[date, float] = {}
    for session in sessions:
        day = day_of(session.started)
        if session.stop_sign not in _COUNTED_SIGNS or not monday <= day <= today:
            continue
        alone = session.completed and session.slug in ENOUGH_ALONE
        worked[day] = worked.get(day, 0.0) + (ENOUGH_S if alone else session.worked_s)
    return sum(total >= ENOUGH_S for total in worked.values())
