"""A session is heard as its timeline says, and only while somebody wants to hear it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deskstretch.app import keeping_awake, voicing
from deskstretch.app.fitting import Fitting
from deskstretch.app.keeping_awake import KeepingAwake
from deskstretch.app.sessions import Sessions
from deskstretch.app.voicing import Voicing
from deskstretch.desktop import child, speech
from tests.app.conftest import READ
from tests.fakes import programs
from tests.fakes.programs import Programs, lives

ALL = READ + "\n[sound]\nchimes = true\nticks = true\nvoice = true\n"
VOICE = READ + "\n[sound]\nvoice = true\nvolume = 40\n"


class Recorder:
    """Stands in for speech or sounds; everything goes into one list."""

    def __init__(self, heard, kind):
        self.heard, self.kind, self.gone = heard, kind, False

    def say(self, text, volume):
        self.heard.append((self.kind, text, volume))

    play = say

    def hush(self):
        self.heard.append((self.kind, "hush", 0))

    def close(self):
        self.heard.append((self.kind, "close", 0))

    def deleteLater(self):
        self.gone = True


class Listener:
    """One app with a voice that is written down instead of heard."""

    def __init__(self, here):
        self.here = here
        self.heard = []
        self.made = []
        parts = here.parts
        fitting = Fitting(parts.content, parts.live, here.driver.in_morning_guard)
        self.sessions = Sessions(parts, fitting, here.parent)
        self.voicing = Voicing(
            parts.live,
            parts.content,
            here.parent,
            speech=lambda: self._made("voice"),
            sounds=lambda: self._made("sound"),
        )
        self.voicing.listen_to(self.sessions)

    def _made(self, kind):
        self.made.append(kind)
        return Recorder(self.heard, kind)

    @property
    def play(self):
        return self.sessions._window.performance

    def passes(self, seconds, step=0.25):
        """Let time pass as the event loop does: cues when due, then the screen."""
        for _ in range(round(seconds / step)):
            self.here.clock.awake_s = round(self.here.clock.awake_s + step, 6)
            if self.voicing._next.isActive():
                self.voicing.tell()
            self.rings_out()
            if self.sessions._window is not None:
                self.play.show_now()

    def rings_out(self):
        """Let the chime be over that a cue waits for."""
        if self.voicing._after_chime.isActive():
            self.voicing._after_chime.stop()
            self.voicing._on_chime_over()

    def take(self, *, hushes=False):
        """Return what was heard since the last time."""
        self.rings_out()
        taken = [one[:2] for one in self.heard if hushes or one[1] != "hush"]
        self.heard.clear()
        return taken


@pytest.fixture
def listen(desk, qtbot):
    made = []

    def make(settings=VOICE):
        made.append(Listener(desk(settings)))
        return made[-1]

    yield make
    for one in made:
        one.sessions.end()
        one.voicing.close()


def test_a_whole_stretch_is_heard_with_everything_on(listen):
    app = listen(ALL)
    app.sessions.open("lat-stretch")
    app.passes(5 + 5 + 35)
    assert app.take() == [
        ("voice", "Get into position. Hands on the desk."),
        ("sound", "tick"),
        ("voice", "Lat stretch"),
        ("sound", "tick"),
        ("sound", "tick"),
        ("sound", "tick"),
        ("sound", "tick"),
        ("voice", "Last one"),
        ("sound", "end"),
        ("voice", "Done"),
    ]


def test_sides_and_their_change_are_heard_by_voice_alone(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(150)
    assert [text for _kind, text in app.take()] == [
        "Get into position. One foot well back.",
        "Standing hip flexor. Left side.",
        "Rep 5 of 10",
        "Last one",
        "Change sides",
        "Right side",
        "Rep 5 of 10",
        "Last one",
        "Done",
    ]
    assert app.made == ["voice"]


def test_chimes_alone_ring_at_the_change_and_the_end(listen):
    app = listen(READ + "\n[sound]\nchimes = true\n")
    app.sessions.open("standing-hip-flexor")
    app.passes(150)
    assert app.take() == [("sound", "change"), ("sound", "end")]


def test_the_volume_goes_with_each_cue(listen):
    app = listen()
    app.sessions.open("lat-stretch")
    app.here.puts(sound_volume=90)
    app.passes(11)
    said = [(text, loud) for _kind, text, loud in app.heard if text != "hush"]
    assert said == [
        ("Get into position. Hands on the desk.", 40),
        ("Lat stretch", 90),
    ]


@pytest.mark.parametrize(
    "settings", [READ, ALL + "volume = 0\n"], ids=["off", "no volume"]
)
def test_nothing_is_made_while_nobody_wants_to_hear(listen, settings):
    app = listen(settings)
    app.sessions.open("lat-stretch")
    app.passes(60)
    assert app.made == []
    assert app.heard == []


def test_what_is_off_is_not_even_imported():
    """In a process of its own: the tests here have imported it all."""
    code = (
        "import sys, deskstretch.app.application\n"
        "names = ('coaching.announcing', 'desktop.speech', 'desktop.sound',"
        " 'desktop.awake', 'desktop.ways', 'desktop.child')\n"
        "print([n for n in names if 'deskstretch.' + n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_switched_on_under_way_it_is_heard_from_then_on(listen):
    app = listen(READ)
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 12)
    app.here.puts(sound_voice=True)
    assert app.take() == []
    app.passes(10)
    assert app.take() == [("voice", "Rep 5 of 10")]


def test_switched_off_under_way_it_is_silent_at_once(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5)
    app.take()
    app.here.puts(sound_voice=False)
    assert app.take() == [("voice", "close")]
    app.passes(200)
    assert app.take() == []


def test_a_pause_silences_and_what_it_passes_over_is_not_said(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 2)
    app.take()
    app.play.pause()
    assert app.take(hushes=True) == [("voice", "hush")]
    app.passes(300)
    assert app.take(hushes=True) == []
    app.play.resume()
    app.passes(5)
    assert app.take() == []


def test_a_jump_says_only_where_it_went(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 2)
    app.take()
    app.play.next()  # over the rest of the left side
    assert app.take(hushes=True) == [("voice", "hush"), ("voice", "Change sides")]
    app.play.next()
    assert app.take() == [("voice", "Right side")]
    app.play.back()
    app.play.back()
    assert app.take() == [("voice", "Right side"), ("voice", "Change sides")]


def test_a_jump_in_a_pause_is_said_when_it_goes_on(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 2)
    app.play.pause()
    app.play.next()
    app.play.next()
    app.take()
    app.play.resume()
    assert app.take() == [("voice", "Right side")]


def test_a_stall_leaves_out_what_is_late(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 2)
    app.take()
    app.here.clock.awake_s += 50  # into the change of sides, 2 s late
    app.voicing.tell()
    assert app.take() == []
    app.passes(10)
    assert app.take() == [("voice", "Right side")]


def test_the_next_cue_is_waited_for_by_one_timer(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    left = app.voicing._next.remainingTime()
    position = app.play.view().position
    assert left == pytest.approx((5 - position) * 1000, abs=50)
    app.play.pause()
    assert not app.voicing._next.isActive()


def test_a_stopped_session_says_no_done_and_leaves_nothing_running(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 12)
    app.take()
    app.sessions._window._finish()
    assert app.take(hushes=True)[:1] == [("voice", "hush")]
    assert app.voicing._farewell.isActive()
    app.voicing._farewell.timeout.emit()
    assert app.take() == [("voice", "close")]


def test_two_sessions_one_after_the_other(listen):
    app = listen()
    for _ in range(2):
        app.sessions.open("lat-stretch")
        app.passes(60)
        assert [text for _kind, text in app.take()] == [
            "Get into position. Hands on the desk.",
            "Lat stretch",
            "Last one",
            "Done",
        ]
        app.sessions.end()


def test_a_change_of_position_waits_and_so_does_its_cue(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    play = app.play
    play._session.set_waits(app.here.clock.awake(), ("switch",))
    app.passes(5 + 5 + 50 + 30)
    assert play.view().waiting
    assert app.take()[-1] == ("voice", "Change sides")
    play.resume()
    app.passes(1)
    assert app.take() == [("voice", "Right side")]


def test_more_time_moves_the_cue_and_says_nothing_twice(listen):
    app = listen()
    app.sessions.open("standing-hip-flexor")
    app.passes(5 + 5 + 50 + 2)
    app.take()
    app.play.more_time()
    app.passes(3 + 9)
    assert app.take(hushes=True) == []
    app.passes(2)
    assert app.take() == [("voice", "Right side")]


def test_what_cannot_be_heard_here_has_its_reason(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    reasons = voicing.missing()
    assert set(reasons) == {"sound.chimes", "sound.ticks", "sound.voice"}
    assert "espeak-ng" in str(reasons["sound.voice"])


def test_a_voice_that_is_switched_on_is_really_heard(
    desk, qtbot, tmp_path, monkeypatch
):
    """The real way from the session to a program, which notes what it is told."""
    made = Programs(tmp_path)
    made.make("espeak-ng", programs.HANGS)
    ways = speech.available("linux", made.environment).ways
    here = desk(VOICE)
    fitting = Fitting(here.parts.content, here.parts.live, here.driver.in_morning_guard)
    sessions = Sessions(here.parts, fitting, here.parent)
    heard = Voicing(
        here.parts.live,
        here.parts.content,
        here.parent,
        speech=lambda: speech.Speech(ways),
    )
    heard.listen_to(sessions)
    sessions.open("lat-stretch")
    qtbot.waitUntil(lambda: bool(made.notes))
    assert made.noted("told") == ["Get into position. Hands on the desk.\n"]
    sessions.end()
    heard.close()
    assert not lives(made.noted("pid")[0])
    assert not child._RUNNING


# the display


class HandAwake:
    def __init__(self):
        self.asked = []

    def hold(self, reason):
        self.asked.append(reason)

    def release(self):
        self.asked.append("released")


@pytest.fixture
def display(desk, qtbot):
    here = desk(READ)
    parts = here.parts
    fitting = Fitting(parts.content, parts.live, here.driver.in_morning_guard)
    here.sessions = Sessions(parts, fitting, here.parent)
    here.awake = HandAwake()
    here.keeping = KeepingAwake(lambda: here.awake, here.parent)
    here.keeping.listen_to(here.sessions)
    yield here
    here.sessions.end()


def test_the_display_is_held_from_the_begin_to_the_end(display):
    assert display.awake.asked == []
    display.sessions.open("lat-stretch")
    assert display.awake.asked == ["A stretch is shown"]
    display.clock.awake_s += 60
    display.sessions._window.performance.show_now()
    assert display.awake.asked == ["A stretch is shown", "released"]


def test_a_long_pause_gives_it_back_and_going_on_takes_it_again(display):
    display.sessions.open("lat-stretch")
    play = display.sessions._window.performance
    play.pause()
    play.next()
    assert display.awake.asked == ["A stretch is shown"]
    assert display.keeping._pause.isActive()
    assert (
        display.keeping._pause.interval() == keeping_awake.LONGEST_PAUSE_MS == 120_000
    )
    display.keeping._pause.timeout.emit()
    assert display.awake.asked == ["A stretch is shown", "released"]
    play.resume()
    assert display.awake.asked[2:] == ["A stretch is shown"]
    assert not display.keeping._pause.isActive()


def test_a_short_pause_changes_nothing(display):
    display.sessions.open("lat-stretch")
    play = display.sessions._window.performance
    play.pause()
    play.resume()
    assert set(display.awake.asked) == {"A stretch is shown"}
    assert not display.keeping._pause.isActive()


def test_a_closed_session_gives_it_back(display):
    display.sessions.open("lat-stretch")
    display.sessions.end()
    assert display.awake.asked == ["A stretch is shown", "released"]
