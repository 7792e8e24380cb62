"""The diary in the running app: asked once a day, one click, and what may follow."""

from datetime import date, timedelta

import pytest
from conftest import READ
from outside import START
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from deskstretch.diary.database import File, Refused
from deskstretch.diary.records import Entry, FollowUp
from deskstretch.reminders import events
from deskstretch.reminders.effects import ShowPrompt, WithdrawPrompt
from deskstretch.ui.safety.sign_pages import AdvicePage
from deskstretch.words import words

TODAY = START.date()
YESTERDAY = TODAY - timedelta(days=1)
TYPING_PAUSE_S = 3.0
AFTER_RETURN_S = 5 * 60
"""Nothing but a return card comes in these minutes of desk time."""
WITH_DIARY = f"""{READ}
[[reminder]]
name = "diary"
does = "diary"
kind = "daily"
at = "first-use"
"""


def asked(here):
    return [one for one in here.effects if isinstance(one, ShowPrompt)]


def withdrawn(here):
    return [one.why for one in here.effects if isinstance(one, WithdrawPrompt)]


def on_screen(here):
    """Work until it is asked, pause from typing, and have the card on the screen."""
    here.passes(AFTER_RETURN_S)
    here.idle.rests(TYPING_PAUSE_S)
    here.idle.touches()
    assert here.card is not None
    assert here.card.face is not None
    here.card.became_visible.emit()
    return here.card


def window(here):
    return here.desk.diary._window


def opened(here):
    here.tray.diary_requested.emit()
    return window(here)


def did_something_yesterday(here, worked_s=100):
    started = START - timedelta(days=1)
    here.store.add_session(
        "lat-stretch", "desk", started, started, worked_s, completed=True
    )


def hints(here):
    return here.tray.view.diary_filled


# The question


def test_the_first_input_of_the_day_asks_for_the_diary_before_anything_else(app):
    here = app(READ, diary=True)
    here.passes(AFTER_RETURN_S)
    assert [one.does for one in asked(here)] == ["diary"]
    assert str(here.tray.view.first_line) == "Diary is ready when you are"
    here.idle.rests(TYPING_PAUSE_S)
    view = here.card.view
    assert str(view.title) == "How stiff is your back this morning?"
    assert str(view.why) == "Your morning"
    assert here.phase == "prompting"


def test_one_click_on_the_card_saves_it_and_shows_what_was_saved(app):
    here = app(WITH_DIARY)
    assert not hints(here)
    on_screen(here).rated.emit(4)
    entry = here.store.entry(TODAY)
    assert (entry.stiffness, entry.written) == (4, here.clock.now().wall)
    assert not here.card.open
    assert here.answers == ["accepted"]
    assert here.phase == "counting"
    assert hints(here)
    shown = window(here)
    assert shown.isVisible()
    assert shown._saved.text.text() == "Saved: 4"
    assert shown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_is_not_asked_again_that_day_and_again_the_next(app):
    here = app(WITH_DIARY)
    on_screen(here).rated.emit(4)
    here.effects.clear()
    here.idle.rests(4 * 3600)
    here.idle.touches()
    assert asked(here) == []
    here.idle.rests(20 * 3600)
    here.idle.touches()
    here.passes(AFTER_RETURN_S)
    assert [one.does for one in asked(here)] == ["diary"]
    assert not hints(here)


@pytest.mark.parametrize("press", ["skipped", "time"])
def test_not_today_and_no_answer_are_the_end_of_it_for_the_day(app, press):
    here = app(WITH_DIARY)
    card = on_screen(here)
    if press == "skipped":
        card.skipped.emit()
    else:
        here.passes(46)
    here.effects.clear()
    here.passes(3 * 3600)
    assert asked(here) == []
    assert here.store.entries() == []
    assert not hints(here)
    assert here.answers == ["skipped" if press == "skipped" else "not-answered"]


def test_a_snoozed_question_comes_again(app):
    here = app(WITH_DIARY)
    on_screen(here).snoozed.emit(None)
    here.passes(10 * 60 + 1)
    assert [one.again for one in asked(here)] == [False, True]


def test_as_a_notification_it_opens_the_window(app):
    here = app(f'{WITH_DIARY}\n[prompt]\nshow_as = "notification"\n')
    here.passes(AFTER_RETURN_S)
    sent = here.backend.last
    assert sent.title == "How stiff is your back this morning?"
    assert len(sent.title) <= 40
    assert sent.body == "Your morning. One click saves it."
    assert list(sent.actions.values()) == ["Fill in", "Snooze 10 min", "Not today"]
    here.parts.notifier.action_chosen.emit(sent.id, "start")
    assert window(here).isVisible()
    assert here.phase == "counting"


def test_a_diary_filled_in_elsewhere_is_not_asked_for(app):
    here = app(WITH_DIARY, at_work=False)
    here.store.put_entry(Entry(TODAY, 3, START))
    here.idle.touches()
    here.passes(AFTER_RETURN_S)
    assert here.phase == "counting"
    assert here.card is None
    assert withdrawn(here) == ["done"]
    assert here.store.prompts(TODAY) == []


def test_the_tray_opens_it_and_that_answers_the_card(app):
    here = app(WITH_DIARY)
    on_screen(here)
    assert opened(here).isVisible()
    assert not here.card.open
    assert here.answers == ["accepted"]
    assert here.phase == "counting"


def test_filling_it_in_while_its_card_is_open_takes_the_card_away(app):
    here = app(WITH_DIARY)
    on_screen(here)
    assert here.tells("diary-add", stiffness="5")["exit"] == 0
    assert not here.card.open
    assert withdrawn(here) == ["done"]
    assert hints(here)


def test_it_is_filled_in_beside_a_session_and_ends_none(app):
    here = app()
    here.desk.sessions.open("kneeling-hip-flexor")
    assert here.phase == "session"
    opened(here).rated.emit(2)
    assert here.phase == "session"
    assert here.store.entry(TODAY).stiffness == 2


# The window


def test_a_second_click_edits_and_undo_goes_back_one_by_one(app):
    here = app()
    shown = opened(here)
    shown.scale.buttons[3].click()
    shown.scale.buttons[5].click()
    assert [one.stiffness for one in here.store.entries()] == [6]
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.stiffness for one in here.store.entries()] == [4]
    shown._undo.click()
    assert here.store.entries() == []
    assert not hints(here)
    assert shown._question.isVisible()


def test_one_key_saves(app):
    here = app()
    shown = opened(here)
    QTest.keyClick(shown, Qt.Key.Key_0)
    assert here.store.entry(TODAY).stiffness == 10
    QTest.keyClick(shown, Qt.Key.Key_7)
    assert here.store.entry(TODAY).stiffness == 7


def test_a_note_is_kept_when_it_is_done_and_keys_in_it_rate_nothing(app):
    here = app()
    shown = opened(here)
    shown.rated.emit(4)
    shown.note.setFocus()
    QTest.keyClicks(shown.note, "woke at 5")
    assert here.store.entry(TODAY).note == ""
    QTest.keyClick(shown.note, Qt.Key.Key_Return)
    assert here.store.entry(TODAY).note == "woke at 5"
    assert here.store.entry(TODAY).stiffness == 4
    shown.note.setText("woke at 6")
    shown.close()
    assert here.store.entry(TODAY).note == "woke at 6"


def test_pain_and_side_are_told_apart_from_stiffness_and_can_be_taken_back(app):
    here = app()
    shown = opened(here)
    shown.rated.emit(4)
    assert not shown.pain.isVisible()
    shown.pain.more.click()
    shown.pain.scale.buttons[0].click()
    shown.pain.side.chosen.emit("left")
    entry = here.store.entry(TODAY)
    assert (entry.stiffness, entry.pain, entry.side) == (4, 0, "left")
    shown.pain.scale.buttons[0].click()
    shown.pain.side.chosen.emit("")
    entry = here.store.entry(TODAY)
    assert (entry.stiffness, entry.pain, entry.side) == (4, None, None)


def test_quitting_keeps_the_note_that_is_being_written(app):
    here = app()
    shown = opened(here)
    shown.rated.emit(4)
    shown.note.setText("half a sen")
    here.desk.end()
    assert here.store.entry(TODAY).note == "half a sen"


def test_days_before_can_be_filled_in_a_week_back_and_none_ahead(app):
    here = app()
    shown = opened(here)
    assert not shown._later.isVisible()
    assert shown._earlier.text() == "Sun 1 Mar"
    shown._earlier.click()
    shown.rated.emit(8)
    assert [(one.day, one.stiffness) for one in here.store.entries()] == [
        (YESTERDAY, 8)
    ]
    assert not hints(here)  # it says something of today
    for _ in range(6):
        shown._earlier.click()
    assert not shown._earlier.isVisible()
    assert shown._date.text() == "Monday 23 February"
    for _ in range(7):
        shown._later.click()
    assert shown._date.text() == "Monday 2 March"


def test_the_facts_are_those_of_the_day_before_and_the_median(app):
    here = app()
    for days, value in ((1, 3), (2, 5), (3, 4)):
        day = TODAY - timedelta(days=days)
        here.store.put_entry(Entry(day, value, START - timedelta(days=days)))
    shown = opened(here)
    shown.rated.emit(6)
    assert shown._facts.text() == "Yesterday 3, 7-day median 4.5"


def test_before_four_in_the_morning_it_is_still_yesterday(app):
    here = app()
    here.clock.awake_s += 17 * 3600  # 02:00
    shown = opened(here)
    assert shown._date.text() == "Monday 2 March"
    shown.rated.emit(5)
    assert [one.day for one in here.store.entries()] == [TODAY]


# The day after a session


def test_the_day_after_a_session_it_asks_once_and_no_is_an_answer(app):
    here = app()
    did_something_yesterday(here)
    shown = opened(here)
    assert not shown.worse.isVisible()
    shown.rated.emit(4)
    assert shown.worse.isVisible()
    shown.worse.no.click()
    assert not shown.worse.isVisible()
    assert [one.answer for one in here.store.follow_ups()] == ["no"]
    assert here.phase == "counting"
    shown.close()
    again = opened(here)
    assert not again.worse.isVisible()


def test_worse_leads_to_the_advice_and_stops_everything(app):
    here = app()
    did_something_yesterday(here)
    shown = opened(here)
    shown.rated.emit(7)
    shown.worse.yes.click()
    assert here.phase == "stopped"
    assert here.driver.status().stop is not None
    signs = here.desk.windows._signs
    assert signs.isVisible()
    assert isinstance(signs.signs.page, AdvicePage)
    assert [one.answer for one in here.store.follow_ups()] == ["yes"]
    assert [one.sign for one in here.store.stops()] == ["worse"]
    assert window(here) is None


def test_closing_the_window_on_the_question_is_the_end_of_it(app):
    here = app()
    did_something_yesterday(here)
    opened(here).rated.emit(4)
    window(here).close()
    assert here.store.follow_ups() == [
        FollowUp(TODAY, "not-answered", here.clock.now().wall)
    ]
    assert not opened(here).worse.isVisible()


def test_without_a_session_yesterday_nothing_is_asked(app):
    here = app()
    started = START - timedelta(days=2)
    here.store.add_session("a", "b", started, started, 100, completed=True)
    did_something_yesterday(here, worked_s=0)
    opened(here).rated.emit(4)
    assert not window(here).worse.isVisible()
    window(here)._earlier.click()
    window(here).rated.emit(4)
    assert not window(here).worse.isVisible()  # nor about days before


# The disk


def test_what_the_disk_refuses_is_said_and_tried_again(app, monkeypatch):
    here = app()
    works = File.write
    monkeypatch.setattr(File, "write", refuse)
    shown = opened(here)
    shown.rated.emit(4)
    assert shown._saved.text.text() == "4, not saved yet"
    assert shown._banner.isVisible()
    assert shown._banner._text.text().startswith("Your last entry is not saved yet.")
    shown._banner.retry.click()
    assert shown._banner.isVisible()
    monkeypatch.setattr(File, "write", works)
    shown._banner.retry.click()
    assert shown._saved.text.text() == "Saved: 4"
    assert not shown._banner.isVisible()
    assert here.store.unsaved == 0


def refuse(_file, _batch):
    raise Refused(words("the disk is full"))


# The commands


def test_an_entry_from_a_shell_is_written_by_the_running_app(app):
    here = app()
    told = here.tells("diary-add", stiffness="4", note="cold", pain="2", side="left")
    assert (told["exit"], told["out"]) == (0, "Saved: 4 for Monday 2 March.")
    assert here.store.entries() == [
        Entry(TODAY, 4, here.clock.now().wall, 2, "left", "cold")
    ]
    here.tells("diary-add", stiffness="5", date="2026-03-01")
    assert here.store.entry(date(2026, 3, 1)).stiffness == 5
    here.tells("diary-add", stiffness="6")
    kept = here.store.entry(TODAY)
    assert (kept.stiffness, kept.note, kept.pain) == (6, "cold", 2)
    assert hints(here)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stiffness": "0"},
        {"stiffness": "11"},
        {"stiffness": "four"},
        {},
        {"stiffness": "4", "date": "2026-03-03"},
        {"stiffness": "4", "date": "tomorrow"},
        {"stiffness": "4", "pain": "11"},
        {"stiffness": "4", "side": "top"},
        {"stiffness": "4", "note": "x" * 1001},
    ],
)
def test_what_makes_no_entry_is_refused_in_a_sentence(app, wrong):
    here = app()
    told = here.tells("diary-add", **wrong)
    assert told["exit"] == 2
    assert told["err"].endswith(".")
    assert here.store.entries() == []


def test_the_card_can_be_asked_for_until_it_is_filled_in(app):
    here = app()
    assert here.tells("prompt", slug="diary")["exit"] == 0
    assert here.card.face is not None
    here.card.became_visible.emit()
    here.card.rated.emit(3)
    assert here.tells("prompt", slug="diary") == {
        "exit": 1,
        "out": None,
        "err": "The diary is filled in for today.",
    }


def test_a_stop_sign_and_its_end_are_kept(app):
    here = app()
    here.desk.windows.hurt_reported.emit("numb")
    here.passes(30 * 3600)
    here.idle.touches()
    here.desk.windows.show_check()
    here.desk.windows._check.check_answered.emit(True, True)
    (stop,) = here.store.stops()
    assert (stop.sign, stop.stopped, stop.seen) == ("numb", START, True)
    assert stop.checked == here.clock.now().wall


def test_a_sign_taken_back_is_kept_as_a_mistake(app):
    here = app()
    here.desk.windows.hurt_reported.emit("emergency")
    here.desk.windows.hurt_mistaken.emit()
    (stop,) = here.store.stops()
    assert stop.mistaken


def test_the_driver_knows_of_no_session_by_the_diary(app):
    here = app()
    here.driver.dispatch(events.Finished("diary"))
    assert here.driver.status().session is None


def test_a_session_is_kept_with_how_much_of_it_was_shown(app):
    here = app()
    here.desk.sessions.open("kneeling-hip-flexor")
    player = here.player()
    here.clock.awake_s += 40
    player.performance.show_now()
    player.performance.make_easier()
    here.desk.sessions.end()
    assert [one.shown for one in here.store.sessions(TODAY)] == [0.5]
