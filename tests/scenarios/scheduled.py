"""The stories once more, woken by the real APScheduler instead of by `simulate`.

Everything of the app between the clock and the planner is the real one: the guarded
scheduler, its jobs, triggers and executor, and the one deadline and heartbeat of
`Scheduling`. Only the timer and the clocks are moved by hand; the timer stands while
the machine sleeps, as real ones do.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from deskstretch.desktop.scheduling import GuardedScheduler, Scheduling
from deskstretch.reminders import simulate
from deskstretch.reminders.events import Tick
from deskstretch.reminders.moment import Moment
from deskstretch.reminders.simulate_input import read

_READ_BY = ("schedulers.base", "executors.base", "triggers.interval", "triggers.date")
_MICROSECOND = timedelta(microseconds=1)


class Timer(GuardedScheduler):
    """All of APScheduler but its timer: `left` is what it would wait for."""

    def __init__(self, clock):
        self.left = None
        clock.timer = self
        super().__init__(clock)

    def wakeup(self):
        self.left = 0.0

    def shutdown(self, wait=True):
        super().shutdown(wait)
        self.left = None

    def passes(self):
        self.left = None
        nap = self.nap(self._process_jobs())
        self.left = nap if self.left is None else self.left


class Machine(simulate._Machine):
    """A machine whose planner is woken by the scheduler, late or twice or early."""

    def __init__(self, rules, library):
        super().__init__(rules, library)
        self.timer = None
        self.wakes = 0
        self._asleep = False
        self._done = []
        self._scheduling = None

    # The clock that the scheduler reads

    def now(self):
        return Moment(self._steady / 1_000_000, self._wall)

    def read_by_apscheduler(self, zone):
        return self._wall.astimezone(zone)

    # Time

    def _come_to(self, at, zone):
        if self._wall is None:
            self._wall = at.astimezone(zone)
            self._scheduling = Scheduling(self, make=Timer)
            self._scheduling.woken.connect(self._on_woken)
            self._scheduling.start()
            return []
        self._done = []
        passed = (at.astimezone(UTC) - self._wall.astimezone(UTC)) // _MICROSECOND
        target = self._steady + passed
        self._run_until(target)
        self._done += self._move(target)
        self._wall = self._wall.astimezone(zone)
        return self._done

    def _run_until(self, target):
        self._deliver()
        if self._asleep:  # no timer runs, and none is made up for afterwards
            return
        while self.timer.left is not None:
            due = self._steady + -(-self.timer.left * 1_000_000 // 1)
            if due >= target:
                self.timer.left -= (target - self._steady) / 1_000_000
                return
            self._done += self._move(int(due))
            self.timer.passes()
            self._deliver()

    def _deliver(self):
        for _ in range(2):
            QCoreApplication.processEvents()

    def _on_woken(self):
        self.wakes += 1
        self._tell(Tick())

    def _tell(self, event):
        super()._tell(event)
        if self._scheduling is not None:
            wake = None if self._planner is None else self._planner.next_wake()
            self._scheduling.wake_at(wake)

    def _desktop(self, event):
        self._asleep = event == "sleep" or (self._asleep and event == "lock")
        super()._desktop(event)

    def _stop(self):
        super()._stop()
        self._scheduling.wake_at(None)

    def ends(self):
        if self._scheduling is not None:
            self._scheduling.stop()


def run(lines, rules, library, monkeypatch):
    """Do what `simulate.run` does, with the scheduler in it."""
    machine = Machine(rules, library)

    class HandDatetime(datetime):
        @classmethod
        def now(cls, tz=None):
            return machine.read_by_apscheduler(tz)

    # The hair that two real clocks differ by would show as a millisecond here.
    monkeypatch.setattr("deskstretch.desktop.scheduling._HAIR_S", 0.0)
    for module in _READ_BY:
        monkeypatch.setattr(f"apscheduler.{module}.datetime", HandDatetime)
    done = []
    for text in lines:
        line = read(text, library, machine.named, rules.snooze_s)
        done += machine.take(line)
    done += machine.flush()
    machine.ends()
    return done
