"""What furniture and props cover on the stage, and which of it the body hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from deskstretch.ui.figure.bulk import solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.scenery import Box, Cushion, Rod, Scene
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.space import Camera


def corners(scene: Scene) -> list[Vec]:
    """Return the corners of all that stands or lies there, the mat included."""
    corners = [c for low, high in boxed(scene) for c in between(low, high)]
    if scene.mat:
        mat = scene.mat
        corners += [(x, -0.02, z) for x in (mat.x0, mat.x1) for z in (mat.z0, mat.z1)]
    return corners


def boxed(scene: Scene) -> list[tuple[Vec, Vec]]:
    """Return the corners of the boxes around all props but the mat."""
    return [
        *((box.low, box.high) for box in scene.boxes),
        *map(_of_rod, scene.rods),
        *map(_of_cushion, scene.cushions),
    ]


def _of_rod(rod: Rod) -> tuple[Vec, Vec]:
    """Return the corners of the box around a rod."""
    r = rod.radius
    pairs = [sorted(pair) for pair in zip(rod.start, rod.end, strict=True)]
    (x0, x1), (y0, y1), (z0, z1) = pairs
    return (x0 - r, y0 - r, z0 - r), (x1 + r, y1 + r, z1 + r)


def _of_cushion(cushion: Cushion) -> tuple[Vec, Vec]:
    (x, y, z), (a, b, c) = cushion.centre, cushion.half
    return (x - a, y - b, z - c), (x + a, y + b, z + c)


def between(low: Vec, high: Vec) -> list[Vec]:
    """Return the corners of the box between two opposite ones."""
    return [
        (x, y, z)
        for x in (low[0], high[0])
        for y in (low[1], high[1])
        for z in (low[2], high[2])
    ]


def before(camera: Camera, scene: Scene, figures: Sequence[Figure]) -> tuple[Box, ...]:
    """Return the legs, posts and backs of furniture that the body goes behind.

    What the body lies or leans on, and what it never passes, is painted before it.
    """
    found = []
    for thing in scene.boxes:
        if thing.part in {"seat", "top"}:
            continue
        (x0, _, z0), (x1, _, z1) = thing.low, thing.high
        area = outer(camera, [thing])
        passed = [
            camera.depth(((x0 + x1) / 2, ball.centre[1], (z0 + z1) / 2))
            - camera.depth(ball.centre)
            for figure in figures
            for ball in solid(figure)
            if area.contains(*camera.point(ball.centre))
        ]
        if passed and min(passed) > 0.0:
            found.append(thing)
    return tuple(found)


def outer(camera: Camera, boxes: Sequence[Box]) -> QRectF:
    """Return the part of the screen that boxes cover."""
    area = QRectF()
    for thing in boxes:
        points = [camera.point(corner) for corner in between(thing.low, thing.high)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        area = area.united(
            QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        )
    return area
