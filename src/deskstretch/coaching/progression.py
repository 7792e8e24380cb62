"""Progressions: one level up is offered after clean sessions, one back after a sign.

The ladders are those of the fact sheet's 4F and of the cards they name; they are
offered and never climbed alone. Which level someone is on, and what they have been
asked, is kept by the caller as a `Standing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Felt: TypeAlias = Literal["easier", "same", "harder", "hurts"]

CLEAN_IN_A_ROW: Final = 2  # sessions before the next level is offered (F080)
HARDER_IN_A_ROW: Final = 2  # before an easier one is offered
WEEKS_BEFORE: Final[Mapping[str, int]] = {"flexion-rotation": 2}  # F088
LADDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "active-hang": (
        "active-hang/short",
        "active-hang/hang-12",
        "active-hang/hang-15",
        "active-hang/hang-20",
        "active-hang/hang-25",
        "active-hang/hang-30",
    ),
    "standing-bicycle": tuple(f"standing-bicycle/L{level}" for level in (1, 2, 3, 4)),
    "pelvic-tilt": tuple(
        f"pelvic-tilt/{hold}" for hold in ("standard", "hold-5", "hold-10")
    ),
    "bridge": ("bridge/start", "bridge/build", "bridge-leg-lift/standard"),
    "standing-twist": ("standing-twist/standard", "standing-twist/more"),
    "seated-spinal-twist": (
        "seated-spinal-twist/two-sets",
        "seated-spinal-twist/three-sets",
    ),
    "seated-forward-fold": (
        "seated-forward-fold/short-holds",
        "seated-forward-fold/long-hold",
    ),
}


@dataclass(frozen=True, slots=True)
class Done:
    """One session of one movement, as far as a progression needs it.

    Attributes:
        slug: the movement with its profile.
        completed: it was played to its end.
        felt: what the person answered, None for no answer.
        sign: a stop sign was pressed.
        easier: it was made smaller or slower on the way.
    """

    slug: str
    completed: bool
    felt: Felt | None = None
    sign: bool = False
    easier: bool = False

    @property
    def clean(self) -> bool:
        """Whether it speaks for the next level: to the end, under control, no sign."""
        calm = self.felt in {None, "easier", "same"}
        return self.completed and calm and not (self.sign or self.easier)

    @property
    def symptom(self) -> bool:
        return self.sign or self.felt == "hurts"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where someone is on each ladder.

    Attributes:
        levels: the slug with its profile by ladder; a missing ladder is at its start.
        since: how many sessions of a ladder there were when it was last changed or
            an offer was answered; only those after it speak.
    """

    levels: Mapping[str, str]
    since: Mapping[str, int]

    def level(self, ladder: str) -> str:
        """Return the level of a ladder; one that no longer exists is the start."""
        steps = LADDERS[ladder]
        level = self.levels.get(ladder, steps[0])
        return level if level in steps else steps[0]


@dataclass(frozen=True, slots=True)
class Step:
    """An offer to change the level of a ladder; `to` is a slug with its profile."""

    ladder: str
    way: Literal["up", "back"]
    to: str


def ladder_of(slug: str) -> str | None:
    """Return the ladder a slug with its profile stands on, or None."""
    return next((name for name, steps in LADDERS.items() if slug in steps), None)


def offered(ladder: str, standing: Standing, done: Sequence[Done]) -> Step | None:
    """Return the step to offer now, if any.

    After a symptom in the last session one step back is offered, and after two that
    were harder; after two clean ones at this level the next one.

    Args:
        ladder: its name in `LADDERS`.
        standing: where the person is.
        done: every session of this ladder's movements, the oldest first.
    """
    steps = LADDERS[ladder]
    level = standing.level(ladder)
    place = steps.index(level)
    heard = done[standing.since.get(ladder, 0) :]
    at_level = [session for session in heard if session.slug == level]
    if not at_level:
        return None
    last = at_level[-1]
    harder = [session.felt == "harder" for session in at_level[-HARDER_IN_A_ROW:]]
    if last.symptom or (len(harder) == HARDER_IN_A_ROW and all(harder)):
        return Step(ladder, "back", steps[place - 1]) if place else None
    clean = [session.clean for session in at_level[-CLEAN_IN_A_ROW:]]
    if len(clean) == CLEAN_IN_A_ROW and all(clean) and place + 1 < len(steps):
        return Step(ladder, "up", steps[place + 1])
    return None


def answered(standing: Standing, step: Step, sessions: int, *, taken: bool) -> Standing:
    """Return where someone stands after an offer was taken or declined.

    Declined, it comes again only after as many sessions as the first time.

    Args:
        standing: before the answer.
        step: what was offered.
        sessions: how many sessions of this ladder there are by now.
        taken: whether the person took it.
    """
    levels = {**standing.levels, step.ladder: step.to} if taken else standing.levels
    return replace(
        standing, levels=levels, since={**standing.since, step.ladder: sessions}
    )


def played(slugs: Iterable[str], standing: Standing) -> tuple[str, ...]:
    """Return what a routine plays instead of its slugs: each at the person's level.

    Only a slug that stands on a ladder is changed. Ladders on which the level has
    another length than the start change the length of the routine, as 2A says of
    the hang.
    """
    found = []
    for slug in slugs:
        ladder = ladder_of(slug)
        found.append(standing.level(ladder) if ladder else slug)
    return tuple(found)


def too_early(slug: str, days_since_first: int | None) -> int:
    """Return for how many more days a movement is not offered; 0 if it is.

    Args:
        slug: the movement.
        days_since_first: days since the first session of all, None before it.
    """
    wait = 7 * WEEKS_BEFORE.get(slug.partition("/")[0], 0)
    return max(0, wait - (days_since_first or 0))
