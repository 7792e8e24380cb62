"""The tempo ring: one turn is one repetition, or the time that is left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from deskstretch.ui.player.reading import RingFace

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from deskstretch.ui.look import Look

STROKE = 0.052
"""The ring's width as a share of its size."""
DISC_MIN, DISC_MAX = 0.58, 0.98
"""The breath disc's radius, breathed out and in, as shares of what it may fill."""
LEAST = 0.72
"""How far the ring gives way where height is short."""
EMPTY = RingFace(arcs=(1.0,), turn=0.0, number="", below="", breath=0.6)


class TempoRing(QProgressBar):
    """A ring of arcs sized by phase, a number in its middle, a disc that breathes.

    It shows one `RingFace` at a time and repaints only when that differs. Paused,
    two bars stand where the number was. The ring runs clockwise in every language.
    It is a progress bar, so that assistive tools find value, range and name.
    """

    def __init__(
        self, look: Look, size: int = 208, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = EMPTY
        self._paused = False
        self._side = size
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side, round(self._side * LEAST))

    def set_side(self, size: int) -> None:
        """Set width and height in logical pixels."""
        if size != self._side:
            self._side = size
            self.updateGeometry()

    def show_face(self, face: RingFace, *, paused: bool) -> None:
        """Show this from now on; nothing is painted if nothing differs."""
        if (face, paused) == (self._face, self._paused):
            return
        if (face.value, face.total) != (self.value(), self.maximum()):
            self.setRange(0, face.total)
            self.setValue(face.value)
        if face.name != self.accessibleName():
            self.setAccessibleName(face.name)
        self._face, self._paused = face, paused
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_disc(painter)
            self._paint_arcs(painter)
            if self._paused:
                self._paint_pause(painter)
            else:
                self._paint_number(painter)
            self._paint_below(painter)
        finally:
            painter.end()

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        return QRectF(left, top, side, side)

    def _paint_disc(self, painter: QPainter) -> None:
        square = self._square()
        room = square.width() * (0.5 - 2.1 * STROKE)
        share = DISC_MIN + (DISC_MAX - DISC_MIN) * self._face.breath
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("accent_soft"))
        painter.drawEllipse(square.center(), room * share, room * share)

    def _paint_arcs(self, painter: QPainter) -> None:
        square = self._square()
        width = square.width() * STROKE
        pulse = 1 + 0.22 * self._face.pulse
        inset = width * 0.61 + 1
        box = square.adjusted(inset, inset, -inset, -inset)
        theme = self._look.theme
        gap = 0.0
        if len(self._face.arcs) > 1:  # room for two round ends and a little air
            gap = math.degrees((width + width * 0.45) / (box.width() / 2))
        start = 0.0
        for share in self._face.arcs:
            sweep = share * 360
            room = sweep - gap
            filled = min(max((self._face.turn * 360 - start) / sweep, 0.0), 1.0)
            pen = _round_pen(theme.color("line"), width)
            _arc(painter, pen, box, start + gap / 2, room)
            if filled > 0:
                pen = _round_pen(theme.color("accent"), width * pulse)
                _arc(painter, pen, box, start + gap / 2, room * filled)
            start += sweep

    def _paint_number(self, painter: QPainter) -> None:
        square = self._square()
        font = QFont(self._look.theme.font("number", tabular=True))
        size = 0.33 if len(self._face.number) < 3 else 0.26
        font.setPixelSize(max(1, round(square.width() * size)))
        painter.setFont(font)
        painter.setPen(self._look.theme.color("text"))
        shift = -0.055 if self._face.below else 0.0
        box = square.translated(0, square.height() * shift)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._face.number)

    def _paint_below(self, painter: QPainter) -> None:
        if not self._face.below:
            return
        square = self._square()
        font = QFont(self._look.theme.font("heading", tabular=True))
        font.setPixelSize(max(1, round(square.width() * 0.082)))
        painter.setFont(font)
        painter.setPen(self._look.theme.color("on_soft"))
        box = square.translated(0, square.height() * 0.165)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._face.below)

    def _paint_pause(self, painter: QPainter) -> None:
        square = self._square()
        unit = square.width()
        shift = -0.045 * unit if self._face.below else 0.0
        center = square.center() + QPointF(0, shift)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("text"))
        for side in (-1, 1):
            middle = center.x() + side * 0.062 * unit
            bar = QRectF(0, 0, 0.062 * unit, 0.24 * unit)
            bar.moveCenter(QPointF(middle, center.y()))
            painter.drawRoundedRect(bar, 0.018 * unit, 0.018 * unit)


def _round_pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _arc(painter: QPainter, pen: QPen, box: QRectF, start: float, sweep: float) -> None:
    """Stroke clockwise from `start` degrees after the top."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(box, round((90 - start) * 16), -max(1, round(sweep * 16)))
