from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from deskstretch.desktop import client
from deskstretch.desktop.instance import Instance, Later
from deskstretch.desktop.paths import Places

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform == "win32", reason="pipes are a later issue"),
]


@pytest.fixture
def places(monkeypatch):
    """A profile in a short path: a socket's path must be short."""
    with tempfile.TemporaryDirectory(prefix="ds-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        places = Places(f"{folder}/p")
        places.create()
        yield places


@pytest.fixture
def instances():
    made: list[Instance] = []
    yield made
    for instance in made:
        instance.close()


@pytest.fixture
def app(places, instances):
    """The one app, echoing what it is told."""
    instance = Instance(places)
    instances.append(instance)
    assert instance.acquire()
    heard = []

    def handler(request):
        heard.append(request)
        return {"exit": 0, "out": {"told": request["cmd"]}, "err": None}

    assert instance.serve(handler)
    instance.heard = heard
    return instance


class Caller(threading.Thread):
    """Something that blocks, in a thread of its own, while the loop here runs."""

    def __init__(self, action):
        super().__init__(daemon=True)
        self.action, self.result, self.error = action, None, None
        self.start()

    def run(self):
        try:
            self.result = self.action()
        except Exception as error:  # noqa: BLE001 - raised again in finish()
            self.error = error

    def finish(self, within=5.0):
        end = time.monotonic() + within
        while self.is_alive() and time.monotonic() < end:
            QCoreApplication.processEvents()
            self.join(0.002)
        assert not self.is_alive()
        if self.error:
            raise self.error
        return self.result


def call(action, within=5.0):
    return Caller(action).finish(within)


def raw(places, data: bytes, read=True) -> bytes:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(4)
        connection.connect(str(places.socket))
        try:
            connection.sendall(data)
            return connection.recv(65536) if read else b""
        except (ConnectionResetError, BrokenPipeError):
            return b""


# -- answers that come later ---------------------------------------------------


def test_an_answer_may_come_later(places, app):
    promised = []
    app.serve(lambda _request: Later(promised.append))

    def asks():
        return client.send(places.socket, "status", {})

    caller = Caller(asks)
    end = time.monotonic() + 2
    while not promised and time.monotonic() < end:
        QCoreApplication.processEvents()
    promised[0]({"exit": 0, "out": "at last"})
    reply = caller.finish()
    assert (reply["exit"], reply["out"], reply["err"]) == (0, "at last", None)


def test_an_answer_that_comes_too_late_is_for_nobody(places, app, caplog):
    promised = []
    app.serve(lambda _request: Later(promised.append))
    asked = b'{"v": 1, "cmd": "status", "args": {}}\n'
    assert call(lambda: raw(places, asked)) == b""  # its two seconds ran out
    promised[0]({"exit": 0, "out": "too late"})
    QCoreApplication.processEvents()
    app.serve(lambda _request: {"exit": 0})
    assert call(lambda: client.send(places.socket, "ping", {}))["exit"] == 0


# -- the lock ----------------------------------------------------------------


def test_there_is_one_app_for_a_profile(places, app, instances):
    second = Instance(places)
    instances.append(second)
    assert not second.acquire()
    app.close()
    assert second.acquire()


def test_two_profiles_are_two_apps(places, app, instances):
    other = Places(str(places.database.parent.parent / "other"))
    other.create()
    second = Instance(other)
    instances.append(second)
    assert second.acquire()
    assert other.socket != places.socket


def test_who_comes_second_leaves_the_first_ones_socket_alone(places, app, instances):
    second = Instance(places)
    assert not second.acquire()
    second.close()
    assert call(lambda: client.send(places.socket, "ping", {}))["exit"] == 0


def test_the_lock_and_the_socket_of_a_killed_app_hold_nobody_up(places, instances):
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication as A; a = A([]);"
        "from deskstretch.desktop.paths import Places;"
        "from deskstretch.desktop.instance import Instance;"
        "i = Instance(Places(sys.argv[1])); assert i.acquire();"
        "assert i.serve(lambda r: {}); print('up', flush=True); a.exec()"
    )
    killed = subprocess.Popen(
        [sys.executable, "-c", code, str(places.database.parent)],
        stdout=subprocess.PIPE,
    )
    assert killed.stdout.readline() == b"up\n"
    instance = Instance(places)
    instances.append(instance)
    assert not instance.acquire()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()
    assert places.socket.exists()
    with pytest.raises(client.NotRunning):
        client.send(places.socket, "ping", {})
    assert instance.acquire()
    assert instance.serve(lambda _: {"out": "new"})
    assert call(lambda: client.send(places.socket, "ping", {}))["out"] == "new"


def test_a_dead_holders_number_given_to_somebody_else_holds_nobody_up(
    places, app, instances
):
    lines = places.lock_file.read_text().splitlines()
    app.close()
    lines[0] = str(os.getpid())  # alive, of the same name, on the same machine
    places.lock_file.write_text("\n".join(lines) + "\n")
    second = Instance(places)
    instances.append(second)
    assert second.acquire()
    third = Instance(places)
    assert not third.acquire()


@pytest.mark.parametrize("somebody", [True, False])
def test_where_no_lock_can_be_written_the_socket_tells(
    places, instances, app, somebody, caplog
):
    if not somebody:
        app.close()
    unwritable = Places(str(places.database.parent))
    unwritable.lock_file = Path("/proc/no/lock")
    second = Instance(unwritable)
    instances.append(second)
    assert call(second.acquire) is not somebody
    assert "cannot be written" in caplog.text


def test_the_socket_is_for_this_user_alone_and_gone_at_the_end(places, app):
    assert places.socket.stat().st_mode & 0o777 == 0o700
    app.close()
    assert not places.socket.exists()


# -- talking -----------------------------------------------------------------


def test_a_socket_that_was_cleared_away_is_made_anew(places, app, caplog):
    app.look_after_socket()
    assert caplog.text == ""
    places.socket.unlink()
    app.look_after_socket()
    assert "was gone" in caplog.text
    assert call(lambda: client.send(places.socket, "status", {}))["exit"] == 0


def test_a_socket_made_anew_stays_and_no_caller_is_lost(places, app):
    with socket.socket(socket.AF_UNIX) as early:
        early.connect(str(places.socket))
        while not app._visitors:
            QCoreApplication.processEvents()
        places.socket.unlink()
        app.look_after_socket()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert places.socket.exists()
        early.sendall(b'{"v":1,"cmd":"early","args":{}}\n')
        assert json.loads(call(lambda: early.recv(65536)))["out"] == {"told": "early"}
    assert call(lambda: client.send(places.socket, "late", {}))["exit"] == 0
    app.close()
    app.look_after_socket()
    assert not places.socket.exists()


def test_a_command_is_answered(places, app):
    reply = call(lambda: client.send(places.socket, "pause", {"for": "1h"}))
    assert reply == {"v": 1, "exit": 0, "out": {"told": "pause"}, "err": None}
    assert app.heard == [{"cmd": "pause", "args": {"for": "1h"}}]


def test_the_line_is_the_one_that_is_promised(places, app):
    line = b'{"v":1,"cmd":"status","args":{}}\n'
    reply = call(lambda: raw(places, line))
    assert reply.endswith(b"\n")
    assert reply.count(b"\n") == 1
    assert json.loads(reply) == {
        "v": 1,
        "exit": 0,
        "out": {"told": "status"},
        "err": None,
    }


def test_a_line_may_come_in_pieces(places, app):
    def slowly():
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(places.socket))
            for byte in b'{"v":1,"cmd":"a"':
                connection.sendall(bytes([byte]))
            time.sleep(0.05)
            connection.sendall(b',"args":{}}\nand more that nobody asked for')
            return connection.recv(65536)

    assert json.loads(call(slowly))["out"] == {"told": "a"}
    assert [request["cmd"] for request in app.heard] == ["a"]


def test_many_callers_are_answered_at_once(places, app):
    callers = [
        Caller(lambda n=n: client.send(places.socket, f"c{n}", {})) for n in range(10)
    ]
    told = [caller.finish()["out"]["told"] for caller in callers]
    assert told == [f"c{n}" for n in range(10)]


def test_a_silent_caller_holds_nobody_up_and_is_dropped(
    places, app, monkeypatch, caplog
):
    monkeypatch.setattr(client, "DEADLINE_S", 0.3)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.settimeout(3)
        silent.connect(str(places.socket))
        assert call(lambda: client.send(places.socket, "a", {}))["exit"] == 0
        assert call(lambda: silent.recv(10)) == b""
    assert "its time ran out" in caplog.text
    assert app._visitors == []


def test_the_deadline_is_two_seconds():
    assert client.DEADLINE_S == 2.0


@pytest.mark.parametrize(
    "line",
    [
        b"hello\n",
        b"\n",
        b"[]\n",
        b"{}\n",
        b'{"v":2,"cmd":"a","args":{}}\n',
        b'{"v":1,"cmd":7,"args":{}}\n',
        b'{"v":1,"cmd":"a","args":[]}\n',
        b"\xff\xfe\n",
        b"[" * 60_000 + b"\n",
        b'{"v":1,"cmd":"' + b"a" * 70_000 + b'","args":{}}\n',
        b"x" * 200_000,
    ],
)
def test_what_is_no_request_is_dropped_noted_and_forgotten(places, app, line, caplog):
    assert call(lambda: raw(places, line)) == b""
    assert app.heard == []
    assert len(caplog.records) == 1
    assert "was dropped" in caplog.text
    assert app._visitors == []
    assert call(lambda: client.send(places.socket, "after", {}))["exit"] == 0


def test_a_caller_who_leaves_at_once_is_forgotten(places, app):
    call(lambda: raw(places, b"", read=False))
    call(lambda: raw(places, b'{"v":1,"cmd":"a","args":{}}\n', read=False))
    assert call(lambda: client.send(places.socket, "b", {}))["exit"] == 0
    for _ in range(20):
        QCoreApplication.processEvents()
    assert app._visitors == []


def test_a_crowd_is_thinned(places, app, caplog):
    crowd = [socket.socket(socket.AF_UNIX) for _ in range(20)]
    try:
        for one in crowd:
            one.connect(str(places.socket))
        for _ in range(50):
            QCoreApplication.processEvents()
        assert len(app._visitors) == 16
        assert caplog.text.count("too many at once") == 4
    finally:
        for one in crowd:
            one.close()
    while app._visitors:
        QCoreApplication.processEvents()
    assert call(lambda: client.send(places.socket, "a", {}))["exit"] == 0


def test_what_a_handler_raises_becomes_an_answer(places, instances, caplog):
    instance = Instance(places)
    instances.append(instance)
    assert instance.acquire()
    answers = {"raise": None, "huge": {"out": "x" * 70_000}, "odd": {"out": {1, 2}}}

    def handler(request):
        if request["cmd"] == "raise":
            raise KeyError("inside")
        return answers[request["cmd"]]

    instance.serve(handler)
    for command, sentence in (
        ("raise", "DeskStretch could not do that."),
        ("huge", "The answer is too long."),
        ("odd", "DeskStretch has no answer to that."),
    ):
        reply = call(lambda command=command: client.send(places.socket, command, {}))
        assert (reply["exit"], reply["err"]) == (1, sentence)
    assert len(caplog.records) == 3


# -- the end -----------------------------------------------------------------


class EndsAtOnce(Instance):
    """Ends in the very moment it has answered, as `quit` may make it."""

    narrow = False

    def _on_asked(self, visitor, request):
        if self.narrow:  # so that the answer has to wait for its reader
            with socket.fromfd(
                visitor._socket.socketDescriptor(), socket.AF_UNIX, socket.SOCK_STREAM
            ) as end:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        super()._on_asked(visitor, request)
        begin = time.monotonic()
        self.close()
        self.took_s = time.monotonic() - begin


@pytest.fixture
def ending(places, instances):
    instance = EndsAtOnce(places)
    instances.append(instance)
    assert instance.acquire()
    assert instance.serve(lambda _: {"out": "x" * 60_000})
    return instance


def test_an_answer_that_was_given_arrives_though_the_app_ends(places, ending, caplog):
    reply = call(lambda: client.send(places.socket, "quit", {}))
    assert reply["out"] == "x" * 60_000
    assert caplog.records == []
    assert ending._visitors == []


SLOW_READER = """
import socket, sys, time
with socket.socket(socket.AF_UNIX) as connection:
    connection.connect(sys.argv[1])
    connection.sendall(b'{"v":1,"cmd":"quit","args":{}}\\n')
    while part := connection.recv(8192):
        sys.stdout.buffer.write(part)
        time.sleep(0.002)
"""


def test_the_end_waits_a_moment_for_a_slow_reader(places, ending, caplog, monkeypatch):
    monkeypatch.setattr("deskstretch.desktop.instance._LAST_WORDS_S", 3.0)
    ending.narrow = True
    reader = Caller(
        lambda: subprocess.run(
            [sys.executable, "-S", "-c", SLOW_READER, str(places.socket)],
            capture_output=True,
            check=True,
        )
    )
    assert json.loads(reader.finish().stdout)["out"] == "x" * 60_000
    assert caplog.records == []


def test_the_end_does_not_wait_for_who_never_reads(places, ending, caplog):
    ending.narrow = True
    silent = [socket.socket(socket.AF_UNIX) for _ in range(3)]
    with socket.socket(socket.AF_UNIX) as deaf:
        for one in silent:
            one.connect(str(places.socket))
        deaf.connect(str(places.socket))
        deaf.sendall(b'{"v":1,"cmd":"quit","args":{}}\n')
        end = time.monotonic() + 5
        while places.socket.exists() and time.monotonic() < end:
            QCoreApplication.processEvents()
    for one in silent:
        one.close()
    assert 0.1 < ending.took_s < 2
    assert caplog.text.count("the app ends") == 4
    assert ending._visitors == []


# -- the client --------------------------------------------------------------


def test_without_an_app_nobody_is_running(places):
    with pytest.raises(client.NotRunning):
        client.send(places.socket, "status", {})


def test_the_client_waits_for_an_app_that_is_just_starting(places, instances):
    caller = Caller(lambda: client.send(places.socket, "a", {}, wait_s=5))
    time.sleep(0.12)
    instance = Instance(places)
    instances.append(instance)
    instance.serve(lambda _: {"out": "here"})
    assert caller.finish()["out"] == "here"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "DeskStretch is running but did not answer within 2 seconds."),
        (b"", "DeskStretch did not answer this command."),
        (b"nonsense\n", "DeskStretch did not answer this command."),
        (b'{"v":9}\n', "DeskStretch did not answer this command."),
        (b"x" * 200_000, "DeskStretch did not answer this command."),
    ],
)
def test_a_socket_that_gives_no_answer_is_a_sentence(
    places, answer, sentence, monkeypatch
):
    monkeypatch.setattr(client, "DEADLINE_S", 0.3)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(places.socket))
        server.listen()
        caller = Caller(lambda: client.send(places.socket, "status", {}))
        connection, _ = server.accept()
        with connection:
            if answer is not None:
                connection.recv(65536)
                with suppress(BrokenPipeError, ConnectionResetError):
                    connection.sendall(answer)
                connection.close()
            with pytest.raises(client.NoAnswer) as caught:
                caller.finish()
    assert str(caught.value) == sentence


def test_an_answer_that_drips_does_not_outlast_the_deadline(places, monkeypatch):
    monkeypatch.setattr(client, "DEADLINE_S", 0.3)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(places.socket))
        server.listen()
        caller = Caller(lambda: client.send(places.socket, "status", {}))
        connection, _ = server.accept()
        with connection:
            begin = time.monotonic()
            while caller.is_alive() and time.monotonic() - begin < 3:
                try:
                    connection.sendall(b"x")
                except OSError:
                    break
                time.sleep(0.02)
            with pytest.raises(client.NoAnswer):
                caller.finish()
    assert time.monotonic() - begin < 1.5


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_another_users_socket_is_not_talked_to(places):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(places.socket))
        server.listen()
        os.chown(places.socket, 65534, 65534)
        with pytest.raises(client.NotRunning):
            client.send(places.socket, "status", {})


def test_the_client_loads_no_qt():
    code = (
        "import sys; import deskstretch.desktop.client;"
        "sys.exit(any(n.startswith('PySide6') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
