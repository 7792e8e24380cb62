"""A motion is a pure function of time: it closes, mirrors, shrinks and breathes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.choreography import Phase, Touch, Via
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.skeleton import JOINTS, mirrored, swapped
from deskstretch.body.timing import smooth, wave_pose
from deskstretch.body.vectors import distance
from tests.body.loading import HIP_FLEXOR, LAT_STRETCH, SECONDS, motion, shipped

SLUGS = sorted(SECONDS)


def _gap(a, b):
    a, b = points(a), points(b)
    return max(distance(a[name], b[name]) for name in a)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_loop_ends_where_it_began_and_any_time_is_a_time(slug):
    loop = motion(slug)
    assert loop.period_s == sum(SECONDS[slug])
    assert set(loop.figure(0)) == set(JOINTS)
    for seconds in (0.0, 1.3, 4.99):
        for other in (seconds + loop.period_s, seconds - 3 * loop.period_s):
            assert _gap(loop.figure(seconds), loop.figure(other)) < 1e-9
    assert _gap(loop.figure(0), loop.figure(loop.period_s - 1e-9)) < 1e-6
    assert _gap(loop.rest(), loop.figure(0)) < 1e-9


@pytest.mark.parametrize("slug", SLUGS)
def test_a_figure_depends_on_nothing_but_its_time(slug):
    one, other = motion(slug), motion(slug)
    times = [0.1 * n for n in range(60)]
    forth = [one.figure(t) for t in times]
    back = [other.figure(t) for t in reversed(times)]
    assert forth == back[::-1]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_left_side_is_the_mirror_image_down_to_the_scene(slug):
    right, left = motion(slug), motion(slug, "left")
    for t in (0.0, 0.7, 2.5, 4.2):
        assert left.figure(t) == mirrored(right.figure(t))
    assert left.scene.mirrored() == right.scene
    assert left.camera.yaw == (180 - right.camera.yaw) % 360
    assert left.camera.mirrored() == right.camera
    assert left.hands["left"] == right.hands["right"]
    assert set(left.glow(0, 1.0)) == set(map(swapped, right.glow(0, 1.0)))
    assert set(left.contacts(0, 0.5)) == set(map(swapped, right.contacts(0, 0.5)))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_smaller_range_goes_less_far_from_the_same_start(slug):
    full, half, none = (motion(slug, range_=r) for r in (1.0, 0.5, 0.0))
    whole = _gap(full.rest(), full.target(0))
    assert 0.3 * whole < _gap(half.rest(), half.target(0)) < 0.7 * whole
    assert _gap(none.rest(), none.target(0)) < 1e-9
    assert _gap(full.rest(), none.rest()) < 1e-9


def test_phases_follow_each_other_by_their_seconds():
    loop = motion(LAT_STRETCH)
    assert loop.phase_at(0.0) == (0, pytest.approx(0.0))
    assert loop.phase_at(1.0) == (0, pytest.approx(0.5))
    assert loop.phase_at(2.0) == (1, pytest.approx(0.0))
    assert loop.phase_at(6.0) == (2, pytest.approx(0.5))
    assert loop.phase_at(7.0) == (0, pytest.approx(0.0))


def test_a_phase_of_no_seconds_is_left_out_without_a_jump():
    loop = Motion(shipped(HIP_FLEXOR), (2.0, 0.0, 2.0))
    assert loop.phase_at(2.0)[0] == 2
    assert loop.came_from(2) == 0
    assert _gap(loop.figure(2.0 - 1e-6), loop.figure(2.0)) < 1e-6


def test_a_phase_passes_through_its_poses_on_time_and_without_a_jump():
    forward, *others = shipped(HIP_FLEXOR).phases
    by_way = replace(forward, via=(Via("squeezed", 0.4), Via("tall", 0.8)))
    loop = Motion(
        replace(shipped(HIP_FLEXOR), phases=(by_way, *others)), (2.0, 1.0, 2.0)
    )
    assert _gap(loop.in_phase(0, 0.4), loop.pose("squeezed")) < 1e-9
    assert _gap(loop.in_phase(0, 0.8), loop.pose("tall")) < 1e-9
    assert _gap(loop.target(0), loop.pose("forward")) < 1e-9
    for at in (0.4, 0.8):
        assert _gap(loop.in_phase(0, at - 1e-6), loop.in_phase(0, at)) < 1e-6


@pytest.mark.parametrize("seconds", [(), (1.0, 2.0), (0.0, 0.0, 0.0), (-1.0, 1.0, 2.0)])
def test_seconds_that_do_not_fit_are_refused(seconds):
    with pytest.raises(ValueError, match="seconds"):
        Motion(shipped(HIP_FLEXOR), seconds)


@given(st.floats(0, 1))
def test_minimum_jerk_runs_from_0_to_1_and_is_symmetrical(share):
    assert 0 <= smooth(share) <= 1
    assert smooth(share) + smooth(1 - share) == pytest.approx(1)


def test_a_wave_passes_along_the_spine_from_where_it_starts():
    start, end = (0.0,) * 61, (10.0,) * 61
    from_pelvis = wave_pose(start, end, 0.5, 0.5, "pelvis")
    assert from_pelvis[0] > from_pelvis[6] > from_pelvis[18] > from_pelvis[27] == 0
    from_head = wave_pose(start, end, 0.5, 0.5, "head")
    assert from_head[27] > from_head[18] > from_head[6] > from_head[0] == 0
    assert wave_pose(start, end, 1.0, 0.5, "head") == end


def test_muscles_glow_up_to_the_end_of_their_phase_and_out_in_the_next():
    loop = motion(HIP_FLEXOR)
    assert loop.glow(0, 0.0) == {"hip_flexors_right": 0.0}
    assert loop.glow(0, 1.0) == {"hip_flexors_right": 1.0}
    squeezing = loop.glow(1, 0.5)
    assert squeezing["hip_flexors_right"] == pytest.approx(1.0)
    assert squeezing["glutes_right"] == pytest.approx(0.5)
    assert loop.glow(2, 1.0) == {"hip_flexors_right": 0.0, "glutes_right": 0.0}


@pytest.mark.parametrize("length", [5.0, 60.0])
def test_a_glow_comes_and_goes_in_seconds_however_long_a_hold_is(length):
    first, squeeze, _ = shipped(HIP_FLEXOR).phases
    way = replace(first, feel=())
    hold = replace(squeeze, to=way.to, via=(), feel=("glutes",))
    back = replace(first, to="tall", feel=())
    figure = replace(shipped(HIP_FLEXOR), phases=(way, hold, back))
    loop = Motion(figure, (length, length, length))

    def level(index, seconds):
        return max(loop.glow(index, seconds / length).values(), default=0.0)

    assert level(0, length) == 0.0
    assert [level(1, at) for at in (0.0, 0.75)] == [0.0, pytest.approx(0.5)]
    assert [level(1, at) for at in (1.5, length / 2, length)] == [1.0] * 3
    assert [level(2, at) for at in (0.0, 1.0)] == [1.0, pytest.approx(0.5)]
    assert level(2, 2.0) == 0.0


def test_a_glow_comes_at_the_end_of_a_long_way_into_a_pose():
    loop = Motion(shipped(HIP_FLEXOR), (20.0, 1.0, 1.0))
    levels = [loop.glow(0, at / 20)["hip_flexors_right"] for at in (15, 18, 20)]
    assert levels == [0.0, pytest.approx(0.5), 1.0]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_muscle_glows_first_in_every_run_of_the_program(slug):
    loop = motion(slug)
    for index in range(loop.phase_count):
        assert list(loop.glow(index, 0.5)) == sorted(loop.glow(index, 0.5))


def test_without_a_written_breath_it_breathes_calmly_and_closes():
    loop = motion(LAT_STRETCH)
    breaths = [loop.breath(0.01 * n) for n in range(700)]
    assert min(breaths) == pytest.approx(0, abs=1e-3)
    assert max(breaths) == pytest.approx(1, abs=1e-3)
    assert loop.breath(0.0) == pytest.approx(loop.breath(7.0))


def test_a_written_breath_fills_and_empties_with_its_phases():
    quiet = shipped(LAT_STRETCH)
    hinge, hold, back = quiet.phases
    phases = (replace(hinge, breath="out"), hold, replace(back, breath="in"))
    loop = Motion(replace(quiet, phases=phases), (2.0, 3.0, 2.0))
    assert loop.breath(0.0) == pytest.approx(1.0)
    assert loop.breath(2.0) == pytest.approx(0.0)
    assert loop.breath(5.0) == pytest.approx(0.0)
    assert loop.breath(6.999999) == pytest.approx(1.0)


def test_a_short_hold_has_a_small_breath_of_its_own():
    quiet = shipped(LAT_STRETCH)
    hinge, hold, back = quiet.phases
    phases = (replace(hinge, breath="out"), hold, replace(back, breath="in"))
    loop = Motion(replace(quiet, phases=phases), (2.0, 3.0, 2.0))
    breaths = [loop.breath(2.0 + 0.1 * n) for n in range(31)]
    assert breaths[0] == pytest.approx(0.0)
    assert max(breaths) == pytest.approx(0.6, abs=0.01)
    assert breaths[30] == pytest.approx(0.0, abs=0.01)


def test_a_long_rest_breathes_on_and_ends_as_it_began():
    quiet = shipped(LAT_STRETCH)
    hinge, hold, back = quiet.phases
    for breath, full in (("out", 0.0), ("in", 1.0)):
        phases = (replace(hinge, breath=breath), hold, back)
        loop = Motion(replace(quiet, phases=phases), (2.0, 30.0, 2.0))
        breaths = [loop.breath(2.0 + 0.1 * n) for n in range(300)]
        assert breaths[0] == pytest.approx(full)
        assert breaths[-1] == pytest.approx(full, abs=0.02)
        assert max(breaths) - min(breaths) > 0.98


def test_a_hand_reaches_for_its_spot_without_a_jump_and_lets_go_again():
    still = shipped(HIP_FLEXOR)
    touches = tuple(
        Touch(touch.hand, touch.spot, frozenset({"forward", "squeezed"}))
        for touch in still.touches
    )
    loop = Motion(replace(still, touches=touches), (2.0, 1.0, 2.0))
    weights = [loop.contacts(0, n / 10)["hand_right"] for n in range(11)]
    assert weights[0] == 0
    assert weights[-1] == 1
    assert weights == sorted(weights)
    figures = [loop.figure(5.0 * n / 500) for n in range(501)]
    assert max(map(_gap, figures, figures[1:])) < 0.012


def test_a_lifted_foot_leaves_the_ground_by_its_weight():
    standing = shipped(LAT_STRETCH)
    contact = replace(
        standing.contact,
        lifted={"hinged": frozenset({"foot_right"})},
        hands=None,
        straight_arms=False,
        fixed=("foot_right", "foot_left"),
    )
    props = replace(standing.props, desk=None)
    loop = Motion(replace(standing, contact=contact, props=props), (2.0, 3.0, 2.0))
    assert loop.contacts(0, 0.0)["foot_right"] == 1
    assert loop.contacts(1, 0.5)["foot_right"] == 0
    home = points(loop.rest())["heel_left"]
    assert distance(points(loop.target(0))["heel_left"], home) < 1e-6


def test_a_locked_joint_stays_exactly_where_it_was():
    still = shipped(HIP_FLEXOR)
    contact = replace(still.contact, body=(), fixed=(), lock="upper_back")
    loop = Motion(
        replace(still, contact=contact, touches=(), guide=""), (2.0, 1.0, 2.0)
    )
    home = loop.rest()["spine_7"]
    for t in (0.5, 1.5, 2.5):
        there = loop.figure(t)["spine_7"]
        assert distance(there.position, home.position) < 1e-9
        assert distance(there.frame[0], home.frame[0]) < 1e-9


def test_the_extent_holds_body_and_desk_over_the_whole_loop():
    loop = motion(LAT_STRETCH)
    low, high = loop.extent()
    for n in range(70):
        for place in points(loop.figure(n / 10)).values():
            inside = zip(low, place, high, strict=True)
            assert all(a - 0.01 <= p <= b + 0.01 for a, p, b in inside)
    for box in loop.scene.boxes:
        assert box.low[0] >= low[0]
        assert box.high[2] <= high[2]


def test_named_key_poses_are_those_of_the_phases():
    loop = motion(LAT_STRETCH)
    assert loop.pose("hinged") == loop.target(0)
    assert loop.pose("upright") == loop.rest()
    assert isinstance(loop.choreography.phases[0], Phase)


def test_what_is_felt_in_a_pose_held_on_the_way_shines_while_it_is_held():
    forward, *_ = shipped(HIP_FLEXOR).phases
    held = (Via("squeezed", 0.3), Via("squeezed", 0.8))
    one = replace(forward, to="tall", via=held)
    loop = Motion(replace(shipped(HIP_FLEXOR), phases=(one,)), (10.0,))
    levels = [max(loop.glow(0, share).values()) for share in (0, 0.15, 0.3, 0.8, 1)]
    assert levels == [0.0, pytest.approx(0.5), 1.0, 1.0, 0.0]
    assert loop.felt_most(0) == 0.8
