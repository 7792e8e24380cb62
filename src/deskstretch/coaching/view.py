"""One moment of a session, as plain values: all that a screen has to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.coaching.timeline import Entry
    from deskstretch.movements.vocabulary import Side


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a session.

    Attributes:
        position: seconds on the timeline; negative in the pre-roll.
        entry: what is on; in the pre-roll, what comes first.
        side: the side to show: worked now, or next when changing.
        running: the clock runs.
        waiting: a change of position is over, and the clock waits for a `next`.
        finished: the end of the timeline was reached.
        left_s: seconds left in all, without the pre-roll.
        pre_roll_s: how long the pre-roll is.
        more_s: extra seconds that run before the clock of the timeline goes on.
    """

    position: float
    entry: Entry
    side: Side | None
    running: bool
    waiting: bool
    finished: bool
    left_s: float
    pre_roll_s: float
    more_s: float = 0.0
