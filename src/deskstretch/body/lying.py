"""Lying: which parts rest on the mat, and the pelvis that stays on it.

Head, upper back and pelvis are contacts like feet and hands. Someone who lies on the
back with the upper back locked moves spine and legs below it; then neither head nor
shoulder blades nor arms can leave the mat.
"""

from __future__ import annotations

from math import radians
from typing import TYPE_CHECKING, Final

from deskstretch.body.kinematics import spine
from deskstretch.body.pose import KEYS, Pose
from deskstretch.body.surface import balls
from deskstretch.body.vectors import add, cross, scaled, sub, turned, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskstretch.body.skeleton import Figure, Joint, Side
    from deskstretch.body.vectors import Vec

# The contact -> the joints that stay where they are while it rests.
RESTING: Final[Mapping[str, tuple[str, ...]]] = {
    "upper_back": ("shoulder_right", "shoulder_left"),
    "chest": ("shoulder_right", "shoulder_left"),
    "pelvis": ("pelvis",),
    "head": ("head",),
}
# The contact -> the spheres of the skin it lies on. A head in the mat to the hair is
# none that floats, so it does not carry the body.
_LIES_ON: Final[Mapping[str, frozenset[str]]] = {
    "upper_back": frozenset({"spine_4", "spine_5", "spine_6"}),
    "chest": frozenset({"spine_4", "spine_5", "spine_6"}),
    "pelvis": frozenset({"pelvis", "hip_right", "hip_left"}),
}
# What a file may lock -> the joint whose frame is kept.
LOCKS: Final[Mapping[str, str]] = {"upper_back": "spine_7", "pelvis": "pelvis"}
_CHEST: Final = KEYS["thoracic_flexion"]
_CHEST_BENDS_AT: Final = ("spine_3", "spine_4", "spine_5", "spine_6")
_LEVEL: Final = 1e-5  # of stature: less than a hair


def lowest(figure: Figure, contacts: Iterable[str]) -> float | None:
    """Return the height of the lowest skin of lying contacts; None if none lies."""
    names = {name for contact in contacts for name in _LIES_ON.get(contact, ())}
    heights = [
        ball.centre[1] - ball.radius for ball in balls(figure) if ball.name in names
    ]
    return min(heights, default=None)


def elbow_pole(side: Side) -> Vec:
    """Return where the elbow of an arm on the mat points, as seen from the girdle.

    Down to the mat and outward for an arm by the side; down, and a little towards the
    head, for one that is out to the side with its palm down.
    """
    return (-0.8, 0.3, 0.55 if side == "right" else -0.55)


def with_pelvis_down(pose: Pose, upper_back: Joint, height: float) -> Pose:
    """Bend the chest until the pelvis is at a height, the upper back staying put.

    A low back that flattens would push the pelvis off the mat; what the chest gives
    is a few degrees.

    Args:
        pose: the 61 numbers.
        upper_back: where the locked joint of the upper back is.
        height: of the pelvis' joint above the floor.
    """
    joints = spine(pose)
    above, more = _above(joints, upper_back, height), 0.0
    slope = _slope(joints, upper_back)
    for _ in range(4):
        if abs(above) < _LEVEL or slope == 0.0:
            break
        step = -above / slope
        more += step
        before, above = above, _above(spine(_bent(pose, more)), upper_back, height)
        slope = (above - before) / step
    return _bent(pose, more)


def _bent(pose: Pose, more: float) -> Pose:
    numbers = list(pose)
    for index, share in _CHEST:
        numbers[index] += more * share
    return tuple(numbers)


def _above(joints: Figure, upper_back: Joint, height: float) -> float:
    """Return how much too high the pelvis is with the upper back in its place."""
    top = joints["spine_7"]
    way = within(top.frame, sub(joints["pelvis"].position, top.position))
    return upper_back.position[1] + turned(upper_back.frame, way)[1] - height


def _slope(joints: Figure, upper_back: Joint) -> float:
    """Return how fast the pelvis rises as the chest bends, in stature per degree."""
    top, pelvis = joints["spine_7"], joints["pelvis"].position
    way = (0.0, 0.0, 0.0)
    for (_, share), name in zip(_CHEST, _CHEST_BENDS_AT, strict=True):
        position, frame = joints[name]
        way = add(way, scaled(cross(frame[2], sub(pelvis, position)), share))
    return radians(turned(upper_back.frame, within(top.frame, way))[1])
