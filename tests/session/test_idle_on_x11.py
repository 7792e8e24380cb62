"""Idle time on a real X server, with real input."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from deskstretch.desktop import idle
from deskstretch.desktop.idle.xsync import XSyncIdle
from tests.session.harness import XSession, wait_until

pytestmark = [
    pytest.mark.session,
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="X11"),
]


def pump() -> None:
    QCoreApplication.processEvents()


def until(condition, within=4.0):
    return wait_until(condition, within, pump=pump)


def spend(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pump()
        time.sleep(0.005)


class Notes(list):
    """What a watch said, and when."""

    def __init__(self, watch):
        super().__init__()
        self.watch = watch
        watch.idled.connect(self._on_idled)
        watch.resumed.connect(self._on_resumed)

    def _on_idled(self, seconds):
        self.append(("idled", seconds))

    def _on_resumed(self):
        self.append(("resumed",))

    @property
    def words(self):
        return [note[0] for note in self]


@pytest.fixture
def session(shared_session):
    shared_session.key("shift")
    return shared_session


@pytest.fixture
def source(session):
    source = XSyncIdle(session.display)
    yield source
    source.close()


def test_idleness_is_told_at_its_threshold_and_the_return_at_once(session, source):
    begin = time.monotonic()
    notes = Notes(source.watch(0.5))
    until(lambda: notes.words == ["idled"])
    assert time.monotonic() - begin < 1.5
    assert 0.5 <= notes[0][1] < 1.0
    session.key("a")
    until(lambda: notes.words == ["idled", "resumed"], within=1)


def test_the_alarms_go_off_again_and_again(session, source):
    notes = Notes(source.watch(0.15))
    for cycle in range(1, 5):
        until(lambda cycle=cycle: len(notes) == 2 * cycle - 1)
        session.move(10 * cycle, 10)
        until(lambda cycle=cycle: len(notes) == 2 * cycle)
    assert notes.words == ["idled", "resumed"] * 4


def test_watches_of_different_lengths_run_side_by_side(session, source):
    short, long = Notes(source.watch(0.2)), Notes(source.watch(0.6))
    until(lambda: short.words == ["idled"])
    assert long.words == []
    session.key("b")
    until(lambda: short.words == ["idled", "resumed"])
    until(lambda: long.words == ["idled"])
    assert short.words == ["idled", "resumed", "idled"]
    session.key("b")
    until(lambda: len(short) == 4 and len(long) == 2)
    assert long.words == ["idled", "resumed"]


def test_who_is_idle_already_when_the_watch_begins_is_told_so(session, source):
    spend(0.5)
    notes = Notes(source.watch(0.2))
    assert notes.words == []  # never before the caller could connect
    until(lambda: notes.words == ["idled"])
    assert notes[0][1] >= 0.5
    spend(0.1)
    session.key("c")
    until(lambda: notes.words == ["idled", "resumed"])


def test_a_watch_of_months_does_not_go_off_now(session, source):
    notes = Notes(source.watch(90 * 24 * 3600.0))  # more than 32 bits of milliseconds
    spend(0.3)
    session.key("d")
    spend(0.1)
    assert notes == []


def test_a_watch_that_was_stopped_says_nothing_more(session, source):
    notes, other = Notes(source.watch(0.2)), Notes(source.watch(0.2))
    notes.watch.stop()
    notes.watch.stop()
    until(lambda: other.words == ["idled"])
    assert notes == []
    assert len(source._alarms) == 2


def test_a_watch_may_be_stopped_from_its_own_signal(session, source):
    watch = source.watch(0.15)
    notes = Notes(watch)
    watch.idled.connect(lambda _: watch.stop())
    until(lambda: notes.words == ["idled"])
    session.key("e")
    spend(0.4)
    assert notes.words == ["idled"]


def test_the_idle_time_can_be_asked(session, source):
    spend(0.3)
    assert 0.25 < source.idle_s() < 3
    session.key("f")
    assert source.idle_s() < 0.25


@pytest.mark.parametrize("threshold", [0.1, 0.15, 0.2])
def test_asking_all_the_time_swallows_nothing(session, source, threshold):
    """A server that is asked in the moment of the passing sends no alarm."""
    notes = Notes(source.watch(threshold))
    end = time.monotonic() + threshold + 0.1
    while time.monotonic() < end:
        source.idle_s()
    until(lambda: notes.words == ["idled"], within=1)
    session.key("g")
    end = time.monotonic() + 0.05
    while time.monotonic() < end:
        source.idle_s()
    until(lambda: notes.words[:2] == ["idled", "resumed"], within=1)


def test_nothing_wakes_while_input_goes_on(session, source, monkeypatch):
    source.watch(60)
    source.watch(5)
    spend(0.1)
    wakes = []
    source._notifier.activated.connect(lambda: wakes.append(1))
    for n in range(20):
        session.move(n * 5, 50)
        pump()
    spend(0.1)
    assert wakes == []


def test_the_best_way_here_is_the_x_servers_own(session):
    environment = {"DISPLAY": session.display}
    source, tried = idle.choose(environment=environment)
    assert (source.name, source.can_tell, tried) == ("xsync", True, ())
    source.close()
    source, tried = idle.choose(environment={**environment, "WAYLAND_DISPLAY": "w"})
    assert (source.name, source.can_tell) == ("unknown", False)
    assert tried == (idle.Tried("xsync", "the session is a Wayland session"),)


def test_the_end_of_the_x_server_is_survived_and_wakes_nobody():
    with XSession() as session:
        source = XSyncIdle(session.display)
        notes = Notes(source.watch(0.2))
        until(lambda: notes.words == ["idled"])
    until(lambda: not source.can_tell)
    cpu = time.thread_time()
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    spend(0.2)
    assert time.thread_time() - cpu < 0.1
    assert source.idle_s() is None
    later = Notes(source.watch(0.1))
    spend(0.2)
    later.watch.stop()
    source.close()
    assert notes.words == ["idled"]
    assert later == []
    assert len(list(Path("/proc/self/fd").iterdir())) <= descriptors
