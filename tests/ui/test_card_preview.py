"""The preview plays twice and then stands where the stretch is felt."""

from __future__ import annotations

import pytest
from shipped import shipped_motion

from deskstretch.ui.card_preview import CardPreview, end_phase


@pytest.fixture
def preview(look, qtbot):
    preview = CardPreview(look)
    qtbot.addWidget(preview)
    preview.setFixedSize(140, 126)
    preview.show()
    return preview


def picture(preview: CardPreview) -> bytes:
    image = preview.grab().toImage()  # kept: its bits die with it
    return bytes(image.constBits())


def test_without_a_movement_it_is_an_empty_stage(preview):
    preview.play()
    assert not preview.playing
    assert preview.grab().toImage().pixelColor(70, 60).alpha() == 255


def test_it_plays_two_loops_and_then_stands_in_the_end_pose(preview):
    preview.show_motion(shipped_motion("kneeling-hip-flexor"))
    end = picture(preview)
    preview.play()
    assert preview.playing
    assert preview._line.duration() == 10_000
    preview._line.setCurrentTime(1_000)
    assert picture(preview) != end
    preview._line.setCurrentTime(10_000)
    preview._line.finished.emit()
    assert not preview.playing
    assert picture(preview) == end


def test_the_end_pose_is_where_it_is_felt():
    motion = shipped_motion("lat-stretch")
    phase = motion.choreography.phases[end_phase(motion)]
    assert phase.feel
    assert any(level == 1.0 for level in motion.glow(end_phase(motion), 1.0).values())


def test_hidden_it_rests(preview):
    preview.show_motion(shipped_motion("lat-stretch"))
    preview.play()
    preview.hide()
    assert not preview.playing


def test_another_look_is_another_picture(preview, look):
    from deskstretch.ui.figure.looks import Person
    from deskstretch.ui.look import Choice

    preview.show_motion(shipped_motion("lat-stretch"))
    light = picture(preview)
    look.choose(Choice(scheme="dark"))
    dark = picture(preview)
    look.choose(Choice(scheme="dark", person=Person(4)))
    assert len({light, dark, picture(preview)}) == 3
