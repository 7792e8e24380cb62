"""Fingers and toes: tapering strips, each with a line of its own."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.ui.figure.outline import add_strip, new_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from deskstretch.ui.figure.space import Point

BENDS = 0.96
"""Cosine under which two bones of a finger need a round joint between them."""


FOLDS = 0.35
"""Cosine under which a finger is drawn bone by bone."""


class Digit(NamedTuple):
    """A finger or toe: its line, its fill, and whether the hand or foot hides it."""

    line: QPainterPath
    fill: QPainterPath
    behind: bool = False


def digit(
    points: Sequence[Point],
    radii: Sequence[float],
    grow: float,
    *,
    behind: bool = False,
) -> Digit:
    """Return a tapering finger through the points (pixels), with a round tip.

    The root has no end of its own: it lies inside the hand. The line fades in from
    the root, so no ring is drawn there.
    """
    line, fill = new_path(), new_path()
    (ax, ay), (bx, by) = points[:2]
    # The line begins a little further out: its own start would show through.
    begun = ((ax * 0.7 + bx * 0.3, ay * 0.7 + by * 0.3), *points[1:])
    _tapered(line, begun, radii, grow)
    _tapered(fill, points, radii, 0.0)
    return Digit(line, fill, behind)


def _tapered(
    path: QPainterPath, points: Sequence[Point], radii: Sequence[float], grow: float
) -> None:
    ways = [_way(a, b) for a, b in pairwise(points)]
    widths = [r + (grow if i else -grow) for i, r in enumerate(radii)]
    if any(ax * bx + ay * by < FOLDS for (ax, ay), (bx, by) in pairwise(ways)):
        _bones(path, points, widths, ways)
        return
    left: list[Point] = []
    right: list[Point] = []
    last = len(points) - 1
    hx, hy = 0.0, 0.0
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(0, i - 1)]
        bx, by = points[min(last, i + 1)]
        dx, dy = bx - ax, by - ay
        n = hypot(dx, dy) or 1e-9
        dx, dy = dx / n, dy / n
        r = widths[i]
        left.append((x - dy * r, y + dx * r))
        right.append((x + dy * r, y - dx * r))
        # A round joint where the finger ends or bends; a straight strip needs none.
        if i == last or (i and (hx * dx + hy * dy < BENDS or n < 2 * r)):
            path.addEllipse(x - r, y - r, 2 * r, 2 * r)
        hx, hy = dx, dy
    add_strip(path, left, right)


def _way(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    n = hypot(dx, dy) or 1e-9
    return dx / n, dy / n


def _bones(
    path: QPainterPath,
    points: Sequence[Point],
    widths: Sequence[float],
    ways: Sequence[Point],
) -> None:
    """Add a finger bone by bone: one strip would fold over itself and cut holes."""
    for i, (dx, dy) in enumerate(ways):
        ends = tuple(zip(points[i : i + 2], widths[i : i + 2], strict=True))
        add_strip(
            path,
            [(x - dy * r, y + dx * r) for (x, y), r in ends],
            [(x + dy * r, y - dx * r) for (x, y), r in ends],
        )
        (x, y), r = ends[1]
        path.addEllipse(x - r, y - r, 2 * r, 2 * r)
