"""Records what the reference pose touches, put on the floor with its feet flat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.contacts import (
    JOINT_OF,
    Holds,
    Pin,
    expanded,
    lay_hand,
    leaning_pole,
)
from deskstretch.body.edges import rest_foot
from deskstretch.body.grips import grip
from deskstretch.body.kinematics import BALL, forward
from deskstretch.body.limbs import hand_frame, moved, put_foot, put_hand
from deskstretch.body.lying import LOCKS, RESTING, elbow_pole, lowest
from deskstretch.body.scenery.softs import roll
from deskstretch.body.skeleton import LENGTHS, Joint
from deskstretch.body.surface import HAND_HALF_THICKNESS, KNEE_RADIUS, SITTING
from deskstretch.body.upright import with_trunk_vertical
from deskstretch.body.vectors import IDENTITY, about_y, at, turned

if TYPE_CHECKING:
    from deskstretch.body.choreography import Choreography, Contact
    from deskstretch.body.limbs import Joints
    from deskstretch.body.skeleton import Side

TOE_OUT: Final = 6.0  # degrees a standing foot turns out
BALL_HEIGHT: Final = 0.0135  # of the ball of the foot above the floor
# How high these joints are when the part lies on the floor.
_HEIGHTS: Final = {"foot": LENGTHS["ankle_height"], "knee": KNEE_RADIUS}


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
