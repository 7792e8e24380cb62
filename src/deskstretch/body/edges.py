"""Feet that rest as the pose has them: on the heel, on an edge, on the instep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.limbs import Joints, put_foot
from deskstretch.body.skeleton import Joint
from deskstretch.body.surface import balls

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure, Side

_SKIN: Final = ("heel", "ball", "toe")


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
