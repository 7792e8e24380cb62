"""The body's volumes: what is inside of them, and how deep."""

from __future__ import annotations

import pytest

from deskstretch.body.bases import BASES
from deskstretch.body.kinematics import forward
from deskstretch.body.solids import FAR, SOLIDS, Solid, parts_under
from deskstretch.body.vectors import at, between

FIGURE = forward(BASES["standing"])


@pytest.mark.parametrize("part", SOLIDS)
def test_the_middle_of_a_part_is_inside_and_a_place_beside_it_is_not(part):
    rings = SOLIDS[part]
    first, last = (
        at(*FIGURE[ring.joint], ring.place) for ring in (rings[0], rings[-1])
    )
    middle = between(first, last, 0.5)
    solid = Solid(FIGURE, part)
    assert solid.depth(middle) > 0.02
    aside = (middle[0], middle[1], middle[2] + 0.1)
    assert -0.09 < solid.depth(aside) < 0.0
    assert solid.depth((middle[0] + 1.0, middle[1], middle[2])) == -FAR


def test_depth_is_measured_from_the_skin():
    knee, hip = FIGURE["knee_right"], FIGURE["hip_right"]
    thigh = Solid(FIGURE, "thigh_right")
    half = between(hip.position, knee.position, 0.42)
    for out, depth in ((0.0, 0.055), (0.038, 0.020), (0.068, -0.010)):
        front = at(half, hip.frame, (out, 0.0, 0.0))
        assert thigh.depth(front) == pytest.approx(depth, abs=0.004)


def test_no_gap_opens_where_the_trunk_bends():
    bent = dict(FIGURE)
    for turn in ("spine_1", "spine_3", "spine_5"):
        place = at(*bent[turn], (0.0, 0.01, 0.05))
        assert Solid(bent, "trunk").depth(place) > 0.0


@pytest.mark.parametrize(
    ("joint", "parts"),
    [
        ("hip_left", ("thigh_left", "trunk")),
        ("knee_right", ("shank_right", "thigh_right")),
        ("spine_5", ("trunk",)),
        ("head", ("head",)),
        ("pelvis", ("trunk",)),
    ],
)
def test_a_hand_may_touch_the_parts_around_its_spot(joint, parts):
    assert parts_under(joint) == parts
