"""What the planner wants done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from deskstretch.words import Words

Phase: TypeAlias = Literal[
    "stopped",
    "session",
    "paused",
    "off-hours",
    "away",
    "prompting",
    "quiet",
    "counting",
]
Why: TypeAlias = Literal[
    "time-out",
    "away",
    "lock",
    "sleep",
    "quiet",
    "paused",
    "off-hours",
    "session",
    "done",
    "hurts",
    "ended",
]


@dataclass(frozen=True, slots=True)
class ShowPrompt:
    """Show this card; answer with `CardShown` when it is really visible.

    Attributes:
        name: the reminder that asks (for `Asked` of a slug no reminder does: the slug).
        does: slug, or "diary".
        reason: why now: "92 min of sitting".
        again: it belongs to an asking that was shown before.
        offer_skip: it was snoozed three times in a row.
        waits_for_typing: the card may wait for a pause in typing.
    """

    name: str
    does: str
    reason: Words
    again: bool
    offer_skip: bool
    waits_for_typing: bool


@dataclass(frozen=True, slots=True)
class WithdrawPrompt:
    """Take the open card away. Nobody pressed anything on it."""

    name: str
    does: str
    why: Why


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The phase, or the reason for it, is another one now."""

    phase: Phase
    reason: Words | None


@dataclass(frozen=True, slots=True)
class Refused:
    """What was asked for does not happen, and this is why."""

    reason: Words


@dataclass(frozen=True, slots=True)
class Save:
    """Write `Planner.snapshot()` down, at once."""


Effect: TypeAlias = ShowPrompt | WithdrawPrompt | StateChanged | Refused | Save
