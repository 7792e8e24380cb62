"""The display's pulse: it beats only while there is something to show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 36
"""About 28 frames a second, which is plenty for a stretch."""
SHORTEST_MS = 20


class Pulse(QObject):
    """Beats about 28 times a second, or once whenever asked, or not at all.

    There is one timer. It does not run while the window rests, so a paused, hidden
    or finished session costs nothing.
    """

    beat = Signal()
    """It is time to show the next moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def running(self) -> bool:
        """Whether it will beat again."""
        return self._timer.isActive()

    def run(self) -> None:
        """Beat for every frame."""
        if self._timer.isSingleShot() or not self.running:
            self._timer.setSingleShot(False)
            self._timer.start(FRAME_MS)

    def wake_in(self, seconds: float) -> None:
        """Beat once, in so many seconds."""
        self._timer.setSingleShot(True)
        self._timer.start(max(SHORTEST_MS, round(seconds * 1000)))

    def rest(self) -> None:
        """Beat no more until told otherwise."""
        self._timer.stop()
