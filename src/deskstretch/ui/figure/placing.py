"""Which words stand on the stage of one motion, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from deskstretch.body.muscles import MUSCLES
from deskstretch.ui.figure import captions, glow, marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.captions import Caption, Obstacle
    from deskstretch.ui.figure.framing import Loop
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme


SHOWN_EARLY = 2.5
"""The words are fully there while the glow still grows."""


class Placed:
    """The captions of one motion on a stage of one size.

    They are placed once, by the whole loop, so that they never move about; their
    lines follow what they point at. What finds no room is left out.
    """

    def __init__(
        self,
        loop: Loop,
        camera: Camera,
        size: tuple[float, float],
        theme: Theme,
        ratio: float,
    ) -> None:
        self._motion = loop.motion
        self._camera = camera
        self._theme = theme
        self._muscle = ""
        self._label = self._guide_label(loop, size) if loop.marks else None
        self._feel = self._feel_pill(loop, size) if loop.marks else None
        self._clear = loop.clear(camera, self._feel.box) if self._feel else []
        self._plain = self._pill = QImage()
        if self._label is not None:
            self._plain = captions.plain(self._label, theme, ratio)
        if self._feel is not None:
            self._pill = captions.pill(self._feel, theme, ratio)

    def _guide_label(self, loop: Loop, size: tuple[float, float]) -> Caption | None:
        self._guide = loop.motion.choreography.guide
        if not self._guide:
            return None
        obstacles = loop.obstacles(self._camera)
        return self._beside_guide(loop.motion.rest(), obstacles, size)

    def _feel_pill(self, loop: Loop, size: tuple[float, float]) -> Caption | None:
        """Place the pill at the first phase that ends with something to feel."""
        motion, camera = loop.motion, self._camera
        for index in range(motion.phase_count):
            share = motion.felt_most(index)
            levels = motion.glow(index, share)
            if max(levels.values(), default=0.0) > glow.FAINT:
                target = motion.in_phase(index, share)
                self._muscle = nearest(levels, target, camera)
                place = glow.middle(camera, target, self._muscle)
                obstacles = loop.obstacles(camera, self._muscle)
                if self._label is not None:
                    obstacles.append(captions.Obstacle(*_sides(self._label)))
                words = captions.feel_text()
                return captions.beside(words, place, size, obstacles, self._theme)
        return None

    @property
    def texts(self) -> tuple[str, ...]:
        """The words that found room."""
        return tuple(c.text for c in (self._label, self._feel) if c is not None)

    def pill(self, figure: Figure, index: int, share: float) -> tuple[QRectF, float]:
        """Return where "Feel it here" stands, and how much it is there, 0 to 1.

        It fades out before the body passes.
        """
        if self._feel is None:
            return QRectF(), 0.0
        level = self._motion.glow(index, share).get(self._muscle, 0.0)
        if level > glow.FAINT:
            level *= glow.facing(self._camera, figure, self._muscle)
        there = min(1.0, level * SHOWN_EARLY) * _between(self._clear[index], share)
        return self._feel.box, there

    def paint(
        self, painter: QPainter, figure: Figure, index: int, share: float
    ) -> None:
        """Paint the captions for one moment."""
        if self._label is not None:
            self._paint_label(painter, figure, self._label)
        _, there = self.pill(figure, index, share)
        if self._feel is not None and there > glow.FAINT:
            target = glow.middle(self._camera, figure, self._muscle)
            painter.setOpacity(there)
            captions.feel(painter, self._feel, self._pill, target, self._theme)
            painter.setOpacity(1.0)

    def _paint_label(self, painter: QPainter, figure: Figure, label: Caption) -> None:
        (bx, by), (tx, ty) = marks.guide_line(self._camera, figure, self._guide)
        f = (label.box.center().y() - ty) / ((by - ty) or 1.0)
        f = min(0.95, max(0.05, f))  # a line that leans may end above or below
        target = (tx + (bx - tx) * f, ty + (by - ty) * f)
        captions.label(painter, label, self._plain, target, self._theme)

    def _beside_guide(
        self, figure: Figure, obstacles: list[Obstacle], size: tuple[float, float]
    ) -> Caption | None:
        (bx, by), (tx, ty) = marks.guide_line(self._camera, figure, self._guide)
        target = (tx + (bx - tx) * 0.3, ty + (by - ty) * 0.3)
        found = captions.beside(
            captions.guide_text(self._guide), target, size, obstacles, self._theme
        )
        # On the body's side its line would cross the body: then rather no words.
        head = self._camera.point(figure["head"].position)[0]
        if found is None or found.body_right != (head > target[0]):
            return None
        return found


def nearest(levels: Mapping[str, float], figure: Figure, camera: Camera) -> str:
    """Return the strongest muscle; of equal ones the nearest to the eye."""

    def rank(name: str) -> tuple[float, float]:
        joint, _ = MUSCLES[name].path[0]
        seen = levels[name] * glow.facing(camera, figure, name)
        return round(seen, 2), camera.depth(figure[joint].position)

    return max(levels, key=rank)


def _between(clear: Sequence[bool], share: float) -> float:
    """Return how clear a place is at a share of a phase, between its even steps."""
    place = share * (len(clear) - 1)
    before = min(int(place), len(clear) - 1)
    after = min(before + 1, len(clear) - 1)
    return clear[before] + (clear[after] - clear[before]) * (place - before)


def _sides(caption: Caption) -> tuple[float, float, float, float]:
    box = caption.box
    return box.left(), box.top(), box.right(), box.bottom()
