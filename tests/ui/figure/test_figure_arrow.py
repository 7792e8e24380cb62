"""The arrow belongs to the working side, whichever side that is."""

from __future__ import annotations

import pytest

from deskstretch.ui.figure import arrow
from deskstretch.ui.figure.space import Camera


@pytest.mark.parametrize("slug", ["standing-bicycle", "standing-twist"])
def test_the_arrow_of_the_left_side_is_the_mirror_image_of_the_right(make_motion, slug):
    lines = []
    for side in ("right", "left"):
        motion = make_motion(slug, side)
        camera = Camera(motion.camera.yaw, motion.camera.pitch)
        lines.append(arrow.line(motion, camera, 0))
    right, left = lines
    assert [y for _, y in left] == pytest.approx([y for _, y in right], abs=0.02)
    assert [-x for x, _ in left] == pytest.approx([x for x, _ in right], abs=0.02)


def test_the_arrow_of_the_bicycle_goes_up_with_the_knee(make_motion):
    motion = make_motion("standing-bicycle", "left")
    camera = Camera(motion.camera.yaw, motion.camera.pitch)
    (x0, y0), *_, (x1, y1) = arrow.line(motion, camera, 0)
    assert y0 - y1 > 2 * abs(x1 - x0)
