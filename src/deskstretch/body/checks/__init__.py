"""Geometry checks of a movement: what the eye would find, found by arithmetic.

Each check is a function from a sampled loop to findings. `check` runs them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.checks import course, ground, joints
from deskstretch.body.checks.loop import SAMPLES, Finding, Loop
from deskstretch.body.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.body.choreography import Choreography
    from deskstretch.body.skeleton import Side

__all__ = ["CHECKS", "Finding", "Loop", "check"]

CHECKS: Final[tuple[Callable[[Loop], list[Finding]], ...]] = (
    course.finite,
    ground.contact,
    ground.floor,
    ground.props,
    ground.balance,
    ground.rest,
    joints.limits,
    joints.card,
    joints.hamstring,
    joints.bones,
    course.speed,
    course.closure,
    course.amplitude,
    course.direction,
    course.trunk,
    course.mirror,
)


def check(
    choreography: Choreography,
    seconds: tuple[float, ...],
    range_: float = 1.0,
    side: Side = "right",
    samples: int = SAMPLES,
) -> list[Finding]:
    """Return everything wrong with a movement at given seconds; empty is good.

    Args:
        choreography: the movement.
        seconds: one length per phase, as in a dose.
        range_: 0 to 1 of the full movement; below 1 it may be too small to see.
        side: the side to check.
        samples: how many figures of the loop to look at.
    """
    loop = Loop(Motion(choreography, seconds, side, range_), samples)
    return [finding for one in CHECKS for finding in one(loop)]
