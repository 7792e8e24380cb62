"""Contacts: what touches, by its name, and what a movement holds in every frame.

Authors name what touches (`knee_right`, `feet`, `hands = "desk"`); the coordinates
are recorded once from the reference pose (`recording`).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.limbs import Joints, hand_frame, put_hand
from deskstretch.body.lying import RESTING
from deskstretch.body.skeleton import LENGTHS, Joint, Side
from deskstretch.body.surface import HAND_HALF_THICKNESS
from deskstretch.body.timing import smooth
from deskstretch.body.vectors import add, dot, sub, turned, unit

if TYPE_CHECKING:
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
# Where the joint of a contact name is: knees and hands by their own, feet by ankles.
JOINT_OF: Final = {"knee": "knee", "foot": "ankle", "hand": "wrist"}
_PLURALS: Final = {"knees": "knee", "feet": "foot", "hands": "hand"}
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
