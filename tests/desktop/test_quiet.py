"""Reasons for quiet: every source against a fake of what it asks, and all together."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time

import pytest

from deskstretch.desktop import child as running
from deskstretch.desktop.bus import Bus
from deskstretch.desktop.quiet import Quiet, child, here, pipewire, pulse
from deskstretch.desktop.quiet.alsa import Alsa
from deskstretch.desktop.quiet.camera import Camera
from deskstretch.desktop.quiet.dunst import Dunst
from deskstretch.desktop.quiet.gsettings import GSettings
from deskstretch.desktop.quiet.inhibited import Inhibited
from deskstretch.desktop.quiet.macos_devices import MacDevice
from deskstretch.desktop.quiet.portal import Portal
from deskstretch.desktop.quiet.program_list import ProgramList, names
from deskstretch.desktop.quiet.programs import Programs
from deskstretch.desktop.quiet.source import LOOK_S, NONE
from deskstretch.desktop.quiet.windows_devices import WindowsDevice
from deskstretch.desktop.quiet.windows_state import WindowsState
from deskstretch.desktop.quiet.xfce import Xfce
from tests.fakes.desktop_services import PlasmaNotifications, SettingsPortal, Xfconfd

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="Linux's ways to know"),
]

DND, MICROPHONE = frozenset({"do-not-disturb"}), frozenset({"microphone"})
CAMERA, PROGRAM = frozenset({"camera"}), frozenset({"program"})
EVERY = frozenset(
    {"do-not-disturb", "full-screen", "presentation", "camera", "microphone", "program"}
)


@pytest.fixture
def looked(qtbot):
    """Look once and return the one answer, however late it comes."""

    def look(source):
        answers = []
        source.look(answers.append)
        qtbot.waitUntil(lambda: answers != [], timeout=2000)
        qtbot.wait(20)
        assert len(answers) == 1
        return answers[0]

    return look


def program(folder, name, text):
    """Put a program into a folder of the test's own PATH."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return {"PATH": str(folder), "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


# On the session bus


@pytest.mark.parametrize(("inhibited", "seen"), [(True, DND), (False, NONE)])
def test_plasma_inhibits_notifications(session_bus, bus, looked, inhibited, seen):
    with PlasmaNotifications(session_bus.address, Inhibited=("b", inhibited)):
        assert looked(Inhibited(bus)) == seen


def test_a_daemon_without_the_property_cannot_tell(session_bus, bus, looked):
    with PlasmaNotifications(session_bus.address):
        assert looked(Inhibited(bus)) is None
        assert looked(Dunst(bus)) is None


def test_dunst_that_is_paused(session_bus, bus, looked):
    with PlasmaNotifications(session_bus.address) as stand_in:
        stand_in.INTERFACE = "org.dunstproject.cmd0"
        stand_in.values["paused"] = ("b", True)
        assert looked(Dunst(bus)) == DND
        stand_in.values["paused"] = ("b", False)
        assert looked(Dunst(bus)) == NONE


@pytest.mark.parametrize(("banners", "seen"), [(False, DND), (True, NONE)])
def test_the_portal_says_whether_banners_are_shown(
    session_bus, bus, looked, banners, seen
):
    with SettingsPortal(session_bus.address, banners=banners):
        assert looked(Portal(bus)) == seen


def test_a_portal_that_keeps_it_to_itself(session_bus, bus, looked):
    with SettingsPortal(session_bus.address):
        assert looked(Portal(bus)) is None


def test_the_switches_of_xfce(session_bus, bus, looked):
    switches = {("xfce4-notifyd", "/do-not-disturb"): ("b", True)}
    with Xfconfd(session_bus.address, switches):
        assert looked(Xfce.do_not_disturb(bus)) == DND
        assert looked(Xfce.presentation(bus)) is None  # never touched
        place = ("xfce4-power-manager", "/xfce4-power-manager/presentation-mode")
        switches[place] = ("b", True)
        assert looked(Xfce.presentation(bus)) == frozenset({"presentation"})
        switches[place] = ("b", False)
        assert looked(Xfce.presentation(bus)) == NONE


@pytest.mark.parametrize(
    "make", [Inhibited, Dunst, Portal, Xfce.do_not_disturb, Xfce.presentation]
)
def test_nobody_on_the_bus_and_no_bus_at_all(bus, looked, make):
    assert looked(make(bus)) is None
    nowhere = Bus("unix:path=/nowhere")
    assert looked(make(nowhere)) is None
    nowhere.close()


def test_a_service_that_hangs_costs_the_time_of_a_look(session_bus, bus, qtbot):
    with PlasmaNotifications(session_bus.address) as daemon:
        daemon.silent = True
        answers = []
        began = time.monotonic()
        Quiet([Inhibited(bus)]).look(answers.append, EVERY)
        qtbot.waitUntil(lambda: answers == [NONE], timeout=2000)
        assert LOOK_S * 0.8 < time.monotonic() - began < LOOK_S + 1


# By programs of the desktop


@pytest.mark.parametrize(
    ("says", "seen"),
    [("echo true", NONE), ("echo false", DND), ("echo what", None), ("exit 1", None)],
)
def test_gsettings_says_whether_banners_are_shown(tmp_path, looked, says, seen):
    source = GSettings.here(program(tmp_path, "gsettings", says))
    assert looked(source) == seen


def test_gsettings_is_asked_the_right_thing(tmp_path, looked):
    wanted = "get org.gnome.desktop.notifications show-banners"
    lines = f'[ "$*" = "{wanted}" ] && echo false'
    assert looked(GSettings.here(program(tmp_path, "gsettings", lines))) == DND


def test_gsettings_is_asked_in_desktops_that_keep_to_it(tmp_path):
    gnome = program(tmp_path, "gsettings", "echo false")
    assert GSettings.here(gnome) is not None
    assert GSettings.here({**gnome, "XDG_CURRENT_DESKTOP": "KDE"}) is None
    assert GSettings.here({"XDG_CURRENT_DESKTOP": "GNOME", "PATH": ""}) is None


SOURCES = """
1\talsa_output.pci.monitor\tmodule-alsa-card.c\ts16le 2ch 44100Hz\tRUNNING
2\talsa_input.pci\tmodule-alsa-card.c\ts16le 2ch 44100Hz\t{state}
""".strip()


@pytest.mark.parametrize(
    ("state", "seen"), [("RUNNING", True), ("IDLE", False), ("SUSPENDED", False)]
)
def test_a_source_of_pulseaudio_at_work(tmp_path, looked, state, seen):
    (tmp_path / "listing").write_text(SOURCES.format(state=state))
    assert pulse.records(SOURCES.format(state=state)) == seen
    source = pulse.Pulse.here(
        program(tmp_path, "pactl", f"/bin/cat {tmp_path}/listing")
    )
    assert looked(source) == (MICROPHONE if seen else NONE)


def test_a_sound_server_that_is_not_there(tmp_path, looked):
    says = "echo 'Connection failure: Connection refused' >&2; exit 1"
    assert looked(pulse.Pulse.here(program(tmp_path, "pactl", says))) is None
    assert pulse.Pulse.here({"PATH": ""}) is None
    assert pipewire.PipeWire.here({"PATH": ""}) is None


def dump(state, kind="Audio/Source"):
    node = {"id": 40, "info": {"state": state, "props": {"media.class": kind}}}
    return json.dumps([{"id": 0, "type": "Core"}, {"id": 1, "info": None}, node])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (dump("running"), MICROPHONE),
        (dump("suspended"), NONE),
        (dump("running", "Stream/Output/Audio"), NONE),
        ("[]", NONE),
        ("{}", None),
        ("what", None),
    ],
)
def test_a_node_of_pipewire_at_work(tmp_path, looked, text, seen):
    (tmp_path / "dump").write_text(text)
    cat = f"/bin/cat {tmp_path}/dump"
    assert looked(pipewire.PipeWire.here(program(tmp_path, "pw-dump", cat))) == seen


def test_a_program_that_hangs_is_ended_and_leaves_nothing(tmp_path, qtbot):
    program(tmp_path, "slow", "exec /bin/sleep 30")
    answers = []
    child.ask((str(tmp_path / "slow"),), answers.append)
    (run,) = running._RUNNING
    number = run._process.processId()
    qtbot.waitUntil(lambda: answers == [None], timeout=2000)
    qtbot.waitUntil(lambda: not running._RUNNING, timeout=2000)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_program_that_is_not_there_is_no_answer(qtbot):
    answers = []
    child.ask(("/nowhere/at/all",), answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    qtbot.waitUntil(lambda: not running._RUNNING)


# In the files of the kernel


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("closed\n", NONE),
        ("state: RUNNING\nowner_pid   : 4711\n", MICROPHONE),
        ("state: PREPARED\n", NONE),
        (None, NONE),
    ],
)
def test_a_sound_card_that_records(tmp_path, looked, text, seen):
    for name in ("pcm0c", "pcm0p"):
        (tmp_path / "card0" / name / "sub0").mkdir(parents=True)
    playing = tmp_path / "card0/pcm0p/sub0/status"
    playing.write_text("state: RUNNING\n")  # music is no microphone
    if text is not None:
        (tmp_path / "card0/pcm0c/sub0/status").write_text(text)
    assert looked(Alsa(tmp_path)) == seen


def test_a_machine_without_sound(tmp_path, looked):
    assert looked(Alsa(tmp_path / "nothing")) == NONE


class Machine:
    """A `/proc` and a `/dev` of the test's own."""

    def __init__(self, folder):
        self.proc, self.dev = folder / "proc", folder / "dev"
        self.proc.mkdir()
        self.dev.mkdir()
        (self.proc / "meminfo").write_text("")

    def runs(self, number, comm="cat", cmdline="/bin/cat", opens=()):
        process = self.proc / str(number)
        (process / "fd").mkdir(parents=True)
        (process / "comm").write_text(f"{comm}\n")
        (process / "cmdline").write_text(f"{cmdline}\0--of-no-matter\0")
        for place, target in enumerate(opens):
            (process / "fd" / str(place)).symlink_to(target)
        return process

    def has_camera(self):
        (self.dev / "video0").write_text("")
        return self.dev / "video0"


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_camera_that_a_program_holds_open(machine, looked):
    camera = Camera(machine.proc, machine.dev)
    machine.runs(7, opens=["/dev/null"])
    assert looked(camera) == NONE
    video = machine.has_camera()
    assert looked(camera) == NONE
    machine.runs(8, opens=["/dev/null", video])
    assert looked(camera) == CAMERA


def test_without_a_camera_nobody_is_looked_at(machine, looked):
    machine.runs(8, opens=[machine.dev / "video0"])
    assert looked(Camera(machine.proc, machine.dev)) == NONE


def test_our_own_files_and_others_processes_are_no_camera(machine, looked, monkeypatch):
    video = machine.has_camera()
    machine.runs(os.getpid(), opens=[video])
    camera = Camera(machine.proc, machine.dev)
    assert looked(camera) == NONE
    machine.runs(8, opens=[video])
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert looked(camera) == NONE


def test_more_processes_than_there_is_time_for(machine, looked, monkeypatch):
    machine.has_camera()
    for number in range(2, 6):
        machine.runs(number)
    ticking = iter(range(100))
    monkeypatch.setattr("deskstretch.desktop.clock.steady", lambda: next(ticking))
    assert looked(Camera(machine.proc, machine.dev)) is None
    assert looked(Programs(lambda: ("zoom",), machine.proc)) is None


def test_the_real_machine_is_looked_through_in_time(looked):
    began = time.monotonic()
    assert looked(Camera()) in (NONE, CAMERA, None)
    assert looked(Programs(lambda: ("no-such-program",))) in (NONE, None)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ((), NONE),
        (("",), NONE),
        (("zoom",), PROGRAM),
        (("Zoom ",), PROGRAM),
        (("zoo",), NONE),
        (("teams-for-linux-insiders",), PROGRAM),  # the kernel keeps 15 characters
        (("obs",), PROGRAM),
        (("nothing", "obs"), PROGRAM),
    ],
)
def test_a_program_that_means_quiet(machine, looked, wanted, seen):
    machine.runs(7, comm="zoom", cmdline="/opt/zoom/zoom")
    machine.runs(8, comm="teams-for-linux", cmdline="/usr/bin/electron")
    machine.runs(9, comm="python3", cmdline="/usr/local/bin/OBS")
    assert looked(Programs(lambda: wanted, machine.proc)) == seen


def test_a_program_that_really_runs(looked):
    with subprocess.Popen(["/bin/sleep", "5"]) as process:
        assert looked(Programs(lambda: ("sleep",))) == PROGRAM
        process.kill()


# Windows and macOS, by recorded values


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (1, NONE),
        (2, frozenset({"full-screen"})),
        (3, frozenset({"full-screen"})),
        (4, frozenset({"presentation"})),
        (5, NONE),
        (6, DND),
        (7, frozenset({"full-screen"})),
        (99, None),
        (None, None),
    ],
)
def test_what_windows_says_of_notifications(looked, state, seen):
    assert looked(WindowsState(lambda: state)) == seen
    assert seen is None or seen <= WindowsState.reasons


@pytest.mark.parametrize(
    ("stops", "seen"),
    [((), NONE), ((133_000_000_000,), NONE), ((133_000_000_000, 0), CAMERA)],
)
def test_what_windows_keeps_of_the_camera(looked, stops, seen):
    asked = []

    def last_stops(device):
        asked.append(device)
        return iter(stops)

    assert looked(WindowsDevice("webcam", "camera", last_stops)) == seen
    assert asked == ["webcam"]


def test_a_register_that_cannot_be_read(looked):
    def last_stops(_device):
        raise OSError(5)

    assert looked(WindowsDevice("microphone", "microphone", last_stops)) is None


@pytest.mark.parametrize(
    ("running", "seen"), [([], NONE), ([False, True], MICROPHONE), ([False], NONE)]
)
def test_what_macos_says_of_its_devices(looked, running, seen):
    assert looked(MacDevice("one", "microphone", lambda: running)) == seen


@pytest.mark.parametrize(
    "source",
    [
        WindowsState(),
        MacDevice.camera(),
        MacDevice.microphone(),
    ],
)
def test_the_calls_of_another_system_are_no_answer_here(looked, source):
    assert looked(source) is None


TASKS = """"System Idle Process","0","Services","0","8 K"
"Zoom.exe","4711","Console","1","210,456 K"
"""


def test_what_tasklist_and_ps_say(tmp_path, looked):
    assert names(TASKS) == {"system idle process", "zoom"}
    assert names("launchd\nzoom.us\nGoogle Chrome\n") == {
        "launchd",
        "zoom.us",
        "google chrome",
    }
    (tmp_path / "tasks").write_text(TASKS)
    command = ("/bin/cat", str(tmp_path / "tasks"))
    assert looked(ProgramList(command, lambda: ("zoom",))) == PROGRAM
    assert looked(ProgramList(command, lambda: ("zoom.exe",))) == PROGRAM
    assert looked(ProgramList(command, lambda: ("obs",))) == NONE
    assert looked(ProgramList(("/nowhere",), lambda: ("obs",))) is None
    assert looked(ProgramList(("/nowhere",), lambda: ())) == NONE


# Which there are


def test_the_sources_of_each_system(bus, tmp_path):
    def of(platform, environment):
        made = here.sources(bus, lambda: (), platform, environment)
        names = [source.name for source in made]
        assert len(set(names)) == len(names)
        return names, frozenset().union(*(source.reasons for source in made))

    gnome = program(tmp_path, "gsettings", "")
    names, reasons = of("linux", {**gnome, "DISPLAY": ":7"})
    assert reasons == EVERY
    assert {"ewmh-full-screen", "gsettings-show-banners"} <= set(names)
    names, reasons = of("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"})
    assert "ewmh-full-screen" not in names
    _, reasons = of("win32", {})
    assert reasons == EVERY
    _, reasons = of("darwin", {})
    assert reasons == {"camera", "microphone", "program"}


# All together


class Hand:
    """A source that answers when a test says so."""

    def __init__(self, name, *reasons, seen=NONE):
        self.name, self.reasons, self.seen = name, frozenset(reasons), seen
        self.answers = []
        self.at_once = True

    def look(self, answer):
        self.answers.append(answer)
        if self.at_once:
            answer(self.seen)


def test_what_any_source_sees_is_seen():
    one = Hand("one", "camera", seen=CAMERA)
    two = Hand("two", "microphone", seen=MICROPHONE)
    none = Hand("three", "camera", seen=None)
    told = []
    Quiet([one, two, none]).look(told.append, EVERY)
    assert told == [CAMERA | MICROPHONE]


def test_who_has_nothing_wanted_to_say_is_not_asked():
    one, two = Hand("one", "camera"), Hand("two", "program", seen=PROGRAM)
    told = []
    Quiet([one, two]).look(told.append, CAMERA)
    assert told == [NONE]
    assert (len(one.answers), len(two.answers)) == (1, 0)


def test_without_a_source_it_is_never_quiet():
    told = []
    Quiet([]).look(told.append, EVERY)
    assert told == [NONE]


def test_silence_is_waited_for_only_so_long_and_what_comes_later_is_nothing(qtbot):
    slow = Hand("slow", "camera", seen=CAMERA)
    slow.at_once = False
    fast = Hand("fast", "microphone", seen=MICROPHONE)
    quiet, told = Quiet([slow, fast]), []
    quiet.look(told.append, EVERY)
    assert told == []
    qtbot.waitUntil(lambda: told == [MICROPHONE], timeout=2000)
    slow.answers[0](CAMERA)
    slow.at_once = True
    quiet.look(told.append, EVERY)
    slow.answers[0](CAMERA)  # of the look before
    assert told == [MICROPHONE, CAMERA | MICROPHONE]


def test_who_asks_while_a_look_is_under_way_gets_the_same_answer():
    slow = Hand("slow", "camera", seen=CAMERA)
    slow.at_once = False
    quiet, told = Quiet([slow]), []
    quiet.look(told.append, EVERY)
    quiet.look(told.append, EVERY)
    assert len(slow.answers) == 1
    slow.answers[0](CAMERA)
    slow.answers[0](CAMERA)
    assert told == [CAMERA, CAMERA]


def test_an_answer_may_ask_again():
    one = Hand("one", "camera", seen=CAMERA)
    quiet, told = Quiet([one]), []

    def again(seen):
        told.append(seen)
        if len(told) < 3:
            quiet.look(again, EVERY)

    quiet.look(again, EVERY)
    assert told == [CAMERA] * 3


def test_a_source_that_breaks_is_noted_and_harms_nobody(caplog):
    class Broken(Hand):
        def look(self, answer):
            raise RuntimeError("what now")

    told = []
    with caplog.at_level(logging.ERROR):
        Quiet([Broken("broken", "camera"), Hand("one", "camera", seen=CAMERA)]).look(
            told.append, EVERY
        )
    assert told == [CAMERA]
    assert "broken could not look" in caplog.text


def test_after_the_end_nobody_is_answered(qtbot):
    slow = Hand("slow", "camera", seen=CAMERA)
    slow.at_once = False
    quiet, told = Quiet([slow]), []
    quiet.look(told.append, EVERY)
    quiet.close()
    slow.answers[0](CAMERA)
    qtbot.wait(round(LOOK_S * 1000) + 50)
    assert told == []
