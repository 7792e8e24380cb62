"""The diary window and card: ten buttons, one click, and nothing else in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from deskstretch.ui.card_face import CardView
from deskstretch.ui.diary.card_face import DiaryFace
from deskstretch.ui.diary.view import DayView
from deskstretch.ui.diary.window import CLOSES_AFTER_MS, DiaryWindow
from deskstretch.ui.prompt_card import GUARD_MS, PromptCard
from deskstretch.ui.widgets.buttons import Button
from deskstretch.words import words

ASKING = DayView(
    date(2026, 11, 20),
    words("Friday 20 November"),
    words("How stiff is your back this morning?"),
    earlier=words("Thu 19 Nov"),
)
SAVED = replace(
    ASKING,
    value=4,
    fresh=True,
    facts=words("Yesterday 3, 7-day median 3.5"),
    note="cold",
)
WORSE = replace(SAVED, asks_worse=True)
UNSAVED = replace(SAVED, unsaved=words("Your last entry is not saved yet. " * 4))
PAST = replace(SAVED, fresh=False, later=words("Fri 20 Nov"))
TOLD = replace(PAST, pain=3, side="left")
VIEWS = [ASKING, SAVED, WORSE, UNSAVED, PAST, TOLD]
CARD = CardView(words("Your morning"), words("How stiff is your back this morning?"))


@pytest.fixture
def open_window(make_look):
    made = []

    def make(view=ASKING, **choice):
        window = DiaryWindow(make_look(reduce_motion=True, **choice))
        window.show_day(view)
        window.show()
        QApplication.processEvents()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def heard(signal):
    told = []
    signal.connect(lambda *arguments: told.append(arguments))
    return told


def test_a_click_rates(open_window):
    window = open_window()
    told = heard(window.rated)
    for button in window.scale.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [(value,) for value in range(1, 11)]


def test_one_key_rates_and_nought_is_ten(open_window):
    window = open_window()
    told = heard(window.rated)
    QTest.keyClicks(window, "1")
    QTest.keyClicks(window, "9")
    QTest.keyClicks(window, "0")
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert told == [(1,), (9,), (10,), (5,)]


def test_the_arrows_move_and_space_rates(open_window):
    window = open_window()
    told = heard(window.rated)
    window.scale.buttons[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert told == [(2,)]
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert told == [(2,), (3,)]


def test_digits_in_the_note_are_a_note(open_window):
    window = open_window(SAVED)
    told, noted = heard(window.rated), heard(window.noted)
    window.note.setFocus()
    window.note.clear()
    QTest.keyClicks(window.note, "woke at 5")
    assert told == []
    QTest.keyClick(window.note, Qt.Key.Key_Return)
    assert noted == [("woke at 5",)]
    window.close()
    assert noted == [("woke at 5",)]  # told once


def test_a_note_that_did_not_change_is_not_told(open_window):
    window = open_window(SAVED)
    noted = heard(window.noted)
    window.note.setFocus()
    window.scale.buttons[0].setFocus()
    window.close()
    assert noted == []


def test_what_is_saved_is_marked_and_can_be_undone(open_window):
    window = open_window()
    undone = heard(window.undone)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    window.show_day(SAVED)
    assert [button.isChecked() for button in window.scale.buttons].index(True) == 3
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window._undo.click()
    assert len(undone) == 2
    window.show_day(ASKING)
    assert not any(button.isChecked() for button in window.scale.buttons)
    assert window._leave.text() == "Not today"


def test_it_says_saved_only_when_it_is(open_window):
    window = open_window(UNSAVED)
    assert window._saved.text.text() == "4, not saved yet"
    assert window._banner.isVisible()
    window.show_day(SAVED)
    assert window._saved.text.text() == "Saved: 4"
    assert not window._banner.isVisible()


def test_pain_and_side_are_out_of_the_way_until_wanted(open_window):
    window = open_window(SAVED)
    assert not window.pain.isVisible()
    window.pain.more.click()
    assert window.pain.isVisible()
    assert not closing(window)
    window.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not closing(window)  # somebody is telling more
    window.show_day(replace(SAVED, pain=2))
    assert window.pain.scale.buttons[2].isChecked()
    told = heard(window.pain_told)
    window.pain.scale.buttons[2].click()
    window.pain.scale.buttons[5].click()
    assert told == [(None,), (5,)]
    window.show_day(PAST)
    window.show_day(ASKING)
    assert not window.pain.isVisible()
    assert not window.pain.more.isVisible()


def test_what_was_told_of_pain_and_side_is_in_sight(open_window):
    window = open_window(TOLD)
    assert window.pain.isVisible()
    assert window.pain.scale.buttons[3].isChecked()
    assert window.pain.side.current() == "left"
    names = [one.accessibleName() for one in window.pain.scale.buttons]
    assert (names[0], names[10]) == ("0 of 10, none", "10 of 10, worst imaginable")


# Going by itself


def closing(window):
    return window._closing.isActive()


@pytest.mark.parametrize(
    ("view", "goes"),
    [(ASKING, False), (SAVED, True), (WORSE, False), (UNSAVED, False), (PAST, False)],
)
def test_it_goes_by_itself_only_with_nothing_more_to_ask(open_window, view, goes):
    window = open_window(view)
    assert closing(window) == goes
    assert window._closing.interval() == CLOSES_AFTER_MS == 4000


def test_it_stays_under_the_pointer_and_goes_after(open_window):
    window = open_window(SAVED)
    window.enterEvent(entering())
    assert not closing(window)
    window.leaveEvent(QEvent(QEvent.Type.Leave))
    assert closing(window)
    window._closing.timeout.emit()
    assert not window.isVisible()


def entering():
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent

    at = QPointF(1, 1)
    return QEnterEvent(at, at, at)


def test_it_stays_while_a_note_is_written_and_under_a_screen_reader(
    open_window, monkeypatch
):
    window = open_window(SAVED)
    window.note.setFocus()
    window._closing.timeout.emit()
    assert window.isVisible()
    QTest.keyClicks(window.note, "x")
    assert not closing(window)
    window.scale.buttons[0].setFocus()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    window._closing.timeout.emit()
    assert window.isVisible()
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    window._closing.timeout.emit()
    assert not window.isVisible()


def test_escape_closes_and_is_told_once(open_window):
    window = open_window(SAVED)
    closed = heard(window.closed)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert len(closed) == 1


# What it looks like, and what a screen reader says


def test_the_names_say_the_scale(open_window):
    window = open_window()
    names = [button.accessibleName() for button in window.scale.buttons]
    assert names[0] == "1 of 10, barely any"
    assert names[3] == "4 of 10"
    assert names[9] == "10 of 10, worst imaginable"


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_at_any_size_of_text(open_window, view, text_scale):
    window = open_window(view, text_scale=text_scale)
    for one in (*window.findChildren(QLabel), *window.findChildren(Button)):
        if not one.isVisible():
            continue
        needed = one.minimumSizeHint() if isinstance(one, Button) else one.sizeHint()
        if isinstance(one, QLabel) and one.wordWrap():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
        else:
            assert one.width() >= needed.width(), one.text()
            assert one.height() >= needed.height(), one.text()
    button = window.scale.buttons[0]
    assert button.width() >= round(44 * text_scale)
    assert button.height() >= round(48 * text_scale)


def test_at_the_usual_size_it_is_as_wide_as_drawn(open_window):
    window = open_window()
    assert window.width() == 520
    window.show_day(WORSE)
    QApplication.processEvents()
    assert window.width() == 520
    assert 300 < window.height() < 400


def test_days_beside_it_are_offered_where_there_are_any(open_window):
    window = open_window(PAST)
    wanted = heard(window.day_wanted)
    window._earlier.click()
    window._later.click()
    assert wanted == [(-1,), (1,)]
    window.show_day(replace(PAST, earlier=None))
    assert not window._earlier.isVisible()


# The card


@pytest.fixture
def card(make_look, qtbot):
    look = make_look(reduce_motion=True)
    card = PromptCard(look, face=DiaryFace(look))
    card.show_prompt(CARD)
    qtbot.waitUntil(lambda: card._seen)
    yield card
    card.dismiss()
    card.deleteLater()


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_the_card_takes_one_click_after_its_guard_and_only_one(card):
    told = heard(card.rated)
    press(card._face.scale.buttons[3])
    assert told == []  # it had not been there for half a second
    card._guard.stop()
    card._guard.timeout.emit()
    press(card._face.scale.buttons[3])
    press(card._face.scale.buttons[4])
    assert told == [(4,)]
    assert GUARD_MS == 500


def test_nothing_on_the_card_takes_the_keyboard(card):
    for button in card.findChildren(Button):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_the_other_answers_of_the_card(card):
    card._guard.stop()
    card._guard.timeout.emit()
    skipped = heard(card.skipped)
    press(card._face._skip)
    assert skipped == [()]
    card.show_prompt(CARD)
    assert not any(button.isChecked() for button in card._face.scale.buttons)


def test_the_card_is_as_wide_as_drawn(card):
    assert card.width() == 500
    assert 180 <= card.height() <= 220
