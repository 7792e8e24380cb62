"""A motion as numbers: the shape that `render --json` promises."""

from __future__ import annotations

import json

import pytest

from deskstretch.body.record import frames
from tests.body.loading import HIP_FLEXOR, LAT_STRETCH, STANDING, motion

LIMBS = ("shoulder", "elbow", "wrist", "hand", "hip", "knee", "ankle", "heel", "toe")
JOINTS = {"head", "neck", "chest", "waist", "pelvis"} | {
    f"{limb}_{side}" for limb in LIMBS for side in ("left", "right")
}


def test_the_record_has_the_promised_keys_and_nothing_but_json():
    record = frames(motion(HIP_FLEXOR), 12)
    assert json.loads(json.dumps(record)) == record
    assert record["slug"] == HIP_FLEXOR
    assert record["side"] == "right"
    assert record["range"] == 1.0
    assert record["period_s"] == 5.0
    assert len(record["frames"]) == 12
    for frame in record["frames"]:
        assert set(frame) == {
            "t", "phase", "joints", "contacts", "floor", "com", "support",
        }  # fmt: skip
        assert set(frame["joints"]) == JOINTS
        assert all(len(place) == 3 for place in frame["joints"].values())
        assert all(len(corner) == 2 for corner in frame["support"])
        assert len(frame["com"]) == 3
        assert frame["floor"] == 0.0
    assert [frame["phase"] for frame in record["frames"]] == [0] * 5 + [1] * 3 + [2] * 4


@pytest.mark.parametrize(
    ("slug", "side", "fixed"),
    [
        (HIP_FLEXOR, "right", {"knee_right", "heel_left", "toe_left"}),
        (HIP_FLEXOR, "left", {"knee_left", "heel_right", "toe_right"}),
        (STANDING, "right", {"heel_left", "toe_left", "toe_right", "hand_left"}),
        (
            LAT_STRETCH,
            "left",
            {"heel_left", "toe_left", "heel_right", "toe_right", "hand_left"}
            | {"hand_right"},
        ),
    ],
)
def test_fixed_contacts_are_joints_that_do_not_move(slug, side, fixed):
    record = frames(motion(slug, side), 30)
    assert set(record["fixed"]) == fixed
    first = record["frames"][0]["joints"]
    for frame in record["frames"]:
        for name in record["fixed"]:
            assert frame["contacts"][name] == 1.0
            for here, home in zip(frame["joints"][name], first[name], strict=True):
                assert here == pytest.approx(home, abs=1e-3)


def test_hands_on_the_thigh_touch_but_are_not_fixed():
    record = frames(motion(HIP_FLEXOR), 4)
    for frame in record["frames"]:
        assert frame["contacts"]["hand_left"] == frame["contacts"]["hand_right"] == 1.0
    assert not {"hand_left", "hand_right"} & set(record["fixed"])


def test_the_range_is_recorded_and_half_a_movement_goes_half_as_far():
    full = frames(motion(LAT_STRETCH), 2)
    half = frames(motion(LAT_STRETCH, range_=0.5), 2)
    assert half["range"] == 0.5
    start, end = (full["frames"][n]["joints"]["pelvis"][0] for n in (0, 1))
    middle = half["frames"][1]["joints"]["pelvis"][0]
    assert start > middle > end


def test_no_frames_are_no_record():
    with pytest.raises(ValueError, match="frame"):
        frames(motion(HIP_FLEXOR), 0)
