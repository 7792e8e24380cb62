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


def composited() -> bool:
    """Say whether windows are blended on this screen, so that edges may be soft."""
    if sys.platform != "linux":
        return True
    name = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY") or not name:
        return bool(os.environ.get("WAYLAND_DISPLAY"))
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    screen = ctypes.c_int(0)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), ctypes.byref(screen)))
    try:
        if xcb.xcb_connection_has_error(connection):
            return False
        atom = _ask(xcb, connection, "xcb_intern_atom", *_manager(screen.value))
        owner = _ask(xcb, connection, "xcb_get_selection_owner", ctypes.c_uint32(atom))
        return owner != 0
    finally:
        xcb.xcb_disconnect(connection)


def _manager(screen: int) -> tuple[object, ...]:
    """Return the selection that a compositing manager of this screen owns."""
    name = f"_NET_WM_CM_S{screen}".encode()
    return ctypes.c_uint8(0), ctypes.c_uint16(len(name)), name


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


def _ask(
    xcb: ctypes.CDLL, connection: ctypes.c_void_p, request: str, *arguments: object
) -> int:
    """Send a request whose reply is one number after its head of 8 bytes."""
    send = getattr(xcb, request)
    send.restype = _Cookie
    receive = getattr(xcb, f"{request}_reply")
    receive.restype = ctypes.c_void_p
    reply = receive(connection, send(connection, *arguments), None)
    if not reply:
        return 0
    number = ctypes.c_uint32.from_address(reply + 8).value
    libc = ctypes.CDLL(None)
    libc.free.argtypes = [ctypes.c_void_p]
    libc.free(reply)
    return number


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
