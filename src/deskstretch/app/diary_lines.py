"""What the diary says: on its card, in its notification and in its window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskstretch.app.diary_writing import long_day, short_day
from deskstretch.app.progress_text import one_decimal
from deskstretch.diary import trends
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from deskstretch.diary.records import Entry
    from deskstretch.reminders.effects import ShowPrompt
    from deskstretch.ui.card_face import CardView
    from deskstretch.ui.diary.view import DayView

QUESTION = words("How stiff is your back this morning?")
NOT_TODAY = words("Not today")
FILL_IN = words("Fill in")


def card(prompt: ShowPrompt, snooze: Words) -> CardView:
    """Return the diary's card; `snooze` is the usual one, as people say it."""
    from deskstretch.ui.card_face import CardView

    return CardView(
        why=prompt.reason,
        title=QUESTION,
        snooze=snooze,
        announcement=words(
            "{title} {why}. Open DeskStretch from the tray to answer.",
            title=QUESTION,
            why=prompt.reason,
        ),
        offer_skip=prompt.offer_skip,
    )


def notification(prompt: ShowPrompt) -> tuple[Words, Words]:
    """Return title (at most 40 characters) and body (at most 90) of a notification."""
    return QUESTION, words("{why}. One click saves it.", why=prompt.reason)


def day_view(
    day: date,
    today: date,
    entries: Mapping[date, Entry],
    *,
    asks_worse: bool,
    fresh: bool,
    unsaved: Words | None,
    remark: Words | None,
    back_days: int,
) -> DayView:
    """Return one day as the window shows it.

    Args:
        day: the one in sight.
        today: beyond it nobody can go.
        entries: those of `day` and of the week before it.
        asks_worse: the question about yesterday's session is open.
        fresh: it was saved just now.
        unsaved: why the disk has not got it, or None.
        remark: what was found when the diary was opened, or None.
        back_days: how far back one can go from today.
    """
    from deskstretch.ui.diary.view import DayView

    entry = entries.get(day)
    step = timedelta(days=1)
    return DayView(
        day,
        long_day(day),
        QUESTION if day == today else words("How stiff was your back that morning?"),
        value=entry.stiffness if entry else None,
        facts=_facts(day, today, entries),
        note=entry.note if entry else "",
        pain=entry.pain if entry else None,
        side=entry.side if entry else None,
        asks_worse=asks_worse,
        fresh=fresh,
        unsaved=unsaved,
        remark=remark,
        earlier=short_day(day - step) if (today - day).days < back_days else None,
        later=short_day(day + step) if day < today else None,
    )


def _facts(day: date, today: date, entries: Mapping[date, Entry]) -> Words | None:
    before = entries.get(day - timedelta(days=1))
    median = trends.median_at(trends.stiffness(entries.values()), day)
    said = []
    if before is not None:
        name = "Yesterday {n}" if day == today else "The day before {n}"
        said.append(words(name, n=before.stiffness))
    if median is not None:
        said.append(words("7-day median {n}", n=one_decimal(median)))
    if len(said) == 2:
        return words("{first}, {second}", first=said[0], second=said[1])
    return said[0] if said else None
