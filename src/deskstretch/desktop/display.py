"""Is there a screen to show windows on? Asked before Qt, which would abort."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

_WINDOWLESS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs")
_WITH_A_SERVER = ("", "xcb", "wayland", "wayland-egl")


def available() -> bool:
    """Say whether a QApplication could be made here.

    On Linux the X server or the Wayland socket is really tried: a `DISPLAY`
    that nobody serves would end the process inside Qt.
    """
    if sys.platform != "linux":
        return True
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    names = [name.split(":")[0] for name in wanted]
    if any(name in _WINDOWLESS for name in names):
        return True
    if not any(name in _WITH_A_SERVER for name in names):
        return False  # Qt has no such platform, and would abort
    return _wayland_answers() or _x11_answers()


def composited() -> bool:
    """Say whether windows are blended on this screen, so that edges may be soft."""
    if sys.platform != "linux" or os.environ.get("WAYLAND_DISPLAY"):
        return True
    from deskstretch.desktop import xcb  # noqa: PLC0415 - rarely needed

    try:
        with closing(xcb.Connection(os.environ.get("DISPLAY", ""))) as x:
            # the selection that a compositing manager of this screen owns
            return x.selection_owner(f"_NET_WM_CM_S{x.screen}") != 0
    except xcb.NoXServer:
        return False


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")
    return (Path(folder) / name).is_socket()


def _x11_answers() -> bool:
    from deskstretch.desktop import xcb  # noqa: PLC0415 - rarely needed

    try:
        xcb.Connection(os.environ.get("DISPLAY", "")).close()
    except xcb.NoLibrary:
        return True  # Qt brings its own reasons; nothing better is known here
    except xcb.NoXServer:
        return False
    return True
