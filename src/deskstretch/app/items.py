"""What can be started, as the tray, the card and the player know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deskstretch.coaching.layout import lay_out, lay_out_routine
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.coaching.timeline import Timeline
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Block, Routine


class Item(NamedTuple):
    """A movement or a routine, in short.

    Attributes:
        usual_s: how long it takes, in seconds.
        movement: the movement itself, or the first of the routine.
        routine: whether it is a routine.
    """

    slug: str
    name: str
    short_name: str
    question: str
    usual_s: float
    movement: Movement
    routine: bool = False


class Plan(NamedTuple):
    """Everything the player plays for one slug.

    Attributes:
        slug: the movement or the routine, without a profile.
        profile: the movement's; empty for a routine.
        movements: every movement played, with its dose, by slug.
        routine: whether it is a routine.
        about: one sentence that stands before a routine, or None.
    """

    slug: str
    profile: str
    name: Words
    timeline: Timeline
    movements: Mapping[str, tuple[Movement, Dose]]
    routine: bool = False
    about: Words | None = None


def of_movement(movement: Movement) -> Item:
    """Return a movement in short."""
    return Item(
        movement.slug,
        movement.name,
        movement.short_name,
        movement.question,
        movement.usual_s,
        movement,
    )


def of_routine(routine: Routine, plan: Plan) -> Item:
    """Return a routine in short, as it is planned."""
    return Item(
        routine.slug,
        routine.name,
        routine.short_name,
        routine.question,
        plan.timeline.total_s,
        plan.movements[plan.timeline.parts[0].movement][0],
        routine=True,
    )


def movement_plan(movement: Movement, dose: Dose) -> Plan:
    """Return the plan for one movement."""
    return Plan(
        movement.slug,
        dose.name,
        words(movement.name),
        lay_out(movement, dose),
        {movement.slug: (movement, dose)},
    )


def routine_plan(routine: Routine, blocks: Sequence[Block], content: Catalogue) -> Plan:
    """Return the plan for the blocks of a routine; there is at least one."""
    found = [content.find(block.movement) for block in blocks]
    return Plan(
        routine.slug,
        "",
        words(routine.name),
        lay_out_routine(routine, blocks, content.find),
        {movement.slug: (movement, dose) for movement, dose in found},
        routine=True,
        about=words(routine.about) if routine.about else None,
    )
