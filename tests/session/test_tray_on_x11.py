"""A tray that comes after the program still shows its icon."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fakes.status_notifier_watcher import StatusNotifierWatcher
from tests.session.harness import XSession, wait_until

pytestmark = [
    pytest.mark.session,
    pytest.mark.skipif(sys.platform != "linux", reason="X11"),
]
PROGRAM = str(Path(__file__).parent / "late_tray.py")


def start(session):
    process = session.run(sys.executable, "-u", PROGRAM)
    name = Path(sys.executable).name
    wait_until(lambda: "ready" in session.log(name), 10, "the program")
    return process


def test_a_tray_that_was_there_first_gets_the_icon_once():
    with XSession(tray="watcher") as session:
        start(session)
        watcher = session.watcher
        wait_until(lambda: watcher.items, what="the item")
        with watcher.person() as person:
            assert person.reads()["ToolTip"][2] == "made first"
            assert [row.get("label") for row in person.opens_menu()] == [
                "A line of the menu"
            ]
        assert len(watcher.items) == 1


def test_a_tray_that_comes_late_gets_the_icon_too():
    with XSession() as session:
        start(session)
        with StatusNotifierWatcher(session.bus.address) as watcher:
            wait_until(lambda: watcher.items, what="the item")
            with watcher.person() as person:
                assert person.reads()["ToolTip"][2] == "made anew"
