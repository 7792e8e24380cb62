"""What the checks let pass, and what they say; tests/content holds what they refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.checks import Loop, by_phase, check, ground, judged, props
from deskstretch.body.checks.joints import _readings
from deskstretch.body.checks.loop import Worst, evenly
from deskstretch.body.checks.surfaces import below, from_box, from_line
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.choreography import Contact, Move, Via
from deskstretch.body.limbs import moved
from deskstretch.body.motion import Motion
from deskstretch.body.pose import INDEX, posed
from deskstretch.body.scenery import Box, Cushion, Rod, Scene
from deskstretch.body.surface import balls
from deskstretch.body.vectors import IDENTITY, about_x, about_y, about_z
from tests.body.loading import HIP_FLEXOR, LAT_STRETCH, SECONDS, STANDING, shipped

SAMPLES = 12


def with_pose(slug, name, **angles):
    """A shipped choreography with some numbers of one pose set."""
    choreography = shipped(slug)
    numbers = list(choreography.poses[name])
    for key, value in angles.items():
        numbers[INDEX[key]] = value
    return replace(choreography, poses={**choreography.poses, name: tuple(numbers)})


def with_phase(slug, index, **changes):
    choreography = shipped(slug)
    phases = list(choreography.phases)
    phases[index] = replace(phases[index], **changes)
    return replace(choreography, phases=tuple(phases))


def found(choreography, seconds=(2.0, 1.0, 2.0), **more):
    return check(choreography, seconds, samples=SAMPLES, **more)


def names(choreography, seconds=(2.0, 1.0, 2.0), **more):
    return {finding.check for finding in found(choreography, seconds, **more)}


def test_moments_look_at_every_phase_its_start_and_the_poses_it_passes():
    choreography = with_phase(HIP_FLEXOR, 0, via=(Via("squeezed", 0.42),))
    motion = Motion(choreography, (2.0, 0.0, 2.0))
    moments = by_phase(motion, 10)
    assert {moment.phase for moment in moments} == {0, 2}
    assert (0, 0.42, 0.84) in moments
    assert [m.seconds for m in moments if m.share == 0.0] == [0.0, 2.0]
    assert [m.seconds for m in moments] == sorted(m.seconds for m in moments)


def test_a_hold_is_looked_at_less_often():
    motion = Motion(shipped(LAT_STRETCH), SECONDS[LAT_STRETCH])
    held = [moment for moment in by_phase(motion, 30) if moment.phase == 1]
    moving = [moment for moment in by_phase(motion, 30) if moment.phase == 0]
    assert (len(moving), len(held)) == (30, 6)


@pytest.mark.parametrize(("phase", "told"), [(1, True), (2, False)])
def test_balance_is_counted_in_seconds_and_not_in_moments(monkeypatch, phase, told):
    # A hold of 3 s has a tenth of the moments and almost half of the time.
    loop = Loop(Motion(shipped(LAT_STRETCH), (2.0, 3.0, 0.8)))
    margins = iter([-0.01 if one.phase == phase else 0.02 for one in loop.moments])
    monkeypatch.setattr(props, "margin", lambda *_: next(margins))
    assert sum(loop.lasts) == pytest.approx(loop.motion.period_s)
    assert bool(props.balance(loop)) is told


def test_even_moments_stand_at_even_seconds():
    motion = Motion(shipped(LAT_STRETCH), SECONDS[LAT_STRETCH])
    assert [m.seconds for m in evenly(motion, 7)] == pytest.approx(range(7))


def test_a_finding_names_phase_part_and_size_as_a_person_would():
    far = replace(shipped(STANDING).touches[0], spot="on_other_thigh")
    findings = found(replace(shipped(STANDING), touches=(far,)))
    (one,) = [f for f in findings if "misses its spot" in f.message]
    assert one.message.startswith("In phase 3 (back) the right hand misses its spot")
    assert one.message.endswith(" % of body height.")
    assert one.path == ("phase", 2)


def test_where_a_phase_begins_the_one_before_it_is_named():
    motion = Motion(shipped(HIP_FLEXOR), SECONDS[HIP_FLEXOR])
    loop = Loop(motion, by_phase(motion, 4))
    assert loop.found("any", 0, "stands.").path == ("phase", 2)
    assert loop.found("any", 1, "stands.").message == "In phase 1 (forward) stands."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hand_left", "the left hand"),
        ("ball_right", "the ball of the right foot"),
        ("fingers_left", "the tip of the left hand"),
        ("upper_back", "the upper back"),
        ("spine_5", "the chest"),
        ("upper_arm_right", "the right upper arm"),
    ],
)
def test_parts_have_plain_names(name, words):
    assert spoken(name) == words


def test_shares_of_stature_are_said_in_percent():
    assert percent(0.0312) == "3.1 % of body height"


def test_the_worst_of_each_thing_is_kept_with_its_moment():
    worst = Worst()
    for at, value in enumerate((1.0, 3.0, 2.0)):
        worst.see("knee", value, at)
    worst.see("hip", 0.5, 0)
    assert worst.beyond(0.9) == [("knee", 3.0, 1)]


def test_a_reason_lets_a_joint_beyond_its_limit():
    broken = with_pose(LAT_STRETCH, "hinged", neck_flexion_0=80.0)
    assert "limits" in names(broken, SECONDS[LAT_STRETCH])
    allowed = replace(broken, allow_beyond="a dancer")
    assert "limits" not in names(allowed, SECONDS[LAT_STRETCH])


def test_ball_joints_are_read_in_every_way_that_is_the_same_place():
    def frame(flexion, abduction, rotation):
        turned = about_x(about_z(IDENTITY, flexion), -abduction)
        return about_y(turned, -rotation)

    for read in ((20.0, 70.0, 10.0), (40.0, 90.0, 30.0), (10.0, -90.0, 5.0)):
        home = frame(*read)
        for other in _readings(*read):
            for axis, same in zip(frame(*other), home, strict=True):
                assert axis == pytest.approx(same, abs=1e-6), (read, other)


def test_a_brisk_movement_may_be_faster_than_a_stretch():
    quick = (0.9, 3.0, 0.9)
    assert "speed" in names(shipped(LAT_STRETCH), quick)
    brisk = replace(shipped(LAT_STRETCH), tempo="brisk")
    assert "speed" not in names(brisk, quick)


def test_a_small_phase_needs_a_mark():
    unmarked = replace(shipped(HIP_FLEXOR), marks=frozenset())
    assert "amplitude" in names(unmarked)
    assert "amplitude" not in names(shipped(HIP_FLEXOR))


def test_a_smaller_range_may_be_too_small_to_see_but_goes_the_right_way():
    wrong = with_phase(HIP_FLEXOR, 0, moves=(Move("pelvis", "back"),))
    assert names(wrong, range_=0.1) == {"direction"}


def test_a_phase_that_comes_back_counts_where_it_was():
    there = Via("forward", 0.5)
    back = with_phase(HIP_FLEXOR, 0, to="tall", via=(there,))
    assert not names(back, (4.0, 0.0, 0.0)) & {"direction", "amplitude"}


def test_the_left_side_is_told_by_its_own_hands():
    far = replace(shipped(STANDING).touches[0], spot="on_other_thigh")
    findings = found(replace(shipped(STANDING), touches=(far,)), side="left")
    assert any("the left hand misses" in finding.message for finding in findings)


def lying(**angles):
    """A loop of one pose on the back that lies on the floor with its lowest part."""
    pose = posed({"pelvis_pitch": -90, **angles})
    still = shipped(HIP_FLEXOR)
    still = replace(
        still,
        poses={"lying": pose},
        phases=tuple(replace(phase, to="lying", moves=()) for phase in still.phases),
        contact=Contact("lying"),
        touches=(),
        guide="",
    )
    motion = Motion(still, (2.0, 1.0, 2.0))
    loop = Loop(motion, by_phase(motion, 2))
    low = min(
        ball.centre[1] - ball.radius
        for ball in balls(loop.figures[0])
        if ball.name in {"pelvis", "spine_5", "head"}
    )
    loop.figures = tuple(moved(dict(f), (0.0, -low, 0.0)) for f in loop.figures)
    return loop


def test_a_head_that_rests_on_the_mat_is_at_rest():
    assert ground.rest(lying(lumbar_flexion=-10, neck_flexion=10)) == []


def test_a_head_that_hovers_over_the_mat_is_not():
    hovering = ground.rest(lying(neck_flexion=40, thoracic_flexion=30))
    assert any("the head hovers" in finding.message for finding in hovering)


def test_a_figure_that_is_nowhere_is_not_measured_further():
    motion = Motion(shipped(HIP_FLEXOR), SECONDS[HIP_FLEXOR])
    loop = Loop(motion, by_phase(motion, 2))
    lost = {
        name: joint._replace(position=(float("nan"),) * 3)
        for name, joint in loop.figures[0].items()
    }
    loop.figures = (lost, *loop.figures[1:])
    assert [finding.check for finding in judged(loop)] == ["finite"]


class Furnished(Motion):
    """A motion among a seat, a cushion that is there in one pose, and a roll."""

    scene = Scene(
        None,
        (Box("seat", (0.0, 0.2, 0.0), (0.2, 0.25, 0.2)),),
        (Rod("roll", (1.0, 0.03, -0.2), (1.0, 0.03, 0.2), 0.03),),
        (Cushion("cushion", (0.5, 0.05, 0.0), (0.1, 0.05, 0.1), frozenset({"tall"})),),
    )


@pytest.mark.parametrize(
    ("place", "shown", "height"),
    [
        ((0.1, 0.4, 0.1), {0: 0.0}, 0.25),
        ((0.1, 0.1, 0.1), {0: 0.0}, 0.0),  # under the seat
        ((0.5, 0.2, 0.0), {0: 1.0}, 0.10),
        ((0.5, 0.2, 0.0), {0: 0.5}, 0.0),  # the cushion still slides in
        ((1.0, 0.2, 0.0), {0: 0.0}, 0.06),
    ],
)
def test_the_highest_surface_below_a_place_bears_it(place, shown, height):
    motion = Furnished(shipped(HIP_FLEXOR), SECONDS[HIP_FLEXOR])
    assert below(motion, place, shown) == pytest.approx(height)


def test_distances_from_lines_and_boxes():
    assert from_line((0.5, 1.0, 0.0), (0.0, 0.0, 0.0), (1.0, 0.0, 0.0)) == 1.0
    assert from_line((2.0, 0.0, 0.0), (0.0, 0.0, 0.0), (1.0, 0.0, 0.0)) == 1.0
    box = Box("top", (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
    assert from_box((1.3, 1.4, 0.5), box) == pytest.approx(0.5)
    assert from_box((0.5, 0.9, 0.5), box) == pytest.approx(-0.1)
