"""From the planner's prompt to the person's answer, in every way a prompt is shown."""

import pytest
from conftest import EVER, READ
from PySide6.QtCore import QTimer

from deskstretch.reminders import events
from deskstretch.reminders.effects import ShowPrompt
from deskstretch.ui.prompt_card import PromptCard

DESK_TIME_S = 90 * 60
TYPING_PAUSE_S = 3.0
FIVE_MINUTES_MS = 5 * 60 * 1000


def shown_as(way):
    return f'{READ}\n[prompt]\nshow_as = "{way}"\n'


def due(here):
    """Sit until the hip flexor is due, typing all the time."""
    here.passes(DESK_TIME_S)
    assert here.phase == "prompting"


def on_screen(here):
    """Sit until it is due, pause from typing, and have the card on the screen."""
    due(here)
    if here.idle.can_tell:
        here.idle.rests(TYPING_PAUSE_S)
        here.idle.touches()
    here.card.became_visible.emit()


def patience(here):
    timers = here.desk.prompting.findChildren(QTimer)
    (found,) = [one for one in timers if one.interval() == FIVE_MINUTES_MS]
    return found


def prompts(here):
    return here.store.prompts(since=EVER)


def said(view):
    return str(view.title), str(view.why), str(view.duration), str(view.place)


# When it comes onto the screen


def test_a_desk_time_card_waits_for_a_pause_in_typing(app):
    here = app()
    due(here)
    assert here.card is None
    assert TYPING_PAUSE_S in here.idle.open
    assert patience(here).isActive()
    here.idle.rests(2.9)
    here.idle.touches()
    assert here.card is None
    here.idle.rests(3)
    assert [said(one) for one in here.card.views] == [
        ("Hip flexor stretch?", "90 min of sitting", "2 min", "Pad")
    ]
    assert here.card.figures != [None]
    assert TYPING_PAUSE_S not in here.idle.open
    assert not patience(here).isActive()
    here.idle.touches()
    here.idle.rests(10)
    assert len(here.card.views) == 1
    assert prompts(here) == []
    here.card.became_visible.emit()
    assert here.answers == [None]


def test_somebody_who_never_stops_typing_is_asked_after_five_minutes(app):
    here = app()
    due(here)
    here.passes(300)
    patience(here).timeout.emit()
    assert len(here.card.views) == 1
    assert TYPING_PAUSE_S not in here.idle.open
    here.idle.rests(4)
    assert len(here.card.views) == 1


def test_a_card_on_return_waits_for_nothing(app):
    here = app()
    here.passes(60)
    here.idle.rests(8 * 60)
    assert here.phase == "away"
    here.idle.touches()
    here.passes(60)
    assert [said(one) for one in here.card.views] == [
        ("Quick lat stretch?", "You were away 8 min", "40 s", "At your desk")
    ]
    assert TYPING_PAUSE_S not in here.idle.open
    assert not patience(here).isActive()


@pytest.mark.parametrize("way", ["card", "notification", "tray"])
def test_whoever_wants_no_waiting_is_asked_at_once(app, way):
    here = app(f"{shown_as(way)}wait_for_typing = false\n")
    due(here)
    assert TYPING_PAUSE_S not in here.idle.open
    assert (here.card is not None) == (way == "card")
    assert len(here.backend.sent) == (way == "notification")


@pytest.mark.parametrize("way", ["notification", "tray"])
def test_only_a_card_waits_for_a_pause_in_typing(app, way):
    here = app(shown_as(way))
    due(here)
    assert TYPING_PAUSE_S not in here.idle.open
    assert here.card is None
    assert len(here.backend.sent) == (way == "notification")


def test_where_nothing_tells_of_typing_the_card_comes_at_once(app):
    here = app(idle=None)
    due(here)
    assert len(here.card.views) == 1


def test_a_prompt_that_goes_while_it_waits_leaves_nothing_behind(app):
    here = app()
    due(here)
    here.driver.dispatch(events.Paused(None))
    assert TYPING_PAUSE_S not in here.idle.open
    assert not patience(here).isActive()
    here.idle.rests(4)
    assert here.card is None
    assert prompts(here) == []
    assert here.desk.prompting.prompt is None


# How long it stays


def test_the_time_out_runs_from_when_it_is_really_visible(app):
    here = app()
    due(here)
    here.idle.rests(TYPING_PAUSE_S)
    here.idle.touches()
    here.passes(120)
    assert here.card.open
    here.card.became_visible.emit()
    here.passes(44.9)
    assert here.card.open
    assert here.answers == [None]
    here.passes(0.2)
    assert not here.card.open
    assert here.answers == ["not-answered"]
    assert here.phase == "counting"


def test_the_time_stands_while_the_pointer_is_over_it(app):
    here = app()
    on_screen(here)
    here.passes(40)
    here.card.pointer_changed.emit(True)
    here.passes(200)
    assert here.card.open
    here.card.pointer_changed.emit(False)
    here.passes(4)
    assert here.card.open
    here.passes(2)
    assert here.answers == ["not-answered"]


def test_a_pointer_that_leaves_with_the_card_is_no_matter(app):
    here = app()
    on_screen(here)
    here.card.skipped.emit()
    here.card.pointer_changed.emit(False)
    assert here.answers == ["skipped"]


# What is answered


@pytest.mark.parametrize(
    ("press", "answer", "phase"),
    [
        (lambda card: card.started.emit(), "accepted", "session"),
        (lambda card: card.snoozed.emit(None), "snoozed", "counting"),
        (lambda card: card.skipped.emit(), "skipped", "counting"),
        (lambda card: card.enough_chosen.emit(), "enough", "paused"),
    ],
)
def test_an_answer_is_kept_and_reaches_the_planner(app, press, answer, phase):
    here = app()
    on_screen(here)
    press(here.card)
    assert here.answers == [answer]
    assert here.phase == phase
    assert not here.card.open
    assert (here.player() is not None) == (answer == "accepted")
    assert here.desk.prompting.prompt is None
    assert prompts(here)[0].answered == here.clock.now().wall


@pytest.mark.parametrize(("seconds", "minutes"), [(None, 10), (300.0, 5), (1800.0, 30)])
def test_a_snoozed_card_comes_again_after_that_much_desk_time(app, seconds, minutes):
    here = app()
    on_screen(here)
    here.card.snoozed.emit(seconds)
    here.passes(minutes * 60 - 1)
    assert here.phase == "counting"
    here.passes(2)
    here.idle.rests(TYPING_PAUSE_S)
    here.card.became_visible.emit()
    assert here.answers == ["snoozed", None]
    assert [one.again for one in prompts(here)] == [0, 1]


def test_start_opens_what_was_asked_and_the_session_knows_its_card(app):
    here = app()
    on_screen(here)
    here.card.started.emit()
    here.passes(30)
    here.player().performance.show_now()
    here.desk.sessions.end()
    (session,) = here.store.sessions(since=EVER)
    assert session.slug == "kneeling-hip-flexor"
    assert session.prompt_id == prompts(here)[0].id


def test_enough_is_offered_from_the_third_prompt_of_the_day_on(app):
    here = app()
    for _ in range(3):
        on_screen(here)
        here.card.skipped.emit()
    assert [one.offer_enough for one in here.card.views] == [False, False, True]
    here.driver.dispatch(events.Paused("tomorrow"))
    here.passes(24 * 3600)
    here.idle.touches()
    here.driver.dispatch(events.Resumed())
    on_screen(here)
    assert not here.card.view.offer_enough


def test_the_office_shows_and_starts_the_standing_version(app):
    here = app(f'{READ}\n[place]\nat = "office"\n')
    on_screen(here)
    assert said(here.card.view)[0] == "Hip flexor stretch?"
    assert said(here.card.view)[3] == "At your desk"
    here.card.started.emit()
    here.passes(30)
    here.player().performance.show_now()
    here.desk.sessions.end()
    (session,) = here.store.sessions(since=EVER)
    assert session.slug == "standing-hip-flexor"


# What takes it away


@pytest.mark.parametrize(
    ("event", "phase"),
    [
        (events.Paused(None), "paused"),
        (events.Enough(), "paused"),
        (events.Hurt("sharp"), "stopped"),
        (events.Busy(frozenset({"microphone"})), "quiet"),
        (events.Locked(), "away"),
        (events.Opened("lat-stretch"), "session"),
        (events.Finished("kneeling-hip-flexor"), "counting"),
    ],
)
def test_what_is_withdrawn_was_nobodys_answer(app, event, phase):
    here = app()
    on_screen(here)
    here.driver.dispatch(event)
    assert not here.card.open
    assert here.answers == ["withdrawn"]
    assert here.phase == phase


@pytest.mark.parametrize("press", ["started", "snoozed", "skipped", "enough_chosen"])
def test_a_press_that_comes_after_the_card_was_withdrawn_is_no_second_answer(
    app, press
):
    here = app()
    on_screen(here)
    here.driver.dispatch(events.Paused(None))
    signal = getattr(here.card, press)
    signal.emit(*([None] if press == "snoozed" else []))
    assert here.answers == ["withdrawn"]
    assert here.phase == "paused"
    assert here.player() is None


@pytest.mark.parametrize("press", ["snoozed", "skipped", "enough_chosen"])
def test_an_answer_in_the_very_moment_of_the_time_out_is_one_answer(app, press):
    here = app()
    on_screen(here)
    here.clock.awake_s += 45.2  # the wake-up is a little late
    signal = getattr(here.card, press)
    signal.emit(*([None] if press == "snoozed" else []))
    here.driver.dispatch(events.Tick())
    assert len(here.answers) == 1
    assert here.answers[0] is not None
    assert not here.card.open


def test_quitting_with_a_card_open_keeps_it_as_nobodys_answer(app):
    here = app()
    on_screen(here)
    here.desk.end()
    assert not here.card.open
    assert here.answers == ["withdrawn"]
    assert here.tray.hidden


# Settings that change while it is open


def test_a_reminder_that_is_switched_off_takes_its_card_along(app):
    here = app()
    on_screen(here)
    here.parts.live.put({"reminder.hip-flexor.enabled": False})
    assert not here.card.open
    assert here.answers == ["withdrawn"]
    assert here.phase == "counting"


def test_a_new_snooze_length_leaves_the_open_card_alone(app):
    here = app()
    on_screen(here)
    here.parts.live.put({"limits.snooze": 1800.0})
    assert here.card.open
    assert len(here.card.views) == 1
    here.card.snoozed.emit(300.0)
    assert here.answers == ["snoozed"]
    here.passes(301)
    here.idle.rests(TYPING_PAUSE_S)
    assert [str(one.snooze) for one in here.card.views] == ["10 min", "30 min"]


@pytest.mark.parametrize("way", ["notification", "tray"])
def test_another_way_of_showing_holds_from_the_next_prompt_on(app, way):
    here = app()
    on_screen(here)
    here.parts.live.put({"prompt.show_as": way})
    assert here.card.open
    here.card.snoozed.emit(None)
    assert here.answers == ["snoozed"]
    here.passes(10 * 60 + 1)
    assert len(here.card.views) == 1
    assert len(here.backend.sent) == (way == "notification")


def test_settings_that_do_not_concern_it_leave_the_card_alone(app):
    here = app()
    on_screen(here)
    here.parts.live.put({"appearance.theme": "dark"})
    assert here.card.open
    assert here.answers == [None]
    assert len(here.card.views) == 1


# Notifications, and the icon alone


def test_a_card_that_does_not_get_onto_the_screen_becomes_a_notification(app, caplog):
    here = app()
    due(here)
    here.idle.rests(TYPING_PAUSE_S)
    here.idle.touches()
    here.card.not_shown.emit()
    (sent,) = here.backend.sent
    assert (sent.title, sent.body, dict(sent.actions)) == (
        "Hip flexor stretch?",
        "90 min of sitting. Takes 2 min. Pad.",
        {"start": "Start", "snooze": "Snooze 10 min", "skip": "Skip"},
    )
    here.backend.appears()
    assert here.answers == [None]
    here.backend.presses("start")
    assert here.answers == ["accepted"]
    assert here.player() is not None
    assert "did not get onto the screen" in caplog.text


def test_a_notification_on_return_asks_before_one_sits(app):
    here = app(shown_as("notification"))
    here.passes(60)
    here.idle.rests(8 * 60)
    here.idle.touches()
    here.passes(60)
    assert here.backend.last.title == "Lat stretch before you sit?"
    assert here.backend.last.body == ("You were away 8 min. Takes 40 s. At your desk.")


def test_where_no_window_can_be_placed_a_notification_asks(app):
    here = app(places_cards=False)
    due(here)
    assert here.card is None
    assert len(here.backend.sent) == 1


@pytest.mark.parametrize(
    ("key", "answer", "phase"),
    [
        ("start", "accepted", "session"),
        ("default", "accepted", "session"),
        ("snooze", "snoozed", "counting"),
        ("skip", "skipped", "counting"),
    ],
)
def test_the_buttons_of_a_notification_answer(app, key, answer, phase):
    here = app(shown_as("notification"))
    due(here)
    here.backend.appears()
    here.backend.presses(key)
    assert here.answers == [answer]
    assert here.phase == phase
    assert here.backend.withdrawn == [1]
    here.backend.presses(key)
    assert here.answers == [answer]


def test_the_buttons_of_another_notification_answer_nothing(app):
    here = app(shown_as("notification"))
    due(here)
    here.backend.appears()
    other = here.parts.notifier.send("Something else", "")
    here.backend.chosen.emit(other, "skip")
    assert here.answers == [None]
    assert here.phase == "prompting"


def test_a_notification_nobody_answers_is_taken_back(app):
    here = app(shown_as("notification"))
    due(here)
    here.backend.appears()
    here.passes(46)
    assert here.answers == ["not-answered"]
    assert here.backend.withdrawn == [1]


def test_a_notification_counts_as_seen_when_the_desktop_shows_it(app):
    here = app(shown_as("notification"))
    due(here)
    assert here.answers == []
    here.passes(20)
    here.backend.appears()
    assert here.answers == [None]
    here.passes(44)
    assert here.backend.withdrawn == []
    here.passes(2)
    assert here.answers == ["not-answered"]


def test_where_nothing_shows_a_notification_the_icon_asks(app, caplog):
    here = app(shown_as("notification"))
    due(here)
    here.backend.failed.emit(1, "there is no desktop")
    assert here.answers == [None]
    assert here.tray.view.prompting
    assert "no way to show a notification" in caplog.text
    here.passes(46)
    assert here.answers == ["not-answered"]


def test_a_notification_that_was_waved_away_is_no_answer(app):
    here = app(shown_as("notification"))
    due(here)
    here.backend.appears()
    here.backend.closed.emit(1)
    assert here.answers == [None]
    assert here.tray.view.prompting
    assert here.tells("snooze")["exit"] == 0
    assert here.answers == ["snoozed"]


def test_the_icon_alone_asks_and_is_answered_in_the_small_window(app):
    here = app(shown_as("tray"))
    due(here)
    assert (here.card, here.backend.sent) == (None, [])
    assert here.tray.view.prompting
    assert here.tray.view.state == "due"
    assert here.tray.line == "Hip flexor is ready when you are"
    assert here.answers == [None]
    here.tray.prompt_accepted.emit()
    assert here.answers == ["accepted"]
    assert here.phase == "session"


@pytest.mark.parametrize(
    ("wish", "answer"), [("prompt_snoozed", "snoozed"), ("prompt_skipped", "skipped")]
)
def test_the_icon_alone_takes_the_other_answers(app, wish, answer):
    here = app(shown_as("tray"))
    due(here)
    getattr(here.tray, wish).emit()
    assert here.answers == [answer]
    assert not here.tray.view.prompting


def test_the_icon_alone_does_not_ask_for_ever(app):
    here = app(shown_as("tray"))
    due(here)
    here.passes(46)
    assert here.answers == ["not-answered"]


# The real card


def test_the_real_card_is_seen_pressed_and_gone(app, qtbot):
    here = app(cards=PromptCard)
    due(here)
    here.idle.rests(TYPING_PAUSE_S)
    qtbot.waitUntil(lambda: here.answers == [None])
    card = here.card
    assert card.isVisible()
    card._guard.stop()
    card._face.started.emit()
    assert here.answers == ["accepted"]
    assert here.phase == "session"
    qtbot.waitUntil(lambda: not card.isVisible())


def test_the_card_asked_for_by_hand_waits_for_nothing_and_comes_once(app):
    here = app()
    here.passes(60)
    assert here.tells("prompt")["exit"] == 0
    assert len(here.card.views) == 1
    here.card.became_visible.emit()
    assert here.tells("prompt")["exit"] == 1
    shown = [one for one in here.effects if isinstance(one, ShowPrompt)]
    assert len(shown) == len(here.card.views) == 1


def test_start_in_the_very_moment_of_the_time_out_is_a_session_all_the_same(app):
    here = app()
    on_screen(here)
    here.clock.awake_s += 45.2  # the wake-up is a little late
    here.card.started.emit()
    here.driver.dispatch(events.Tick())
    assert here.answers == ["accepted"]
    assert here.player() is not None
    assert here.phase == "session"


def test_a_new_snooze_length_holds_for_the_card_that_is_open(app):
    here = app()
    on_screen(here)
    assert str(here.card.view.snooze) == "10 min"
    here.parts.live.put({"limits.snooze": 1800.0})
    assert here.card.open
    assert str(here.card.view.snooze) == "10 min"
    here.card.snoozed.emit(None)
    here.passes(10 * 60 + 1)
    assert here.phase == "prompting"  # as long as the button said
