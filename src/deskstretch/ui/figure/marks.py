"""Marks on the figure: the arrow, the trunk's plumb line, the line on the pelvis.

All of them are `accent`; orange is for the glow alone.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from deskstretch.body.points import point
from deskstretch.body.vectors import at, dot
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.outline import curve_through, new_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.space import Camera, Point
    from deskstretch.ui.theme import Theme

ARROW_WIDTH = 0.015
CLEAR = (0.09, 0.12, 0.15, 0.18)
"""How far from the followed point an arrow may start, the first that is free."""
SHORTEST, LONGEST = 0.125, 0.18
SMALLEST = 0.012
"""A point that moves less than this (statures) gets no arrow."""
GUIDE_BEHIND = 0.118
GUIDE_BELOW = 0.085
GUIDE_ABOVE = 0.085
# The line of the pelvis from its back to its front spine, in the pelvis' frame.
_BACK_SPINE, _FRONT_SPINE = (-0.052, 0.042, 0.086), (0.058, 0.032, 0.086)


def arrow_line(motion: Motion, camera: Camera, index: int) -> list[Point] | None:
    """Return the arrow of a phase as points on the screen, or None.

    It runs the way the followed point goes, beside the body, in front of it or
    behind it, wherever it covers less of the body.
    """
    name = motion.choreography.arrow
    if name is None:
        return None
    start, end = motion.in_phase(index, 0.0), motion.target(index)
    a, b = camera.point(point(start, name)), camera.point(point(end, name))
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    if length < SMALLEST * camera.scale:
        return None
    way = (dx / length, dy / length)
    reach = min(LONGEST, max(SHORTEST, length / camera.scale)) * camera.scale
    bodies = [
        (*camera.point(ball.centre), ball.radius * camera.scale)
        for figure in (start, end)
        for ball in solid(figure)
    ]
    tries = [
        (clear, _shaft(root, way, clear * camera.scale, reach, forwards=forwards))
        for clear in CLEAR
        for root, forwards in ((a, False), (b, True))
    ]
    return min(tries, key=lambda one: _covered(one[1], bodies) + one[0])[1]


def _shaft(
    root: Point, way: Point, clear: float, reach: float, *, forwards: bool
) -> list[Point]:
    """Return a slightly bowed line along a way, before or behind its root."""
    (x, y), (ux, uy) = root, way
    near = clear if forwards else -clear - reach
    bow = reach * 0.04
    return [
        (
            x + ux * (near + reach * t) - uy * bow * 4 * t * (1 - t),
            y + uy * (near + reach * t) + ux * bow * 4 * t * (1 - t),
        )
        for t in (i / 12 for i in range(13))
    ]


def _covered(path: list[Point], bodies: list[tuple[float, float, float]]) -> int:
    return sum(hypot(x - bx, y - by) < r for x, y in path for bx, by, r in bodies)


def arrow(points: list[Point], width: float) -> QPainterPath:
    """Return a tapered arrow through the points."""
    travelled = [0.0]
    for (ax, ay), (bx, by) in pairwise(points):
        travelled.append(travelled[-1] + hypot(bx - ax, by - ay))
    head = width * 3.0
    neck = travelled[-1] - head * 0.8
    body = [p for p, way in zip(points, travelled, strict=True) if way <= neck]
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(body):
        ax, ay = body[max(0, i - 1)]
        bx, by = body[min(len(body) - 1, i + 1)]
        n = hypot(bx - ax, by - ay) or 1e-6
        h = width * (0.10 + 0.40 * i / (len(body) - 1))
        left.append((x - (by - ay) / n * h, y + (bx - ax) / n * h))
        right.append((x + (by - ay) / n * h, y - (bx - ax) / n * h))
    path = new_path()
    curve_through(path, left, start=True)
    curve_through(path, right[::-1], start=False)
    path.closeSubpath()
    _head(path, body[-1], points[-1], width)
    return path.simplified()


def _head(path: QPainterPath, start: Point, tip: Point, width: float) -> None:
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    n = hypot(dx, dy) or 1e-6
    dx, dy = dx / n, dy / n
    back, half = width * 0.25, width * 1.35
    x, y = start[0] - dx * back, start[1] - dy * back
    path.moveTo(*tip)
    path.lineTo(x + dy * half, y - dx * half)
    path.lineTo(start[0], start[1])
    path.lineTo(x - dy * half, y + dx * half)
    path.closeSubpath()


def guide_line(camera: Camera, figure: Figure) -> tuple[Point, Point]:
    """Return the plumb line behind the trunk: bottom and top on the screen."""
    x, y, z = figure["pelvis"].position
    top = figure["head"].position[1] + GUIDE_ABOVE
    return (
        camera.point((x - GUIDE_BEHIND, y + GUIDE_BELOW, z)),
        camera.point((x - GUIDE_BEHIND, top, z)),
    )


def guide(painter: QPainter, camera: Camera, figure: Figure, theme: Theme) -> None:
    """Paint the dashed plumb line behind the trunk."""
    (bx, by), (x, y) = guide_line(camera, figure)
    width = max(1.4, 0.0052 * camera.scale)
    dash, step = 4.2 * width, 7.4 * width
    slant = (bx - x) / ((by - y) or 1.0)
    path = new_path()
    top = y
    while y < by:
        # Dashes are fills: a dashed pen costs five times as much.
        place = x + (y - top) * slant - width / 2
        path.addRoundedRect(QRectF(place, y, width, dash), width / 2, width / 2)
        y += step
    painter.fillPath(path, theme.color("accent"))


def pelvis_mark(
    painter: QPainter, camera: Camera, figure: Figure, theme: Theme
) -> None:
    """Paint the line from the pelvis' back to its front: a small tuck reads by it."""
    root = figure["pelvis"]
    near = 1.0 if dot(root.frame[2], camera.towards) > 0 else -1.0
    a, b = (
        QPointF(*camera.point(at(*root, (x, y, z * near))))
        for x, y, z in (_BACK_SPINE, _FRONT_SPINE)
    )
    width = max(1.5, 0.0085 * camera.scale)
    edge, fill = theme.figure("mark_edge"), theme.color("accent")
    for color, grow in ((edge, 1.0), (fill, 0.0)):
        pen = QPen(color, width * (0.95 + 0.95 * grow))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(a, b)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for end in (a, b):
            radius = width * (0.9 + 0.5 * grow)
            painter.drawEllipse(end, radius, radius)
