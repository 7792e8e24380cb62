"""What a whole loop covers on the stage: for the camera, the box and the words."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from deskstretch.ui.figure import marks
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.captions import Obstacle
from deskstretch.ui.figure.space import Camera, Circle, fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskstretch.body.motion import Motion
    from deskstretch.body.scenery import Scene
    from deskstretch.body.skeleton import Figure

MARGINS = (0.055, 0.06, 0.055, 0.085)
"""Left, top, right, bottom of the stage that stay free over the whole loop."""
SAMPLES = 6
"""Figures per phase that the loop is judged by."""
_SKIN = 0.014
"""How far cloth, hair and lines reach beyond the body's own spheres; statures."""
_SHADOW = 0.05


class Loop:
    """Samples of one motion, and what they cover as a camera sees them."""

    def __init__(self, motion: Motion, *, marks: bool = True) -> None:
        self.motion = motion
        self.marks = marks
        self.figures = [
            motion.in_phase(index, i / SAMPLES)
            for index in range(motion.phase_count)
            for i in range(SAMPLES)
        ]

    def camera(self, size: tuple[float, float]) -> Camera:
        """Return the camera that holds the whole loop, its props and its marks."""
        view = Camera(self.motion.camera.yaw, self.motion.camera.pitch)
        circles = [
            *self._bodies(view),
            *self._marks(view),
            *(Circle(*view.point(place)) for place in _corners(self.motion.scene)),
        ]
        return fitted(view, circles, size, MARGINS)

    def obstacles(self, camera: Camera) -> list[Obstacle]:
        """Return what words must leave free."""
        found = [
            Obstacle(c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius)
            for c in (*self._bodies(camera), *self._marks(camera))
        ]
        for box in self.motion.scene.boxes:
            points = [
                camera.point((x, y, z))
                for x in (box.low[0], box.high[0])
                for y in (box.low[1], box.high[1])
                for z in (box.low[2], box.high[2])
            ]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            found.append(Obstacle(min(xs), min(ys), max(xs), max(ys)))
        return found

    def _bodies(self, camera: Camera) -> Iterator[Circle]:
        for figure in self.figures:
            yield from body(camera, figure, _SKIN)

    def _marks(self, camera: Camera) -> Iterator[Circle]:
        """Yield arrows and guide; one width of free room around each."""
        if not self.marks:
            return
        width = marks.ARROW_WIDTH * 1.5 * camera.scale
        for index in range(self.motion.phase_count):
            for x, y in marks.arrow_line(self.motion, camera, index) or ():
                yield Circle(x, y, width)
        if self.motion.choreography.guide:
            for figure in self.figures:
                yield from _line(camera, figure)


def body(camera: Camera, figure: Figure, more: float) -> Iterator[Circle]:
    """Yield what a figure covers, `more` statures around it."""
    for ball in solid(figure):
        x, y = camera.point(ball.centre)
        yield Circle(x, y, (ball.radius + more) * camera.scale)


def _line(camera: Camera, figure: Figure) -> Iterator[Circle]:
    (ax, ay), (bx, by) = marks.guide_line(camera, figure)
    for i in range(9):
        yield Circle(
            ax + (bx - ax) * i / 8, ay + (by - ay) * i / 8, 0.02 * camera.scale
        )


def box(camera: Camera, figures: Sequence[Figure], *, guide: bool) -> QRectF:
    """Return what figures cover on the screen, moving shadows and guide included."""
    covered = [c for figure in figures for c in body(camera, figure, _SHADOW)]
    if guide:
        covered += [c for figure in figures for c in _line(camera, figure)]
    left = floor(min(c.x - c.radius for c in covered))
    top = floor(min(c.y - c.radius for c in covered))
    right = ceil(max(c.x + c.radius for c in covered))
    bottom = ceil(max(c.y + c.radius for c in covered))
    return QRectF(left, top, right - left, bottom - top)


def _corners(scene: Scene) -> Sequence[tuple[float, float, float]]:
    corners = [
        (x, y, z)
        for box in scene.boxes
        for x in (box.low[0], box.high[0])
        for y in (box.low[1], box.high[1])
        for z in (box.low[2], box.high[2])
    ]
    if scene.mat:
        mat = scene.mat
        corners += [(x, -0.02, z) for x in (mat.x0, mat.x1) for z in (mat.z0, mat.z1)]
    return corners
