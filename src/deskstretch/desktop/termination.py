"""Being asked to end by the system: a signal becomes a fact in the event loop."""

from __future__ import annotations

import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class Termination(QObject):
    """Emits `asked` when the process is told to end (logout, Ctrl+C, kill).

    Python runs a signal's handler only between two lines of Python, which may
    never come while Qt waits. So the interpreter writes a byte to a socket the
    event loop watches; nothing polls.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(
            self._reading.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_byte_arrived)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, _leave_it_to_the_loop)
        if sys.platform != "win32":  # a terminal that closed is not our end
            signal.signal(signal.SIGPIPE, signal.SIG_IGN)

    def _on_byte_arrived(self) -> None:
        with suppress(BlockingIOError):
            self._reading.recv(64)
        self.asked.emit()


def _leave_it_to_the_loop(_number: int, _frame: FrameType | None) -> None:
    """Let the byte on the socket do the work."""
