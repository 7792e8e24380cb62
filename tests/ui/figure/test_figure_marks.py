"""Marks show what is easily missed: in its place, in accent, and not in cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from deskstretch.body.motion import Motion
from deskstretch.body.skeleton import Joint
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.framing import Loop
from deskstretch.ui.figure.marks import Marks, guide_line
from deskstretch.ui.figure.painter import STANDING, FigurePainter
from deskstretch.ui.figure.space import Camera

FRONT = Camera(90, 4, 300.0, 150.0, 320.0)
SIDE = Camera(0, 0, 300.0, 150.0, 320.0)
AREA = QRectF(0, 0, 300, 360)


@pytest.fixture
def marked(catalogue):
    """A shipped movement with other marks and another guide."""

    def make(marks=(), guide="", slug="lat-stretch", side="right") -> Motion:
        movement, dose = catalogue.find(slug)
        choreography = replace(
            movement.choreography, marks=frozenset(marks), guide=guide, arrow=None
        )
        return Motion(choreography, dose.seconds, side)

    return make


@pytest.fixture
def places(themes):
    """Paint the marks alone; return where they are in accent."""

    def paint(motion, camera, figure, figures=None):
        theme = themes["light"]
        marks = Marks(motion.choreography, camera, theme, figures or [figure])
        image = painted(AREA, 1.0, lambda p: marks.paint(p, figure))
        accent = theme.color("accent")
        return [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) == accent
        ]

    return paint


def span(places):
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return max(xs) - min(xs), max(ys) - min(ys)


def lifted(figure, joints, by):
    return {
        name: Joint((p[0], p[1] + by, p[2]), frame)
        if name in joints
        else Joint(p, frame)
        for name, (p, frame) in figure.items()
    }


@pytest.mark.parametrize("mark", ["pelvis", "hip_line", "shoulder_blades", "ear_gap"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_mark_is_there_when_asked_for_only(marked, places, mark, side):
    motion = marked([mark], side=side)
    camera = SIDE if side == "right" else Camera(180, 0, 300.0, 150.0, 320.0)
    assert places(motion, camera, motion.rest())
    assert not places(marked(side=side), camera, motion.rest())


def test_level_hips_have_a_level_line_beyond_both(marked, places):
    motion = marked(["hip_line"], slug="standing-side-bend")
    found = places(motion, FRONT, motion.rest())
    wide, high = span(found)
    assert wide > 0.2 * FRONT.scale
    assert high < 0.12 * wide
    for hip in ("hip_left", "hip_right"):
        x, _ = FRONT.point(motion.rest()[hip].position)
        assert min(found)[0] < x < max(found)[0]


def test_the_mark_of_a_shoulder_blade_empties_when_it_lifts(marked, places):
    motion = marked(["shoulder_blades"])
    down = motion.rest()
    up = lifted(down, {"spine_5"}, 0.05)
    full = places(motion, FRONT, down, [down, up])
    empty = places(motion, FRONT, up, [down, up])
    assert len(empty) < 0.7 * len(full)
    assert empty, "the ring stays, to be filled again"


def test_the_gap_grows_when_the_shoulders_go_down(marked, places):
    motion = marked(["ear_gap"], slug="standing-twist")
    figure = motion.rest()
    packed = lifted(figure, {"shoulder_left", "shoulder_right"}, -0.03)
    shrugged = lifted(figure, {"shoulder_left", "shoulder_right"}, 0.02)
    heights = [
        span(places(motion, FRONT, each))[1] for each in (shrugged, figure, packed)
    ]
    assert heights[0] < heights[1] < heights[2]


def test_the_spine_has_its_line_behind_it_from_end_to_end(marked):
    motion = marked(guide="spine")
    for index in range(motion.phase_count):
        figure = motion.target(index)
        (bx, by), (tx, ty) = guide_line(SIDE, figure, "spine")
        for joint, radius in (("pelvis", 0.062), ("spine_3", 0.05), ("head", 0.055)):
            x, y = SIDE.point(figure[joint].position)
            cross = (tx - bx) * (y - by) - (ty - by) * (x - bx)
            apart = cross / ((tx - bx) ** 2 + (ty - by) ** 2) ** 0.5
            assert apart > radius * SIDE.scale, (index, joint)


def test_the_guides_say_what_they_are(qapp, marked, themes):
    said = []
    for guide in ("trunk", "spine", ""):
        fitted = FigurePainter(marked(guide=guide), themes["light"])
        fitted.fit(803, 523)
        said.append([text for text in fitted.texts if text != "Feel it here"])
    assert said == [["Trunk stays upright"], ["Spine stays long"], []]


def test_cards_have_no_marks(marked, themes, difference):
    def picture(motion):
        fitted = FigurePainter(motion, themes["light"], marks=False)
        fitted.fit(200, 160)
        area = QRectF(0, 0, 200, 160)
        return painted(area, 1.0, lambda p: fitted.frame(p, 0, 0.0, STANDING))

    everything = marked(["pelvis", "hip_line", "shoulder_blades", "ear_gap"], "spine")
    assert difference(picture(everything), picture(marked())) == 0


def test_the_words_fade_where_the_body_would_pass_behind_them(fit, monkeypatch):
    monkeypatch.setattr(Loop, "clear", lambda *_: [(True, True, False, True)] * 3)
    monkeypatch.setattr(Motion, "glow", lambda *_: {"hip_flexors_right": 1.0})
    fitted = fit()
    shown = [fitted.pill(0, share)[1] for share in (0.0, 1 / 3, 0.5, 2 / 3, 1.0)]
    assert shown == [1.0, 1.0, pytest.approx(0.5), pytest.approx(0.0, abs=1e-9), 1.0]


def test_a_place_is_clear_only_while_the_body_is_elsewhere(catalogue):
    movement, dose = catalogue.find("standing-cat-cow")
    loop = Loop(Motion(movement.choreography, dose.seconds))
    camera = loop.camera((480, 360))
    x, y = camera.point(loop.motion.target(0)["wrist_right"].position)
    up, down = loop.clear(camera, QRectF(x - 2, y - 2, 4, 4))
    assert (up[0], up[-1]) == (True, False), "the hand comes"
    assert (down[0], down[-1]) == (False, True), "the hand goes"
