from __future__ import annotations

import socket
import sys
import threading
import time

import pytest

from deskstretch.desktop import bus as bus_module
from deskstretch.desktop.bus import Bus, Reply, Target
from tests.fakes.service import Caller, FakeService, Refused

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
]

ECHO = Target("org.example.Echo", "/echo", "org.example.Echo")


class Echo(FakeService):
    NAME = "org.example.Echo"
    heard: list

    def __init__(self, address):
        self.heard = []
        super().__init__(address)

    def on_call(self, interface, member, body, sender):
        self.heard.append((member, body))
        if member == "Numbers":
            return "uyt", (4_000_000_000, 255, 2**63)
        if member == "Refuse":
            raise Refused("org.example.No")
        if member == "Ignore":
            return None
        return "v", (("s", repr(body)),)


@pytest.fixture
def echo(session_bus):
    with Echo(session_bus.address) as echo:
        yield echo


@pytest.fixture
def replies():
    return []


def test_a_call_is_answered_later_and_once(bus, echo, replies, qtbot):
    bus.call(ECHO, "Say", replies.append, "uya{sv}", (7, 1, {"k": ("y", 2)}))
    assert replies == []
    qtbot.waitUntil(lambda: replies != [])
    assert replies == [Reply((("s", "(7, 1, {'k': ('y', 2)})"),))]
    assert replies[0].ok


def test_unsigned_numbers_of_every_size_come_and_go(bus, echo, replies, qtbot):
    bus.call(ECHO, "Numbers", replies.append, "uyt", (4_000_000_000, 255, 2**63))
    qtbot.waitUntil(lambda: replies != [])
    assert replies[0].body == (4_000_000_000, 255, 2**63)
    assert echo.heard == [("Numbers", (4_000_000_000, 255, 2**63))]


@pytest.mark.parametrize(
    ("target", "member", "error"),
    [
        (ECHO, "Refuse", "org.example.No"),
        (ECHO, "Ignore", "NoReply"),
        (
            Target("org.example.Nobody", "/", "org.example.Nobody"),
            "Say",
            "org.freedesktop.DBus.Error.ServiceUnknown",
        ),
    ],
)
def test_every_failure_is_a_reply(bus, echo, replies, qtbot, target, member, error):
    bus.call(target, member, replies.append, timeout_s=0.2)
    qtbot.waitUntil(lambda: replies != [])
    qtbot.wait(30)
    assert replies == [Reply(error=error)]


@pytest.mark.parametrize("body", [(-1,), ("text",), (2**40,), ()])
def test_values_that_do_not_fit_are_a_reply_too(
    bus, echo, replies, qtbot, body, caplog
):
    bus.call(ECHO, "Say", replies.append, "u", body)
    qtbot.waitUntil(lambda: replies != [])
    assert replies == [Reply(error="BadCall")]
    replies.clear()
    bus.call(ECHO, "Say", replies.append)
    qtbot.waitUntil(lambda: replies != [])
    assert replies[0].ok


def test_a_large_message_does_not_wait_for_the_other_side(bus, echo, replies, qtbot):
    text = "x" * 5_000_000
    begin = time.monotonic()
    bus.call(ECHO, "Say", replies.append, "s", (text,))
    assert time.monotonic() - begin < 1
    qtbot.waitUntil(lambda: replies != [])
    assert replies[0].ok
    assert echo.heard == [("Say", (text,))]


def test_signals_reach_those_who_asked_and_nobody_else(bus, echo, replies, qtbot):
    others = []
    bus.subscribe(ECHO, "Changed", replies.append)
    bus.subscribe(ECHO, "Changed", others.append, arg0="b")
    bus.subscribe(ECHO, "Other", others.append)
    ready(bus, qtbot)
    echo.emit("/echo", ECHO.interface, "Changed", "s", ("a",))
    echo.emit("/elsewhere", ECHO.interface, "Changed", "s", ("a",))
    echo.emit("/echo", ECHO.interface, "Changed", "s", ("b",))
    qtbot.waitUntil(lambda: others != [])
    assert replies == [("a",), ("b",)]
    assert others == [("b",)]


def test_a_name_that_comes_and_goes_is_noticed(bus, session_bus, replies, qtbot):
    bus.watch_owner(Echo.NAME, replies.append)
    ready(bus, qtbot)
    with Echo(session_bus.address):
        qtbot.waitUntil(lambda: len(replies) == 1)
        assert replies[0].startswith(":")
    qtbot.waitUntil(lambda: len(replies) == 2)
    assert replies[1] == ""


def test_a_listener_that_raises_harms_nobody(bus, echo, replies, qtbot, caplog):
    def careless(_):
        raise KeyError("oh")

    bus.subscribe(ECHO, "Changed", careless)
    bus.subscribe(ECHO, "Changed", replies.append)
    bus.call(ECHO, "Say", careless)
    ready(bus, qtbot)
    echo.emit("/echo", ECHO.interface, "Changed", "s", ("a",))
    qtbot.waitUntil(lambda: replies != [])
    assert caplog.text.count("was not digested") == 2


def test_who_calls_us_is_told_that_there_is_nothing(bus, session_bus, qtbot):
    names = []
    caller = Caller(session_bus.address)
    bus.call(
        Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"),
        "ListNames",
        lambda reply: names.extend(reply.body[0]),
    )
    qtbot.waitUntil(lambda: names != [])
    errors = []

    def ask():
        for name in names:
            if name.startswith(":"):
                try:
                    caller.call(name, "/", "org.example.Any", "Thing")
                except Exception as error:  # noqa: BLE001 - its name is looked at
                    errors.append(error.name)

    names.remove(caller._connection.unique_name)
    thread = threading.Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    caller.close()
    assert errors == ["org.freedesktop.DBus.Error.UnknownMethod"]


# -- no bus, a dead bus ------------------------------------------------------


def ready(bus, qtbot):
    """Wait until all that was asked of the bus is settled."""
    qtbot.waitUntil(lambda: bus.connected and not bus._pending)


@pytest.mark.parametrize(
    "address",
    ["unix:path=/nowhere", "tcp:host=localhost,port=1", "nonsense", "unix:", "a;b=c"],
)
def test_without_a_bus_every_call_is_refused_and_nothing_else(address, replies, qtbot):
    bus = Bus(address)
    bus.subscribe(ECHO, "Changed", replies.append)
    bus.call(ECHO, "Say", replies.append)
    assert replies == []
    qtbot.waitUntil(lambda: replies != [])
    assert replies == [Reply(error="NoBus")]
    assert not bus.connected
    bus.close()


def test_without_an_address_there_is_no_bus(replies, qtbot, monkeypatch, tmp_path):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bus = Bus()
    bus.call(ECHO, "Say", replies.append)
    qtbot.waitUntil(lambda: replies != [])
    assert replies == [Reply(error="NoBus")]


def test_the_sessions_own_address_is_used(
    echo, session_bus, replies, qtbot, monkeypatch
):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"tcp:host=x;{session_bus.address}")
    bus = Bus()
    bus.call(ECHO, "Say", replies.append)
    qtbot.waitUntil(lambda: replies != [])
    assert replies[0].ok
    bus.close()


def test_a_bus_that_never_answers_holds_the_start_up_for_half_a_second(
    tmp_path, replies, qtbot
):
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(tmp_path / "bus"))
        mute.listen()
        bus = Bus(f"unix:path={tmp_path}/bus")
        begin = time.monotonic()
        bus.call(ECHO, "Say", replies.append)
        assert time.monotonic() - begin < 0.8
        qtbot.waitUntil(lambda: replies != [])
    assert replies == [Reply(error="NoBus")]


@pytest.mark.parametrize("words", [b"REJECTED\r\n", b"x" * 9000, b"", b"OK 1\r\nmore"])
def test_a_bus_that_talks_nonsense_is_no_bus(tmp_path, replies, qtbot, words):
    def talk():
        connection, _ = server.accept()
        with connection:
            connection.recv(100)
            connection.sendall(words)

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "bus"))
        server.listen()
        thread = threading.Thread(target=talk)
        thread.start()
        bus = Bus(f"unix:path={tmp_path}/bus")
        bus.call(ECHO, "Say", replies.append)
        qtbot.waitUntil(lambda: replies != [])
        thread.join()
    assert replies == [Reply(error="NoBus")]


def test_a_bus_that_dies_leaves_no_call_open_and_wakes_nobody(
    bus, session_bus, echo, replies, qtbot, caplog
):
    bus.subscribe(ECHO, "Changed", replies.append)
    ready(bus, qtbot)
    bus.call(ECHO, "Ignore", replies.append)
    with qtbot.waitSignal(bus.lost):
        session_bus.die()
    assert replies == [Reply(error="NoBus")]
    assert not bus.connected
    cpu = time.thread_time()
    qtbot.wait(200)
    assert time.thread_time() - cpu < 0.05  # no notifier spins on a closed socket
    bus.call(ECHO, "Say", replies.append)
    qtbot.waitUntil(lambda: len(replies) == 2)
    assert replies[1] == Reply(error="NoBus")


def test_a_bus_that_talks_nonsense_later_is_lost(tmp_path, replies, qtbot):
    def talk():
        connection, _ = server.accept()
        with connection:
            connection.recv(100)
            connection.sendall(b"OK 1234\r\n")
            connection.recv(1000)
            connection.sendall(b"\x00" * 64)
            connection.recv(1000)

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "bus"))
        server.listen()
        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        bus = Bus(f"unix:path={tmp_path}/bus")
        with qtbot.waitSignal(bus.lost):
            bus.call(ECHO, "Say", replies.append)
        thread.join()
    assert replies == [Reply(error="NoBus")]


def test_a_later_call_finds_a_bus_that_came_back(
    session_bus, replies, qtbot, monkeypatch, tmp_path
):
    now = [100.0]
    monkeypatch.setattr(bus_module.clock, "steady", lambda: now[0])
    link = tmp_path / "bus"
    bus = Bus(f"unix:path={link}")
    bus.subscribe(ECHO, "Changed", replies.append)
    link.symlink_to(session_bus.address.removeprefix("unix:path=").partition(",")[0])
    bus.call(ECHO, "Say", lambda _: None)
    assert not bus.connected  # not so soon
    now[0] += 31
    with Echo(session_bus.address) as echo:
        bus.call(ECHO, "Say", lambda _: None)
        ready(bus, qtbot)
        echo.emit("/echo", ECHO.interface, "Changed", "s", ("a",))
        qtbot.waitUntil(lambda: replies == [("a",)])
    bus.close()


def test_after_the_end_nobody_is_called(bus, echo, replies, qtbot):
    bus.call(ECHO, "Say", replies.append)
    bus.close()
    qtbot.wait(50)
    assert replies == []


def test_what_was_asked_for_before_the_end_is_still_done(bus, echo, replies, qtbot):
    bus.call(ECHO, "Say", replies.append, "s", ("first",))
    bus.call(ECHO, "Say", replies.append, "s", ("last",))
    bus.close()
    qtbot.waitUntil(lambda: len(echo.heard) == 2)
    assert echo.heard == [("Say", ("first",)), ("Say", ("last",))]
    assert replies == []


def test_after_the_end_nothing_begins_anew(bus, echo, replies, qtbot, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(bus_module.clock, "steady", lambda: now[0])
    bus.subscribe(ECHO, "Changed", replies.append)
    bus.close()
    bus.close()
    now[0] += 31  # late enough for another try
    bus.call(ECHO, "Say", replies.append)
    bus.subscribe(ECHO, "Changed", replies.append)
    bus.watch_owner(Echo.NAME, replies.append)
    qtbot.wait(50)
    assert not bus.connected
    assert echo.heard == []
    assert replies == []
