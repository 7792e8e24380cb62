"""The focus ring: outside the control, with a gap, on keyboard use only."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from deskstretch.ui.look import Look

GAP = 2
_MOVED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)


class FocusRing(QWidget):
    """Draws the ring of one window around whatever in it has the focus.

    Made by each window for itself. The ring lies on the window, never on a page of
    it, so that a page may go at any time; what a scroll area hides of the widget it
    hides of the ring. It lets every click through, and is shown only after the
    focus moved by the keyboard.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._followed: list[QWidget] = []
        self._around = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self.update)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self) or not isValid(self._window):
            return  # the window is going, and takes the focus along
        self._rest()
        by_keyboard = self._window.testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        if new is not None and new.window() is self._window and by_keyboard:
            self._follow(new)
            self._place()

    def _follow(self, widget: QWidget) -> None:
        while widget is not self._window:
            self._followed.append(widget)
            widget.installEventFilter(self)
            parent = widget.parentWidget()
            if parent is None:
                break
            widget = parent

    def _rest(self) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed = []
        self.hide()

    def _place(self) -> None:
        widget = self._followed[0]
        if not widget.isVisible():
            self.hide()
            return
        out = GAP + self._look.theme.ring
        corner = widget.mapTo(self._window, QPoint(0, 0))
        self._around = QRect(corner, widget.size()).adjusted(-out, -out, out, out)
        in_sight = self._in_sight()
        self.setGeometry(in_sight)
        self.raise_()
        self.setVisible(not in_sight.isEmpty())
        self.update()

    def _in_sight(self) -> QRect:
        """Return what is seen of the ring: a scroll area cuts off what it holds."""
        room = self._around
        for inner, outer in pairwise(self._followed):
            area = outer.parentWidget()
            if isinstance(area, QScrollArea) and area.widget() is inner:
                corner = outer.mapTo(self._window, QPoint(0, 0))
                room = room.intersected(QRect(corner, outer.size()))
        return room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self._rest()
        elif event.type() in _MOVED and self._followed:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        width = self._look.theme.ring
        inset = width / 2
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.theme.color("focus"), width))
            around = QRectF(self._around.translated(-self.pos()))
            painter.drawRoundedRect(
                around.adjusted(inset, inset, -inset, -inset), 10, 10
            )
        finally:
            painter.end()
