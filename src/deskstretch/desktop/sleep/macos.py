"""Sleep and lock on macOS, by IOKit and Core Foundation. Not run on this system yet.

Both call back from the main run loop, which Qt's event loop is there.
"""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, byref, c_char_p, c_long, c_uint32, c_void_p
from typing import TYPE_CHECKING

from deskstretch.desktop.sleep.source import Unavailable

if TYPE_CHECKING:
    from typing import Any

    from deskstretch.desktop.sleep.source import Fact, Tell

_FRAMEWORKS = "/System/Library/Frameworks"
_CAN_SLEEP, _WILL_SLEEP, _HAS_WOKEN = 0xE0000270, 0xE0000280, 0xE0000300
_DELIVER_AT_ONCE = 4
_UTF8 = 0x08000100
_LOCKS = {b"com.apple.screenIsLocked": True, b"com.apple.screenIsUnlocked": False}

_PowerCallback = CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)
_LockCallback = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class MacSession:
    """IORegisterForSystemPower, and the notifications of the screen's lock.

    The names of the latter are in no document; should they go, missing input tells
    that nobody is there.
    """

    name = "macos-notifications"

    def __init__(self) -> None:
        self._tell: Tell | None = None
        self._root = 0
        self._kit: Any = None
        self._kept: list[Any] = []  # what the system calls must stay

    def begin(self, tell: Tell) -> None:
        self._tell = tell
        try:
            self._kit = ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit")
            core = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
            self._listen_to_power(core)
            self._listen_to_locks(core)
        except (OSError, AttributeError):
            raise Unavailable("this system is not macOS") from None

    def ask_again(self) -> None:
        """Input in this session: the screen is not locked."""
        self._say("asleep", on=False)
        self._say("locked", on=False)

    def close(self) -> None:
        self._tell = None

    def on_power(self, message: int, argument: int | None) -> None:
        """Take a message of the power management; sleep waits for our consent."""
        if message in (_CAN_SLEEP, _WILL_SLEEP) and self._kit is not None:
            self._kit.IOAllowPowerChange(c_uint32(self._root), c_long(argument or 0))
        if message == _WILL_SLEEP:
            self._say("asleep", on=True)
        elif message == _HAS_WOKEN:
            self._say("asleep", on=False)

    def _listen_to_power(self, core: ctypes.CDLL) -> None:
        def called(_who: object, _service: int, message: int, argument: int) -> None:
            self.on_power(message, argument)

        callback = _PowerCallback(called)
        port, notifier = c_void_p(), c_uint32()
        self._kit.IORegisterForSystemPower.restype = c_uint32
        self._root = self._kit.IORegisterForSystemPower(
            None, byref(port), callback, byref(notifier)
        )
        if not self._root:
            raise Unavailable("the power management does not answer")
        self._kit.IONotificationPortGetRunLoopSource.restype = c_void_p
        source = self._kit.IONotificationPortGetRunLoopSource(port)
        core.CFRunLoopGetMain.restype = c_void_p
        modes = c_void_p.in_dll(core, "kCFRunLoopCommonModes")
        core.CFRunLoopAddSource(
            c_void_p(core.CFRunLoopGetMain()), c_void_p(source), modes
        )
        self._kept += [callback, port, notifier]

    def _listen_to_locks(self, core: ctypes.CDLL) -> None:
        core.CFNotificationCenterGetDistributedCenter.restype = c_void_p
        core.CFStringCreateWithCString.restype = c_void_p
        core.CFStringCreateWithCString.argtypes = (c_void_p, c_char_p, c_uint32)
        centre = c_void_p(core.CFNotificationCenterGetDistributedCenter())
        for name, locked in _LOCKS.items():
            callback = _LockCallback(
                lambda *_told, locked=locked: self._say("locked", on=locked)
            )
            text = c_void_p(core.CFStringCreateWithCString(None, name, _UTF8))
            core.CFNotificationCenterAddObserver(
                centre, None, callback, text, None, c_long(_DELIVER_AT_ONCE)
            )
            self._kept += [callback, text]

    def _say(self, fact: Fact, *, on: bool) -> None:
        if self._tell is not None:
            self._tell(self.name, fact, on)
