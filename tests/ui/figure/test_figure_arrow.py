"""The arrow belongs to the working side, and says what the body does, beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.motion import Motion
from deskstretch.body.points import point
from deskstretch.ui.figure import arrow
from deskstretch.ui.figure.space import Camera


def arrows(motion, index):
    camera = Camera(motion.camera.yaw, motion.camera.pitch)
    return arrow.lines(motion, camera, index)


@pytest.mark.parametrize(
    "slug",
    ["standing-bicycle", "standing-twist", "seated-hip-hinge", "standing-cat-cow"],
)
def test_the_arrow_of_the_left_side_is_the_mirror_image_of_the_right(make_motion, slug):
    motions = [make_motion(slug, side) for side in ("right", "left")]
    (right,), (left,) = (arrows(motion, 0) for motion in motions)
    xs, ys = zip(*right.line, strict=True)
    assert [y for _, y in left.line] == pytest.approx(ys, abs=0.001)
    assert [-x for x, _ in left.line] == pytest.approx(xs, abs=0.001)


def test_the_arrow_of_the_bicycle_goes_up_with_the_knee(make_motion):
    ((_, _, line),) = arrows(make_motion("standing-bicycle", "left"), 0)
    (x0, y0), *_, (x1, y1) = line
    assert y0 - y1 > 2 * abs(x1 - x0)


@pytest.mark.parametrize("index", [0, 2])
def test_each_way_of_a_phase_has_the_arrow_of_what_the_body_does(make_motion, index):
    motion = make_motion("supported-bridge")
    found = arrows(motion, index)
    assert len(found) == 2
    rises = []
    for start, end, line in found:
        low, high = (
            point(motion.in_phase(index, at), "pelvis")[1] for at in (start, end)
        )
        rises.append(high > low)
        assert (line[0][1] > line[-1][1]) == rises[-1]
    assert rises == [True, False], "up onto the cushion or off it, then down"


def test_a_small_way_beside_a_long_one_has_none(make_motion):
    ((start, end, _),) = arrows(make_motion("childs-pose"), 0)
    assert (start, end) == (0.0, 0.3)


def test_an_arrow_with_no_place_beside_the_body_is_left_out(make_motion, monkeypatch):
    motion = make_motion("standing-bicycle")
    monkeypatch.setattr(arrow, "CLEAR", (0.0,))
    monkeypatch.setattr(arrow, "BESIDE", (0.0,))
    assert arrows(motion, 0) == []


def test_what_follows_nothing_has_no_arrow(make_motion):
    motion = make_motion("standing-bicycle")
    plain = Motion(replace(motion.choreography, arrow=None), motion.seconds)
    assert arrows(plain, 0) == []
