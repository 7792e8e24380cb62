"""What keys do on a focused button: Enter presses it, arrows belong to the page.

Qt's buttons answer to Space alone unless they are in a dialog, and take the arrow
keys to move the focus about. Here the arrows are the page's: back and next in the
player, the row above and below among the stop signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def handled(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press on Enter, pass arrows on; returns whether the button is done with it."""
    key = Qt.Key(event.key())
    if key in ENTER:
        if not event.isAutoRepeat():
            button.click()
        return True
    if key in ARROWS:
        event.ignore()
        return True
    return False
