"""Muscles lie on the body: on its joints, near the skin, the same on both sides."""

from __future__ import annotations

from math import hypot

import pytest

from deskstretch.body.bases import BASES
from deskstretch.body.kinematics import forward
from deskstretch.body.muscles import MUSCLES, sided
from deskstretch.body.skeleton import JOINTS, mirrored, swapped
from deskstretch.body.vectors import at

NEEDED = (
    "hip_flexors", "quadriceps", "hamstrings", "glutes", "outer_hip", "lats",
    "obliques", "spine_erectors", "abdominals", "chest", "calves", "neck_sides",
    "upper_trapezius", "rhomboids", "adductors",
)  # fmt: skip
PARTS = {
    "head", "shirt", "pelvis", "leg_right", "leg_left", "arm_right", "arm_left",
}  # fmt: skip
STANDING = forward(BASES["standing"])


@pytest.mark.parametrize("name", NEEDED)
def test_every_muscle_the_movements_are_felt_in_has_a_place(name):
    for muscle in sided(name):
        assert MUSCLES[muscle].part in PARTS
        assert set(MUSCLES[muscle].over) <= PARTS
        assert {joint for joint, _ in MUSCLES[muscle].path} <= set(JOINTS)


@pytest.mark.parametrize("name", sorted(MUSCLES))
def test_a_muscle_lies_along_its_bones_under_the_skin(name):
    for joint, (x, y, z) in MUSCLES[name].path:
        assert hypot(x, z) < 0.09, joint
        assert -0.24 < y < 0.06, joint


@pytest.mark.parametrize("name", [n for n in sorted(MUSCLES) if n.endswith("_right")])
def test_both_sides_are_mirror_images(name):
    other = mirrored(STANDING)
    for (joint, place), (twin, its) in zip(
        MUSCLES[name].path, MUSCLES[swapped(name)].path, strict=True
    ):
        x, y, z = at(*STANDING[joint], place)
        assert at(*other[twin], its) == pytest.approx((x, y, -z))


def test_a_name_without_a_side_means_both_or_the_middle():
    assert sided("glutes") == ("glutes_right", "glutes_left")
    assert sided("glutes_left") == ("glutes_left",)
    assert sided("spine_erectors") == ("spine_erectors",)
    with pytest.raises(KeyError):
        sided("wings")
