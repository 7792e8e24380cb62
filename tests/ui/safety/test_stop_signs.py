"""The stop signs and the short check in windows of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from deskstretch.coaching.safety import SIGNS
from deskstretch.ui.safety.notice import NoticePage
from deskstretch.ui.safety.sign_pages import AdvicePage, AskPage, EmergencyPage
from deskstretch.ui.safety.windows import CheckWindow, StopSignsWindow
from deskstretch.words import words

LEFT = Qt.MouseButton.LeftButton


def facts_of(window, *names):
    facts = []

    def keep(name):
        return lambda *values: facts.append((name, *values))

    for name in names:
        getattr(window, name).connect(keep(name))
    return facts


@pytest.fixture
def signs_window(qtbot, look):
    window = StopSignsWindow(look)
    window.facts = facts_of(window, "hurt_reported", "mistaken", "closed")
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def open_check(qtbot, look):
    def open_(**options):
        window = CheckWindow(look, **options)
        window.facts = facts_of(window, "check_answered", "hurt_reported", "closed")
        qtbot.addWidget(window)
        window.show()
        return window

    return open_


def answer(qtbot, window, *answers):
    for row, yes in zip(window.questions.rows, answers, strict=True):
        qtbot.mouseClick(row.yes if yes else row.no, LEFT)
    qtbot.mouseClick(window.questions.done, LEFT)


def test_all_five_signs_are_asked_and_none_is_chosen(signs_window):
    rows = signs_window.signs.page.rows
    assert len(rows) == len(SIGNS) == 5
    assert rows[0].accessibleName() == (
        "A strong pull or mild ache. It eases as soon as you back off"
    )
    assert not signs_window.signs.page.end.isVisible()
    assert not any(button.isDefault() for button in rows)


def test_a_sign_is_reported_before_its_advice_is_read(qtbot, signs_window):
    qtbot.mouseClick(signs_window.signs.page.rows[2], LEFT)
    assert signs_window.facts == [("hurt_reported", "numb")]
    page = signs_window.signs.page
    assert isinstance(page, AdvicePage)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert signs_window.facts == [("hurt_reported", "numb"), ("closed",)]


def test_a_mild_pull_reports_nothing(qtbot, signs_window):
    qtbot.mouseClick(signs_window.signs.page.rows[0], LEFT)
    assert signs_window.facts == []
    qtbot.keyClick(signs_window.signs.page, Qt.Key.Key_Escape)
    assert len(signs_window.signs.page.rows) == 5
    qtbot.keyClick(signs_window.signs.page, Qt.Key.Key_Escape)
    assert signs_window.facts == [("closed",)]


def test_up_and_down_move_and_enter_chooses(qtbot, signs_window):
    signs_window.activateWindow()
    page = signs_window.signs.page
    page.rows[0].setFocus()
    for _ in range(9):
        qtbot.keyClick(page.rows[0].window().focusWidget(), Qt.Key.Key_Down)
    assert signs_window.focusWidget() is page.rows[4]
    qtbot.keyClick(signs_window.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(signs_window.focusWidget(), Qt.Key.Key_Return)
    assert signs_window.facts == [("hurt_reported", "worse")]


def test_the_emergency_can_be_taken_back_and_closing_keeps_it(qtbot, signs_window):
    qtbot.mouseClick(signs_window.signs.page.rows[4], LEFT)
    assert isinstance(signs_window.signs.page, EmergencyPage)
    qtbot.keyClick(signs_window.signs.page, Qt.Key.Key_Escape)
    assert signs_window.isVisible()
    qtbot.mouseClick(signs_window.signs.page.mistake, LEFT)
    assert signs_window.facts == [
        ("hurt_reported", "emergency"),
        ("mistaken", "emergency"),
    ]
    qtbot.mouseClick(signs_window.signs.page.rows[4], LEFT)
    signs_window.close()
    assert signs_window.facts[2:] == [("hurt_reported", "emergency"), ("closed",)]


def test_the_red_row_is_in_sight_at_the_smallest_size_and_largest_text(
    qtbot, make_look
):
    window = StopSignsWindow(make_look(text_scale=1.5))
    qtbot.addWidget(window)
    window.resize(720, 540)
    window.show()
    row = window.signs.page.rows[-1]
    place = row.mapTo(window, row.rect().bottomLeft())
    footer = window.signs.page.back.mapTo(window, row.rect().topLeft())
    assert place.y() < footer.y()
    assert row.visibleRegion().boundingRect() == row.rect()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_text_is_at_least_17_px_and_buttons_46_high(qtbot, make_look, scale):
    look = make_look(text_scale=scale)
    window = StopSignsWindow(look)
    check = CheckWindow(look, asks_seen=True)
    notice = NoticePage(look)
    for shown in (window, check, notice):
        qtbot.addWidget(shown)
        shown.show()
    seen = 0
    for row in (None, 0, 1, 4):
        if row is not None:
            window.signs.ask()
            qtbot.mouseClick(window.signs.page.rows[row], LEFT)
        for page in (window.signs.page, check, notice):
            for label in page.findChildren(QLabel):
                if label.isVisible() and label.text():
                    assert QFontInfo(label.font()).pixelSize() >= 17, label.text()
                    seen += 1
            for button in page.findChildren(QPushButton):
                if button.isVisible():
                    assert button.height() >= 46, button.text()
                    seen += 1
    assert seen > 100


def test_a_notice_too_long_for_its_window_scrolls_by_keys(qtbot, make_look):
    notice = NoticePage(make_look(text_scale=1.5))
    qtbot.addWidget(notice)
    notice.resize(720, 540)
    notice.show()
    bar = notice._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(notice.none, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(notice.none, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_the_check_waits_for_every_answer(qtbot, open_check):
    check = open_check(asks_seen=True)
    questions = check.questions
    assert len(questions.rows) == 5
    for row in questions.rows:
        assert not questions.done.isEnabled()
        assert row.answer is None
        qtbot.mouseClick(row.no, LEFT)
    assert questions.done.isEnabled()
    assert check.facts == []


def test_all_clear_is_told_once_with_whether_someone_has_seen_it(qtbot, open_check):
    check = open_check(asks_seen=True)
    answer(qtbot, check, False, False, False, False, True)
    qtbot.mouseClick(check.questions.done, LEFT)
    assert check.facts == [("check_answered", True, True)]
    check.show_outcome(words("Stretches and reminders are on again. Start small."))
    assert check.page.text.text().startswith("Stretches and reminders are on again.")
    qtbot.mouseClick(check.page.leave, LEFT)
    assert check.facts[-1] == ("closed",)


def test_not_seen_is_told_as_it_was_answered(qtbot, open_check):
    check = open_check(asks_seen=True)
    answer(qtbot, check, False, False, False, False, False)
    assert check.facts == [("check_answered", True, False)]


def test_without_the_question_nothing_is_told_about_it(qtbot, open_check):
    check = open_check(asks_seen=False)
    answer(qtbot, check, False, True, False, False)
    assert check.facts == [("check_answered", False, None)]


def test_an_emergency_found_by_the_check_is_an_emergency(qtbot, open_check):
    check = open_check(asks_seen=False)
    answer(qtbot, check, False, False, False, True)
    assert check.facts == [
        ("hurt_reported", "emergency"),
        ("check_answered", False, None),
    ]
    assert isinstance(check.page, EmergencyPage)
    check.show_outcome(words("Then leave stretching for now."))
    qtbot.keyClick(check, Qt.Key.Key_Escape)
    assert isinstance(check.page, EmergencyPage)
    assert check.isVisible()


def test_too_early_only_says_when(qtbot, open_check):
    check = open_check(asks_seen=True, opens_on=words("The check opens tomorrow."))
    assert check.page.text.text() == "The check opens tomorrow."
    qtbot.mouseClick(check.page.leave, LEFT)
    assert check.facts == [("closed",)]


def test_not_now_answers_nothing(qtbot, open_check):
    check = open_check(asks_seen=True)
    qtbot.mouseClick(check.questions.rows[0].no, LEFT)
    qtbot.mouseClick(check.questions.leave, LEFT)
    assert check.facts == [("closed",)]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_rows_are_46_pixels_high_and_all_in_sight_at_the_smallest_size(
    make_look, qtbot, scale
):
    page = AskPage(make_look(text_scale=scale), in_session=True)
    qtbot.addWidget(page)
    page.resize(720, 540)
    page.show()
    QApplication.processEvents()
    assert min(row.height() for row in page.rows) >= 46
    last = page.rows[-1]
    port = page._scroll.viewport()
    assert port.rect().contains(QRect(last.mapTo(port, QPoint(0, 0)), last.size())), (
        "the emergency is in sight without scrolling"
    )


def test_the_emergency_page_scrolls_only_for_what_is_out_of_sight(look, qtbot):
    page = EmergencyPage(look)
    qtbot.addWidget(page)
    page.resize(720, 540)
    page.show()
    QApplication.processEvents()
    assert page._scroll.verticalScrollBar().maximum() == 0
    page.resize(720, 330)
    QApplication.processEvents()
    bar = page._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    port = page._scroll.viewport()
    last = page.body.itemAt(page.body.count() - 2).widget()
    assert last.mapTo(port, last.rect().bottomLeft()).y() <= port.height()
