"""A red flag blocks everything; where there is no floor, standing takes its place."""

import pytest

from deskstretch.movements.catalogue import load
from deskstretch.movements.screening import Answers, offer


@pytest.fixture(scope="module")
def movements(shipped_files):
    return load(shipped_files).movements


def test_without_answers_what_was_asked_for_is_offered(movements):
    for movement in movements.values():
        found = offer(movement, Answers(), movements)
        assert (found.movement, found.reason) == (movement, None)


def test_a_red_flag_blocks_everything(movements):
    for movement in movements.values():
        found = offer(movement, Answers(red_flag=True), movements)
        assert found.movement is None
        assert str(found.reason) == "Please see a doctor or physiotherapist first."


def test_where_only_standing_will_do_the_swap_of_the_file_is_offered(movements):
    found = offer(
        movements["kneeling-hip-flexor"], Answers(standing_only=True), movements
    )
    assert found.movement is movements["standing-hip-flexor"]
    assert str(found.reason) == "Standing hip flexor needs no floor."


def test_what_is_done_standing_stays(movements):
    found = offer(movements["lat-stretch"], Answers(standing_only=True), movements)
    assert (found.movement, found.reason) == (movements["lat-stretch"], None)


def test_a_floor_movement_without_a_swap_is_not_offered(file):
    movements = file.load().movements
    found = offer(movements["my-stretch"], Answers(standing_only=True), movements)
    assert found.movement is None
    assert str(found.reason) == "Kneeling hip flexor needs room on the floor."
