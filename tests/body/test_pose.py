"""A pose is 61 numbers, written as named totals, and has a mirror image."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.kinematics import forward
from deskstretch.body.pose import (
    INDEX,
    KEYS,
    NEUTRAL,
    NUMBERS,
    mirror,
    posed,
    total,
    with_thighs_kept,
)
from deskstretch.body.skeleton import JOINTS, mirrored
from deskstretch.body.vectors import angle, distance

poses = st.lists(st.floats(-40, 40), min_size=61, max_size=61).map(tuple)


def test_a_pose_has_61_numbers_each_with_a_name_of_its_own():
    assert len(NUMBERS) == 61 == len(set(NUMBERS)) == len(NEUTRAL)


@pytest.mark.parametrize("region", ["lumbar", "thoracic", "neck"])
@pytest.mark.parametrize("motion", ["flexion", "side_bend", "twist"])
def test_a_total_is_shared_by_the_joints_of_its_region(region, motion):
    key = f"{region}_{motion}"
    assert total(posed({key: 20}), key) == pytest.approx(20)
    assert all(pose != 0 for pose in (posed({key: 20})[i] for i, _ in KEYS[key]))


def test_a_key_without_a_side_means_both_and_a_side_wins_over_it():
    both = posed({"knee_flexion_right": 10, "knee_flexion": 90})
    assert both[INDEX["knee_flexion_left"]] == 90
    assert both[INDEX["knee_flexion_right"]] == 10


def test_angles_replace_those_of_the_base_but_a_tilt_adds_to_it():
    base = posed({"pelvis_tilt": 10, "knee_flexion": 30, "pelvis_forward": 0.02})
    pose = posed({"pelvis_tilt": 5, "knee_flexion": 40, "pelvis_forward": 0.01}, base)
    assert pose[INDEX["pelvis_pitch"]] == 15
    assert pose[INDEX["knee_flexion_left"]] == 40
    assert pose[INDEX["pelvis_forward"]] == pytest.approx(0.03)


def test_thighs_that_are_kept_do_not_follow_the_pelvis():
    tilted = with_thighs_kept(posed({"pelvis_tilt": 25, "hip_flexion": 10}), NEUTRAL)
    plain = posed({"hip_flexion": 10})
    for side in ("left", "right"):
        a, b = forward(tilted), forward(plain)
        assert angle(a[f"hip_{side}"].frame[1], b[f"hip_{side}"].frame[1]) < 1e-5


@given(poses)
def test_the_mirror_of_a_pose_is_the_mirror_image_of_its_figure(pose):
    assert mirror(mirror(pose)) == pose
    figure, image = forward(mirror(pose)), mirrored(forward(pose))
    assert set(figure) == set(JOINTS) == set(image)
    for name in JOINTS:
        assert distance(figure[name].position, image[name].position) < 1e-9
        for axis in range(3):
            gap = distance(figure[name].frame[axis], image[name].frame[axis])
            assert gap < 1e-9
