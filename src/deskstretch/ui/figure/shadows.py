"""Soft shadows on the floor: under furniture, and wherever the body is close to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QRadialGradient

from deskstretch.body.surface import balls
from deskstretch.body.vectors import distance
from deskstretch.ui.figure.canvas import painted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from PySide6.QtGui import QImage, QPainter

    from deskstretch.body.scenery import Box
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.surface import Ball
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

_CASTS = (
    "heel", "ball", "toe", "knee", "hand", "elbow", "shin", "pelvis", "hip", "head",
    "shoulder", "spine",
)  # fmt: skip
SPOT = 192
"""Pixels: as large as a shadow gets, so that it is only ever made smaller."""
_STILL = 0.012
_REACH = 0.13
"""How high above the floor a shadow is gone; statures."""


def under(
    painter: QPainter, camera: Camera, boxes: Iterable[Box], theme: Theme
) -> None:
    """Paint the soft shade under a piece of furniture."""
    found = list(boxes)
    x0, x1 = min(b.low[0] for b in found), max(b.high[0] for b in found)
    z0, z1 = min(b.low[2] for b in found), max(b.high[2] for b in found)
    middle = camera.point(((x0 + x1) / 2, 0.0, (z0 + z1) / 2))
    corners = [camera.point((x, 0.0, z)) for x in (x0, x1) for z in (z0, z1)]
    wide = max(abs(x - middle[0]) for x, _ in corners) * 1.12
    high = max(abs(y - middle[1]) for _, y in corners) * 1.5
    soft_ellipse(painter, middle, (wide, high), theme.figure("shadow"), 0.75)


def soft_ellipse(
    painter: QPainter,
    middle: tuple[float, float],
    radii: tuple[float, float],
    color: QColor,
    strength: float,
) -> None:
    """Paint an ellipse that fades to nothing at its edge."""
    (x, y), (a, b) = middle, radii
    painter.setOpacity(strength)
    painter.drawImage(QRectF(x - a, y - b, 2 * a, 2 * b), _spot(color.rgba()))
    painter.setOpacity(1.0)


@lru_cache(maxsize=8)
def _spot(rgba: int) -> QImage:
    """Return a soft round spot: scaling it costs a third of a gradient."""
    color = QColor.fromRgba(rgba)
    shade = QRadialGradient(SPOT / 2, SPOT / 2, SPOT / 2)
    for stop, share in ((0.0, 1.0), (0.45, 0.62), (0.75, 0.2), (1.0, 0.0)):
        tone = QColor(color)
        tone.setAlphaF(color.alphaF() * share)
        shade.setColorAt(stop, tone)
    area = QRectF(0, 0, SPOT, SPOT)
    return painted(area, 1.0, lambda painter: painter.fillRect(area, QBrush(shade)))


def casting(figure: Figure) -> list[Ball]:
    """Return the parts of the body that can throw a shadow on the floor."""
    return [ball for ball in balls(figure) if ball.name.partition("_")[0] in _CASTS]


def still(figures: Sequence[Figure]) -> frozenset[int]:
    """Return which of `casting` stay where they are over the whole loop."""
    first = [ball.centre for ball in casting(figures[0])]
    moved = {
        i
        for figure in figures
        for i, ball in enumerate(casting(figure))
        if distance(ball.centre, first[i]) > _STILL
    }
    return frozenset(range(len(first))) - moved


def shadows(
    painter: QPainter,
    camera: Camera,
    figure: Figure,
    theme: Theme,
    which: Container[int],
) -> None:
    """Paint a soft shadow on the floor under those of `casting` close to it."""
    color = theme.figure("shadow")
    flat = max(0.24, abs(camera.towards[1]))
    for i, ball in enumerate(casting(figure)):
        low = ball.centre[1] - ball.radius
        if i not in which or low > _REACH * 0.85:
            continue  # too high for its shadow to be seen
        radius = (ball.radius + 0.030) * camera.scale
        place = camera.point((ball.centre[0], 0.0, ball.centre[2]))
        strength = 0.8 * (1 - max(0.0, low) / _REACH) ** 2
        soft_ellipse(painter, place, (radius * 1.25, radius * flat), color, strength)
