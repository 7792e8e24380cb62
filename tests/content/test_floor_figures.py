"""The movements on hands and knees and on the floor, as their cards tell them."""

from __future__ import annotations

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.points import points
from deskstretch.body.solids import Solid
from deskstretch.body.surface import balls
from deskstretch.body.vectors import at, distance
from tests.content.motions import CATALOGUE, STEPS, half_way, motion_of, tilt


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


def test_childs_pose_starts_upright_with_knees_apart_and_big_toes_together():
    motion = motion_of("childs-pose", "hold")
    start = points(motion.figure(0.0))
    assert abs(tilt(motion.figure(0.0))) < 5
    assert start["hip_right"][1] > 0.25
    knees, toes = (
        distance(start[f"{part}_left"], start[f"{part}_right"])
        for part in ("knee", "toe")
    )
    assert knees > 0.18
    assert toes < 0.07


def test_in_childs_pose_hips_sink_back_arms_are_long_and_the_forehead_is_down():
    motion = motion_of("childs-pose", "hold")
    start, rest = points(motion.figure(0.0)), points(motion.target(1))
    assert rest["pelvis"][0] < start["pelvis"][0] - 0.15
    assert rest["pelvis"][1] < start["pelvis"][1] - 0.10
    assert rest["head"][1] < 0.07
    for side in ("left", "right"):
        assert rest[f"wrist_{side}"][0] > rest["head"][0] + 0.15
        assert rest[f"hand_{side}"][1] < 0.02


def test_the_hands_walk_out_one_after_the_other_and_stay_for_the_rest():
    motion = motion_of("childs-pose", "hold")
    lifted = {"left": set(), "right": set()}
    for step in range(52, 100):
        at = points(motion.in_phase(0, step / 100))
        for side, steps in lifted.items():
            if at[f"wrist_{side}"][1] > 0.014:
                steps.add(step)
    assert lifted["left"]
    assert lifted["right"]
    assert not lifted["left"] & lifted["right"]
    early, late = points(motion.in_phase(1, 0.0)), points(motion.in_phase(1, 1.0))
    for side in ("left", "right"):
        assert distance(early[f"wrist_{side}"], late[f"wrist_{side}"]) < 0.001


def test_the_rocks_keep_the_hands_and_move_the_hips_to_and_fro():
    motion = motion_of("childs-pose", "rocks")
    back, forth = points(motion.target(3)), points(motion.target(4))
    assert forth["pelvis"][0] - back["pelvis"][0] > 0.06
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        at = points(motion.in_phase(3, share))
        for side in ("left", "right"):
            assert distance(at[f"wrist_{side}"], back[f"wrist_{side}"]) < 0.002
    assert points(motion.rest()) == points(motion.target(4))


def test_in_the_lying_rotation_the_knee_stays_down_and_the_ribs_turn():
    motion = motion_of("flexion-rotation")
    home = points(motion.reference())
    for share in (0.0, 0.4, 0.7, 1.0):
        at = points(motion.in_phase(0, share))
        assert distance(at["knee_left"], home["knee_left"]) < 0.001
        assert distance(at["pelvis"], home["pelvis"]) < 0.001
    start, end = motion.pose("side"), motion.pose("opened")
    for figure in (start, end):
        assert points(figure)["knee_left"][1] < 0.05
        assert points(figure)["knee_right"][1] < 0.05
    turned = joint_angles(end)["thoracic_twist"] - joint_angles(start)["thoracic_twist"]
    assert turned < -30
    assert points(end)["shoulder_left"][2] < points(start)["shoulder_left"][2] - 0.05


@pytest.mark.parametrize("range_", [1.0, 0.5, 0.0])
def test_in_the_lying_rotation_the_instep_lies_on_the_back_of_the_lower_calf(range_):
    motion = motion_of("flexion-rotation", range_=range_)
    for phase in range(motion.phase_count):
        figure = motion.target(phase)
        calf, ankle = Solid(figure, "shank_right"), figure["ankle_left"]
        instep = at(*ankle, (0.05, -0.015, 0.0))
        gap = -calf.depth(instep) - 0.02  # half a foot's thickness
        assert -0.01 < gap < 0.01
        assert instep[2] < figure["knee_right"].position[2]  # behind it


def test_the_lying_rotation_has_its_hands_on_the_knee_and_behind_the_head():
    motion = motion_of("flexion-rotation")
    for name in ("side", "opened"):
        at = points(motion.pose(name))
        assert distance(at["hand_right"], at["knee_left"]) < 0.09
        assert distance(at["hand_left"], at["head"]) < 0.09
    head = motion.pose("side")["head"].position
    (pillow,) = motion.scene.cushions
    assert pillow.kind == "pillow"
    assert abs(pillow.centre[0] - head[0]) < 0.02


def test_the_face_down_rest_has_the_roll_under_the_hip_bones():
    motion = motion_of("belly-flop")
    (roll,) = motion.scene.rods
    rest = motion.pose("resting")
    assert roll.kind == "roll"
    assert abs(roll.start[0] - rest["pelvis"].position[0]) < 0.05
    assert roll.start[0] < rest["spine_1"].position[0]  # not under the soft belly
    at = points(rest)
    assert at["pelvis"][1] > at["chest"][1] + 0.02
    assert at["head"][1] < 0.09
    for side in ("left", "right"):
        assert distance(at[f"hand_{side}"], at["head"]) < 0.1
        assert at[f"hand_{side}"][1] < 0.03


def test_who_rests_face_down_comes_from_the_side_and_leaves_to_the_side():
    motion = motion_of("belly-flop")
    for share in (0.0, 1.0):
        phase = 0 if share == 0.0 else 2
        side = motion.in_phase(phase, share)
        assert abs(side["spine_5"].frame[2][1]) > 0.8  # a shoulder is up
    for phase in (0, 2):
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            figure = motion.in_phase(phase, share)
            assert bend("thoracic")(figure) > -12  # nobody arches up
            low = min(ball.centre[1] - ball.radius for ball in balls(figure))
            assert abs(low) < 0.03
