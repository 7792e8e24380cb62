"""A bar to hang from, held by two posts that stand on the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.things import Box, Rod
from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import at, between

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Vec

# Shares of stature, for 1.70 m: a bar 3 cm thick, as most are.
BAR_RADIUS: Final = 0.0085
_BESIDE: Final = 0.150  # from the hands to the posts
_POST: Final = 0.026
_ABOVE: Final = 0.022  # how far a post goes beyond the bar
_FOOT: Final = (0.150, 0.014)  # half the length of a post's foot, and its height


def gripped(side: Side) -> Vec:
    """Return where the middle of a bar lies in the frame of a hand that grips it."""
    return (0.0, -0.049, -0.0155 if side == "right" else 0.0155)


def bar(reference: Figure) -> tuple[Rod, tuple[Box, ...]]:
    """Return the bar in the hands of the reference pose, and what holds it."""
    right, left = (at(*reference[f"wrist_{s}"], gripped(s)) for s in SIDES)
    x, y, z = between(right, left, 0.5)
    half = abs(right[2] - left[2]) / 2.0 + _BESIDE
    boxes: list[Box] = []
    for side in (-1.0, 1.0):
        middle = z + side * (half + _POST / 2.0)
        for reach, top in ((_POST / 2.0, y + _ABOVE), _FOOT):
            low = (x - reach, 0.0, middle - _POST / 2.0)
            boxes.append(Box("post", low, (x + reach, top, middle + _POST / 2.0)))
    return Rod("bar", (x, y, z - half), (x, y, z + half), BAR_RADIUS), tuple(boxes)
