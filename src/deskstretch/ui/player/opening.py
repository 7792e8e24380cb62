"""What the player is opened with, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    from deskstretch.coaching.reached import Summary
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.player.figure_view import Motions
    from deskstretch.words import Words


def _no_fact(_summary: Summary) -> Words | None:
    return None


@dataclass(frozen=True, slots=True)
class Opening:
    """Everything the player is opened with; the window asks for nothing else.

    Attributes:
        motions: makes the motion of a side (None where there are no sides) at a
            range from 0 to 1.
        now: reads the steady clock, in seconds.
        notice_needed: the notice before the first session ever was not read yet.
        warning_needed: this movement's caution was not read yet.
        blocked: why there is no session now; shown instead of everything else.
        can_clear: the blocked page may offer that a professional said it is fine.
        first_time: ask how it felt in itself, not against the last time.
        finish_fact: one plain sentence for the end, or None.
        size: the size the window had last time.
    """

    movement: Movement
    timeline: Timeline
    motions: Motions
    now: Callable[[], float]
    notice_needed: bool = False
    warning_needed: bool = False
    blocked: Words | None = None
    can_clear: bool = False
    first_time: bool = False
    finish_fact: Callable[[Summary], Words | None] = _no_fact
    size: QSize | None = None
