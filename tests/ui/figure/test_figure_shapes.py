"""Shapes are unions without seams, round where a body is round."""

from __future__ import annotations

from math import hypot

import pytest
from figure_samples import SLUGS
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from deskstretch.body.skeleton import Joint
from deskstretch.body.vectors import IDENTITY
from deskstretch.ui.figure import hair, head
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.hand import fingers
from deskstretch.ui.figure.looks import HAIRS
from deskstretch.ui.figure.outline import DIRECTIONS, Outline, ellipsoid
from deskstretch.ui.figure.parts import Sculptor
from deskstretch.ui.figure.space import Camera

BLACK = Qt.GlobalColor.black
ORIGIN = Joint((0.0, 0.0, 0.0), IDENTITY)
VIEWS = [(15, 8), (52, 12), (90, 5), (195, 8), (248, 4), (90, 62), (0, 0), (180, 0)]


def camera(yaw=15.0, pitch=8.0, scale=300.0):
    return Camera(yaw, pitch, scale, 150.0, 330.0)


def test_a_ball_is_a_circle_from_everywhere():
    for yaw, pitch in VIEWS:
        ball = ellipsoid(camera(yaw, pitch), ORIGIN, (0, 0, 0), (0.1, 0.1, 0.1))
        for x, y, *_ in ball.edge:
            assert hypot(x - ball.x, y - ball.y) == pytest.approx(30.0)


def test_edges_and_supports_agree():
    egg = ellipsoid(camera(40, 20), ORIGIN, (0.1, 0.2, 0), (0.1, 0.05, 0.02))
    for (dx, dy), (x, y, *_) in zip(DIRECTIONS, egg.edge, strict=True):
        assert egg.support(dx, dy) == pytest.approx((x, y))


def test_a_hull_holds_both_ends_and_the_line_surrounds_it():
    view = camera()
    small = ellipsoid(view, ORIGIN, (0, 0.5, 0), (0.02, 0.02, 0.02))
    large = ellipsoid(view, ORIGIN, (0, 0.2, 0), (0.08, 0.05, 0.08))
    shape = Outline(2.0)
    shape.hull(small, large)
    for part in (small, large):
        assert shape.fill.contains(QPointF(part.x, part.y))
    between = QPointF((small.x + large.x) / 2, (small.y + large.y) / 2)
    assert shape.fill.contains(between)
    inner, outer = shape.fill.boundingRect(), shape.line.boundingRect()
    for side in ("left", "top", "right", "bottom"):
        gap = abs(getattr(inner, side)() - getattr(outer, side)())
        assert gap == pytest.approx(2.0, abs=0.25)


@pytest.mark.parametrize("view", [(15, 8), (90, 5), (248, 4), (90, 62)])
@pytest.mark.parametrize("slug", SLUGS)
def test_overlapping_pieces_never_cut_holes(make_motion, slug, view):
    # Pieces that turn the other way would cancel each other where they overlap.
    motion = make_motion(slug)
    sculptor = Sculptor(Camera(*view, 200.0, 80.0, 200.0), motion.hands)
    for part in sculptor.parts(motion.target(0)).values():
        for layer in part.layers:
            if layer.path.fillRule() != Qt.FillRule.WindingFill:
                continue  # hair seen from the front has a hole: the face
            together = _alpha(lambda p, x=layer: p.fillPath(x.path, BLACK))
            singly = _alpha(lambda p, x=layer: _each(p, x.path))
            pairs = zip(together, singly, strict=True)
            lost = sum(single > 200 and whole < 60 for whole, single in pairs)
            assert lost <= 2, (part.name, layer.stuff, layer.line)


def _alpha(draw) -> bytes:
    image = painted(QRectF(0, 0, 180, 220), 1.0, draw)
    return bytes(image.constBits())[3::4]


def _each(painter, path) -> None:
    for polygon in path.toSubpathPolygons():
        piece = QPainterPath()
        piece.addPolygon(polygon)
        painter.fillPath(piece, BLACK)


@pytest.mark.parametrize("style", ["short", "tied", "full"])
def test_hair_covers_the_back_and_leaves_the_face_free(style):
    at = _seen_hair(style)
    behind, front, side = at(270), at(90), at(0)
    assert behind(0, 0.02, 0)
    assert behind(0, 0.05, 0)
    assert not behind(0, -0.045, 0)  # the neck
    assert not front(0, 0.0, 0)
    assert front(0, 0.066, 0)
    assert side(-0.04, 0.03, 0)
    assert not side(0.045, 0.0, 0)  # the cheek
    assert not side(-0.012, -0.035, 0)  # below the ear


def test_a_scarf_covers_all_but_the_face():
    at = _seen_hair("covered")
    behind, front, side = at(270), at(90), at(0)
    assert behind(0, 0.02, 0)
    assert behind(0, -0.045, 0)
    assert front(0, 0.066, 0)
    assert front(0, 0.0, 0.046)
    assert not front(0, 0.0, 0)
    assert not front(0, -0.03, 0)
    assert side(-0.007, -0.006, 0)  # the ear
    assert not side(0.050, -0.01, 0)


@pytest.mark.parametrize("style", HAIRS)
def test_a_face_seen_from_below_the_chin_stays_free(style):
    # Someone who lies on the back is seen like this from the feet.
    for pitch in range(-50, -18, 2):
        view = Camera(90, pitch, 1000.0, 0, 0)
        found = hair.hair(view, ORIGIN, hair.CUTS[style])
        middle = QPointF(*view.point((0.055, 0.0, 0.0)))
        assert found is None or not found.contains(middle)


def _seen_hair(style):
    def at(yaw):
        view = Camera(yaw, 0, 1000.0, 0, 0)
        found = hair.hair(view, ORIGIN, hair.CUTS[style])
        assert found is not None
        return lambda x, y, z: found.contains(QPointF(*view.point((x, y, z))))

    return at


@pytest.mark.parametrize("style", HAIRS)
def test_hair_is_there_from_every_side(style):
    for yaw in range(0, 360, 15):
        for pitch in (-60, -20, 0, 20, 60, 89):
            view = Camera(yaw, pitch, 500.0, 0, 0)
            found = hair.hair(view, ORIGIN, hair.CUTS[style])
            if found is not None:
                box = found.boundingRect()
                assert max(abs(v) for v in box.getCoords()) < 500 * 0.1


@pytest.mark.parametrize("style", HAIRS)
def test_hair_comes_and_goes_without_a_jump(style):
    # Turning on the spot, a sliver of hair may appear; never a whole patch at once.
    before = None
    for yaw in range(0, 360, 2):
        found = hair.hair(Camera(yaw, 4, 500.0, 0, 0), ORIGIN, hair.CUTS[style])
        covered = sum(
            found is not None and found.contains(QPointF(x, y))
            for x in range(-36, 37, 6)
            for y in range(-36, 37, 6)
        )
        assert before is None or abs(covered - before) <= 6
        before = covered


def test_ears_show_on_the_side_that_is_seen():
    assert len(head.ears(Camera(0, 0), ORIGIN)) == 2  # an outer and an inner shell
    assert len(head.ears(Camera(90, 0), ORIGIN)) == 0
    assert len(head.ears(Camera(180, 0), ORIGIN)) == 2


@pytest.mark.parametrize("shape", ["flat", "relaxed", "grip", "pointing"])
def test_a_hand_has_five_fingers_and_none_leaves_it(shape):
    view = Camera(15, 8, 1000.0, 0, 0)
    found = fingers(view, ORIGIN, 1, shape, 2.0)
    assert len(found) == 5
    for digit in found:
        box = digit.fill.boundingRect()
        assert max(abs(v) for v in box.getCoords()) < 1000 * 0.12


@pytest.mark.parametrize("shape", ["flat", "relaxed", "grip", "pointing"])
def test_no_finger_folds_into_a_hole(shape):
    for yaw in range(0, 360, 40):
        for pitch in (-50, 5, 60):
            view = Camera(yaw, pitch, 900.0, 90.0, 80.0)
            for digit in fingers(view, ORIGIN, 1, shape, 1.0):
                together = _alpha(lambda p, x=digit: p.fillPath(x.fill, BLACK))
                singly = _alpha(lambda p, x=digit: _each(p, x.fill))
                pairs = zip(together, singly, strict=True)
                assert sum(b > 200 and a < 60 for a, b in pairs) <= 2, (yaw, pitch)


def test_both_hands_are_mirror_images():
    right, left = Camera(30, 10, 500.0, 0, 0), Camera(150, 10, 500.0, 0, 0)
    for a, b in zip(
        fingers(right, ORIGIN, 1, "relaxed", 1.0),
        fingers(left, ORIGIN, -1, "relaxed", 1.0),
        strict=True,
    ):
        one, two = a.fill.boundingRect(), b.fill.boundingRect()
        assert one.left() == pytest.approx(-two.right(), abs=1e-6)
        assert one.top() == pytest.approx(two.top(), abs=1e-6)
