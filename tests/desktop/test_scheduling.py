"""The repaired scheduler: the real APScheduler in simulated time, then real Qt."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.events import EVENT_JOB_SUBMITTED
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from deskstretch.desktop.clock import Clock
from deskstretch.desktop.scheduling import (
    GuardedScheduler,
    OneTimerScheduler,
    Scheduling,
)
from deskstretch.reminders.moment import Moment

pytestmark = pytest.mark.usefixtures("qapp")

HOUR = 3600.0
DAY = 24 * HOUR


# -- simulated time ----------------------------------------------------------


class World:
    """Three clocks moved by hand: the wall, the steady one, and the timer's.

    The timer's stops while the machine sleeps, as CLOCK_MONOTONIC does.
    """

    def __init__(self) -> None:
        self.steady = 1000.0
        self.wall = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self.wait: float | None = None
        self.passes = 0
        self.process = lambda: None

    def now(self) -> Moment:
        return Moment(self.steady, self.wall.astimezone())

    def sleeps(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += timedelta(seconds=seconds)

    def sets_the_clock(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)

    def runs(self, seconds: float) -> None:
        """Let time pass with the machine awake and every timer kept."""
        self._deliver()
        left = seconds
        while self.wait is not None and self.wait <= left:
            spent, self.wait = self.wait, None
            left -= spent
            self.sleeps(spent)
            self.passes += 1
            self.process()
            self._deliver()
        self.sleeps(left)
        if self.wait is not None:
            self.wait -= left

    def _deliver(self) -> None:
        for _ in range(3):
            QCoreApplication.processEvents()


class Simulated(GuardedScheduler):
    """Everything of APScheduler but the timer, which is the world's."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.process = self._pass
        super().__init__(world)

    def wakeup(self) -> None:
        self.world.wait = 0.0

    def shutdown(self, wait=True) -> None:
        super().shutdown(wait)
        self.world.wait = None

    def _pass(self) -> None:
        nap = self.nap(self._process_jobs())
        self.world.wait = nap if self.world.wait is None else self.world.wait


@pytest.fixture
def world(monkeypatch):
    world = World()

    class SimulatedDatetime(datetime):
        @classmethod
        def now(cls, tz=None):
            return world.wall.astimezone(tz)

    for module in (
        "schedulers.base",
        "executors.base",
        "triggers.interval",
        "triggers.date",
    ):
        monkeypatch.setattr(f"apscheduler.{module}.datetime", SimulatedDatetime)
    return world


class Sleeper:
    """Wants one wake-up and asks again until its time has come, as planners do."""

    def __init__(self, world: World, scheduling: Scheduling, due: float | None) -> None:
        self.world, self.scheduling, self.due = world, scheduling, due
        self.hints: list[float] = []
        self.served: list[float] = []
        scheduling.woken.connect(self._on_woken)
        scheduling.wake_at(due)

    def _on_woken(self) -> None:
        self.hints.append(self.world.steady)
        if self.due is not None and self.world.steady >= self.due:
            self.served.append(self.world.steady)
            self.due = None
        self.scheduling.wake_at(self.due)


@pytest.fixture
def scheduling(world):
    scheduling = Scheduling(world, make=Simulated)
    scheduling.start()
    world.runs(0)
    world.passes = 0
    return scheduling


def test_nothing_asked_for_means_one_wake_up_a_minute(world, scheduling):
    sleeper = Sleeper(world, scheduling, None)
    world.runs(8 * HOUR)
    assert len(sleeper.hints) == 480
    assert world.passes == 480


def test_a_long_wait_costs_no_more_than_the_heartbeat(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 90 * 60 + 17.5)
    world.runs(2 * HOUR)
    assert sleeper.served == [pytest.approx(1000 + 90 * 60 + 17.5, abs=0.002)]
    assert world.passes <= 120 + 4  # the asking, the arming and the deadline itself


def test_the_deadline_is_kept_to_the_millisecond(world, scheduling):
    for wait in (0.001, 3.0, 59.999, 60.0, 61.25, 5400.0):
        asked = world.steady
        sleeper = Sleeper(world, scheduling, asked + wait)
        world.runs(wait + 1)
        assert sleeper.served == [pytest.approx(asked + wait, abs=0.002)]


def test_a_time_gone_by_means_at_once(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady - 50)
    world.runs(1)
    assert sleeper.served == [pytest.approx(1000, abs=0.002)]


def test_asking_again_for_a_time_gone_by_does_not_spin(world, scheduling):
    hints = []

    def obstinate():
        hints.append(world.steady)
        scheduling.wake_at(900.0)

    scheduling.woken.connect(obstinate)
    scheduling.wake_at(900.0)
    world.runs(30)
    assert 1 < len(hints) <= 32


def test_a_new_time_replaces_the_one_before(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 600)
    world.runs(10)
    sleeper.due = world.steady + 20
    scheduling.wake_at(sleeper.due)
    world.runs(700)
    assert sleeper.served == [pytest.approx(1030, abs=0.002)]
    assert len(sleeper.hints) == 1 + 11  # and the heartbeats


def test_a_time_taken_back_is_not_woken_for(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 30)
    world.runs(10)
    scheduling.wake_at(None)
    world.runs(40)
    assert sleeper.hints == []


def test_asking_for_the_same_time_again_costs_nothing(world, scheduling):
    scheduling.wake_at(1500.0)
    world.runs(0)
    world.passes = 0
    for _ in range(100):
        scheduling.wake_at(1500.0)
        world.runs(0)
    assert world.passes == 0


def test_arming_anew_from_the_wake_up_itself_is_never_lost(world, scheduling):
    hints = []

    def every_five_seconds():
        hints.append(world.steady)
        scheduling.wake_at(world.steady + 5)

    scheduling.woken.connect(every_five_seconds)
    every_five_seconds()
    world.runs(50)
    expected = [1000 + 5 * n for n in range(10)]
    assert hints[:10] == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("hours", [3, -1, -3, 24 * 365])
def test_a_clock_that_was_set_moves_no_deadline(world, scheduling, hours):
    sleeper = Sleeper(world, scheduling, world.steady + 600)
    world.runs(100)
    world.sets_the_clock(hours * HOUR)
    world.runs(1000)
    assert sleeper.served == [pytest.approx(1600, abs=0.02)]
    assert len(sleeper.hints) < 25


def test_an_unguarded_scheduler_would_wait_for_the_clock_to_catch_up(world):
    ran = []
    bare = type("Bare", (BaseScheduler,), {"shutdown": None, "wakeup": lambda _: None})
    scheduler = bare(timezone=UTC)
    scheduler.add_executor(DebugExecutor())
    scheduler.add_job(lambda: ran.append(world.steady), "interval", seconds=60)
    scheduler.start()
    world.sets_the_clock(-HOUR)
    for _ in range(60):
        world.sleeps(60)
        scheduler._process_jobs()
    assert ran == []


def test_after_sleep_a_deadline_gone_by_is_served_within_a_minute(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 600)
    world.runs(100)
    world.sleeps(8 * HOUR)
    asleep_until = world.steady
    world.runs(120)
    assert len(sleeper.served) == 1
    assert sleeper.served[0] - asleep_until <= 60


def test_a_fortnight_asleep_is_one_wake_up_not_twenty_thousand(world, scheduling):
    sleeper = Sleeper(world, scheduling, None)
    world.runs(90)
    world.sleeps(14 * DAY)
    sleeper.hints.clear()
    world.runs(60)
    assert len(sleeper.hints) == 1
    world.runs(600)
    assert len(sleeper.hints) == 11


def test_a_sleep_before_the_deadline_leaves_it_where_it_was(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 2 * HOUR)
    world.runs(100)
    world.sleeps(HOUR)
    world.runs(2 * HOUR)
    assert sleeper.served == [pytest.approx(1000 + 2 * HOUR, abs=0.02)]


def test_nothing_wakes_after_the_end(world, scheduling):
    sleeper = Sleeper(world, scheduling, world.steady + 5)
    scheduling.stop()
    scheduling.stop()
    world.runs(HOUR)
    assert sleeper.hints == []


def test_a_time_asked_for_before_the_start_is_kept(world):
    scheduling = Scheduling(world, make=Simulated)
    sleeper = Sleeper(world, scheduling, world.steady + 5)
    scheduling.start()
    world.runs(10)
    assert sleeper.served == [pytest.approx(1005, abs=0.002)]


def test_who_never_started_may_stop(world):
    Scheduling(world, make=Simulated).stop()


# -- real Qt, real time ------------------------------------------------------


def spend(milliseconds: int) -> None:
    loop = QEventLoop()
    timer = QTimer(singleShot=True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


@pytest.fixture
def real():
    scheduler = OneTimerScheduler(Clock())
    yield scheduler
    if scheduler.running:
        scheduler.shutdown(wait=False)


def in_ms(milliseconds: int) -> datetime:
    return datetime.now(UTC) + timedelta(milliseconds=milliseconds)


def nothing() -> None:
    pass


def test_twenty_wakeups_are_one_pass_and_leave_one_timer(real):
    real.add_job(nothing, "interval", seconds=0.1)
    real.start()
    spend(10)
    real.passes = 0
    for _ in range(20):
        real.wakeup()
    spend(20)
    assert real.passes <= 2  # the one asked for, and perhaps a run that was due
    real.passes = 0
    spend(310)
    assert 1 <= real.passes <= 4


def test_a_job_not_yet_due_is_waited_for_in_one_nap(real):
    ran = []
    real.start()
    real.add_job(ran.append, "date", [1], run_date=in_ms(101))
    spend(30)
    real.passes = 0
    spend(150)
    assert ran == [1]
    assert real.passes == 1


def test_the_nap_is_precise(real):
    assert real._nap.timerType() is Qt.TimerType.PreciseTimer
    assert real._nap.dynamicPropertyNames() == []


def test_what_is_asked_for_at_the_very_end_of_a_pass_is_not_lost(real, qtbot):
    ran = []

    def ask_for_more(_event):
        real.remove_listener(ask_for_more)
        real.add_job(ran.append, "date", [1])

    real.add_job(nothing, "date", run_date=in_ms(20))
    real.add_listener(ask_for_more, EVENT_JOB_SUBMITTED)
    real.start()
    qtbot.waitUntil(lambda: ran == [1], timeout=1000)


def test_no_pass_comes_after_the_end(real):
    real.add_job(nothing, "interval", seconds=0.02)
    real.start()
    spend(30)
    real.wakeup()
    real.shutdown()
    real.passes = 0
    spend(100)
    assert real.passes == 0


def test_jobs_run_in_the_thread_of_the_event_loop(real, qtbot):
    threads = []
    real.start()
    real.add_job(lambda: threads.append(threading.current_thread()), "date")
    qtbot.waitUntil(lambda: threads != [])
    assert threads == [threading.main_thread()]


def test_a_job_added_in_another_thread_runs_in_the_event_loop(real, qtbot):
    threads = []
    real.start()
    spend(10)
    adding = threading.Thread(
        target=lambda: real.add_job(
            lambda: threads.append(threading.current_thread()), "date"
        )
    )
    adding.start()
    adding.join()
    qtbot.waitUntil(lambda: threads != [], timeout=1000)
    assert threads == [threading.main_thread()]


def test_a_late_job_still_runs(real, qtbot):
    ran = []
    real.start()
    real.add_job(ran.append, "date", [1], run_date=in_ms(-3_600_000))
    qtbot.waitUntil(lambda: ran == [1], timeout=1000)


def test_an_exception_in_a_job_is_said_and_the_passes_go_on(real, caplog):
    ran = []
    with caplog.at_level(logging.ERROR):
        real.add_job(lambda: 1 / 0, "date", id="broken")
        real.start()
        spend(30)
        real.add_job(ran.append, "date", [1])
        spend(30)
    ours = [r for r in caplog.records if r.name == "deskstretch.desktop.scheduling"]
    assert [record.levelname for record in ours] == ["ERROR"]
    assert "broken" in ours[0].getMessage()
    assert "ZeroDivisionError" in ours[0].getMessage()
    assert ran == [1]


def test_an_error_of_the_pass_itself_does_not_end_the_passes(real, caplog, monkeypatch):
    real.start()
    spend(10)
    monkeypatch.setattr(
        GuardedScheduler, "_process_jobs", lambda _: (_ for _ in ()).throw(OSError("x"))
    )
    with caplog.at_level(logging.ERROR):
        real._process_jobs()
    assert "went wrong" in caplog.text
    assert real._nap.isActive()


class LateClock(Clock):
    """The real clocks, both moved on by what is slept."""

    def __init__(self):
        self.slept = self.set_by = 0.0

    def now(self):
        now = super().now()
        wall = now.wall + timedelta(seconds=self.set_by)
        return Moment(now.steady + self.slept, wall)


@pytest.mark.parametrize(("slept", "set_by"), [(3600, 3600), (0, -3600), (0, 3600)])
def test_a_late_pass_and_a_clock_that_was_set_are_noticed(slept, set_by):
    clock, ran = LateClock(), []
    scheduler = OneTimerScheduler(clock)
    scheduler.add_job(ran.append, "interval", [1], seconds=50)
    scheduler.start()
    spend(10)
    assert ran == []
    clock.slept, clock.set_by = slept, set_by
    everything = []
    scheduler.everything_due = lambda: everything.append(1)
    scheduler._process_jobs()
    scheduler._process_jobs()
    scheduler.shutdown()
    assert everything == [1]  # noticed, and noticed once


def test_a_pass_in_a_foreign_thread_is_refused(real):
    errors = []

    def trespass():
        try:
            real._process_jobs()
        except RuntimeError as error:
            errors.append(str(error))

    thread = threading.Thread(target=trespass)
    thread.start()
    thread.join()
    assert errors == ["the scheduler runs in the thread that made it"]


def test_who_hears_the_wake_up_may_open_a_dialog(qtbot):
    clock = Clock()
    scheduling = Scheduling(clock)
    depth, deepest, heard = 0, 0, 0

    def on_woken():
        nonlocal depth, deepest, heard
        depth += 1
        heard += 1
        deepest = max(deepest, depth)
        if heard == 1:
            scheduling.wake_at(clock.now().steady + 5)
            spend(60)
        depth -= 1

    scheduling.woken.connect(on_woken)
    scheduling.start()
    scheduling.wake_at(clock.now().steady + 0.02)
    qtbot.waitUntil(lambda: heard == 1 and depth == 0, timeout=2000)
    scheduling.stop()
    assert deepest == 1


def test_the_wake_up_comes_at_its_time_and_once(qtbot):
    clock = Clock()
    scheduling = Scheduling(clock)
    heard = []
    scheduling.woken.connect(lambda: heard.append(clock.now().steady))
    scheduling.start()
    due = clock.now().steady + 0.15
    scheduling.wake_at(due)
    qtbot.waitUntil(lambda: heard != [], timeout=2000)
    spend(100)
    scheduling.stop()
    assert len(heard) == 1
    assert 0 <= heard[0] - due < 0.1


def test_a_wake_up_on_its_way_does_not_come_after_the_end(qtbot):
    scheduling = Scheduling(Clock())
    heard = []
    scheduling.woken.connect(lambda: heard.append(1))
    scheduling.start()
    scheduling._on_job_due()
    scheduling.stop()
    spend(30)
    assert heard == []


def test_the_scheduler_needs_no_local_zone():
    """A nonsense TZ ends APScheduler's own guess, so it is never asked to guess."""
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication as A; a = A([]);"
        "from deskstretch.desktop.clock import Clock;"
        "from deskstretch.desktop.scheduling import Scheduling;"
        "s = Scheduling(Clock()); s.start(); s.wake_at(1.0); s.stop()"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"TZ": "Nowhere/At_All", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
