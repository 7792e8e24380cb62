"""What the diary window is told about one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deskstretch.words import Words


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of the diary, as the window shows it.

    Attributes:
        day: which day.
        date: the day in words.
        question: how stiff the back is, or was.
        value: what was saved for the day; None while nothing is.
        facts: the day before and the median, or None.
        note: what was noted.
        pain, side: from 0 to 10, and `left`, `right` or `both`; None: not told.
        asks_worse: the question about yesterday's session is open.
        fresh: it was saved just now, and can be undone.
        unsaved: why the disk does not have it yet, or None.
        remark: what else has to be told about the diary's file, or None.
        earlier, later: the days beside this one, in words, where one may go.
    """

    day: date
    date: Words
    question: Words
    value: int | None = None
    facts: Words | None = None
    note: str = ""
    pain: int | None = None
    side: str | None = None
    asks_worse: bool = False
    fresh: bool = False
    unsaved: Words | None = None
    remark: Words | None = None
    earlier: Words | None = None
    later: Words | None = None
