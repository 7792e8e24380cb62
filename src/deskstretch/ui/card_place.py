"""Where the prompt card stands: a corner of one screen, never under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QCursor, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QScreen

GAP = 12
"""Pixels between the card and the edges of the free area."""


def corners(size: QSize, free: QRect) -> tuple[QRect, ...]:
    """Return the card in the four corners of the free area: from top left by row."""
    left, top = free.left() + GAP, free.top() + GAP
    right = free.right() + 1 - GAP - size.width()
    bottom = free.bottom() + 1 - GAP - size.height()
    return tuple(
        QRect(QPoint(max(x, free.left()), max(y, free.top())), size)
        for y in (top, bottom)
        for x in (left, right)
    )


def anchor(screen: QRect, free: QRect, tray: QRect, *, right_to_left: bool) -> QPoint:
    """Return the point the card wants to be near.

    That is the tray icon. Where nobody knows its place, it is the trailing end of
    the panel if the panel is at the top, else of the bottom.
    """
    if not tray.isEmpty():
        return tray.center()
    panel_on_top = free.top() > screen.top() and free.bottom() == screen.bottom()
    return QPoint(
        screen.left() if right_to_left else screen.right(),
        screen.top() if panel_on_top else screen.bottom(),
    )


def place(size: QSize, free: QRect, near: QPoint, pointer: QPoint | None) -> QRect:
    """Return where the card stands: the corner nearest to `near` without the pointer.

    Args:
        size: the card's size in logical pixels.
        free: the screen's area without panels.
        near: what `anchor` returned.
        pointer: where the mouse pointer is, or None when that does not matter.
    """

    def distance(corner: QRect) -> int:
        return (corner.center() - near).manhattanLength()

    order = sorted(corners(size, free), key=distance)
    if pointer is None:
        return order[0]
    return next((corner for corner in order if not corner.contains(pointer)), order[0])


class Spot(QObject):
    """Finds the card's place among the real screens, and follows their changes.

    The screen is that of the tray icon, else of the pointer. `changed` is emitted
    when that screen went away or its free area is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._screen: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    def find(self, size: QSize, tray: QRect, *, right_to_left: bool) -> QRect:
        """Return where a card that opens now stands; `tray` may be empty."""
        pointer = QCursor.pos()
        point = pointer if tray.isEmpty() else tray.center()
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        self._follow(screen)
        free = screen.availableGeometry()
        near = anchor(screen.geometry(), free, tray, right_to_left=right_to_left)
        return place(size, free, near, pointer)

    def keep(self, size: QSize, card: QRect) -> QRect:
        """Return where an open card stands in another size: in the same corner."""
        screen = self._screen or QGuiApplication.primaryScreen()
        self._follow(screen)
        return place(size, screen.availableGeometry(), card.center(), None)

    def _follow(self, screen: QScreen) -> None:
        if self._screen is screen:
            return
        if self._screen is not None:
            self._screen.availableGeometryChanged.disconnect(self.changed)
        screen.availableGeometryChanged.connect(self.changed)
        self._screen = screen

    def _on_screen_removed(self) -> None:
        if self._screen not in QGuiApplication.screens():
            self._screen = None
        self.changed.emit()
