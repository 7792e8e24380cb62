"""The calendar of the reminders: instants, days from 04:00, hours, two odd nights."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.reminders.days import (
    HOUR,
    Days,
    Gate,
    day_of,
    instant_of,
    local,
    naive,
    resolve,
    span,
)
from deskstretch.reminders.reminder import Daily, EveryDeskTime, own_week
from deskstretch.reminders.rules import Item, Library, Rules

BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # changes by half an hour


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "reading", "means"),
    [
        (BERLIN, "2026-03-02T09:00", "2026-03-02T09:00+01:00"),
        (BERLIN, "2026-03-29T02:00", "2026-03-29T03:00+02:00"),
        (BERLIN, "2026-03-29T02:59:59", "2026-03-29T03:00+02:00"),
        (BERLIN, "2026-03-29T03:00", "2026-03-29T03:00+02:00"),
        (BERLIN, "2026-10-25T02:30", "2026-10-25T02:30+02:00"),
        (LORD_HOWE, "2026-10-04T02:10", "2026-10-04T02:30+11:00"),
        (UTC, "2026-10-25T02:30", "2026-10-25T02:30+00:00"),
    ],
)
def test_what_a_local_time_means(zone, reading, means):
    assert resolve(at(reading), zone) == instant_of(at(means))


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)),  # noqa: DTZ001
    st.sampled_from([BERLIN, LORD_HOWE, ZoneInfo("America/New_York"), UTC]),
)
def test_a_resolved_time_reads_as_asked_or_is_the_end_of_a_gap(reading, zone):
    instant = resolve(reading, zone)
    shown = naive(instant, zone)
    if shown != reading:
        assert shown > reading
        before = naive(instant - 1, zone)
        assert before < reading


def test_days_begin_at_four():
    days = Days()
    monday = ("2026-03-02", instant_of(at("2026-03-03T04:00+01:00")))
    assert days.look(instant_of(at("2026-03-02T04:00+01:00")), BERLIN) == monday
    assert days.look(instant_of(at("2026-03-03T03:59:59+01:00")), BERLIN) == monday
    assert days.look(monday[1], BERLIN)[0] == "2026-03-03"
    assert days.look(monday[1], UTC)[0] == "2026-03-02"
    assert day_of(at("2026-03-03T03:00")).isoformat() == "2026-03-02"


def test_hours_open_and_shut_and_say_when():
    gate = Gate((((540, 750), (810, 1050)),) * 5 + ((), ()))
    look = lambda text: gate.look(instant_of(at(text)), BERLIN)  # noqa: E731
    assert look("2026-03-02T08:00+01:00") == (
        False,
        instant_of(at("2026-03-02T09:00+01:00")),
    )
    assert look("2026-03-02T09:00+01:00")[0]
    assert not look("2026-03-02T12:30+01:00")[0]
    assert look("2026-03-06T17:30+01:00") == (
        False,
        instant_of(at("2026-03-09T09:00+01:00")),
    )


def test_hours_may_pass_midnight_touch_and_cover_the_whole_day():
    nights = Gate((((1320, 360),),) * 7)
    shown = nights.look(instant_of(at("2026-03-02T23:00+01:00")), BERLIN)
    assert shown == (True, instant_of(at("2026-03-03T06:00+01:00")))
    touching = Gate((((0, 720), (720, 1440)),) + ((),) * 6)
    shown = touching.look(instant_of(at("2026-03-02T11:00+01:00")), BERLIN)
    assert shown == (True, instant_of(at("2026-03-03T00:00+01:00")))


def test_no_hours_at_all_never_change():
    assert Gate(None).look(0, UTC) == (True, None)
    assert Gate(((),) * 7).look(0, UTC) == (False, None)


def test_hours_that_lie_in_a_gap_do_not_open():
    gate = Gate((((120, 150),),) * 7)
    opens, change = gate.look(instant_of(at("2026-03-28T23:00+01:00")), BERLIN)
    assert not opens
    assert local(change, BERLIN) == at("2026-03-30T02:00+02:00")


def test_own_days_without_hours_are_whole_days():
    week = own_week(EveryDeskTime("a", "b", days=frozenset({0})))
    gate = Gate(week)
    assert gate.look(instant_of(at("2026-03-03T03:59+01:00")), BERLIN)[0]
    assert not gate.look(instant_of(at("2026-03-03T04:00+01:00")), BERLIN)[0]
    assert own_week(Daily("a", "b", time(8))) is None
    assert own_week(EveryDeskTime("a", "b")) is None


def test_seconds_are_whole_microseconds():
    assert span(0.1 + 0.2) == 300_000
    assert span(3600) == HOUR


def test_the_library_knows_what_contains_what():
    library = Library.of(
        [
            ("cat-cow", None, ("mild-flexion",)),
            ("chair-cat-cow", "cat-cow", ()),
            ("childs-pose", None, ("flexion",)),
            ("flexion-rotation", None, ()),
        ],
        [
            ("both", ("chair-cat-cow/slow", "childs-pose", "unknown")),
            ("full-session", ("cat-cow",)),
            ("empty", ()),
        ],
    )
    assert library.contains("both", "cat-cow/slow")
    assert library.contains("chair-cat-cow", "cat-cow")
    assert not library.contains("cat-cow", "both")
    assert not library.contains("both", "empty")
    assert not library.contains("nothing", "cat-cow")
    assert library.contains("diary", "diary")
    assert library.knows("diary")
    assert not library.knows("nothing")
    guarded = {slug for slug in library.items if library.guarded(slug)}
    assert guarded == {"childs-pose", "flexion-rotation", "both", "full-session"}
    assert library.items["both"] == Item(frozenset({"cat-cow", "childs-pose"}), True)


def test_the_smallest_absence_that_matters_is_watched_for():
    assert Rules().idle_after_s == 300
    assert Rules(restart_after_s=60).idle_after_s == 60
    assert timedelta(seconds=Rules().away_after_s) == timedelta(minutes=5)
