"""Hands on the body: exactly on their spots, wrists easy, and on their way in arcs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.angles import joint_angles
from deskstretch.body.bases import BASES
from deskstretch.body.kinematics import forward
from deskstretch.body.pose import posed
from deskstretch.body.skeleton import LENGTHS
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import PALM
from deskstretch.body.touching import touch
from deskstretch.body.vectors import (
    IDENTITY,
    about_x,
    about_y,
    about_z,
    angle,
    at,
    blended,
    distance,
    dot,
)

SIDES = pytest.mark.parametrize("side", ["right", "left"])
turns = st.floats(-85, 85)


def laid(spot, side, weight=1.0, **values):
    figure = forward(posed(values, BASES["standing"]))
    touch(figure, side, spot, weight)
    return figure


@SIDES
@pytest.mark.parametrize("spot", ["on_hip", "by_ear", "on_thigh"])
def test_the_palm_lies_on_its_spot_and_the_wrist_is_easy(spot, side):
    bow = {"pelvis_tilt": 30, "hip_flexion": 60} if spot == "on_thigh" else {}
    figure = laid(spot, side, **bow)
    place = spot_for(spot, side)
    goal = at(*figure[place.part], place.palm_at)
    assert distance(goal, at(*figure[f"wrist_{side}"], PALM)) < 1e-6
    assert abs(joint_angles(figure)[f"wrist_deviation_{side}"]) < 20


@SIDES
def test_a_hand_on_the_hip_pivots_when_the_trunk_turns(side):
    sign = 1 if side == "left" else -1
    figure = laid("on_hip", side, thoracic_twist=34 * sign, lumbar_twist=6 * sign)
    angles = joint_angles(figure)
    assert abs(angles[f"wrist_deviation_{side}"]) < 20
    assert angles[f"shoulder_flexion_{side}"] >= -60
    assert abs(angles[f"forearm_pronation_{side}"]) <= 85


@given(st.floats(0, 1))
def test_on_its_way_the_arm_keeps_its_bones_and_the_elbow_bends_evenly(weight):
    free = joint_angles(laid("by_ear", "right", 0.0))["elbow_flexion_right"]
    held = joint_angles(laid("by_ear", "right", 1.0))["elbow_flexion_right"]
    figure = laid("by_ear", "right", weight)
    shoulder, elbow, wrist = (
        figure[f"{name}_right"].position for name in ("shoulder", "elbow", "wrist")
    )
    assert distance(shoulder, elbow) == pytest.approx(LENGTHS["upper_arm"])
    assert distance(elbow, wrist) == pytest.approx(LENGTHS["forearm"])
    bend = joint_angles(figure)["elbow_flexion_right"]
    assert bend == pytest.approx(free + (held - free) * weight, abs=1.0)


def test_a_hand_that_comes_down_from_overhead_swings_in_front_of_the_face():
    for n in range(1, 10):
        figure = laid("on_thigh", "right", n / 10, shoulder_flexion=160, pelvis_tilt=20)
        head, hand = figure["head"].position, figure["wrist_right"].position
        assert distance(head, hand) > 0.12


@given(turns, turns, turns, st.floats(0, 1))
def test_a_frame_part_of_the_way_is_a_frame_and_its_turn_a_share(x, y, z, share):
    end = about_z(about_y(about_x(IDENTITY, x), y), z)
    part = blended(IDENTITY, end, share)
    for one in range(3):
        assert dot(part[one], part[one]) == pytest.approx(1.0)
        assert dot(part[one], part[one - 1]) == pytest.approx(0.0, abs=1e-9)
    half = blended(IDENTITY, end, 0.5)
    assert angle(half[0], end[0]) == pytest.approx(
        angle(IDENTITY[0], half[0]), abs=1e-4
    )


def test_a_turn_has_an_even_pace():
    end = about_z(IDENTITY, 120)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        assert angle(blended(IDENTITY, end, share)[0], IDENTITY[0]) == pytest.approx(
            120 * share, abs=1e-6
        )
    assert blended(end, end, 0.5) == end
