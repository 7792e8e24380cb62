"""The floor view: whole screen on request alone, readable from the mat, at rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from openings import opening_of
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.coaching.session import Session
from deskstretch.ui.player import floor_text
from deskstretch.ui.player.floor_page import FloorPage
from deskstretch.ui.player.floor_text import cue_px, readable_px
from deskstretch.ui.player.reading import Reader

SOURCE = Path(floor_text.__file__).parents[2]
FULL = Qt.WindowState.WindowFullScreen
SIZES = [(1120, 740), (1366, 768), (1920, 1080)]
FLOOR, STANDING = "kneeling-hip-flexor", "lat-stretch"


def full(window):
    return bool(window.windowState() & FULL)


# Large enough


@pytest.mark.parametrize(
    ("dpi", "height", "scale", "pixels"),
    [
        (96, 0, 1.0, 64),  # 61 by the formula, and 64 the least
        (126, 0, 1.0, 80),  # a 14-inch full-HD laptop at 125 %
        (96, 800, 1.0, 72),  # the mock-up
        (96, 0, 1.5, 92),
        (300, 0, 1.0, 112),
        (96, 2160, 1.0, 112),
    ],
)
def test_the_cue_is_as_large_as_reading_from_two_metres_takes(
    dpi, height, scale, pixels
):
    assert cue_px(dpi, height, scale) == pixels


def test_twenty_minutes_of_arc_at_two_metres():
    capital_mm = readable_px(96) * 0.72 / 96 * 25.4
    assert capital_mm == pytest.approx(2000 * 20 * 3.14159 / (180 * 60), rel=0.01)


@pytest.mark.parametrize(("claimed", "used"), [(10.0, 96), (900.0, 96), (120.0, 120)])
def test_a_screen_that_does_not_know_its_size_is_not_believed(claimed, used):
    class Screen:
        def physicalDotsPerInch(self):
            return claimed

    assert floor_text.dots_per_inch(Screen()) == used


# Only when asked or agreed


def test_f11_fills_the_screen_and_escape_leaves_the_view_not_the_session(
    qtbot, open_player, play
):
    window = open_player()
    play(window, 20)
    screen, left = window.screen(), window.performance.left_s()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert full(window)
    assert window.current is window.floor.page
    assert window.screen() is screen
    assert window.stage.large
    play(window, 5)
    assert window.floor.page.cue.text() == "Forward, squeeze, back"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not full(window)
    assert window.isVisible()
    assert window.current is window.page
    assert window.performance.running
    assert window.performance.left_s() == pytest.approx(left - 5)
    assert not window.stage.large


def test_the_button_in_the_header_and_the_way_out_in_the_bar(qtbot, open_player):
    window = open_player()
    window.page.header.floor.click()
    assert full(window)
    window.floor.page.bar.leave.click()
    assert not full(window)


@pytest.mark.parametrize(
    ("slug", "agreed", "enters"),
    [(FLOOR, True, True), (FLOOR, False, False), (STANDING, True, False)],
)
def test_by_itself_only_for_the_floor_and_only_if_agreed(
    open_player, slug, agreed, enters
):
    window = open_player(slug, floor_view=agreed)
    assert window.floor.on == full(window) == enters
    assert window.performance.begun


def test_whoever_left_it_is_not_pulled_in_again(qtbot, open_player, play):
    window = open_player(floor_view=True)
    window.leave_floor()
    play(window, 10)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    window.current.back_pressed.emit()
    assert window.current is window.page
    assert not full(window)


def test_nothing_else_fills_a_screen():
    """No full screen outside the floor view (SPEC 17)."""
    takers = {
        file.name
        for file in SOURCE.rglob("*.py")
        if "showFullScreen" in (text := file.read_text("utf-8"))
        or "WindowFullScreen" in text
    }
    assert takers == {"floor_view.py"}


# What presses do there


def test_something_hurts_pauses_in_the_same_corner_and_the_way_back_leads_here(
    open_player, play
):
    window = open_player(floor_view=True)
    play(window, 20)
    bar = window.floor.page.bar
    assert bar.hurts.mapTo(window, QPoint(0, 0)).x() < 60
    assert bar.hurts.geometry().bottom() > bar.height() // 2
    bar.hurts.click()
    assert not window.performance.running
    assert full(window)
    window.current.back_pressed.emit()
    assert window.current is window.floor.page
    assert bar.pause.text() == "Resume"


def test_space_pauses_and_the_word_says_so(qtbot, open_player, play):
    window = open_player(floor_view=True)
    play(window, 20)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert not window.performance.running
    assert window.floor.page.word.text() == "Paused"


def test_the_end_gives_the_screen_back(open_player, play):
    window = open_player(floor_view=True)
    play(window, 5 + 120)
    assert window.facts[-1][0] == "finished"
    assert not full(window)


def test_the_desktop_may_end_the_full_screen(open_player, play):
    window = open_player(floor_view=True)
    play(window, 10)
    window.setWindowState(window.windowState() & ~FULL)
    assert not window.floor.on
    assert window.current is window.page
    assert window.performance.running


def test_closed_in_it_the_window_comes_back_as_a_window(open_player, play):
    window = open_player(size=(1000, 700), floor_view=False)
    window.floor.enter()
    play(window, 20)
    assert window.usual_size.toTuple() == (1000, 700)
    window.close()
    assert ("left",) in window.facts
    assert not full(window)


def test_there_are_no_tips_to_open(qtbot, open_player):
    window = open_player(floor_view=True)
    qtbot.keyClick(window, Qt.Key.Key_3)
    assert window.current is window.floor.page
    assert window.page.tips.current == "form"


# Nothing moves


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("slug", [FLOOR, "cat-cow", "seven-minute"])
def test_nothing_moves_and_nothing_is_cut_while_a_session_runs(
    qtbot, make_look, content, slug, scale
):
    look = make_look(text_scale=scale, reduce_motion=True)
    opening = opening_of(content, slug)
    stage = NotingStage(look)
    page = FloorPage(look, opening, stage)
    qtbot.addWidget(page)
    reader = Reader(opening.timeline)
    page.set_timeline(reader)
    page.take_stage(stage)
    for size in SIZES:
        page.resize(*size)
        page.show()
        page.resize(*size)
        places = set()
        for reading, paused in moments(opening, reader):
            page.show_reading(reading, paused=paused)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            places.add(lying(page))
            assert page.size().toTuple() == size, (size, reading.cue)
            for button in buttons(page):
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                assert button.height() >= 54
        assert len(places) == 1, size
        assert page.ring.width() >= 120
        assert page.cue.font().pixelSize() >= 64


def moments(opening, reader):
    """Yield a reading in each entry of the session, waiting and paused too."""
    session = Session(opening.timeline, waits=("change",))
    session.start(0.0)
    yield reader.read(session.at(1.0)), False
    for entry in opening.timeline.entries[::3]:
        session.jump(10.0, entry.start_s)
        yield reader.read(session.at(10.5)), False
    change = next(
        (one for one in opening.timeline.entries if one.kind == "change"), None
    )
    if change:
        session.jump(10.0, change.start_s)
        view = session.at(10.0 + change.end_s - change.start_s + 1)
        assert view.waiting
        yield reader.read(view), True
    session.jump(20.0, opening.timeline.repetitions[0].start_s)
    session.pause(20.5)
    yield reader.read(session.at(21.0)), True


def lying(page):
    """Return where everything lies that is there in every state."""
    there = (page.stage, page.ring, page.cue, page.segments, page.bar)
    return tuple(one.geometry().getRect() for one in (*there, *bar_buttons(page)))


def bar_buttons(page):
    return [page.bar.hurts, page.bar.back, page.bar.pause, page.bar.next]


def buttons(page):
    change = (page.change.go, page.change.longer)
    return [*bar_buttons(page), *(one for one in change if one.isVisible())]


# A routine


def test_a_change_names_the_next_movement_large_and_waits(qtbot, make_look, content):
    look = make_look(reduce_motion=True)
    opening = opening_of(content, "seven-minute")
    page = FloorPage(look, opening, NotingStage(look))
    qtbot.addWidget(page)
    reader = Reader(opening.timeline)
    page.set_timeline(reader)
    page.resize(1366, 768)
    page.show()
    session = Session(opening.timeline, waits=("change",))
    session.start(0.0)
    change = next(one for one in opening.timeline.entries if one.kind == "change")
    session.jump(1.0, change.start_s)
    page.show_reading(reader.read(session.at(2.0)), paused=False)
    following = opening.acts[change.movement].movement
    assert page.cue.text() == following.name
    assert page.next.isVisible()
    assert page.change.go.isVisible()
    assert page.change.way.text() == "Stay on the floor"
    assert page.bar.pause.property("kind") == "plain"
    session.next(3.0)
    page.show_reading(reader.read(session.at(4.0)), paused=False)
    assert not page.change.go.isVisible()
    assert page.name.text() == following.name
    assert page.bar.pause.property("kind") == "primary"


class NotingStage(QWidget):
    def __init__(self, _look):
        super().__init__()

    def describe(self, name, description):
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
