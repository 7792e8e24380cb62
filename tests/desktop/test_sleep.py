"""Sleep, lock and session switch: every source, and the one word made of them."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

import pytest

from deskstretch.desktop.bus import Bus
from deskstretch.desktop.sleep import SessionWatch, here
from deskstretch.desktop.sleep.logind import Logind
from deskstretch.desktop.sleep.macos import MacSession
from deskstretch.desktop.sleep.screen_saver import ScreenSaver
from deskstretch.desktop.sleep.source import Unavailable
from deskstretch.desktop.sleep.windows import WindowsSession
from tests.fakes import desktop_services as fakes

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
]

NAMED = {"XDG_SESSION_ID": "1"}


class Told(list):
    """What a watch says, in order."""

    def __init__(self, watch):
        super().__init__()
        for name in (
            *("slept", "woke", "locked", "unlocked"),
            *("switched_away", "switched_back"),
        ):
            getattr(watch, name).connect(lambda name=name: self.append(name))


@pytest.fixture
def watching(qtbot):
    """Begin to watch these sources; return the watch and what it says."""
    kept = []

    def begin(*sources):
        watch = SessionWatch(sources)
        kept.append(watch)
        told = Told(watch)
        watch.begin()
        return watch, told

    yield begin
    for watch in kept:
        watch.close()


@pytest.fixture
def logind(session_bus):
    with fakes.Logind(session_bus.address) as logind:
        yield logind


def found(qtbot, logind):
    qtbot.waitUntil(logind.found.is_set, timeout=3000)
    qtbot.wait(30)


# logind


def test_the_machine_goes_to_sleep_and_wakes(bus, logind, watching, qtbot):
    _, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.prepares_for_sleep(True)
    logind.prepares_for_sleep(False)
    qtbot.waitUntil(lambda: told == ["slept", "woke"])


def test_the_session_is_locked_and_unlocked(bus, logind, watching, qtbot):
    watch, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.asks("Lock")
    qtbot.waitUntil(lambda: told == ["locked"])
    assert watch.shut
    logind.changes(LockedHint=("b", True))  # the desktop did as it was asked
    logind.changes(LockedHint=("b", False))
    qtbot.waitUntil(lambda: told == ["locked", "unlocked"])
    logind.asks("Lock")
    logind.asks("Unlock")
    qtbot.waitUntil(lambda: told == ["locked", "unlocked"] * 2)
    assert not watch.shut


def test_another_session_comes_to_the_front(bus, logind, watching, qtbot):
    _, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.changes(Active=("b", False))
    logind.changes(Active=("b", True))
    qtbot.waitUntil(lambda: told == ["switched_away", "switched_back"])


def test_what_is_of_another_session_is_not_ours(bus, logind, watching, qtbot):
    _, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.asks("Lock", logind.THEIRS)
    logind.changes(logind.THEIRS, Active=("b", False))
    logind.changes(IdleHint=("b", True))
    logind.prepares_for_sleep(True)
    qtbot.waitUntil(lambda: told == ["slept"])


def test_a_session_that_is_locked_already(bus, session_bus, watching, qtbot):
    values = {"LockedHint": ("b", True), "Active": ("b", False)}
    with fakes.Logind(session_bus.address, **values):
        _, told = watching(Logind(bus, NAMED))
        qtbot.waitUntil(lambda: sorted(told) == ["locked", "switched_away"])


@pytest.mark.parametrize("by", ["name", "process", "display", "list"])
def test_our_session_is_found_in_several_ways(session_bus, bus, watching, qtbot, by):
    with fakes.Logind(session_bus.address, by=(by,)) as logind:
        _, told = watching(Logind(bus, NAMED if by == "name" else {}))
        found(qtbot, logind)
        logind.asks("Lock")
        qtbot.waitUntil(lambda: told == ["locked"])


def test_without_a_session_of_ours_sleep_is_heard_all_the_same(
    session_bus, bus, watching, qtbot
):
    with fakes.Logind(session_bus.address, by=()) as logind:
        _, told = watching(Logind(bus, {}))
        qtbot.waitUntil(lambda: ("ListSessions", ()) in logind.heard)
        logind.asks("Lock")
        logind.prepares_for_sleep(True)
        qtbot.waitUntil(lambda: told == ["slept"])


def test_a_lock_that_nothing_confirms_ends_when_somebody_types(
    bus, logind, watching, qtbot
):
    watch, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    watch.doubt()  # nothing is shut: nothing to doubt
    logind.asks("Lock")
    qtbot.waitUntil(lambda: told == ["locked"])
    asked = logind.asked
    watch.doubt()
    qtbot.waitUntil(lambda: told == ["locked", "unlocked"])
    assert logind.asked > asked


def test_a_lock_that_is_one_outlasts_the_doubt(bus, logind, watching, qtbot):
    watch, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.changes(LockedHint=("b", True))
    qtbot.waitUntil(lambda: told == ["locked"])
    asked = logind.asked
    watch.doubt()
    qtbot.waitUntil(lambda: logind.asked >= asked + 2)
    qtbot.wait(30)
    assert told == ["locked"]


def test_a_hint_left_behind_is_not_believed_for_ever(bus, logind, watching, qtbot):
    watch, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    logind.changes(LockedHint=("b", True), Active=("b", False))
    qtbot.waitUntil(lambda: told == ["locked", "switched_away"])
    for _ in range(2):
        watch.doubt()
        qtbot.wait(30)
    assert told == ["locked", "switched_away"]
    watch.doubt()
    assert told[2:] == ["unlocked", "switched_back"]
    assert not watch.shut
    logind.changes(LockedHint=("b", False))
    logind.changes(LockedHint=("b", True))
    qtbot.waitUntil(lambda: told[4:] == ["locked"])


def test_somebody_who_types_ends_a_sleep_whose_end_was_lost(
    bus, logind, watching, qtbot
):
    watch, told = watching(Logind(bus, NAMED))
    found(qtbot, logind)
    watch.is_awake()
    logind.prepares_for_sleep(True)
    qtbot.waitUntil(lambda: told == ["slept"])
    watch.is_awake()
    assert told == ["slept", "woke"]
    logind.prepares_for_sleep(True)
    qtbot.waitUntil(lambda: told == ["slept", "woke", "slept"])


def test_no_system_bus_is_no_trouble(watching, qtbot):
    nowhere = Bus("unix:path=/nowhere")
    _, told = watching(Logind(nowhere, NAMED))
    qtbot.wait(30)
    assert told == []
    nowhere.close()


# Screen savers


@pytest.mark.parametrize(
    "name",
    [
        "org.freedesktop.ScreenSaver",
        "org.gnome.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    ],
)
def test_a_screen_saver_that_comes_and_goes(session_bus, bus, watching, qtbot, name):
    with fakes.ScreenSaver(session_bus.address, name) as saver:
        _, told = watching(*ScreenSaver.all(bus))
        qtbot.waitUntil(lambda: saver.asked >= 1)
        qtbot.wait(30)
        saver.becomes(True)
        qtbot.waitUntil(lambda: told == ["locked"])
        saver.becomes(False)
        qtbot.waitUntil(lambda: told == ["locked", "unlocked"])


def test_a_screen_saver_that_is_active_already(session_bus, bus, watching, qtbot):
    with fakes.ScreenSaver(session_bus.address, active=True):
        _, told = watching(*ScreenSaver.all(bus))
        qtbot.waitUntil(lambda: told == ["locked"])
    qtbot.waitUntil(lambda: told == ["locked", "unlocked"])  # it crashed


def test_two_that_say_the_same_are_one_lock(session_bus, bus, watching, qtbot):
    saver = fakes.ScreenSaver(session_bus.address)
    logind = fakes.Logind(session_bus.address)
    with saver, logind:
        _, told = watching(Logind(bus, NAMED), *ScreenSaver.all(bus))
        found(qtbot, logind)
        saver.becomes(True)
        logind.changes(LockedHint=("b", True))
        qtbot.waitUntil(lambda: told == ["locked"])
        saver.becomes(False)
        qtbot.wait(50)
        assert told == ["locked"]
        logind.changes(LockedHint=("b", False))
        qtbot.waitUntil(lambda: told == ["locked", "unlocked"])


def test_after_the_end_nothing_is_told(session_bus, bus, logind, watching, qtbot):
    watch, told = watching(Logind(bus, NAMED), *ScreenSaver.all(bus))
    found(qtbot, logind)
    watch.close()
    logind.asks("Lock")
    logind.prepares_for_sleep(True)
    qtbot.wait(50)
    assert told == []


# Windows and macOS, by recorded messages


@pytest.mark.parametrize(
    ("message", "what", "said"),
    [
        (0x0218, 0x04, [("asleep", True)]),
        (0x0218, 0x12, [("asleep", False)]),
        (0x0218, 0x07, [("asleep", False)]),
        (0x0218, 0x0A, []),  # the battery
        (0x02B1, 1, [("elsewhere", False)]),
        (0x02B1, 2, [("elsewhere", True)]),
        (0x02B1, 3, [("elsewhere", False)]),
        (0x02B1, 4, [("elsewhere", True)]),
        (0x02B1, 7, [("locked", True)]),
        (0x02B1, 8, [("locked", False)]),
        (0x0200, 7, []),  # the mouse
    ],
)
def test_what_windows_sends(message, what, said):
    told = []
    session = WindowsSession()
    session._tell = lambda _name, fact, on: told.append((fact, on))
    recorded = wintypes.MSG()
    recorded.message, recorded.wParam = message, what
    address = ctypes.addressof(recorded)
    assert session.nativeEventFilter(b"windows_generic_MSG", address) == (False, 0)
    assert session.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert told == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (0xE0000270, []),  # it asks whether it may
        (0xE0000280, [("asleep", True)]),
        (0xE0000300, [("asleep", False)]),
        (0xE0000320, []),  # it is about to wake
    ],
)
def test_what_macos_sends(message, said):
    class Kit:
        allowed = 0

        def IOAllowPowerChange(self, _root, _argument):
            self.allowed += 1

    told, session = [], MacSession()
    session._tell = lambda _name, fact, on: told.append((fact, on))
    session._kit = Kit()
    session.on_power(message, 7)
    assert told == said
    assert session._kit.allowed == (message in (0xE0000270, 0xE0000280))


@pytest.mark.parametrize("make", [WindowsSession, MacSession])
def test_the_ways_of_another_system_are_not_available_here(make):
    source = make()
    with pytest.raises(Unavailable):
        source.begin(lambda *_told: None)
    source.close()


def test_a_way_that_cannot_be_used_is_left_out(watching):
    watch, told = watching(MacSession())
    assert watch.names == ()
    watch.doubt()
    assert told == []


def test_the_sources_of_each_system(bus):
    def names(platform):
        return [one.name for one in here.sources(bus, bus, platform)]

    assert names("linux")[0] == "logind"
    assert len(names("linux")) == 7
    assert names("win32") == ["windows-messages"]
    assert names("darwin") == ["macos-notifications"]
