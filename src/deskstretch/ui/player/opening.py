"""What the player is opened with, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QSize

    from deskstretch.coaching.checklists import Checklist
    from deskstretch.coaching.reached import Summary
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.player.figure_view import Motions


def _no_other(_timeline: Timeline, _part: int) -> Swap | None:
    return None


def _no_fact(_summary: Summary) -> Words | None:
    return None


def _nothing() -> Words | None:
    return None


@dataclass(frozen=True, slots=True)
class Act:
    """One movement of the session.

    Attributes:
        warning_needed: its caution was not read yet.
        notes: what to do differently because of the person's answers.
        checklist: what has to be gone through before it, or None.
    """

    movement: Movement
    warning_needed: bool = False
    notes: tuple[Words, ...] = ()
    checklist: Checklist | None = None


class Swap(NamedTuple):
    """Another movement in place of one, and the session with it."""

    slug: str
    name: Words
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class RoutineOpening:
    """What is special about a session of several movements.

    Attributes:
        name: what it is called.
        about: one sentence that stands before it, or None.
        waits: changes of position wait until the person is ready.
        ready_page: show what comes, and `Start`, before it begins.
    """

    name: Words
    about: Words | None = None
    waits: bool = True
    ready_page: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """Everything the player is opened with; the window asks for nothing else.

    Attributes:
        acts: the movements by their slugs, each that the timeline or a swap plays.
        motions: makes the motion of a movement's side (None where there are no
            sides) at a range from 0 to 1.
        now: reads the steady clock, in seconds.
        notice_needed: the notice before the first session ever was not read yet.
        blocked: why there is no session now; shown instead of everything else.
        can_clear: the blocked page may offer that a professional said it is fine.
        hands_free: it moves on by itself; else each position waits for a press.
        first_time: ask how it felt in itself, not against the last time.
        finish_fact: one plain sentence for the end, or None.
        next_time: what is offered for the next time once the answer is kept, or None.
        step_back: the same movement a step easier, offered before it begins, or None.
        size: the size the window had last time.
        floor_view: the person agreed to the floor view for movements on the floor.
        other: what can be played instead of the movement of a timeline with this
            number, counted from 0, or None; its act is among `acts`.
    """

    acts: Mapping[str, Act]
    timeline: Timeline
    motions: Motions
    now: Callable[[], float]
    notice_needed: bool = False
    routine: RoutineOpening | None = None
    blocked: Words | None = None
    can_clear: bool = False
    hands_free: bool = True
    first_time: bool = False
    finish_fact: Callable[[Summary], Words | None] = _no_fact
    next_time: Callable[[], Words | None] = _nothing
    step_back: Words | None = None
    size: QSize | None = None
    floor_view: bool = False
    other: Callable[[Timeline, int], Swap | None] = _no_other

    @property
    def first(self) -> Act:
        """The movement the session begins with."""
        return self.acts[self.timeline.parts[0].movement]

    @property
    def name(self) -> Words:
        """What the session is called."""
        return self.routine.name if self.routine else words(self.first.movement.name)
