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
    """A glowing strip along `path`, each point an offset in a joint's frame.

    The offset also tells which way the muscle faces, seen from the bone. `over` are
    parts that lie on its edge: the glow runs on across them.
    """

    part: str  # head, shirt, pelvis, leg_right, leg_left
    width: float
    path: tuple[tuple[str, Vec], ...]
    over: tuple[str, ...] = ()


# Places after the usual surface anatomy; a little inside the drawn outline, so that
# the glow reads from the side as well.
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
    "adductors": Muscle(
        "leg_right",
        0.040,
        (
            ("hip_right", (0.006, -0.055, -0.040)),
            ("hip_right", (0.006, -0.120, -0.042)),
            ("hip_right", (0.000, -0.185, -0.032)),
        ),
    ),
    "calves": Muscle(
        "leg_right",
        0.036,
        (
            ("knee_right", (-0.030, -0.030, 0.0)),
            ("knee_right", (-0.034, -0.090, 0.0)),
            ("knee_right", (-0.024, -0.160, 0.0)),
        ),
    ),
    "glutes": Muscle(
        "pelvis",
        0.060,
        (
            ("pelvis", (-0.045, 0.030, 0.045)),
            ("pelvis", (-0.055, -0.030, 0.045)),
        ),
        ("leg_right",),
    ),
    "outer_hip": Muscle(
        "pelvis",
        0.048,
        (
            ("pelvis", (-0.012, 0.030, 0.078)),
            ("hip_right", (-0.010, -0.030, 0.050)),
        ),
        ("leg_right",),
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
        ("arm_right",),
    ),
    "obliques": Muscle(
        "shirt",
        0.046,
        (
            ("spine_4", (0.016, -0.010, 0.066)),
            ("spine_2", (0.018, 0.0, 0.064)),
            ("pelvis", (0.016, 0.050, 0.072)),
        ),
    ),
    "chest": Muscle(
        "shirt",
        0.042,
        (
            ("spine_4", (0.066, 0.012, 0.018)),
            ("spine_5", (0.058, 0.004, 0.062)),
        ),
    ),
    "rhomboids": Muscle(
        "shirt",
        0.038,
        (
            ("spine_6", (-0.034, 0.0, 0.014)),
            ("spine_4", (-0.034, 0.018, 0.048)),
        ),
    ),
    "upper_trapezius": Muscle(
        "shirt",
        0.034,
        (
            ("spine_7", (-0.014, 0.012, 0.020)),
            ("girdle_right", (-0.016, 0.024, 0.040)),
            ("shoulder_right", (0.0, 0.0, 0.0)),
        ),
    ),
    "neck_sides": Muscle(
        "head",
        0.030,
        (
            ("neck_1", (-0.002, 0.012, 0.024)),
            ("spine_7", (0.004, -0.004, 0.030)),
        ),
    ),
}
_MIDDLE: Final[Mapping[str, Muscle]] = {
    "spine_erectors": Muscle(
        "shirt",
        0.050,
        (
            ("spine_6", (-0.030, 0.0, 0.0)),
            ("spine_4", (-0.034, 0.0, 0.0)),
            ("spine_2", (-0.032, 0.0, 0.0)),
            ("pelvis", (-0.048, 0.050, 0.0)),
        ),
    ),
    "abdominals": Muscle(
        "shirt",
        0.050,
        (
            ("spine_4", (0.062, -0.012, 0.0)),
            ("spine_2", (0.054, 0.0, 0.0)),
            ("pelvis", (0.050, 0.040, 0.0)),
        ),
    ),
}


def _left(muscle: Muscle) -> Muscle:
    return Muscle(
        swapped(muscle.part),
        muscle.width,
        tuple((swapped(joint), mirrored_point(place)) for joint, place in muscle.path),
        tuple(swapped(part) for part in muscle.over),
    )


MUSCLES: Final[Mapping[str, Muscle]] = {
    **{f"{name}_right": muscle for name, muscle in _RIGHT.items()},
    **{f"{name}_left": _left(muscle) for name, muscle in _RIGHT.items()},
    **_MIDDLE,
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
