"""The trunk that stays exactly vertical while the pelvis tilts under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.kinematics import forward
from deskstretch.body.pose import KEYS, Pose
from deskstretch.body.vectors import Vec, between

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure

# Which totals take how much of the bend: the low back most of it, the chest the rest
# (so that the low back does not arch alone), and the neck gives all of it back.
_BENDS: Final = (("lumbar_flexion", 0.8), ("thoracic_flexion", 0.2))
_NECK: Final = KEYS["neck_flexion"]
_EXACT: Final = 1e-9


def with_trunk_vertical(pose: Pose) -> Pose:
    """Bend the spine until the shoulders are exactly above the hips.

    A pelvis that tilts back flattens the low back, as it does in the body; the neck
    gives the same amount back, so that the head keeps its level.
    """
    low, high = 0.0, 4.0
    at_low, at_high = _lead(pose), _lead(_bent(pose, high))
    for _ in range(20):
        if abs(at_high) < _EXACT or at_high == at_low:
            break
        low, high = high, high - at_high * (high - low) / (at_high - at_low)
        at_low, at_high = at_high, _lead(_bent(pose, high))
    return _bent(pose, high)


def middle(figure: Figure, part: str) -> Vec:
    """Return the point half way between the left and the right joint of a name."""
    left, right = figure[f"{part}_left"], figure[f"{part}_right"]
    return between(left.position, right.position, 0.5)


def _bent(pose: Pose, more: float) -> Pose:
    numbers = list(pose)
    for key, part in _BENDS:
        for index, share in KEYS[key]:
            numbers[index] += more * part * share
    for index, share in _NECK:
        numbers[index] -= more * share
    return tuple(numbers)


def _lead(pose: Pose) -> float:
    """Return how far the shoulders are ahead of the hips."""
    figure = forward(pose)
    return middle(figure, "shoulder")[0] - middle(figure, "hip")[0]
