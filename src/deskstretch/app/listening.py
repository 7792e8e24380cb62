"""Whether somebody is there, told to the planner as input and idle time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.reminders import events

if TYPE_CHECKING:
    from deskstretch.app.driver import Driver
    from deskstretch.desktop.idle import IdleSource, Watch


class Listening(QObject):
    """Watches the desktop's idle time for the shortest absence that matters.

    A watch tells of input only after it told of idleness. So at the start, after a
    sleep and when the threshold changes while nobody is there, a second watch waits
    for the very first input. Where nothing can tell idle time the person counts as
    there, and time goes by the clock.
    """

    left = Signal()
    """Nobody has been there for the watched time."""

    def __init__(self, driver: Driver, idle: IdleSource, parent: QObject) -> None:
        super().__init__(parent)
        self._driver = driver
        self._idle = idle
        self._watch: Watch | None = None
        self._watched_s = 0.0
        self._first_input: Watch | None = None
        driver.sleep_noticed.connect(self.wait_for_input)

    def listen(self, seconds: float) -> None:
        """Watch for `seconds` without input from now on."""
        if self._watch is not None and seconds == self._watched_s:
            return
        if self._watch is not None:
            self._watch.stop()
        self._watched_s = seconds
        self._watch = self._idle.watch(seconds)
        self._watch.idled.connect(self._on_idled)
        self._watch.resumed.connect(self._on_input_resumed)
        if self._driver.status().away:
            self.wait_for_input()

    def wait_for_input(self) -> None:
        """Notice somebody at work where no absence was seen to end."""
        if not self._idle.can_tell:
            self._driver.dispatch(events.Input())
            return
        if self._first_input is not None:
            self._first_input.stop()
        self._first_input = self._idle.watch(0.0)
        self._first_input.resumed.connect(self._on_first_input)

    def _on_first_input(self) -> None:
        if self._first_input is not None:
            self._first_input.stop()
            self._first_input = None
            self._driver.dispatch(events.Input())

    def _on_idled(self, idle_s: float) -> None:
        now = self._driver.clock.now().steady
        self._driver.dispatch(events.Idled(now - idle_s))
        self.left.emit()

    def _on_input_resumed(self) -> None:
        self._driver.dispatch(events.Input())
