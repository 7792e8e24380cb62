"""Notifications on a real desktop: dunst shows them and a person answers."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from deskstretch.desktop.bus import Bus
from deskstretch.desktop.notify import DEFAULT, Notifier
from tests.session.harness import wait_until

pytestmark = [
    pytest.mark.session,
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
]


class NoTray(QObject):
    balloon_clicked = Signal()
    available = False

    def show_balloon(self, title, text, milliseconds):
        raise AssertionError("there is no tray")


def until(condition):
    return wait_until(condition, 5, pump=QCoreApplication.processEvents)


@pytest.fixture
def notifier(shared_session):
    bus = Bus(shared_session.bus.address)
    tray = NoTray()
    notifier = Notifier(bus, tray)
    notifier.said = []
    notifier.action_chosen.connect(lambda *given: notifier.said.append(given))
    notifier.closed.connect(lambda number: notifier.said.append((number, "closed")))
    yield notifier
    bus.close()


def test_it_is_seen_and_a_click_on_it_is_heard(shared_session, notifier, tmp_path):
    number = notifier.send("Lat stretch before you sit?", "Away for 7 min.", {"a": "A"})
    until(lambda: notifier.name == "dbus")
    window = until(lambda: shared_session.windows("^Dunst$"))[0]
    shared_session.screenshot(tmp_path / "seen.png")
    _, _, width, height = shared_session.geometry(window)
    assert width > 100
    assert height > 20
    clicking = subprocess.Popen(["dunstctl", "action"], env=shared_session.environment)
    until(lambda: (number, DEFAULT) in notifier.said)
    assert clicking.wait(5) == 0
    until(lambda: not shared_session.windows("^Dunst$"))


def test_a_person_may_wave_it_away(shared_session, notifier):
    number = notifier.send("Hip flexor stretch?", "Takes 2 min.")
    until(lambda: shared_session.windows("^Dunst$"))
    shared_session.tool("dunstctl", "close")
    until(lambda: notifier.said == [(number, "closed")])


def test_what_is_withdrawn_leaves_the_screen(shared_session, notifier):
    number = notifier.send("Hip flexor stretch?", "Takes 2 min.", {"start": "Start"})
    until(lambda: shared_session.windows("^Dunst$"))
    notifier.withdraw(number)
    until(lambda: not shared_session.windows("^Dunst$"))
    assert notifier.said == []
