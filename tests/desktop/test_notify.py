from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal

from deskstretch.desktop.notify import Notifier
from deskstretch.desktop.notify.backend import Backend, cleaned
from deskstretch.desktop.notify.balloon import Balloon
from deskstretch.desktop.notify.by_plyer import Plyer, not_an_option
from deskstretch.desktop.notify.on_bus import BusNotifications
from tests.fakes.notification_daemon import NotificationDaemon

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
]

BUTTONS = {"start": "Start", "snooze": "Snooze 10 min", "skip": "Skip"}


class FakeTray(QObject):
    balloon_clicked = Signal()

    def __init__(self, available=True):
        super().__init__()
        self.available = available
        self.balloons = []

    def show_balloon(self, title, text, milliseconds):
        self.balloons.append((title, text, milliseconds))


class Recorder(list):
    """What a notifier said."""

    def __init__(self, notifier):
        super().__init__()
        notifier.action_chosen.connect(self._on_chosen)
        notifier.closed.connect(self._on_closed)

    def _on_chosen(self, number, key):
        self.append((number, key))

    def _on_closed(self, number):
        self.append((number, "closed"))


@pytest.fixture
def tray():
    return FakeTray()


@pytest.fixture
def daemon(session_bus):
    with NotificationDaemon(session_bus.address) as daemon:
        yield daemon


@pytest.fixture
def plyed():
    """What plyer was given, if it came to that."""
    return []


@pytest.fixture
def notifier(bus, tray, plyed):
    plyer = Plyer(notify=lambda title, body: plyed.append((title, body)))
    return Notifier(bus, tray, None, [BusNotifications(bus), Balloon(tray), plyer])


@pytest.fixture
def said(notifier):
    return Recorder(notifier)


def settle(bus, qtbot):
    qtbot.waitUntil(lambda: not bus._pending)


# -- on the bus --------------------------------------------------------------


def test_a_notification_is_shown_with_its_buttons(notifier, daemon, tray, plyed, qtbot):
    notifier.send("Hip flexor stretch?", "92 min of sitting.", BUTTONS)
    qtbot.waitUntil(lambda: daemon.shown != [])
    qtbot.waitUntil(lambda: notifier.name == "dbus")
    shown = daemon.shown[0]
    assert (shown.app, shown.icon, shown.replaces) == ("DeskStretch", "deskstretch", 0)
    assert (shown.title, shown.body) == ("Hip flexor stretch?", "92 min of sitting.")
    assert list(shown.buttons.items()) == list(BUTTONS.items())
    assert "default" in shown.actions[::2]  # a click beside the buttons
    assert shown.expires_ms == 45_000
    assert shown.hints == {
        "urgency": ("y", 0),
        "transient": ("b", True),
        "suppress-sound": ("b", True),
        "desktop-entry": ("s", "deskstretch"),
    }
    assert (tray.balloons, plyed) == ([], [])


@pytest.mark.parametrize("unicast", [True, False])
def test_signals_about_others_are_not_for_us(notifier, daemon, said, qtbot, unicast):
    daemon.unicast = unicast
    number = notifier.send("a", "b", BUTTONS)
    qtbot.waitUntil(lambda: notifier.name == "dbus" and bool(daemon.shown))
    qtbot.wait(20)
    theirs = daemon.shown[0].id
    daemon.presses(theirs + 1, "start")
    daemon.closes(theirs + 1)
    daemon.closes(theirs)
    daemon.presses(theirs, "skip")  # after its end it is not ours any more
    qtbot.waitUntil(lambda: said != [])
    qtbot.wait(50)
    assert said == [(number, "closed")]


def test_an_answer_ends_the_notification(notifier, daemon, said, qtbot):
    number = notifier.send("a", "b", BUTTONS)
    qtbot.waitUntil(lambda: notifier.name == "dbus" and bool(daemon.shown))
    qtbot.wait(20)
    daemon.presses(daemon.shown[0].id, "snooze")
    qtbot.waitUntil(lambda: daemon.withdrawn == [daemon.shown[0].id])
    daemon.presses(daemon.shown[0].id, "skip")
    qtbot.wait(50)
    assert said == [(number, "snooze")]


def test_a_server_without_actions_gets_no_buttons(notifier, daemon, qtbot):
    daemon.capabilities = ["body"]
    notifier.send("a", "b", BUTTONS)
    qtbot.waitUntil(lambda: daemon.shown != [])
    assert daemon.shown[0].actions == []


@pytest.mark.parametrize(
    ("capabilities", "body"),
    [
        (["body"], "1 < 2 & <b>3</b>"),
        (["body-markup"], "1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt;"),
    ],
)
def test_text_stays_text_where_markup_is_understood(
    notifier, daemon, qtbot, capabilities, body
):
    daemon.capabilities = capabilities
    notifier.send("1 < 2", "1 < 2 & <b>3</b>")
    qtbot.waitUntil(lambda: daemon.shown != [])
    assert (daemon.shown[0].title, daemon.shown[0].body) == ("1 < 2", body)


def test_gnome_gets_a_notification_it_shows_as_a_banner(notifier, daemon, qtbot):
    daemon.server = "gnome-shell"
    notifier.send("a", "b")
    qtbot.waitUntil(lambda: daemon.shown != [])
    assert daemon.shown[0].hints["urgency"] == ("y", 1)


def test_what_a_server_can_do_is_asked_once_until_another_comes(
    session_bus, notifier, said, bus, qtbot
):
    with NotificationDaemon(session_bus.address) as first:
        old = notifier.send("a", "b", BUTTONS)
        notifier.send("c", "d", BUTTONS)
        qtbot.waitUntil(lambda: len(first.shown) == 2)
        notifier.send("e", "f", BUTTONS)
        qtbot.waitUntil(lambda: len(first.shown) == 3)
        assert first.questions == ["GetServerInformation", "GetCapabilities"]
        settle(bus, qtbot)
    qtbot.waitUntil(lambda: len(said) == 3)  # they went with their server
    assert (old, "closed") in said
    with NotificationDaemon(session_bus.address, capabilities=[]) as second:
        qtbot.wait(50)
        notifier.send("g", "h", BUTTONS)
        qtbot.waitUntil(lambda: len(second.shown) == 1)
        assert second.shown[0].actions == []


def test_a_later_one_may_take_the_place_of_an_earlier_one(notifier, daemon, qtbot):
    number = notifier.send("a", "b")
    qtbot.waitUntil(lambda: notifier.name == "dbus" and bool(daemon.shown))
    qtbot.wait(20)
    assert notifier.send("c", "d", replaces=number) == number
    qtbot.waitUntil(lambda: len(daemon.shown) == 2)
    assert daemon.shown[1].replaces == daemon.shown[0].id


def test_what_is_withdrawn_is_closed_and_not_spoken_of(notifier, daemon, said, qtbot):
    number = notifier.send("a", "b", BUTTONS)
    qtbot.waitUntil(lambda: daemon.shown != [])
    qtbot.wait(20)
    notifier.withdraw(number)
    notifier.withdraw(number)
    notifier.withdraw(999)
    qtbot.waitUntil(lambda: daemon.withdrawn == [daemon.shown[0].id])
    qtbot.wait(50)
    assert said == []


def test_what_is_withdrawn_on_its_way_is_closed_when_it_arrives(
    notifier, daemon, said, bus, qtbot
):
    notifier.withdraw(notifier.send("a", "b"))
    settle(bus, qtbot)
    assert daemon.shown == []  # it had not even left
    number = notifier.send("c", "d")
    notifier.withdraw(number)
    qtbot.waitUntil(lambda: len(daemon.withdrawn) == len(daemon.shown))
    assert said == []


def test_no_text_can_break_the_message(notifier, daemon, qtbot):
    notifier.send(
        "a\x00b\ud800c\nd", "é\x1b[31m\r\n\u202e" + "x" * 5000, {"k\x00": "l\x07"}
    )
    qtbot.waitUntil(lambda: daemon.shown != [])
    shown = daemon.shown[0]
    assert shown.title == "abc d"
    assert shown.body.startswith("é[31m")
    assert len(shown.body) == 1000
    assert shown.buttons == {"k": "l"}


# -- the chain ---------------------------------------------------------------


def test_without_a_server_the_trays_balloon_is_shown(
    notifier, tray, said, plyed, qtbot, caplog
):
    number = notifier.send("a", "b", BUTTONS)
    qtbot.waitUntil(lambda: notifier.name == "balloon")
    assert tray.balloons == [("a", "b", 45_000)]
    assert "ServiceUnknown" in caplog.text
    tray.balloon_clicked.emit()
    assert said == [(number, "default")]
    tray.balloon_clicked.emit()
    assert len(said) == 1
    assert plyed == []


def test_without_bus_and_tray_plyer_is_the_last_resort(tray, plyed, qtbot, bus):
    tray.available = False
    plyer = Plyer(notify=lambda *given: plyed.append(given))
    from deskstretch.desktop.bus import Bus

    nowhere = Bus("unix:path=/nowhere")
    chain = [BusNotifications(nowhere), Balloon(tray), plyer]
    notifier = Notifier(nowhere, tray, None, chain)
    assert notifier.name == "plyer"
    notifier.send("--help", "-b")
    qtbot.waitUntil(lambda: plyed != [])
    assert plyed == [("‐-help", "‐b")]
    assert tray.balloons == []
    qtbot.waitUntil(lambda: not chain[2]._worker.is_alive())
    qtbot.wait(20)


@pytest.mark.parametrize("manners", ["refuses", "silent"])
def test_a_server_that_fails_is_passed_over_and_tried_again_next_time(
    session_bus, notifier, tray, qtbot, manners, monkeypatch
):
    monkeypatch.setattr("deskstretch.desktop.notify.on_bus._ANSWER_S", 0.15)
    with NotificationDaemon(session_bus.address, manners=manners) as daemon:
        notifier.send("a", "b")
        qtbot.waitUntil(lambda: notifier.name == "balloon")
        daemon.manners = "well"
        notifier.send("c", "d")
        qtbot.waitUntil(lambda: notifier.name == "dbus")
        assert [shown.title for shown in daemon.shown] == ["c"]
    assert [balloon[0] for balloon in tray.balloons] == ["a"]


def test_an_answer_that_makes_no_sense_is_a_failure(session_bus, notifier, tray, qtbot):
    with NotificationDaemon(session_bus.address, manners="babbles") as daemon:
        notifier.send("a", "b")
        qtbot.waitUntil(lambda: notifier.name == "balloon")
        daemon.manners = "well"
        notifier.send("c", "d")
        qtbot.waitUntil(lambda: notifier.name == "dbus")


class Broken(Backend):
    name = "broken"
    likely = False

    def show(self, notification):
        self.failed.emit(notification.id, "it is broken")


def test_when_every_way_fails_it_is_closed(bus, tray, qtbot, caplog):
    notifier = Notifier(bus, tray, None, [Broken(), Broken()])
    said = Recorder(notifier)
    assert notifier.name == "none"
    number = notifier.send("a", "b")
    assert said == [(number, "closed")]
    assert caplog.text.count("it is broken") == 2


def test_the_usual_ways_of_this_system(bus, tray):
    notifier = Notifier(bus, tray)
    assert [each.name for each in notifier._backends] == ["dbus", "balloon", "plyer"]
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setattr(sys, "platform", "win32")
        notifier = Notifier(bus, tray)
    assert [each.name for each in notifier._backends] == ["plyer", "balloon"]


# -- plyer -------------------------------------------------------------------


@pytest.fixture
def plyer_said():
    return []


def listen(backend, said):
    backend.shown.connect(lambda number: said.append((number, "shown")))
    backend.failed.connect(lambda number, reason: said.append((number, reason)))


def note(number):
    from deskstretch.desktop.notify import Notification

    return Notification(number, "title", "body")


def test_plyer_that_hangs_is_given_up_and_never_run_twice_at_once(qtbot, plyer_said):
    gate, calls, threads = threading.Event(), [], []

    def hang(title, body):
        calls.append(title)
        threads.append(threading.current_thread())
        gate.wait(5)

    plyer = Plyer(notify=hang, deadline_s=0.1)
    listen(plyer, plyer_said)
    plyer.show(note(1))
    assert plyer_said == []
    qtbot.waitUntil(lambda: len(plyer_said) == 1)
    plyer.show(note(2))
    qtbot.waitUntil(lambda: len(plyer_said) == 2)
    assert plyer_said == [
        (1, "it does not come back"),
        (2, "it is still busy with another"),
    ]
    gate.set()
    plyer._worker.join(2)
    qtbot.wait(20)  # what it says now is too late to be heard
    assert len(plyer_said) == 2
    plyer.show(note(3))
    qtbot.waitUntil(lambda: len(plyer_said) == 3)
    assert plyer_said[2] == (3, "shown")
    assert threading.main_thread() not in threads
    assert threads[0].daemon


def test_what_plyer_says_is_heard_in_the_thread_of_the_event_loop(qtbot):
    threads = []
    plyer = Plyer(notify=lambda _title, _body: None)
    plyer.shown.connect(lambda _: threads.append(threading.current_thread()))
    plyer.show(note(1))
    plyer._worker.join(2)
    assert threads == []  # said by now, but this loop has not turned since
    qtbot.waitUntil(lambda: threads != [])
    assert threads == [threading.main_thread()]


def test_what_plyer_raises_is_a_failure(qtbot, plyer_said):
    def fail(title, body):
        raise NotImplementedError("no usable implementation")

    plyer = Plyer(notify=fail)
    listen(plyer, plyer_said)
    plyer.show(note(1))
    qtbot.waitUntil(lambda: plyer_said != [])
    assert plyer_said == [(1, "NotImplementedError('no usable implementation')")]


def test_the_real_plyer_is_called_as_it_wants_to_be(tmp_path, monkeypatch):
    tool = tmp_path / "notify-send"
    tool.write_text('#!/bin/sh\nprintf "%s\\n" "$1" "$2" > "$OUT"\n')
    tool.chmod(0o755)
    code = (
        "from deskstretch.desktop.notify.by_plyer import _notify;"
        "_notify('a title', 'a body')"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "OUT": str(tmp_path / "out")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out").read_text() == "a title\na body\n"


def test_plyer_is_loaded_only_when_it_is_needed():
    code = "import sys, deskstretch.desktop.notify; sys.exit('plyer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- text --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("plain", False, "plain"),
        ("  a\tb\nc  ", False, "a b c"),
        ("a\nb", True, "a\nb"),
        ("a\x00\x1b\x7f\x85b", True, "a b"),
        ("نمی\u200cخواهم", False, "نمی\u200cخواهم"),
        ("half \ud83d", False, "half"),
        ("0123456789012", False, "012345678…"),
        ("012345678 12", False, "012345678…"),
        ("Dehnung für die Hüfte", True, "Dehnung f…"),
    ],
)
def test_text_is_cleaned(text, lines, expected):
    assert cleaned(text, 10, lines=lines) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("-x", "‐x"), ("x-", "x-"), ("", ""), ("–x", "–x")]
)
def test_no_text_is_an_option(text, expected):
    assert not_an_option(text) == expected
