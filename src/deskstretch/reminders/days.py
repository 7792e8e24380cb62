"""The calendar: instants, local time, days that begin at 04:00, working hours.

An instant is whole microseconds since 1970 in UTC, so that sums are exact. A zone
is any `tzinfo`; what a local time means in it is settled here, once: in a gap the
first moment after it, in a repeated hour the first of the two.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.reminders.reminder import Week

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY_STARTS = timedelta(hours=4)


def span(seconds: float) -> int:
    """Return seconds as whole microseconds."""
    return round(seconds * SECOND)


def instant_of(wall: datetime) -> int:
    """Return the instant of an aware time."""
    return (wall.astimezone(UTC) - _EPOCH) // _MICROSECOND


def local(instant: int, zone: tzinfo) -> datetime:
    """Return an instant as an aware local time."""
    return (_EPOCH + timedelta(microseconds=instant)).astimezone(zone)


def naive(instant: int, zone: tzinfo) -> datetime:
    """Return what the clock on the wall reads at an instant."""
    return local(instant, zone).replace(tzinfo=None, fold=0)


def resolve(reading: datetime, zone: tzinfo) -> int:
    """Return the instant at which the clock on the wall reads `reading`."""
    aware = reading.replace(tzinfo=zone, fold=0)
    instant = instant_of(aware)
    if naive(instant, zone) == reading:
        return instant
    # In a gap: fold 0 counts by the offset before it and lands behind the gap,
    # fold 1 by the offset after it and lands before the gap.
    before, after = instant_of(aware.replace(fold=1)), instant
    offset = local(after, zone).utcoffset()
    while after - before > SECOND:
        middle = (before + after) // (2 * SECOND) * SECOND
        if local(middle, zone).utcoffset() == offset:
            after = middle
        else:
            before = max(middle, before + 1)
    return after


def day_of(reading: datetime) -> date:
    """Return the day, which begins at 04:00, that a local reading lies in."""
    return (reading - _DAY_STARTS).date()


class Days:
    """Tells which day an instant lies in, and remembers the answer while it holds."""

    def __init__(self) -> None:
        self._zone: tzinfo | None = None
        self._start = 0
        self._end = 0
        self._day = ""

    def look(self, instant: int, zone: tzinfo) -> tuple[str, int]:
        """Return the day in ISO form, and the instant of the next 04:00."""
        if zone is not self._zone or not self._start <= instant < self._end:
            day = day_of(naive(instant, zone))
            first = datetime.combine(day, time(4))
            self._start = resolve(first, zone)
            self._end = resolve(first + timedelta(days=1), zone)
            self._zone, self._day = zone, day.isoformat()
        return self._day, self._end


class Gate:
    """Working hours of a week: open or shut at an instant, and when that changes.

    Without hours, or with a week that has none at all, the gate never changes: it
    is open for None and shut for a week of empty days.
    """

    def __init__(self, week: Week | None) -> None:
        self._week = week
        self._zone: tzinfo | None = None
        self._from = 0
        self._until = 0
        self._open = True

    def look(self, instant: int, zone: tzinfo) -> tuple[bool, int | None]:
        """Return whether it is open, and the instant of the next change."""
        if self._week is None:
            return True, None
        if not any(self._week):
            return False, None
        if zone is not self._zone or not self._from <= instant < self._until:
            self._zone, self._from = zone, instant
            self._open, self._until = self._find(instant, zone)
        return self._open, self._until

    def _find(self, instant: int, zone: tzinfo) -> tuple[bool, int]:
        today = naive(instant, zone).date()
        for start, end in self._spans(today, zone):
            if instant < start:
                return False, start
            if instant < end:
                return True, end
        return False, instant + 24 * HOUR  # every span ahead lies in gaps

    def _spans(self, today: date, zone: tzinfo) -> list[tuple[int, int]]:
        """Return the open spans from yesterday on, those that touch made one."""
        spans: list[tuple[int, int]] = []
        for ahead in range(-1, 9):
            day = today + timedelta(days=ahead)
            midnight = datetime.combine(day, time())
            for first, last in (self._week or ())[day.weekday()]:
                end = last if last > first else last + 24 * 60
                spans.append(
                    (
                        resolve(midnight + timedelta(minutes=first), zone),
                        resolve(midnight + timedelta(minutes=end), zone),
                    )
                )
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            elif start < end:
                merged.append((start, end))
        return merged
