"""Two-bone inverse kinematics: hands, feet and knees go where they are held.

Every function here changes the joints of one limb in place and keeps the lengths of
its bones; a target out of reach is approached as far as the limb goes.
"""

from __future__ import annotations

from math import sqrt
from typing import Final, TypeAlias

from deskstretch.body.kinematics import BALL
from deskstretch.body.skeleton import LENGTHS, Joint, Side
from deskstretch.body.vectors import (
    IDENTITY,
    Frame,
    Vec,
    add,
    at,
    blended,
    composed,
    cross,
    dot,
    hanging,
    relative,
    scaled,
    sub,
    unit,
)

Joints: TypeAlias = dict[str, Joint]
CLEARANCE: Final = 0.02  # of a foot half way between held and free: feet do not drag
_TO_TOE: Final = ("hip", "knee", "ankle", "toe")
_THIGH: Final = LENGTHS["thigh"]
_SHANK: Final = LENGTHS["shank"]
_UPPER_ARM: Final = LENGTHS["upper_arm"]
_FOREARM: Final = LENGTHS["forearm"]
# The joints of a limb from its root on, each with the bone that leads to the next.
LEG: Final[tuple[tuple[str, Vec], ...]] = (
    ("hip", (0.0, -_THIGH, 0.0)),
    ("knee", (0.0, -_SHANK, 0.0)),
    ("ankle", BALL),
    ("toe", (0.0, 0.0, 0.0)),
)
ARM: Final[tuple[tuple[str, Vec], ...]] = (
    ("shoulder", (0.0, -_UPPER_ARM, 0.0)),
    ("elbow", (0.0, -_FOREARM, 0.0)),
    ("wrist", (0.0, 0.0, 0.0)),
)


def two_bones(
    start: Vec, target: Vec, first: float, second: float, pole: Vec
) -> tuple[Vec, Vec, Vec]:
    """Return the middle joint, the end, and the normal of the plane they bend in.

    The middle joint lies on the side of `pole`; the normal is (start to end) x pole.
    """
    sx, sy, sz = start
    ax, ay, az = target[0] - sx, target[1] - sy, target[2] - sz
    far = sqrt(ax * ax + ay * ay + az * az)
    if far < 1e-9:  # a limb folded onto its own root hangs down
        ax, ay, az, far = 0.0, -1e-9, 0.0, 1e-9
    reach = min(max(far, abs(first - second) * 1.001 + 1e-6), (first + second) * 0.9999)
    ax, ay, az = ax / far, ay / far, az / far
    ahead = (first * first - second * second + reach * reach) / (2.0 * reach)
    aside = sqrt(max(0.0, first * first - ahead * ahead))
    # What of the pole is square to the way: there the limb bends.
    px, py, pz = pole
    lean = px * ax + py * ay + pz * az
    px, py, pz = px - ax * lean, py - ay * lean, pz - az * lean
    square = sqrt(px * px + py * py + pz * pz)
    if square < 1e-6:
        px, py, pz = ay, -ax, 0.0
        square = sqrt(px * px + py * py) or 1.0
    px, py, pz = px / square, py / square, pz / square
    return (
        (
            sx + (ax * ahead + px * aside),
            sy + (ay * ahead + py * aside),
            sz + (az * ahead + pz * aside),
        ),
        (sx + ax * reach, sy + ay * reach, sz + az * reach),
        (ay * pz - az * py, az * px - ax * pz, ax * py - ay * px),
    )


def _bone(start: Vec, end: Vec, axis: Vec) -> Frame:
    x, y, z = start[0] - end[0], start[1] - end[1], start[2] - end[2]
    size = sqrt(x * x + y * y + z * z) or 1.0
    up = (x / size, y / size, z / size)
    return (cross(up, axis), up, axis)


def hand_frame(fingers: Vec, palm: Vec, side: Side) -> Frame:
    """Return a hand's frame from the directions of its fingers and out of its palm."""
    y = scaled(unit(fingers), -1.0)
    outward = unit(sub(palm, scaled(y, dot(palm, y))))
    z = scaled(outward, -1.0) if side == "right" else outward
    return (cross(y, z), y, z)


def put_foot(
    joints: Joints, side: Side, ankle: Joint, toe: Frame, weight: float = 1.0
) -> None:
    """Bring an ankle to a place and the foot to its frame, by `weight` 0 to 1."""
    free = [joints[f"{name}_{side}"] for name, _ in LEG] if weight < 1.0 else []
    hip = joints[f"hip_{side}"]
    # Half way between the fronts of thigh and shank the knee points, however far a
    # hip is bent; the thigh's own front may look away from a foot on the floor.
    pole = add(hip.frame[0], joints[f"knee_{side}"].frame[0])
    knee_at, ankle_at, axis = two_bones(
        hip.position, ankle.position, _THIGH, _SHANK, pole
    )
    thigh = _bone(hip.position, knee_at, axis)
    joints[f"hip_{side}"] = Joint(hip.position, thigh)
    joints[f"knee_{side}"] = Joint(knee_at, _bone(knee_at, ankle_at, axis))
    joints[f"ankle_{side}"] = Joint(ankle_at, ankle.frame)
    joints[f"toe_{side}"] = Joint(at(ankle_at, ankle.frame, BALL), toe)
    if weight < 1.0:
        part_way(joints, side, LEG, free, weight)
        _raise_foot(joints, side, CLEARANCE * 4.0 * weight * (1.0 - weight))


def _raise_foot(joints: Joints, side: Side, height: float) -> None:
    """Bend hip and knee until a foot is higher: it leaves the floor before it goes."""
    hip, knee, ankle, toe = (joints[f"{name}_{side}"] for name in _TO_TOE)
    x, y, z = ankle.position
    knee_at, ankle_at, axis = two_bones(
        hip.position,
        (x, y + height, z),
        _THIGH,
        _SHANK,
        add(hip.frame[0], knee.frame[0]),
    )
    thigh = _bone(hip.position, knee_at, axis)
    joints[f"hip_{side}"] = Joint(hip.position, thigh)
    joints[f"knee_{side}"] = Joint(knee_at, _bone(knee_at, ankle_at, axis))
    joints[f"ankle_{side}"] = Joint(ankle_at, ankle.frame)
    joints[f"toe_{side}"] = Joint(at(ankle_at, ankle.frame, BALL), toe.frame)


def put_knee(joints: Joints, side: Side, knee: Joint, ankle: Joint, toe: Frame) -> None:
    """Point a thigh at a knee on the floor; shank and foot lie as recorded."""
    hip = joints[f"hip_{side}"]
    along = unit(sub(knee.position, hip.position))
    knee_at = add(hip.position, scaled(along, _THIGH))
    ankle_at = add(knee_at, sub(ankle.position, knee.position))
    joints[f"hip_{side}"] = Joint(hip.position, hanging(along, hip.frame[0]))
    joints[f"knee_{side}"] = Joint(knee_at, knee.frame)
    joints[f"ankle_{side}"] = Joint(ankle_at, ankle.frame)
    joints[f"toe_{side}"] = Joint(at(ankle_at, ankle.frame, BALL), toe)


def put_hand(
    joints: Joints, side: Side, wrist: Joint, pole: Vec, weight: float = 1.0
) -> None:
    """Bring a wrist to a place and the hand to its frame, by `weight` 0 to 1.

    `pole` is the direction to which the elbow points.
    """
    shoulder = joints[f"shoulder_{side}"]
    free = joints[f"wrist_{side}"]
    target = _toward(free.position, wrist.position, weight)
    own = sub(joints[f"elbow_{side}"].position, shoulder.position)
    pole = _toward(unit(own), unit(pole), weight) if weight < 1.0 else pole
    elbow_at, wrist_at, normal = two_bones(
        shoulder.position, target, _UPPER_ARM, _FOREARM, pole
    )
    axis = scaled(normal, -1.0)  # elbows bend the other way than knees
    upper = _bone(shoulder.position, elbow_at, axis)
    joints[f"shoulder_{side}"] = Joint(shoulder.position, upper)
    joints[f"elbow_{side}"] = Joint(elbow_at, _bone(elbow_at, wrist_at, axis))
    frame = blended(free.frame, wrist.frame, weight)
    joints[f"wrist_{side}"] = Joint(wrist_at, frame)


def part_way(
    joints: Joints,
    side: Side,
    limb: tuple[tuple[str, Vec], ...],
    free: list[Joint],
    weight: float,
) -> None:
    """Turn each joint of a limb by `weight` of its way from free to where it is now.

    Joint by joint, hand and foot swing in arcs as they do in life; straight to its
    place a hand would go through the body, and a stretched knee would jerk.
    """
    held = [joints[f"{name}_{side}"].frame for name, _ in limb]
    point = free[0].position
    outer: tuple[Frame, Frame, Frame] | None = None  # the joint before: now, free, held
    for (name, bone), old, new in zip(limb, free, held, strict=True):
        if outer is None:
            frame = blended(old.frame, new, weight)
        else:
            own, goal = relative(outer[1], old.frame), relative(outer[2], new)
            frame = composed(outer[0], blended(own, goal, weight))
        joints[f"{name}_{side}"] = Joint(point, frame)
        point = at(point, frame, bone)
        outer = frame, old.frame, new


def moved(joints: Joints, way: Vec) -> Joints:
    """Return all joints shifted."""
    dx, dy, dz = way
    return {
        name: Joint((p[0] + dx, p[1] + dy, p[2] + dz), frame)
        for name, (p, frame) in joints.items()
    }


def carried(joints: Joints, name: str, place: Joint) -> Joints:
    """Return all joints moved rigidly so that one of them is exactly at `place`."""
    origin, frame = joints[name]
    back = relative(frame, IDENTITY)
    turn = composed(place.frame, back)
    start = at(place.position, turn, scaled(origin, -1.0))
    return {
        joint: Joint(at(start, turn, position), composed(turn, own))
        for joint, (position, own) in joints.items()
    }


def _toward(free: Vec, held: Vec, weight: float) -> Vec:
    if weight >= 1.0:
        return held
    return (
        free[0] + (held[0] - free[0]) * weight,
        free[1] + (held[1] - free[1]) * weight,
        free[2] + (held[2] - free[2]) * weight,
    )
