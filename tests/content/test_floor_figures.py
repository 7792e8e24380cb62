"""The movements on hands and knees and on the floor, as their cards tell them."""

from __future__ import annotations

from math import atan2, degrees
from pathlib import Path

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.vectors import distance
from deskstretch.movements.catalogue import load

MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"
FILES = {file.name: file.read_bytes() for file in sorted(MOVEMENTS.glob("*.toml"))}
CATALOGUE = load(FILES)
STEPS = 24  # a phase


def motion_of(slug, profile=None, range_=1.0):
    movement = CATALOGUE.movements[slug]
    dose = movement.doses[profile or next(iter(movement.doses))]
    return Motion(movement.choreography, dose.seconds, "right", range_)


def tilt(figure, part="pelvis"):
    """Degrees a part is tipped forward from upright."""
    front = figure[part].frame[0]
    return degrees(atan2(-front[1], front[0]))


def half_way(motion, phase, measure):
    """Return the share of a phase at which half of a change is done."""
    values = [measure(motion.in_phase(phase, n / STEPS)) for n in range(STEPS + 1)]
    middle = (values[0] + values[-1]) / 2
    grows = values[-1] > values[0]
    return next(
        n / STEPS for n, value in enumerate(values) if (value >= middle) == grows
    )


def bend(region):
    return lambda figure: joint_angles(figure)[f"{region}_flexion"]


def test_cat_cow_has_hands_under_shoulders_and_knees_under_hips():
    figure = points(motion_of("cat-cow").pose("neutral"))
    for side in ("left", "right"):
        assert abs(figure[f"wrist_{side}"][0] - figure[f"shoulder_{side}"][0]) < 0.02
        assert abs(figure[f"knee_{side}"][0] - figure[f"hip_{side}"][0]) < 0.005


def test_cow_starts_at_the_pelvis_and_lifts_the_chin_last():
    motion = motion_of("cat-cow")
    order = [half_way(motion, 0, tilt)]
    order += [half_way(motion, 0, bend(part)) for part in ("thoracic", "neck")]
    assert order == sorted(order)
    assert order[-1] - order[0] > 0.25
    chin = half_way(motion, 0, lambda figure: tilt(figure, "head"))
    assert chin > half_way(motion, 0, lambda figure: points(figure)["waist"][1]) + 0.2


def test_cat_starts_at_the_head_and_tucks_the_pelvis_last():
    motion = motion_of("cat-cow")
    order = [half_way(motion, 1, bend(p)) for p in ("neck", "thoracic", "lumbar")]
    assert order == sorted(order)
    assert half_way(motion, 1, tilt) - order[0] > 0.25


def test_in_cow_tailbone_and_crown_are_up_and_in_cat_the_chin_is_to_the_chest():
    motion = motion_of("cat-cow")
    neutral, cow, cat = (motion.pose(name) for name in ("neutral", "cow", "cat"))
    assert tilt(cow) > tilt(neutral) + 10
    assert points(cow)["head"][1] > points(neutral)["head"][1] + 0.04
    assert points(cow)["waist"][1] < points(neutral)["waist"][1] - 0.015
    assert points(cat)["waist"][1] > points(neutral)["waist"][1] + 0.04
    assert joint_angles(cat)["neck_flexion"] > 35
    assert tilt(cat) < tilt(neutral) - 25


@pytest.mark.parametrize("range_", [1.0, 0.5])
def test_cat_cow_keeps_hands_knees_and_straight_arms(range_):
    motion = motion_of("cat-cow", range_=range_)
    home = points(motion.reference())
    for phase in (0, 1):
        for step in range(0, STEPS + 1, 4):
            figure = motion.in_phase(phase, step / STEPS)
            at = points(figure)
            for name in ("hand_left", "hand_right", "knee_left", "knee_right"):
                assert distance(at[name], home[name]) < 0.002
            for side in ("left", "right"):
                assert joint_angles(figure)[f"elbow_flexion_{side}"] < 7
                assert abs(at[f"hip_{side}"][0] - at[f"knee_{side}"][0]) < 0.01


def test_a_smaller_cat_cow_shrinks_both_ways_from_the_neutral_back():
    small, full = motion_of("cat-cow", range_=0.5), motion_of("cat-cow")
    neutral = points(full.pose("neutral"))["waist"][1]
    for name in ("cow", "cat"):
        whole = points(full.pose(name))["waist"][1] - neutral
        half = points(small.pose(name))["waist"][1] - neutral
        assert 0.3 < half / whole < 0.7


def test_cat_cow_breathes_in_on_cow_and_out_on_cat():
    phases = CATALOGUE.movements["cat-cow"].phases
    assert [(phase.name, phase.breath) for phase in phases] == [
        ("cow", "in"),
        ("cat", "out"),
    ]


def test_the_forward_fold_hinges_at_the_hips_with_a_long_spine():
    motion = motion_of("seated-forward-fold")
    tall, hinged = motion.pose("tall"), motion.pose("hinged")
    for part in ("lumbar", "thoracic"):
        for share in (0.0, 0.3, 0.6, 1.0):
            assert abs(bend(part)(motion.in_phase(0, share))) < 1
    assert tilt(hinged) - tilt(tall) > 20
    assert points(hinged)["chest"][0] > points(tall)["chest"][0] + 0.08
    for side in ("left", "right"):
        assert joint_angles(hinged)[f"knee_flexion_{side}"] > 20


def test_in_the_forward_fold_the_heels_rest_and_the_toes_point_up():
    for figure in map(points, map(motion_of("seated-forward-fold").pose, ("tall",))):
        for side in ("left", "right"):
            assert figure[f"heel_{side}"][1] < 0.02
            assert figure[f"toe_{side}"][1] > 0.1
