"""The only door to APScheduler: it says when we wake, never what is due.

The stock QtScheduler cannot be used with PySide6 (`tests/desktop/
test_stock_scheduler.py` shows each defect): its timers can never be stopped and
multiply, rounding down makes it spin, and jobs run in threads of their own.
"""

from __future__ import annotations

import logging
import math
import threading
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    JobEvent,
)
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.schedulers.qt import QtScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger
from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.clock import Clock

_log = logging.getLogger(__name__)

HEARTBEAT_S = 60.0
"""How often the app is woken if nothing else wakes it: once a minute.

No nap is longer either, so that a wall clock that was set is noticed. The two make
one wake-up a minute together: after each pass the next heartbeat is at most a
minute away, so it is always the heartbeat that ends the nap.
"""

_AGAIN_S = 1.0  # for a time gone by that was served and is asked for again
_DRIFT_S = 2.0
_HAIR_S = 0.001  # two clocks round differently: a hair too early is asked twice
_LATE_S = 60.0
_PRECISE = 0
"""`Qt.TimerType.PreciseTimer`; its name costs 1.3 MB, all enumerations of `Qt`."""

_TROUBLE = EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES


class GuardedScheduler(BaseScheduler):  # type: ignore[misc] # APScheduler has no types
    """APScheduler that notices when its own clock cannot be trusted.

    It reckons in wall time. When the wall clock was set, or a pass comes much too
    late (sleep, a stopped process), its next run times mean nothing: every job is
    then made due at once, in one pass, instead of waiting hours for a clock that
    was set back or working off all the runs of a night.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset: float | None = None
        self._expected: float | None = None
        super().__init__(
            timezone=UTC,
            job_defaults={
                "misfire_grace_time": None,
                "coalesce": True,
                "max_instances": 1,
            },
        )
        self.add_listener(_report, _TROUBLE)

    def everything_due(self) -> None:
        """Let every job run at the next pass, whenever it was meant to."""
        now = self._clock.now().wall
        for job in self.get_jobs():
            job.modify(next_run_time=now)

    def nap(self, wait: float | None) -> float | None:
        """Say how long to sleep for a wait of so many seconds, and note it.

        The note tells a pass that comes in time from one that comes too late.
        """
        if wait is None:
            self._expected = None
            return None
        nap = min(wait, HEARTBEAT_S)
        self._expected = self._clock.now().steady + nap
        return nap

    def _create_default_executor(self) -> DebugExecutor:
        return DebugExecutor()  # in this thread: a job only emits a signal

    def _process_jobs(self) -> float | None:
        moment = self._clock.now()
        offset = moment.wall.timestamp() - moment.steady
        was_set = self._offset is not None and abs(offset - self._offset) > _DRIFT_S
        late = self._expected is not None and moment.steady - self._expected > _LATE_S
        self._offset = offset
        if was_set or late:
            _log.info("clock %s, everything is looked at", "set" if was_set else "late")
            self.everything_due()
        wait: float | None = super()._process_jobs()
        return wait


class OneTimerScheduler(GuardedScheduler, QtScheduler):  # type: ignore[misc] # as above
    """The QtScheduler with one timer that it owns.

    A wake-up may be asked for in any thread and any number of times: it is one
    queued pass in the thread that made the scheduler. No error ends the passes.
    """

    def __init__(self, clock: Clock) -> None:
        self._nap = QTimer()
        self._nap.setSingleShot(True)
        self._nap.setProperty("timerType", _PRECISE)
        self._nap.timeout.connect(self._process_jobs)
        self._bell = _Bell(self._nap)
        self._thread = threading.get_ident()
        self.passes = 0
        super().__init__(clock)

    def wakeup(self) -> None:
        self._bell.rung.emit()

    def _process_jobs(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the scheduler runs in the thread that made it")
        if not self.running:
            return
        self.passes += 1
        try:
            super()._process_jobs()
        except Exception:  # noqa: BLE001 - whatever it is, the wake-ups go on
            _log.exception("a pass of the scheduler went wrong")
            self._start_timer(HEARTBEAT_S)

    def _start_timer(self, wait_seconds: float | None) -> None:
        nap = self.nap(wait_seconds)
        if nap is None:
            self._stop_timer()
        else:  # rounded up: a pass that comes too early finds nothing and spins
            self._nap.start(math.ceil(nap * 1000))

    def _stop_timer(self) -> None:
        self._nap.stop()


class _Bell(QObject):
    """Rung in any thread, heard in the thread of the timer, soon but not now.

    Not now: what is rung within a pass would be undone by the nap at its end.
    """

    rung = Signal()

    def __init__(self, nap: QTimer) -> None:
        super().__init__()
        self._nap = nap
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        self.rung.connect(self._on_rung)

    def _on_rung(self) -> None:
        self._soon.start(0)  # several rings before the next turn are one pass

    def _on_soon(self) -> None:
        self._nap.start(0)


def _report(event: JobEvent) -> None:
    """Say what APScheduler would only whisper to its own log."""
    trouble = getattr(event, "exception", None)
    _log.error("job %s did not run as it should: %r", event.job_id, trouble or event)


class Scheduling(QObject):
    """Wakes the app: at the one time it asks for, and once a minute in any case.

    `woken` is a hint and nothing more. It comes in the thread of the event loop,
    never inside a pass of the scheduler, and may be late (after sleep), early
    (after the clock was set) or double. Who hears it reads the clock and decides.
    """

    woken = Signal()

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        make: Callable[[Clock], GuardedScheduler] = OneTimerScheduler,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._scheduler = make(clock)
        self._deadline: float | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.woken)

    def start(self) -> None:
        """Begin; the first heartbeat comes a minute from now."""
        self._add("heartbeat", IntervalTrigger(seconds=HEARTBEAT_S, timezone=UTC))
        self._scheduler.start()

    def stop(self) -> None:
        """End; nothing wakes any more. Without a start this is nothing."""
        self._soon.stop()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake_at(self, steady: float | None) -> None:
        """Wake at `steady` seconds of the steady clock; None: the heartbeat will do.

        It replaces the time asked for before. A time gone by means at once.
        """
        armed = self._scheduler.get_job("deadline") is not None
        if steady == self._deadline and armed == (steady is not None):
            return
        if steady is not None:
            self._arm(steady)
        elif armed:
            self._scheduler.remove_job("deadline")
        self._deadline = steady

    def _arm(self, steady: float) -> None:
        moment = self._clock.now()
        wait = steady - moment.steady
        if wait <= 0:  # whoever asks again for what was served must not spin
            wait = _AGAIN_S if steady == self._deadline else 0
        due = moment.wall.astimezone(UTC) + timedelta(seconds=wait + _HAIR_S)
        self._add("deadline", DateTrigger(run_date=due, timezone=UTC))

    def _add(self, name: str, trigger: DateTrigger | IntervalTrigger) -> None:
        self._scheduler.add_job(
            self._on_job_due, trigger, id=name, name=name, replace_existing=True
        )

    def _on_job_due(self) -> None:
        self._soon.start(0)
