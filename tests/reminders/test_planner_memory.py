"""Snapshots: what comes back after a restart, a reboot, a new version, damage."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import CET, World

from deskstretch.reminders.events import (
    Ended,
    Hurt,
    Idled,
    Input,
    Opened,
    Paused,
    RulesChanged,
    Snoozed,
    Started,
    Tick,
)
from deskstretch.reminders.moment import Moment
from deskstretch.reminders.planner import Library, Planner, Rules
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.snapshot import unpack

LIBRARY = Library.of([("kneeling-hip-flexor", None, ()), ("lat-stretch", None, ())])
RULES = Rules(
    reminders=(
        EveryDeskTime("hip", "kneeling-hip-flexor"),
        OnReturn("lat", "lat-stretch"),
        Daily("diary", "diary", at=None),
    )
)


def lived(*events):
    world = World(RULES, LIBRARY)
    world.starts()
    world.passes(5400)
    for event in events:
        world.tell(event)
    world.passes(120)
    return world


def kept(world):
    return json.loads(json.dumps(world.planner.snapshot()))


@pytest.mark.parametrize(
    "events",
    [
        (),
        (Snoozed(300),),
        (Opened("lat-stretch"),),
        (Paused(),),
        (Paused("tomorrow"),),
        (Hurt("worse"), Hurt("numb")),
        (Idled(5400),),
        (Ended(),),
    ],
)
def test_a_snapshot_comes_back_as_it_was(events):
    world = lived(*events)
    again = Planner.restore(RULES, LIBRARY, kept(world), world.moment())
    assert again.snapshot() == world.planner.snapshot()
    assert again.next_wake() == world.planner.next_wake()
    assert again.status(world.moment()) == world.status


def test_after_a_reboot_the_wall_clock_tells_how_long_it_was():
    world = lived(Hurt("sharp"))
    world.tell(Ended())
    snapshot = kept(world)
    later = Moment(12.0, world.wall + timedelta(hours=30))  # a steady clock anew
    for same_boot in (True, False):
        again = Planner.restore(RULES, LIBRARY, snapshot, later, same_boot=same_boot)
        again.handle(Started(), later)
        assert again.status(later).stop.open
    long_up = Moment(world.steady + 60, world.wall + timedelta(hours=30))
    again = Planner.restore(RULES, LIBRARY, snapshot, long_up, same_boot=False)
    again.handle(Started(), long_up)
    assert again.status(long_up).stop.open
    again = Planner.restore(RULES, LIBRARY, snapshot, long_up, same_boot=True)
    again.handle(Started(), long_up)
    assert not again.status(long_up).stop.open  # the clock was set: no shorter stop


def test_a_wall_clock_set_back_over_a_reboot_makes_no_time_negative():
    world = lived()
    world.tell(Ended())
    earlier = Moment(5.0, world.wall - timedelta(days=400))
    again = Planner.restore(RULES, LIBRARY, kept(world), earlier)
    again.handle(Started(), earlier)
    again.handle(Input(), earlier)
    assert again.status(earlier).phase == "counting"
    assert again.next_wake() > 5.0


def test_a_crash_counts_five_minutes_after_the_last_save_as_no_absence():
    world = lived(Snoozed(300))
    saved = world.saved
    for minutes, absent in ((6, 1), (16, 11)):
        moment = Moment(world.steady - 120 + minutes * 60, world.wall)
        again = Planner.restore(RULES, LIBRARY, saved, moment)
        again.handle(Started(), moment)
        shown = [str(effect) for effect in again.handle(Input(), moment)]
        assert ("You were away" in "".join(shown)) == (absent >= 5)


def test_a_crash_in_a_session_ends_it_and_restarts_its_count():
    world = World(RULES, LIBRARY)
    world.starts()
    world.passes(5410)
    world.tell(Opened("kneeling-hip-flexor"))
    again = Planner.restore(RULES, LIBRARY, world.saved, world.moment())
    again.handle(Started(), world.moment())
    again.handle(Input(), world.moment())
    status = again.status(world.moment())
    assert (status.session, status.reminders[0].due_in_s) == (None, 5400)


def test_another_version_makes_a_fresh_planner_that_keeps_stop_and_pause():
    world = lived(Paused(), Hurt("worse"))
    for version in (0, 2, "1", None):
        snapshot = kept(world) | {"version": version}
        again = Planner.restore(RULES, LIBRARY, snapshot, world.moment())
        again.handle(Started(), world.moment())
        status = again.status(world.moment())
        assert status.phase == "stopped"
        assert not status.stop.open
        assert status.paused


def test_nothing_to_read_makes_a_fresh_planner():
    moment = World(RULES, LIBRARY).moment()
    for nothing in ({}, {"version": 1}, {"state": 3}, {"state": {}, "wall": "soon"}):
        again = Planner.restore(RULES, LIBRARY, nothing, moment)
        again.handle(Started(), moment)
        assert again.status(moment).phase == "away"


def paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from paths(one, (*path, index))


WHOLE = lived(Snoozed(300), Paused("tomorrow"))
DAMAGED = kept(WHOLE)


@given(
    st.sampled_from(list(paths(DAMAGED))[1:]),
    st.sampled_from([None, -1, "x", [], {}, 1.5, True]),
)
@settings(max_examples=80, deadline=None)
def test_damage_anywhere_never_stops_the_start(path, rubbish):
    snapshot = copy.deepcopy(DAMAGED)
    inner = snapshot
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = rubbish
    moment = WHOLE.moment()
    planner = Planner.restore(RULES, LIBRARY, snapshot, moment)
    planner.handle(Started(), moment)
    planner.handle(Input(), moment)
    for seconds in (60, 7200, 90000):
        later = Moment(
            moment.steady + seconds, moment.wall + timedelta(seconds=seconds)
        )
        planner.handle(Tick(), later)
        planner.status(later)
    json.dumps(planner.snapshot())


def test_a_zone_is_known_again_by_its_name_else_by_its_offset():
    berlin, tokyo = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
    world = World(RULES, LIBRARY, datetime(2026, 3, 2, 8, tzinfo=berlin))
    world.starts()
    snapshot = kept(world)
    now = datetime(2026, 3, 2, 9, tzinfo=berlin)
    assert unpack(snapshot, now).zone is berlin
    assert unpack(snapshot, now.astimezone(tokyo)).zone == CET
    assert unpack(snapshot, now.astimezone(UTC)).zone == timezone(timedelta(hours=1))


def test_other_reminders_than_those_of_the_snapshot_begin_at_zero():
    world = lived()
    other = Rules(reminders=(EveryDeskTime("new", "lat-stretch"), *RULES.reminders))
    again = Planner.restore(other, LIBRARY, kept(world), world.moment())
    again.handle(Tick(), world.moment())
    due = {one.name: one.due_in_s for one in again.status(world.moment()).reminders}
    assert due["new"] == 5400 - 75  # it counts since the last event of the snapshot
    assert due["hip"] < 600
    changed = Rules(reminders=(OnReturn("hip", "lat-stretch"),))
    again.handle(RulesChanged(changed), world.moment())
    again.handle(RulesChanged(RULES), world.moment())
    assert again.status(world.moment()).reminders[0].due_in_s == 5400
