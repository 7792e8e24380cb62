"""The switch: a check box drawn as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from deskstretch.ui.look import Look

WIDTH, HEIGHT, MOVE_MS = 40, 22, 100


class Switch(QCheckBox):
    """On or off, drawn over QCheckBox so that it stays one for assistive tools.

    Its accessible name is what it switches. The knob moves in 100 ms, at once
    when motion is reduced; in right-to-left layouts on is at the left.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._knob = 0.0
        self.setAccessibleName(name)
        self._move = QVariantAnimation(self)
        self._move.valueChanged.connect(self._on_knob_moved)
        self.toggled.connect(self._on_toggled)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.px(WIDTH + 8), self._look.theme.px(HEIGHT + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        target = 1.0 if on else 0.0
        self._move.stop()
        duration = self._look.milliseconds(MOVE_MS) if self.isVisible() else 0
        if not duration:
            self._on_knob_moved(target)
            return
        self._move.setStartValue(self._knob)
        self._move.setEndValue(target)
        self._move.setDuration(duration)
        self._move.start()

    def _on_knob_moved(self, place: float) -> None:
        self._knob = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter)
        finally:
            painter.end()

    def _draw(self, painter: QPainter) -> None:
        theme = self._look.theme
        width, height = theme.px(WIDTH), theme.px(HEIGHT)
        track = QRectF(0, 0, width, height)
        track.moveCenter(QRectF(self.rect()).center())
        if self.isRightToLeft():  # in line with the other controls of a page
            track.moveLeft(1)
        else:
            track.moveRight(self.width() - 1)
        on = self.isChecked()
        live = self.isEnabled()
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if live else "control"))
            painter.drawRoundedRect(track, height / 2, height / 2)
        else:
            pen_width = 1.5 * theme.border
            inset = pen_width / 2
            painter.setPen(QPen(theme.color("control" if live else "line"), pen_width))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(
                track.adjusted(inset, inset, -inset, -inset), height / 2, height / 2
            )
        radius = height / 2 - (3.0 if on else 5.0)
        travel = width - height
        share = 1.0 - self._knob if self.isRightToLeft() else self._knob
        x = track.left() + height / 2 + travel * share
        painter.setPen(Qt.PenStyle.NoPen)
        knob = "on_accent" if on else ("control" if live else "line")
        painter.setBrush(theme.color(knob))
        painter.drawEllipse(
            QRectF(x - radius, track.center().y() - radius, radius * 2, radius * 2)
        )
