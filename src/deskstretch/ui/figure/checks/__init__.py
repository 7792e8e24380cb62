"""Picture checks of a movement: what is painted can be seen, and is calm.

Each check is a function from the shots of one motion to findings that carry its
name. `check` runs them all; they need a QApplication.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.ui.figure.checks import calm, seen
from deskstretch.ui.figure.checks.shots import Shots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.body.checks import Finding
    from deskstretch.body.motion import Motion
    from deskstretch.ui.theme import Theme

    Check: TypeAlias = Callable[[Shots], list[Finding]]

__all__ = ["CHECKS", "Shots", "check", "judged"]

CHECKS: Final[Mapping[str, Check]] = {
    one.__name__: one
    for one in (
        calm.paints,
        calm.same,
        calm.popping,
        seen.frame,
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
