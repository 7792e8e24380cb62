"""Full screen, presentation and quiet time on Windows. Not run on this system yet."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.quiet.source import Answer, Reasons

_MEANS: dict[int, Reasons] = {
    1: NONE,  # QUNS_NOT_PRESENT: locked or switched away, which is no quiet
    2: frozenset({"full-screen"}),  # QUNS_BUSY: an app in full screen
    3: frozenset({"full-screen"}),  # QUNS_RUNNING_D3D_FULL_SCREEN: a game
    4: frozenset({"presentation"}),  # QUNS_PRESENTATION_MODE
    5: NONE,  # QUNS_ACCEPTS_NOTIFICATIONS
    6: frozenset({"do-not-disturb"}),  # QUNS_QUIET_TIME
    7: frozenset({"full-screen"}),  # QUNS_APP: a store app in full screen
}


def _state() -> int | None:
    """Return what `SHQueryUserNotificationState` says, or None if it fails."""
    state = ctypes.c_int(0)
    shell = getattr(ctypes, "windll").shell32  # noqa: B009 - only there on Windows
    failed = shell.SHQueryUserNotificationState(ctypes.byref(state))
    return None if failed else state.value


class WindowsState:
    """Whether Windows itself would show a notification now, and why not.

    Focus assist has no documented door and is not seen.
    """

    name = "windows-notification-state"
    reasons = frozenset({"full-screen", "presentation", "do-not-disturb"})

    def __init__(self, state: Callable[[], int | None] = _state) -> None:
        self._state = state

    def look(self, answer: Answer) -> None:
        try:
            state = self._state()
        except (OSError, AttributeError):
            state = None
        answer(None if state is None else _MEANS.get(state))
