"""Cues spoken by child programs: the text never in a command, nothing left running."""

from __future__ import annotations

import subprocess
import sys
import wave

import pytest

from deskstretch.desktop import child, once, speech
from deskstretch.desktop.speech import Speech, available, espeak, mac_say, standing
from deskstretch.desktop.speech.windows import powershell
from deskstretch.desktop.ways import FirstThatWorks
from tests.fakes import programs
from tests.fakes.programs import Programs, lives


@pytest.fixture
def here(tmp_path):
    return Programs(tmp_path)


@pytest.fixture
def speaks(qapp, here):
    """Make the speech of a desktop that has the programs made so far."""
    made = []

    def make(ways=None):
        found = available("linux", here.environment).ways if ways is None else ways
        made.append(Speech(found))
        return made[-1]

    yield make
    for one in made:
        one.close()
    assert not child._RUNNING


def test_a_cue_is_heard_by_espeak_ng(qtbot, speaks, tmp_path):
    """Really: into a file, because a test has no loudspeaker."""
    file = tmp_path / "cue.wav"
    program = child.find("espeak-ng")
    assert program, "packaging/linux/apt-test.txt names espeak-ng"
    talker = speaks([espeak(program, "en", "-w", str(file))])
    talker.say("Change sides. Right side.", 70)
    qtbot.waitUntil(lambda: not child._RUNNING, timeout=5000)
    assert talker.names == ("espeak-ng",)
    with wave.open(str(file)) as spoken:
        seconds = spoken.getnframes() / spoken.getframerate()
        loudest = max(abs(s) for s in memoryview(spoken.readframes(10**6)).cast("h"))
    assert 1.0 < seconds < 5.0
    assert loudest > 3000


def test_louder_is_louder_in_espeak_ng(qtbot, speaks, tmp_path):
    loudest = []
    for volume in (20, 70):
        file = tmp_path / f"{volume}.wav"
        speaks([espeak(child.find("espeak-ng"), "en", "-w", str(file))]).say(
            "Last one", volume
        )
        qtbot.waitUntil(lambda: not child._RUNNING, timeout=5000)
        with wave.open(str(file)) as spoken:
            samples = memoryview(spoken.readframes(10**6)).cast("h")
            loudest.append(max(abs(sample) for sample in samples))
    assert loudest[0] < 0.5 * loudest[1]


def test_the_text_goes_in_by_the_input_and_never_by_the_command(qtbot, here, speaks):
    here.make("espeak-ng", programs.READS_ALL)
    speaks().say("Left side; rm -rf $HOME", 70)
    qtbot.waitUntil(lambda: bool(here.notes))
    (note,) = here.notes
    assert note["told"] == "Left side; rm -rf $HOME\n"
    assert note["argv"] == ["-v", "en", "-a", "100", "--stdin"]


def test_a_cue_is_one_plain_line(qtbot, here, speaks):
    here.make("espeak-ng", programs.READS_ALL)
    speaks().say(" Left\nside\x1b\t " + "x" * 500, 70)
    qtbot.waitUntil(lambda: bool(here.notes))
    (told,) = here.noted("told")
    assert told.startswith("Left side x")
    assert len(told) == speech.LONGEST + 1


@pytest.mark.parametrize(("text", "volume"), [("Rest", 0), ("", 70), (" \n ", 70)])
def test_nothing_to_hear_starts_nothing(here, speaks, text, volume):
    here.make("espeak-ng", programs.READS_ALL)
    speaks().say(text, volume)
    assert not child._RUNNING


def test_a_newer_cue_replaces_an_older_one(qtbot, here, speaks):
    here.make("espeak-ng", programs.HANGS)
    talker = speaks()
    talker.say("Change sides", 70)
    qtbot.waitUntil(lambda: len(here.notes) == 1)
    talker.say("Right side", 70)
    qtbot.waitUntil(lambda: len(here.notes) == 2)
    first, second = here.noted("pid")
    qtbot.waitUntil(lambda: not lives(first))
    assert lives(second)
    assert talker.names == ("espeak-ng",)


def test_hush_ends_the_cue_and_close_everything(qtbot, here, speaks):
    here.make("espeak-ng", programs.HANGS)
    talker = speaks()
    talker.say("Change sides", 70)
    qtbot.waitUntil(lambda: len(here.notes) == 1)
    talker.hush()
    qtbot.waitUntil(lambda: not child._RUNNING)
    talker.say("Right side", 70)
    qtbot.waitUntil(lambda: len(here.notes) == 2)
    talker.close()
    assert not any(lives(pid) for pid in here.noted("pid"))
    assert not child._RUNNING
    talker.say("Done", 70)  # it may begin anew
    qtbot.waitUntil(lambda: len(here.notes) == 3)


@pytest.mark.parametrize("body", [programs.HANGS, programs.DEAF])
def test_a_program_that_hangs_is_killed_and_the_next_way_is_taken(
    qtbot, here, speaks, monkeypatch, body
):
    monkeypatch.setattr(once, "DEADLINE_S", 0.3)
    hangs = espeak(here.make("espeak-ng", body), "en")
    well = mac_say(here.make("say", programs.READS_ALL))
    talker = speaks([hangs, well])
    talker.say("Rest", 100)
    qtbot.waitUntil(lambda: talker.names == ("say",), timeout=3000)
    qtbot.waitUntil(lambda: here.noted("told")[-1:] == ["[[volm 1.00]] Rest\n"])
    assert not lives(here.noted("pid")[0])


@pytest.mark.parametrize("body", [programs.FAILS, None])
def test_a_way_that_fails_or_is_gone_makes_room_for_the_next(qtbot, here, speaks, body):
    program = here.make("espeak-ng", body) if body else str(here.folder / "gone")
    well = mac_say(here.make("say", programs.READS_ALL))
    talker = speaks([espeak(program, "en"), well])
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: talker.names == ("say",))
    qtbot.waitUntil(lambda: here.noted("told")[-1:] == ["[[volm 0.70]] Rest\n"])
    talker.say("Done", 70)  # the one that failed is not asked again
    qtbot.waitUntil(lambda: here.noted("told")[-1:] == ["[[volm 0.70]] Done\n"])
    assert len(here.notes) == (3 if body else 2)


def test_where_no_way_works_nothing_happens(qtbot, here, speaks):
    talker = speaks([espeak(here.make("espeak-ng", programs.FAILS), "en")])
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: talker.names == ())
    talker.say("Done", 70)
    talker.hush()
    assert len(here.notes) == 1


def test_what_comes_too_late_is_not_said_by_the_next_way(
    qtbot, here, speaks, monkeypatch
):
    monkeypatch.setattr("deskstretch.desktop.ways.LATE_S", -1.0)
    well = mac_say(here.make("say", programs.READS_ALL))
    talker = speaks([espeak(here.make("espeak-ng", programs.FAILS), "en"), well])
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: talker.names == ("say",))
    qtbot.waitUntil(lambda: not child._RUNNING)
    assert len(here.notes) == 1


# speech-dispatcher: one program for the whole session


@pytest.fixture
def dispatcher(here):
    """Give the desktop a `spd-say`, and the `stdbuf` it needs."""

    def make(body):
        here.make("spd-say", body)
        (here.folder / "stdbuf").symlink_to(child.find("stdbuf"))

    return make


def test_speech_dispatcher_comes_first_and_is_started_once(
    qtbot, here, dispatcher, speaks
):
    dispatcher(programs.ECHOES)
    here.make("espeak-ng", programs.READS_ALL)
    talker = speaks()
    assert talker.names == ("speech-dispatcher", "espeak-ng")
    talker.say("!-!Left side", 70)
    talker.say("Last one", 100)
    qtbot.waitUntil(lambda: len(here.noted("line")) == 8)
    (argv,) = here.noted("argv")
    assert argv == [
        *("--application-name", "DeskStretch"),
        *("--pipe-mode", "--priority", "message", "--language", "en"),
    ]
    assert here.noted("line") == [
        "!-!CANCEL SELF",
        "!-!SET SELF VOLUME 40",
        "Left side",
        "!-!SET SELF VOLUME 40",
        "!-!CANCEL SELF",
        "!-!SET SELF VOLUME 100",
        "Last one",
        "!-!SET SELF VOLUME 100",
    ]
    talker.hush()
    qtbot.waitUntil(lambda: here.noted("line")[-1] == "!-!CANCEL SELF")
    (pid,) = {note["pid"] for note in here.notes}
    assert lives(pid)
    talker.close()
    assert not lives(pid)


def test_a_service_that_answers_nothing_is_killed(
    qtbot, here, dispatcher, speaks, monkeypatch
):
    monkeypatch.setattr(standing, "DEADLINE_S", 0.3)
    dispatcher(programs.DEAF)
    here.make("espeak-ng", programs.READS_ALL)
    talker = speaks()
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: talker.names == ("espeak-ng",), timeout=3000)
    assert not lives(here.noted("pid")[0])


def test_a_service_that_takes_its_cues_is_never_killed(
    qtbot, here, dispatcher, speaks, monkeypatch
):
    monkeypatch.setattr(standing, "DEADLINE_S", 0.3)
    dispatcher(programs.ECHOES)
    talker = speaks()
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: len(here.noted("line")) == 4)
    qtbot.wait(500)  # that nothing happens cannot be waited for
    assert lives(here.noted("pid")[0])


def test_a_service_that_cannot_be_reached_makes_room(qtbot, here, dispatcher, speaks):
    dispatcher("sys.exit(1)")
    here.make("espeak-ng", programs.READS_ALL)
    talker = speaks()
    talker.say("Rest", 70)
    qtbot.waitUntil(lambda: here.noted("told") == ["Rest\n"])
    assert talker.names == ("espeak-ng",)


# the other systems, as far as they can be tried here


def test_the_words_for_windows_are_lines_of_volume_and_text(qtbot, here, speaks):
    way = powershell(here.make("powershell", programs.ECHOES), "en")
    talker = speaks([way])
    talker.say("Left side", 70)
    talker.hush()
    qtbot.waitUntil(lambda: here.noted("line") == ["70 Left side", "0"])
    assert "Left" not in " ".join(here.noted("argv")[0])


def test_a_text_cannot_command_the_voice_of_macos(qtbot, here, speaks):
    talker = speaks([mac_say(here.make("say", programs.READS_ALL))])
    talker.say("[[volm 9]] Rest", 50)
    qtbot.waitUntil(lambda: here.noted("told") == ["[[volm 0.50]] volm 9 Rest\n"])
    assert here.noted("argv") == [[]]


@pytest.mark.parametrize(
    ("platform", "program"),
    [("linux", "espeak-ng"), ("darwin", "say"), ("win32", "PowerShell")],
)
def test_where_nothing_can_speak_a_sentence_says_so(here, platform, program):
    found = available(platform, here.environment)
    assert found.ways == ()
    assert program in str(found.missing)


@pytest.mark.parametrize(
    ("platform", "program", "name"),
    [
        ("linux", "espeak-ng", "espeak-ng"),
        ("darwin", "say", "say"),
        ("win32", "powershell", "system-speech"),
    ],
)
def test_what_is_installed_is_found_without_being_started(
    here, platform, program, name
):
    here.make(program, programs.READS_ALL)
    found = available(platform, here.environment)
    assert [way.name for way in found.ways] == [name]
    assert found.missing is None
    assert here.notes == []


# when this process dies

_SPEAKER = """
import sys
from PySide6.QtCore import QCoreApplication
from deskstretch.desktop.speech import Speech, espeak
app = QCoreApplication([])
speech = Speech([espeak(sys.argv[1], "en")])
speech.say("Rest", 70)
app.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux does it")
def test_a_program_dies_with_us(qtbot, here):
    hangs = here.make("espeak-ng", programs.HANGS)
    speaker = subprocess.Popen([sys.executable, "-c", _SPEAKER, hangs])
    try:
        qtbot.waitUntil(lambda: bool(here.notes), timeout=8000)
    finally:
        speaker.kill()
        speaker.wait()
    qtbot.waitUntil(lambda: not lives(here.noted("pid")[0]))


def test_without_a_helper_a_program_is_run_as_it_is(here):
    assert child.with_us(("say",), "darwin") == ("say",)
    assert child.with_us(("x",), "linux", here.environment) == ("x",)
    here.make("busybox", programs.FAILS)
    (here.folder / "setpriv").symlink_to(here.folder / "busybox")
    assert child.with_us(("x",), "linux", here.environment) == ("x",)
    (here.folder / "setpriv").unlink()
    here.make("setpriv", programs.FAILS)
    assert child.with_us(("x", "y"), "linux", here.environment)[1:] == (
        *("--pdeathsig", "KILL", "--"),
        *("x", "y"),
    )


def test_telling_nobody_is_no_harm(qapp):
    nobody = FirstThatWorks([])
    nobody.do("Rest", 70)
    nobody.hush()
    nobody.close()
    assert nobody.names == ()
