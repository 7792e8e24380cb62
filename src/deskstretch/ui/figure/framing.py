"""What a whole loop covers on the stage: for the camera, the box and the words."""

from __future__ import annotations

from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from deskstretch.body.vectors import distance
from deskstretch.ui.figure import arrow, glow, marks
from deskstretch.ui.figure.arrow import Arrow
from deskstretch.ui.figure.bulk import solid
from deskstretch.ui.figure.captions import Obstacle
from deskstretch.ui.figure.room import between, boxed, corners
from deskstretch.ui.figure.space import Camera, Circle, fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure, Joint

MARGINS = (0.055, 0.06, 0.055, 0.085)
"""Left, top, right, bottom of the stage that stay free over the whole loop."""
CLOSE = (0.03, 0.022, 0.03, 0.04)
"""The same for a close camera."""
SAMPLES = 4
"""Figures per phase that the loop is judged by; the first is a key pose."""
STEPS = 8
"""Steps of a phase by which words are judged: between them they fade."""
_SKIN = 0.014
"""How far cloth, hair and lines reach beyond the body's own spheres; statures."""
_SHADOW = 0.05
_STILL = 0.0005
"""A joint that moves less (statures) is not seen to move."""
_REACH = 0.1
"""How far a bone reaches from its joint, for how far its end goes as it turns."""


class Loop:
    """Samples of one motion, and what they cover as a camera sees them.

    All is measured once, by a camera of scale 1, and scaled for each stage.
    """

    def __init__(self, motion: Motion, *, marks: bool = True) -> None:
        self.motion = motion
        self.marks = marks
        self.figures = [
            motion.in_phase(index, i / SAMPLES)
            for index in range(motion.phase_count)
            for i in range(SAMPLES)
        ]
        self._view = Camera(motion.camera.yaw, motion.camera.pitch)
        self._arrows = self._found_arrows() if marks else {}
        self._lines = self._found_lines() if marks else []

    def camera(self, size: tuple[float, float]) -> Camera:
        """Return the camera that holds the whole loop, its props and its marks."""
        circles = [
            *(c for figure in self.figures for c in body(self._view, figure, _SKIN)),
            *self._lines,
            *(Circle(*self._view.point(p)) for p in corners(self.motion.scene)),
        ]
        margins = CLOSE if self.motion.camera.close else MARGINS
        return fitted(self._view, circles, size, margins)

    def arrows(self, camera: Camera) -> dict[int, list[Arrow]]:
        """Return the arrows of every phase on the screen."""
        k, x, y = camera.scale, camera.x, camera.y
        return {
            index: [
                Arrow(start, end, [(x + k * px, y + k * py) for px, py in line])
                for start, end, line in arrows
            ]
            for index, arrows in self._arrows.items()
        }

    def obstacles(self, camera: Camera, muscle: str = "") -> list[Obstacle]:
        """Return what words must leave free: body, marks and props.

        Words about a muscle are in nobody's way while it does not glow.
        """
        figures = self.figures
        if muscle:
            moments = (divmod(number, SAMPLES) for number in range(len(figures)))
            felt = (
                self.motion.glow(index, i / SAMPLES).get(muscle, 0.0) > glow.FAINT
                for index, i in moments
            )
            figures = [one for one, there in zip(figures, felt, strict=True) if there]
        circles = [c for one in figures for c in body(self._view, one, _SKIN)]
        found = [_obstacle(c, camera) for c in (*circles, *self._lines)]
        for low, high in boxed(self.motion.scene):
            points = [camera.point(corner) for corner in between(low, high)]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            found.append(Obstacle(min(xs), min(ys), max(xs), max(ys)))
        return found

    def clear(self, camera: Camera, box: QRectF) -> list[tuple[bool, ...]]:
        """Return for each phase whether the body leaves a box free, at even steps.

        Not free is the step before and after as well: arms pass quickly. Of a hold one
        moment tells all.
        """
        k, x, y = camera.scale, camera.x, camera.y
        area = QRectF(
            (box.x() - x) / k, (box.y() - y) / k, box.width() / k, box.height() / k
        )
        courses = [
            [any(_meets(area, c) for c in circles) for circles in course]
            for course in self._courses
        ]
        return [
            tuple(not any(met[max(0, i - 1) : i + 2]) for i in range(len(met)))
            for met in courses
        ]

    @cached_property
    def _courses(self) -> list[list[list[Circle]]]:
        """The body through each phase, as the camera of scale 1 sees it."""
        motion = self.motion
        return [
            [
                list(body(self._view, motion.in_phase(index, i / STEPS), _SKIN))
                for i in range(1 if stands(motion, index) else STEPS + 1)
            ]
            for index in range(motion.phase_count)
        ]

    def _found_arrows(self) -> dict[int, list[Arrow]]:
        return {
            index: arrow.lines(self.motion, self._view, index)
            for index in range(self.motion.phase_count)
        }

    def _found_lines(self) -> list[Circle]:
        """Return arrows and guide, with room for their width around them."""
        width = arrow.WIDTH * 1.5
        found = [
            Circle(x, y, width)
            for arrows in self._arrows.values()
            for each in arrows
            for x, y in each.line
        ]
        guide = self.motion.choreography.guide
        if guide:
            for figure in self.figures:
                found += _line(self._view, figure, guide)
        return found


def _obstacle(circle: Circle, camera: Camera) -> Obstacle:
    """Return the box around what a camera of scale 1 sees as a circle."""
    x, y = camera.x + camera.scale * circle.x, camera.y + camera.scale * circle.y
    radius = camera.scale * circle.radius
    return Obstacle(x - radius, y - radius, x + radius, y + radius)


def _meets(area: QRectF, circle: Circle) -> bool:
    dx = max(area.left() - circle.x, circle.x - area.right(), 0.0)
    dy = max(area.top() - circle.y, circle.y - area.bottom(), 0.0)
    return dx * dx + dy * dy < circle.radius * circle.radius


def body(camera: Camera, figure: Figure, more: float) -> Iterator[Circle]:
    """Yield what a figure covers, `more` statures around it."""
    for ball in solid(figure):
        x, y = camera.point(ball.centre)
        yield Circle(x, y, (ball.radius + more) * camera.scale)


def _line(camera: Camera, figure: Figure, guide: str) -> Iterator[Circle]:
    (ax, ay), (bx, by) = marks.guide_line(camera, figure, guide)
    for i in range(9):
        yield Circle(
            ax + (bx - ax) * i / 8, ay + (by - ay) * i / 8, 0.02 * camera.scale
        )


def box(camera: Camera, figures: Sequence[Figure], guide: str = "") -> QRectF:
    """Return what figures cover on the screen, moving shadows and guide included."""
    covered = [c for figure in figures for c in body(camera, figure, _SHADOW)]
    if guide:
        covered += [c for figure in figures for c in _line(camera, figure, guide)]
    left = floor(min(c.x - c.radius for c in covered))
    top = floor(min(c.y - c.radius for c in covered))
    right = ceil(max(c.x + c.radius for c in covered))
    bottom = ceil(max(c.y + c.radius for c in covered))
    return QRectF(left, top, right - left, bottom - top)


def stands(motion: Motion, index: int) -> bool:
    """Tell whether a phase is a hold: no bone moves or turns, no cushion comes or goes.

    A wrist, a forearm and a head can turn about a joint that stays where it is.
    """
    start = motion.in_phase(index, 0.0)
    for share in (0.33, 0.67, 1.0):
        figure = motion.in_phase(index, share)
        if any(_moves(figure[name], start[name]) for name in start):
            return False
    return motion.shown(index, 0.0) == motion.shown(index, 1.0)


def _moves(one: Joint, other: Joint) -> bool:
    if distance(one.position, other.position) > _STILL:
        return True
    axes = zip(one.frame, other.frame, strict=True)
    return any(distance(a, b) * _REACH > _STILL for a, b in axes)
