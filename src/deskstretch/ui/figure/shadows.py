"""Soft shadows on the floor: under furniture, and wherever the body is close to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QRadialGradient

from deskstretch.body.surface import balls
from deskstretch.body.vectors import distance

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from PySide6.QtGui import QPainter

    from deskstretch.body.scenery import Box
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.surface import Ball
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

_CASTS = (
    "heel", "ball", "toe", "knee", "hand", "elbow", "shin", "pelvis", "hip", "head",
    "shoulder", "spine",
)  # fmt: skip
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
    shade = QRadialGradient(0, 0, 1)
    for stop, share in ((0.0, 1.0), (0.45, 0.62), (0.75, 0.2), (1.0, 0.0)):
        tone = QColor(color)
        tone.setAlphaF(color.alphaF() * strength * share)
        shade.setColorAt(stop, tone)
    painter.save()
    painter.translate(*middle)
    painter.scale(*radii)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


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
        if i not in which or low > _REACH:
            continue
        radius = (ball.radius + 0.030) * camera.scale
        place = camera.point((ball.centre[0], 0.0, ball.centre[2]))
        strength = 0.8 * (1 - max(0.0, low) / _REACH) ** 2
        soft_ellipse(painter, place, (radius * 1.25, radius * flat), color, strength)
