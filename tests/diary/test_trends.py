"""The finish screen says how many days of this week were active ones."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from deskstretch.diary.records import Session
from deskstretch.diary.trends import active_days

BERLIN = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 9, tzinfo=BERLIN)


def session(day=0, worked_s=110.0, slug="kneeling-hip-flexor", hour=9, **more):
    started = MONDAY.replace(hour=hour) + timedelta(days=day)
    ended = started + timedelta(seconds=worked_s)
    return Session(1, slug, "standard", started, ended, worked_s, **more)


def at(day, hour=18):
    return MONDAY.replace(hour=hour) + timedelta(days=day)


def test_five_minutes_of_movement_make_an_active_day():
    assert active_days([session(worked_s=150), session(worked_s=149)], at(0)) == 0
    assert active_days([session(worked_s=150), session(worked_s=150)], at(0)) == 1


@pytest.mark.parametrize("slug", ["starter", "seven-minute", "full-session"])
def test_one_finished_routine_is_enough_alone(slug):
    assert active_days([session(slug=slug, worked_s=200)], at(0)) == 1
    stopped = session(slug=slug, worked_s=200, completed=False)
    assert active_days([stopped], at(0)) == 0


def test_what_was_stopped_early_still_counts_with_its_minutes():
    halves = [session(worked_s=160, completed=False)] * 2
    assert active_days(halves, at(0)) == 1


@pytest.mark.parametrize(
    ("sign", "days"),
    [(None, 1), ("mild", 1), ("sharp", 0), ("numb", 0), ("worse", 0), ("emergency", 0)],
)
def test_what_a_stop_sign_ended_does_not_count(sign, days):
    assert active_days([session(worked_s=400, stop_sign=sign)], at(0)) == days


def test_the_week_is_this_one_from_monday_to_today():
    done = [session(day, 400) for day in (-1, 0, 1, 3, 6, 7)]
    assert active_days(done, at(3)) == 3
    assert active_days(done, at(6)) == 4
    assert active_days(done, at(7)) == 1


def test_a_day_runs_from_four_to_four():
    late = session(1, 400, hour=2)  # Tuesday 02:00 is still Monday
    assert active_days([late, session(0, 400)], at(1)) == 1
    assert active_days([session(0, 400, hour=2)], at(0)) == 0  # still Sunday


def test_no_sessions_are_no_active_days():
    assert active_days([], at(0)) == 0
