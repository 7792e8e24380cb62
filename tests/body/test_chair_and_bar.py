"""Sitting on a chair and holding on to it, hanging from a bar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.balance import centre_of_mass, margin, support
from deskstretch.body.checks.surfaces import from_box, from_line
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.surface import HAND_HALF_THICKNESS, SITTING
from tests.body.loading import shipped

TWIST, HANG = "seated-spinal-twist", "active-hang"
SIDES = ("left", "right")


def sitting(height):
    twist = shipped(TWIST)
    props = replace(twist.props, chair_height=height)
    return Motion(replace(twist, props=props), (2.0, 5.0, 2.0))


def parts(motion, part):
    return [box for box in motion.scene.boxes if box.part == part]


@pytest.mark.parametrize("height", [0.23, 0.25, 0.28])
def test_whoever_sits_has_the_hips_above_the_seat_and_the_feet_flat(height):
    motion = sitting(height)
    figure = motion.rest()
    (seat,) = parts(motion, "seat")
    assert figure["pelvis"].position[1] == pytest.approx(height + SITTING)
    assert seat.high[1] == height
    assert seat.low[0] < figure["pelvis"].position[0] < seat.high[0]
    at = points(figure)
    for side in SIDES:
        assert at[f"heel_{side}"][1] == pytest.approx(0.004, abs=0.001)
        assert at[f"toe_{side}"][1] == pytest.approx(0.0095, abs=0.001)
        assert at[f"knee_{side}"][0] > seat.high[0] + 0.1  # room for the calves


def test_a_chair_stands_on_four_legs_and_has_a_low_back_behind_the_body():
    motion = sitting(0.25)
    figure = motion.rest()
    (seat,) = parts(motion, "seat")
    legs = parts(motion, "leg")
    assert len({(leg.low[0], leg.low[2]) for leg in legs}) == 4
    for leg in legs:
        assert (leg.low[1], leg.high[1]) == (0.0, seat.low[1])
        for axis in (0, 2):
            assert seat.low[axis] <= leg.low[axis] < leg.high[axis] <= seat.high[axis]
    for back in parts(motion, "chair_back"):
        assert back.low[1] >= seat.high[1]
        assert back.high[1] < figure["shoulder_right"].position[1]
        assert back.high[0] < figure["pelvis"].position[0] - 0.1


def test_the_hands_hold_the_sides_of_the_seat_however_the_body_turns():
    motion = sitting(0.25)
    (seat,) = parts(motion, "seat")
    for seconds in (0.0, 1.0, 2.0, 5.0, 8.0):
        figure = motion.figure(seconds)
        for side in SIDES:
            palm = points(figure)[f"hand_{side}"]
            assert from_box(palm, seat) == pytest.approx(HAND_HALF_THICKNESS, abs=0.004)
            assert seat.low[0] < palm[0] < seat.high[0]
            fingers = figure[f"wrist_{side}"].frame[1]
            assert fingers[1] > 0.9  # they point down


def test_seat_and_feet_bear_whoever_sits_and_the_bar_whoever_hangs():
    figure = sitting(0.25).rest()
    x, _, z = centre_of_mass(figure)
    assert margin((x, z), support(figure, sitting(0.25).scene)) > 0.03
    bare = sitting(0.25).scene._replace(boxes=())
    assert margin((x, z), support(figure, bare)) < 0.0

    motion = Motion(shipped(HANG), (10.0,))
    figure = motion.pose("hung")
    x, _, z = centre_of_mass(figure)
    assert margin((x, z), support(figure, motion.scene)) > 0.0
    assert x == pytest.approx(motion.scene.rods[0].start[0], abs=0.015)


def test_the_bar_runs_through_both_hands_and_two_posts_hold_it():
    motion = Motion(shipped(HANG), (10.0,))
    (bar,) = motion.scene.rods
    posts = [box for box in parts(motion, "post") if box.high[1] > bar.start[1]]
    assert len(posts) == 2
    assert all(post.low[1] == 0.0 for post in posts)
    for end in (bar.start, bar.end):
        assert any(from_box(end, post) <= 1e-9 for post in posts)
    for share in (0.0, 0.05, 0.12, 0.2, 0.5, 0.95):
        figure = motion.in_phase(0, share)
        for side in SIDES:
            palm = points(figure)[f"hand_{side}"]
            away = from_line(palm, bar.start, bar.end)
            assert away == pytest.approx(HAND_HALF_THICKNESS + bar.radius, abs=0.006)


def test_the_heels_of_rolling_feet_rise_as_the_pose_says_and_the_balls_stay():
    motion = Motion(shipped(HANG), (10.0,))
    home, hung = motion.rest(), motion.pose("hung")
    for side in SIDES:
        ball = home[f"toe_{side}"].position
        assert hung[f"toe_{side}"].position == pytest.approx(ball, abs=0.004)
        assert points(home)[f"heel_{side}"][1] < 0.006
        assert points(hung)[f"heel_{side}"][1] > 0.05


def test_feet_that_do_not_roll_stay_flat_whatever_the_pose_says():
    hang = shipped(HANG)
    flat = replace(hang, contact=replace(hang.contact, rolls=()))
    hung = Motion(flat, (10.0,)).pose("packed")
    assert points(hung)["heel_right"][1] < 0.006
