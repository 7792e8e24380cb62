"""What the tray says in each state, word for word."""

from dataclasses import replace
from datetime import datetime

import pytest

from deskstretch.app import items, tray_lines
from deskstretch.desktop import paths
from deskstretch.movements import catalogue
from deskstretch.reminders.status import (
    PromptStatus,
    ReminderStatus,
    Status,
    StopStatus,
)
from deskstretch.words import words

WALL = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
HIP = ReminderStatus("hip-flexor", "kneeling-hip-flexor", "desk-time", 42 * 60.0)
LAT = ReminderStatus("lat-stretch", "lat-stretch", "on-return", None)
COUNTING = Status(
    phase="counting",
    reason=None,
    reminders=(HIP, LAT),
    prompt=None,
    away=False,
    held=(),
    paused=False,
    paused_until=None,
    stop=None,
    session=None,
)
STOP = StopStatus(WALL, open=False, asks=False)


@pytest.fixture(scope="module")
def movements():
    found = catalogue.load(paths.assets("movements", ".toml")).movements
    return {slug: items.of_movement(movement) for slug, movement in found.items()}


def due(seconds):
    return replace(COUNTING, reminders=(replace(HIP, due_in_s=seconds), LAT))


@pytest.mark.parametrize(
    ("status", "left", "line", "tooltip", "state"),
    [
        (COUNTING, None, "Hip flexor in 42 min", "hip flexor in 45 min", "normal"),
        (due(299), None, "Hip flexor in 5 min", "hip flexor in 5 min", "near"),
        (due(61), None, "Hip flexor in 2 min", "hip flexor in 2 min", "near"),
        (due(59), None, "Hip flexor in 1 min", "hip flexor in 1 min", "near"),
        (
            replace(due(0), held=("hip-flexor",)),
            None,
            "Hip flexor is ready when you are",
            "hip flexor is ready when you are",
            "due",
        ),
        (
            replace(
                due(0),
                phase="prompting",
                prompt=PromptStatus("hip-flexor", "kneeling-hip-flexor", words("x")),
            ),
            None,
            "Hip flexor is ready when you are",
            "hip flexor is ready when you are",
            "due",
        ),
        (
            replace(COUNTING, reminders=(LAT,)),
            None,
            "Lat stretch when you come back",
            "lat stretch when you come back",
            "normal",
        ),
        (
            replace(COUNTING, reminders=()),
            None,
            "No reminders are switched on",
            "no reminders are switched on",
            "normal",
        ),
        (
            replace(
                COUNTING,
                phase="paused",
                paused=True,
                paused_until=WALL.replace(hour=14, minute=30),
            ),
            None,
            "Paused until 14:30",
            "paused until 14:30",
            "paused",
        ),
        (
            replace(
                COUNTING,
                phase="paused",
                paused=True,
                paused_until=WALL.replace(day=3, hour=9),
            ),
            None,
            "Paused until Tue 09:00",
            "paused until Tue 09:00",
            "paused",
        ),
        (
            replace(COUNTING, phase="paused", paused=True),
            None,
            "Paused until you resume",
            "paused until you resume",
            "paused",
        ),
        (
            replace(COUNTING, phase="session"),
            72.0,
            "In session: 1:12 left",
            "in session",
            "session",
        ),
        (
            replace(COUNTING, phase="stopped", stop=STOP),
            None,
            "Stretches are paused",
            "stretches are paused",
            "paused",
        ),
        (
            replace(COUNTING, phase="quiet", reason=words("microphone in use")),
            None,
            "Quiet: microphone in use",
            "quiet: microphone in use",
            "normal",
        ),
    ],
)
def test_the_tray_says_how_things_stand(movements, status, left, line, tooltip, state):
    view = tray_lines.view(status, movements, WALL, left)
    assert str(view.first_line) == line
    assert str(view.tooltip) == f"DeskStretch: {tooltip}"
    assert view.state == state


def test_the_small_window_gets_the_line_in_two_parts(movements):
    view = tray_lines.view(COUNTING, movements, WALL, None)
    assert (str(view.what), str(view.when)) == ("Hip flexor in", "42 min")


def test_a_tooltip_away_from_the_end_stays_for_five_minutes(movements):
    told = {
        str(tray_lines.view(due(seconds), movements, WALL, None).tooltip)
        for seconds in range(40 * 60 + 1, 45 * 60 + 1, 10)
    }
    assert told == {"DeskStretch: hip flexor in 45 min"}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (40, "40 s"),
        (60, "1 min"),
        (90, "1½ min"),
        (110, "2 min"),
        (120, "2 min"),
        (200, "3½ min"),
    ],
)
def test_a_duration_is_told_as_people_say_it(seconds, text):
    assert str(tray_lines.duration(seconds)) == text


def test_hours_are_told_from_two_hours_on():
    assert str(tray_lines.minutes(119 * 60)) == "119 min"
    assert str(tray_lines.minutes(150 * 60)) == "2 h 30 min"
