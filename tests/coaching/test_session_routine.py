"""A routine under way: changes wait, more time is uncounted, movements are skipped."""

import pytest

from deskstretch.coaching.layout import lay_out_routine
from deskstretch.coaching.session import Session
from deskstretch.movements.routine import Block, Choices, Routine
from tests.coaching.conftest import make


def timeline_of(*blocks):
    found = {
        "hip": make(prep_s=10.0, switch_s=10.0, slug="hip"),
        "lat": make((2, 3, 2), sides="both", repetitions=5, slug="lat", prep_s=5.0),
        "hug": make((2, 2), sides="both", repetitions=5, slug="hug", prep_s=20.0),
    }
    routine = Routine(
        "mine", "Mine", "Mine", "Mine?", (), "", 0.0, ("", ""),
        tuple(Block(slug) for slug in blocks), (), "",
    )  # fmt: skip
    return lay_out_routine(routine, routine.played(Choices()), found.__getitem__)


@pytest.fixture
def session():
    """Hip 0-120 with a change at 0-10 and a switch at 60-70, lat 120-160."""
    running = Session(timeline_of("hip", "lat"), 0.0, waits={"change"})
    running.start(0)
    return running


def test_a_change_of_position_waits_for_the_person_and_a_switch_of_sides_does_not(
    session,
):
    assert session.at(30).waiting
    assert session.position(30) == 10
    session.next(30)
    assert session.position(30 + 110) == 120  # through the switch of sides
    assert session.at(30 + 116).waiting
    assert session.position(500) == 125
    session.next(500)
    assert session.finished(535)


def test_more_time_runs_before_the_clock_goes_on_and_is_not_counted(session):
    session.more_time(4, 10)
    assert session.position(14) == 4
    assert session.at(9).more_s == 5
    assert session.next_change(4) == 20
    session.more_time(15, 10)  # at 5 of the timeline
    assert session.position(25) == 5
    assert session.position(30) == 10
    assert session.summary(30).spent_s == 10


def test_more_time_is_for_changes_of_position_alone(session):
    session.next(0)
    session.more_time(20, 10)
    assert session.position(30) == 40
    session.pause(30)
    session.more_time(31, 10)
    assert session.position(60) == 40


def test_skip_goes_to_the_next_movement_without_counting_the_rest(session):
    session.next(0)
    session.skip(5)  # at 15, in the first repetition
    assert session.position(5) == 120
    (hip, hip_done), (lat, _) = session.summaries(5)
    assert (hip.movement, lat.movement) == ("hip", "lat")
    assert hip_done.spent_s == 5  # the jump over the change is not counted
    assert not hip_done.completed
    session.skip(6)
    assert session.finished(6)


def test_skip_while_a_change_waits_skips_the_movement_it_leads_to(session):
    assert session.at(50).waiting
    session.skip(50)
    assert session.position(50) == 120


def test_a_movement_is_swapped_from_its_start(session):
    session.next(0)
    session.next(50)
    session.next(50)
    session.next(110)  # through the first movement, into the change to lat
    assert session.timeline.part_at(session.position(111)).movement == "lat"
    session.swap(111, timeline_of("hip", "hug"))
    assert session.position(111) == 120
    assert session.at(111).entry.movement == "hug"
    assert session.at(111).left_s == 40
    session.next(120)
    assert session.finished(140)
    assert [part.movement for part, _ in session.summaries(140)] == ["hip", "hug"]


def test_a_routine_is_completed_when_more_than_half_of_it_was_done():
    session = Session(timeline_of("hip", "lat", "hug"), 0.0)
    session.start(0)
    session.skip(120)
    session.skip(120)
    assert session.finished(120)
    assert not session.summary(120).completed
    session = Session(timeline_of("hip", "lat", "hug"), 0.0)
    session.start(0)
    session.skip(160)
    assert session.summary(160).completed
