"""Full screen on X11, as window managers tell it (EWMH)."""

from __future__ import annotations

import struct
from contextlib import closing
from typing import TYPE_CHECKING

from deskstretch.desktop import xcb
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.quiet.source import Answer

_EVERY_DESKTOP = 0xFFFFFFFF


class FullScreen:
    """A window in the state full screen that can be seen.

    It can if it is on the desktop in front, is not minimised, and the active window
    does not lie on the same part of the screen: one that was left for another
    window stays in that state behind it. A stale active window counts for none.
    """

    name = "ewmh-full-screen"
    reasons = frozenset({"full-screen"})

    def __init__(self, display: str) -> None:
        self._display = display

    def look(self, answer: Answer) -> None:
        try:
            with closing(xcb.Connection(self._display)) as x:
                answer(self.reasons if _seen(x) else NONE)
        except xcb.NoXServer:
            answer(None)


def _seen(x: xcb.Connection) -> bool:
    windows = _words(x, x.root, "_NET_CLIENT_LIST")
    full = [one for one in windows if _is_full(x, one)]
    if not full:
        return False
    (active, *_) = (*_words(x, x.root, "_NET_ACTIVE_WINDOW"), 0)
    (desktop, *_) = (*_words(x, x.root, "_NET_CURRENT_DESKTOP"), _EVERY_DESKTOP)
    place = x.geometry(active) if active in windows else None
    for window in full:
        (on, *_) = (*_words(x, window, "_NET_WM_DESKTOP"), _EVERY_DESKTOP)
        if on not in (desktop, _EVERY_DESKTOP) and desktop != _EVERY_DESKTOP:
            continue
        if window == active or place is None or not _meet(place, x.geometry(window)):
            return True
    return False


def _is_full(x: xcb.Connection, window: int) -> bool:
    state = _words(x, window, "_NET_WM_STATE")
    hidden = x.atom("_NET_WM_STATE_HIDDEN")
    return x.atom("_NET_WM_STATE_FULLSCREEN") in state and hidden not in state


def _words(x: xcb.Connection, window: int, name: str) -> tuple[int, ...]:
    data = x.read_property(window, name)
    return struct.unpack(f"={len(data) // 4}I", data[: len(data) // 4 * 4])


def _meet(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int] | None
) -> bool:
    """Say whether two rectangles (x, y, width, height) share a part."""
    if other is None:
        return True
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def here(environment: Mapping[str, str]) -> FullScreen | None:
    """Return it where the windows are X11's; XWayland sees only its own."""
    display = environment.get("DISPLAY", "")
    if environment.get("WAYLAND_DISPLAY") or not display:
        return None
    return FullScreen(display)
