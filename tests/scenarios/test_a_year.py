"""Office life for weeks and a year, judged from outside: no promise is broken."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from judge import Judge
from office import LIBRARY, RULES, Office

from deskstretch.reminders import simulate
from deskstretch.reminders.reminder import EveryDeskTime

SEEDS = range(2)


def judged(seed, days, rules=RULES):
    return Judge(rules, LIBRARY).hears(Office(seed).lives(days))


@pytest.fixture(autouse=True)
def _woken_by():
    """Told once: a year with the scheduler's every wake-up takes too long."""


@pytest.mark.parametrize("seed", SEEDS)
def test_six_weeks_break_no_promise(seed):
    judge = judged(seed, 42)
    assert judge.broken == []
    assert all(judge.brought[name] > 5 for name in ("hip-flexor", "lat-stretch"))


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(5))
def test_a_year_breaks_no_promise(seed):
    judge = judged(seed, 365)
    assert judge.broken == []
    assert set(judge.brought) == {one.name for one in RULES.reminders}
    assert {"time-out", "quiet"} <= set(judge.closed)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_eager_life_breaks_none_either(seed):
    eager = replace(
        RULES,
        reminders=(
            EveryDeskTime("short", "cat-cow", every_s=900),
            *RULES.reminders,
        ),
        hours=None,
        between_cards_s=0,
        after_return_s=0,
        prompts_a_day=3,
        returns_a_day=2,
    )
    assert judged(seed, 28, eager).broken == []


def test_the_year_has_all_that_it_is_said_to_have():
    lines = [json.loads(line) for line in Office(1).lives(365)]
    seen = {line["event"] for line in lines}
    assert seen >= {
        *("start", "active", "idle", "lock", "unlock", "sleep", "wake", "end"),
        *("busy", "free", "accept", "snooze", "skip", "open", "finish", "close"),
        *("hurts", "checked", "pause", "resume", "enough", "clock", "restart"),
        "crash",
    }
    offsets = {datetime.fromisoformat(line["at"]).utcoffset() for line in lines}
    assert len(offsets) == 4  # two zones, summer and winter


def test_the_judge_sees_what_is_wrong(monkeypatch):
    """Effects of a planner that has lost its manners are no surprise to it."""
    day = "2026-03-02T"
    told = [
        prompt(f"{day}10:00:00+01:00", "hip-flexor"),
        prompt(f"{day}10:00:00+01:00", "lat-stretch"),
        {"at": f"{day}10:00:00+01:00", "effect": "state", "phase": "quiet"},
        prompt(f"{day}10:05:00+01:00", "lat-stretch"),
        prompt(f"{day}20:00:00+01:00", "morning"),
        prompt(f"{day}20:10:00+01:00", "morning"),
    ]

    def run(lines, _rules, _library):
        list(lines)
        return map(json.dumps, told)

    monkeypatch.setattr(simulate, "run", run)
    line = json.dumps({"at": f"{day}09:00:00+01:00", "event": "start"})
    broken = Judge(RULES, LIBRARY).hears([line]).broken
    for what in ("a second card", "two in one moment", "too soon", "twice a date"):
        assert any(one.endswith(what) for one in broken), what
    assert any(one.endswith("quiet") for one in broken)


def prompt(at, name):
    return {"at": at, "effect": "prompt", "name": name, "again": False}
