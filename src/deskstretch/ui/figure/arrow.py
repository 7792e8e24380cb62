"""The arrow that shows which way a phase goes: tapered, beside the body."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from deskstretch.body.points import point
from deskstretch.body.skeleton import swapped
from deskstretch.body.vectors import between
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.outline import curve_through, new_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.motion import Motion
    from deskstretch.body.scenery import Scene
    from deskstretch.ui.figure.space import Camera, Point

    Disc = tuple[float, float, float]

WIDTH = 0.015
CLEAR = (0.09, 0.12, 0.15, 0.18)
"""How far from the followed point an arrow may start, the first that is free."""
BESIDE = (0.12, 0.16, 0.20, 0.24)
"""How far from the middle of its way it may run alongside instead ..."""
ASIDE = 0.12
"""... and how much worse that is than the same distance ahead or behind."""
SHORTEST, LONGEST = 0.125, 0.18
SMALLEST = 0.012
"""A point that moves less than this (statures) gets no arrow."""


def line(motion: Motion, camera: Camera, index: int) -> list[Point] | None:
    """Return the arrow of a phase as points on the screen, or None.

    It runs the way the followed point goes: behind it, ahead of it or alongside,
    wherever it covers least of the body and leaves the picture least.
    """
    name = motion.choreography.arrow
    if name is None:
        return None
    if motion.side == "left":
        name = swapped(name)
    start, end = motion.in_phase(index, 0.0), motion.target(index)
    a, b = camera.point(point(start, name)), camera.point(point(end, name))
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    if length < SMALLEST * camera.scale:
        return None
    way = (dx / length, dy / length)
    reach = min(LONGEST, max(SHORTEST, length / camera.scale)) * camera.scale
    k = camera.scale
    bodies = [
        (*camera.point(ball.centre), ball.radius * k)
        for figure in (start, motion.in_phase(index, 0.5), end)
        for ball in solid(figure)
    ]
    bodies += _things(motion.scene, camera)
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    hand = 1.0 if motion.side == "right" else -1.0  # the left one is the mirror image
    tries = [
        (clear, _shaft(root, way, near, hand))
        for clear in CLEAR
        for root, near in (
            (a, (-clear * k - reach, reach)), (b, (clear * k, reach)),
        )
    ]  # fmt: skip
    for clear in BESIDE:
        for side in (hand, -hand):
            off = side * clear * k
            root = (middle[0] - way[1] * off, middle[1] + way[0] * off)
            tries.append((clear + ASIDE, _shaft(root, way, (-reach / 2, reach), hand)))
    # Rounded, so that both sides choose alike between places that are equally good.
    return min(tries, key=lambda one: round(one[0] + _harm(one[1], bodies, k), 6))[1]


def _harm(points: list[Point], discs: list[Disc], scale: float) -> float:
    """Return how bad a place is: covered points, and the way out of the picture."""
    covered = sum(
        hypot(x - bx, y - by) < r + WIDTH * scale
        for x, y in points
        for bx, by, r in discs
    )
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right = min(x - r for x, _, r in discs), max(x + r for x, _, r in discs)
    top, bottom = min(y - r for _, y, r in discs), max(y + r for _, y, r in discs)
    out = max(
        0.0,
        left - min(xs),
        max(xs) - right,
        top - min(ys),
        4 * (max(ys) - bottom),  # under the floor it looks lost
    )
    return covered + out / scale


def _things(scene: Scene, camera: Camera) -> list[Disc]:
    """Return discs along furniture, so that an arrow keeps clear of it too."""
    found = []
    for box in scene.boxes:
        (x0, y0, z0), (x1, y1, z1) = box.low, box.high
        # Both diagonals: the mirror image of a box has the same.
        for start, end in (((x0, y0, z0), (x1, y1, z1)), ((x0, y0, z1), (x1, y1, z0))):
            for i in range(6):
                x, y = camera.point(between(start, end, i / 5))
                found.append((x, y, 0.012 * camera.scale))
    return found


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
