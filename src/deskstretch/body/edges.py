"""Feet that rest on heel, edge or instep, or tip onto an edge with a leaning leg."""

from __future__ import annotations

from math import atan2, degrees, tanh
from typing import TYPE_CHECKING, Final

from deskstretch.body.limbs import Joints, put_foot
from deskstretch.body.skeleton import LENGTHS, Joint
from deskstretch.body.surface import balls
from deskstretch.body.vectors import about_x, at, dot, sub

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Frame

_SKIN: Final = ("heel", "ball", "toe")
# An ankle tips by 20 to 30 degrees inward or outward (AAOS); from there on the foot
# goes with the leg.
_ANKLE_TIPS: Final = 18.0
_SOLE_HALF_WIDTH: Final = 0.022


def height_above_floor(figure: Figure, side: Side) -> float:
    """Return how high the lowest skin of a foot is above the floor, in stature."""
    names = {f"{part}_{side}" for part in _SKIN}
    return min(
        ball.centre[1] - ball.radius for ball in balls(figure) if ball.name in names
    )


def rest_foot(joints: Joints, side: Side) -> None:
    """Bring a foot straight down or up to the floor, turned as the pose has it."""
    (x, y, z), frame = joints[f"ankle_{side}"]
    down = height_above_floor(joints, side)
    put_foot(joints, side, Joint((x, y - down, z), frame), joints[f"toe_{side}"].frame)


def tip_foot(
    joints: Joints, side: Side, flat: Joint, toe: Frame, weight: float
) -> None:
    """Bring a foot home and tip it onto its edge as far as its leg leans sideways.

    Args:
        joints: the figure, changed in place.
        side: which foot.
        flat: the ankle of the foot flat on the floor.
        toe: the frame of its toes.
        weight: 0 (free) to 1 (held).
    """
    trial = dict(joints)
    put_foot(trial, side, flat, toe)
    shank = sub(trial[f"knee_{side}"].position, trial[f"ankle_{side}"].position)
    lean = degrees(atan2(dot(shank, flat.frame[2]), dot(shank, flat.frame[1])))
    tip = lean - _ANKLE_TIPS * tanh(lean / _ANKLE_TIPS)
    frame = about_x(flat.frame, tip)
    edge = _SOLE_HALF_WIDTH * tanh(tip / 4.0)  # it turns on the edge it leans to
    pivot = (0.0, -LENGTHS["ankle_height"], edge)
    turned_back = (0.0, LENGTHS["ankle_height"], -edge)
    ankle = Joint(at(at(*flat, pivot), frame, turned_back), frame)
    put_foot(joints, side, ankle, about_x(toe, tip), weight)
