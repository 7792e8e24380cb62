"""Geometry checks of a movement: what the eye would find, found by arithmetic.

Each check is a function from a sampled loop to findings that carry its name.
`check` runs them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.checks import (
    course,
    ground,
    joints,
    marks,
    overlap,
    promises,
    props,
)
from deskstretch.body.checks.loop import SAMPLES, Finding, Loop, by_phase
from deskstretch.body.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.body.choreography import Choreography
    from deskstretch.body.skeleton import Side

    Check: TypeAlias = Callable[[Loop], list[Finding]]

__all__ = ["CHECKS", "SAMPLES", "Finding", "Loop", "by_phase", "check"]

CHECKS: Final[Mapping[str, Check]] = {
    one.__name__: one
    for one in (
        course.finite,
        ground.contact,
        ground.hover,
        ground.floor,
        ground.drag,
        ground.rest,
        overlap.overlap,
        overlap.resting,
        props.props,
        props.balance,
        joints.limits,
        joints.hamstring,
        joints.bones,
        course.speed,
        course.acceleration,
        course.closure,
        course.via,
        course.mirror,
        promises.amplitude,
        promises.direction,
        promises.wave,
        promises.card,
        marks.trunk,
        marks.spine,
        marks.hip_line,
        marks.shoulder_blades,
        marks.ear_gap,
    )
}


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
        samples: how many figures of each moving phase to look at.
    """
    motion = Motion(choreography, seconds, side, range_)
    return judged(Loop(motion, by_phase(motion, samples)))


def judged(loop: Loop) -> list[Finding]:
    """Return what all checks find in a loop; a figure that is nowhere ends it."""
    nowhere = course.finite(loop)
    if nowhere:
        return nowhere
    return [finding for one in CHECKS.values() for finding in one(loop)]
