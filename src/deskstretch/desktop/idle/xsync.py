"""Idle time on X11: the server's own IDLETIME counter tells us, by alarms."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.desktop.idle.source import Unavailable, Watch
from deskstretch.desktop.idle.xcb import FALLS, RISES, XConnection

_log = logging.getLogger(__name__)

_SHORTEST_MS = 2  # its way back is one less, which must still be something


class XSyncIdle(QObject):
    """Idle time by two alarms for each watch: the way up and the way back.

    The X server counts by itself and writes to us only when a threshold is passed,
    so nobody wakes while a person types. An alarm does not go off when idleness is
    past it already, so the counter is read once when a watch begins. After the end
    of the X server nothing is said any more and `can_tell` is False.
    """

    name = "xsync"

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        """Connect to the X server of that name.

        Raises:
            Unavailable: there is none, or it does not count idle time.
        """
        super().__init__(parent)
        self._x = XConnection(display)
        counter = self._x.counters().get("IDLETIME")
        if counter is None:
            self._x.close()
            raise Unavailable("the X server does not count idle time")
        self._counter = counter
        self._alarms: dict[int, tuple[_AlarmWatch, int]] = {}
        self._begun: list[tuple[_AlarmWatch, float]] = []
        self._notifier = QSocketNotifier(
            self._x.descriptor, QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_something_came)
        # An answer that was waited for may have brought alarms with it, which the
        # socket then no longer announces.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_something_came)

    @property
    def can_tell(self) -> bool:
        return not self._x.broken

    def watch(self, seconds: float) -> Watch:
        watch = _AlarmWatch(self)
        threshold = max(_SHORTEST_MS, round(seconds * 1000))
        for value, direction in ((threshold, RISES), (threshold - 1, FALLS)):
            alarm = self._x.set_alarm(self._counter, value, direction)
            self._alarms[alarm] = (watch, direction)
        idle = self._x.value(self._counter)
        if idle is not None and idle >= threshold:
            self._begun.append((watch, idle / 1000))
        self._soon.start(0)
        return watch

    def idle_s(self) -> float | None:
        idle = self._x.value(self._counter)
        self._soon.start(0)
        return None if idle is None else idle / 1000

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._soon.stop()
        self._alarms.clear()
        self._begun.clear()
        self._x.close()

    def forget(self, watch: _AlarmWatch) -> None:
        """Drop the alarms of a watch that has ended."""
        for alarm, (owner, _) in tuple(self._alarms.items()):
            if owner is watch:
                del self._alarms[alarm]
                self._x.drop_alarm(alarm)
        self._begun = [each for each in self._begun if each[0] is not watch]

    def _on_something_came(self) -> None:
        begun, self._begun = self._begun, []
        for watch, idle_s in begun:
            watch.rise(idle_s)
        for alarm, value in self._x.alarms_gone_off():
            watch_and_direction = self._alarms.get(alarm)
            if watch_and_direction is None:
                continue  # one that was dropped says its last word
            watch, direction = watch_and_direction
            if direction == RISES:
                watch.rise(value / 1000)
            else:
                watch.fall()
        if self._x.broken and self._notifier.isEnabled():
            _log.warning("the X server is gone: idle time is not known any more")
            self.close()


class _AlarmWatch(Watch):
    """Keeps the two signals in turn, whatever the alarms say twice."""

    def __init__(self, source: XSyncIdle) -> None:
        super().__init__(source)
        self._source: XSyncIdle | None = source
        self._idle = False

    def rise(self, idle_s: float) -> None:
        if self._source is not None and not self._idle:
            self._idle = True
            self.idled.emit(idle_s)

    def fall(self) -> None:
        if self._source is not None and self._idle:
            self._idle = False
            self.resumed.emit()

    def stop(self) -> None:
        if self._source is not None:
            source, self._source = self._source, None
            source.forget(self)
            self.deleteLater()
