"""Picture checks of a movement: what is painted can be seen, and is calm.

Each check is a function from the shots of one motion to findings that carry its
name. `check` runs them all; they need a QApplication.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.motion import Motion
from deskstretch.body.skeleton import SIDES
from deskstretch.movements import figure_check
from deskstretch.ui.figure.checks import calm, seen
from deskstretch.ui.figure.checks.shots import Shots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deskstretch.body.checks import Finding
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.problem import Problem
    from deskstretch.toml_lines import Document
    from deskstretch.ui.theme import Theme

    Check: TypeAlias = Callable[[Shots], list[Finding]]

__all__ = ["CHECKS", "Shots", "check", "judged", "problems"]

CHECKS: Final[Mapping[str, Check]] = {
    one.__name__: one
    for one in (
        calm.paints,
        calm.same,
        calm.popping,
        seen.frame,
        seen.clear,
        seen.glow,
        seen.stills,
        seen.contrast,
    )
}


def check(motion: Motion, theme: Theme, samples: int = 4) -> list[Finding]:
    """Return everything wrong with the pictures of a motion; empty is good.

    Args:
        motion: the movement, at one side and range.
        theme: light or dark.
        samples: how many pictures to take of each moving phase.
    """
    return judged(Shots(motion, theme, samples))


def judged(shots: Shots) -> list[Finding]:
    """Return what all checks find; pictures that cannot be painted end it."""
    broken = calm.paints(shots)
    if broken:
        return broken
    return [finding for one in CHECKS.values() for finding in one(shots)]


def problems(
    document: Document, movement: Movement, file: str, themes: Sequence[Theme]
) -> list[Problem]:
    """Return what is wrong with a movement's pictures, each thing once, with lines.

    Every theme is looked at, the first with the side the file is written for and the
    next with its mirror image.
    """
    seconds = movement.doses[movement.default_profile].seconds
    told: dict[object, Problem] = {}
    for theme, side in zip(themes, cycle(SIDES), strict=False):
        motion = Motion(movement.choreography, seconds, side)
        for finding in check(motion, theme):
            said = figure_check.problem(document, finding, file)
            told.setdefault((finding.check, finding.path), said)
    return list(told.values())
