"""Whether somebody is there, told to the planner as input, idle time and locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.reminders import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.driver import Driver
    from deskstretch.desktop.idle import IdleSource, Watch
    from deskstretch.desktop.sleep import SessionWatch

    Look = Callable[[Callable[[], None]], None]


DOUBTFUL_AFTER_MS = 60_000
"""Who types behind a lock for so long is not behind it: a password takes less."""


class Listening(QObject):
    """Watches idle time for the shortest absence that matters, and locks and sleep.

    A watch tells of input only after it told of idleness. So at the start, after a
    sleep or a lock and when the threshold changes while nobody is there, a second
    watch waits for the very first input. Where nothing can tell idle time the
    person counts as there unless the screen is locked, and time goes by the clock.
    Before the planner hears that nobody was there, or of a return to what was quiet,
    it hears what is in use: who watches something has not left. A lock behind
    which somebody goes on typing is looked at again: the word of its end may be lost.
    """

    left = Signal()
    """Nobody has been there for the watched time."""

    def __init__(
        self,
        driver: Driver,
        idle: IdleSource,
        session: SessionWatch,
        look: Look,
        parent: QObject,
    ) -> None:
        """Prepare; `look` looks at what is in use and calls back when it is told."""
        super().__init__(parent)
        self._driver = driver
        self._idle = idle
        self._session = session
        self._look = look
        self._watch: Watch | None = None
        self._watched_s = 0.0
        self._first_input: Watch | None = None
        self._idle_since: float | None = None
        self._doubtful = False
        self._doubting = QTimer(self)
        self._doubting.setSingleShot(True)
        self._doubting.setInterval(DOUBTFUL_AFTER_MS)
        self._doubting.timeout.connect(self._on_lock_grown_old)
        driver.sleep_noticed.connect(self.wait_for_input)
        session.slept.connect(self._on_slept)
        session.woke.connect(self._on_woke)
        session.locked.connect(self._on_locked)
        session.unlocked.connect(self._on_unlocked)
        session.switched_away.connect(self._on_switched_away)
        session.switched_back.connect(self._on_switched_back)

    def begin(self, seconds: float) -> None:
        """Listen to the session, and watch for `seconds` without input."""
        self.listen(seconds)
        self._session.begin()

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
            if not self._session.shut:
                self._came()
            return
        if self._first_input is not None:
            self._first_input.stop()
        self._first_input = self._idle.watch(0.0)
        self._first_input.resumed.connect(self._on_first_input)

    # Input

    def _on_first_input(self) -> None:
        if self._first_input is not None:
            self._first_input.stop()
            self._first_input = None
            self._came()

    def _on_input_resumed(self) -> None:
        self._tell_idle()
        self._came()

    def _came(self) -> None:
        """Tell of input; first, whether what made it quiet before still does."""
        status = self._driver.status()
        if status.away and status.quiet:
            self._look(self._tell_input)
        else:
            self._tell_input()

    def _tell_input(self) -> None:
        self._session.is_awake()
        self._driver.dispatch(events.Input())
        if not self._session.shut:
            return
        if self._doubtful:
            self._doubtful = False
            self._session.doubt()
        self._doubting.start()

    def _on_lock_grown_old(self) -> None:
        """Somebody typed a while ago, and it is locked still: wait for more."""
        self._doubtful = self._session.shut
        if self._doubtful:
            self.wait_for_input()

    def _on_idled(self, idle_s: float) -> None:
        self._idle_since = self._driver.clock.now().steady - idle_s
        self._look(self._on_looked)

    def _on_looked(self) -> None:
        if self._tell_idle():
            self.left.emit()

    def _tell_idle(self) -> bool:
        """Tell that nobody has been there, unless it was told already."""
        since, self._idle_since = self._idle_since, None
        if since is not None:
            self._driver.dispatch(events.Idled(since))
        return since is not None

    # The session

    def _on_slept(self) -> None:
        self._shut(events.Slept())

    def _on_woke(self) -> None:
        self._driver.dispatch(events.Woke())
        self.wait_for_input()

    def _on_locked(self) -> None:
        self._shut(events.Locked())

    def _on_unlocked(self) -> None:
        self._driver.dispatch(events.Unlocked())
        self.wait_for_input()

    def _on_switched_away(self) -> None:
        self._shut(events.SwitchedAway())

    def _on_switched_back(self) -> None:
        self._driver.dispatch(events.SwitchedBack())
        self.wait_for_input()

    def _shut(self, event: events.Locked | events.SwitchedAway | events.Slept) -> None:
        self._driver.dispatch(event)
        self._doubtful = False
        self._doubting.stop()
        if self._idle.can_tell:
            self.wait_for_input()
