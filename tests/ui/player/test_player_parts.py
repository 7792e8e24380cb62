"""The parts of the player: what is read, the ring, the bars, the steps, the cue."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt

from deskstretch.coaching.layout import lay_out
from deskstretch.coaching.session import Session
from deskstretch.ui.player.clock_text import minutes_seconds, spoken, worked
from deskstretch.ui.player.cue import CueLabel
from deskstretch.ui.player.keys import action
from deskstretch.ui.player.reading import Reader, RingFace
from deskstretch.ui.player.ring import TempoRing
from deskstretch.ui.player.segment_bar import BAR, GAP, SegmentBar
from deskstretch.ui.player.steps import StepList

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


@pytest.fixture
def timeline(catalogue):
    return lay_out(*catalogue.find("kneeling-hip-flexor"))


@pytest.fixture
def painted(monkeypatch):
    """Count the paintings of a widget."""

    def watch(widget):
        counted = []
        original = type(widget).paintEvent

        def paint(self, event):
            if self is widget:
                counted.append(event.rect())
            original(self, event)

        monkeypatch.setattr(type(widget), "paintEvent", paint)
        return counted

    return watch


def read_at(timeline, seconds, *, stepped=False):
    session = Session(timeline)
    session.start(0.0)
    return Reader(timeline, stepped=stepped).read(session.at(5.0 + seconds))


# Time in words


def test_time_left_counts_the_second_that_runs():
    assert [minutes_seconds(s) for s in (120, 92.4, 59.999, 0.2, 0, -1)] == [
        "2:00",
        "1:33",
        "1:00",
        "0:01",
        "0:00",
        "0:00",
    ]


def test_time_worked_counts_only_whole_seconds():
    assert [worked(s) for s in (70.9, 59.99, 0)] == ["1:10", "0:59", "0:00"]
    assert [spoken(s) for s in (40, 1, 60, 120, 110)] == [
        "40 seconds",
        "1 second",
        "1 minute",
        "2 minutes",
        "1:50 minutes",
    ]


# What is read


def test_one_turn_of_the_ring_is_one_repetition(timeline):
    face = read_at(timeline, 10 + 15 + 2.5).face
    assert face.arcs == pytest.approx((0.4, 0.2, 0.4))
    assert face.turn == pytest.approx(0.5)
    assert (face.number, face.below) == ("4", "of 10")


def test_waiting_counts_the_seconds_down(timeline):
    face = read_at(timeline, 62.5).face
    assert (face.number, face.below, face.arcs) == ("8", "", (1.0,))
    assert face.turn == pytest.approx(0.75)
    assert face.name == "Change, 8 seconds left"


def test_getting_ready_walks_through_the_first_steps(timeline):
    steps = [read_at(timeline, s).step for s in (0, 4, 9.9, 10, 60, 70)]
    assert steps == [*sorted(steps[:4]), 4, steps[3]]
    assert steps[0] == 0
    assert steps[3] == 3


def test_the_news_are_the_parts_and_every_fifth_repetition(timeline):
    news = []
    for tenths in range(-50, 1200, 2):
        said = read_at(timeline, tenths / 10).news
        if not news or news[-1] != said:
            news.append(said)
    assert news[:4] == [
        "Get into position",
        "Ready. Half-kneel on the pad",
        "Left side. Forward, squeeze, back",
        "Rep 5 of 10",
    ]
    assert "Change. Change sides" in news
    assert news.count("Rep 10 of 10") == 2
    assert len(news) < 15


def test_without_a_set_breath_the_disc_is_steady_and_says_keep_breathing(timeline):
    readings = [read_at(timeline, s / 4) for s in range(480)]
    assert len({reading.face.breath for reading in readings}) == 1
    assert {reading.breath for reading in readings} == {"Keep breathing, nice and slow"}


def test_with_a_set_breath_the_disc_follows_it_without_a_jump(catalogue):
    movement, dose = catalogue.find("lat-stretch")
    breaths = ("out", None, "in")
    phases = tuple(
        replace(phase, breath=breath)
        for phase, breath in zip(movement.phases, breaths, strict=True)
    )
    timeline = lay_out(replace(movement, phases=phases), dose)
    levels = [read_at(timeline, 5 + s / 20).face.breath for s in range(20 * 35)]
    assert min(levels) == pytest.approx(0, abs=0.01)
    assert max(levels) == pytest.approx(1, abs=0.01)
    jumps = [abs(a - b) for a, b in pairwise(levels)]
    assert max(jumps) < 0.05
    assert read_at(timeline, 6).breath == "Breathe out"
    assert read_at(timeline, 11).breath == "Breathe in"


def test_a_long_hold_counts_its_seconds_and_pulses_at_the_end(catalogue):
    movement, dose = catalogue.find("lat-stretch")
    timeline = lay_out(movement, replace(dose, seconds=(2, 10, 2)))
    face = read_at(timeline, 5 + 2 + 4).face
    assert (face.number, face.below, face.pulse) == ("6", "1 of 5", 0.0)
    assert read_at(timeline, 5 + 2 + 7.5).face.pulse > 0.9
    assert read_at(timeline, 5 + 2 + 7.5, stepped=True).face.pulse == 0.0


def test_stepped_readings_change_once_a_second(timeline):
    faces = {read_at(timeline, 10 + t / 10, stepped=True).face for t in range(20)}
    assert len({face.turn for face in faces}) == 2


# The ring


def test_the_ring_paints_only_what_is_new(qtbot, look, painted):
    ring = TempoRing(look)
    qtbot.addWidget(ring)
    counted = painted(ring)
    ring.show()
    qtbot.waitUntil(lambda: bool(counted))
    face = RingFace((0.4, 0.2, 0.4), 0.5, "4", "of 10", 0.8, value=4, total=10)
    ring.show_face(face, paused=False)
    qtbot.waitUntil(lambda: len(counted) > 1)
    before = len(counted)
    ring.show_face(replace(face), paused=False)
    qtbot.wait(0)
    assert len(counted) == before


def test_a_face_fills_clockwise_from_the_top(qtbot, look):
    ring = TempoRing(look, 200)
    qtbot.addWidget(ring)
    ring.resize(200, 200)
    ring.show_face(RingFace((1.0,), 0.5, "", "", 0.0), paused=False)
    image = ring.grab().toImage()
    accent, line = look.theme.color("accent"), look.theme.color("line")
    edge = 7
    assert near(image.pixelColor(200 - edge, 100), accent)
    assert near(image.pixelColor(edge, 100), line)


def test_in_right_to_left_layouts_the_ring_stays_clockwise(qtbot, look):
    ring = TempoRing(look, 200)
    qtbot.addWidget(ring)
    ring.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ring.resize(200, 200)
    ring.show_face(RingFace((1.0,), 0.5, "", "", 0.0), paused=False)
    image = ring.grab().toImage()
    assert near(image.pixelColor(193, 100), look.theme.color("accent"))


def near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 12 for a, b in pairs)


# The segment bar


@pytest.fixture
def bar(qtbot, look, timeline):
    made = SegmentBar(look)
    qtbot.addWidget(made)
    made.show_segments(timeline, timeline.parts[0])
    made.resize(720 + 3 * GAP, made.sizeHint().height())
    return made


def test_bars_are_as_wide_as_their_parts_are_long(bar):
    assert bar.bars() == (
        QRectF(0, 0, 60, BAR),
        QRectF(66, 0, 300, BAR),
        QRectF(372, 0, 60, BAR),
        QRectF(438, 0, 300, BAR),
    )


def test_bars_run_right_to_left_where_the_language_does(bar):
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bar.bars()[0] == QRectF(678, 0, 60, BAR)


def test_the_bar_says_the_side_and_how_far(bar):
    bar.show_position(43.2, 1)
    assert bar.accessibleName() == "Left side, 36 percent"
    assert bar.value() == 36


def test_the_bar_repaints_by_the_pixel(qtbot, bar, painted):
    counted = painted(bar)
    bar.show()
    qtbot.waitUntil(lambda: bool(counted))
    for tenth in range(100):
        bar.show_position(10 + tenth / 1000, 1)
        qtbot.wait(0)
    assert len(counted) <= 4


# Steps, cue, keys


def test_steps_tick_what_is_done_and_choose_by_click_and_enter(qtbot, look):
    steps = StepList(look)
    qtbot.addWidget(steps)
    steps.set_steps(["Kneel", "Tuck the toes", "Glide"])
    steps.resize(300, 200)
    steps.show()
    steps.show_step(1)
    said = [
        steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)
    ]
    assert said == ["Done: Kneel", "Now: Tuck the toes", "Glide"]
    chosen = []
    steps.step_chosen.connect(chosen.append)
    place = steps.visualItemRect(steps.item(2)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(steps, Qt.Key.Key_Up)
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert chosen == [2, 1]


def test_steps_never_scroll(qtbot, look):
    steps = StepList(look)
    qtbot.addWidget(steps)
    steps.set_steps(["A step with rather many words in it, so that it wraps"] * 8)
    assert steps.count() == 6
    steps.resize(240, 10)
    steps.show()
    steps.resize(240, steps.sizeHint().height())
    last = steps.visualItemRect(steps.item(5))
    assert last.bottom() <= steps.viewport().height()


def test_the_cue_keeps_one_size_and_one_height_for_the_session(qtbot, look):
    cue = CueLabel(look)
    qtbot.addWidget(cue)
    cue.resize(672, 60)
    cue.set_texts({"Get into position", "Glide the hips all the way b"})
    size, height = cue.font().pixelSize(), cue.heightForWidth(672)
    for text in ("Get into position", "Glide the hips all the way b"):
        cue.setText(text)
        assert (cue.font().pixelSize(), cue.heightForWidth(672)) == (size, height)
    assert size >= 40


def test_a_cue_too_long_for_40_px_wraps_and_keeps_the_room(qtbot, look):
    cue = CueLabel(look)
    qtbot.addWidget(cue)
    cue.resize(420, 60)
    cue.set_texts({"Get into position", "Glide the hips all the way b"})
    assert cue.font().pixelSize() == 40
    assert cue.heightForWidth(420) >= 2 * cue.fontMetrics().height() - 2


def test_a_held_key_asks_once():
    from PySide6.QtGui import QKeyEvent

    none = Qt.KeyboardModifier.NoModifier
    press = QEvent.Type.KeyPress
    held = QKeyEvent(press, Qt.Key.Key_Space, none, " ", autorep=True)
    assert action(held, right_to_left=False) == ""
    first = QKeyEvent(press, Qt.Key.Key_Space, none, " ")
    assert action(first, right_to_left=False) == "pause"
