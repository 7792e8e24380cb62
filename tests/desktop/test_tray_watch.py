from __future__ import annotations

import sys

import pytest

from deskstretch.desktop.bus import Bus
from deskstretch.desktop.tray_watch import TrayWatch
from tests.fakes.status_notifier_watcher import StatusNotifierWatcher

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
]


class Notes(list):
    def __init__(self, watch):
        super().__init__()
        watch.host_appeared.connect(self._on_appeared)
        watch.host_vanished.connect(self._on_vanished)

    def _on_appeared(self):
        self.append("appeared")

    def _on_vanished(self):
        self.append("vanished")


def test_a_tray_that_comes_late_and_crashes_is_told_each_time(bus, session_bus, qtbot):
    watch = TrayWatch(bus)
    notes = Notes(watch)
    assert watch.present is None
    qtbot.waitUntil(lambda: watch.present is False)
    for round_ in (1, 2):
        with StatusNotifierWatcher(session_bus.address):
            qtbot.waitUntil(lambda n=round_: len(notes) == 2 * n - 1)
            assert watch.present
        qtbot.waitUntil(lambda n=round_: len(notes) == 2 * n)
        assert watch.present is False
    assert notes == ["appeared", "vanished"] * 2


def test_a_tray_that_was_there_is_no_news(bus, session_bus, qtbot):
    with StatusNotifierWatcher(session_bus.address):
        watch = TrayWatch(bus)
        notes = Notes(watch)
        qtbot.waitUntil(lambda: watch.present is True)
        qtbot.wait(30)
        assert notes == []


def test_where_there_is_no_bus_nothing_is_known(qtbot):
    watch = TrayWatch(Bus("unix:path=/nowhere"))
    notes = Notes(watch)
    qtbot.wait(30)
    assert watch.present is None
    assert notes == []


def test_when_the_bus_is_lost_nothing_is_known_any_more(bus, session_bus, qtbot):
    watch = TrayWatch(bus)
    qtbot.waitUntil(lambda: watch.present is False)
    with qtbot.waitSignal(bus.lost):
        session_bus.die()
    assert watch.present is None
