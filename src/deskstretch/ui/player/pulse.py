"""The display's pulse: it beats only while there is something to show."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskstretch.ui.figure.stage import FRAMES_PER_SECOND

FRAME_S = 1 / FRAMES_PER_SECOND


class Pulse(QObject):
    """Beats once when asked to, and not at all until it is asked again.

    So a paused, hidden or finished session costs nothing, and a late beat is
    followed by one that is on time.
    """

    beat = Signal()
    """It is time to show the next moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def running(self) -> bool:
        """Whether it will beat again."""
        return self._timer.isActive()

    def wake_in(self, seconds: float) -> None:
        """Beat once, in so many seconds."""
        self._timer.start(max(1, round(seconds * 1000)))

    def rest(self) -> None:
        """Beat no more until asked again."""
        self._timer.stop()


def to_next_frame(position_s: float) -> float:
    """Return the seconds from a position on the timeline to the stage's next frame.

    A beat falls on the middle of the time a frame is shown for, so that being some
    milliseconds early or late shows the same frame, and none twice.
    """
    frame = math.floor(position_s / FRAME_S + 0.5) + 1
    return frame * FRAME_S - position_s


def to_next_second(position_s: float) -> float:
    """Return the seconds from a position to the next whole second."""
    return math.floor(position_s + FRAME_S / 2) + 1 - position_s
