"""An entry for the diary out of words: the same door for a window's and a shell's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from deskstretch.diary import trends
from deskstretch.diary.records import LONGEST_NOTE, PAIN, SIDES, STIFFNESS, Entry
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from deskstretch.diary.readings import Readings

_DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    "Sunday",
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Wrong(Exception):  # noqa: N818 - an answer to a person, not a fault
    """What was given makes no entry; `sentence` says why."""

    def __init__(self, sentence: Words) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def entry(given: Mapping[str, Any], wall: datetime, diary: Readings | None) -> Entry:
    """Make an entry of what was given; what was not stays as it was written before.

    Args:
        given: `stiffness`, and perhaps `date`, `pain`, `side` and `note`.
        wall: the local time; the entry is about its diary day unless told.
        diary: what was written before; None: nothing is asked of it.

    Raises:
        Wrong: a value is none that can be given.
    """
    day = _day(given.get("date"), trends.day_of(wall))
    stiffness = _number(given.get("stiffness"), STIFFNESS)
    if stiffness is None:
        raise Wrong(
            words(
                'Stiffness takes a number from 1 (barely any) to 10, not "{given}".',
                given=str(given.get("stiffness")),
            )
        )
    before = diary.entry(day) if diary else None
    base = before or Entry(day, stiffness, wall)
    made = replace(base, stiffness=stiffness, written=wall)
    if given.get("pain") is not None:
        made = replace(made, pain=_pain(given["pain"]))
    if given.get("side") is not None:
        made = replace(made, side=_side(given["side"]))
    if given.get("note") is not None:
        made = replace(made, note=_note(given["note"]))
    return made


def long_day(day: date) -> Words:
    """Return a day as people say it: Friday 20 November."""
    return words(
        "{weekday} {day} {month}",
        weekday=words(_DAYS[day.weekday()]),
        day=day.day,
        month=words(_MONTHS[day.month - 1]),
    )


def short_day(day: date) -> Words:
    """Return a day in short: Thu 19 Nov."""
    return words(
        "{weekday} {day} {month}",
        weekday=words(_DAYS[day.weekday()][:3]),
        day=day.day,
        month=words(_MONTHS[day.month - 1][:3]),
    )


def saved(made: Entry) -> Words:
    """Say what was saved."""
    return words("Saved: {n} for {day}.", n=made.stiffness, day=long_day(made.day))


def _day(text: object, today: date) -> date:
    if text is None:
        return today
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        raise Wrong(
            words('A date is written YYYY-MM-DD, not "{text}".', text=str(text))
        ) from None
    if day > today:
        raise Wrong(words("There is no diary for days that have not come yet."))
    return day


def _number(text: object, allowed: range) -> int | None:
    written = str(text)
    if not written.isascii() or not written.isdecimal() or len(written) > 2:
        return None
    return int(written) if int(written) in allowed else None


def _pain(text: object) -> int:
    pain = _number(text, PAIN)
    if pain is None:
        raise Wrong(
            words('Pain takes a number from 0 (none) to 10, not "{t}".', t=str(text))
        )
    return pain


def _side(text: object) -> str:
    if text not in SIDES:
        raise Wrong(
            words('The side is left, right or both, not "{text}".', text=str(text))
        )
    return str(text)


def _note(text: object) -> str:
    note = str(text).strip()
    if len(note) > LONGEST_NOTE:
        raise Wrong(words("A note has at most {n} letters.", n=LONGEST_NOTE))
    return note
