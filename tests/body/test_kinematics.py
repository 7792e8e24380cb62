"""Bones keep their length, limbs reach, and angles read back as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.angles import joint_angles
from deskstretch.body.kinematics import forward
from deskstretch.body.limbs import put_foot, put_hand, two_bones
from deskstretch.body.pose import NEUTRAL, posed
from deskstretch.body.skeleton import LENGTHS, Joint
from deskstretch.body.vectors import IDENTITY, add, cross, distance, dot, length, unit

near = st.floats(-0.25, 0.25)
BENT = {
    "hip_flexion_right": 50,
    "hip_abduction_right": 20,
    "hip_rotation_right": -15,
    "knee_flexion_right": 70,
    "ankle_dorsiflexion_right": -20,
    "toe_extension_right": 30,
    "shoulder_flexion_left": 120,
    "shoulder_abduction_left": 30,
    "shoulder_rotation_left": -25,
    "elbow_flexion_left": 60,
    "forearm_pronation_left": 40,
    "wrist_extension_left": -33,
    "shoulder_abduction_right": 35,
    "lumbar_flexion": 20,
    "lumbar_twist": 0,
    "thoracic_flexion": 10,
    "neck_flexion": -10,
}


def test_a_standing_figure_is_one_stature_tall_and_its_arms_hang_plumb():
    figure = forward(NEUTRAL)
    sole = figure["ankle_right"].position[1] - LENGTHS["ankle_height"]
    crown = figure["head"].position[1] + 0.075
    assert crown - sole == pytest.approx(1.0, abs=0.03)
    shoulder, wrist = figure["shoulder_right"], figure["wrist_right"]
    assert wrist.position[0] == pytest.approx(shoulder.position[0], abs=1e-6)


def test_every_angle_reads_back_as_it_was_written_and_no_other_appears():
    angles = joint_angles(forward(posed(BENT)))
    for name, written in BENT.items():
        assert angles[name] == pytest.approx(written, abs=1e-6), name
    for name in set(angles) - set(BENT):
        assert angles[name] == pytest.approx(0, abs=1e-6), name


@given(near, near, near)
def test_two_bones_reach_their_target_or_point_at_it(x, y, z):
    target = (x, y, z)
    middle, end, normal = two_bones((0, 0, 0), target, 0.174, 0.150, (-1, 0.1, 0.2))
    assert length(middle) == pytest.approx(0.174)
    assert distance(middle, end) == pytest.approx(0.150)
    assert length(normal) == pytest.approx(1)
    reach = length(target)
    if 0.03 < reach < 0.32:
        assert distance(end, target) < 1e-6
    elif reach > 0.32:
        assert dot(unit(end), unit(target)) > 0.999999


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_held_foot_keeps_its_place_and_the_leg_its_lengths(side):
    joints = forward(posed({"hip_flexion": 20, "knee_flexion": 30}))
    goal = Joint(add(joints[f"ankle_{side}"].position, (0.03, 0.05, 0.01)), IDENTITY)
    put_foot(joints, side, goal, IDENTITY)
    assert distance(joints[f"ankle_{side}"].position, goal.position) < 1e-9
    assert joints[f"ankle_{side}"].frame == IDENTITY
    angles = joint_angles(joints)
    assert 0 < angles[f"knee_flexion_{side}"] < 120
    _is_a_body(joints)


@pytest.mark.parametrize("weight", [0.0, 0.3, 0.7, 1.0])
def test_a_hand_comes_to_its_place_by_weight(weight):
    joints = forward(posed({"shoulder_flexion": 40, "elbow_flexion": 30}))
    free = joints["wrist_right"].position
    goal = Joint(add(free, (-0.04, 0.03, 0.02)), joints["wrist_right"].frame)
    put_hand(joints, "right", goal, (-1, -0.2, 0.3), weight)
    went = distance(free, joints["wrist_right"].position)
    assert went == pytest.approx(weight * distance(free, goal.position), abs=1e-6)
    _is_a_body(joints)


def _is_a_body(joints):
    for side in ("left", "right"):
        for upper, lower, bone in (
            ("hip", "knee", "thigh"),
            ("knee", "ankle", "shank"),
            ("shoulder", "elbow", "upper_arm"),
            ("elbow", "wrist", "forearm"),
        ):
            a, b = joints[f"{upper}_{side}"], joints[f"{lower}_{side}"]
            assert distance(a.position, b.position) == pytest.approx(LENGTHS[bone])
    for name, (_, (x, y, z)) in joints.items():
        assert length(x) == pytest.approx(1), name
        assert distance(cross(x, y), z) < 1e-6, name
