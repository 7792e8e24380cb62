"""The checker window: text, figure and results of each version of a file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from deskstretch.body.motion import Motion
from deskstretch.ui.checker.playing import Playing
from deskstretch.ui.checker.results import MOST_SHOWN
from deskstretch.ui.checker.view import CheckerView, Remark


def test_a_good_file_plays_and_is_said_to_be_good(window, good):
    window.show_view(good)
    assert window.source.toPlainText() == good.text
    assert window.animation.ticking
    assert window.results.summary.text.text().startswith("Nothing to put right.")
    assert not window.animation.older.isVisible()


def test_the_text_cannot_be_changed(window, good, qtbot):
    window.show_view(good)
    qtbot.keyClicks(window.source, "x")
    assert window.source.toPlainText() == good.text


def test_what_is_wrong_is_listed_and_its_lines_are_marked(window, wrong):
    window.show_view(wrong)
    assert window.results.summary.text.text() == "2 things to put right"
    assert [button.accessibleName() for button in window.results.buttons] == [
        "Line 104. This is wrong.",
        "Line 120. This too.",
    ]
    assert window.source.marked == {104, 120}


def test_marked_lines_are_red_in_text_and_margin(window, wrong):
    window.show_view(wrong)
    window.results.buttons[0].click()  # brings the lines into sight
    picture = window.source.grab().toImage()
    seen = {
        QColor(picture.pixelColor(x, y)).name()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    }
    theme = window._look.theme
    for token in ("danger", "danger_soft", "warn_soft"):
        assert theme.color(token).name() in seen, token


def test_a_press_on_a_result_goes_to_its_line(window, wrong, qtbot):
    window.show_view(wrong)
    qtbot.mouseClick(window.results.buttons[1], Qt.MouseButton.LeftButton)
    assert window.source.current == 120
    assert window.source.textCursor().blockNumber() == 119
    first = window.source.firstVisibleBlock().blockNumber()
    assert first < 119


def test_a_broken_version_leaves_the_last_good_one_on_the_stage(window, good, wrong):
    window.show_view(good)
    window.show_view(wrong)
    assert window.animation.movement is good.movement
    assert window.animation.ticking
    assert window.animation.older.isVisible()
    assert window.source.toPlainText() == wrong.text
    window.show_view(good)
    assert not window.animation.older.isVisible()


def test_a_file_that_was_never_good_shows_an_empty_stage(window, wrong):
    window.show_view(wrong)
    assert window.animation.movement is None
    assert not window.animation.ticking
    assert not window.animation.older.isVisible()
    assert not window.animation.play.isEnabled()
    window.grab()


def test_a_file_that_is_gone_keeps_text_and_figure(window, good):
    window.show_view(good)
    window.show_view(CheckerView(None, (Remark(0, "This cannot be read."),)))
    assert window.source.toPlainText() == good.text
    assert window.animation.movement is good.movement
    assert "no such file any more" in window.results.summary.text.text()


def test_while_the_figure_is_checked_it_plays_already(window, good):
    window.show_view(CheckerView(good.text, (), good.movement, checking=True))
    assert "being checked" in window.results.summary.text.text()
    assert window.animation.ticking


def test_of_a_great_many_only_the_first_are_shown(window, good):
    remarks = tuple(Remark(line, "Wrong.") for line in range(1, 100))
    window.show_view(CheckerView(good.text, remarks))
    assert len(window.results.buttons) == MOST_SHOWN
    assert window.results.summary.text.text().startswith("99 things to put right.")


def test_another_version_keeps_the_place_that_is_read(window, good):
    window.show_view(good)
    bar = window.source.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    window.show_view(CheckerView(good.text + "# more\n", (), good.movement))
    assert bar.value() == place


def test_side_range_and_dose_are_the_authors_choice(window, good, qtbot):
    window.show_view(good)
    animation = window.animation
    assert animation.side.current() == "left"  # the one played first
    animation.side._buttons[1].click()
    animation.range.setValue(10)
    animation.dose.choose("starter")
    animation.dose.activated.emit(1)
    motion = animation.stage._motion
    assert (motion.side, motion.range) == ("right", 0.5)
    assert motion.seconds == good.movement.doses["starter"].seconds


def test_the_authors_choice_outlives_another_version(window, good, movements):
    window.show_view(good)
    window.animation.side._buttons[1].click()
    window.animation.range.setValue(8)
    other = movements["standing-hip-flexor"]
    window.show_view(CheckerView("x = 1", (), other))
    motion = window.animation.stage._motion
    assert (motion.side, motion.range) == ("right", 0.4)
    assert motion.choreography is other.choreography


def test_nothing_ticks_while_paused_hidden_or_minimised(window, good):
    window.show_view(good)
    animation = window.animation
    animation.play.click()
    assert not animation.ticking
    animation.play.click()
    assert animation.ticking
    window.showMinimized()
    assert not animation.ticking
    window.showNormal()
    assert animation.ticking
    window.hide()
    assert not animation.ticking


def test_phases_can_be_stepped_through(window, good):
    window.show_view(good)
    animation = window.animation
    animation.next.click()
    assert not animation.ticking
    assert animation._place.text() == "2. Squeeze"
    animation.next.click()
    animation.next.click()
    assert animation._place.text() == "1. Forward"
    animation.back.click()
    assert animation._place.text() == "3. Back"


def test_with_reduced_motion_it_waits_to_be_played(make_window, good):
    window = make_window(reduce_motion=True)
    window.show_view(good)
    assert not window.animation.ticking
    window.animation.play.click()
    assert window.animation.ticking


@pytest.fixture
def loop(movements):
    def make(slug="kneeling-hip-flexor", dose="standard", side="right"):
        movement = movements[slug]
        return Motion(movement.choreography, movement.doses[dose].seconds, side)

    return make


def test_time_passes_at_its_speed_and_starts_again(loop):
    playing = Playing()
    playing.take(loop())
    playing.speed = 0.5
    playing.pass_by(3.0)
    assert playing.seconds == 1.5
    playing.pass_by(8.0)
    assert playing.seconds == pytest.approx(0.5)
    playing.running = False
    playing.pass_by(1.0)
    assert playing.seconds == pytest.approx(0.5)


def test_another_pace_goes_on_in_the_same_phase(loop):
    playing = Playing()
    playing.take(loop())
    playing.pass_by(2.5)
    assert playing.place == (1, 0.5)
    playing.take(loop(dose="starter"))
    assert playing.place == (1, pytest.approx(0.5))


def test_going_back_goes_to_the_start_of_the_phase_first(loop):
    playing = Playing()
    playing.take(loop())
    playing.pass_by(2.5)
    playing.step(-1)
    assert playing.place == (1, 0.0)
    playing.step(-1)
    assert playing.place == (0, 0.0)
    playing.step(-1)
    assert playing.place == (2, 0.0)
