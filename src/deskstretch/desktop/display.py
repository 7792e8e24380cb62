"""Is there a screen to show windows on? Asked before Qt, which would abort."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_WINDOWLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def available() -> bool:
    """Say whether a QApplication could be made here.

    On Linux the X server or the Wayland socket is really tried: a `DISPLAY`
    that nobody serves would end the process inside Qt.
    """
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in _WINDOWLESS:
        return True
    return _wayland_answers() or _x11_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")
    return (Path(folder) / name).is_socket()


def _x11_answers() -> bool:
    name = os.environ.get("DISPLAY", "")
    if not name:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings its own reasons; nothing better is known here
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
