"""The focus ring: outside the control, with a gap, on keyboard use only."""

from __future__ import annotations

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

    Made by each window for itself. The ring lies in the window, or in the page of
    a scroll area so that it scrolls along, lets every click through, and is shown
    only after the focus moved by the keyboard.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self.update)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # it is going, and takes the focus along
            return
        self._rest()
        by_keyboard = self._window.testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        if new is not None and new.window() is self._window and by_keyboard:
            self._follow(new)
            self._place()

    def _follow(self, widget: QWidget) -> None:
        self.setParent(self._page(widget))
        while widget is not self._window:
            self._followed.append(widget)
            widget.installEventFilter(self)
            parent = widget.parentWidget()
            if parent is None:
                break
            widget = parent

    def _page(self, widget: QWidget) -> QWidget:
        """Return where the ring lies: the page that scrolls, or the window."""
        inner = widget
        while inner is not self._window:
            parent = inner.parentWidget()
            if parent is None:
                break
            area = parent.parentWidget()
            if isinstance(area, QScrollArea) and area.widget() is inner:
                return inner
            inner = parent
        return self._window

    def _rest(self) -> None:
        """Lie hidden in the window: a page may go, and what lies on it with it."""
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = []
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)

    def _place(self) -> None:
        widget = self._followed[0] if self._followed else None
        page = self.parentWidget()
        if widget is None or page is None or not widget.isVisible():
            self.hide()
            return
        out = GAP + self._look.theme.ring
        corner = widget.mapTo(page, QPoint(0, 0))
        self.setGeometry(QRect(corner, widget.size()).adjusted(-out, -out, out, out))
        self.raise_()
        self.show()

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
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10
            )
        finally:
            painter.end()
