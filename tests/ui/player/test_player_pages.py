"""The pages around a session: what is read before, what is asked after, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt

from deskstretch.ui.player.finish import FinishPage
from deskstretch.ui.player.first_time import FirstTimePage
from deskstretch.ui.safety.blocked import BlockedPage
from deskstretch.ui.safety.notice import NoticePage
from deskstretch.ui.safety.sign_pages import AdvicePage, EaseOffPage, EmergencyPage
from deskstretch.ui.safety.stop_signs import StopSigns
from deskstretch.words import words

WHOLE = 125.0


def names(window):
    return [fact[0] for fact in window.facts]


# Before the session


def test_the_first_session_ever_begins_with_the_notice_and_the_caution(
    qtbot, open_player
):
    window = open_player(notice_needed=True, warning_needed=True)
    assert isinstance(window.current, NoticePage)
    assert not window.current.read.isEnabled()
    assert window.facts == []
    qtbot.mouseClick(window.current.none, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.current.read, Qt.MouseButton.LeftButton)
    assert isinstance(window.current, FirstTimePage)
    assert window.facts == [("notice_read",)]
    qtbot.mouseClick(window.current.read, Qt.MouseButton.LeftButton)
    assert window.facts == [
        ("notice_read",),
        ("warning_read", "kneeling-hip-flexor"),
        ("session_started",),
    ]
    assert window.current is window.page


def test_a_red_flag_leaves_only_keep_reminders_off(qtbot, open_player):
    window = open_player(notice_needed=True)
    notice = window.current
    qtbot.mouseClick(notice.some, Qt.MouseButton.LeftButton)
    assert not notice.read.isVisible()
    qtbot.mouseClick(notice.keep_off, Qt.MouseButton.LeftButton)
    assert window.facts == [("red_flag_reported",), ("closed",)]
    assert not window.isVisible()


def test_a_changed_answer_counts(qtbot, open_player):
    window = open_player(notice_needed=True)
    notice = window.current
    qtbot.mouseClick(notice.some, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(notice.none, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(notice.read, Qt.MouseButton.LeftButton)
    assert names(window) == ["notice_read", "session_started"]


def test_closing_the_notice_starts_nothing(qtbot, open_player):
    window = open_player(notice_needed=True)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.facts == [("closed",)]


def test_while_blocked_there_is_no_way_to_a_session(qtbot, open_player):
    window = open_player(
        blocked=words("A red flag was reported."), notice_needed=True, can_clear=False
    )
    page = window.current
    assert isinstance(page, BlockedPage)
    assert not page.cleared.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    assert window.facts == [("closed",)]


def test_a_professional_s_word_is_reported_but_starts_nothing(qtbot, open_player):
    window = open_player(blocked=words("A red flag was reported."), can_clear=True)
    qtbot.mouseClick(window.current.cleared, Qt.MouseButton.LeftButton)
    assert window.facts == [("clearance_reported",), ("closed",)]


# After the session


def test_one_press_answers_shows_the_choice_and_closes(qtbot, open_player, play):
    window = open_player(finish_fact=lambda _: words("3 active days this week."))
    play(window, WHOLE)
    finish = window.current
    assert isinstance(finish, FinishPage)
    assert finish.headline == "Done. 2 minutes, both sides."
    assert not any(answer._chosen for answer in finish.answers)
    qtbot.keyClick(finish, Qt.Key.Key_2)
    qtbot.keyClick(finish, Qt.Key.Key_3)  # too late: one answer is one answer
    assert window.facts[-1] == ("felt", "same")
    assert window.isVisible()
    assert finish._choice.interval() == 600
    finish._choice.timeout.emit()
    assert window.facts[-2:] == [("felt", "same"), ("closed",)]
    assert not window.isVisible()


def test_the_first_time_asks_without_comparing(qtbot, open_player, play):
    window = open_player(first_time=True)
    play(window, WHOLE)
    qtbot.mouseClick(window.current.answers[1], Qt.MouseButton.LeftButton)
    assert window.facts[-1] == ("felt", "right")


def test_without_an_answer_it_closes_by_itself(open_player, play):
    window = open_player()
    play(window, WHOLE)
    finish = window.current
    assert finish._patience.isActive()
    assert finish._patience.interval() == 60_000
    finish._patience.timeout.emit()
    assert names(window) == ["session_started", "finished", "closed"]


def test_hurts_at_the_end_shows_the_stop_signs(qtbot, open_player, play):
    window = open_player()
    play(window, WHOLE)
    qtbot.keyClick(window.current, Qt.Key.Key_4)
    assert window.facts[-1] == ("felt", "hurts")
    signs = window.current
    assert isinstance(signs, StopSigns)
    assert not signs.page.end.isVisible()
    qtbot.mouseClick(signs.page.rows[3], Qt.MouseButton.LeftButton)
    assert window.facts[-1] == ("hurt_reported", "worse")
    qtbot.mouseClick(signs.page.leave, Qt.MouseButton.LeftButton)
    assert window.facts[-1] == ("closed",)
    assert names(window).count("finished") == 1


# Something hurts


@pytest.mark.parametrize("press", ["button", "F2", "Ctrl+."])
def test_something_hurts_pauses_and_asks(qtbot, open_player, play, press):
    window = open_player()
    play(window, 30)
    if press == "button":
        qtbot.mouseClick(window.page.bar.hurts, Qt.MouseButton.LeftButton)
    elif press == "F2":
        qtbot.keyClick(window, Qt.Key.Key_F2)
    else:
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.current, StopSigns)
    assert not window.performance.running
    assert not window.performance.beating
    assert names(window) == ["session_started"]


def test_back_to_the_stretch_comes_back_paused(qtbot, open_player, play):
    window = open_player()
    play(window, 30)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.back, Qt.MouseButton.LeftButton)
    assert window.current is window.page
    assert window.page.word.text() == "Paused"
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.performance.running


def test_a_mild_pull_offers_less_and_goes_on(qtbot, open_player, play):
    window = open_player()
    play(window, 30)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.rows[0], Qt.MouseButton.LeftButton)
    ease = window.current.page
    assert isinstance(ease, EaseOffPage)
    assert list(ease.buttons) == ["smaller", "skip", "end"]
    qtbot.mouseClick(ease.buttons["smaller"], Qt.MouseButton.LeftButton)
    assert window.current is window.page
    assert window.stage.motions[-1] == ("left", 0.5)
    assert names(window) == ["session_started"]


def test_skip_this_one_ends_without_a_question(qtbot, open_player, play):
    window = open_player()
    play(window, 30)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.rows[0], Qt.MouseButton.LeftButton)
    skip = window.current.page.buttons["skip"]
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert names(window) == ["session_started", "finished", "closed"]


def test_end_session_says_what_was_done(qtbot, open_player, play):
    window = open_player()
    play(window, 75)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.end, Qt.MouseButton.LeftButton)
    assert window.current.headline == "Stopped after 1:10. It still counts."
    assert names(window) == ["session_started", "finished"]
    assert not window.facts[-1][1].completed


def test_what_is_too_short_to_be_kept_is_not_called_counted(qtbot, open_player, play):
    window = open_player()
    play(window, 8)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.end, Qt.MouseButton.LeftButton)
    assert names(window) == ["session_started", "finished", "closed"]
    assert not window.facts[1][1].logged


def test_pressing_next_to_the_end_is_not_called_a_session(qtbot, open_player):
    window = open_player()
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Right)
    assert names(window) == ["session_started", "finished", "closed"]
    assert not window.facts[1][1].completed


@pytest.mark.parametrize(("row", "sign"), [(1, "sharp"), (2, "numb"), (3, "worse")])
def test_a_stop_sign_ends_the_session_uncounted(
    qtbot, open_player, play, clock, row, sign
):
    window = open_player()
    play(window, 60)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.rows[row], Qt.MouseButton.LeftButton)
    assert window.facts == [("session_started",), ("hurt_reported", sign)]
    assert isinstance(window.current.page, AdvicePage)
    clock.pass_(500)
    qtbot.mouseClick(window.current.page.leave, Qt.MouseButton.LeftButton)
    assert names(window) == ["session_started", "hurt_reported", "closed"]


def test_on_the_emergency_page_esc_does_nothing(qtbot, open_player, play):
    window = open_player()
    play(window, 60)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.rows[4], Qt.MouseButton.LeftButton)
    page = window.current.page
    assert isinstance(page, EmergencyPage)
    for target in (page, window):
        qtbot.keyClick(target, Qt.Key.Key_Escape)
        qtbot.keyClick(target, Qt.Key.Key_Return)
    assert window.current.page is page
    assert window.isVisible()
    qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    assert window.facts == [
        ("session_started",),
        ("hurt_reported", "emergency"),
        ("closed",),
    ]


def test_an_emergency_chosen_by_mistake_is_taken_back(qtbot, open_player, play):
    window = open_player()
    play(window, 60)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.mouseClick(window.current.page.rows[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.current.page.mistake, Qt.MouseButton.LeftButton)
    assert names(window) == ["session_started", "hurt_reported", "mistaken"]
    qtbot.mouseClick(window.current.page.back, Qt.MouseButton.LeftButton)
    assert window.current is window.page
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.performance.running


# Closing and coming back


def test_closing_under_way_pauses_and_comes_back_where_it_was(
    qtbot, open_player, play, clock
):
    window = open_player()
    play(window, 40)
    left = window.page.left.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert names(window) == ["session_started", "left"]
    assert not window.isVisible()
    clock.pass_(600)
    window.show()
    assert names(window) == ["session_started", "left"]
    assert window.page.word.text() == "Paused"
    assert window.page.left.text() == left
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.performance.running


def test_a_session_left_for_good_is_ended_with_what_was_done(open_player, play):
    window = open_player()
    play(window, 40)
    window.close()
    window.end()
    assert names(window) == ["session_started", "left", "finished", "closed"]


def test_a_closed_window_is_closed_once(open_player, play):
    window = open_player()
    play(window, WHOLE)
    window.close()
    window.close()
    assert names(window).count("closed") == 1


def test_lock_and_sleep_pause(open_player, play, clock):
    window = open_player()
    play(window, 40)
    window.hold()
    clock.pass_(3600)
    assert not window.performance.running
    assert window.performance.summary().spent_s == 35


def test_minimised_it_goes_on_without_a_picture_and_ends_in_time(
    open_player, play, clock
):
    window = open_player()
    play(window, 25)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    window.changeEvent(QEvent(QEvent.Type.WindowStateChange))
    assert not window.performance.beating
    assert window.performance.running
    shown = len(window.stage.places)
    clock.pass_(100)
    assert window.performance._end.isActive()
    window.performance._end.timeout.emit()
    assert names(window) == ["session_started", "finished"]
    assert len(window.stage.places) == shown + 1  # the calm end pose


def test_the_size_is_taken_over_and_kept_above_the_smallest(open_player):
    window = open_player(show=False)
    assert window.minimumSize() == QSize(720, 540)
    assert window.size() == QSize(1120, 740)
