"""Presses in a window's first half second were meant for what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

GUARD_S = 0.5
_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)


class FirstPresses(QObject):
    """Lets no press into a window for 500 ms after it came into sight.

    The player opens where the card was or near it: the second press of a double
    click on Start is not meant for Pause. Keys go through, and no timer runs: a
    press is judged by the clock when it comes.
    """

    def __init__(self, window: QWidget, now: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        self._now = now
        self._since = now()
        self._exposed = False

    def watch(self) -> None:
        """Begin anew: the window is being shown."""
        self._since = self._now()
        self._exposed = False
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose and not self._exposed:
            self._exposed = True
            self._since = self._now()
        if event.type() not in _PRESSES:
            return False
        if self._now() - self._since < GUARD_S:
            return True
        watched.removeEventFilter(self)
        return False
