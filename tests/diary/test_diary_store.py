"""What was asked, answered and done is read back as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.diary.records import FEELINGS, Part, Prompt, Session
from deskstretch.diary.store import Store

if TYPE_CHECKING:
    from pathlib import Path

BERLIN = timezone(timedelta(hours=1))
NINE = datetime(2026, 3, 2, 9, 0, 0, 250_000, tzinfo=BERLIN)
TODAY = date(2026, 3, 2)
TWO_MINUTES = timedelta(minutes=2)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "deskstretch.db"


@pytest.fixture
def store(path):
    store = Store.open(path, TODAY)
    yield store
    store.close()


def reopened(store, path):
    store.close()
    again = Store.open(path, TODAY)
    assert (again.trouble, again.notice, again.unsaved) == (None, None, 0)
    return again


def test_a_fresh_store_is_empty_and_well(store):
    assert (store.trouble, store.notice, store.unsaved) == (None, None, 0)
    assert store.prompts(TODAY) == []
    assert store.sessions(TODAY) == []
    assert store.state("planner") is None


def test_a_prompt_and_its_answer_are_kept(store, path):
    prompt = store.add_prompt(
        "hip-flexor", "kneeling-hip-flexor", "92 min of sitting", NINE
    )
    again = store.add_prompt("hip-flexor", "kneeling-hip-flexor", "x", NINE, again=1)
    store.answer_prompt(prompt, "snoozed", NINE + timedelta(seconds=4))
    asked = Prompt(
        prompt,
        "hip-flexor",
        "kneeling-hip-flexor",
        "92 min of sitting",
        NINE,
        0,
        "snoozed",
        NINE + timedelta(seconds=4),
    )
    store = reopened(store, path)
    kept = store.prompts(TODAY)
    assert asked in kept
    assert [one.again for one in kept if one.id == again] == [1]
    assert [one.answer for one in kept if one.id == again] == [None]
    assert len(kept) == 2
    store.close()


def test_a_later_answer_takes_the_place_of_an_earlier_one(store):
    prompt = store.add_prompt("a", "b", "c", NINE)
    store.answer_prompt(prompt, "not-answered", NINE)
    store.answer_prompt(prompt, "withdrawn", NINE + TWO_MINUTES)
    assert [one.answer for one in store.prompts(TODAY)] == ["withdrawn"]


def test_a_session_its_parts_and_how_it_felt_are_kept(store, path):
    prompt = store.add_prompt("a", "b", "c", NINE)
    parts = (
        Part("cat-cow", "slow", 80.0),
        Part("bridge", "", 8.5, 1, 2, 3, False, 0.5),
    )
    session = store.add_session(
        "starter",
        "",
        NINE,
        NINE + TWO_MINUTES,
        110.5,
        reps_left=10,
        reps_right=9,
        reps_both=3,
        completed=False,
        stop_sign="sharp",
        prompt_id=prompt,
        parts=parts,
        shown=0.25,
    )
    store.rate_session(session, "hurts")
    store = reopened(store, path)
    assert store.sessions(TODAY) == [
        Session(
            session,
            "starter",
            "",
            NINE,
            NINE + TWO_MINUTES,
            110.5,
            10,
            9,
            3,
            False,
            "hurts",
            "sharp",
            prompt,
            parts,
            0.25,
        )
    ]
    store.close()


@pytest.mark.parametrize("feeling", FEELINGS)
def test_every_answer_of_the_finish_screen_is_kept(store, feeling):
    session = store.add_session("a", "b", NINE, NINE, 40, completed=True)
    store.rate_session(session, feeling)
    assert [one.feeling for one in store.sessions(TODAY)] == [feeling]


def test_a_day_is_the_day_it_was_for_the_person(store):
    tokyo = timezone(timedelta(hours=9))
    early = datetime(2026, 3, 3, 1, 0, tzinfo=tokyo)  # 2 March, 16:00 in UTC
    store.add_prompt("a", "b", "c", early)
    assert [one.asked for one in store.prompts(date(2026, 3, 3))] == [early]
    assert store.prompts(date(2026, 3, 3))[0].asked.utcoffset() == timedelta(hours=9)
    assert store.prompts(date(2026, 3, 4)) == []


def test_rows_come_in_the_order_they_happened(store):
    for minutes in (5, 1, 3):
        store.add_prompt(str(minutes), "b", "c", NINE + timedelta(minutes=minutes))
    assert [one.name for one in store.prompts(TODAY)] == ["1", "3", "5"]


def test_a_state_takes_the_place_of_the_one_before(store, path):
    store.save_state("planner", 1, {"counts": {"hip": 12.5}, "ä": None})
    store.save_state("planner", 2, {"counts": {}})
    store.save_state("stops", 1, {})
    store = reopened(store, path)
    assert store.state("planner") == (2, {"counts": {}})
    assert store.state("stops") == (1, {})
    store.close()


def test_what_belongs_together_is_written_together(store, path):
    with store.together():
        prompt = store.add_prompt("a", "b", "c", NINE)
        store.answer_prompt(prompt, "accepted", NINE)
        store.save_state("planner", 1, {"open": prompt})
        assert rows_on_disk(path, "prompts") == 0
    assert rows_on_disk(path, "prompts") == rows_on_disk(path, "state") == 1


def test_an_accident_in_the_middle_loses_nothing_that_was_said(store, path):
    def accident():
        with store.together():
            store.add_prompt("a", "b", "c", NINE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        accident()
    assert rows_on_disk(path, "prompts") == 1


@pytest.mark.parametrize(
    "mistake",
    [
        lambda store: store.add_prompt("a", "b", "c", NINE.replace(tzinfo=None)),
        lambda store: store.answer_prompt(1, "perhaps", NINE),
        lambda store: store.rate_session(1, "great"),
        lambda store: store.save_state("a", 1, {"moment": NINE}),
        lambda store: store.add_session(
            "a", "b", NINE, NINE, 1, completed=True, stop_sign="ouch"
        ),
    ],
)
def test_our_own_mistakes_are_not_blamed_on_the_disk(store, mistake):
    with pytest.raises((ValueError, TypeError)):
        mistake(store)
    assert (store.unsaved, store.trouble) == (0, None)


def test_the_times_on_disk_are_utc_and_the_file_is_private(store, path):
    store.add_prompt("a", "b", "c", NINE)
    with sqlite3.connect(path) as reader:
        row = reader.execute(
            "SELECT asked_at, asked_on, asked_offset_s FROM prompts"
        ).fetchone()
    reader.close()
    assert row == ("2026-03-02T08:00:00.250Z", "2026-03-02", 3600)
    assert path.stat().st_mode & 0o077 == 0


def test_the_log_is_folded_in_on_closing_and_the_version_is_said(store, path):
    store.add_prompt("a", "b", "c", NINE)
    assert {place.name for place in path.parent.iterdir()} > {path.name}
    store.close()
    assert [place.name for place in path.parent.iterdir()] == [path.name]
    with sqlite3.connect(path) as reader:
        assert reader.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    reader.close()


def test_a_store_nobody_calls_writes_nothing(store, path):
    store.add_prompt("a", "b", "c", NINE)
    before = {place: place.stat().st_mtime_ns for place in path.parent.iterdir()}
    store.prompts(TODAY)
    store.state("planner")
    after = {place: place.stat().st_mtime_ns for place in path.parent.iterdir()}
    assert after == before


def test_every_release_of_the_shape_is_reached_from_the_one_before(tmp_path):
    for version in range(len(MIGRATIONS)):
        path = tmp_path / f"{version}.db"
        old = sqlite3.connect(path)
        for step in MIGRATIONS[:version]:
            for statement in step:
                old.execute(statement)
        old.execute(f"PRAGMA user_version = {version}")
        old.commit()
        old.close()
        store = Store.open(path, TODAY)
        store.save_state("planner", 1, {})
        assert (store.trouble, store.state("planner")) == (None, (1, {}))
        store.close()


WRITER = """
import os, signal, sys
from datetime import UTC, date, datetime
from pathlib import Path
from deskstretch.diary.store import Store
store = Store.open(Path(sys.argv[1]), date(2026, 3, 2))
now = datetime(2026, 3, 2, 9, tzinfo=UTC)
prompt = store.add_prompt("hip-flexor", "kneeling-hip-flexor", "why", now)
store.answer_prompt(prompt, "accepted", now)
session = store.add_session("kneeling-hip-flexor", "standard", now, now, 110,
                            completed=True)
store.rate_session(session, "easier")
store.save_state("planner", 1, {"steady": 1})
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_pressed_is_there_after_the_process_was_killed(path):
    killed = subprocess.run([sys.executable, "-c", WRITER, path], check=False)
    assert killed.returncode == -9
    store = Store.open(path, TODAY)
    assert (store.trouble, store.notice) == (None, None)
    assert [one.answer for one in store.prompts(TODAY)] == ["accepted"]
    assert [one.feeling for one in store.sessions(TODAY)] == ["easier"]
    assert store.state("planner") == (1, {"steady": 1})
    assert store.prompts(TODAY)[0].asked == datetime(2026, 3, 2, 9, tzinfo=UTC)
    store.close()


def rows_on_disk(path: Path, table: str) -> int:
    reader = sqlite3.connect(path)
    try:
        return reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    finally:
        reader.close()
