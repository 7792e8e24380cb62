"""The ghost of the pose a phase goes to: one flat shape, painted once per phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.vectors import distance
from deskstretch.ui.figure.canvas import painted, snapped
from deskstretch.ui.figure.framing import box

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QImage, QPainter

    from deskstretch.body.motion import Motion
    from deskstretch.ui.figure.parts import Sculptor
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

LIGHT, DARK = 0.20, 0.17
STILL = 0.25
"""The ghost where nothing moves (SPEC 14, reduced motion)."""
MOVES = 0.02
"""A ghost needs a target at least this far away; statures."""


class Ghosts:
    """The ghosts of one motion on a stage of one size, each made when first needed."""

    def __init__(
        self,
        motion: Motion,
        sculptor: Sculptor,
        camera: Camera,
        theme: Theme,
        ratio: float,
    ) -> None:
        self._motion = motion
        self._sculptor = sculptor
        self._camera = camera
        self._theme = theme
        self._ratio = ratio
        self._made: dict[int, tuple[QPointF, QImage] | None] = {}

    def paint(self, painter: QPainter, index: int, fade: float, *, still: bool) -> None:
        """Paint the ghost of a phase as far as it is there, 0 to 1."""
        if index not in self._made:
            self._made[index] = self._ghost(index)
        ghost = self._made[index]
        if ghost is not None:
            full = DARK if self._theme.dark else LIGHT
            painter.setOpacity((STILL if still else full) * fade)
            painter.drawImage(*ghost)
            painter.setOpacity(1.0)

    def _ghost(self, index: int) -> tuple[QPointF, QImage] | None:
        """Draw the pose a phase goes to; None if it hardly moves."""
        start, end = self._motion.in_phase(index, 0.0), self._motion.target(index)
        if all(distance(start[n].position, end[n].position) < MOVES for n in end):
            return None
        color = self._theme.figure("ghost")

        def draw(painter: QPainter) -> None:
            for part in self._sculptor.parts(end).values():
                for layer in part.layers:
                    painter.fillPath(layer.path, color)

        area = snapped(box(self._camera, [end]), self._ratio)
        return area.topLeft(), painted(area, self._ratio, draw)
