"""Movements broken on purpose, one for each check: the check must find them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.checks import (
    CHECKS,
    Loop,
    by_phase,
    check,
    course,
    ground,
    joints,
)
from deskstretch.body.choreography import Contact, Move, Props
from deskstretch.body.limbs import moved
from deskstretch.body.motion import Motion
from deskstretch.body.pose import INDEX, NEUTRAL, posed
from deskstretch.body.skeleton import Joint
from deskstretch.body.surface import balls
from tests.body.loading import HIP_FLEXOR, LAT_STRETCH, SECONDS, STANDING, shipped


def with_pose(slug, name, **angles):
    """A shipped choreography with some numbers of one pose set."""
    choreography = shipped(slug)
    numbers = list(choreography.poses[name])
    for key, value in angles.items():
        numbers[INDEX[key]] = value
    poses = {**choreography.poses, name: tuple(numbers)}
    return replace(choreography, poses=poses)


def with_contact(slug, **changes):
    choreography = shipped(slug)
    return replace(choreography, contact=replace(choreography.contact, **changes))


def with_phase(slug, index, **changes):
    choreography = shipped(slug)
    phases = list(choreography.phases)
    phases[index] = replace(phases[index], **changes)
    return replace(choreography, phases=tuple(phases))


def names(choreography, seconds=(2.0, 1.0, 2.0), **more):
    return {finding.check for finding in check(choreography, seconds, **more)}


def sampled(motion, count):
    return Loop(motion, by_phase(motion, count))


def test_a_foot_that_cannot_reach_its_place_slides():
    broken = with_pose(STANDING, "forward", pelvis_up=0.08)
    assert "contact" in names(broken)


def test_a_hand_that_does_not_reach_the_desk_hovers():
    broken = replace(shipped(STANDING), props=Props(desk="left", desk_height=0.38))
    findings = check(broken, SECONDS[STANDING])
    assert any("the left hand" in f.message for f in findings if f.check == "hover")


def test_a_hand_that_does_not_reach_its_spot_is_no_touch():
    standing = shipped(STANDING)
    far = replace(standing.touches[0], spot="on_other_thigh")
    findings = check(replace(standing, touches=(far,)), SECONDS[STANDING])
    assert any("the right hand misses" in finding.message for finding in findings)


def test_a_knee_through_the_floor_is_found():
    broken = with_contact(STANDING, fixed=("foot_left",), on_ball=(), hands=None)
    broken = replace(broken, props=Props())
    deep = posed({"hip_flexion_right": -40}, broken.poses["forward"])
    deep = posed({"pelvis_up": -0.2, "knee_flexion_right": 5}, deep)
    broken = replace(broken, poses={**broken.poses, "forward": deep})
    assert "floor" in names(broken)


def test_a_thigh_through_the_desk_is_found():
    broken = with_pose(STANDING, "forward", pelvis_sideways=-0.06)
    broken = replace(broken, props=Props(desk="left", desk_height=0.50))
    assert "props" in names(broken)


def test_a_body_beside_its_feet_falls():
    lat = shipped(LAT_STRETCH)
    contact = replace(
        lat.contact, fixed=("foot_left", "foot_right"), hands=None, straight_arms=False
    )
    broken = replace(lat, contact=contact, props=Props())
    leaning = posed({"hip_flexion": -25}, lat.poses["upright"])
    broken = replace(broken, poses={**lat.poses, "upright": leaning})
    assert "balance" in names(broken, SECONDS[LAT_STRETCH])


def test_a_head_that_hovers_over_the_mat_is_found():
    pose = posed({"pelvis_pitch": -90, "neck_flexion": 40, "thoracic_flexion": 30})
    loop = _resting(pose)
    assert any("head" in f.message for f in ground.rest(loop))


def test_a_head_that_rests_on_the_mat_is_not_found():
    pose = posed({"pelvis_pitch": -90, "lumbar_flexion": -10, "neck_flexion": 10})
    loop = _resting(pose)
    assert ground.rest(loop) == []


def _resting(pose):
    hip = shipped(HIP_FLEXOR)
    lying = replace(
        hip,
        poses={"lying": pose},
        phases=tuple(replace(phase, to="lying", moves=()) for phase in hip.phases),
        contact=Contact("lying"),
        touches=(),
        guide="",
    )
    loop = sampled(Motion(lying, (2.0, 1.0, 2.0)), 2)
    low = min(
        ball.centre[1] - ball.radius
        for ball in balls(loop.figures[0])
        if ball.name in {"pelvis", "spine_5", "head"}
    )
    loop.figures = tuple(moved(dict(f), (0.0, -low, 0.0)) for f in loop.figures)
    return loop


@pytest.mark.parametrize(
    ("slug", "pose", "angles"),
    [
        (HIP_FLEXOR, "squeezed", {"hip_flexion_right": -60.0}),
        (LAT_STRETCH, "hinged", {"neck_flexion_0": 60.0, "neck_flexion_1": 20.0}),
        (STANDING, "forward", {"thoracic_twist_1": 45.0}),
    ],
)
def test_joints_beyond_their_limits_are_found(slug, pose, angles):
    broken = with_pose(slug, pose, **angles)
    assert "limits" in names(broken, SECONDS[slug])


def test_a_reason_lets_a_joint_beyond_its_limit():
    broken = with_pose(LAT_STRETCH, "hinged", neck_flexion_0=80.0)
    allowed = replace(broken, allow_beyond="a dancer")
    assert "limits" not in names(allowed, SECONDS[LAT_STRETCH])


def test_knees_bent_beyond_the_card_are_found():
    broken = with_pose(
        LAT_STRETCH, "hinged", knee_flexion_right=35.0, knee_flexion_left=35.0
    )
    findings = check(broken, SECONDS[LAT_STRETCH])
    assert {f.check for f in findings} >= {"card"}
    assert any("knee_flexion_right" in f.message for f in findings)


def test_a_deep_fold_on_straight_knees_breaks_the_hamstring_rule():
    lat = shipped(LAT_STRETCH)
    deep = posed({"pelvis_tilt": 80, "hip_flexion": 120, "knee_flexion": 3}, NEUTRAL)
    contact = replace(lat.contact, fixed=("foot_left", "foot_right"), hands=None)
    contact = replace(contact, straight_arms=False)
    broken = replace(
        lat, poses={**lat.poses, "hinged": deep}, contact=contact, props=Props()
    )
    assert "hamstring" in names(broken, SECONDS[LAT_STRETCH])


def test_a_stretched_bone_is_found():
    loop = sampled(Motion(shipped(HIP_FLEXOR), (2.0, 1.0, 2.0)), 2)
    figure = dict(loop.figures[2])
    knee = figure["knee_left"]
    x, y, z = knee.position
    figure["knee_left"] = Joint((x, y + 0.01, z), knee.frame)
    loop.figures = (*loop.figures[:2], figure, *loop.figures[3:])
    assert {f.check for f in joints.bones(loop)} == {"bones"}


def test_a_point_that_is_nowhere_is_found():
    loop = sampled(Motion(shipped(HIP_FLEXOR), (2.0, 1.0, 2.0)), 2)
    figure = dict(loop.figures[0])
    figure["head"] = Joint((float("nan"), 0.0, 0.0), figure["head"].frame)
    loop.figures = (figure, *loop.figures[1:])
    assert {f.check for f in course.finite(loop)} == {"finite"}


def test_a_hurried_movement_is_too_fast():
    assert "speed" in names(shipped(LAT_STRETCH), (0.6, 3.0, 0.6))


def test_a_movement_in_a_blink_jerks():
    assert "acceleration" in names(shipped(LAT_STRETCH), (0.3, 1.0, 0.3))


class Jumping(Motion):
    """A motion whose last phase starts somewhere else."""

    def in_phase(self, index, share):
        figure = super().in_phase(index, share)
        if index == 2 and share < 0.5:
            return moved(dict(figure), (0.05, 0.0, 0.0))
        return figure


def test_a_jump_between_phases_is_found():
    loop = sampled(Jumping(shipped(HIP_FLEXOR), (2.0, 1.0, 2.0)), 6)
    assert {f.check for f in course.closure(loop)} == {"closure"}


class Lopsided(Motion):
    """A motion whose left side is not the mirror image of its right."""

    def in_phase(self, index, share):
        figure = super().in_phase(index, share)
        return moved(dict(figure), (0.0, 0.0, 0.03))


def test_sides_that_differ_are_found():
    loop = sampled(Lopsided(shipped(HIP_FLEXOR), (2.0, 1.0, 2.0)), 6)
    assert {f.check for f in course.mirror(loop)} == {"mirror"}


def test_a_movement_too_small_to_see_is_found():
    lat = shipped(LAT_STRETCH)
    broken = replace(lat, poses={**lat.poses, "hinged": lat.poses["upright"]})
    assert "amplitude" in names(broken, SECONDS[LAT_STRETCH])


def test_a_small_phase_needs_a_mark_on_the_pelvis():
    assert "amplitude" in names(replace(shipped(HIP_FLEXOR), marks=frozenset()))
    assert "amplitude" not in names(shipped(HIP_FLEXOR))


def test_a_pelvis_that_goes_backwards_is_found():
    assert "direction" in names(with_pose(STANDING, "forward", pelvis_forward=-0.04))
    broken = with_phase(LAT_STRETCH, 0, moves=(Move("pelvis", "up"),))
    assert "direction" in names(broken, SECONDS[LAT_STRETCH])


def test_a_trunk_that_tips_forward_beside_its_guide_line_is_found():
    lat = shipped(LAT_STRETCH)
    assert "trunk" in names(replace(lat, guide="trunk"), SECONDS[LAT_STRETCH])


def test_the_shipped_movements_pass_all_that_was_proven_here():
    assert len(CHECKS) == 26
    for slug, seconds in SECONDS.items():
        assert check(shipped(slug), seconds) == []
