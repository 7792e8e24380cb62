"""The display is held awake once, given back once, and never forgotten."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from deskstretch.desktop import child
from deskstretch.desktop.awake import Awake, here
from deskstretch.desktop.awake.macos import Caffeinate
from deskstretch.desktop.awake.windows import ExecutionState
from tests.fakes import programs
from tests.fakes.inhibitors import (
    GnomeInhibitor,
    PortalInhibitor,
    ScreenSaverInhibitor,
)
from tests.fakes.programs import Programs, lives
from tests.fakes.service import Caller

WHY = "A stretch is shown"


@pytest.fixture
def awake(bus):
    made = Awake(here(bus, "linux"))
    yield made
    made.release()


@pytest.mark.parametrize(
    ("service", "name", "values"),
    [
        (ScreenSaverInhibitor, "screen-saver", ("DeskStretch", WHY)),
        (GnomeInhibitor, "gnome-session", ("DeskStretch", 0, WHY, 8)),
        (PortalInhibitor, "portal", ("", 8, {"reason": ("s", WHY)})),
    ],
)
def test_a_service_holds_the_display_until_it_is_given_back(
    qtbot, session_bus, awake, service, name, values
):
    with service(session_bus.address) as desktop:
        awake.hold(WHY)
        awake.hold(WHY)
        qtbot.waitUntil(lambda: awake.holder == name)
        assert [body for _sender, body in desktop.held.values()] == [values]
        awake.release()
        awake.release()
        assert awake.holder == ""
        qtbot.waitUntil(lambda: not desktop.held)
        assert len(desktop.calls) == 2


def test_one_that_refuses_makes_room_for_the_next(qtbot, session_bus, awake):
    address = session_bus.address
    with (
        ScreenSaverInhibitor(address, refuses=True) as rude,
        GnomeInhibitor(address) as gnome,
        PortalInhibitor(address) as portal,
    ):
        awake.hold(WHY)
        qtbot.waitUntil(lambda: awake.holder == "gnome-session")
        assert len(rude.calls) == 1
        assert portal.calls == []
        awake.release()
        qtbot.waitUntil(lambda: not gnome.held)


def test_what_is_given_back_before_the_answer_is_not_held(qtbot, session_bus, awake):
    with ScreenSaverInhibitor(session_bus.address, waits=True) as slow:
        awake.hold(WHY)
        qtbot.waitUntil(lambda: len(slow.calls) == 1)
        awake.release()
        slow.goes_on()
        qtbot.waitUntil(lambda: len(slow.calls) == 2)
        qtbot.waitUntil(lambda: not slow.held)
        assert awake.holder == ""


def test_held_again_before_the_answer_it_is_held_once(qtbot, session_bus, awake):
    with ScreenSaverInhibitor(session_bus.address, waits=True) as slow:
        awake.hold(WHY)
        qtbot.waitUntil(lambda: len(slow.calls) == 1)
        awake.release()
        awake.hold(WHY)
        slow.goes_on()
        qtbot.waitUntil(lambda: awake.holder == "screen-saver")
        qtbot.waitUntil(lambda: len(slow.held) == 1)
        awake.release()
        qtbot.waitUntil(lambda: not slow.held)


def test_where_no_service_is_nothing_is_held_and_nothing_breaks(qtbot, bus, awake):
    awake.hold(WHY)
    qtbot.waitUntil(lambda: not bus._pending)
    assert awake.holder == ""
    awake.release()
    awake.hold(WHY)
    awake.release()


def test_a_bus_that_goes_away_is_survived(qtbot, session_bus, bus, awake):
    with ScreenSaverInhibitor(session_bus.address):
        awake.hold(WHY)
        qtbot.waitUntil(lambda: awake.holder == "screen-saver")
        with qtbot.waitSignal(bus.lost):
            session_bus.die()
    awake.release()


_HOLDER = """
import sys
from PySide6.QtCore import QCoreApplication
from deskstretch.desktop.awake import Awake, here
from deskstretch.desktop.bus import Bus
app = QCoreApplication([])
awake = Awake(here(Bus(sys.argv[1]), "linux"))
awake.hold("A stretch is shown")
app.exec()
"""


def test_the_connection_that_holds_dies_with_the_process(qtbot, session_bus):
    """And with it what it holds: the services watch for that."""
    with ScreenSaverInhibitor(session_bus.address) as desktop:
        holder = subprocess.Popen([sys.executable, "-c", _HOLDER, session_bus.address])
        try:
            qtbot.waitUntil(lambda: bool(desktop.held), timeout=8000)
        finally:
            holder.kill()
            holder.wait()
        ((sender, _body),) = desktop.held.values()
        caller = Caller(session_bus.address)
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        qtbot.waitUntil(
            lambda: caller.call(*bus, "NameHasOwner", "s", (sender,)) == (False,)
        )
        caller.close()


# the other systems, as far as they can be tried here


def test_on_macos_a_program_holds_it_that_knows_our_process(qtbot, tmp_path):
    made = Programs(tmp_path)
    awake = Awake([Caffeinate(made.make("caffeinate", programs.DEAF))])
    awake.hold(WHY)
    assert awake.holder == "caffeinate"
    qtbot.waitUntil(lambda: bool(made.notes))
    assert made.noted("argv") == [["-d", "-w", str(os.getpid())]]
    awake.release()
    assert not lives(made.noted("pid")[0])
    assert not child._RUNNING


@pytest.mark.parametrize("program", ["", "/nowhere/caffeinate"])
def test_without_that_program_nothing_holds_it(qtbot, program):
    awake = Awake([Caffeinate(program)])
    awake.hold(WHY)
    qtbot.waitUntil(lambda: awake.holder == "")
    awake.release()
    assert not child._RUNNING


class Kernel:
    def __init__(self, answer=1):
        self.asked, self.answer = [], answer

    def SetThreadExecutionState(self, flags):
        self.asked.append(flags.value)
        return self.answer


def test_on_windows_the_display_is_required_and_no_longer(qapp):
    kernel = Kernel()
    awake = Awake([ExecutionState(kernel)])
    awake.hold(WHY)
    assert awake.holder == "execution-state"
    awake.release()
    assert kernel.asked == [0x80000003, 0x80000000]


@pytest.mark.parametrize("kernel", [Kernel(0), object()])
def test_on_windows_a_refusal_is_no_hold(qapp, kernel):
    awake = Awake([ExecutionState(kernel)])
    awake.hold(WHY)
    assert awake.holder == ""
    awake.release()


def test_each_system_has_its_own_ways(bus):
    names = {
        platform: [way.name for way in here(bus, platform)]
        for platform in ("linux", "darwin", "win32")
    }
    assert names == {
        "linux": ["screen-saver", "gnome-session", "portal"],
        "darwin": ["caffeinate"],
        "win32": ["execution-state"],
    }
