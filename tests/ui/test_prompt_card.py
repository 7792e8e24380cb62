"""The card asks, never takes: no focus, no decision of its own, one answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from shipped import shipped_motion

from deskstretch.ui import language
from deskstretch.ui.card_face import CardView
from deskstretch.ui.prompt_card import PromptCard
from deskstretch.words import Catalogue, words

HIP = CardView(
    words("{n} min of sitting", n=92),
    words("Hip flexor stretch?"),
    words("{n} min", n=2),
    words("Mat"),
    "mat",
)
ANSWERS = ("started", "snoozed", "skipped", "enough_chosen")


@pytest.fixture
def card(make_look, qtbot):
    card = PromptCard(make_look(reduce_motion=True))
    qtbot.addWidget(card)
    yield card
    card.dismiss()


def shown(card: PromptCard, view: CardView = HIP, *, guarded: bool = False) -> list:
    """Show the card and return the list its answers are written to."""
    said = []
    for name in ANSWERS:
        getattr(card, name).connect(
            lambda *value, name=name: said.append((name, *value))
        )
    card.show_prompt(view, motion=shipped_motion("lat-stretch"))
    QApplication.processEvents()
    if not guarded:
        card._guard.stop()
        card._on_guard_over()
    return said


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# It never takes


def test_it_cannot_get_the_focus(card):
    shown(card)
    flags = card.windowFlags()
    for flag in (
        Qt.WindowType.Tool,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.WindowDoesNotAcceptFocus,
    ):
        assert flags & flag == flag
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not card.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    for child in card.findChildren(QWidget):
        assert child.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_nothing_in_it_opens_another_window(card):
    shown(card)
    assert card.findChildren(QMenu) == []
    assert card.findChildren(QComboBox) == []
    assert {child.toolTip() for child in card.findChildren(QWidget)} == {""}


# It says what was pressed, once


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("_start", ("started",)),
        ("_snooze", ("snoozed", None)),
        ("_skip", ("skipped",)),
    ],
)
def test_each_button_is_one_answer(card, button, answer):
    said = shown(card)
    press(getattr(card._face, button))
    assert said == [answer]


def test_a_second_press_is_no_second_answer(card):
    said = shown(card)
    press(card._face._start)
    press(card._face._skip)
    assert said == [("started",)]


def test_presses_of_the_first_half_second_are_not_meant_for_it(card):
    said = shown(card, guarded=True)
    assert card._guard.isActive()
    assert card._guard.interval() == 500
    press(card._face._start)
    assert said == []


def test_it_stays_until_it_is_dismissed(card):
    shown(card)
    press(card._face._start)
    assert card.isVisible()
    card.dismiss()
    assert not card.isVisible()


def test_dismissing_says_nothing(card):
    said = shown(card)
    card.dismiss()
    card.dismiss()
    assert said == []


# Snooze times in the place of the row


def test_the_arrow_puts_the_times_in_place_of_the_row(card):
    said = shown(card)
    press(card._face._more)
    assert card._face._times.isVisible()
    assert not card._face._answers.isVisible()
    for button in card._face._times.findChildren(type(card._face._start)):
        if button.text() == "15 min":
            press(button)
    assert said == [("snoozed", 900.0)]


def test_the_row_comes_back_after_five_seconds(card):
    shown(card)
    press(card._face._more)
    assert card._face._close_choices.interval() == 5000
    card._face._close_choices.timeout.emit()
    assert card._face._answers.isVisible()


def test_enough_for_today_stands_there_from_the_third_prompt_on(card):
    shown(card)
    press(card._face._more)
    assert not card._face._enough.isVisible()
    card.dismiss()
    third = CardView(HIP.why, HIP.title, HIP.duration, HIP.place, offer_enough=True)
    said = shown(card, third)
    press(card._face._more)
    press(card._face._enough)
    assert said[-1] == ("enough_chosen",)


def test_after_three_snoozes_skip_is_offered_in_a_line(card):
    view = CardView(HIP.why, HIP.title, HIP.duration, HIP.place, offer_skip=True)
    shown(card, view)
    assert card._face._hint.isVisible()
    assert card._face._hint.text() == "Snoozed 3 times. Skip this one?"
    assert card._face._skip.property("kind") == "plain"
    card.dismiss()
    shown(card)
    assert not card._face._hint.isVisible()
    assert card._face._skip.property("kind") == "quiet"


# Really on the screen, or not


def test_it_says_when_it_is_really_visible(card, qtbot):
    with qtbot.waitSignal(card.became_visible), qtbot.assertNotEmitted(card.not_shown):
        card.show_prompt(HIP)


def test_not_exposed_for_a_second_it_goes_and_says_so(card, qtbot, monkeypatch):
    monkeypatch.setattr(card._sight, "_look", lambda: None)
    with qtbot.assertNotEmitted(card.became_visible):
        card.show_prompt(HIP)
    assert card._sight._patience.interval() == 1000
    with qtbot.waitSignal(card.not_shown):
        card._sight._patience.timeout.emit()
    assert not card.isVisible()


def test_the_pointer_over_it_is_told(card):
    told = []
    card.pointer_changed.connect(told.append)
    shown(card)
    enter(card)
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert told == [True, False]


def test_dismissed_before_it_was_seen_it_says_nothing_more(card, qtbot, monkeypatch):
    monkeypatch.setattr(card._sight, "_look", lambda: None)
    card.show_prompt(HIP)
    with qtbot.assertNotEmitted(card.not_shown):
        card.dismiss()
    assert not card.isVisible()
    assert not card._sight._patience.isActive()


# Its preview


def enter(card: PromptCard) -> None:
    place = QPointF(5, 5)
    QApplication.sendEvent(card, QEnterEvent(place, place, place))


def test_reduced_motion_shows_the_end_pose_and_never_plays(card):
    shown(card)
    enter(card)
    assert not card._preview.playing


def test_otherwise_it_plays_when_seen_and_again_under_the_pointer(make_look, qtbot):
    card = PromptCard(make_look(reduce_motion=False))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.became_visible):
        card.show_prompt(HIP, motion=shipped_motion("lat-stretch"))
    assert card._preview.playing
    assert card._fade.duration() == 220
    card._preview.hold()
    enter(card)
    assert card._preview.playing
    card.dismiss()
    assert card._fade.duration() == 160
    qtbot.waitUntil(lambda: not card.isVisible())
    assert not card._preview.playing


# Its size and place


def test_it_is_404_wide_and_about_210_high(card):
    shown(card)
    assert card.width() == 404
    assert 200 <= card.height() <= 220


def test_longer_words_make_it_wider_and_then_move_skip_down(card):
    long = {"Start": "Jetzt starten", "Skip": "Überspringen"}
    language.speak(Catalogue(long))
    try:
        look = card._look
        wide = PromptCard(look)
        wide.show_prompt(HIP)
        language.speak(
            Catalogue({**long, "Snooze {time}": "In {time} wieder erinnern"})
        )
        wrapped = PromptCard(look)
        wrapped.show_prompt(HIP)
    finally:
        language.speak(Catalogue())
    assert wrapped._face._skip_below.isVisible() or wrapped.width() > wide.width()
    assert wide.width() <= wrapped.width() <= 480
    for shown_card in (wide, wrapped):
        shown_card.dismiss()
        shown_card.deleteLater()


def test_no_text_of_it_is_cut_at_any_text_size(make_look, qtbot):
    for scale in (1.0, 1.25, 1.5):
        look = make_look(text_scale=scale, reduce_motion=True)
        card = PromptCard(look)
        qtbot.addWidget(card)
        card.show_prompt(HIP)
        for child in (card._face._why, card._face._title):
            assert child.height() >= child.heightForWidth(child.width())
        for button in (card._face._start, card._face._snooze, card._face._skip):
            assert button.width() >= button.sizeHint().width()
        card.dismiss()


def test_right_to_left_the_snooze_button_turns_its_corners(make_look, qtbot):
    card = PromptCard(make_look(reduce_motion=True))
    qtbot.addWidget(card)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    card.show_prompt(HIP)
    assert card._face._snooze.property("joined") == "right"
    assert card._face._more.property("joined") == "left"
    assert card._face._start.x() > card._face._snooze.x()
    card.dismiss()


def test_it_stands_by_the_tray_and_inside_the_free_area(card):
    free = QGuiApplication.primaryScreen().availableGeometry()
    card.show_prompt(HIP, QRect(2, 2, 22, 22))
    assert card.geometry().topLeft() == free.topLeft() + QPoint(12, 12)
    card.dismiss()
    card.show_prompt(HIP)
    assert free.contains(card.geometry())


def test_growing_it_keeps_its_corner(card):
    shown(card)
    bottom = card.geometry().bottom()
    card._face._enough.show()
    press(card._face._more)
    assert card.geometry().bottom() == bottom


def test_when_its_screen_goes_it_moves_to_one_that_is_there(card):
    shown(card)
    card._spot._screen = None
    card.move(5000, 5000)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(card.geometry())


def test_the_dark_card_is_dark_from_its_first_frame(make_look, qtbot):
    look = make_look(scheme="dark", reduce_motion=True)
    card = PromptCard(look)
    qtbot.addWidget(card)
    card.show_prompt(HIP)
    image = card.grab().toImage()
    grey = [
        image.pixelColor(x, y).lightnessF()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    ]
    assert sum(grey) / len(grey) < 0.3
    card.dismiss()
