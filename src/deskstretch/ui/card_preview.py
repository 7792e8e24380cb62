"""The small moving picture on the prompt card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, Qt, QTimeLine
from PySide6.QtGui import QBrush, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.figure.painter import Look as Shown
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from deskstretch.body.motion import Motion
    from deskstretch.ui.look import Look

LOOPS = 2
FRAME_MS = 40
"""25 frames a second."""
RADIUS = 8
FIGURE_ONLY = Shown(ghost=False, arrow=False)
STANDING = Shown(ghost=False, arrow=False, still=True)


class CardPreview(QWidget):
    """Shows a movement small, without words: twice through, then its end pose.

    The end pose is where the stretch is felt, at the end of the last phase that
    feels it. Nothing is painted and no timer runs while it stands still or is
    hidden. Without a motion it is an empty stage.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._painter: FigurePainter | None = None
        self._fitted: tuple[int, int, float] | None = None
        self._ground = QPixmap()
        self._seconds: float | None = None
        self.setAccessibleName(say("Animated figure"))
        self._line = QTimeLine(1000, self)
        self._line.setUpdateInterval(FRAME_MS)
        self._line.setEasingCurve(QEasingCurve.Type.Linear)
        self._line.valueChanged.connect(self._on_time_went_by)
        self._line.finished.connect(self.hold)
        look.changed.connect(self._on_look_changed)

    def show_motion(self, motion: Motion | None) -> None:
        """Show this movement from now on, in its end pose."""
        self.stop()
        self._painter = self._made(motion)
        self._fitted = None
        self.hold()

    def play(self) -> None:
        """Play it twice from its start, then hold its end pose."""
        if self._painter is None:
            return
        self._line.stop()
        whole_s = LOOPS * self._painter.motion.period_s
        self._line.setDuration(round(whole_s * 1000))
        self._line.start()

    def hold(self) -> None:
        """Show the end pose at once and stand still."""
        self.stop()
        self._seconds = None
        self.update()

    def stop(self) -> None:
        """Stand still."""
        self._line.stop()

    @property
    def playing(self) -> bool:
        """Whether it moves."""
        return self._line.state() == QTimeLine.State.Running

    def _made(self, motion: Motion | None) -> FigurePainter | None:
        if motion is None:
            return None
        return FigurePainter(
            motion, self._look.theme, self._look.choice.person, marks=False
        )

    def _on_time_went_by(self, share: float) -> None:
        if self._painter is not None:
            self._seconds = share * LOOPS * self._painter.motion.period_s
            self.update()

    def _on_look_changed(self) -> None:
        if self._painter is not None:
            self._painter = self._made(self._painter.motion)
        self._fitted = None
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fitted = None
        super().resizeEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._brush())
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        finally:
            painter.end()

    def _brush(self) -> QBrush:
        if self._painter is None:
            return QBrush(self._look.theme.color("stage_bot"))
        self._fit(self._painter)
        picture = QPixmap(self._ground)
        self._draw(self._painter, picture)
        return QBrush(picture)

    def _fit(self, figure: FigurePainter) -> None:
        size = (self.width(), self.height(), self.devicePixelRatioF())
        if self._fitted == size:
            return
        self._fitted = size
        ratio = size[2]
        figure.fit(float(size[0]), float(size[1]), ratio)
        self._ground = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
        self._ground.setDevicePixelRatio(ratio)
        painter = QPainter(self._ground)
        try:
            figure.backdrop(painter)
        finally:
            painter.end()

    def _draw(self, figure: FigurePainter, picture: QPixmap) -> None:
        motion = figure.motion
        painter = QPainter(picture)
        try:
            if self._seconds is None:
                index = end_phase(motion)
                figure.frame(painter, index, motion.felt_most(index), STANDING)
            else:
                index, share = motion.phase_at(self._seconds)
                figure.frame(painter, index, share, FIGURE_ONLY)
        finally:
            painter.end()


def end_phase(motion: Motion) -> int:
    """Return the last phase that feels the stretch; the first if none does."""
    phases = motion.choreography.phases
    return max((i for i, phase in enumerate(phases) if phase.feel), default=0)
