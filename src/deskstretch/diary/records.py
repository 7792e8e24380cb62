"""What is remembered: prompts and sessions, and what people wrote down themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

Answer: TypeAlias = Literal[
    "accepted", "snoozed", "skipped", "enough", "not-answered", "withdrawn"
]
ANSWERS = ("accepted", "snoozed", "skipped", "enough", "not-answered", "withdrawn")
FEELINGS = ("easy", "right", "hard", "easier", "same", "harder", "hurts")
"""The first time in itself, later against the last time (SPEC 5.4)."""
SIGNS = ("mild", "sharp", "numb", "worse", "emergency")
STIFFNESS = range(1, 11)
"""From 1, barely any, to 10, worst imaginable (movements.md 3B)."""
PAIN = range(11)
"""From 0, none, to 10: asked apart from stiffness, and never needed (3B)."""
SIDES = ("left", "right", "both")
LONGEST_NOTE = 1000
FOLLOW_UPS = ("no", "yes", "not-answered")
"""To `Is any pain worse since yesterday's session?`; closed is an answer too."""
CHECK_INS = (5, 14, 21, 42)
"""Days after the first one, on which a question is asked (movements.md 3B)."""
CHECK_IN_ANSWERS = ("lower", "same", "higher", "not-answered")


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
    """One movement within a session of several; see `Session`."""

    slug: str
    profile: str
    worked_s: float
    reps_left: int = 0
    reps_right: int = 0
    reps_both: int = 0
    completed: bool = True
    shown: float = 1.0


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
        shown: how much of the movement's range was shown at its end, from 0 to 1.
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
    shown: float = 1.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person wrote down about one day: there is one a day, and it can change.

    Attributes:
        day: the local day it is about; days run from 04:00 to 04:00.
        stiffness: of `STIFFNESS`.
        written: when it was written or last changed, in the local time of then.
        pain: of `PAIN`, if it was given.
        side: where the symptoms are, of `SIDES`, if it was given.
        note: in the person's own words, at most `LONGEST_NOTE` letters.
    """

    day: date
    stiffness: int
    written: datetime
    pain: int | None = None
    side: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The question of the day after a session; `answer` is of `FOLLOW_UPS`.

    `day` is the day it was asked on.
    """

    day: date
    answer: str
    answered: datetime


@dataclass(frozen=True, slots=True)
class Flexibility:
    """One flexibility check (movements.md 3B); what was left out is None.

    Attributes:
        day: the local day; there is one check a day.
        measured: when, in the local time of then.
        reach_left_cm, reach_right_cm: side-reach, how far the fingertips went down
            the thigh.
        turn_left, turn_right: seated turn, the landmark that could be seen.
        half_kneel_left, half_kneel_right: half-kneeling was comfortable for 30 s,
            with that knee down.
    """

    day: date
    measured: datetime
    reach_left_cm: float | None = None
    reach_right_cm: float | None = None
    turn_left: str | None = None
    turn_right: str | None = None
    half_kneel_left: bool | None = None
    half_kneel_right: bool | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in: `number` of `CHECK_INS`, `answer` of `CHECK_IN_ANSWERS`."""

    day: date
    number: int
    answer: str
    answered: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop sign that was pressed, in a session or outside.

    Attributes:
        sign: of `SIGNS`.
        stopped: when, in the local time of then.
        mistaken: it was taken back at once.
        checked: when the short check was passed, if it was.
        seen: whether a doctor or physiotherapist had seen the person; None where
            nobody asked.
    """

    id: int
    sign: str
    stopped: datetime
    mistaken: bool = False
    checked: datetime | None = None
    seen: bool | None = None


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
