"""Idle time on X11: the server's own IDLETIME counter tells us, by alarms."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.desktop.idle.alarms import FALLS, RISES, Alarms
from deskstretch.desktop.idle.source import Unavailable, Watch
from deskstretch.desktop.xcb import NoXServer

_log = logging.getLogger(__name__)

_SHORTEST_MS = 2  # its way back is one less, which must still be something


class XSyncIdle(QObject):
    """Idle time by two alarms for each watch: the way up and the way back.

    The X server counts by itself and writes to us only when a threshold is passed,
    so nobody wakes while a person types. To ask for the counter has a price: an
    alarm does not go off if the server noticed the passing while it answered. So
    whatever value an answer holds is shown to every watch, as an alarm would be;
    that also tells a watch that begins when the person is idle already. After the
    end of the X server nothing is said any more and `can_tell` is False.
    """

    name = "xsync"

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        """Connect to the X server of that name.

        Raises:
            Unavailable: there is none, or it does not count idle time.
        """
        super().__init__(parent)
        try:
            self._x = Alarms(display)
        except NoXServer as reason:
            raise Unavailable(str(reason)) from None
        counter = self._x.counters().get("IDLETIME")
        if counter is None:
            self._x.close()
            raise Unavailable("the X server does not count idle time")
        self._counter = counter
        self._alarms: dict[int, _AlarmWatch] = {}
        self._inbox: list[tuple[int | None, int]] = []  # alarm or None, milliseconds
        self._notifier = QSocketNotifier(
            self._x.descriptor, QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_something_came)
        # What came together with an answer the socket does not announce any more.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_something_came)

    @property
    def can_tell(self) -> bool:
        return not self._x.broken

    def watch(self, seconds: float) -> Watch:
        watch = _AlarmWatch(self, max(_SHORTEST_MS, round(seconds * 1000)))
        for value, direction in watch.alarms:
            self._alarms[self._x.set_alarm(self._counter, value, direction)] = watch
        self._ask()
        return watch

    def idle_s(self) -> float | None:
        idle = self._ask()
        return None if idle is None else idle / 1000

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._soon.stop()
        self._alarms.clear()
        self._inbox.clear()
        self._x.close()

    def forget(self, watch: _AlarmWatch) -> None:
        """Drop the alarms of a watch that has ended."""
        for alarm, owner in tuple(self._alarms.items()):
            if owner is watch:
                del self._alarms[alarm]
                self._x.drop_alarm(alarm)

    def _ask(self) -> int | None:
        self._inbox += self._x.alarms_gone_off()
        value = self._x.value(self._counter)
        # What comes with the answer is read later: it may be younger than it.
        if value is not None:
            self._inbox.append((None, value))
        self._soon.start(0)
        return value

    def _on_something_came(self) -> None:
        self._inbox += self._x.alarms_gone_off()
        inbox, self._inbox = self._inbox, []
        for alarm, value in inbox:
            if alarm is None:
                for watch in set(self._alarms.values()):
                    watch.see(value)
            elif alarm in self._alarms:  # else: the last word of a dropped one
                self._alarms[alarm].see(value)
        if self._x.broken and self._notifier.isEnabled():
            _log.warning("the X server is gone: idle time is not known any more")
            self.close()


class _AlarmWatch(Watch):
    """Keeps the two signals in turn, however often it sees where the counter is."""

    def __init__(self, source: XSyncIdle, threshold_ms: int) -> None:
        super().__init__(source)
        self._source: XSyncIdle | None = source
        self._threshold = threshold_ms
        self._idle = False

    @property
    def alarms(self) -> tuple[tuple[int, int], ...]:
        """The values to be told of: up to the threshold, and back below it."""
        return (self._threshold, RISES), (self._threshold - 1, FALLS)

    def see(self, value_ms: int) -> None:
        """Take note of how long there has been no input."""
        idle = value_ms >= self._threshold
        if self._source is None or idle == self._idle:
            return
        self._idle = idle
        if idle:
            self.idled.emit(value_ms / 1000)
        else:
            self.resumed.emit()

    def stop(self) -> None:
        if self._source is not None:
            source, self._source = self._source, None
            source.forget(self)
            self.deleteLater()
