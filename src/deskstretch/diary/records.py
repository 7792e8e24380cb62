"""What is remembered: a prompt and its answer, a session and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal, TypeAlias

Answer: TypeAlias = Literal[
    "accepted", "snoozed", "skipped", "enough", "not-answered", "withdrawn"
]
ANSWERS = ("accepted", "snoozed", "skipped", "enough", "not-answered", "withdrawn")
FEELINGS = ("easy", "right", "hard", "easier", "same", "harder", "hurts")
"""The first time in itself, later against the last time (SPEC 5.4)."""
SIGNS = ("mild", "sharp", "numb", "worse", "emergency")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One showing of a reminder's card, and what came of it.

    Attributes:
        name, does: the reminder and what it asked for.
        reason: why, as the person read it.
        asked: when, in the local time of then.
        again: how often the same asking had been shown before.
        answer: None while it is open; `not-answered` (the time ran out) is not
            `skipped`, and `withdrawn` was nobody's answer.
    """

    id: int
    name: str
    does: str
    reason: str
    asked: datetime
    again: int = 0
    answer: str | None = None
    answered: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One movement within a session of several. `worked_s` in seconds."""

    slug: str
    profile: str
    worked_s: float
    reps_left: int = 0
    reps_right: int = 0
    reps_both: int = 0
    completed: bool = True


@dataclass(frozen=True, slots=True)
class Session:
    """One movement or routine that was done, to the end or not.

    Attributes:
        slug, profile: what was done, `profile` being "" for a routine.
        started, ended: in the local time of then.
        worked_s: seconds of moving or holding, without pauses.
        reps_left, reps_right: repetitions on each side.
        reps_both: repetitions of a movement that has no sides.
        completed: it went to its end.
        feeling: one of `FEELINGS`; None for no answer.
        stop_sign: which of the stop signs ended it, if one did.
        prompt_id: the prompt it was the answer to.
        parts: the movements of a routine, in their order.
    """

    id: int
    slug: str
    profile: str
    started: datetime
    ended: datetime
    worked_s: float
    reps_left: int = 0
    reps_right: int = 0
    reps_both: int = 0
    completed: bool = True
    feeling: str | None = None
    stop_sign: str | None = None
    prompt_id: int | None = None
    parts: tuple[Part, ...] = ()


def utc_text(moment: datetime) -> str:
    """Write an instant in UTC with milliseconds; `moment` carries its zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone cannot be kept")
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"


def offset_s(moment: datetime) -> int:
    """Return how many seconds the local clock of `moment` was ahead of UTC."""
    offset = moment.utcoffset()
    return round(offset.total_seconds()) if offset else 0


def local(text: str, ahead_s: int) -> datetime:
    """Read an instant written by `utc_text` as the local time it was then."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(timezone(timedelta(seconds=ahead_s)))
