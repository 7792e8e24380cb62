"""Joint angles read back from a solved figure: what a clinician would measure.

Contacts change the angles an author wrote, so limits are checked on these. The
conventions are those of `pose`: flexion, then abduction, then rotation.
"""

from __future__ import annotations

from itertools import pairwise
from math import asin, atan2, cos, degrees, sin
from typing import TYPE_CHECKING, Final

from deskstretch.body.skeleton import REST_CURVE, SIDES
from deskstretch.body.vectors import cross, dot, relative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Frame, Vec

_REGIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "lumbar": ("spine_0", "spine_1", "spine_2", "spine_3"),
    "thoracic": ("spine_3", "spine_4", "spine_5", "spine_6", "spine_7"),
    "neck": ("spine_7", "neck_0", "neck_1"),
}


def joint_angles(figure: Figure) -> dict[str, float]:
    """Return every joint's angles in degrees, those of limbs with their side.

    Besides the names of `pose` there are `wrist_deviation` and `ankle_turn`, which
    no author writes: a hand or a foot on a surface may cause them.
    """
    angles = _spine(figure)
    for side in SIDES:
        limbs = _leg(figure, side) | _arm(figure, side)
        angles |= {f"{name}_{side}": value for name, value in limbs.items()}
    return angles


def _spine(figure: Figure) -> dict[str, float]:
    angles: dict[str, float] = {}
    for region, joints in _REGIONS.items():
        totals = [0.0, 0.0, 0.0]
        for lower, upper in pairwise(joints):
            a, b, c = _turns(figure[lower].frame, figure[upper].frame)
            totals[0] -= a + REST_CURVE[region]
            totals[1] += b
            totals[2] -= c
        angles[f"{region}_flexion"] = totals[0]
        angles[f"{region}_side_bend"] = totals[1]
        angles[f"{region}_twist"] = totals[2]
    return angles


def _leg(figure: Figure, side: Side) -> dict[str, float]:
    sign = 1.0 if side == "right" else -1.0
    thigh, shank = figure[f"hip_{side}"].frame, figure[f"knee_{side}"].frame
    foot, toe = figure[f"ankle_{side}"].frame, figure[f"toe_{side}"].frame
    flexion, abduction, rotation = _turns(figure["pelvis"].frame, thigh)
    bend, inversion, turn = _turns(shank, foot)
    return {
        "hip_flexion": flexion,
        "hip_abduction": -sign * abduction,
        "hip_rotation": -sign * rotation,
        "knee_flexion": -_turns(thigh, shank)[0],
        "ankle_dorsiflexion": bend,
        "ankle_turn": max(abs(inversion), abs(turn)),
        "toe_extension": _turns(foot, toe)[0],
    }


def _arm(figure: Figure, side: Side) -> dict[str, float]:
    sign = 1.0 if side == "right" else -1.0
    upper, fore = figure[f"shoulder_{side}"].frame, figure[f"elbow_{side}"].frame
    flexion, abduction, rotation = _turns(figure[f"girdle_{side}"].frame, upper)
    x, y, z = relative(fore, figure[f"wrist_{side}"].frame)
    pronation = atan2(z[0], z[2])
    extension = asin(max(-1.0, min(1.0, -z[1])))
    # What is left after pronation and extension turns the hand in its own plane.
    plain: Vec = (cos(pronation), 0.0, -sin(pronation))
    deviation = atan2(-dot(y, plain), dot(x, plain))
    return {
        "shoulder_flexion": flexion,
        "shoulder_abduction": -sign * abduction,
        "shoulder_rotation": -sign * rotation,
        "elbow_flexion": _turns(upper, fore)[0],
        "forearm_pronation": sign * degrees(pronation),
        "wrist_extension": -sign * degrees(extension),
        "wrist_deviation": degrees(deviation),
    }


def _turns(parent: Frame, child: Frame) -> tuple[float, float, float]:
    """Return the turns about Z, then X, then Y in degrees that make the child."""
    x, y, _ = relative(parent, child)
    about_x = asin(max(-1.0, min(1.0, y[2])))
    about_z = atan2(-y[0], y[1])
    front: Vec = (cos(about_z), sin(about_z), 0.0)
    about_y = atan2(-dot(x, cross(front, y)), dot(x, front))
    return degrees(about_z), degrees(about_x), degrees(about_y)
