"""Bad input about reminders: one plain sentence each, and the rest works."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from deskstretch.cli.commands import run

START = '{"at": "2026-03-02T09:00:00+01:00", "event": "start"}'
ACTIVE = '{"at": "2026-03-02T09:00:00+01:00", "event": "active"}'
END = '{"at": "2026-03-02T10:00:00+01:00", "event": "end"}'
GOOD = """
[[reminder]]
name = "good"
does = "lat-stretch"
kind = "desk-time"
every = "20min"
"""


@pytest.fixture
def told(tmp_path, capsys):
    """Simulate an hour at the desk by these settings: exit code, cards, sentences."""

    def simulate(settings):
        (tmp_path / "day").write_text("\n".join([START, ACTIVE, END]))
        (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
        day, file = str(tmp_path / "day"), str(tmp_path / "settings.toml")
        code = run(["--profile", str(tmp_path), "simulate", day, "--settings", file])
        caught = capsys.readouterr()
        effects = [json.loads(line) for line in caught.out.splitlines()]
        cards = [(one["name"], one["at"][11:16]) for one in effects if "name" in one]
        sentences = caught.err.splitlines()
        return code, cards, [one.removeprefix(f"{file}, ") for one in sentences]

    return simulate


FIRST = ("good", "09:20")
BAD = {
    "no table": ('[[reminder]]\nname = "x"\n', "does"),
    "a doubled name": (
        '[[reminder]]\nname = "good"\ndoes = "lat-stretch"\nkind = "daily"\n',
        '"good" is the name of another one',
    ),
    "a bad name": (
        '[[reminder]]\nname = 7\ndoes = "lat-stretch"\nkind = "daily"\n',
        '"7" is not text',
    ),
    "what there is not": (
        '[[reminder]]\nname = "x"\ndoes = "handstand"\nkind = "daily"\n',
        "handstand",
    ),
    "a bad does": (
        '[[reminder]]\nname = "x"\ndoes = 5\nkind = "daily"\n',
        "no movement or routine",
    ),
    "a bad kind": (
        '[[reminder]]\nname = "x"\ndoes = "lat-stretch"\nkind = "weekly"\n',
        '"weekly" is not one of desk-time, on-return, daily',
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_reminder_that_cannot_be_is_named_and_left_out(told, what):
    table, says = BAD[what]
    code, cards, sentences = told(GOOD + table)
    assert code == 0
    assert cards[0] == FIRST
    assert {name for name, _ in cards} == {"good"}
    assert len(sentences) == 1
    assert says in sentences[0]
    assert sentences[0].endswith("This reminder is left out.")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('every = "1s"', "5s is the least. Using 90min."),
        ('every = "25h"', "24h is the most. Using 90min."),
        ('every = "often"', "is not a length of time"),
        ("every = 20", "has no unit"),
        ('enabled = "no"', "is not true or false. Using true."),
        ('days = ["funday"]', '"funday" is not a day'),
        ('days = "mon"', "is not a list"),
        ('hours = ["09:00-25:00"]', "is not a stretch of time"),
        ('hours = ["09:00"]', "is not a stretch of time"),
        ('at = "09:00"', "A reminder of the kind desk-time does not use this."),
    ],
)
def test_a_bad_value_of_a_reminder_takes_its_usual_one(told, line, says):
    table = '[[reminder]]\nname = "x"\ndoes = "lat-stretch"\nkind = "desk-time"\n'
    code, cards, sentences = told(f"{GOOD}\n{table}{line}\n")
    assert (code, cards[0]) == (0, FIRST)
    assert len(sentences) == 1
    assert says in sentences[0]
    assert sentences[0].startswith("line ")


@pytest.mark.parametrize("at", ["25:00", "9 o'clock", "08:60", ""])
def test_a_time_of_day_that_is_none(told, at):
    table = '[[reminder]]\nname = "x"\ndoes = "lat-stretch"\nkind = "daily"\n'
    _code, cards, sentences = told(f"{GOOD}\n{table}at = {json.dumps(at)}\n")
    assert cards[0] == FIRST
    assert len(sentences) == 1
    assert "is not a time of day" in sentences[0]
    assert sentences[0].endswith("Using 08:00.")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('[presence]\naway_after = "soon"\n', "presence.away_after"),
        ("[limits]\nprompts_a_day = -1\n", "limits.prompts_a_day"),
        ('[limits]\nmorning_guard = "3h"\n', "120min is the most"),
        ('[hours]\nmon = ["25:00-26:00"]\nmon2 = []\n', "hours.mon"),
        ("[quiet]\ncamera = 7\n", "quiet.camera"),
        ('[quiet]\nprograms = "zoom"\n', "quiet.programs"),
        ('[quiet]\nafter = "2"\n', "quiet.after"),
    ],
)
def test_a_bad_value_elsewhere_is_named_with_its_line(told, table, says):
    code, cards, sentences = told(GOOD + table)
    assert code == 0
    assert any(says in one and one.startswith("line ") for one in sentences)
    if "hours" not in table:
        assert cards[0] == FIRST


NO_ZONES = """
import sys
sys.modules["tzdata"] = None
from deskstretch.cli.commands import run
sys.exit(run(sys.argv[1:]))
"""


def test_a_machine_without_time_zone_data(tmp_path):
    day = tmp_path / "day"
    named = '{"at": "2026-03-02T10:00:00+01:00", "event": "idle", "zone": "Asia/Tokyo"}'
    day.write_text("\n".join([START, ACTIVE, END, named]))
    done = subprocess.run(
        [sys.executable, "-c", NO_ZONES, "simulate", str(day)],
        env={**os.environ, "PYTHONTZPATH": "", "TZ": "Europe/Nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "line 4: this machine has no time-zone data: install tzdata, or name no zone.\n"
    )
    effects = [json.loads(one) for one in done.stdout.splitlines()]
    assert [one["effect"] for one in effects].count("prompt") == 1  # the diary
