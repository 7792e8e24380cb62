"""The display stays awake while somebody follows a session without touching a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskstretch.ui.language import render
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.sessions import Sessions
    from deskstretch.desktop.awake import Awake
    from deskstretch.desktop.bus import Bus
    from deskstretch.ui.player.performance import Performance

LONGEST_PAUSE_MS = 120_000
"""After so long a pause the display may sleep again, as the desktop wants it."""
REASON = words("A stretch is shown")


class KeepingAwake(QObject):
    """Holds the display awake from a session's begin to its end.

    A pause of more than two minutes lets it go, going on takes hold again. Waiting
    for somebody who gets into position is no pause.
    """

    def __init__(self, make: Callable[[], Awake], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._awake: Awake | None = None
        self._performance: Performance | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LONGEST_PAUSE_MS)
        self._pause.timeout.connect(self.release)

    def listen_to(self, sessions: Sessions) -> None:
        """Follow every session from now on."""
        sessions.performing.connect(self.follow)

    def follow(self, performance: Performance) -> None:
        """Follow a session that has just begun."""
        self._performance = performance
        performance.moved.connect(self._on_course_changed)
        performance.course_changed.connect(self._on_course_changed)
        self._on_course_changed()

    def release(self) -> None:
        """Let the display sleep when the desktop wants it to."""
        self._pause.stop()
        if self._awake is not None:
            self._awake.release()

    def _on_course_changed(self) -> None:
        if self._performance is None:
            return
        if self._performance.over:
            self._performance = None
            self.release()
            return
        view = self._performance.view()
        if view.running or view.waiting:
            self._pause.stop()
            if self._awake is None:
                self._awake = self._make()
            self._awake.hold(render(REASON))
        elif not self._pause.isActive():
            self._pause.start()


def on(bus: Bus) -> Callable[[], Awake]:
    """Return what makes the way to the desktop, when it is first needed."""

    def make() -> Awake:
        from deskstretch.desktop.awake import Awake, here

        return Awake(here(bus))

    return make
