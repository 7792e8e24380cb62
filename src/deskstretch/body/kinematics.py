"""From 61 angles to joints in space: forward kinematics of the free body."""

from __future__ import annotations

from math import acos, cos, degrees, radians, sin
from typing import TYPE_CHECKING, Final

from deskstretch.body.pose import LIMB_ANGLES, Pose
from deskstretch.body.skeleton import LENGTHS, REST_CURVE, SIDES, Joint, Side
from deskstretch.body.vectors import (
    IDENTITY,
    Frame,
    Vec,
    about_x,
    about_y,
    about_z,
    add,
    at,
    dot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PELVIS: Final = LENGTHS["pelvis"]
_HIP: Final = LENGTHS["hip_half_width"]
_THIGH: Final = (0.0, -LENGTHS["thigh"], 0.0)
_SHANK: Final = (0.0, -LENGTHS["shank"], 0.0)
_UPPER_ARM: Final = (0.0, -LENGTHS["upper_arm"], 0.0)
_FOREARM: Final = (0.0, -LENGTHS["forearm"], 0.0)
BALL: Final = (LENGTHS["ball"], -LENGTHS["ball_drop"], 0.0)
_FIRST_LIMB: Final = 33
_PER_LIMB: Final = len(LIMB_ANGLES)
# Where the numbers of a region begin, and the joints they bend.
_COLUMNS: Final = {
    "lumbar": (6, ("spine_1", "spine_2", "spine_3")),
    "thoracic": (15, ("spine_4", "spine_5", "spine_6", "spine_7")),
    "neck": (27, ("neck_0", "neck_1")),
}
# The neutral upper trunk leans forward by this much; arms hang plumb all the same.
_UPPER_TRUNK_LEAN: Final = (
    REST_CURVE["pelvis"] + 3 * REST_CURVE["lumbar"] + 4 * REST_CURVE["thoracic"]
)


def forward(pose: Pose, root: Vec = (0.0, 0.0, 0.0)) -> dict[str, Joint]:
    """Return every joint of a pose whose pelvis is at `root` plus its own shift."""
    joints = upper_body(pose, root)
    for side, numbers in _limbs(pose):
        _leg(joints, joints["pelvis"], side, numbers)
    return joints


def upper_body(pose: Pose, root: Vec = (0.0, 0.0, 0.0)) -> dict[str, Joint]:
    """Return every joint of a pose but those of the legs."""
    joints = trunk(pose, root)
    for side, numbers in _limbs(pose):
        _arm(joints, joints["spine_7"], side, numbers)
    return joints


def _limbs(pose: Pose) -> Iterator[tuple[Side, Pose]]:
    for number, side in enumerate(SIDES):
        first = _FIRST_LIMB + number * _PER_LIMB
        yield side, pose[first : first + _PER_LIMB]


def trunk(pose: Pose, root: Vec = (0.0, 0.0, 0.0)) -> dict[str, Joint]:
    """Return pelvis, spine, neck and head alone."""
    joints = spine(pose, root)
    top = _column(joints, pose, "neck", joints["spine_7"])
    joints["head"] = Joint(at(*top, (0.012, LENGTHS["head"], 0.0)), top.frame)
    return joints


def spine(pose: Pose, root: Vec = (0.0, 0.0, 0.0)) -> dict[str, Joint]:
    """Return pelvis and spine alone."""
    frame = about_z(about_x(about_y(IDENTITY, -pose[2]), pose[1]), -pose[0])
    point = add(root, (pose[3], pose[4], pose[5]))
    joints = {"pelvis": Joint(point, frame)}
    frame = about_z(frame, -REST_CURVE["pelvis"])
    base = Joint(at(point, frame, (0.0, _PELVIS, 0.0)), frame)
    joints["spine_0"] = base
    low_back = _column(joints, pose, "lumbar", base)
    _column(joints, pose, "thoracic", low_back)
    return joints


def _column(joints: dict[str, Joint], pose: Pose, region: str, below: Joint) -> Joint:
    """Add the joints of a region of the spine to those below; return the last."""
    (x, y, z), frame = below
    first, names = _COLUMNS[region]
    rest, bone, count = REST_CURVE[region], LENGTHS[region], len(names)
    for n, name in enumerate(names, first):
        frame = about_z(frame, -(pose[n] + rest))
        frame = about_x(frame, pose[n + count])
        frame = about_y(frame, -pose[n + 2 * count])
        u, v, w = frame[1]
        x, y, z = x + bone * u, y + bone * v, z + bone * w
        joints[name] = below = Joint((x, y, z), frame)
    return below


def girdle_frame(top_of_spine: Frame) -> Frame:
    """Return the frame the arms hang in: the upper trunk without its rest lean."""
    return about_z(top_of_spine, _UPPER_TRUNK_LEAN)


def _arm(
    joints: dict[str, Joint], top: Joint, side: Side, numbers: tuple[float, ...]
) -> None:
    up, ahead, flexion, abduction, rotation, elbow, pronation, wrist = numbers[:8]
    sign = 1.0 if side == "right" else -1.0
    base = girdle_frame(top.frame)
    frame = about_z(base, flexion)
    frame = about_y(about_x(frame, -sign * abduction), -sign * rotation)
    # Scapulohumeral rhythm: beyond 30 degrees the girdle rises with the arm, up to
    # 26 degrees overhead. Without it raised arms look broken.
    raised = degrees(acos(max(-1.0, min(1.0, dot(frame[1], base[1])))))
    rhythm = max(0.0, raised - 30.0) / 150.0
    lift, reach = radians(up + 26.0 * rhythm), radians(ahead)
    shoulder = at(
        top.position,
        base,
        (
            0.010 + 0.082 * sin(reach) + 0.006 * rhythm,
            -0.041 + 0.079 * sin(lift),
            sign * (0.020 + 0.079 * cos(lift) * cos(reach)),
        ),
    )
    joints[f"girdle_{side}"] = Joint(
        at(top.position, base, (0.012, -0.028, sign * 0.022)), base
    )
    joints[f"shoulder_{side}"] = Joint(shoulder, frame)
    point = at(shoulder, frame, _UPPER_ARM)
    frame = about_z(frame, elbow)
    joints[f"elbow_{side}"] = Joint(point, frame)
    point = at(point, frame, _FOREARM)
    frame = about_x(about_y(frame, sign * pronation), -sign * wrist)
    joints[f"wrist_{side}"] = Joint(point, frame)


def _leg(
    joints: dict[str, Joint], pelvis: Joint, side: Side, numbers: tuple[float, ...]
) -> None:
    flexion, abduction, rotation, knee, ankle, toe = numbers[8:]
    sign = 1.0 if side == "right" else -1.0
    point = at(pelvis.position, pelvis.frame, (0.0, 0.0, sign * _HIP))
    frame = about_z(pelvis.frame, flexion)
    frame = about_y(about_x(frame, -sign * abduction), -sign * rotation)
    joints[f"hip_{side}"] = Joint(point, frame)
    point = at(point, frame, _THIGH)
    frame = about_z(frame, -knee)
    joints[f"knee_{side}"] = Joint(point, frame)
    point = at(point, frame, _SHANK)
    frame = about_z(frame, ankle)
    joints[f"ankle_{side}"] = Joint(point, frame)
    joints[f"toe_{side}"] = Joint(at(point, frame, BALL), about_z(frame, toe))
