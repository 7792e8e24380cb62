"""The sums of the diary as sentences: facts, no judgement (SPEC 10 and 16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.diary.trends import FEWEST_ENTRIES, GOAL_DAYS, GOAL_MINUTES, MOVED_DAYS
from deskstretch.words import Words, counted, words

if TYPE_CHECKING:
    from deskstretch.diary.progress import Progress

_COMPARED = {
    "lower": "Morning stiffness is lower than in the first week.",
    "about the same": "Morning stiffness is about the same as in the first week.",
    "higher": "Morning stiffness is higher than in the first week.",
}


def lines(progress: Progress) -> list[Words]:
    """Return the state of things, a sentence or two a line."""
    said = [stiffness(progress)]
    if progress.compared is not None:
        said.append(words(_COMPARED[progress.compared]))
    return [*said, active_days(progress), minutes(progress), days_moved(progress)]


def stiffness(progress: Progress) -> Words:
    """Say the median of this week beside the week before."""
    now, before = progress.median, progress.median_before
    if not progress.stiffness:
        return words(
            "No diary entries yet. After four mornings a trend line appears here."
        )
    if now is None:
        return counted(
            "{n} entry in the last 7 days. It takes {least} for a median.",
            "{n} entries in the last 7 days. It takes {least} for a median.",
            progress.entries_until(progress.today),
            least=FEWEST_ENTRIES,
        )
    if before is None:
        return words(
            "Morning stiffness, median of 7 days: {now}.", now=one_decimal(now)
        )
    return words(
        "Morning stiffness, median of 7 days: {now}, {before} the week before.",
        now=one_decimal(now),
        before=one_decimal(before),
    )


def active_days(progress: Progress) -> Words:
    """Say how many days of this week were active ones."""
    return counted(
        "{n} active day this week. The goal is {low} to {high}.",
        "{n} active days this week. The goal is {low} to {high}.",
        progress.this_week.active_days,
        low=GOAL_DAYS[0],
        high=GOAL_DAYS[1],
    )


def minutes(progress: Progress) -> Words:
    """Say how many minutes of movement this week had."""
    return words(
        "{n} min of movement this week. The band is {low} to {high} min.",
        n=round(progress.this_week.worked_s / 60),
        low=GOAL_MINUTES[0],
        high=GOAL_MINUTES[1],
    )


def days_moved(progress: Progress) -> Words:
    """Say on how many days there was any movement."""
    return words(
        "Days you moved: {n} of {of}. In the {of} days before: {before}.",
        n=progress.days_moved,
        of=MOVED_DAYS,
        before=progress.days_moved_before,
    )


def one_decimal(value: float) -> str:
    """Return a median as people read it: 4, or 3.5."""
    return f"{value:.1f}".removesuffix(".0")
