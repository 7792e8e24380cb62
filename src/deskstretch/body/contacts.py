"""Contacts: recorded once from the reference pose, held in every frame after it.

Authors name what touches (`knee_right`, `feet`, `hands = "desk"`); the coordinates
come from the reference pose, put on the floor with its feet flat.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.edges import rest_foot
from deskstretch.body.grips import grip
from deskstretch.body.kinematics import BALL, forward
from deskstretch.body.limbs import Joints, hand_frame, moved, put_foot, put_hand
from deskstretch.body.lying import LOCKS, RESTING, elbow_pole, lowest
from deskstretch.body.scenery.softs import roll
from deskstretch.body.skeleton import LENGTHS, Joint, Side
from deskstretch.body.surface import HAND_HALF_THICKNESS, KNEE_RADIUS, SITTING
from deskstretch.body.timing import smooth
from deskstretch.body.upright import with_trunk_vertical
from deskstretch.body.vectors import (
    IDENTITY,
    about_y,
    add,
    at,
    dot,
    sub,
    turned,
    unit,
)

if TYPE_CHECKING:
    from deskstretch.body.choreography import Choreography, Contact
    from deskstretch.body.scenery.things import Rod
    from deskstretch.body.vectors import Frame, Vec

SOFT_ELBOW: Final = 6.0  # degrees: a straight arm is not a locked one
STRAIGHT_ARM: Final = sqrt(
    LENGTHS["upper_arm"] ** 2
    + LENGTHS["forearm"] ** 2
    + 2.0 * LENGTHS["upper_arm"] * LENGTHS["forearm"] * cos(radians(SOFT_ELBOW))
)
ELBOWS_OUT: Final = 32.0  # degrees
RAISED, OVERHEAD_OUT = 120.0, 60.0  # degrees: from here on farther, up to this
TOE_OUT: Final = 6.0  # degrees a standing foot turns out
BALL_HEIGHT: Final = 0.0135  # of the ball of the foot above the floor
# Where the joint of a contact name is: knees and hands by their own, feet by ankles.
JOINT_OF: Final = {"knee": "knee", "foot": "ankle", "hand": "wrist"}
_PLURALS: Final = {"knees": "knee", "feet": "foot", "hands": "hand"}
# How high these joints are when the part lies on the floor.
_HEIGHTS: Final = {"foot": LENGTHS["ankle_height"], "knee": KNEE_RADIUS}
CONTACT_NAMES: Final = (
    frozenset(_PLURALS)
    | frozenset(RESTING)
    | {f"{part}_{side}" for part in JOINT_OF for side in ("left", "right")}
)


class Pin(NamedTuple):
    """One held end: which contact, and where its joints were in the reference.

    `pole` is where the elbow of a lying arm points, as seen from the girdle; `rolls`
    is a foot whose ball stays while its heel rises as the pose has it; `tips` is one
    that tips onto its edge as its leg leans.
    """

    contact: str
    part: str
    side: Side
    joint: Joint
    ankle: Joint | None = None
    toe: Frame | None = None
    pole: Vec | None = None
    rolls: bool = False
    tips: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """All that stays put: the ground of every frame of a movement."""

    reference: Joints
    pins: tuple[Pin, ...]
    anchors: tuple[tuple[str, Vec], ...]
    root: Vec
    lock: tuple[str, Joint] | None
    straight: tuple[tuple[Side, Vec], ...]
    pelvis_down: bool = False  # under a locked upper back the pelvis keeps its height
    settles: bool = False  # trunk and legs sink onto the mat, and onto the roll if any
    roll: Rod | None = None
    hinge: str = "pelvis"  # the joint that bends to keep straight arms straight


def expanded(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return contact names with plurals (`feet`) written as both sides."""
    result: list[str] = []
    for name in names:
        part = _PLURALS.get(name)
        result += [f"{part}_right", f"{part}_left"] if part else [name]
    return tuple(dict.fromkeys(result))


def recorded(choreography: Choreography) -> Holds:
    """Record what the reference pose touches.

    Raises:
        KeyError: the choreography names a pose or a contact that does not exist.
    """
    contact = choreography.contact
    fixed = expanded(contact.fixed)
    joints = _grounded(choreography, fixed)
    lying = "upper_back" in fixed
    limbs = [name for name in fixed if name not in RESTING]
    root = joints["pelvis"].position
    on_ball, rolls = expanded(contact.on_ball), expanded(contact.rolls)
    on_edge, tips = expanded(contact.on_edge), expanded(contact.tips)
    for name in limbs:
        part, side = name.rsplit("_", 1)
        if part == "foot" and name in on_edge:
            rest_foot(joints, _side(side))
        elif part == "foot":
            _flatten(joints, _side(side), on_ball=name in on_ball)
    for name in limbs:
        part, side = name.rsplit("_", 1)
        if part == "hand" and contact.hands == "floor" and lying:
            _lay_arm(joints, _side(side))
        elif part == "hand" and contact.hands:
            _put_down(joints, _side(side), choreography)
    return Holds(
        joints,
        tuple(
            _pin(joints, name, lying=lying)._replace(
                rolls=name in rolls, tips=name in tips
            )
            for name in limbs
        ),
        tuple(
            (joint, joints[joint].position)
            for name in expanded(contact.body)
            for joint in RESTING.get(name) or (_joint(name),)
        ),
        root,
        _locked(joints, contact),
        tuple(
            (_side(name[5:]), joints[f"wrist_{name[5:]}"].position)
            for name in fixed
            if contact.straight_arms and name.startswith("hand_")
        ),
        pelvis_down=contact.lock == "upper_back" and "pelvis" in fixed,
        settles=contact.settles,
        roll=roll(joints) if choreography.props.roll else None,
        hinge="pelvis" if contact.gives == "hips" else "spine_0",
    )


def leaning_pole(joints: Joints, side: Side, wrist: Vec) -> Vec:
    """Return where the elbow of a leaning arm points: behind the arm and outward.

    Behind means away from the crease of the elbow as the arm is raised forward to
    the wrist; a third of a right angle outward is how arms lean without effort. Arms
    that reach beyond the head turn their elbows out almost sideways.
    """
    girdle = joints[f"girdle_{side}"].frame
    reach = sub(wrist, joints[f"shoulder_{side}"].position)
    raised = atan2(dot(reach, girdle[0]), -dot(reach, girdle[1]))
    beyond = smooth((degrees(raised) - RAISED) / (180.0 - RAISED))
    outward = radians(ELBOWS_OUT + (OVERHEAD_OUT - ELBOWS_OUT) * beyond)
    behind, out = -cos(outward), sin(outward)
    return turned(
        girdle,
        (
            behind * cos(raised),
            behind * sin(raised),
            out if side == "right" else -out,
        ),
    )


def _joint(contact: str) -> str:
    part, side = contact.rsplit("_", 1)
    return f"{JOINT_OF[part]}_{side}"


def _side(name: str) -> Side:
    return "right" if name == "right" else "left"


def _grounded(choreography: Choreography, fixed: tuple[str, ...]) -> Joints:
    """Put the reference pose on the floor by the flat feet and knees that are fixed.

    Someone who sits is put on the seat; the feet then reach for the floor.
    Who lies, lies on pelvis and upper back. Feet on the ball do not count: they follow
    the rest by inverse kinematics, and so do the feet of someone who lies.
    """
    contact = choreography.contact
    pose = choreography.poses[contact.reference]
    joints = forward(
        with_trunk_vertical(pose) if choreography.guide == "trunk" else pose
    )
    if choreography.props.chair:
        hips = choreography.props.chair_height + SITTING
        return moved(joints, (0.0, hips - joints["pelvis"].position[1], 0.0))
    on_ball = expanded(contact.on_ball)
    standing = [
        name for name in fixed if name[:5] in {"foot_", "knee_"} and name not in on_ball
    ] or ["foot_right", "foot_left"]
    lying = lowest(joints, fixed)
    if lying is not None:
        return moved(joints, (0.0, -lying, 0.0))
    low = min(
        joints[_joint(name)].position[1] - _HEIGHTS[name[:4]] for name in standing
    )
    return moved(joints, (0.0, -low, 0.0))


def _flatten(joints: Joints, side: Side, *, on_ball: bool) -> None:
    """Lay a foot on the floor: the whole sole, or the ball with the heel up."""
    sign = 1.0 if side == "right" else -1.0
    level = about_y(IDENTITY, -sign * TOE_OUT)
    x, _, z = joints[f"ankle_{side}"].position
    if not on_ball:
        ankle = Joint((x, LENGTHS["ankle_height"], z), level)
        put_foot(joints, side, ankle, level)
        return
    frame = joints[f"ankle_{side}"].frame
    ball_below = at((0.0, 0.0, 0.0), frame, BALL)[1]
    ankle = Joint((x, BALL_HEIGHT - ball_below, z), frame)
    put_foot(joints, side, ankle, level)


def _put_down(joints: Joints, side: Side, choreography: Choreography) -> None:
    """Bring a hand to the surface it lies on, or to what it holds."""
    contact, props = choreography.contact, choreography.props
    if contact.hands in ("seat", "bar"):
        wrist = grip(joints, side, contact.hands, props.chair_height)
        put_hand(joints, side, wrist, leaning_pole(joints, side, wrist.position))
        return
    height = props.desk_height if contact.hands == "desk" else 0.0
    lay_hand(joints, side, height, straight=contact.straight_arms)


def lay_hand(joints: Joints, side: Side, height: float, *, straight: bool) -> None:
    """Lay a hand flat on a surface below it, fingers forward.

    A straight arm reaches forward as far as it goes at that height; a free one comes
    down from where the pose has it.
    """
    sign = 1.0 if side == "right" else -1.0
    shoulder = joints[f"shoulder_{side}"].position
    x, _, z = joints[f"wrist_{side}"].position
    y = height + HAND_HALF_THICKNESS
    drop, aside = shoulder[1] - y, shoulder[2] - z
    ahead = sqrt(max(0.0, STRAIGHT_ARM**2 - drop**2 - aside**2))
    x = shoulder[0] + (ahead if straight else max(-ahead, min(ahead, x - shoulder[0])))
    heading = unit((x - shoulder[0], 0.0, z - shoulder[2]))
    fingers = add(heading, (1.0, 0.0, -0.1 * sign))  # half way: the wrist stays easy
    frame = hand_frame(fingers, (0.0, -1.0, 0.0), side)
    pole = leaning_pole(joints, side, (x, y, z))
    put_hand(joints, side, Joint((x, y, z), frame), pole)


def _lay_arm(joints: Joints, side: Side) -> None:
    """Lay the arm of someone who lies on the floor, the hand flat in line with it."""
    shoulder = joints[f"shoulder_{side}"].position
    x, _, z = joints[f"wrist_{side}"].position
    heading = (x - shoulder[0], 0.0, z - shoulder[2])
    hand = Joint(
        (x, HAND_HALF_THICKNESS, z), hand_frame(heading, (0.0, -1.0, 0.0), side)
    )
    pole = turned(joints[f"girdle_{side}"].frame, elbow_pole(side))
    put_hand(joints, side, hand, pole)


def _pin(joints: Joints, contact: str, *, lying: bool) -> Pin:
    part, name = contact.rsplit("_", 1)
    side = _side(name)
    ankle, toe = joints[f"ankle_{side}"], joints[f"toe_{side}"].frame
    joint = joints[_joint(contact)]
    if part == "hand":
        pole = elbow_pole(side) if lying else None
        return Pin(contact, part, side, joint, pole=pole)
    return Pin(contact, part, side, joint, ankle, toe)


def _locked(joints: Joints, contact: Contact) -> tuple[str, Joint] | None:
    """Return the joint that is kept, by the name of what is locked, and where."""
    return (LOCKS[contact.lock], joints[LOCKS[contact.lock]]) if contact.lock else None
