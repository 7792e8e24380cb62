from __future__ import annotations

import sys

import pytest

from deskstretch.desktop.bus import DAEMON, Bus
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


def settle(bus, qtbot):
    """Wait until the bus has carried out all it was asked for."""
    replies = []
    bus.call(DAEMON, "GetId", replies.append)
    qtbot.waitUntil(lambda: replies != [])


def test_a_tray_that_comes_late_and_crashes_is_told_each_time(bus, session_bus, qtbot):
    notes = Notes(TrayWatch(bus, bus))
    settle(bus, qtbot)
    for round_ in (1, 2):
        with StatusNotifierWatcher(session_bus.address):
            qtbot.waitUntil(lambda n=round_: len(notes) == 2 * n - 1)
        qtbot.waitUntil(lambda n=round_: len(notes) == 2 * n)
    assert notes == ["appeared", "vanished"] * 2


def test_a_tray_that_was_there_is_no_news_until_it_goes(bus, session_bus, qtbot):
    with StatusNotifierWatcher(session_bus.address):
        notes = Notes(TrayWatch(bus, bus))
        settle(bus, qtbot)
        assert notes == []
    qtbot.waitUntil(lambda: notes != [])
    assert notes == ["vanished"]


def test_where_there_is_no_bus_nothing_is_said(qtbot):
    bus = Bus("unix:path=/nowhere")
    notes = Notes(TrayWatch(bus, bus))
    settle(bus, qtbot)
    assert notes == []


def test_when_the_bus_is_lost_nothing_is_said_any_more(bus, session_bus, qtbot):
    notes = Notes(TrayWatch(bus, bus))
    settle(bus, qtbot)
    with qtbot.waitSignal(bus.lost):
        session_bus.die()
    assert notes == []
