"""Where a person stands: the sums of the diary for one day, made once.

The charts, their tables, every export and `progress` on the command line read
their numbers here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deskstretch.diary import trends
from deskstretch.diary.trends import GOAL_DAYS, GOAL_MINUTES, MOVED_DAYS, NOTHING, WEEK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from deskstretch.diary.readings import Readings
    from deskstretch.diary.trends import Compared, Moved, Week

DAY_COLUMNS = ("day", "stiffness", "median_7_days", "minutes", "active")


@dataclass(frozen=True)
class Progress:
    """The sums up to and including `today`.

    Attributes:
        today: the diary day they are made for.
        stiffness: by day, from 1 to 10.
        moved: by day; a day without movement is not in it.
    """

    today: date
    stiffness: Mapping[date, int]
    moved: Mapping[date, Moved]

    @cached_property
    def first(self) -> date:
        """The first day anything is known of, or today."""
        return min((*self.stiffness, *self.moved, self.today))

    @property
    def median(self) -> float | None:
        """The median of the last seven days."""
        return self.median_at(self.today)

    @property
    def median_before(self) -> float | None:
        """The median of the seven days before the last seven."""
        return self.median_at(self.today - timedelta(days=WEEK))

    @property
    def compared(self) -> Compared | None:
        """How the last seven days stand beside the first seven."""
        return trends.compared(self.stiffness, self.today)

    def median_at(self, day: date) -> float | None:
        """Return the median of the seven days that end with `day`."""
        return trends.median_at(self.stiffness, day)

    def entries_until(self, day: date) -> int:
        """Return how many entries the seven days have that end with `day`."""
        days = (day - timedelta(days=number) for number in range(WEEK))
        return sum(one in self.stiffness for one in days)

    @property
    def this_week(self) -> Week:
        """This week's movement, from Monday to today."""
        return trends.weeks(self.moved, self.today, self.today)[0]

    def weeks(self, since: date) -> list[Week]:
        """Return each week from the one of `since` to this one."""
        return trends.weeks(self.moved, since, self.today)

    @property
    def days_moved(self) -> int:
        """The days with any movement, of the last 28."""
        return trends.days_moved(self.moved, self.today)

    @property
    def days_moved_before(self) -> int:
        """The days with any movement, of the 28 before the last 28."""
        return trends.days_moved(self.moved, self.today - timedelta(days=MOVED_DAYS))


def read(readings: Readings, today: date) -> Progress:
    """Read the diary and add it up for the diary day `today`."""
    entries = readings.entries(until=today)
    works = (work for work in readings.works() if work.day <= today)
    return Progress(today, trends.stiffness(entries), trends.moved(works))


def minutes(worked_s: float) -> float:
    """Return seconds as minutes with one decimal, as every export gives them."""
    return round(worked_s / 60, 1)


def as_json(progress: Progress) -> dict[str, Any]:
    """Return all sums: today's, each week's and each day's."""
    week = progress.this_week
    return {
        "today": progress.today.isoformat(),
        "stiffness": {
            "median_7_days": progress.median,
            "entries_7_days": progress.entries_until(progress.today),
            "median_7_days_before": progress.median_before,
            "median_first_7_days": trends.first_week(progress.stiffness),
            "compared_with_first_7_days": progress.compared,
        },
        "this_week": {
            **_week(week),
            "goal_active_days": list(GOAL_DAYS),
            "goal_minutes": list(GOAL_MINUTES),
        },
        "days_moved": {
            "last_28": progress.days_moved,
            "before_28": progress.days_moved_before,
        },
        "weeks": [_week(one) for one in progress.weeks(progress.first)],
        "days": day_rows(progress),
    }


def day_rows(progress: Progress) -> list[dict[str, Any]]:
    """Return one row for each day from the first to today, the empty ones too."""
    count = (progress.today - progress.first).days + 1
    days = (progress.first + timedelta(days=number) for number in range(count))
    return [_day(progress, day) for day in days]


def _week(week: Week) -> dict[str, Any]:
    return {
        "monday": week.monday.isoformat(),
        "active_days": week.active_days,
        "minutes": minutes(week.worked_s),
    }


def _day(progress: Progress, day: date) -> dict[str, Any]:
    moved = progress.moved.get(day, NOTHING)
    return {
        "day": day.isoformat(),
        "stiffness": progress.stiffness.get(day),
        "median_7_days": progress.median_at(day),
        "minutes": minutes(moved.worked_s),
        "active": moved.active,
    }
