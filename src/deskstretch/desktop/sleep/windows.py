"""Sleep, lock and session switch on Windows. Not run on this system yet.

A hidden window gets WM_POWERBROADCAST, and WM_WTSSESSION_CHANGE after it has asked
for it. Modern Standby may send neither: the gap between the clocks tells then.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from deskstretch.desktop.sleep.source import Unavailable

if TYPE_CHECKING:
    from deskstretch.desktop.sleep.source import Fact, Tell

_POWER, _SESSION = 0x0218, 0x02B1
_THIS_SESSION = 0
_MEANS: dict[tuple[int, int], tuple[Fact, bool]] = {
    (_POWER, 0x04): ("asleep", True),  # PBT_APMSUSPEND
    (_POWER, 0x12): ("asleep", False),  # PBT_APMRESUMEAUTOMATIC, always
    (_POWER, 0x07): ("asleep", False),  # PBT_APMRESUMESUSPEND, with somebody there
    (_SESSION, 1): ("elsewhere", False),  # WTS_CONSOLE_CONNECT
    (_SESSION, 2): ("elsewhere", True),  # WTS_CONSOLE_DISCONNECT
    (_SESSION, 3): ("elsewhere", False),  # WTS_REMOTE_CONNECT
    (_SESSION, 4): ("elsewhere", True),  # WTS_REMOTE_DISCONNECT
    (_SESSION, 7): ("locked", True),  # WTS_SESSION_LOCK
    (_SESSION, 8): ("locked", False),  # WTS_SESSION_UNLOCK
}


class WindowsSession(QAbstractNativeEventFilter):
    """Reads the messages of a window that nobody sees."""

    name = "windows-messages"

    def __init__(self) -> None:
        super().__init__()
        self._tell: Tell | None = None
        self._window: QWidget | None = None

    def begin(self, tell: Tell) -> None:
        self._tell = tell
        self._window = QWidget()
        try:
            library = getattr(ctypes, "windll").wtsapi32  # noqa: B009 - Windows only
            window = int(self._window.winId())
            if not library.WTSRegisterSessionNotification(window, _THIS_SESSION):
                raise Unavailable("the session service does not answer yet")
        except (OSError, AttributeError):
            raise Unavailable("there are no such messages on this system") from None
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def ask_again(self) -> None:
        """Input in this session: it is neither locked nor in the background."""
        for fact in ("asleep", "locked", "elsewhere"):
            self._say(fact, on=False)

    def close(self) -> None:
        self._tell = None
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Note a message that means something; none is ever kept from others."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        if bytes(name) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            meant = _MEANS.get((told.message, told.wParam))
            if meant is not None:
                self._say(meant[0], on=meant[1])
        return False, 0

    def _say(self, fact: Fact, *, on: bool) -> None:
        if self._tell is not None:
            self._tell(self.name, fact, on)
