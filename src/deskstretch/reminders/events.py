"""What can happen to the planner, as facts in the past tense.

Every event is handed over with the `Moment` at which it is known. Presses (all
from `Accepted` to `Asked`) are input at that moment, so the driver need not send
an `Input` of its own for them. While the screen is locked, the session switched
away or the machine asleep they do nothing (`Finished` still ends an open session).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.rules import Library, Rules

Sign: TypeAlias = Literal["mild", "sharp", "numb", "worse", "emergency"]


@dataclass(frozen=True, slots=True)
class Started:
    """The program runs, on a fresh planner or a restored one.

    The user is away until the first `Input`. Where nothing can tell idle time,
    send an `Input` right after this and never an `Idled`. Then tell what the
    desktop is like: `Locked` if it is, `Busy` if it is.

    Attributes:
        alive_until: after a crash the last steady second known to have been lived
            through; None takes the last save and its 5 min of grace.
    """

    alive_until: float | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """Input began, or was seen again, and goes on until `Idled`."""


@dataclass(frozen=True, slots=True)
class Idled:
    """There has been no input since the steady second `since`.

    May be told at once or when the threshold (`Rules.idle_after_s`) has passed.
    """

    since: float


@dataclass(frozen=True, slots=True)
class Locked:
    """The screen was locked."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The screen was unlocked, which is no input by itself."""


@dataclass(frozen=True, slots=True)
class SwitchedAway:
    """Another user's session came to the front."""


@dataclass(frozen=True, slots=True)
class SwitchedBack:
    """This session came to the front again, which is no input by itself."""


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine went to sleep.

    Attributes:
        since: when the signal was lost and a gap between the clocks told it
            afterwards: the steady second at which it slept. To be handed over
            before any other event of after the gap, and followed by `Woke`.
    """

    since: float | None = None


@dataclass(frozen=True, slots=True)
class Woke:
    """The machine woke up, which is no input by itself."""


@dataclass(frozen=True, slots=True)
class Busy:
    """All reasons for quiet as they are now (of `rules.REASONS`); empty is none."""

    reasons: frozenset[str]


@dataclass(frozen=True, slots=True)
class Accepted:
    """Start was pressed on the card: its session is open (the diary is none)."""


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Snooze was pressed; None takes the length of the settings."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Skip: the open card, or without one all that is held or snoozed."""


@dataclass(frozen=True, slots=True)
class CardShown:
    """The card asked for is really visible: its 45 s run from here."""


@dataclass(frozen=True, slots=True)
class PointerOver:
    """The pointer came over the card, or left it; over it the time stands."""

    over: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """The player was opened with this; ask `Planner.refusal` before opening."""

    slug: str


@dataclass(frozen=True, slots=True)
class Finished:
    """This was done to its end (or, for "diary", filled in)."""

    slug: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The player was closed before the end."""


@dataclass(frozen=True, slots=True)
class Hurt:
    """A stop sign was pressed."""

    sign: Sign


@dataclass(frozen=True, slots=True)
class Mistaken:
    """The last stop sign was chosen by mistake: what was before it is so again."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The short check was passed; `seen` answers its question, where it has one."""

    seen: bool | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """Paused until a moment (with its zone), "tomorrow", or None: until resumed."""

    until: datetime | Literal["tomorrow"] | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A pause was ended by hand; without one nothing happens."""


@dataclass(frozen=True, slots=True)
class Enough:
    """Enough for today."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The user asked for the card: of the next reminder, or of what does `slug`.

    Answered by `ShowPrompt`, or by `Refused`. It is shown in a pause, in quiet and
    out of hours too (the user asked), and is not counted against the limits.
    """

    slug: str | None = None


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """The settings changed: counts are kept, by name; what is due is looked at.

    `library` is given where they also change what a routine consists of.
    """

    rules: Rules
    library: Library | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing happened but time, or the wall clock or the zone was set."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The program is about to end; take the snapshot after this."""


DesktopEvent: TypeAlias = (
    Input
    | Idled
    | Locked
    | Unlocked
    | SwitchedAway
    | SwitchedBack
    | Slept
    | Woke
    | Busy
)
CardEvent: TypeAlias = Accepted | Snoozed | Skipped | CardShown | PointerOver | Asked
PlayerEvent: TypeAlias = Opened | Finished | Closed | Hurt | Mistaken | Checked
HoldEvent: TypeAlias = Paused | Resumed | Enough
ProgramEvent: TypeAlias = Started | RulesChanged | Tick | Ended
Event: TypeAlias = DesktopEvent | CardEvent | PlayerEvent | HoldEvent | ProgramEvent
