"""Where the prompt card stands: a corner of one screen, never under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

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
