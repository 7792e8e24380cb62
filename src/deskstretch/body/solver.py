"""One pose in, one figure out: the body placed, its contacts held, nothing else.

The order is fixed and no frame depends on another: forward kinematics; place the
body by its anchors; tilt the trunk until straight arms are straight; bring held feet,
knees and hands home; lay touching hands on their spots. Every contact has a weight
from 0 to 1, so that it is never switched.
"""

from __future__ import annotations

from math import cos, degrees, sin, sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.contacts import STRAIGHT_ARM, Holds, Pin, leaning_pole
from deskstretch.body.kinematics import forward, upper_body
from deskstretch.body.limbs import (
    Joints,
    carried,
    hand_frame,
    moved,
    put_foot,
    put_hand,
    put_knee,
)
from deskstretch.body.pose import INDEX, Pose
from deskstretch.body.skeleton import Joint, Side
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import PALM
from deskstretch.body.vectors import at, dot, sub, turned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PITCH: Final = INDEX["pelvis_pitch"]
_SHIFT: Final = INDEX["pelvis_forward"]  # and up and sideways after it
Reach: TypeAlias = tuple[Side, str, float]  # hand, spot, weight


def solve(
    pose: Pose,
    holds: Holds,
    weights: Mapping[str, float],
    reaches: Sequence[Reach] = (),
) -> Joints:
    """Return the figure of a pose with its contacts held.

    Args:
        pose: the 61 numbers.
        holds: what was recorded from the reference pose.
        weights: contact name -> 0 (let go) to 1 (held); a missing name is held.
        reaches: hands that rest on named spots, with their weights.
    """
    joints = _placed(forward(pose, holds.root), holds, weights)
    if holds.straight:
        # The trunk tilts on hips that stay where they are, and so do the legs.
        tilt = _straightening_tilt(joints, holds)
        shift = (pose[_SHIFT], pose[_SHIFT + 1], pose[_SHIFT + 2])
        root = sub(joints["pelvis"].position, shift)
        joints |= upper_body(_tilted(pose, tilt), root)
    for pin in holds.pins:
        weight = weights.get(pin.contact, 1.0)
        if weight > 0.0:
            _hold(joints, pin, weight)
    for side, spot, weight in reaches:
        if weight > 0.0:
            _touch(joints, side, spot, weight)
    return joints


def _placed(joints: Joints, holds: Holds, weights: Mapping[str, float]) -> Joints:
    if holds.lock:
        return carried(joints, *holds.lock)
    x = y = z = held = 0.0
    for name, home in holds.anchors:
        weight = weights.get(_CONTACT_OF.get(name, name), 1.0)
        here = joints[name].position
        x += weight * (home[0] - here[0])
        y += weight * (home[1] - here[1])
        z += weight * (home[2] - here[2])
        held += weight
    if held <= 0.0:
        return joints
    return moved(joints, (x / held, y / held, z / held))


_CONTACT_OF: Final = {
    f"{joint}_{side}": f"{contact}_{side}"
    for joint, contact in (("knee", "knee"), ("ankle", "foot"), ("wrist", "hand"))
    for side in ("left", "right")
}


def _straightening_tilt(joints: Joints, holds: Holds) -> float:
    """Return the extra pelvis tilt in degrees that makes the held arms straight.

    The trunk turns about the hips as one; the distance from shoulder to held hand is
    a function of that turn, solved by Newton's method.
    """
    pelvis = joints["pelvis"]
    pairs = []
    for side, hand in holds.straight:
        arm = sub(joints[f"shoulder_{side}"].position, pelvis.position)
        goal = sub(hand, pelvis.position)
        x, y, z = (dot(arm, axis) for axis in pelvis.frame)
        pairs.append((x, y, z, *(dot(goal, axis) for axis in pelvis.frame)))
    turn = 0.0
    for _ in range(8):
        error = slope = 0.0
        c, s = cos(turn), sin(turn)
        for x, y, z, u, v, w in pairs:
            dx, dy, dz = c * x + s * y - u, c * y - s * x - v, z - w
            gap = sqrt(dx * dx + dy * dy + dz * dz)
            error += gap - STRAIGHT_ARM
            slope += (dx * (c * y - s * x) - dy * (c * x + s * y)) / gap
        if abs(error) < 1e-7 or abs(slope) < 1e-6:
            break
        turn -= max(-0.2, min(0.2, error / slope))
    return degrees(turn)


def _tilted(pose: Pose, tilt: float) -> Pose:
    return (*pose[:_PITCH], pose[_PITCH] + tilt, *pose[_PITCH + 1 :])


def _hold(joints: Joints, pin: Pin, weight: float) -> None:
    if pin.part == "hand":
        pole = leaning_pole(joints, pin.side, pin.joint.position)
        put_hand(joints, pin.side, pin.joint, pole, weight)
    elif pin.ankle is None or pin.toe is None:
        return
    elif pin.part == "foot":
        put_foot(joints, pin.side, pin.ankle, pin.toe, weight)
    else:
        put_knee(joints, pin.side, pin.joint, pin.ankle, pin.toe)


def _touch(joints: Joints, side: Side, spot_name: str, weight: float) -> None:
    spot = spot_for(spot_name, side)
    part = joints[spot.part]
    frame = hand_frame(
        turned(part.frame, spot.fingers), turned(part.frame, spot.palm), side
    )
    wrist = at(at(*part, spot.palm_at), frame, (-PALM[0], -PALM[1], -PALM[2]))
    pole = turned(joints[f"girdle_{side}"].frame, spot.elbow)
    put_hand(joints, side, Joint(wrist, frame), pole, weight)
