"""How things stand, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.effects import Phase
    from deskstretch.words import Words


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
        session: slug of what is open in the player.
        held: names of reminders that are due and wait for their moment (quiet,
            distance, limit, after a time-out or a withdrawal).
        quiet: the reasons for quiet in force, the one to name first (of `REASONS`).
        works_from: outside the working hours, when they begin again.
        paused_until: end of a pause that has one; `phase` says whether it is on.
    """

    phase: Phase
    reason: Words | None
    reminders: tuple[ReminderStatus, ...]
    prompt: PromptStatus | None
    session: str | None
    away: bool
    held: tuple[str, ...]
    paused: bool
    paused_until: datetime | None
    stop: StopStatus | None
    quiet: tuple[str, ...] = ()
    works_from: datetime | None = None
