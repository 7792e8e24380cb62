"""Rolling over on the mat: trunk and legs sink onto it, and hands lie on it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from deskstretch.body.limbs import Joints, moved, put_hand
from deskstretch.body.skeleton import SIDES, Joint
from deskstretch.body.surface import balls
from deskstretch.body.vectors import sub

if TYPE_CHECKING:
    from deskstretch.body.scenery.things import Rod
    from deskstretch.body.skeleton import Figure

_ARM: Final = ("elbow", "wrist", "hand", "fingers")
_HAND: Final = ("wrist", "hand", "fingers")


def settled(joints: Joints, roll: Rod | None) -> Joints:
    """Return the body moved straight down, or up, until trunk or legs touch.

    Head and arms do not count: they rest by their own means. A roll is of the mat.
    """
    return moved(joints, (0.0, -_above_mat(joints, roll), 0.0))


def lift_hands(joints: Joints) -> None:
    """Raise each hand that would be in the mat until it lies on it."""
    for side in SIDES:
        names = {f"{part}_{side}" for part in _HAND}
        low = min(b.centre[1] - b.radius for b in balls(joints) if b.name in names)
        if low >= 0.0:
            continue
        (x, y, z), frame = joints[f"wrist_{side}"]
        elbow = sub(joints[f"elbow_{side}"].position, joints[f"shoulder_{side}"][0])
        put_hand(joints, side, Joint((x, y - low, z), frame), elbow)


def _above_mat(figure: Figure, roll: Rod | None) -> float:
    gap = 1.0
    for name, (x, y, _), radius in balls(figure):
        if name == "head" or name.startswith(_ARM):
            continue
        bed = radius
        if roll:
            reach, aside = roll.radius + radius, x - roll.start[0]
            if abs(aside) < reach:
                bed = max(bed, roll.start[1] + sqrt(reach * reach - aside * aside))
        gap = min(gap, y - bed)
    return gap
