"""The stage: a widget that shows one motion at the moment it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.figure.canvas import painted, snapped
from deskstretch.ui.figure.frames import Frames
from deskstretch.ui.figure.painter import MOVING, STANDING, FigurePainter, Look
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from deskstretch.body.motion import Motion
    from deskstretch.ui.look import Look as Appearance

FRAMES_PER_SECOND = 24
"""Slow stretches need no more (FIGURE 3)."""
BREATHS = 12
"""In how many steps the chest of a standing figure fills: none is seen."""
RADIUS, LARGE_RADIUS = 12, 16
"""The stage's corners, in pixels; the larger ones in the floor view."""
LARGE_TEXT, LARGEST_TEXT = 1.5, 1.75
"""How much larger the words on the stage are in the floor view, and at most."""
STILL = Look(still=True)
STILL_STANDING = Look(ghost=False, arrow=False, still=True)


class Moment(NamedTuple):
    """What is on the stage: a phase, the step of it, and what is shown beside.

    In a hold time goes by and nothing moves but the chest: then the step is 0, and
    `breath` that of the chest, so that one breath is all there is to keep.
    """

    phase: int
    step: int
    look: Look
    breath: int | None = None


class FigureStage(QWidget):
    """Shows a motion at the moment it is told, and paints only what changed.

    It has no clock: whoever plays the session calls `show_at` 24 to 30 times a
    second while something moves. A share is rounded to the frame it falls into; the
    same frame again is no repaint, so a pause costs nothing. The first time round a
    loop is painted live and kept, afterwards it is only unpacked; of a hold one breath
    is kept. A share of None is reduced motion: the pose the phase begins with and,
    while moving, the ghost of the one to come.
    """

    def __init__(self, look: Appearance) -> None:
        """Make an empty stage, which follows the look in force and its person."""
        super().__init__()
        self._look = look
        self._motion: Motion | None = None
        self._painter: FigurePainter | None = None
        self._fit: tuple[int, int, float] | None = None
        self._backdrop = QPixmap()
        self._frames = Frames()
        self._moment = Moment(0, 0, STANDING)
        self._old = QPixmap()
        self._old_share = 0.0
        self._radius, self._text = RADIUS, 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.describe(say("Animated figure"), "")
        look.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        return QSize(640, 440)

    @property
    def moment(self) -> Moment:
        """What is on the stage."""
        return self._moment

    @property
    def frames(self) -> Frames:
        """The frames kept so far."""
        return self._frames

    @property
    def words(self) -> tuple[str, ...]:
        """The words on the stage, where they found room."""
        painter = self._fitted()
        return painter.texts if painter else ()

    def set_large(self, *, large: bool) -> None:
        """Write and round the corners as suits the floor view, or a window."""
        radius = LARGE_RADIUS if large else RADIUS
        if radius != self._radius:
            self._radius = radius
            self._text = LARGE_TEXT if large else 1.0
            self._forget()

    def describe(self, name: str, description: str) -> None:
        """Say what the figure does, for those who do not see it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def show_motion(self, motion: Motion) -> None:
        """Put a motion on the stage, in its start pose."""
        self._motion = motion
        self._moment = Moment(0, 0, STANDING)
        self._forget()

    def melt_into(self, motion: Motion) -> None:
        """Put a motion on the stage, below the picture that was there until now.

        That picture stays until `fade_old` lets it go, a little at a time.
        """
        picture = self.grab() if self.isVisible() else QPixmap()
        self.show_motion(motion)
        self._old, self._old_share = picture, 1.0

    def fade_old(self, share: float) -> None:
        """Let this much of the picture before stay in sight; 0 lets it go."""
        if not self._old.isNull():
            self._old_share = share
            if share <= 0.0:
                self._old = QPixmap()
            self.update()

    def show_at(self, phase: int, share: float | None, *, moving: bool) -> None:
        """Show a share 0 to 1 of a phase; None is reduced motion.

        `moving` shows where it goes: the ghost of the pose to come and the arrow.
        """
        if self._motion is None:
            return
        if share is None:
            wanted = Moment(phase, 0, STILL if moving else STILL_STANDING)
        else:
            wanted = self._at(phase, min(1.0, max(0.0, share)), moving=moving)
        if wanted == self._moment:
            return
        self._moment = wanted
        self.update()

    def _at(self, phase: int, share: float, *, moving: bool) -> Moment:
        """Return the moment a share of a phase falls into."""
        fitted = self._fitted()
        if moving and fitted is not None and fitted.rests(phase, share):
            breath = round(fitted.breath(phase, share) * BREATHS)
            return Moment(phase, 0, MOVING, breath)
        step = round(share * self._steps(phase))
        return Moment(phase, step, MOVING if moving else STANDING)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        fitted = self._fitted()
        painter = QPainter(self)
        try:
            if fitted is None:
                self._paint_empty(painter)
                return
            painter.drawPixmap(0, 0, self._backdrop)
            self._paint_frame(painter, fitted)
            moment = self._moment
            fitted.words(painter, moment.phase, self._share(moment))
            if not self._old.isNull():
                painter.setOpacity(self._old_share)
                painter.drawPixmap(0, 0, self._old)
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._old = QPixmap()
        self.update()

    def _steps(self, phase: int) -> int:
        motion = self._motion
        seconds = motion.seconds[phase] if motion else 0.0
        return max(1, round(seconds * FRAMES_PER_SECOND))

    def _share(self, moment: Moment) -> float:
        if moment.breath is not None:
            return 1.0
        return moment.step / self._steps(moment.phase)

    def _paint_frame(self, painter: QPainter, fitted: FigurePainter) -> None:
        """Paint the moving layer, unpacked if it is kept; keep it if it will return."""
        moment = self._moment
        share = self._share(moment)
        kept = self._frames.find(moment)
        breath = None if moment.breath is None else moment.breath / BREATHS

        def draw(on: QPainter) -> None:
            fitted.frame(on, moment.phase, share, moment.look, breath)

        if kept is None and (moment.look is not MOVING or self._frames.full):
            draw(painter)
            return
        if kept is None:
            ratio = self.devicePixelRatioF()
            area = snapped(fitted.box(moment.phase, share, moment.look), ratio)
            kept = area.topLeft(), painted(area, ratio, draw)
            self._frames.keep(moment, *kept)
        painter.drawImage(*kept)

    def _fitted(self) -> FigurePainter | None:
        """Return the painter, fitted to the size it has now."""
        motion, look = self._motion, self._look
        if motion is None or self.width() < 1 or self.height() < 1:
            return None
        if self._painter is None:
            usual = look.theme.text_scale
            scale = min(usual * self._text, max(usual, LARGEST_TEXT))
            theme = replace(look.theme, text_scale=scale)
            self._painter = FigurePainter(motion, theme, look.choice.person)
            self._fit = None
        fit = (self.width(), self.height(), self.devicePixelRatioF())
        if self._fit != fit:
            self._fit = fit
            self._frames.clear()
            self._painter.fit(*fit)
            self._backdrop = self._painted_backdrop(self._painter, fit[2])
        return self._painter

    def _painted_backdrop(self, fitted: FigurePainter, ratio: float) -> QPixmap:
        area = QRectF(self.rect())

        def draw(painter: QPainter) -> None:
            painter.fillRect(area, self._look.theme.color("window"))
            corners = QPainterPath()
            corners.addRoundedRect(area, self._radius, self._radius)
            painter.setClipPath(corners)
            fitted.backdrop(painter)

        return QPixmap.fromImage(painted(area, ratio, draw))

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("stage_bot"))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)

    def _on_look_changed(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._painter = None
        self._old = QPixmap()
        self._frames.clear()
        self.update()
