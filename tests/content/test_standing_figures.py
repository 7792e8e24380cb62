"""The standing movements, as their cards tell them."""

from __future__ import annotations

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.balance import centre_of_mass, margin, support
from deskstretch.body.points import points
from deskstretch.body.vectors import distance
from tests.content.motions import STEPS, half_way, motion_of

SLUGS = (
    "standing-bicycle", "standing-cat-cow", "standing-side-bend", "standing-twist",
)  # fmt: skip
BICYCLE, CAT_COW, SIDE_BEND, TWIST = SLUGS


def whole(motion):
    return [
        motion.in_phase(index, step / STEPS)
        for index in range(motion.phase_count)
        for step in range(STEPS)
    ]


def angle_of(name):
    return lambda figure: joint_angles(figure)[name]


@pytest.mark.parametrize("slug", [BICYCLE, SIDE_BEND, TWIST])
def test_alternating_movements_are_seen_from_straight_ahead(slug):
    motion = motion_of(slug)
    assert motion.camera == motion.camera.mirrored()
    rest = points(motion.rest())
    for name in ("hip", "shoulder", "elbow", "knee", "ankle"):
        x, y, z = rest[f"{name}_right"]
        assert rest[f"{name}_left"] == pytest.approx((x, y, -z), abs=1e-6)


@pytest.mark.parametrize("slug", SLUGS)
def test_nobody_loses_balance(slug):
    motion = motion_of(slug)
    for figure in whole(motion):
        x, _, z = centre_of_mass(figure)
        assert margin((x, z), support(figure, motion.scene)) > 0.0


def test_the_knee_rises_to_about_the_height_of_the_hip():
    at = points(motion_of(BICYCLE).pose("knee_up"))
    assert at["knee_right"][1] == pytest.approx(at["hip_right"][1], abs=0.04)
    assert at["heel_right"][1] > 0.2


def test_the_ribs_turn_before_the_knee_rises_and_the_opposite_elbow_goes_along():
    motion = motion_of(BICYCLE)
    ribs = half_way(motion, 0, angle_of("thoracic_twist"))
    assert ribs < half_way(motion, 0, lambda figure: points(figure)["knee_right"][1])
    start, end = points(motion.rest()), points(motion.pose("knee_up"))
    assert end["elbow_left"][0] > start["elbow_left"][0] + 0.08
    from_pelvis = [at["elbow_left"][2] - at["pelvis"][2] for at in (start, end)]
    assert from_pelvis[1] > from_pelvis[0] + 0.03


@pytest.mark.parametrize("range_", [1.0, 0.5])
def test_the_hips_stay_level_and_face_ahead_and_nobody_crunches_down(range_):
    for figure in whole(motion_of(BICYCLE, range_=range_)):
        at, angles = points(figure), joint_angles(figure)
        assert abs(at["hip_right"][1] - at["hip_left"][1]) < 0.002
        assert abs(at["hip_right"][0] - at["hip_left"][0]) < 0.002
        assert angles["thoracic_flexion"] + angles["lumbar_flexion"] < 10
        assert distance(at["head"], at["pelvis"]) > 0.38


def test_the_fingertips_are_by_the_ears_all_along():
    for figure in whole(motion_of(BICYCLE)):
        head = figure["head"].position
        for side in ("left", "right"):
            wrist, frame = figure[f"wrist_{side}"]
            tip = tuple(
                p - 0.098 * along for p, along in zip(wrist, frame[1], strict=True)
            )
            assert 0.03 < distance(tip, head) < 0.075


def test_cat_cow_lays_both_hands_on_the_thighs_and_lifts_them_overhead():
    motion = motion_of(CAT_COW)
    low, high = points(motion.pose("round")), points(motion.pose("arch"))
    for side in ("left", "right"):
        assert low[f"knee_{side}"][1] < low[f"hand_{side}"][1] < low[f"hip_{side}"][1]
        assert high[f"hand_{side}"][1] > high["head"][1] + 0.15
    assert joint_angles(motion.pose("round"))["knee_flexion_right"] > 25
    assert motion.choreography.phases[0].breath == "in"
    assert motion.choreography.phases[1].breath == "out"


def test_the_arch_is_small_and_does_not_throw_the_head_back():
    angles = joint_angles(motion_of(CAT_COW).pose("arch"))
    assert -12 <= angles["lumbar_flexion"] < -5
    assert angles["thoracic_flexion"] < angles["lumbar_flexion"]
    assert -15 < angles["neck_flexion"] < 0


def test_the_arch_runs_from_the_feet_to_the_head():
    motion = motion_of(CAT_COW)
    parts = ("knee_flexion_right", "lumbar_flexion", "thoracic_flexion", "neck_flexion")
    order = [half_way(motion, 0, angle_of(part)) for part in parts]
    assert order == sorted(order)
    assert order[-1] - order[0] > 0.15


@pytest.mark.parametrize("range_", [1.0, 0.5])
def test_the_side_bend_neither_leans_forward_nor_twists(range_):
    motion = motion_of(SIDE_BEND, range_=range_)
    home = points(motion.rest())
    for figure in whole(motion):
        angles, at = joint_angles(figure), points(figure)
        for region in ("lumbar", "thoracic", "neck"):
            assert abs(angles[f"{region}_twist"]) < 1
            assert abs(angles[f"{region}_flexion"]) < 1
        assert abs(at["head"][0] - home["head"][0]) < 0.03


def test_the_side_bend_takes_the_weight_to_the_leg_the_hands_go_over():
    motion = motion_of(SIDE_BEND)
    figure = motion.pose("over")
    at, start = points(figure), points(motion.rest())
    assert centre_of_mass(figure)[2] == pytest.approx(at["ankle_right"][2], abs=0.01)
    for side in ("left", "right"):
        assert at[f"hand_{side}"][2] > start[f"hand_{side}"][2] + 0.15
        assert at[f"hand_{side}"][1] > at["head"][1]
        assert at[f"heel_{side}"][1] == pytest.approx(0, abs=0.006)


def test_the_mid_back_turns_more_than_low_back_and_neck_and_hips_stay():
    motion = motion_of(TWIST)
    angles = joint_angles(motion.pose("turned"))
    low, middle, neck = (
        abs(angles[f"{part}_twist"]) for part in ("lumbar", "thoracic", "neck")
    )
    assert middle > 2.5 * (low + neck)
    for figure in whole(motion):
        front = figure["pelvis"].frame[0]
        assert abs(front[2]) < 0.01
        for hand in ("left", "right"):
            wrist = figure[f"wrist_{hand}"].position
            assert distance(wrist, figure["pelvis"].position) < 0.16
