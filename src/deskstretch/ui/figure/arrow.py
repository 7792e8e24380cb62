"""The arrow that shows which way a phase goes: tapered, beside the body."""

from __future__ import annotations

from itertools import pairwise, product
from math import dist, hypot
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.points import point
from deskstretch.body.skeleton import swapped
from deskstretch.body.vectors import between
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.marks import guide_line
from deskstretch.ui.figure.outline import curve_through, new_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainterPath

    from deskstretch.body.motion import Motion
    from deskstretch.body.scenery import Scene
    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.space import Camera, Point

    Disc = tuple[float, float, float]

WIDTH = 0.015
ROOM = 0.028
"""What stays free on both sides of an arrow's middle: its head is wider."""
CLEAR = (0.09, 0.12, 0.15, 0.18)
"""How far from the followed point an arrow may start, the first that is free."""
BESIDE = (0.12, 0.16, 0.20, 0.24, 0.28)
"""How far from the middle of its way it may run alongside instead ..."""
ALONG = (0.0, 0.08, -0.08)
"""... there, or so much further on or back ..."""
ASIDE = 0.12
"""... and how much worse that is than the same distance ahead or behind."""
SHORTEST, LONGEST = 0.125, 0.18
SMALLEST = 0.012
"""A point that moves less than this (statures) gets no arrow."""
ALIKE = 0.5
"""Ways that differ by less (cosine) are one: a movement that bends a little."""
MINOR = 0.3
"""A way of less than this share of the phase's longest is none to point at."""
_SEEN = (0.0, 0.08, 0.16, 0.24, 0.32, 0.4, 0.48, 0.56, 0.64, 0.72, 0.8, 0.9, 1.0)
"""When the body is looked at on an arrow's way; then it has faded."""


class Arrow(NamedTuple):
    """An arrow on the screen, and from when to when it is there, as shares of a phase.

    A phase that passes through other poses has one for each of its ways.
    """

    start: float
    end: float
    line: list[Point]


def lines(motion: Motion, camera: Camera, index: int) -> list[Arrow]:
    """Return the arrows of a phase, one after the other in time.

    Each runs the way the followed point goes: behind it, ahead of it or alongside,
    near to it and inside the picture. Where every place is covered by the body at some
    moment of its way, there is none.
    """
    name = motion.choreography.arrow
    if name is None:
        return []
    if motion.side == "left":
        name = swapped(name)
    found = []
    for start, end in _ways(motion, camera, index, name):
        line = _line(motion, camera, (index, start, end), name)
        if line:
            found.append(Arrow(start, end, line))
    return found


def _ways(
    motion: Motion, camera: Camera, index: int, name: str
) -> list[tuple[float, float]]:
    """Return from when to when a point goes one way; what is alike is one."""
    bounds = (0.0, *(via.at for via in motion.choreography.phases[index].via), 1.0)
    places = {at: _place(motion, camera, (index, at), name) for at in bounds}
    ways: list[tuple[float, float]] = []
    for start, end in pairwise(bounds):
        if dist(places[start], places[end]) < SMALLEST * camera.scale:
            continue
        if ways and _alike(*(places[at] for at in (*ways[-1], start, end))):
            ways[-1] = (ways[-1][0], end)
        else:
            ways.append((start, end))
    lengths = [dist(places[start], places[end]) for start, end in ways]
    return [
        way
        for way, length in zip(ways, lengths, strict=True)
        if length > MINOR * max(lengths)
    ]


def _alike(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the ways from a to b and from c to d lead the same way."""
    one, other = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    cosine = (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
    return cosine > ALIKE


def _place(
    motion: Motion, camera: Camera, moment: tuple[int, float], name: str
) -> Point:
    return camera.point(point(motion.in_phase(*moment), name))


def _line(
    motion: Motion, camera: Camera, part: tuple[int, float, float], name: str
) -> list[Point] | None:
    """Return the line of one arrow, where it covers nothing; None if nowhere."""
    index, start, end = part
    a, b = (_place(motion, camera, (index, at), name) for at in (start, end))
    figures = [motion.in_phase(index, start + (end - start) * seen) for seen in _SEEN]
    bodies = [
        (*camera.point(ball.centre), ball.radius * camera.scale)
        for figure in figures
        for ball in solid(figure)
    ]
    bodies += _things(motion.scene, camera)
    if motion.choreography.guide:
        for figure in figures:
            bodies += _guide(camera, figure, motion.choreography.guide)
    hand = 1.0 if motion.side == "right" else -1.0  # the left one is the mirror image
    best, line = 1.0, None
    for worse, shaft in _tries(a, b, camera.scale, hand):
        # Rounded, so that both sides choose alike between places equally good.
        harm = round(worse + _harm(shaft, bodies, camera.scale), 6)
        if harm < best:
            best, line = harm, shaft
    return line


def _tries(
    a: Point, b: Point, scale: float, hand: float
) -> Iterator[tuple[float, list[Point]]]:
    """Yield where an arrow from a to b may be, and how far off that is."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    way = (dx / length, dy / length)
    reach = min(LONGEST, max(SHORTEST, length / scale)) * scale
    for clear in CLEAR:
        yield clear, _shaft(a, way, (-clear * scale - reach, reach), hand)
        yield clear, _shaft(b, way, (clear * scale, reach), hand)
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    for clear, along, side in product(BESIDE, ALONG, (hand, -hand)):
        off = side * clear * scale
        root = (middle[0] - way[1] * off, middle[1] + way[0] * off)
        near = along * scale - reach / 2
        yield clear + ASIDE + abs(along) / 2, _shaft(root, way, (near, reach), hand)


def _harm(points: list[Point], discs: list[Disc], scale: float) -> float:
    """Return how bad a place is: covered points, and the way out of the picture."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    more = ROOM * scale
    covered = sum(
        hypot(x - bx, y - by) < r + more
        for bx, by, r in discs
        if x0 - r - more < bx < x1 + r + more and y0 - r - more < by < y1 + r + more
        for x, y in points
    )
    left, right = min(x - r for x, _, r in discs), max(x + r for x, _, r in discs)
    top, bottom = min(y - r for _, y, r in discs), max(y + r for _, y, r in discs)
    out = max(
        0.0,
        left - x0,
        x1 - right,
        top - y0,
        4 * (y1 - bottom),  # under the floor it looks lost
    )
    return covered + out / scale


def _things(scene: Scene, camera: Camera) -> list[Disc]:
    """Return discs along furniture, so that an arrow keeps clear of it too."""
    size = 0.012 * camera.scale
    return [
        (*camera.point(between((x0, y0, near), (x1, y1, far), share)), size)
        for (x0, y0, z0), (x1, y1, z1) in ((box.low, box.high) for box in scene.boxes)
        # Both diagonals: the mirror image of a box has the same.
        for near, far in ((z0, z1), (z1, z0))
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]


def _guide(camera: Camera, figure: Figure, kind: str) -> list[Disc]:
    """Return discs along the guide, which is no place for an arrow either."""
    (ax, ay), (bx, by) = guide_line(camera, figure, kind)
    return [
        (ax + (bx - ax) * i / 8, ay + (by - ay) * i / 8, 0.004 * camera.scale)
        for i in range(9)
    ]


def _shaft(
    root: Point, way: Point, part: tuple[float, float], hand: float
) -> list[Point]:
    """Return a line along a way: where it starts, how long it is, which way it bows."""
    (x, y), (ux, uy), (near, reach) = root, way, part
    bow = reach * 0.04 * hand
    return [
        (
            x + ux * (near + reach * t) - uy * bow * 4 * t * (1 - t),
            y + uy * (near + reach * t) + ux * bow * 4 * t * (1 - t),
        )
        for t in (i / 12 for i in range(13))
    ]


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
