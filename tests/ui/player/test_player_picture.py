"""What the player paints and when, and that nothing on it ever moves about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from deskstretch.ui.player.window import PlayerWindow, fitting

SIZES = [
    ((1120, 740), 1.0),
    ((960, 690), 1.0),
    ((1600, 1000), 1.25),
    ((720, 540), 1.0),
    ((720, 540), 1.5),
    ((1120, 740), 1.5),
]


class Paints(QObject):
    """Counts every painting in the program while it is in force."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def paints(qapp):
    counter = Paints()
    qapp.installEventFilter(counter)
    yield counter
    qapp.removeEventFilter(counter)


def settle():
    for _ in range(5):
        QApplication.processEvents()


def test_it_paints_while_it_runs_and_not_at_all_while_paused(
    open_player, paints, clock, play
):
    window = open_player(real=True, size=(720, 540))
    play(window, 16)
    settle()
    before = paints.count
    clock.pass_(0.3)
    window.performance.show_now()
    settle()
    assert paints.count > before
    window.performance.pause()
    clock.pass_(0.4)
    window.performance.show_now()
    settle()
    before = paints.count
    for _ in range(20):
        clock.pass_(1.0)
        window.performance.show_now()
        settle()
    assert paints.count == before
    assert not window.performance.beating


def test_it_paints_nothing_while_hidden(open_player, paints, clock, play):
    window = open_player(real=True, size=(720, 540))
    play(window, 16)
    window.hide()
    settle()
    before = paints.count
    for _ in range(20):
        clock.pass_(0.5)
        window.performance.show_now()
        settle()
    assert paints.count == before
    assert not window.performance.beating


def test_a_finished_session_paints_nothing_by_itself(open_player, paints, play):
    window = open_player(real=True, size=(720, 540))
    play(window, 125, step=1.0)
    settle()
    before = paints.count
    settle()
    assert paints.count == before
    assert not window.performance.beating


def places(window):
    page = window.page
    found = {
        name: _place(widget, window)
        for name, widget in {
            "stage": window.stage,
            "cue": page.cue,
            "segments": page.segments,
            "ring": page.ring,
            "word": page.word,
            "hurts": page.bar.hurts,
            "pause": page.bar.pause,
            "next": page.bar.next,
            "steps": page.steps,
            "tips": page.tips,
        }.items()
        if widget.isVisible()
    }
    found["word"] = QRect(0, found["word"].y(), 0, found["word"].height())
    return found


def _place(widget, window):
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("slug", ["kneeling-hip-flexor", "lat-stretch"])
def test_nothing_moves_during_a_session(open_player, play, size, scale, slug):
    window = open_player(slug, size=size, text_scale=scale)
    settle()
    assert (window.width(), window.height()) == size
    still = places(window)
    seen = 0
    while window.current is window.page:
        play(window, 2.3, step=2.3)
        if window.current is not window.page:
            break
        if seen in {3, 9}:
            window.performance.toggle()
            settle()
            assert places(window) == still
            window.performance.toggle()
        settle()
        assert places(window) == still
        seen += 1
    assert seen > 10


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_everything_lies_inside_the_window_and_nothing_on_another(
    open_player, play, size, scale
):
    window = open_player(size=size, text_scale=scale)
    play(window, 30)
    settle()
    found = places(window)
    found.pop("word")
    for name, place in found.items():
        assert window.rect().contains(place), name
        for other, there in found.items():
            assert other == name or not place.intersects(there), (name, other)
    assert found["stage"].height() >= 160


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_text_is_cut(open_player, play, size, scale):
    window = open_player(size=size, text_scale=scale)
    for seconds in (1, 16, 50):
        play(window, seconds)
        settle()
        for text in window.page.findChildren(QLabel):
            if text.isVisible() and text.text():
                assert text.height() >= text.sizeHint().height() - 2 or (
                    text.wordWrap()
                    and text.height() >= text.heightForWidth(text.width()) - 2
                ), text.text()
                if not text.wordWrap():
                    assert text.width() >= text.sizeHint().width() - 1, text.text()


def test_wide_shows_steps_and_tips_and_narrow_keeps_them_behind_a_button(
    qtbot, open_player
):
    window = open_player(size=(1120, 740))
    assert window.page.wide
    assert window.page.steps.isVisible()
    window.resize(800, 600)
    settle()
    assert not window.page.wide
    assert not window.page.steps.isVisible()
    window.page.header.steps.click()
    settle()
    assert window.page.steps.isVisible()
    assert window.page.tips.isVisible()
    assert window.page.header.sides.isVisible()
    window.resize(1120, 740)
    settle()
    assert window.page.wide
    assert window.page.steps.isVisible()
    assert not window.page.panel.isVisible()


def test_the_stage_shows_the_figure_in_both_schemes(open_player, play):
    for scheme, bound in (("light", 120), ("dark", 60)):
        window = open_player(real=True, size=(720, 540), scheme=scheme)
        play(window, 30)
        settle()
        image = window.stage.grab().toImage()
        colours = {
            image.pixel(x, y)
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        }
        assert len(colours) > bound


@pytest.mark.parametrize("slug", ["kneeling-hip-flexor", "lat-stretch"])
def test_the_chips_are_pills_in_the_middle_of_the_header(open_player, slug):
    window = open_player(slug)
    settle()
    header = window.page.header
    pills = [f for f in header.findChildren(QFrame) if f.property("kind") == "pill"]
    assert len(pills) == 2
    for pill in pills:
        assert pill.height() == 26
        assert abs(pill.geometry().center().y() - header.rect().center().y()) <= 1
    assert header.height() >= 36


def test_the_header_is_as_high_with_sides_as_without(open_player):
    heights = []
    for slug in ("kneeling-hip-flexor", "lat-stretch"):
        window = open_player(slug)
        settle()
        heights.append((window.page.header.height(), window.stage.y()))
    assert heights[0] == heights[1]


@pytest.mark.parametrize("size", [(1120, 740), (720, 540)])
@pytest.mark.parametrize(
    "slug", ["kneeling-hip-flexor", "lat-stretch", "standing-hip-flexor"]
)
def test_opening_and_resizing_say_nothing_on_the_error_stream(
    open_player, qtlog, slug, size
):
    window = open_player(slug, size=size, notice_needed=True, warning_needed=True)
    window.current.none.click()
    window.current.read.click()
    window.current.read.click()
    settle()
    for width, height in ((1120, 740), (720, 540), (1120, 740)):
        window.resize(width, height)
        settle()
    assert window.current is window.page
    assert [record.message for record in qtlog.records if not record.ignored] == []


class SmallScreen:
    """A screen of some size, less its panels."""

    def __init__(self, width, height) -> None:
        self.area = QRect(0, 24, width, height)

    def availableGeometry(self) -> QRect:
        return self.area


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1040), (1120, 740)),
        ((1024, 744), (1008, 696)),
        ((800, 600), (784, 552)),
        ((640, 480), (720, 540)),
    ],
)
def test_it_opens_no_larger_than_the_screen(screen, size):
    assert fitting(QSize(1120, 740), SmallScreen(*screen)) == QSize(*size)


def test_a_size_kept_from_a_larger_screen_fits_this_one(open_player):
    window = open_player(size=(4000, 3000), show=False)
    window = PlayerWindow(window.look, replace(window._opening, size=QSize(4000, 3000)))
    free = window.screen().availableGeometry()
    assert window.width() <= free.width()
    assert window.height() <= max(540, free.height())
    window.deleteLater()


def stage_in_sight(window) -> bool:
    """Whether the page in sight keeps the stage, also when another has news."""
    window.look.choose(replace(window.look.choice, text_scale=1.5))
    settle()
    window.grab()  # asks every page for its size, also those out of sight
    window.resize(window.width() + 200, window.height() + 150)
    window.look.choose(replace(window.look.choice, text_scale=1.0))
    settle()
    window.grab()
    room = QRect(QPoint(0, 0), window.current.size())
    inside = room.contains(_place(window.stage, window))
    mine = window.current.isAncestorOf(window.stage)
    return mine and inside and window.stage.isVisible()


@pytest.mark.parametrize("options", [{}, {"warning_needed": True}])
@pytest.mark.parametrize("notice", [True, False])
def test_the_figure_is_in_sight_on_every_page_that_has_one(
    open_player, play, options, notice
):
    window = open_player(notice_needed=notice, size=(720, 540), **options)
    if notice:
        window.current.none.click()
        window.current.read.click()
        settle()
    if options:
        assert window.current is not window.page
        assert stage_in_sight(window)
        window.current.read.click()
        settle()
    assert window.current is window.page
    assert stage_in_sight(window)
    play(window, 126, step=1.0)
    settle()
    assert window.current is not window.page
    assert stage_in_sight(window)
