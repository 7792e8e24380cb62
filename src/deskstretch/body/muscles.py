"""The muscles that can glow: where they lie, as paths in the frames of joints.

Each path is written for the right side or the middle; the left mirrors it. `part` is
the drawn part it shines on, `width` half the breadth of the glow, in stature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.skeleton import SIDES, swapped
from deskstretch.body.vectors import Vec, mirrored_point

if TYPE_CHECKING:
    from collections.abc import Mapping


class Muscle(NamedTuple):
    """A glowing strip along `path`, each point an offset in a joint's frame."""

    part: str  # pelvis, shirt, leg_right, leg_left
    width: float
    path: tuple[tuple[str, Vec], ...]


_RIGHT: Final[Mapping[str, Muscle]] = {
    "hip_flexors": Muscle(
        "leg_right",
        0.050,
        (
            ("pelvis", (0.052, 0.030, 0.050)),
            ("hip_right", (0.048, -0.045, 0.0)),
            ("hip_right", (0.050, -0.150, 0.0)),
        ),
    ),
    "quadriceps": Muscle(
        "leg_right",
        0.046,
        (
            ("hip_right", (0.045, -0.050, 0.0)),
            ("hip_right", (0.045, -0.140, 0.0)),
            ("hip_right", (0.035, -0.210, 0.0)),
        ),
    ),
    "hamstrings": Muscle(
        "leg_right",
        0.046,
        (
            ("hip_right", (-0.038, -0.050, 0.0)),
            ("hip_right", (-0.038, -0.140, 0.0)),
            ("hip_right", (-0.026, -0.210, 0.0)),
        ),
    ),
    "glutes": Muscle(
        "pelvis",
        0.060,
        (
            ("pelvis", (-0.045, 0.030, 0.045)),
            ("pelvis", (-0.055, -0.030, 0.045)),
        ),
    ),
    "lats": Muscle(
        "shirt",
        0.060,
        (
            ("shoulder_right", (-0.012, -0.010, 0.0)),
            ("spine_5", (-0.012, -0.004, 0.070)),
            ("spine_4", (-0.016, 0.0, 0.064)),
            ("spine_2", (-0.020, 0.0, 0.052)),
            ("spine_1", (-0.028, 0.0, 0.035)),
        ),
    ),
}

MUSCLES: Final[Mapping[str, Muscle]] = {
    f"{name}_{side}": muscle
    if side == "right"
    else Muscle(
        swapped(muscle.part),
        muscle.width,
        tuple((swapped(joint), mirrored_point(point)) for joint, point in muscle.path),
    )
    for name, muscle in _RIGHT.items()
    for side in SIDES
}


def sided(name: str) -> tuple[str, ...]:
    """Return the muscles a name means: itself, or both sides of a name without one.

    Raises:
        KeyError: no muscle has that name.
    """
    if name in MUSCLES:
        return (name,)
    both = tuple(f"{name}_{side}" for side in SIDES)
    if any(muscle not in MUSCLES for muscle in both):
        raise KeyError(name)
    return both
