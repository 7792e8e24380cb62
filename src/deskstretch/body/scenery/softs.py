"""A pillow under the head and a rolled towel under the hip bones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.things import Cushion, Rod
from deskstretch.body.vectors import at

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec

# Shares of stature, for 1.70 m: a pillow of 24 x 37 cm, a towel roll 54 cm long.
_PILLOW: Final = (0.070, 0.110)
_HEAD_SINKS: Final = 0.047  # the head's middle above the pillow it lies in
_ROLL_HALF_LENGTH: Final = 0.160
_HIP_BONES: Final[Vec] = (0.056, 0.030, 0.0)  # their middle, in the pelvis' frame
_FLESH: Final = 0.004  # they press this far into a towel
_THINNEST: Final = 0.012


def pillow(reference: Figure) -> Cushion:
    """Return the pillow of someone who lies with the head on it."""
    x, y, z = reference["head"].position
    height = max(_THINNEST, (y - _HEAD_SINKS) / 2.0)
    return Cushion("pillow", (x, height, z), (_PILLOW[0], height, _PILLOW[1]))


def roll(reference: Figure) -> Rod:
    """Return the towel roll across the mat, as thick as the hip bones are high."""
    x, y, z = at(*reference["pelvis"], _HIP_BONES)
    radius = max(_THINNEST, (y + _FLESH) / 2.0)
    ends = [(x, radius, z + way * _ROLL_HALF_LENGTH) for way in (-1.0, 1.0)]
    return Rod("roll", ends[0], ends[1], radius)
