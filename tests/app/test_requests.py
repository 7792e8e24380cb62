"""What every command is answered, in every state the reminders can be in."""

import pytest
from conftest import READ
from PySide6.QtWidgets import QApplication

from deskstretch.coaching.safety import RED_FLAGS
from deskstretch.reminders import events
from deskstretch.ui.small_window import SmallWindow

RED_FLAG = '[safety]\nnotice_read = "2026-03-01"\nred_flag = "2026-03-01"\n'
OFF_HOURS = f'{READ}\n[hours]\nmon = ["13:00-14:00"]\n'
DONE = (0, None)
BLOCKED = str(RED_FLAGS.blocked_text)

PHASES = {
    "counting": (READ, lambda here: here.passes(60)),
    "away": (READ, lambda here: here.idle.rests(400)),
    "prompting": (READ, lambda here: here.passes(90 * 60)),
    "session": (READ, lambda here: here.desk.sessions.open("standing-hip-flexor")),
    "paused": (READ, lambda here: here.driver.dispatch(events.Paused(None))),
    "stopped": (READ, lambda here: here.driver.dispatch(events.Hurt("sharp"))),
    "quiet": (
        READ,
        lambda here: here.is_busy("microphone"),
    ),
    "off-hours": (OFF_HOURS, lambda _here: None),
    "red flag": (RED_FLAG, lambda _here: None),
}
USUAL = ("counting", "away", "paused", "quiet", "off-hours")


def reached(app, name):
    settings, lead = PHASES[name]
    here = app(settings)
    lead(here)
    assert here.phase == ("stopped" if name == "red flag" else name)
    return here


def answer(here, command, **arguments):
    """Return the exit code and the one sentence, if any."""
    told = here.tells(command, **arguments)
    assert set(told) == {"exit", "out", "err"}
    assert (told["exit"] == 0) == (told["err"] is None)
    return told["exit"], told["err"] if told["out"] is None else told["out"]


def windows(kind):
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


@pytest.mark.parametrize("name", PHASES)
def test_ping_changes_nothing(app, name):
    here = reached(app, name)
    before = here.phase, here.tray.view
    assert answer(here, "ping") == DONE
    assert (here.phase, here.tray.view) == before


@pytest.mark.parametrize("name", PHASES)
def test_show_opens_the_small_window(app, name):
    here = reached(app, name)
    before = here.phase
    assert answer(here, "show") == DONE
    assert [one.isVisible() for one in windows(SmallWindow)] == [True]
    assert answer(here, "show") == DONE
    assert len(windows(SmallWindow)) == 1
    assert here.phase == before


@pytest.mark.parametrize(
    ("name", "expected", "after"),
    [
        *((name, DONE, "session") for name in (*USUAL, "prompting")),
        ("session", (1, "A session is open already."), "session"),
        ("stopped", (1, "Stretches are off until the check."), "stopped"),
        ("red flag", (1, BLOCKED), "stopped"),
    ],
)
def test_start(app, name, expected, after):
    here = reached(app, name)
    assert answer(here, "start", slug="lat-stretch") == expected
    assert here.phase == after
    opened = name != "stopped"  # a red flag opens the page that says why
    assert (here.player() is not None) == opened


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, DONE) for name in USUAL),
        ("prompting", (1, "A card is open already.")),
        ("session", (1, "A session is open.")),
        ("stopped", (1, "Stretches are off until the check.")),
        ("red flag", (1, "Stretches are off until a professional says they are fine.")),
    ],
)
def test_prompt(app, name, expected):
    here = reached(app, name)
    before = here.desk.prompting.prompt
    assert answer(here, "prompt", slug="lat-stretch") == expected
    asked = here.desk.prompting.prompt
    assert asked == before if expected != DONE else asked.does == "lat-stretch"
    assert (here.card is not None) == (expected == DONE)


def test_prompt_without_a_slug_asks_for_what_comes_next(app):
    here = reached(app, "counting")
    assert answer(here, "prompt") == DONE
    assert here.desk.prompting.prompt.does == "kneeling-hip-flexor"


def test_prompt_without_any_reminder_says_so(app):
    here = app()
    for name in ("hip-flexor", "lat-stretch", "morning"):
        here.parts.live.put({f"reminder.{name}.enabled": False})
    assert answer(here, "prompt") == (1, "No reminder is switched on.")
    assert answer(here, "prompt", slug="lat-stretch") == DONE


@pytest.mark.parametrize(
    ("name", "after"),
    [
        *((name, "paused") for name in (*USUAL, "prompting")),
        ("session", "session"),
        ("stopped", "stopped"),
        ("red flag", "stopped"),
    ],
)
@pytest.mark.parametrize("arguments", [{}, {"for": "1h"}, {"for": "tomorrow"}])
def test_pause(app, name, after, arguments):
    here = reached(app, name)
    assert answer(here, "pause", **arguments) == DONE
    status = here.driver.status_now()
    assert (status.phase, status.paused) == (after, True)
    assert (status.paused_until is None) == (arguments == {})
    assert here.desk.prompting.prompt is None


def test_a_pause_of_a_length_ends_by_itself(app):
    here = app()
    assert answer(here, "pause", **{"for": "30min"}) == DONE
    here.passes(30 * 60 - 1)
    assert here.phase == "paused"
    here.passes(2)
    assert here.phase == "counting"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(
            (name, (1, "Reminders are not paused."))
            for name in ("counting", "away", "prompting", "session", "quiet")
        ),
        ("off-hours", (1, "Reminders are not paused.")),
        ("paused", DONE),
        ("stopped", (1, "Stretches are paused by a stop sign, until the check.")),
        ("red flag", (1, BLOCKED)),
    ],
)
def test_resume(app, name, expected):
    here = reached(app, name)
    before = here.phase
    assert answer(here, "resume") == expected
    assert here.phase == ("counting" if name == "paused" else before)


@pytest.mark.parametrize("name", PHASES)
@pytest.mark.parametrize("arguments", [{}, {"for": "5min"}])
def test_snooze(app, name, arguments):
    here = reached(app, name)
    before = here.phase
    nothing = (1, "Nothing is asked now that could be snoozed.")
    expected = DONE if name == "prompting" else nothing
    assert answer(here, "snooze", **arguments) == expected
    assert here.phase == ("counting" if name == "prompting" else before)
    assert here.desk.prompting.prompt is None


def test_a_snooze_takes_the_length_it_is_given(app):
    here = reached(app, "prompting")
    assert answer(here, "snooze", **{"for": "15min"}) == DONE
    here.passes(15 * 60 - 1)
    assert here.phase == "counting"
    here.passes(2)
    assert here.phase == "prompting"


@pytest.mark.parametrize("name", PHASES)
def test_skip(app, name):
    here = reached(app, name)
    before = here.phase
    assert answer(here, "skip") == DONE
    # somebody who presses something is there
    after = "counting" if name in ("prompting", "away") else before
    assert here.phase == after
    assert here.desk.prompting.prompt is None


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("counting", "Hip flexor in 89 min"),
        ("away", "Hip flexor in 90 min"),
        ("prompting", "Hip flexor is ready when you are"),
        ("session", "In session: 1:42 left"),
        ("paused", "Paused until you resume"),
        ("stopped", "Stretches are paused"),
        ("quiet", "Quiet: microphone in use"),
        ("off-hours", "Quiet until 13:00"),
        ("red flag", "Get checked first"),
    ],
)
def test_status_is_the_first_line_of_the_menu(app, name, line):
    here = reached(app, name)
    if name == "session":
        line = here.tray.line
        assert line.startswith("In session")
    assert answer(here, "status") == (0, line)
    assert here.tray.line == line


@pytest.mark.parametrize("name", PHASES)
def test_status_as_json_keeps_its_shape(app, name):
    here = reached(app, name)
    code, told = answer(here, "status", json=True)
    assert code == 0
    assert told["phase"] == here.phase
    assert {"reason", "notifier", "tray"} <= set(told)
    assert told["presence"]["away"] == (name == "away")
    assert told["presence"]["source"] == "hand"
    assert (told["notifier"], told["tray"]) == ("hand", "icon")
    assert [one["name"] for one in told["reminders"]] == [
        "hip-flexor",
        "lat-stretch",
        "morning",
    ]
    assert {tuple(one) for one in told["reminders"]} == {
        ("name", "does", "kind", "due_in_s")
    }
    prompt = told["prompt"]
    assert (prompt is not None) == (name == "prompting")
    if prompt:
        assert prompt == {
            "name": "hip-flexor",
            "does": "kneeling-hip-flexor",
            "reason": "90 min of sitting",
        }


@pytest.mark.parametrize("name", PHASES)
def test_quit_is_answered_before_the_app_leaves(app, name, qtbot):
    here = reached(app, name)
    left = []
    here.desk.quit_requested.connect(lambda: left.append(True))
    assert answer(here, "quit") == DONE
    assert left == []
    qtbot.waitUntil(lambda: left == [True])


# What is no command

UNKNOWN = (2, "DeskStretch does not know this command.")


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"cmd": None},
        {"cmd": ""},
        {"cmd": "dance"},
        {"cmd": ["ping"]},
        {"cmd": {"a": 1}, "args": {}},
        {"cmd": 7},
        {"cmd": "Ping"},
    ],
)
def test_what_is_no_command_is_told_so(app, request_):
    here = app()
    told = here.desk.requests.answer(request_)
    assert (told["exit"], told["out"], told["err"]) == (2, None, UNKNOWN[1])
    assert here.phase == "counting"


@pytest.mark.parametrize("arguments", [None, [], "5min", 7, {"more": "than asked"}])
def test_arguments_that_are_none_are_taken_for_none(app, arguments):
    here = app()
    told = here.desk.requests.answer({"cmd": "pause", "args": arguments})
    assert told["exit"] == 0
    assert here.driver.status_now().paused_until is None


@pytest.mark.parametrize("slug", ["dance", "", None, 7, [], {}, "lat-stretch/dance"])
def test_start_of_what_there_is_not(app, slug):
    here = app()
    code, sentence = answer(here, "start", slug=slug)
    assert code == 2
    assert sentence.endswith(".")
    assert (here.phase, here.player()) == ("counting", None)


def test_start_without_a_slug(app):
    here = app()
    assert answer(here, "start")[0] == 2
    assert here.player() is None


@pytest.mark.parametrize("slug", ["dance", "", 7, [], "lat-stretch/dance"])
def test_prompt_of_what_there_is_not(app, slug):
    here = app()
    code, sentence = answer(here, "prompt", slug=slug)
    assert code == 2
    assert sentence.endswith(".")
    assert (here.phase, here.card) == ("counting", None)


@pytest.mark.parametrize("command", ["pause", "snooze"])
@pytest.mark.parametrize("length", ["soon", "", "-5min", "0min", "0s", None, 5, []])
def test_a_length_of_time_that_is_none(app, command, length):
    here = reached(app, "prompting")
    code, sentence = answer(here, command, **{"for": length})
    assert code == 2
    assert sentence.endswith(".")
    assert here.phase == "prompting"


@pytest.mark.parametrize("command", ["pause", "snooze"])
def test_the_longest_length_of_time_is_no_trouble(app, command):
    here = reached(app, "prompting")
    code, sentence = answer(here, command, **{"for": "999999h"})
    assert (code, bool(sentence)) in [(0, False), (2, True)]
    here.passes(60)
