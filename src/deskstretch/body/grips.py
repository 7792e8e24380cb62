"""Where a hand is that holds the side of a seat or a bar overhead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.limbs import Joints, hand_frame
from deskstretch.body.scenery.chair import SEAT_HALF_WIDTH
from deskstretch.body.skeleton import Joint, Side
from deskstretch.body.surface import HAND_HALF_THICKNESS

if TYPE_CHECKING:
    from deskstretch.body.choreography import Surface

_WRIST_ABOVE: Final = 0.022  # the seat, so that the fingers close below its edge
_BESIDE_HIPS: Final = 0.020  # how far ahead of the hip joints the hands hold on


def grip(joints: Joints, side: Side, on: Surface, chair_height: float) -> Joint:
    """Return the wrist of a hand that holds on; at a bar it stays where it is.

    On a seat the palm lies against its side and the fingers point down, a little
    forward. At a bar the fingers point up and the palm faces forward (overhand).
    """
    sign = 1.0 if side == "right" else -1.0
    if on == "bar":
        frame = hand_frame((0.0, 1.0, 0.0), (1.0, 0.0, 0.0), side)
        return Joint(joints[f"wrist_{side}"].position, frame)
    x, _, z = joints["pelvis"].position
    beside = SEAT_HALF_WIDTH + HAND_HALF_THICKNESS
    place = (x + _BESIDE_HIPS, chair_height + _WRIST_ABOVE, z + sign * beside)
    return Joint(place, hand_frame((0.22, -1.0, 0.0), (0.0, 0.0, -sign), side))
