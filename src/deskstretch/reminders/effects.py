"""What the planner wants done, and how it says that things stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class ReminderStatus:
    """How one reminder stands.

    Attributes:
        due_in_s: seconds of desk time (desk-time) or of wall time (daily) until it
            is due, 0 when it is; None where that cannot be known.
    """

    name: str
    does: str
    kind: Literal["desk-time", "on-return", "daily"]
    due_in_s: float | None


@dataclass(frozen=True, slots=True)
class PromptStatus:
    """The card that is open, from the asking on."""

    name: str
    does: str
    reason: Words


@dataclass(frozen=True, slots=True)
class StopStatus:
    """A stop sign is in force.

    Attributes:
        check_at: from when on the check can be passed, in the zone in force.
        open: it can be passed now.
        asks: it asks whether a doctor or physiotherapist has seen you about it.
    """

    check_at: datetime
    open: bool
    asks: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How things stand.

    Attributes:
        held: names of reminders that are due and wait for their moment (quiet,
            distance, limit, after a time-out or a withdrawal).
        paused_until: end of a pause that has one; `phase` says whether it is on.
    """

    phase: Phase
    reason: Words | None
    reminders: tuple[ReminderStatus, ...]
    prompt: PromptStatus | None
    away: bool
    held: tuple[str, ...]
    paused: bool
    paused_until: datetime | None
    stop: StopStatus | None
