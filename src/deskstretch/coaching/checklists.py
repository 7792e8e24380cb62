"""What to look at before the first time something carries a person's weight.

The lines are those of the cards of the fact sheet (M03, M04, and 2E for vehicles);
the question about the shoulders is its row of 1D. No clinician has reviewed them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Checklist:
    """Lines to go through once before a movement.

    Attributes:
        title: the headline.
        lines: what has to be so.
        asks_shoulders: the question about the shoulders is asked, too; who says yes
            is not offered the movement (F108).
    """

    title: Words
    lines: tuple[Words, ...]
    asks_shoulders: bool = False


CHECKLISTS: Final[Mapping[str, Checklist]] = {
    "active-hang": Checklist(
        words("Look at your bar first"),
        (
            words("It is a bar made for hanging, it is fixed, and it carries you."),
            words("It is no door trim, shelf, pipe, sprinkler or part of a vehicle."),
            words("You reach it from the floor or from a firm step, without a jump."),
        ),
        asks_shoulders=True,
    ),
    "lat-stretch": Checklist(
        words("Look at your desk first"),
        (
            words("The desk, counter or frame stands firm. It cannot roll or tip."),
            words("A sit-stand desk is locked."),
            words("There is room behind you to move the hips back."),
        ),
    ),
}
