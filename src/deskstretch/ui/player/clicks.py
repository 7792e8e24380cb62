"""Clicks on a widget that has no clicks of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Clicks(QObject):
    """Tells each click with the left button: pressed and released on the widget."""

    clicked = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pressed = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = True
            return True  # else the release goes to whoever takes the press
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            self._pressed = False
            if self._widget.rect().contains(place):
                self.clicked.emit()
            return True
        return False
