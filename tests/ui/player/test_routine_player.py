"""A whole routine in the real window: counted, waited for, never jumping about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openings import opening_of
from performers import NotingStage
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from deskstretch.coaching.layout import lay_out_routine
from deskstretch.movements.routine import Choices
from deskstretch.ui.player import performance as player_performance
from deskstretch.ui.player import queue_rows
from deskstretch.ui.player import window as player_window
from deskstretch.ui.player.opening import Swap
from deskstretch.ui.player.window import PlayerWindow
from deskstretch.words import words

PRE_ROLL = 5
CUES = [  # the large line from this second on, by the table of 2A
    (0, "Breathe in Cow, out Cat"),
    (60, "Half-kneel on the pad"),
    (70, "Forward, squeeze, back"),
    (120, "Change sides"),
    (130, "Forward, squeeze, back"),
    (180, "Stand under the bar"),
    (200, "Shoulders down, breathe"),
    (210, "Rest, feet down"),
    (230, "Shoulders down, breathe"),
]
CHANGES = [(60, 70), (180, 200), (240, 250), (330, 340)]
SIZES = [(720, 540), (1120, 740), (1920, 1080)]


@pytest.fixture
def open_routine(qtbot, make_look, content, clock, keep, monkeypatch):
    """Open the player on a routine with the short hang, the session running."""
    monkeypatch.setattr(player_window, "FigureStage", NotingStage)
    monkeypatch.setattr(queue_rows, "thumbnail", lambda _look, _motion: QPixmap(54, 40))

    def open_(slug="seven-minute", *, size=(1120, 740), notes=(), **options):
        look = make_look(
            text_scale=options.pop("text_scale", 1.0),
            scheme=options.pop("scheme", "light"),
        )
        usual = opening_of(content, slug, clock, **options)
        acts = {one: replace(act, notes=notes) for one, act in usual.acts.items()}
        opening = replace(
            usual,
            acts=acts,
            motions=lambda slug, side, range_: (slug, side, range_),
            other=lambda timeline, _number: Swap(
                "lat-stretch", words("Lat stretch"), timeline
            ),
        )
        window = keep(PlayerWindow(look, opening))
        window.resize(*size)
        window.facts = []
        window.finished.connect(lambda one: window.facts.append(("finished", one)))
        window.hurt_reported.connect(lambda one: window.facts.append(("hurt", one)))
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    return open_


def counted(window):
    """The seconds of the session that are over."""
    return window.performance.timeline.total_s - window.performance.left_s()


def run_through(window, clock, press, each_second=lambda: None):
    """Let a whole session pass second by second; returns where it waited."""
    waits = []
    for _ in range(2000):
        if window.performance.over:
            return waits
        clock.pass_(1)
        window.performance.show_now()
        if not window.performance.over:
            each_second()
            if window.performance.view().waiting:
                waits.append(round(counted(window)))
                press()
    raise AssertionError("the session has no end")


def press_key(qtbot, window, key):
    return lambda: qtbot.keyClick(window.focusWidget() or window, key)


def cue_at(second):
    return next(text for start, text in reversed(CUES) if start <= second)


def test_the_seven_minutes_end_at_420_counted_seconds_with_the_cues_of_2a(
    qtbot, open_routine, clock, content
):
    window = open_routine()
    timeline = window.performance.timeline
    shown = {}

    def look():
        view = window.performance.view()
        if view.position >= 0 and not view.waiting:
            shown[round(counted(window))] = window.page.cue.text()

    ready = window.page.change.go.click
    waits = run_through(window, clock, ready, look)
    assert waits == [end for _, end in CHANGES]
    assert set(range(420)) - {end for _, end in CHANGES} <= set(shown)
    for second in range(240):
        if second in shown:
            assert shown[second] == cue_at(second), second
    for second in set(shown) - {420}:
        assert shown[second] == timeline.at(second).cue, second
    (fact,) = window.facts
    summary = fact[1]
    assert summary.spent_s == 420
    assert summary.completed
    assert window.current.headline == "Done. 7 minutes."
    done = [part for _, part in window.performance.summaries()]
    assert [part.completed for part in done] == [True] * 5
    assert (done[1].reps_left, done[1].reps_right) == (10, 10)


def test_waiting_is_not_counted_and_the_page_says_so(qtbot, open_routine, clock):
    window = open_routine()
    clock.pass_(PRE_ROLL + 70)
    window.performance.show_now()
    page = window.page
    assert window.performance.view().waiting
    assert page.word.text() == "Ready?"
    assert page.breath.text() == "Waiting. The clock is stopped."
    assert page.ring.accessibleName() == "Waiting. The clock is stopped."
    assert page.header.count.text() == "2 of 5 · 5:50 left"
    clock.pass_(600)
    window.performance.show_now()
    assert page.header.count.text() == "2 of 5 · 5:50 left"
    assert not page.change.longer.isEnabled()
    qtbot.mouseClick(page.change.go, Qt.MouseButton.LeftButton)
    assert page.cue.text() == "Forward, squeeze, back"
    assert not window.performance.view().waiting


@pytest.mark.parametrize(
    ("keys", "hands_free"),
    [
        ((Qt.Key.Key_Space,), True),
        ((Qt.Key.Key_Return,), False),
        ((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), True),  # a presenter's clicker
        ((Qt.Key.Key_PageDown,), False),
    ],
)
def test_a_routine_can_be_done_with_one_or_two_keys_alone(
    qtbot, open_routine, clock, keys, hands_free
):
    window = open_routine(hands_free=hands_free)
    presses = []

    def press():
        key = keys[len(presses) % len(keys)]
        presses.append(key)
        qtbot.keyClick(window.focusWidget() or window, key)

    waits = run_through(window, clock, press)
    expected = [70, 200, 250, 340]
    assert waits == (expected if hands_free else sorted([*expected, 130]))
    assert window.facts[0][1].spent_s == 420


def test_a_clicker_pauses_and_goes_on_between_the_changes(qtbot, open_routine, clock):
    window = open_routine()
    clock.pass_(PRE_ROLL + 20)
    window.performance.show_now()
    press_key(qtbot, window, Qt.Key.Key_PageDown)()
    assert not window.performance.running
    press_key(qtbot, window, Qt.Key.Key_PageUp)()
    assert window.performance.running


def test_a_click_on_the_figure_pauses_and_goes_on(qtbot, open_routine, clock):
    window = open_routine()
    clock.pass_(PRE_ROLL + 20)
    window.performance.show_now()
    qtbot.mouseClick(window.stage, Qt.MouseButton.LeftButton)
    assert not window.performance.running
    qtbot.mouseClick(window.stage, Qt.MouseButton.LeftButton)
    assert window.performance.running


def test_h_switches_hands_free_and_then_a_change_of_sides_waits(
    qtbot, open_routine, clock
):
    window = open_routine()
    chosen = []
    window.hands_free_chosen.connect(chosen.append)
    window.performance.skip()
    press_key(qtbot, window, Qt.Key.Key_H)()
    assert chosen == [False]
    window.performance.next()
    clock.pass_(60)
    window.performance.show_now()
    assert window.performance.view().waiting
    assert window.page.bar.pause.text() == "I'm ready"
    window.page.bar.pause.click()
    assert window.page.header.sides.current() == "right"
    assert window.performance.running


def test_ten_seconds_more_three_times(qtbot, open_routine, clock):
    window = open_routine()
    window.performance.skip()
    clock.pass_(1)
    longer = window.page.change.longer
    for _ in range(3):
        press_key(qtbot, window, Qt.Key.Key_Plus)()
    assert not longer.isEnabled()
    clock.pass_(38)
    window.performance.show_now()
    assert not window.performance.view().waiting
    assert window.page.ring.accessibleName() == "Get ready, 1 second left"
    clock.pass_(1)
    window.performance.show_now()
    assert window.performance.view().waiting


def test_skipping_goes_to_the_next_movement_and_ending_says_it_counts(
    qtbot, open_routine, clock
):
    window = open_routine()
    clock.pass_(PRE_ROLL + 40)
    window.performance.show_now()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.performance.movement == "kneeling-hip-flexor"
    assert window.page.queue.current == 1
    qtbot.mouseClick(window.page.bar.end, Qt.MouseButton.LeftButton)
    assert window.current.headline == "Stopped after 0:40. It still counts."
    assert not window.facts[0][1].completed


def test_the_queue_names_a_swap_from_the_start_and_after_no_bar_today(
    qtbot, open_routine, content, clock
):
    routine = content.routines["seven-minute"]
    blocks = routine.played(Choices(hang="none"))
    other = lay_out_routine(routine, blocks, content.find)
    lat = content.find("lat-stretch")[0]
    window = open_routine()
    opening = window._opening
    swap = Swap("lat-stretch", words(lat.name), other)
    acts = {**opening.acts, "lat-stretch": type(opening.first)(lat)}

    def other_of(timeline, number):
        hang = timeline.parts[number].movement == "active-hang"
        return swap if hang else None

    window.close()
    changed = replace(opening, acts=acts, other=other_of)
    window = PlayerWindow(window.look, changed)
    window.show()
    for _ in range(2):
        window.performance.skip()
    page = window.page
    assert page.change.instead.isVisible()
    assert page.change.dose.text() == "Two hangs of 10 s with a 20 s rest."
    page.change.instead.click()
    rows = [page.queue.item(row).text() for row in range(page.queue.count())]
    assert rows[2] == "Lat stretch"
    assert page.cue.text() == "Hands on the desk"
    assert window.performance.timeline.total_s == 420
    window.performance.end()
    window.deleteLater()


def test_what_to_do_differently_stands_on_the_card_and_in_the_caution(open_routine):
    window = open_routine(notes=(words("Hands lower."),))
    window.performance.skip()
    assert window.page.change.notes.text() == "Hands lower."
    assert window.page.change.notes.isVisible()
    assert window.page.tips._labels["caution"].text().startswith("Hands lower. ")


def test_a_screen_reader_hears_the_way_to_each_movement(
    qtbot, open_routine, clock, monkeypatch
):
    heard = []
    monkeypatch.setattr(
        player_performance, "announce", lambda _page, text, _how: heard.append(text)
    )
    window = open_routine()
    run_through(window, clock, window.page.change.go.click)
    assert (
        "Next: Active hang. From the floor to your bar."
        " Use a firm step if you need it. Do not jump" in heard
    )
    assert "Next: Kneeling hip flexor. Stay on the floor" in heard
    assert heard.count("Waiting. The clock is stopped.") == 4


def test_the_focus_goes_to_ready_and_back_to_pause(qtbot, open_routine, clock):
    window = open_routine()
    page = window.page
    assert window.focusWidget() is page.bar.pause
    window.performance.skip()
    assert window.focusWidget() is page.change.go
    assert page.bar.pause.property("kind") == "plain"
    press_key(qtbot, window, Qt.Key.Key_Return)()
    assert window.focusWidget() is page.bar.pause
    assert page.bar.pause.property("kind") == "primary"


@pytest.mark.parametrize(
    ("sign", "ends"),
    [("sharp", True), ("numb", True), ("worse", True), ("emergency", False)],
)
def test_every_stop_sign_stops_a_routine(qtbot, open_routine, clock, sign, ends):
    window = open_routine()
    window.performance.skip()
    press_key(qtbot, window, Qt.Key.Key_F2)()
    assert not window.performance.running
    window.current.hurt_reported.emit(sign)
    assert window.facts == [("hurt", sign)]
    assert window.performance.over == ends
    assert not window.performance.running


def test_a_mild_pull_can_skip_one_movement_and_the_routine_goes_on(
    qtbot, open_routine, clock
):
    window = open_routine()
    clock.pass_(PRE_ROLL + 10)
    press_key(qtbot, window, Qt.Key.Key_F2)()
    window.current.step_chosen.emit("skip")
    assert window.current is window.page
    assert window.performance.movement == "kneeling-hip-flexor"
    assert not window.performance.over


@pytest.mark.parametrize("size", SIZES)
def test_steps_and_tips_open_over_the_page_at_every_size(qtbot, open_routine, size):
    window = open_routine(size=size)
    page = window.page
    assert not page.panel.isVisible()
    press_key(qtbot, window, Qt.Key.Key_3)()
    assert page.panel.isVisible()
    assert page.tips.current == "caution"
    assert page.tips.isVisible()
    assert page.steps.isVisible()
    assert page.header.hands_free.isVisible()
    press_key(qtbot, window, Qt.Key.Key_Escape)()
    assert not page.panel.isVisible()
    assert window.isVisible()


# Nothing moves


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_and_nothing_is_cut(open_routine, clock, size, scale):
    scheme = "dark" if size == (1120, 740) else "light"
    window = open_routine(size=size, text_scale=scale, scheme=scheme)
    page = window.page
    places, cut = set(), set()
    step = 1 if scale == 1.0 else 4

    def look():
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        places.add(tuple(_place(page, one) for one in _fixed(page)))
        cut.update(_cut(page))

    for second in range(0, 420, step):
        window.performance._session.jump(clock(), float(second))
        window.performance.show_now()
        look()
        for entry_end in (end for _, end in CHANGES if second < end <= second + step):
            window.performance._session.jump(clock(), entry_end - 0.5)
            clock.pass_(1)
            window.performance.show_now()
            look()
            window.performance.next()
    assert len(places) == 1, size
    assert not cut
    assert page.stage.width() >= 240
    assert page.cue.mapTo(page, QPoint(0, page.cue.height())).y() <= page.bar.y()


def _fixed(page):
    bar = page.bar
    return (
        page.stage,
        page.cue,
        page.ring,
        page.whole,
        page.segments,
        bar.hurts,
        bar.back,
        bar.pause,
        bar.next,
        page.header.steps,
    )


def _place(page, widget):
    corner = widget.mapTo(page, QPoint(0, 0))
    return (*corner.toTuple(), *widget.size().toTuple())


def _cut(page):
    """The texts of the card and the bar that have less room than they take."""
    found = set()
    card = page.change
    shown = [page.bar, *([card] if card.isVisible() else [])]
    for place in shown:
        for button in place.findChildren(QPushButton):
            if button.isVisible() and button.width() < button.sizeHint().width():
                found.add(("narrow", button.text(), button.width()))
            if button.isVisible() and not _inside(place, button):
                found.add(("outside", button.text()))
        for label in place.findChildren(QLabel):
            if not label.isVisible() or not label.text():
                continue
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            if label.height() < needed or not _inside(place, label):
                found.add(("label", label.text(), label.height(), needed))
    return found


def _inside(place, widget):
    corner = widget.mapTo(place, QPoint(0, 0))
    bottom = corner.y() + widget.height()
    return corner.y() >= 0 and bottom <= place.height() and corner.x() >= 0
