"""The small window does what the tray does, with keys and without a tray."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from deskstretch.ui.small_window import SmallWindow
from deskstretch.ui.tray_view import Offer, TrayView, Wishes
from deskstretch.words import words

COUNTING = TrayView(
    first_line=words("Hip flexor in 42 min"),
    what=words("Hip flexor in"),
    when=words("42 min"),
    movements=(
        Offer("kneeling-hip-flexor", words("Kneeling hip flexor"), words("2 min")),
    ),
)
PAUSED = replace(
    COUNTING,
    what=None,
    when=None,
    paused=True,
    first_line=words("Paused until 14:30"),
)
ALL = (
    "prompt_accepted",
    "prompt_snoozed",
    "prompt_skipped",
    "movement_chosen",
    "pause_chosen",
    "resume_chosen",
    "session_requested",
    "check_requested",
    "quit_requested",
)


@pytest.fixture
def wishes(qapp):
    return Wishes()


@pytest.fixture
def wished(wishes):
    said = []
    for name in ALL:
        getattr(wishes, name).connect(lambda *value, n=name: said.append((n, *value)))
    return said


@pytest.fixture
def window(look, wishes, qtbot):
    window = SmallWindow(look, wishes)
    qtbot.addWidget(window)
    window.show_view(COUNTING)
    window.show_window(has_tray=True)
    QApplication.processEvents()
    yield window
    window._has_tray = True


def texts(window: SmallWindow) -> list[str]:
    buttons = (
        window._first,
        window._snooze,
        window._skip,
        window._pause,
        window._more,
    )
    return [button.text() for button in buttons if button.isVisible()]


def test_it_says_what_comes_and_when(window):
    assert window._what.text() == "Hip flexor in"
    assert window._when.text() == "42 min"
    assert texts(window) == ["Stretch now", "Pause", "More"]


def test_a_sentence_stands_alone(window):
    window.show_view(PAUSED)
    assert window._what.text() == "Paused until 14:30"
    assert not window._when.isVisible()
    assert texts(window) == ["Stretch now", "Resume", "More"]


@pytest.mark.parametrize(
    ("view", "wish"),
    [
        (COUNTING, ("movement_chosen", "kneeling-hip-flexor")),
        (replace(COUNTING, prompting=True), ("prompt_accepted",)),
        (replace(COUNTING, in_session=True), ("session_requested",)),
        (replace(COUNTING, stopped=True), ("check_requested",)),
    ],
)
def test_enter_wishes_what_comes_first(window, wished, view, wish):
    window.show_view(view)
    assert window._first.hasFocus()
    QTest.keyClick(window._first, Qt.Key.Key_Space)
    assert wished == [wish]


def test_a_waiting_prompt_is_answered_with_the_keyboard(window, wished):
    window.show_view(replace(COUNTING, prompting=True))
    assert texts(window) == ["Start", "Snooze", "Skip", "More"]
    QTest.keyClick(window._snooze, Qt.Key.Key_Space)
    QTest.keyClick(window._skip, Qt.Key.Key_Space)
    assert wished == [("prompt_snoozed",), ("prompt_skipped",)]


def test_after_a_stop_sign_there_is_the_check_and_no_pause(window):
    window.show_view(replace(COUNTING, stopped=True, movements=()))
    assert texts(window) == ["Short check", "More"]


def test_resume_wishes_to_resume(window, wished):
    window.show_view(PAUSED)
    window._pause.click()
    assert wished == [("resume_chosen",)]


def test_more_is_the_menu_of_the_tray(window):
    names = [
        entry.text()
        for entry in window.menu.actions()
        if entry.isVisible() and entry.text()
    ]
    assert names[0] == "Hip flexor in 42 min"
    assert names[-1] == "&Quit DeskStretch"
    offers = [entry.text() for entry in window.menu._stretch.actions()]
    assert offers == ["Kneeling hip flexor\t2 min"]


def test_with_a_tray_it_just_closes(window, wished):
    window.close()
    assert not window.isVisible()
    assert wished == []


def test_without_a_tray_it_says_so_and_asks_once_before_it_goes(window, wished):
    window.show_window(has_tray=False)
    assert window._banner.isVisible()
    window.close()
    assert window.isVisible()
    assert window._question.isVisible()
    window._keep.click()
    assert window.isMinimized()
    window.show_window(has_tray=False)
    window.close()
    assert window.isMinimized()
    assert wished == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("has_tray", [True, False])
@pytest.mark.parametrize("view", [COUNTING, PAUSED, replace(COUNTING, prompting=True)])
def test_no_line_is_cut(make_look, wishes, qtbot, scale, has_tray, view):
    window = SmallWindow(make_look(text_scale=scale), wishes)
    qtbot.addWidget(window)
    window.show_view(view)
    window.show_window(has_tray=has_tray)
    QApplication.processEvents()
    nothing_cut(window)
    if not has_tray:
        window.close()
        QApplication.processEvents()
        assert window._question.isVisible()
        nothing_cut(window)


def nothing_cut(window) -> None:
    for text in window.findChildren(QLabel):
        if text.isVisible() and text.text():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
            assert window.rect().contains(
                QRect(text.mapTo(window, QPoint(0, 0)), text.size())
            )
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


def test_a_tray_that_comes_and_goes_leaves_no_line_cut(window):
    window.show_view(COUNTING)
    window.show_window(has_tray=True)
    for has_tray in (False, True, False):
        window.set_has_tray(has_tray=has_tray)
        QApplication.processEvents()
        nothing_cut(window)
