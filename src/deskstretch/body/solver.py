"""One pose in, one figure out: the body placed, its contacts held, nothing else.

The order is fixed and no frame depends on another: forward kinematics; place the
body by its anchors, or in balance over its feet; bend the trunk until straight arms
are straight; bring held feet, knees and hands home; lay touching hands on their spots.
Every contact has a weight from 0 to 1, so that it is never switched.
"""

from __future__ import annotations

from math import asin, cos, degrees, sin, sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.contacts import STRAIGHT_ARM, Holds, Pin, leaning_pole
from deskstretch.body.edges import tip_foot
from deskstretch.body.kinematics import BALL, forward, upper_body
from deskstretch.body.limbs import (
    Joints,
    carried,
    moved,
    put_foot,
    put_hand,
    put_knee,
)
from deskstretch.body.lying import with_pelvis_down
from deskstretch.body.pose import INDEX, Pose, mixed
from deskstretch.body.settling import lift_hands, settled
from deskstretch.body.skeleton import Joint, Side
from deskstretch.body.stance import Foot, sway
from deskstretch.body.touching import touch
from deskstretch.body.vectors import about_z, at, dot, sub, turned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Which number turns all that is above a hinge, forward with plus.
_BENDS_AT: Final = {
    "pelvis": INDEX["pelvis_pitch"],
    "spine_0": INDEX["lumbar_flexion_0"],
}
_SHIFT: Final = INDEX["pelvis_forward"]  # and up and sideways after it
Reach: TypeAlias = tuple[Side, str, float]  # hand, spot, weight


def solve(
    pose: Pose,
    holds: Holds,
    weights: Mapping[str, float],
    reaches: Sequence[Reach] = (),
    bearing: Mapping[str, float] | None = None,
    places: Mapping[str, Joint] | None = None,
) -> Joints:
    """Return the figure of a pose with its contacts held.

    Args:
        pose: the 61 numbers.
        holds: what was recorded from the reference pose.
        weights: contact name -> 0 (let go) to 1 (held); a missing name is held.
        reaches: hands that rest on named spots, with their weights.
        bearing: feet to stand on in balance -> their share of the weight, if any.
        places: hands that walk -> where they are now, if not where they were recorded.
    """
    pose = _resting(pose, holds, weights)
    joints = _placed(forward(pose, holds.root), holds, weights)
    if holds.settles:
        joints = settled(joints, holds.roll)
    if bearing:
        feet = [
            Foot(pin, weights.get(pin.contact, 1.0), bearing[pin.contact])
            for pin in holds.pins
            if pin.contact in bearing
        ]
        joints = moved(joints, sway(joints, feet))
    if holds.straight:
        # The trunk turns on hips that stay where they are, and so do the legs.
        bend = _straightening_bend(joints, holds)
        shift = (pose[_SHIFT], pose[_SHIFT + 1], pose[_SHIFT + 2])
        root = sub(joints["pelvis"].position, shift)
        joints |= upper_body(_bent(pose, _BENDS_AT[holds.hinge], bend), root)
    for pin in holds.pins:
        weight = weights.get(pin.contact, 1.0)
        if weight > 0.0:
            place = (places or {}).get(pin.contact, pin.joint)
            _hold(joints, pin._replace(joint=place), weight)
    for side, spot, weight in reaches:
        if weight > 0.0:
            touch(joints, side, spot, weight)
    if holds.settles:
        lift_hands(joints)
    return joints


def _resting(pose: Pose, holds: Holds, weights: Mapping[str, float]) -> Pose:
    """Keep the pelvis on the mat under a locked upper back, by the pelvis' weight."""
    weight = weights.get("pelvis", 1.0)
    if not holds.pelvis_down or holds.lock is None or weight <= 0.0:
        return pose
    down = with_pelvis_down(pose, holds.lock[1], holds.root[1])
    return mixed(pose, down, weight) if weight < 1.0 else down


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


def _straightening_bend(joints: Joints, holds: Holds) -> float:
    """Return the extra forward bend in degrees that makes the held arms straight.

    All above the hinge turns as one; the distance from shoulder to held hand is a
    function of that turn, solved by Newton's method.
    """
    hinge = joints[holds.hinge]
    pairs = []
    for side, hand in holds.straight:
        arm = sub(joints[f"shoulder_{side}"].position, hinge.position)
        goal = sub(hand, hinge.position)
        x, y, z = (dot(arm, axis) for axis in hinge.frame)
        pairs.append((x, y, z, *(dot(goal, axis) for axis in hinge.frame)))
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


def _bent(pose: Pose, number: int, more: float) -> Pose:
    return (*pose[:number], pose[number] + more, *pose[number + 1 :])


def _hold(joints: Joints, pin: Pin, weight: float) -> None:
    if pin.part == "hand":
        if pin.pole is None:
            pole = leaning_pole(joints, pin.side, pin.joint.position)
        else:
            pole = turned(joints[f"girdle_{pin.side}"].frame, pin.pole)
        put_hand(joints, pin.side, pin.joint, pole, weight)
    elif pin.ankle is None or pin.toe is None:
        return
    elif pin.tips:
        tip_foot(joints, pin.side, pin.ankle, pin.toe, weight)
    elif pin.part == "foot":
        ankle = _rolled(joints, pin, pin.ankle) if pin.rolls else pin.ankle
        put_foot(joints, pin.side, ankle, pin.toe, weight)
    else:
        put_knee(joints, pin.side, pin.joint, pin.ankle, pin.toe)


def _rolled(joints: Joints, pin: Pin, flat: Joint) -> Joint:
    """Return the ankle of a foot on its ball, the heel as high as the pose has it."""
    down = -joints[f"ankle_{pin.side}"].frame[0][1]
    frame = about_z(flat.frame, -degrees(asin(max(0.0, min(1.0, down)))))
    ball = at(*flat, BALL)
    return Joint(at(ball, frame, (-BALL[0], -BALL[1], -BALL[2])), frame)
