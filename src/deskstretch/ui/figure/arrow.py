"""The arrow that shows which way a phase goes: tapered, beside the body."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from deskstretch.body.points import point
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.outline import curve_through, new_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.motion import Motion
    from deskstretch.ui.figure.space import Camera, Point

WIDTH = 0.015
CLEAR = (0.09, 0.12, 0.15, 0.18)
"""How far from the followed point an arrow may start, the first that is free."""
SHORTEST, LONGEST = 0.125, 0.18
SMALLEST = 0.012
"""A point that moves less than this (statures) gets no arrow."""


def line(motion: Motion, camera: Camera, index: int) -> list[Point] | None:
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


def path(points: list[Point], width: float) -> QPainterPath:
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
    shape = new_path()
    curve_through(shape, left, start=True)
    curve_through(shape, right[::-1], start=False)
    shape.closeSubpath()
    _head(shape, body[-1], points[-1], width)
    return shape.simplified()


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
