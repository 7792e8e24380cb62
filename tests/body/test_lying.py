"""Lying on the back: what rests on the mat stays there, whatever the rest does."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.bases import BASES
from deskstretch.body.choreography import Choreography, Contact, Phase, Props
from deskstretch.body.motion import Motion
from deskstretch.body.pose import posed
from deskstretch.body.surface import balls
from deskstretch.body.upright import middle
from deskstretch.body.vectors import distance
from tests.body.loading import shipped

FIXED = ("upper_back", "head", "pelvis", "feet", "hands")
LYING = Contact("rest", fixed=FIXED, hands="floor", lock="upper_back")


def moving(angles, base="supine", contact=LYING, **more):
    """Return a motion from a lying base to the same pose with other angles."""
    rest = BASES[base]
    poses = {"rest": rest, "there": posed(angles, rest)}
    phases = (Phase("out", "there"), Phase("back", "rest"))
    choreography = Choreography("lies", poses, phases, contact, **more)
    return Motion(choreography, (2.0, 2.0))


def height(figure, name):
    """How high the lowest skin of a part is above the floor."""
    return min(
        ball.centre[1] - ball.radius
        for ball in balls(figure)
        if ball.name in (name, f"{name}_right", f"{name}_left")
    )


def lean(figure, side="right"):
    """Degrees of a shank from the plumb line, sideways; plus to the right."""
    knee, ankle = (figure[f"{name}_{side}"].position for name in ("knee", "ankle"))
    return degrees(atan2(knee[2] - ankle[2], knee[1] - ankle[1]))


@pytest.mark.parametrize("base", ["supine", "supine_arms_out"])
def test_who_lies_on_the_back_lies_with_head_back_pelvis_arms_and_feet(base):
    figure = moving({}, base).reference()
    for part in ("pelvis", "spine_5", "spine_6", "head", "hand", "heel", "ball"):
        assert height(figure, part) == pytest.approx(0.0, abs=0.004)
    assert abs(height(figure, "elbow")) < 0.012
    assert height(figure, "spine_2") > 0.02  # the hollow of the low back
    angles = joint_angles(figure)
    assert angles["wrist_extension_right"] < 15
    assert abs(angles["wrist_deviation_right"]) < 8


def test_a_flat_low_back_leaves_the_pelvis_on_the_mat():
    loop = moving({"lumbar_flexion": 28})
    home = loop.rest()
    for t in (0.5, 1.0, 1.5, 2.0):
        figure = loop.figure(t)
        assert figure["pelvis"].position[1] == pytest.approx(
            home["pelvis"].position[1], abs=1e-5
        )
        for name in ("spine_7", "head", "wrist_right", "wrist_left"):
            assert distance(figure[name].position, home[name].position) < 1e-9
    assert height(loop.figure(2.0), "spine_2") < height(home, "spine_2") - 0.01


def test_a_lifted_pelvis_leaves_the_mat_and_nothing_else_does():
    contact = replace(LYING, lifted={"there": frozenset({"pelvis"})})
    loop = moving({"thoracic_flexion": 25, "hip_flexion": 0}, contact=contact)
    home, up = loop.rest(), loop.figure(2.0)
    assert height(up, "pelvis") > 0.07
    for side in ("right", "left"):
        for part in ("shoulder", "wrist", "ankle"):
            name = f"{part}_{side}"
            assert distance(up[name].position, home[name].position) < 1e-6


def test_knees_rise_between_hips_and_feet_however_the_hips_are_bent():
    contact = replace(LYING, lifted={"there": frozenset({"foot_right", "pelvis"})})
    for bend in (0, 60, 90, 117):
        loop = moving(
            {"hip_flexion_right": bend, "knee_flexion_right": 110}, contact=contact
        )
        before = loop.rest()["knee_right"].position
        for n in range(1, 41):
            knee = loop.figure(0.05 * n)["knee_right"].position
            assert knee[1] > 0.1
            assert distance(knee, before) < 0.05
            before = knee


def test_feet_tip_onto_their_edges_with_the_legs_and_stay_where_they_are():
    turn = {"lumbar_twist": -9, "thoracic_twist": -17, "hip_abduction_right": 15}
    loop = moving(turn, contact=replace(LYING, tips=("feet",)))
    flat = moving(turn)
    home, over = loop.rest(), loop.figure(2.0)
    assert lean(home) == pytest.approx(0.0, abs=4.0)
    assert lean(over) > 30.0
    assert over["ankle_right"].frame[1][2] > 0.15  # the sole has tipped to the right
    assert flat.figure(2.0)["ankle_right"].frame[1][2] == pytest.approx(0.0, abs=1e-6)
    turned = joint_angles(over)["ankle_turn_right"]
    assert turned < joint_angles(flat.figure(2.0))["ankle_turn_right"] - 8
    for part in ("heel", "ball", "toe"):
        assert abs(height(over, part)) < 0.015
    gone = distance(over["ankle_right"].position, home["ankle_right"].position)
    assert gone < 0.02


def test_shoulder_blades_and_head_never_move_in_knee_twists():
    loop = Motion(shipped("knee-twists"), (2.0, 5.0, 2.0))
    home = loop.rest()
    for t in (0.5, 1.0, 2.0, 6.0, 8.0):
        figure = loop.figure(t)
        for name in ("spine_7", "head", "shoulder_right", "shoulder_left"):
            assert distance(figure[name].position, home[name].position) < 1e-9


def test_a_bridge_is_a_straight_line_and_no_arch():
    loop = Motion(shipped("bridge"), (2.0, 3.0, 2.0, 1.0))
    up = loop.figure(3.0)
    shoulder, hip, knee = (middle(up, part) for part in ("shoulder", "hip", "knee"))
    slopes = [
        degrees(atan2(b[1] - a[1], b[0] - a[0]))
        for a, b in ((shoulder, hip), (hip, knee))
    ]
    assert slopes[0] == pytest.approx(slopes[1], abs=2.0)
    assert slopes[0] > 15


def test_a_cushion_is_as_thick_as_the_pelvis_is_high_and_lies_under_it():
    contact = replace(LYING, lifted={"there": frozenset({"pelvis"})})
    props = Props(cushion="pelvis", cushion_poses=("there",))
    for bend in (12, 20):
        loop = moving(
            {"thoracic_flexion": bend, "hip_flexion": 20},
            contact=contact,
            props=props,
        )
        (cushion,) = loop.scene.cushions
        there = loop.pose("there")
        top = cushion.centre[1] + cushion.half[1]
        assert cushion.centre[1] == cushion.half[1]  # it lies on the floor
        assert 0.0 < top - height(there, "pelvis") < 0.02
        waist, hips = there["spine_1"].position[0], there["pelvis"].position[0]
        assert waist < cushion.centre[0] - cushion.half[0]
        assert abs(cushion.centre[0] - hips) < cushion.half[0]
        assert loop.shown(0, 0.0) == {0: 0.0}
        assert loop.shown(1, 0.0) == {0: 1.0}
