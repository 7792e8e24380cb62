"""The sums: medians with gaps, active days, minutes, days moved; and the exports."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timedelta, timezone

import pytest

from deskstretch.diary import export, progress, trends
from deskstretch.diary.records import (
    CheckIn,
    Entry,
    Flexibility,
    FollowUp,
    Part,
)
from deskstretch.diary.store import Store
from deskstretch.diary.trends import Moved, Work

BERLIN = timezone(timedelta(hours=1))
NINE = datetime(2026, 3, 2, 9, tzinfo=BERLIN)
MONDAY = date(2026, 3, 2)


def day(number):
    return MONDAY + timedelta(days=number)


def values(*given, first=0):
    """Return stiffness by day; None is a day without an entry."""
    return {
        day(number): value
        for number, value in enumerate(given, first)
        if value is not None
    }


def work(number=0, worked_s=100.0, slug="lat-stretch", completed=True, sign=None):
    return Work(day(number), slug, worked_s, completed, sign)


# The median


def test_the_median_needs_four_entries_of_seven():
    three = values(3, None, 4, None, 9, None, None)
    assert trends.median_at(three, day(6)) is None
    four = values(3, None, 4, None, 9, None, 5)
    assert trends.median_at(four, day(6)) == 4.5
    assert trends.median_at(four, day(7)) is None  # the first has left the week


def test_of_an_odd_number_it_is_the_one_in_the_middle():
    assert trends.median_at(values(1, 9, 2, 8, 3), day(4)) == 3.0
    assert trends.median_at(values(1, 1, 1, 1, 10, 10, 10), day(6)) == 1.0


def test_a_day_without_an_entry_has_a_median_of_the_days_before():
    assert trends.median_at(values(2, 4, 6, 8), day(5)) == 5.0
    assert trends.median_at({}, day(0)) is None


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (3, "lower"),
        (4, "lower"),
        (5, "about the same"),
        (6, "higher"),
        (10, "higher"),
    ],
)
def test_the_last_week_is_compared_with_the_first(last, said):
    given = values(*[5] * 7, *[None] * 20, *[last] * 7)
    assert trends.compared(given, day(33)) == said


def test_half_a_step_is_about_the_same():
    given = values(5, 5, 5, 5, None, None, None, 5, 5, 6, 6)
    assert trends.median_at(given, day(13)) == 5.5
    assert trends.compared(given, day(13)) == "about the same"


def test_nothing_is_compared_while_the_weeks_overlap_or_lack_entries():
    full = values(*[5] * 20)
    assert trends.compared(full, day(12)) is None
    assert trends.compared(full, day(13)) == "about the same"
    assert trends.compared(values(5, 5, 5, *[None] * 20, *[4] * 7), day(29)) is None
    assert trends.compared({}, day(0)) is None


# Movement


def test_the_movement_of_a_day_is_added_up():
    days = trends.moved([work(0, 100), work(0, 201), work(2, 299)])
    assert days == {day(0): Moved(301.0, True), day(2): Moved(299.0, False)}


def test_a_finished_routine_makes_a_day_active_and_keeps_its_seconds():
    days = trends.moved([work(0, 200, "starter"), work(1, 200, "starter", False)])
    assert days == {day(0): Moved(200.0, True), day(1): Moved(200.0, False)}


def test_what_a_stop_sign_ended_or_nobody_did_is_no_movement():
    stopped = [work(0, 500, sign=sign) for sign in ("sharp", "numb", "worse")]
    assert trends.moved([*stopped, work(1, 0.0)]) == {}
    assert trends.moved([work(0, 500, sign="mild")]) == {day(0): Moved(500.0, True)}


def test_weeks_run_from_monday_and_the_empty_ones_are_there():
    days = trends.moved([work(0, 300), work(1, 300), work(6, 60), work(15, 400)])
    found = trends.weeks(days, day(0), day(15))
    assert [(week.monday, week.active_days, week.worked_s) for week in found] == [
        (day(0), 2, 660.0),
        (day(7), 0, 0.0),
        (day(14), 1, 400.0),
    ]


def test_days_moved_are_counted_over_four_weeks():
    days = trends.moved(work(number) for number in (0, 1, 1, 27, 28))
    assert trends.days_moved(days, day(27)) == 3
    assert trends.days_moved(days, day(28)) == 3
    assert trends.days_moved(days, day(55)) == 1


# From the store to the exports


@pytest.fixture
def store(tmp_path):
    """Keep three weeks of everything; yields the store."""
    store = Store.open(tmp_path / "deskstretch.db", MONDAY)
    store._file.connection.execute("PRAGMA synchronous=OFF")
    for number, value in enumerate([5, 6, None, 4, 7, 5, 5, 3, 4, None, 3, 2, 3, 3, 2]):
        if value is not None:
            moment = NINE + timedelta(days=number)
            store.put_entry(Entry(day(number), value, moment))
    store.put_entry(Entry(day(1), 6, NINE, 3, "left", 'a "note", with\na second line'))
    prompt = store.add_prompt("hip-flexor", "kneeling-hip-flexor", "92 min", NINE)
    store.answer_prompt(prompt, "accepted", NINE)
    parts = (Part("cat-cow", "slow", 80.0, reps_both=8), Part("bridge", "", 60.0))
    store.add_session(
        "starter", "", NINE, NINE, 300, completed=True, prompt_id=prompt, parts=parts
    )
    late = NINE + timedelta(days=8, hours=17)  # 02:00, so still the day before
    store.add_session("lat-stretch", "desk", late, late, 40, completed=True)
    store.add_session(
        "lat-stretch", "desk", NINE, NINE, 999, completed=False, stop_sign="sharp"
    )
    store.add_stop("sharp", NINE)
    store.put_follow_up(FollowUp(day(1), "no", NINE + timedelta(days=1)))
    store.put_check_in(CheckIn(day(14), 14, "same", NINE + timedelta(days=14)))
    store.put_flexibility(Flexibility(day(0), NINE, 41.5, None, turn_left="door"))
    yield store
    store.close()


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_sums_of_a_store(store):
    found = progress.read(store, day(14))
    assert found.first == MONDAY
    assert (found.median, found.median_before) == (3.0, 5.0)
    assert found.compared == "lower"
    assert found.entries_until(day(14)) == 6
    assert (found.days_moved, found.days_moved_before) == (2, 0)
    assert found.moved[day(8)].worked_s == 40
    assert found.this_week.active_days == 0
    assert [week.active_days for week in found.weeks(found.first)] == [1, 0, 0]


def test_what_comes_later_than_today_is_in_no_sum(store):
    found = progress.read(store, day(3))
    assert max(found.stiffness) == day(3)
    assert set(found.moved) == {day(0)}


def test_nothing_kept_is_nothing_told(tmp_path):
    store = Store.open(tmp_path / "deskstretch.db", MONDAY)
    found = progress.read(store, MONDAY)
    assert (found.first, found.median, found.compared) == (MONDAY, None, None)
    assert progress.day_rows(found) == [
        {
            "day": "2026-03-02",
            "stiffness": None,
            "median_7_days": None,
            "minutes": 0.0,
            "active": False,
        }
    ]
    assert export.history_rows(store) == []
    store.close()


def test_csv_and_json_of_the_progress_are_the_same_numbers(store):
    found = progress.read(store, day(14))
    told = json.loads(json.dumps(progress.as_json(found)))
    written = rows_of(export.as_csv(progress.DAY_COLUMNS, progress.day_rows(found)))
    assert len(written) == len(told["days"]) == 15
    for row, one in zip(written, told["days"], strict=True):
        median = "" if one["median_7_days"] is None else str(one["median_7_days"])
        assert row["day"] == one["day"]
        assert row["stiffness"] == str(one["stiffness"] or "")
        assert row["median_7_days"] == median
        assert float(row["minutes"]) == one["minutes"]
        assert row["active"] == ("yes" if one["active"] else "no")
    assert told["stiffness"]["median_7_days"] == told["days"][-1]["median_7_days"]
    assert told["weeks"][-1]["minutes"] == told["this_week"]["minutes"]


def test_the_diary_comes_back_from_its_csv(store):
    rows = export.diary_rows(store)
    written = rows_of(export.as_csv(export.DIARY_COLUMNS, rows))
    assert len(written) == 13
    assert written[1] == {
        "day": "2026-03-03",
        "stiffness": "6",
        "median_7_days": "",
        "pain": "3",
        "side": "left",
        "worse_after_session": "no",
        "note": 'a "note", with\na second line',
        "written_at": "2026-03-02T09:00:00+01:00",
    }
    assert [int(row["stiffness"]) for row in written] == [
        one.stiffness for one in store.entries()
    ]


def test_the_history_holds_everything_once(store):
    everything = export.history(store)
    counts = {name: len(rows) for name, rows in everything.items() if name != "format"}
    assert counts == {
        "diary": 13,
        "sessions": 3,
        "prompts": 1,
        "stops": 1,
        "follow_ups": 1,
        "flexibility": 1,
        "check_ins": 1,
    }
    routine = next(one for one in everything["sessions"] if one["movements"])
    assert routine["prompt"] == everything["prompts"][0]["id"]
    assert [one["what"] for one in routine["movements"]] == ["cat-cow", "bridge"]
    json.dumps(everything)


def test_the_history_as_one_table(store):
    written = rows_of(export.as_csv(export.HISTORY_COLUMNS, export.history_rows(store)))
    kinds = [row["kind"] for row in written]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "session": 3,
        "movement": 2,
        "prompt": 1,
        "stop": 1,
        "diary": 13,
        "follow-up": 1,
        "flexibility": 2,
        "check-in": 1,
    }
    first = kinds.index("movement")
    assert (kinds[first - 1], written[first - 1]["what"]) == ("session", "starter")
    assert [row["day"] for row in written] == sorted(row["day"] for row in written)
    night = [row for row in written if row["seconds"] == "40.0"]
    assert night[0]["day"] == "2026-03-10"
    assert night[0]["at"] == "2026-03-11T02:00:00+01:00"


def test_the_exports_say_what_their_columns_are(store):
    from pathlib import Path

    said = (Path(__file__).parents[2] / "docs/export.md").read_text(encoding="utf-8")
    found = progress.as_json(progress.read(store, day(14)))
    names = {
        *export.DIARY_COLUMNS,
        *export.HISTORY_COLUMNS,
        *progress.DAY_COLUMNS,
        *export.history(store),
        *found,
        *found["stiffness"],
        *found["this_week"],
        *found["days_moved"],
    }
    assert {name for name in names if name not in said} == set()
