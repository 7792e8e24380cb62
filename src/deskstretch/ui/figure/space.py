"""The figure's space and the camera that looks into it.

Space: unit = stature, X forward, Y up, Z to the figure's right; a frame holds its
X, Y and Z axes as three vectors. Screen: pixels, x right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.vectors import dot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.body.vectors import Vec

    Point = tuple[float, float]


class Circle(NamedTuple):
    """A round part of the picture."""

    x: float
    y: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic view: nothing shrinks with distance, so nothing zooms.

    `yaw` 0 looks from the figure's right side (it faces the screen's right), 90
    from its front; `pitch` is the height of the eye. Degrees. `scale` is pixels
    for one stature, `x, y` the screen place of the space's origin.
    """

    yaw: float
    pitch: float
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    right: Vec = field(init=False)
    up: Vec = field(init=False)
    towards: Vec = field(init=False)

    def __post_init__(self) -> None:
        yaw, pitch = radians(self.yaw), radians(self.pitch)
        sy, cy, sp, cp = sin(yaw), cos(yaw), sin(pitch), cos(pitch)
        object.__setattr__(self, "right", (cy, 0.0, -sy))
        object.__setattr__(self, "up", (-sy * sp, cp, -cy * sp))
        object.__setattr__(self, "towards", (sy * cp, sp, cy * cp))

    def point(self, place: Vec) -> Point:
        """Return where a place of the space appears on the screen."""
        a, b, c = place
        r, u, k = self.right, self.up, self.scale
        return (
            self.x + k * (a * r[0] + b * r[1] + c * r[2]),
            self.y - k * (a * u[0] + b * u[1] + c * u[2]),
        )

    def arrow(self, vector: Vec, length: float = 1.0) -> Point:
        """Return how a direction, `length` long, appears on the screen."""
        a, b, c = vector
        r, u, k = self.right, self.up, self.scale * length
        return (
            k * (a * r[0] + b * r[1] + c * r[2]),
            -k * (a * u[0] + b * u[1] + c * u[2]),
        )

    def depth(self, place: Vec) -> float:
        """Return how near a place is to the eye, in statures; more is nearer."""
        return dot(place, self.towards)


def fitted(
    view: Camera,
    circles: Iterable[Circle],
    size: tuple[float, float],
    margins: tuple[float, float, float, float],
) -> Camera:
    """Return the view, scaled and placed so that all circles lie inside a stage.

    `circles` are as a camera of scale 1 sees them. `margins` are left, top, right
    and bottom as shares of the stage. What is lower than the stage (a lying figure)
    stands nearer to its bottom than to its top.
    """
    found = list(circles)
    x0, x1 = min(c.x - c.radius for c in found), max(c.x + c.radius for c in found)
    y0, y1 = min(c.y - c.radius for c in found), max(c.y + c.radius for c in found)
    (width, height), (left, top, right, bottom) = size, margins
    inner_w, inner_h = width * (1 - left - right), height * (1 - top - bottom)
    scale = min(inner_w / (x1 - x0), inner_h / (y1 - y0))
    spare = inner_h - scale * (y1 - y0)
    return Camera(
        view.yaw,
        view.pitch,
        scale,
        width * left + inner_w / 2 - scale * (x0 + x1) / 2,
        height * top + spare * 0.62 - scale * y0,
    )
