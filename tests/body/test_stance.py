"""Balance: the weight goes first, then the foot; the hips follow from the masses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.balance import centre_of_mass, margin, support
from deskstretch.body.bases import BASES
from deskstretch.body.choreography import Choreography, Contact, Phase, Touch
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.pose import posed
from deskstretch.body.vectors import distance

STANDING = BASES["standing"]
SECONDS = (3.0, 2.0, 3.0)


def standing(values, **contact):
    """A loop from standing to a pose, a pause, and back."""
    return Choreography(
        slug="mine",
        poses={"stand": STANDING, "other": posed(values, STANDING)},
        phases=(Phase("go", "other"), Phase("pause", "other"), Phase("back", "stand")),
        contact=Contact(
            "stand",
            fixed=("feet",),
            balance=True,
            **{key: {"other": frozenset(feet)} for key, feet in contact.items()},
        ),
    )


KNEE_UP = standing(
    {"hip_flexion_right": 85, "knee_flexion_right": 90, "knee_flexion_left": 5},
    lifted=["foot_right"],
)
BOW = standing({"pelvis_tilt": 40, "hip_flexion": 40, "thoracic_flexion": 40})


def inside(motion, figure):
    x, _, z = centre_of_mass(figure)
    return margin((x, z), support(figure, motion.scene))


def times(motion, count=60):
    return (motion.period_s * n / count for n in range(count))


@pytest.mark.parametrize("choreography", [KNEE_UP, BOW], ids=["knee up", "bow"])
def test_the_weight_never_leaves_the_feet_that_are_down(choreography):
    motion = Motion(choreography, SECONDS)
    least = min(inside(motion, motion.figure(t)) for t in times(motion))
    assert least > 0.0
    free = replace(choreography, contact=replace(choreography.contact, balance=False))
    motion = Motion(free, SECONDS)
    assert min(inside(motion, motion.figure(t)) for t in times(motion)) < least - 0.03


def test_on_one_leg_the_weight_is_over_the_middle_of_its_foot_and_the_hips_are_level():
    figure = Motion(KNEE_UP, SECONDS).pose("other")
    at, weight = points(figure), centre_of_mass(figure)
    assert weight[2] == pytest.approx(at["ankle_left"][2], abs=0.006)
    assert at["heel_left"][0] < weight[0] < at["toe_left"][0]
    assert at["hip_right"][1] == pytest.approx(at["hip_left"][1])


def test_the_foot_that_stands_stays_and_keeps_the_bend_of_its_knee():
    motion = Motion(KNEE_UP, SECONDS)
    home = points(motion.rest())
    for t in times(motion, 20):
        at = points(motion.figure(t))
        for name in ("ankle_left", "heel_left", "toe_left"):
            assert distance(at[name], home[name]) < 1e-3
    deeper = posed({"knee_flexion_left": 40}, KNEE_UP.poses["other"])
    bent = replace(KNEE_UP, poses={"stand": STANDING, "other": deeper})
    low = Motion(bent, SECONDS).pose("other")["pelvis"].position[1]
    high = motion.pose("other")["pelvis"].position[1]
    assert 0.02 < high - low < 0.05


def test_the_weight_has_gone_before_the_foot_leaves_the_floor():
    motion = Motion(KNEE_UP, SECONDS)
    floor = points(motion.rest())["heel_right"][1]
    gone = points(motion.pose("other"))["pelvis"][2]
    leaving = next(
        figure
        for figure in (motion.in_phase(0, n / 100) for n in range(100))
        if points(figure)["heel_right"][1] > floor + 0.012
    )
    assert points(leaving)["pelvis"][2] < 0.85 * gone < 0


def test_a_smaller_range_lifts_the_foot_and_still_stands():
    motion = Motion(KNEE_UP, SECONDS, range_=0.5)
    assert all(inside(motion, motion.figure(t)) > 0.0 for t in times(motion, 30))
    assert points(motion.pose("other"))["heel_right"][1] > 0.03


@given(st.sampled_from(["right", "left"]))
def test_standing_on_one_foot_needs_no_lifted_foot(side):
    leaning = standing({"knee_flexion": 12}, stands_on=[f"foot_{side}"])
    motion = Motion(leaning, SECONDS)
    figure = motion.pose("other")
    at = points(figure)
    assert centre_of_mass(figure)[2] == pytest.approx(at[f"ankle_{side}"][2], abs=0.006)
    assert at["heel_left"][1] == pytest.approx(at["heel_right"][1], abs=0.004)


def test_a_smaller_range_shifts_less_of_the_weight():
    leaning = standing({"knee_flexion": 12}, stands_on=["foot_right"])
    whole, half, none = (
        centre_of_mass(Motion(leaning, SECONDS, range_=r).pose("other"))[2]
        for r in (1.0, 0.5, 0.0)
    )
    assert none == pytest.approx(0.0, abs=1e-6)
    assert 0.2 * whole < half < 0.6 * whole


def test_hands_on_the_body_do_not_disturb_the_balance():
    held = replace(KNEE_UP, touches=(Touch("right", "by_ear"), Touch("left", "by_ear")))
    motion = Motion(held, SECONDS)
    assert all(inside(motion, motion.figure(t)) > 0.0 for t in times(motion, 30))
