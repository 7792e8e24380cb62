"""What may be offered to whom: answers against what a movement's file says.

Only the answers that are asked so far stand here; the rows of the screening table
that hide movements by their tags join `Answers` when their questions are asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.movements.movement import Movement

BESIDE_THE_DESK = "A"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said about themselves and their place.

    Attributes:
        red_flag: one of the signs to have checked first applies.
        standing_only: no knee on the floor here, as in most offices.
    """

    red_flag: bool = False
    standing_only: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What to do instead of, or with, the movement that was asked for.

    Attributes:
        movement: what to offer, or None if nothing may be.
        reason: why it is not what was asked for; None if it is.
    """

    movement: Movement | None
    reason: Words | None = None


def offer(
    movement: Movement, answers: Answers, movements: Mapping[str, Movement]
) -> Offer:
    """Return what may be offered when `movement` is asked for.

    A red flag blocks everything. Where only standing will do, the first of the
    movement's own swaps that is done beside the desk takes its place.
    """
    if answers.red_flag:
        return Offer(None, words("Please see a doctor or physiotherapist first."))
    if not answers.standing_only or movement.office == BESIDE_THE_DESK:
        return Offer(movement)
    for slug in movement.swaps:
        swap = movements.get(slug)
        if swap is not None and swap.office == BESIDE_THE_DESK:
            return Offer(swap, words("{name} needs no floor.", name=words(swap.name)))
    return Offer(
        None, words("{name} needs room on the floor.", name=words(movement.name))
    )
