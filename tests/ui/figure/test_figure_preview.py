"""The card's small figure plays twice and stands; thumbnails stand always."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from deskstretch.ui.figure.preview import (
    FRAMES_PER_SECOND,
    FigurePreview,
    telling,
    thumbnail,
)


@pytest.fixture
def preview(qtbot, look, make_motion):
    made = FigurePreview(look, make_motion(side="left"))
    qtbot.addWidget(made.widget)
    made.widget.setFixedSize(140, 126)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    return made


def tick(preview) -> None:
    preview.widget.findChild(QTimer).timeout.emit()


def test_it_plays_twice_and_then_holds_the_telling_pose(preview, make_motion):
    motion = make_motion(side="left")
    preview.play()
    assert preview.playing
    moving = 0
    while preview.playing:
        tick(preview)
        moving += preview.widget.moment.look.arrow
        assert moving < 1000
    # The whole loop once, and once more up to the pose it holds.
    assert moving == pytest.approx((5 + 3) * FRAMES_PER_SECOND, abs=2)
    phase, share = telling(motion)
    assert motion.choreography.phases[phase].to == motion.choreography.still[-1]
    assert share == 1.0
    assert preview.widget.moment.phase == phase


def test_it_holds_at_once_when_told(preview):
    preview.play()
    for _ in range(10):
        tick(preview)
    preview.hold()
    assert not preview.playing
    assert not preview.widget.moment.look.ghost


def test_playing_again_begins_at_the_start(preview):
    preview.play()
    for _ in range(40):
        tick(preview)
    preview.hold()
    preview.play()
    tick(preview)
    assert preview.widget.moment[:2] == (0, 1)


def test_it_stops_where_it_is_when_the_card_goes(preview):
    preview.play()
    tick(preview)
    moment = preview.widget.moment
    preview.stop()
    assert not preview.playing
    assert preview.widget.moment == moment


def test_it_stops_when_it_cannot_be_seen(preview):
    preview.play()
    preview.widget.hide()
    tick(preview)
    assert not preview.playing


def test_it_shows_another_movement(preview, make_motion):
    before = preview.widget.grab().toImage()
    preview.show_motion(make_motion("lat-stretch"))
    assert not preview.playing
    assert preview.widget.grab().toImage() != before


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_thumbnail_is_a_small_picture(qapp, make_motion, themes, ratio):
    image = thumbnail(make_motion(), themes["light"], ratio=ratio)
    assert (image.width(), image.height()) == (54 * ratio, 40 * ratio)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert len(colours) > 20
