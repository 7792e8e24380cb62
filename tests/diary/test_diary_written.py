"""What a person writes down is there again, one of a kind a day."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta, timezone

import pytest

from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.diary.records import CheckIn, Entry, Flexibility, FollowUp, Stop
from deskstretch.diary.store import Store

BERLIN = timezone(timedelta(hours=1))
TOKYO = timezone(timedelta(hours=9))
NINE = datetime(2026, 3, 2, 9, 0, 0, 250_000, tzinfo=BERLIN)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "deskstretch.db"


@pytest.fixture
def store(path):
    store = Store.open(path, MONDAY)
    yield store
    store.close()


def test_an_entry_is_read_back_as_it_was_written(store, path):
    full = Entry(MONDAY, 4, NINE, 3, "left", "slept badly, it's cold")
    short = Entry(TUESDAY, 10, NINE + timedelta(days=1))
    store.put_entry(short)
    store.put_entry(full)
    store.close()
    again = Store.open(path, MONDAY)
    assert again.entries() == [full, short]
    assert again.entry(MONDAY) == full
    assert again.entries(TUESDAY) == [short]
    assert again.entries(until=MONDAY) == [full]
    again.close()


def test_there_is_one_entry_a_day_and_the_last_one_holds(store):
    store.put_entry(Entry(MONDAY, 4, NINE, note="first"))
    store.put_entry(Entry(MONDAY, 6, NINE + timedelta(minutes=1)))
    assert store.entries() == [Entry(MONDAY, 6, NINE + timedelta(minutes=1))]
    store.remove_entry(MONDAY)
    assert store.entry(MONDAY) is None


def test_a_journey_and_a_clock_set_back_make_no_second_entry(store):
    store.put_entry(Entry(MONDAY, 4, NINE))
    over_there = NINE.astimezone(TOKYO)
    store.put_entry(Entry(MONDAY, 5, over_there))
    store.put_entry(Entry(MONDAY, 6, NINE - timedelta(hours=3)))
    assert [(one.day, one.stiffness) for one in store.entries()] == [(MONDAY, 6)]


def test_the_local_time_it_was_written_in_is_kept(store, path):
    store.put_entry(Entry(MONDAY, 4, NINE.astimezone(TOKYO)))
    assert store.entries()[0].written.utcoffset() == timedelta(hours=9)
    reader = sqlite3.connect(path)
    row = reader.execute(
        "SELECT day, written_at, written_offset_s FROM diary"
    ).fetchone()
    reader.close()
    assert row == ("2026-03-02", "2026-03-02T08:00:00.250Z", 9 * 3600)


@pytest.mark.parametrize(
    "wrong",
    [
        Entry(MONDAY, 0, NINE),
        Entry(MONDAY, 11, NINE),
        Entry(MONDAY, 4, NINE, pain=11),
        Entry(MONDAY, 4, NINE, pain=-1),
        Entry(MONDAY, 4, NINE, side="behind"),
        Entry(MONDAY, 4, NINE, note="x" * 1001),
        Entry(MONDAY, 4, NINE.replace(tzinfo=None)),
    ],
)
def test_what_is_on_no_scale_is_never_kept(store, wrong):
    with pytest.raises(ValueError, match=r"none of|at most|zone"):
        store.put_entry(wrong)
    assert store.entries() == []
    assert (store.trouble, store.unsaved) == (None, 0)


def test_the_ends_of_both_scales_are_kept(store):
    store.put_entry(Entry(MONDAY, 1, NINE, pain=0))
    store.put_entry(Entry(TUESDAY, 10, NINE, pain=10))
    assert [(one.stiffness, one.pain) for one in store.entries()] == [(1, 0), (10, 10)]


def test_the_question_of_the_day_after_is_known_to_have_been_asked(store):
    assert not store.followed_up(MONDAY)
    store.put_follow_up(FollowUp(MONDAY, "not-answered", NINE))
    store.put_follow_up(FollowUp(MONDAY, "no", NINE))
    assert store.followed_up(MONDAY)
    assert not store.followed_up(TUESDAY)
    assert store.follow_ups() == [FollowUp(MONDAY, "no", NINE)]
    with pytest.raises(ValueError, match="perhaps"):
        store.put_follow_up(FollowUp(MONDAY, "perhaps", NINE))


def test_a_flexibility_check_is_kept_with_what_was_left_out(store):
    full = Flexibility(
        MONDAY, NINE, 41.5, 40.0, "door frame", "window", half_kneel_left=True
    )
    empty = Flexibility(TUESDAY, NINE + timedelta(days=1), half_kneel_right=False)
    store.put_flexibility(empty)
    store.put_flexibility(full)
    assert store.flexibility() == [full, empty]
    assert store.flexibility(TUESDAY) == [empty]


def test_a_check_in_is_kept_and_only_those_there_are(store):
    store.put_check_in(CheckIn(MONDAY, 14, "same", NINE))
    assert store.check_ins() == [CheckIn(MONDAY, 14, "same", NINE)]
    with pytest.raises(ValueError, match="15"):
        store.put_check_in(CheckIn(MONDAY, 15, "same", NINE))
    with pytest.raises(ValueError, match="better"):
        store.put_check_in(CheckIn(MONDAY, 14, "better", NINE))


def test_a_stop_is_kept_and_how_it_ended(store):
    later = NINE + timedelta(days=2)
    first = store.add_stop("numb", NINE)
    second = store.add_stop("emergency", NINE + timedelta(minutes=1))
    store.mark_mistaken(second)
    store.lift_stops(later, seen=True)
    third = store.add_stop("sharp", later)
    assert store.stops() == [
        Stop(first, "numb", NINE, checked=later, seen=True),
        Stop(second, "emergency", NINE + timedelta(minutes=1), mistaken=True),
        Stop(third, "sharp", later),
    ]
    assert [one.id for one in store.stops(later.date())] == [third]
    with pytest.raises(ValueError, match="ouch"):
        store.add_stop("ouch", NINE)


def test_a_database_of_the_first_shape_gets_the_new_tables_and_keeps_its_rows(path):
    path.parent.mkdir()
    old = sqlite3.connect(path)
    for statement in MIGRATIONS[0]:
        old.execute(statement)
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO state VALUES ('planner', 1, '{}')")
    old.commit()
    old.close()
    store = Store.open(path, MONDAY)
    store.put_entry(Entry(MONDAY, 4, NINE))
    assert (store.trouble, store.state("planner")) == (None, (1, {}))
    assert store.entries() == [Entry(MONDAY, 4, NINE)]
    store.close()


def test_the_sums_see_a_session_of_the_night_on_the_day_before(store):
    for hour in (2, 5):
        started = NINE.replace(hour=hour, day=3)
        ended = started + timedelta(minutes=1)
        store.add_session("lat-stretch", "desk", started, ended, 40, completed=True)
    assert {work.day for work in store.works()} == {MONDAY, TUESDAY}
    assert [work.day for work in store.works(TUESDAY)] == [TUESDAY]
    assert store.works()[0][1:] == ("lat-stretch", 40.0, True, None)
