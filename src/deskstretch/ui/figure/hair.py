"""Hair with a real hairline, and a head scarf, as the camera sees them."""

from __future__ import annotations

from itertools import takewhile
from math import cos, pi, sin
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from deskstretch.body.vectors import Frame, at, cross, dot, unit
from deskstretch.ui.figure.haircuts import CUTS
from deskstretch.ui.figure.outline import Outline, ellipsoid, new_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.skeleton import Joint
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.haircuts import Cut
    from deskstretch.ui.figure.space import Camera, Point

__all__ = ["CUTS", "hair", "knot", "knot_is_near"]

CLOSE = 0.945
"""How close to the head the hairline lies, as a share of the hair's ellipsoid."""
_CIRCLE = tuple((cos(2 * pi * i / 48), sin(2 * pi * i / 48)) for i in range(48))


def knot(camera: Camera, head: Joint, cut: Cut, grow: float) -> Outline | None:
    """Return the knot's fill and line, or None where the hair has none."""
    if cut.knot is None:
        return None
    shape = Outline(grow)
    shape.blob(ellipsoid(camera, head, cut.knot.place, cut.knot.radii))
    return shape


def knot_is_near(camera: Camera, head: Joint, cut: Cut) -> bool:
    """Tell whether the knot lies before the head, as the camera sees it."""
    if cut.knot is None:
        return False
    middle = camera.depth(at(*head, cut.centre))
    return camera.depth(at(*head, cut.knot.place)) > middle


def hair(camera: Camera, head: Joint, cut: Cut) -> QPainterPath | None:
    """Return the visible hair, or None where only the face is seen."""
    frame: Frame = head[1]
    rx, ry, rz = cut.radii
    view = unit(
        (
            dot(frame[0], camera.towards) / rx,
            dot(frame[1], camera.towards) / ry,
            dot(frame[2], camera.towards) / rz,
        )
    )
    centre = camera.point(at(*head, cut.centre))
    axes = (
        camera.arrow(frame[0], rx),
        camera.arrow(frame[1], ry),
        camera.arrow(frame[2], rz),
    )

    def seen(u: Vec, k: float = 1.0) -> Point:
        (ax, ay), (bx, by), (cx, cy) = axes
        return (
            centre[0] + k * (ax * u[0] + bx * u[1] + cx * u[2]),
            centre[1] + k * (ay * u[0] + by * u[1] + cy * u[2]),
        )

    across = unit(cross(view, (0.31, 0.21, 0.93)))
    over = cross(view, across)
    rim = [_mix(across, over, c, s) for c, s in _CIRCLE]
    visible = [dot(u, view) > 0 for u in cut.ring]
    path = new_path()
    if all(visible):
        path.setFillRule(Qt.FillRule.OddEvenFill)
        _polygon(path, [seen(u) for u in rim])
        _polygon(path, [seen(u, CLOSE) for u in cut.ring])
        return path
    if not any(visible):
        if not cut.covers(view):
            return None
        _polygon(path, [seen(u) for u in rim])
        return path
    line = _longest_run(cut.ring, visible)
    arc = _arc(cut, rim, line[0], line[-1])
    last = len(arc) - 1
    # Where hair begins it lies close to the head, and no tip stands off.
    rises = [
        min(1.0, CLOSE + (1 - CLOSE) * min(i, last - i) / 6) for i in range(last + 1)
    ]
    _polygon(
        path,
        [*(seen(u, CLOSE) for u in line), *map(seen, arc, rises)],
    )
    return path


def _mix(a: Vec, b: Vec, c: float, s: float) -> Vec:
    return (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s)


def _longest_run(ring: tuple[Vec, ...], visible: list[bool]) -> list[Vec]:
    n = len(visible)
    best: list[Vec] = []
    for start in range(n):
        if visible[start] and not visible[start - 1]:
            whole = (*ring[start:], *ring[:start])
            turned = (*visible[start:], *visible[:start])
            pairs = takewhile(itemgetter(1), zip(whole, turned, strict=True))
            best = max(best, [u for u, _ in pairs], key=len)
    return best


def _arc(cut: Cut, rim: list[Vec], start: Vec, end: Vec) -> list[Vec]:
    """Return the rim from the ring's last visible place to its first, over hair."""
    n = len(rim)
    i = max(range(n), key=lambda k: dot(rim[k], end))
    j = max(range(n), key=lambda k: dot(rim[k], start))
    # Ends at the same place of the rim leave a gap too small to see: all the way round.
    forward = [rim[(i + k) % n] for k in range(((j - i) % n or n) + 1)]
    backward = [rim[(i - k) % n] for k in range((i - j) % n + 1)]
    short, long = sorted((forward, backward), key=len)
    # The middle of a short way lies too near the hairline to tell by itself.
    return long if cut.covers(long[len(long) // 2]) else short


def _polygon(path: QPainterPath, points: list[Point]) -> None:
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)
    path.closeSubpath()
