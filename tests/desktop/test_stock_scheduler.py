"""Why `desktop.scheduling` exists: what the stock QtScheduler does under PySide6.

Each test shows one defect of APScheduler's own class. When one of these fails
after an upgrade, the defect is gone and its repair may go too.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.events import EVENT_JOB_MISSED
from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.qt import QtScheduler
from PySide6.QtCore import QEventLoop, QTimer

pytestmark = pytest.mark.usefixtures("qapp")


class Counting(QtScheduler):
    passes = 0

    def _process_jobs(self):
        self.passes += 1
        super()._process_jobs()


@pytest.fixture
def stock():
    scheduler = Counting(timezone=UTC)
    yield scheduler
    if scheduler.running:
        scheduler.shutdown(wait=False)
    scheduler._process_jobs = lambda: None


def spend(milliseconds: int) -> None:
    loop = QEventLoop()
    timer = QTimer(singleShot=True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def soon(milliseconds: int = 0) -> datetime:
    return datetime.now(UTC) + timedelta(milliseconds=milliseconds)


def nothing() -> None:
    pass


def test_single_shot_returns_none_so_no_timer_can_be_stopped():
    holder = QTimer()
    assert QTimer.singleShot(60_000, holder, holder.stop) is None


def test_every_wakeup_adds_a_chain_of_passes_that_never_ends(stock):
    stock.add_job(nothing, "interval", seconds=0.1)
    stock.start()
    for _ in range(20):
        stock.wakeup()
    spend(100)
    stock.passes = 0
    spend(300)
    assert stock.passes > 30  # three runs were due


def test_passes_go_on_after_the_shutdown(stock):
    stock.add_job(nothing, "interval", seconds=0.05)
    stock.start()
    for _ in range(5):
        stock.wakeup()
    spend(20)
    stock.shutdown()
    stock.passes = 0
    spend(100)
    assert stock.passes > 0


def test_rounding_down_makes_it_spin_until_the_job_is_due(stock, monkeypatch):
    naps = []
    fake = type("T", (), {"singleShot": staticmethod(lambda ms, _: naps.append(ms))})
    monkeypatch.setattr("apscheduler.schedulers.qt.QTimer", fake)
    for wait in (60.0004, 0.0009):
        stock._start_timer(wait)
    assert naps == [60_000, 0]  # too early, then again and again until it is time


def test_jobs_run_in_threads_of_their_own(stock, qtbot):
    threads = []
    stock.start()
    stock.add_job(lambda: threads.append(threading.current_thread()), "date")
    qtbot.waitUntil(lambda: threads != [])
    assert threads != [threading.main_thread()]


@pytest.mark.no_qt_log
def test_a_job_added_in_another_thread_never_runs(stock):
    ran = []
    stock.start()
    spend(10)
    thread = threading.Thread(target=lambda: stock.add_job(ran.append, "date", [1]))
    thread.start()
    thread.join()
    spend(150)
    assert ran == []


def test_a_late_job_is_dropped_by_default(stock):
    missed, ran = [], []
    stock.add_listener(missed.append, EVENT_JOB_MISSED)
    stock.add_executor(DebugExecutor())
    stock.start()
    stock.add_job(ran.append, "date", [1], run_date=soon(-2000), id="late")
    spend(50)
    assert [event.job_id for event in missed] == ["late"]
    assert ran == []


def test_a_job_armed_anew_from_inside_itself_is_lost(stock):
    ran = []

    def again():
        ran.append(1)
        stock.add_job(again, "date", run_date=soon(10), id="a", replace_existing=True)

    stock.add_executor(DebugExecutor())
    stock.start()
    stock.add_job(again, "date", run_date=soon(), id="a")
    spend(150)
    assert ran == [1]
    assert stock.get_job("a") is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_job_that_opens_a_dialog_is_run_again_inside_itself(stock):
    depth, deepest = 0, 0

    def dialog():
        nonlocal depth, deepest
        depth += 1
        deepest = max(deepest, depth)
        if depth < 3:
            stock.wakeup()
            spend(30)
        depth -= 1

    stock.add_executor(DebugExecutor())
    stock.start()
    stock.add_job(dialog, "interval", seconds=0.001, id="dialog")
    spend(80)
    stock.shutdown(wait=False)
    assert deepest == 3


def test_an_exception_in_a_job_is_a_line_in_a_log_and_no_more(stock, caplog):
    stock.add_executor(DebugExecutor())
    stock.start()
    with caplog.at_level(logging.ERROR):
        stock.add_job(lambda: 1 / 0, "date")
        spend(50)
    assert [record.name for record in caplog.records] == [
        "apscheduler.executors.default"
    ]
