"""Outlines of rounded bodies: hulls of ellipsoids and limb strips.

Everything is added to one path with `WindingFill` and one turning direction, so
overlapping pieces are a true union without seams. Beside every outline a second
one grows, larger by a line's width: filled in a darker tone underneath, it is the
separation line (a fill costs a quarter of a stroke).
"""

from __future__ import annotations

import itertools
from math import cos, hypot, inf, pi, sin, sqrt
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
_HALF_ROUND = tuple((cos(pi * i / HALF), sin(pi * i / HALF)) for i in range(HALF))
DIRECTIONS = (*_HALF_ROUND, *((-dx, -dy) for dx, dy in _HALF_ROUND))
ARC = 0.339
"""Length of a cubic's handle for an arc of 360/12 degrees, in chords."""

TINY = 2.2
"""A chord this short (pixels) stands for its arc: they are 0.15 pixels apart."""

_HAIR = 1e-9
"""Square pixels: what keeps an ellipsoid seen edge-on from having no width at all."""

Edge = tuple[float, float, float, float, float]
"""A place on an outline, its outward direction, and how far out it lies along that
direction from the screen's origin, or `STRAIGHT`: a straight line follows."""
STRAIGHT = inf


class Slice(NamedTuple):
    """An ellipsoid as the camera sees it: centre, form, edge by direction.

    `form` is the ellipse: the square of its reach in a unit direction (dx, dy) is
    a dx² + 2 b dx dy + c dy². `edge` holds its edge in each of `DIRECTIONS`.
    """

    x: float
    y: float
    form: tuple[float, float, float]
    edge: tuple[Edge, ...]

    def support(self, dx: float, dy: float) -> Point:
        """Return the edge's farthest point in a unit direction."""
        a, b, c = self.form
        p, q = a * dx + b * dy, b * dx + c * dy
        h = sqrt(p * dx + q * dy)
        return self.x + p / h, self.y + q / h


def ellipsoid(
    camera: Camera,
    joint: Joint,
    offset: Vec,
    radii: Vec,
) -> Slice:
    """Return the ellipsoid at `offset` in the joint's frame, as the camera sees it.

    `offset` and `radii` run along the frame's X (forward), Y (up) and Z (right).
    """
    k, (r, _, s), (u, v, w) = camera.scale, camera.right, camera.up
    (px, py, pz), ((xx, xy, xz), (yx, yy, yz), (zx, zy, zz)) = joint
    # The frame's axes on the screen, x right and y up, for one stature.
    ax, ay = r * xx + s * xz, u * xx + v * xy + w * xz
    bx, by = r * yx + s * yz, u * yx + v * yy + w * yz
    cx, cy = r * zx + s * zz, u * zx + v * zy + w * zz
    x, y, z = offset
    right = r * px + s * pz + x * ax + y * bx + z * cx
    up = u * px + v * py + w * pz + x * ay + y * by + z * cy
    e, f, g = (radius * k for radius in radii)
    ax, ay, bx, by, cx, cy = e * ax, e * ay, f * bx, f * by, g * cx, g * cy
    form = (
        ax * ax + bx * bx + cx * cx + _HAIR,
        -(ax * ay + bx * by + cx * cy),
        ay * ay + by * by + cy * cy + _HAIR,
    )
    return _slice(camera.x + k * right, camera.y - k * up, form)


def _slice(x: float, y: float, form: tuple[float, float, float]) -> Slice:
    a, b, c = form
    near: list[Edge] = []
    far: list[Edge] = []
    for dx, dy in _HALF_ROUND:
        p, q = a * dx + b * dy, b * dx + c * dy
        h = sqrt(p * dx + q * dy)
        p, q = p / h, q / h
        d = x * dx + y * dy
        near.append((x + p, y + q, dx, dy, h + d))
        far.append((x - p, y - q, -dx, -dy, h - d))
    return Slice(x, y, form, (*near, *far))


def new_path() -> QPainterPath:
    """Return an empty path whose overlapping pieces unite."""
    return QPainterPath(_UNITING)  # a copy takes a quarter of setting the rule


_UNITING = QPainterPath()
_UNITING.setFillRule(Qt.FillRule.WindingFill)


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
        self._add([*a.edge])

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
        fill_to, line_to, fill_round, line_round = (
            fill.lineTo,
            line.lineTo,
            fill.cubicTo,
            line.cubicTo,
        )
        x0, y0, dx, dy, reach = edges[0]
        u0, v0 = x0 + dx * g, y0 + dy * g
        fill.moveTo(x0, y0)
        line.moveTo(u0, v0)
        edges.append(edges[0])
        for x1, y1, ex, ey, following in edges[1:]:
            u1, v1 = x1 + ex * g, y1 + ey * g
            k = hypot(x1 - x0, y1 - y0)
            if reach == STRAIGHT or k < TINY:
                fill_to(x1, y1)
                line_to(u1, v1)
            else:
                k *= ARC
                fill_round(x0 - dy * k, y0 + dx * k, x1 + ey * k, y1 - ex * k, x1, y1)
                k += g * ARC * hypot(ex - dx, ey - dy)
                line_round(u0 - dy * k, v0 + dx * k, u1 + ey * k, v1 - ex * k, u1, v1)
            x0, y0, u0, v0 = x1, y1, u1, v1
            dx, dy, reach = ex, ey, following
        fill.closeSubpath()
        line.closeSubpath()


def _hull(a: Slice, b: Slice) -> list[Edge]:
    """Take the farther edge per direction; where the winner changes, a tangent."""
    first, second = a.edge, b.edge
    edges: list[Edge] = []
    p, q = first[-1], second[-1]
    lead = p[4] - q[4]
    for r, s in zip(first, second, strict=True):
        following = r[4] - s[4]
        if (lead >= 0) != (following >= 0):
            edges += _tangent(a, b, p, r, lead, following)
        edges.append(r if following >= 0 else s)
        p, lead = r, following
    return edges


def _tangent(
    a: Slice, b: Slice, p: Edge, r: Edge, lead: float, following: float
) -> tuple[Edge, Edge]:
    """Return both ends of the line that touches two ellipsoids between two edges."""
    f = lead / (lead - following)
    tx, ty = p[2] + (r[2] - p[2]) * f, p[3] + (r[3] - p[3]) * f
    n = hypot(tx, ty)
    tx, ty = tx / n, ty / n
    u, v = a.support(tx, ty), b.support(tx, ty)
    if lead < 0:
        u, v = v, u
    return (*u, tx, ty, STRAIGHT), (*v, tx, ty, 0.0)


def curve_through(path: QPainterPath, points: Sequence[Point], *, start: bool) -> None:
    """Add a smooth curve through the points (Catmull-Rom)."""
    (path.moveTo if start else path.lineTo)(*points[0])
    round_to = path.cubicTo
    (ax, ay), (cx, cy) = points[:2]
    bx, by = ax, ay
    for dx, dy in (*points[2:], points[-1]):
        round_to(
            bx + (cx - ax) / 6,
            by + (cy - ay) / 6,
            cx - (dx - bx) / 6,
            cy - (dy - by) / 6,
            cx,
            cy,
        )
        ax, ay, bx, by, cx, cy = bx, by, cx, cy, dx, dy


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
