"""Hands that walk, feet on their heels, a body that rolls: what the floor asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.edges import height_above_floor
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.surface import balls
from deskstretch.body.vectors import distance
from deskstretch.body.walking import grasp, walked
from tests.body.loading import shipped

IN_HOLD_OUT = (10.0, 30.0, 5.0, 0.0, 0.0)
TURN = (10.0, 30.0, 10.0)
SIDES = ("left", "right")


@pytest.fixture(scope="module")
def child():
    return Motion(shipped("childs-pose"), IN_HOLD_OUT)


@pytest.fixture(scope="module")
def places():
    motion = Motion(shipped("childs-pose"), IN_HOLD_OUT)
    return [
        {f"hand_{s}": motion.pose(name)[f"wrist_{s}"] for s in SIDES}
        for name in ("reaching", "folded")
    ]


def test_walking_hands_begin_and_end_in_their_places(places):
    start, end = places
    for name in start:
        assert distance(walked(start, end, 0.0)[name][0], start[name][0]) < 1e-9
        assert distance(walked(start, end, 1.0)[name][0], end[name][0]) < 1e-9


def test_a_walking_hand_never_goes_back_and_one_hand_is_always_down(places):
    start, end = places
    before = {name: start[name].position[0] for name in start}
    for step in range(1, 101):
        now = walked(start, end, step / 100)
        down = 0
        for name, (place, _) in now.items():
            assert place[0] >= before[name] - 1e-9
            before[name] = place[0]
            down += place[1] < start[name].position[1] + 0.002
        assert down >= 1


def test_hands_that_stay_are_held_fully_and_those_that_walk_are_not(places):
    start, end = places
    assert walked(start, start, 0.4) is start
    assert grasp(start, start, 0.4) == 1.0
    assert grasp(start, end, 0.0) == grasp(start, end, 1.0) == 1.0
    assert grasp(start, end, 0.5) < 0.9


def test_the_contacts_tell_where_walking_hands_are_held(child):
    resting = child.contacts(1, 0.5)
    home = points(child.home(1, 0.5))
    at = points(child.in_phase(1, 0.5))
    for side in SIDES:
        assert resting[f"hand_{side}"] == 1.0
        assert distance(at[f"hand_{side}"], home[f"hand_{side}"]) < 0.002
        assert child.contacts(0, 0.75)[f"hand_{side}"] < 1.0
        assert child.contacts(0, 0.0)[f"hand_{side}"] == 0.0


def test_the_loop_starts_where_the_last_phase_that_is_played_ends():
    rocks = Motion(shipped("childs-pose"), (0.0, 0.0, 0.0, 3.0, 3.0))
    assert points(rocks.rest()) == points(rocks.pose("rocked"))
    hold = Motion(shipped("childs-pose"), IN_HOLD_OUT)
    assert points(hold.rest()) == points(hold.pose("kneel"))


def test_a_foot_on_its_heel_rests_on_the_floor_and_a_flat_one_lies():
    choreography = shipped("seated-forward-fold")
    on_heel = Motion(choreography, (4.0, 10.0, 4.0)).reference()
    contact = replace(choreography.contact, on_edge=())
    flat = Motion(replace(choreography, contact=contact), (4.0, 10.0, 4.0)).reference()
    for side in SIDES:
        assert abs(height_above_floor(on_heel, side)) < 1e-9
        assert points(on_heel)[f"toe_{side}"][1] > 0.1
        assert points(flat)[f"toe_{side}"][1] < 0.02


@pytest.mark.parametrize("range_", [1.0, 0.5])
def test_a_body_that_settles_touches_the_mat_or_the_roll_at_any_moment(range_):
    motion = Motion(shipped("belly-flop"), TURN, "right", range_)
    (roll,) = motion.scene.rods
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        for name, (_, y, _), radius in balls(motion.in_phase(0, share)):
            if name.startswith(("wrist", "hand", "fingers")):
                assert y - radius > -0.001, name  # hands lie on it, not in it
            elif not name.startswith(("elbow", "head")):
                assert y - radius > -1e-6, name
        low = min(
            y - radius
            for name, (_, y, _), radius in balls(motion.in_phase(0, share))
            if not name.startswith(("elbow", "wrist", "hand", "fingers", "head"))
        )
        assert low < 2 * roll.radius


def test_without_settling_the_body_would_roll_through_the_mat():
    choreography = shipped("belly-flop")
    contact = replace(choreography.contact, settles=False)
    motion = Motion(replace(choreography, contact=contact), TURN)
    low = min(
        ball.centre[1] - ball.radius
        for share in (0.3, 0.4, 0.5)
        for ball in balls(motion.in_phase(0, share))
    )
    assert low < -0.02


def test_what_gives_decides_whether_the_pelvis_tilts_as_written():
    choreography = shipped("cat-cow")
    hips = replace(choreography.contact, gives="hips")
    tilts = {}
    for name, contact in (("low_back", choreography.contact), ("hips", hips)):
        motion = Motion(replace(choreography, contact=contact), (3.0, 3.0))
        frame = motion.in_phase(0, 0.4)["pelvis"].frame
        tilts[name] = frame[0][1]
        for side in SIDES:
            angles = joint_angles(motion.in_phase(0, 0.4))
            assert angles[f"elbow_flexion_{side}"] < 7
    assert abs(tilts["hips"] - tilts["low_back"]) > 0.05
