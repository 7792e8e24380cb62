"""The movements on a chair and the hang from a bar, as their cards tell them."""

from __future__ import annotations

from math import atan2, degrees

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.points import points
from deskstretch.body.vectors import distance
from tests.content.motions import CATALOGUE, motion_of, tilt

SIDES = ("left", "right")
ON_A_CHAIR = (
    "seated-hip-hinge",
    "seated-spinal-twist",
    "chair-cat-cow",
    "seated-pelvic-tilt",
    "seated-knee-hug",
)


def turn(figure, part):
    """Degrees a part is turned to the right."""
    front = figure[part].frame[0]
    return degrees(atan2(front[2], front[0]))


@pytest.mark.parametrize("slug", ON_A_CHAIR)
def test_everyone_on_a_chair_keeps_the_seat(slug):
    motion = motion_of(slug)
    home = motion.rest()["pelvis"].position
    for step in range(12):
        figure = motion.figure(motion.period_s * step / 12)
        assert distance(figure["pelvis"].position, home) < 0.016


@pytest.mark.parametrize("slug", ON_A_CHAIR)
def test_the_feet_are_planted_but_the_one_that_is_drawn_in(slug):
    motion = motion_of(slug)
    lifted = motion.choreography.contact.lifted
    assert ({"hugged"} if slug == "seated-knee-hug" else set()) == set(lifted)
    for step in range(12):
        at = points(motion.figure(motion.period_s * step / 12))
        sides = ("left",) if lifted else SIDES
        for side in sides:
            assert at[f"heel_{side}"][1] < 0.006
            assert at[f"toe_{side}"][1] < 0.011


def test_the_hinge_is_30_to_45_degrees_at_the_hips_and_the_spine_keeps_its_shape():
    motion = motion_of("seated-hip-hinge")
    upright, hinged = motion.pose("upright"), motion.pose("hinged")
    assert 30 <= tilt(hinged) - tilt(upright) <= 45
    before, after = joint_angles(upright), joint_angles(hinged)
    for region in ("lumbar", "thoracic", "neck"):
        assert abs(after[f"{region}_flexion"] - before[f"{region}_flexion"]) < 8
    assert after["neck_flexion"] > -10  # the chin does not poke


def test_the_twist_turns_right_first_and_the_head_looks_over_the_shoulder():
    movement = CATALOGUE.movements["seated-spinal-twist"]
    assert movement.first_side == "right"
    for side, sign in (("right", 1), ("left", -1)):
        turned = motion_of("seated-spinal-twist", side=side).pose("turned")
        assert abs(turn(turned, "pelvis")) < 1
        assert 25 < sign * turn(turned, "spine_7") < 45
        assert 60 < sign * turn(turned, "head") < 85
        assert abs(tilt(turned, "spine_5") - tilt(turned)) < 25


def test_the_twist_sits_as_tall_turned_as_before():
    motion = motion_of("seated-spinal-twist")
    before, after = (motion.pose(name)["head"] for name in ("centre", "turned"))
    assert after.position[1] > before.position[1] - 0.004


def test_the_arch_starts_at_the_pelvis_and_the_rounding_at_the_head():
    motion = motion_of("chair-cat-cow")

    def done(phase, measure):
        start, half, end = (
            measure(motion.in_phase(phase, share)) for share in (0, 0.4, 1)
        )
        return (half - start) / (end - start)

    def neck(figure):
        return joint_angles(figure)["neck_flexion"]

    assert done(0, tilt) > done(0, neck) + 0.3
    assert done(1, neck) > done(1, tilt) + 0.3


def test_the_seated_tilt_rolls_the_pelvis_under_a_chest_that_stays():
    motion = motion_of("seated-pelvic-tilt")
    tall, tucked = motion.pose("tall"), motion.pose("tucked")
    assert 10 < tilt(tall) - tilt(tucked) < 20
    assert joint_angles(tucked)["lumbar_flexion"] > 10
    for joint in ("shoulder_right", "head"):
        assert distance(tall[joint].position, tucked[joint].position) < 0.016


@pytest.mark.parametrize("side", SIDES)
def test_both_hands_hold_behind_the_thigh_that_comes_in(side):
    hugged = motion_of("seated-knee-hug", side=side).pose("hugged")
    hip, knee = hugged[f"hip_{side}"], hugged[f"knee_{side}"]
    assert knee.position[1] > hip.position[1] + 0.08
    for hand in SIDES:
        palm = points(hugged)[f"hand_{hand}"]
        behind = sum(
            (p - h) * x
            for p, h, x in zip(palm, hip.position, hip.frame[0], strict=True)
        )
        assert behind < -0.01
        assert distance(palm, knee.position) > 0.06  # not on the knee
    assert hugged["head"].position[0] < knee.position[0]


def gap(figure, side):
    """How far the shoulder is below the ear."""
    return figure["head"].position[1] - figure[f"shoulder_{side}"].position[1]


def test_the_shoulders_go_down_before_the_weight_is_taken_and_stay_down():
    motion = motion_of("active-hang")
    standing, packed, hung = (
        motion.pose(name) for name in ("under_bar", "packed", "hung")
    )
    for side in SIDES:
        assert gap(packed, side) > gap(standing, side) + 0.015
        assert gap(hung, side) > gap(packed, side) - 0.002
        assert points(packed)[f"heel_{side}"][1] < 0.02
        angles = joint_angles(hung)
        assert angles[f"elbow_flexion_{side}"] < 15
        assert angles[f"knee_flexion_{side}"] > 30
    for share in (0.3, 0.6, 0.85):
        assert gap(motion.in_phase(0, share), "right") > gap(packed, "right") - 0.002


def test_the_hands_grip_about_shoulder_width_and_the_toes_stay_light_on_the_floor():
    motion = motion_of("active-hang")
    for name in ("under_bar", "packed", "hung"):
        at = points(motion.pose(name))
        hands = at["wrist_right"][2] - at["wrist_left"][2]
        shoulders = at["shoulder_right"][2] - at["shoulder_left"][2]
        assert 0.9 < hands / shoulders < 1.45
        for side in SIDES:
            assert at[f"toe_{side}"][1] == pytest.approx(0.0095, abs=0.002)


@pytest.mark.parametrize("profile", CATALOGUE.movements["active-hang"].doses)
def test_of_a_hang_most_is_hanging(profile):
    motion = motion_of("active-hang", profile)
    hung = points(motion.pose("hung"))["pelvis"]
    samples = [points(motion.in_phase(0, n / 40))["pelvis"] for n in range(41)]
    hanging = sum(distance(place, hung) < 1e-6 for place in samples) / len(samples)
    assert hanging >= 0.75
