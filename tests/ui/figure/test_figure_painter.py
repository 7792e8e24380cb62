"""What a whole loop looks like: inside its stage, calm, the same on both sides."""

from __future__ import annotations

import gc
import sys

import pytest
from figure_samples import SLUGS
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from shipped import shipped_tokens

from deskstretch.ui.figure import glow
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.checks.shots import differing
from deskstretch.ui.figure.looks import Person
from deskstretch.ui.figure.ordering import orders
from deskstretch.ui.figure.painter import MOVING, STANDING, FigurePainter, Look
from deskstretch.ui.figure.space import Camera
from deskstretch.ui.theme import Theme

SIZES = [(480, 360), (803, 523), (320, 300), (140, 126)]
PARTS = {
    "pelvis", "shirt", "head", "leg_left", "leg_right", "arm_left", "arm_right",
}  # fmt: skip


def moments(motion, each=4):
    return [
        (index, i / (each - 1))
        for index in range(motion.phase_count)
        for i in range(each)
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_whole_loop_stays_inside_the_stage(fit, layer, covered, slug, size):
    fitted = fit(slug, "left", size)
    boxes = [covered(layer(fitted, *moment)) for moment in moments(fitted.motion)]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    width, height = size
    margins = (left / width, top / height, 1 - right / width, 1 - bottom / height)
    assert min(margins) >= (0.02 if fitted.motion.camera.close else 0.04)
    # And uses it: in one direction the free margins are no more than needed.
    assert min(margins[0] + margins[2], margins[1] + margins[3]) <= 0.35


def test_the_moving_layer_stays_inside_its_box(fit, layer, covered, catalogue):
    # What is outside would be missing where a frame comes from memory.
    for slug in catalogue.movements:
        fitted = fit(slug, size=(240, 180))
        for moment in moments(fitted.motion, each=3):
            left, top, right, bottom = covered(layer(fitted, *moment))
            box = fitted.box(*moment)
            assert box.left() <= left, (slug, moment)
            assert box.top() <= top, (slug, moment)
            assert right <= box.right() + 1, (slug, moment)
            assert bottom <= box.bottom() + 1, (slug, moment)


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_zooms_or_wanders_between_the_sides(fit, slug):
    right, left = fit(slug, "right"), fit(slug, "left")
    assert left.camera.scale == pytest.approx(right.camera.scale, rel=0.01)


def test_the_left_side_is_the_mirrored_picture(fit, layer, catalogue):
    for slug in catalogue.movements:
        right, left = fit(slug, "right"), fit(slug, "left")
        for moment in ((0, 0.5), (right.motion.phase_count - 1, 0.25)):
            flipped = layer(right, *moment).transformed(QTransform.fromScale(-1, 1))
            flipped = flipped.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            apart = differing(flipped, layer(left, *moment), shade=60)
            # Edges fall on other fractions of a pixel; the shapes are the same.
            assert len(apart) <= 10, (slug, moment)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_phase_has_one_order_of_all_parts(fit, slug):
    fitted = fit(slug)
    found = orders(fitted.motion, fitted.camera)
    assert len(found) == fitted.motion.phase_count
    assert all(set(order) == PARTS and len(order) == len(PARTS) for order in found)


def test_the_near_limbs_are_painted_over_the_far_ones(fit):
    for side, far in (("right", "left"), ("left", "right")):
        fitted = fit("kneeling-hip-flexor", side)
        for order in orders(fitted.motion, fitted.camera):
            place = order.index
            assert place(f"leg_{far}") < place("pelvis") < place(f"leg_{side}")
            assert place(f"leg_{side}") < place("shirt") < place(f"arm_{side}")


def test_level_arms_lie_before_the_trunk_on_both_sides(make_motion):
    # Straight from the front a symmetric figure shall look symmetric.
    for order in orders(make_motion("lat-stretch"), Camera(90, 0)):
        assert order.index("shirt") < order.index("arm_left")
        assert order.index("shirt") < order.index("arm_right")


def test_nothing_pops_where_one_phase_follows_another(
    catalogue, make_motion, themes, difference
):
    for slug in catalogue.movements:
        motion = make_motion(slug)
        found = orders(motion, Camera(motion.camera.yaw, motion.camera.pitch))
        for index in range(motion.phase_count):
            before = found[motion.came_from(index)]
            if motion.seconds[index] <= 0.0 or found[index] == before:
                continue
            fitted = FigurePainter(motion, themes["light"], marks=False)
            fitted.fit(320, 240)
            one, two = (
                _in_order(fitted, order, index) for order in (found[index], before)
            )
            assert difference(one, two) < 60, (slug, index)


def _in_order(fitted, order, index) -> QImage:
    fitted.orders[index] = order
    area = QRectF(0, 0, *fitted.size)
    return painted(area, 1.0, lambda p: fitted.frame(p, index, 0.0, STANDING))


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_pops_between_neighbouring_frames(fit, layer, difference, slug):
    fitted = fit(slug, size=(240, 180))
    motion = fitted.motion
    frames = round(motion.period_s * 24)
    last = None
    for i in range(0, frames + 1, 2):
        image = layer(fitted, *motion.phase_at(i / 24), STANDING)
        if last is not None:
            assert difference(last, image, shade=90) < 0.02 * 240 * 180
        last = image


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("skin", [1, 2, 3, 4])
def test_every_skin_in_every_theme_is_painted(fit, layer, covered, theme, skin):
    fitted = fit("lat-stretch", "left", (240, 180), theme, person=Person(skin))
    for moment in moments(fitted.motion, each=3):
        left, top, right, bottom = covered(layer(fitted, *moment))
        assert right - left > 60
        assert bottom - top > 60


def test_the_same_moment_gives_the_same_pixels(fit, layer):
    first, again = fit(), fit()
    assert layer(first, 0, 0.4) == layer(again, 0, 0.4)
    assert layer(first, 0, 0.4) == layer(first, 0, 0.4)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_glow_can_be_seen(fit, layer, difference, monkeypatch, slug, theme):
    fitted = fit(slug, theme=theme)
    most = fitted.motion.felt_most(0)
    shining = layer(fitted, 0, most, STANDING)
    monkeypatch.setattr(glow, "FAINT", 2.0)
    dull = layer(fitted, 0, most, STANDING)
    assert difference(shining, dull) >= 150


def test_without_a_feeling_nothing_glows(fit, layer, monkeypatch):
    fitted = fit()
    rest = layer(fitted, 0, 0.0, STANDING)
    monkeypatch.setattr(glow, "FAINT", 2.0)
    assert layer(fitted, 0, 0.0, STANDING) == rest


def test_ghost_and_arrow_show_the_way_and_fade_at_the_end(fit, layer, difference):
    fitted = fit()
    for look in (Look(ghost=False), Look(arrow=False)):
        whole, part = layer(fitted, 0, 0.5), layer(fitted, 0, 0.5, look)
        assert difference(whole, part, shade=4) > 100
    assert layer(fitted, 0, 1.0) == layer(fitted, 0, 1.0, STANDING)
    assert layer(fitted, 0, 0.0) == layer(fitted, 0, 0.0, STANDING)


def test_a_hold_has_no_ghost_and_no_arrow(fit, layer):
    fitted = fit("lat-stretch")
    assert layer(fitted, 1, 0.5, MOVING) == layer(fitted, 1, 0.5, STANDING)


def test_reduced_motion_does_not_breathe_and_keeps_the_ghost(fit, layer):
    fitted = fit("lat-stretch")
    still = Look(still=True)
    assert layer(fitted, 1, 0.2, still) == layer(fitted, 1, 0.8, still)
    assert layer(fitted, 1, 0.2) != layer(fitted, 1, 0.5)
    assert layer(fitted, 0, 0.0, still) != layer(fitted, 0, 0.0, STANDING)


def test_more_contrast_takes_the_gradients_away(qapp, make_motion):
    theme = Theme(shipped_tokens(), contrast=True)
    fitted = FigurePainter(make_motion(), theme)
    fitted.fit(240, 180)
    image = painted(QRectF(0, 0, 240, 180), 1.0, fitted.backdrop)
    edge = {image.pixelColor(2, y).name() for y in range(180)}
    assert edge == {theme.color("stage_bot").name()}


def test_small_stages_have_no_marks_and_no_words(fit, layer, difference):
    plain = fit(marks=False)
    assert plain.texts == ()
    assert layer(plain, 0, 0.5, Look(arrow=False)) == layer(plain, 0, 0.5)


def test_words_stand_beside_the_body(fit, layer, covered):
    for slug in SLUGS:
        for side in ("left", "right"):
            fitted = fit(slug, side, (803, 523))
            assert "Feel it here" in fitted.texts
            assert len(fitted.texts) <= 2
            area = QRectF(0, 0, *fitted.size)
            most = fitted.motion.felt_most(0)
            words = painted(area, 1.0, lambda p, f=fitted, m=most: f.words(p, 0, m))
            left, top, right, bottom = covered(words)
            assert left >= 10
            assert top >= 10
            assert right <= 793
            assert bottom <= 513


def test_the_trunk_line_is_named(fit):
    assert "Trunk stays upright" in fit(size=(803, 523)).texts
    assert "Trunk stays upright" not in fit("lat-stretch", size=(803, 523)).texts


def test_an_error_while_painting_leaves_no_painter_open(qapp):
    kept = []

    def break_(painter):
        kept.append(painter)
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        painted(QRectF(0, 0, 20, 20), 1.0, break_)
    assert not kept[0].isActive()
    kept.clear()
    gc.collect()  # with a painter still open the process would end here
    assert painted(QRectF(0, 0, 20, 20), 1.0, lambda _: None).width() == 20


class CountingPainter(QPainter):
    """Counts the calls that return nothing."""

    def __init__(self, image):
        super().__init__(image)
        self.calls = 0

    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        if name.startswith(("draw", "set", "fill", "translate", "rotate", "scale")):
            self.calls += 1
        return found


def test_painting_takes_no_reference_off_none(fit):
    fitted = fit(size=(120, 90))
    image = QImage(120, 90, QImage.Format.Format_ARGB32_Premultiplied)
    painter = CountingPainter(image)
    try:
        fitted.frame(painter, 0, 0.0)  # what is kept from the first time on
        painter.calls = frames = 0
        before = sys.getrefcount(None)
        while painter.calls < 1000:
            frames += 1
            fitted.frame(painter, 0, frames % 25 / 25)
        # A binding that gives away a reference a call would take a thousand.
        assert sys.getrefcount(None) >= before - 20
        assert frames < 1000
    finally:
        painter.end()
