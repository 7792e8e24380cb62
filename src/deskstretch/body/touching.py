"""Hands on named spots of the body, with wrists that stay easy."""

from __future__ import annotations

from math import atan2, exp, radians, tanh
from typing import TYPE_CHECKING, Final

from deskstretch.body.limbs import (
    ARM,
    Joints,
    hand_frame,
    part_way,
    put_hand,
    two_bones,
)
from deskstretch.body.skeleton import LENGTHS, Joint
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import PALM
from deskstretch.body.vectors import (
    add,
    at,
    blended,
    cross,
    dot,
    length,
    rotated,
    scaled,
    sub,
    turned,
)

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Side
    from deskstretch.body.vectors import Vec

# A wrist bends 20 to 30 degrees towards thumb or little finger (AAOS). Before that the
# hand pivots on its palm, as hands do when the body turns under them.
_EASY: Final = radians(14.0)
_ROUNDS: Final = 2
_REACH: Final = LENGTHS["upper_arm"] + LENGTHS["forearm"]
_EASY_REACH: Final = 0.97 * _REACH
_SOFT: Final = 0.01  # how softly a hand begins to slide
_STEEP: Final = 0.3  # at least so much nearer comes a hand that slides


def touch(joints: Joints, side: Side, spot_name: str, weight: float) -> None:
    """Lay a hand on a spot, by `weight` 0 to 1; the palm's middle is exactly there.

    A spot that is too far away is approached without ever locking the elbow, and a
    hand slides along a thigh to where it reaches it.

    Raises:
        KeyError: there is no spot of that name.
    """
    spot = spot_for(spot_name, side)
    part = joints[spot.part]
    palm = turned(part.frame, spot.palm)
    pole = turned(
        blended(joints[f"girdle_{side}"].frame, part.frame, spot.steady), spot.elbow
    )
    shoulder = joints[f"shoulder_{side}"].position
    frame = hand_frame(turned(part.frame, spot.fingers), palm, side)
    middle = at(*part, spot.palm_at)
    if spot.slides:
        up = _slid(shoulder, at(middle, frame, _WRIST), part.frame[1], spot.slides)
        middle = add(middle, scaled(part.frame[1], up))
    for _ in range(_ROUNDS):
        elbow, wrist, _ = two_bones(
            shoulder,
            _reached(shoulder, at(middle, frame, _WRIST)),
            LENGTHS["upper_arm"],
            LENGTHS["forearm"],
            pole,
        )
        fingers = _pivoted(scaled(frame[1], -1.0), frame[2], sub(wrist, elbow))
        frame = hand_frame(fingers, palm, side)
    free = [joints[f"{name}_{side}"] for name, _ in ARM] if weight < 1.0 else []
    wrist = _reached(shoulder, at(middle, frame, _WRIST))
    put_hand(joints, side, Joint(wrist, frame), pole)
    if weight < 1.0:
        part_way(joints, side, ARM, free, weight)


_WRIST: Final = scaled(PALM, -1.0)  # from the palm's middle


def _slid(shoulder: Vec, wrist: Vec, way: Vec, farthest: float) -> float:
    """Return how far a hand slides along a way so that the arm reaches it."""
    arm = sub(wrist, shoulder)
    far = length(arm)
    beyond = max(0.0, far - _EASY_REACH)
    if not beyond:
        return 0.0
    nearer = max(_STEEP, -dot(arm, way) / far)  # by so much with each step of the way
    beyond *= beyond / (beyond + _SOFT)
    return farthest * tanh(beyond / nearer / farthest)


def _reached(shoulder: Vec, wrist: Vec) -> Vec:
    """Return the place a wrist comes to on its way to one that is perhaps too far.

    Beyond an easy reach the arm straightens ever more slowly: at full length its elbow
    would run away from the slightest movement of the hand.
    """
    arm = sub(wrist, shoulder)
    far = length(arm)
    if far <= _EASY_REACH:
        return wrist
    room = _REACH - _EASY_REACH
    reach = _EASY_REACH + room * (1.0 - exp(-(far - _EASY_REACH) / room))
    return add(shoulder, scaled(arm, reach / far))


def _pivoted(fingers: Vec, axis: Vec, forearm: Vec) -> Vec:
    """Return the fingers' direction turned towards the forearm's, softly."""
    line = sub(forearm, scaled(axis, dot(forearm, axis)))
    if length(line) < 1e-6:  # the forearm stands on the hand: any way is easy
        return fingers
    bend = atan2(dot(cross(fingers, line), axis), dot(fingers, line))
    turn = bend - _EASY * tanh(bend / _EASY)
    return rotated(fingers, axis, turn)
