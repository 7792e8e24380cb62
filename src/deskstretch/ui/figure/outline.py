"""Outlines of rounded bodies: hulls of ellipsoids and limb strips.

Everything is added to one path with `WindingFill` and one turning direction, so
overlapping pieces are a true union without seams. Beside every outline a second
one grows, larger by a line's width: filled in a darker tone underneath, it is the
separation line (a fill costs a quarter of a stroke).
"""

from __future__ import annotations

import itertools
from math import cos, hypot, pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.skeleton import Joint
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.space import Camera, Point

HALF = 6
STEPS = 2 * HALF
"""Directions in which an ellipsoid's edge is known exactly."""
DIRECTIONS = tuple(
    (cos(2 * pi * i / STEPS), sin(2 * pi * i / STEPS)) for i in range(STEPS)
)
ARC = 0.339
"""Length of a cubic's handle for an arc of 360/12 degrees, in chords."""

TINY = 2.2
"""A chord this short (pixels) stands for its arc: they are 0.15 pixels apart."""

Edge = tuple[float, float, float, float, bool]
"""A place on an outline, its outward direction, and whether a straight line follows."""


class Slice(NamedTuple):
    """An ellipsoid as the camera sees it: centre, half axes, edge by direction.

    `edge` holds, per direction of `DIRECTIONS`, the edge's x, y and its distance
    from the screen's origin along that direction.
    """

    x: float
    y: float
    axes: tuple[Point, Point, Point]
    edge: tuple[tuple[float, float, float], ...]

    def support(self, dx: float, dy: float) -> Point:
        """Return the edge's farthest point in a unit direction."""
        (ax, ay), (bx, by), (cx, cy) = self.axes
        k, m, n = ax * dx + ay * dy, bx * dx + by * dy, cx * dx + cy * dy
        h = sqrt(k * k + m * m + n * n) or 1e-9
        return (
            self.x + (ax * k + bx * m + cx * n) / h,
            self.y + (ay * k + by * m + cy * n) / h,
        )


def ellipsoid(
    camera: Camera,
    joint: Joint,
    offset: Vec,
    radii: Vec,
) -> Slice:
    """Return the ellipsoid at `offset` in the joint's frame, as the camera sees it.

    `offset` and `radii` run along the frame's X (forward), Y (up) and Z (right).
    """
    (px, py, pz), (a, b, c) = joint
    x, y, z = offset
    cx, cy = camera.point(
        (
            px + x * a[0] + y * b[0] + z * c[0],
            py + x * a[1] + y * b[1] + z * c[1],
            pz + x * a[2] + y * b[2] + z * c[2],
        )
    )
    axes = (
        camera.arrow(a, radii[0]),
        camera.arrow(b, radii[1]),
        camera.arrow(c, radii[2]),
    )
    return _slice(cx, cy, axes)


def _slice(cx: float, cy: float, axes: tuple[Point, Point, Point]) -> Slice:
    (ax, ay), (bx, by), (gx, gy) = axes
    near: list[tuple[float, float, float]] = []
    far: list[tuple[float, float, float]] = []
    for dx, dy in DIRECTIONS[:HALF]:
        k, m, n = ax * dx + ay * dy, bx * dx + by * dy, gx * dx + gy * dy
        h = sqrt(k * k + m * m + n * n) or 1e-9
        ex, ey = (ax * k + bx * m + gx * n) / h, (ay * k + by * m + gy * n) / h
        c = cx * dx + cy * dy
        near.append((cx + ex, cy + ey, c + h))
        far.append((cx - ex, cy - ey, h - c))
    return Slice(cx, cy, axes, (*near, *far))


def new_path() -> QPainterPath:
    """Return an empty path whose overlapping pieces unite."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


class Outline:
    """A part's outline while it is being built: its fill, and the line around it.

    `grow` is the line's width in pixels. Pieces are only ever added.
    """

    __slots__ = ("fill", "grow", "line")

    def __init__(self, grow: float) -> None:
        self.fill = new_path()
        self.line = new_path()
        self.grow = grow

    def add(self, other: Outline) -> None:
        """Add all pieces of another outline."""
        self.fill.addPath(other.fill)
        self.line.addPath(other.line)

    def blob(self, a: Slice) -> None:
        """Add one ellipsoid."""
        self._add(
            [
                (p[0], p[1], d[0], d[1], False)
                for p, d in zip(a.edge, DIRECTIONS, strict=True)
            ]
        )

    def hull(self, a: Slice, b: Slice) -> None:
        """Add the convex hull of two ellipsoids, its tangents exact."""
        self._add(_hull(a, b))

    def chain(self, *slices: Slice) -> None:
        """Add the hulls of neighbours, one after the other."""
        for a, b in itertools.pairwise(slices):
            self._add(_hull(a, b))

    def strip(self, left: Sequence[Point], right: Sequence[Point]) -> None:
        """Add a smooth strip between two rows of points; the line stays open."""
        add_strip(self.fill, left, right)

    def line_strip(self, left: Sequence[Point], right: Sequence[Point]) -> None:
        """Add a strip to the line alone."""
        add_strip(self.line, left, right)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Add a disc to the fill alone."""
        self.fill.addEllipse(x - radius, y - radius, 2 * radius, 2 * radius)

    def line_disc(self, x: float, y: float, radius: float) -> None:
        """Add a disc to the line alone."""
        self.line.addEllipse(x - radius, y - radius, 2 * radius, 2 * radius)

    def _add(self, edges: list[Edge]) -> None:
        """Add a closed outline to the fill and, grown, to the line."""
        fill, line, g = self.fill, self.line, self.grow
        x0, y0, dx, dy, straight = edges[0]
        u0, v0 = x0 + dx * g, y0 + dy * g
        fill.moveTo(x0, y0)
        line.moveTo(u0, v0)
        edges.append(edges[0])
        for x1, y1, ex, ey, following in edges[1:]:
            u1, v1 = x1 + ex * g, y1 + ey * g
            k = hypot(x1 - x0, y1 - y0)
            if straight or k < TINY:
                fill.lineTo(x1, y1)
                line.lineTo(u1, v1)
            else:
                k *= ARC
                fill.cubicTo(x0 - dy * k, y0 + dx * k, x1 + ey * k, y1 - ex * k, x1, y1)
                k += g * ARC * hypot(ex - dx, ey - dy)
                line.cubicTo(u0 - dy * k, v0 + dx * k, u1 + ey * k, v1 - ex * k, u1, v1)
            x0, y0, u0, v0 = x1, y1, u1, v1
            dx, dy, straight = ex, ey, following
        fill.closeSubpath()
        line.closeSubpath()


def _hull(a: Slice, b: Slice) -> list[Edge]:
    """Take the farther edge per direction; where the winner changes, a tangent."""
    first, second = a.edge, b.edge
    edges: list[Edge] = []
    lead = first[0][2] - second[0][2]
    for i in range(STEPS):
        dx, dy = DIRECTIONS[i]
        p = first[i] if lead >= 0 else second[i]
        edges.append((p[0], p[1], dx, dy, False))
        j = (i + 1) % STEPS
        following = first[j][2] - second[j][2]
        if (lead >= 0) != (following >= 0):
            f = lead / (lead - following)
            ex, ey = DIRECTIONS[j]
            tx, ty = dx + (ex - dx) * f, dy + (ey - dy) * f
            n = hypot(tx, ty)
            tx, ty = tx / n, ty / n
            u, v = a.support(tx, ty), b.support(tx, ty)
            if lead < 0:
                u, v = v, u
            edges.append((u[0], u[1], tx, ty, True))
            edges.append((v[0], v[1], tx, ty, False))
        lead = following
    return edges


def curve_through(path: QPainterPath, points: Sequence[Point], *, start: bool) -> None:
    """Add a smooth curve through the points (Catmull-Rom)."""
    if start:
        path.moveTo(*points[0])
    else:
        path.lineTo(*points[0])
    last = len(points) - 1
    for i in range(last):
        b, c = points[i], points[i + 1]
        a = points[i - 1] if i else b
        d = points[i + 2] if i + 1 < last else c
        path.cubicTo(
            b[0] + (c[0] - a[0]) / 6,
            b[1] + (c[1] - a[1]) / 6,
            c[0] - (d[0] - b[0]) / 6,
            c[1] - (d[1] - b[1]) / 6,
            c[0],
            c[1],
        )


def add_strip(
    path: QPainterPath, left: Sequence[Point], right: Sequence[Point]
) -> None:
    """Add a closed strip, turned the way ellipses turn."""
    last = len(left) - 1
    middle = last // 2
    along_x, along_y = left[last][0] - left[0][0], left[last][1] - left[0][1]
    across_x = right[middle][0] - left[middle][0]
    across_y = right[middle][1] - left[middle][1]
    if along_x * across_y - along_y * across_x < 0:
        left, right = right, left
    curve_through(path, left, start=True)
    curve_through(path, right[::-1], start=False)
    path.closeSubpath()
