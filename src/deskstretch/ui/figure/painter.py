"""Paints a motion: stage, ghost, figure, glow, marks and words, in one fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from deskstretch.ui.figure import arrow, backdrop, glow, marks, props, shadows
from deskstretch.ui.figure.colours import Colours
from deskstretch.ui.figure.framing import Loop, box, stands
from deskstretch.ui.figure.ghosts import Ghosts
from deskstretch.ui.figure.looks import PERSON, Person
from deskstretch.ui.figure.ordering import orders
from deskstretch.ui.figure.outline import new_path
from deskstretch.ui.figure.parts import Sculptor
from deskstretch.ui.figure.placing import Placed
from deskstretch.ui.figure.room import before, outer
from deskstretch.ui.figure.space import Camera

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.theme import Theme


class Look(NamedTuple):
    """What of a frame is shown beside the figure itself.

    `ghost` and `arrow` point at the pose to come; `still` is reduced motion: the
    ghost stays as it is, nothing fades, nobody breathes.
    """

    ghost: bool = True
    arrow: bool = True
    still: bool = False


MOVING = Look()
STANDING = Look(ghost=False, arrow=False)


class FigurePainter:
    """Paints one motion, as one person, in one theme on a stage of one size.

    Making one judges the whole loop. `fit` once per size, then `backdrop` (what stands
    still) and `frame` (what moves) as often as needed; `words` goes on top of both.
    The camera holds the whole loop, so nothing zooms, and the order of the parts is
    fixed for each phase.
    With `marks` off (cards, thumbnails) there is no arrow, no guide, no mark and no
    word, and the figure fills the stage. `orders` says in which order the parts of
    each phase are painted, far to near.
    """

    def __init__(
        self,
        motion: Motion,
        theme: Theme,
        person: Person = PERSON,
        *,
        marks: bool = True,
    ) -> None:
        self.motion = motion
        self.theme = theme
        self._marks = marks
        self._colours = Colours(theme, person)
        self._person = person
        self._size = (0.0, 0.0)
        self._ratio = 1.0
        self._loop = loop = Loop(motion, marks=marks)
        view = Camera(motion.camera.yaw, motion.camera.pitch)
        self.orders = orders(motion, view)
        self._before = before(view, motion.scene, loop.figures)
        self._still = shadows.still(loop.figures)
        casting = shadows.casting(loop.figures[0])
        self._moving = frozenset(range(len(casting))) - self._still
        self._stands = [stands(motion, i) for i in range(motion.phase_count)]

    def fit(self, width: float, height: float, ratio: float = 1.0) -> None:
        """Fit the camera to a stage of this size; `ratio` is device pixels a pixel."""
        self._size = (width, height)
        self._ratio = ratio
        loop = self._loop
        self.camera = loop.camera(self._size)
        self._sculptor = Sculptor(
            self.camera, self.motion.hands, self._person, self.motion.scene.rods
        )
        width = arrow.WIDTH * self.camera.scale
        self._arrows = {
            index: [(one.start, one.end, arrow.path(one.line, width)) for one in arrows]
            for index, arrows in loop.arrows(self.camera).items()
        }
        self._pointers = marks.Marks(
            self.motion.choreography, self.camera, self.theme, loop.figures
        )
        self._ghosts = Ghosts(
            self.motion, self._sculptor, self.camera, self.theme, ratio
        )
        self._words = Placed(loop, self.camera, self._size, self.theme, self._ratio)

    @property
    def size(self) -> tuple[float, float]:
        """The stage's size, in pixels."""
        return self._size

    def box(self, index: int, share: float, look: Look = MOVING) -> QRectF:
        """Return the part of the stage that `frame` can touch; pixels."""
        figures = [self.motion.in_phase(index, share)]
        fade = _fade(share, look)
        if look.ghost and fade > 0.0:
            figures.append(self.motion.target(index))
        guide = self.motion.choreography.guide if self._marks else ""
        found = box(self.camera, figures, guide)
        cushions = [c for c in self.motion.scene.cushions if c.poses is not None]
        if any(self.motion.shown(index, share).values()) and cushions:
            found = found.united(props.bounds(self.camera, cushions))
        if self._before:
            found = found.united(outer(self.camera, self._before))
        shaft, there = self.arrow(index, share, look)
        if there > 0.0:
            found = found.united(shaft.boundingRect().adjusted(-1, -1, 1, 1))
        return found

    def arrow(
        self, index: int, share: float, look: Look = MOVING
    ) -> tuple[QPainterPath, float]:
        """Return the arrow of a moment, and how much it is there, 0 to 1."""
        for start, end, shaft in self._arrows.get(index, ()) if look.arrow else ():
            if share < end:
                return shaft, _fade((share - start) / (end - start), look)
        return new_path(), 0.0

    def backdrop(self, painter: QPainter) -> None:
        """Paint what stands still over the whole stage."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene, rest = self.motion.scene, self.motion.rest()
        backdrop.stage(painter, self._size, self.camera, self.theme)
        backdrop.floor(painter, self.camera, scene, self.theme)
        shadows.shadows(painter, self.camera, rest, self.theme, self._still)
        backdrop.furniture(painter, self.camera, scene, self.theme)

    def rests(self, index: int, share: float) -> bool:
        """Tell whether nothing but the breath changes up to the end of a phase.

        That is a hold, once its glow has come and what glowed before has gone.
        """
        if not self._stands[index]:
            return False
        return self.motion.glow(index, share) == self.motion.glow(index, 1.0)

    def breath(self, index: int, share: float) -> float:
        """Return how full the lungs are, 0 to 1, at a share of a phase."""
        seconds = self.motion.seconds
        return self.motion.breath(sum(seconds[:index]) + share * seconds[index])

    def frame(
        self,
        painter: QPainter,
        index: int,
        share: float,
        look: Look = MOVING,
        breath: float | None = None,
    ) -> None:
        """Paint what moves, at a share 0 to 1 of a phase.

        `breath` is that of the moment, unless another is given.
        """
        figure = self.motion.in_phase(index, share)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadows.shadows(painter, self.camera, figure, self.theme, self._moving)
        self._paint_cushions(painter, index, share)
        fade = _fade(share, look)
        if look.ghost and fade > 0.0:
            self._ghosts.paint(painter, index, fade, still=look.still)
        guide = self.motion.choreography.guide
        if self._marks and guide:
            marks.guide(painter, self.camera, figure, self.theme, guide)
        if breath is None:
            breath = 0.0 if look.still else self.breath(index, share)
        self._paint_figure(painter, figure, index, share, breath)
        props.boxes(painter, self.camera, self._before, self.theme)
        if self._marks:
            self._pointers.paint(painter, figure)
        shaft, there = self.arrow(index, share, look)
        if there > 0.0:
            painter.fillPath(shaft, self.theme.color("accent", there))

    def words(self, painter: QPainter, index: int, share: float) -> None:
        """Paint the captions; call it last, after `backdrop` and `frame`."""
        if not self._words.texts:
            return
        figure = self.motion.in_phase(index, share)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._words.paint(painter, figure, index, share)

    def pill(self, index: int, share: float) -> tuple[QRectF, float]:
        """Return where "Feel it here" stands, and how much it is there, 0 to 1."""
        return self._words.pill(self.motion.in_phase(index, share), index, share)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words that found room on the stage."""
        return self._words.texts

    def _paint_figure(
        self,
        painter: QPainter,
        figure: Figure,
        index: int,
        share: float,
        breath: float,
    ) -> None:
        parts = self._sculptor.parts(figure, breath)
        order = self.orders[index]
        levels = self.motion.glow(index, share)
        shining = glow.glows(self.camera, figure, levels, self.theme)
        for part in parts.values():
            if part.under is not None:
                painter.fillPath(part.under, self._colours.line("leggings"))
        for name in order:
            part = parts[name]
            for layer in part.layers[: part.lit]:
                painter.fillPath(layer.path, self._colours.of(layer))
            if shining:
                glow.paint(painter, part, shining)
            if part.lit is not None:
                for layer in part.layers[part.lit :]:
                    painter.fillPath(layer.path, self._colours.of(layer))

    def _paint_cushions(self, painter: QPainter, index: int, share: float) -> None:
        cushions = self.motion.scene.cushions
        if any(cushion.poses is not None for cushion in cushions):
            shown = self.motion.shown(index, share)
            for i, cushion in enumerate(cushions):
                if cushion.poses is not None:
                    there = shown.get(i, 0.0)
                    props.cushion(painter, self.camera, cushion, self.theme, there)


def _fade(share: float, look: Look) -> float:
    """Return how visible ghost and arrow are: in at once, out in the last quarter."""
    return 1.0 if look.still else min(1.0, (1 - share) * 4, share * 6)
