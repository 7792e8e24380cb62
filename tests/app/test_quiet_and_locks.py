"""Quiet, locks and sleep: what the desktop tells, and when it is looked at."""

import json

import pytest
from conftest import READ
from PySide6.QtCore import QTimer

from deskstretch.app.listening import DOUBTFUL_AFTER_MS
from deskstretch.reminders.effects import ShowPrompt, WithdrawPrompt

HOUR = 3600
DUE = 90 * 60
ONE = """
[[reminder]]
name = "hip-flexor"
does = "kneeling-hip-flexor"
kind = "desk-time"
"""
NO_TYPING = f"{READ}\n[prompt]\nwait_for_typing = false\n"


def busy(here, *reasons):
    """Something is in use from now on; nobody has looked yet."""
    here.quiet.reasons = frozenset(reasons)


def askings(here):
    return [one.name for one in here.effects if isinstance(one, ShowPrompt)]


def withdrawals(here):
    return [one.why for one in here.effects if isinstance(one, WithdrawPrompt)]


def on_screen(here):
    return here.card is not None and here.card.open


# Looks


def test_it_looks_at_the_start_and_then_only_when_something_comes(app):
    here = app(NO_TYPING)
    assert here.quiet.looks == 1
    here.passes(DUE - 2)
    assert here.quiet.looks == 1
    here.passes(1)
    assert here.quiet.looks == 2  # a second before
    here.passes(1)
    assert here.quiet.looks == 3  # and before it is shown
    assert on_screen(here)


def test_while_a_card_is_open_it_looks_every_five_seconds(app):
    here = app(NO_TYPING)
    here.passes(DUE)
    here.card.became_visible.emit()
    before = here.quiet.looks
    here.passes(31)
    assert here.quiet.looks == before + 6
    busy(here, "camera")
    here.passes(5)
    assert not on_screen(here)
    assert withdrawals(here) == ["quiet"]
    assert here.answers == ["withdrawn"]


def test_nothing_is_shown_in_quiet_and_the_tray_says_why(app):
    here = app(NO_TYPING)
    busy(here, "microphone")
    here.passes(2 * HOUR)
    assert askings(here) == []
    assert here.tray.line == "Quiet: microphone in use"
    assert here.tray.view.state == "due"
    told = json.loads(json.dumps(here.tells("status", json=True)["out"]))
    assert (told["phase"], told["reason"]) == ("quiet", "microphone in use")
    assert (told["quiet"], told["held"]) == (["microphone"], ["hip-flexor"])


def test_two_minutes_after_quiet_what_was_held_is_shown(app):
    here = app(NO_TYPING)
    busy(here, "do-not-disturb")
    here.passes(DUE + 600)
    busy(here)
    here.passes(15)
    assert here.phase == "counting"
    assert here.tray.line == "Hip flexor is ready when you are"
    here.passes(100)
    assert not on_screen(here)
    here.passes(20)
    assert on_screen(here)
    assert askings(here) == ["hip-flexor"]


def test_quiet_that_began_in_the_last_second_is_still_seen(app):
    here = app(NO_TYPING)
    here.passes(DUE - 1)
    busy(here, "full-screen")
    here.passes(1)
    assert not on_screen(here)
    assert (askings(here), withdrawals(here)) == (["hip-flexor"], ["quiet"])
    assert here.answers == []  # nobody saw it
    assert here.phase == "quiet"


def test_a_look_that_takes_its_time_keeps_nothing_but_the_showing_waiting(app):
    here = app(NO_TYPING)
    here.quiet.waits = True
    here.passes(DUE)
    assert here.phase == "prompting"
    assert not on_screen(here)
    here.quiet.waits = False
    here.quiet.answers()
    assert on_screen(here)


def test_an_answer_that_comes_after_the_prompt_is_gone_shows_nothing(app):
    here = app(NO_TYPING)
    here.quiet.waits = True
    here.passes(DUE)
    here.tells("skip")
    here.quiet.waits = False
    here.quiet.answers()
    assert not on_screen(here)


def test_a_return_in_a_call_is_let_go(app):
    here = app()
    here.idle.rests(12 * 60)
    busy(here, "camera")
    here.idle.touches()
    assert not on_screen(here)
    assert (askings(here), withdrawals(here)) == (["lat-stretch"], ["quiet"])
    busy(here)
    here.passes(20 * 60)
    assert askings(here) == ["lat-stretch"]


def test_quiet_that_ended_during_an_absence_holds_no_return_back(app):
    here = app()
    here.is_busy("do-not-disturb")
    here.session.locked.emit()
    here.passes(12 * 60)
    busy(here)
    here.session.unlocked.emit()
    here.idle.touches()
    assert askings(here) == ["lat-stretch"]
    assert on_screen(here)


def test_what_was_asked_for_is_shown_in_quiet_too(app):
    here = app()
    here.is_busy("camera")
    assert here.tells("prompt")["exit"] == 0
    assert on_screen(here)


@pytest.mark.parametrize(
    ("line", "reason", "wanted"),
    [
        ("", "do-not-disturb", True),
        ("do_not_disturb = false", "do-not-disturb", False),
        ("camera = false", "camera", True),  # who watches has not left
        ("", "program", False),
        ('programs = ["zoom"]', "program", True),
    ],
)
def test_what_is_switched_off_is_looked_for_only_where_it_tells_of_presence(
    app, line, reason, wanted
):
    here = app(f"{READ}\n[quiet]\n{line}\n")
    assert (reason in here.quiet.wanted) == wanted


def test_a_reason_that_is_switched_off_holds_nothing(app):
    here = app(f"{NO_TYPING}\n[quiet]\ncamera = false\n")
    busy(here, "camera")
    here.passes(DUE)
    assert on_screen(here)


def test_the_menu_that_opens_says_what_is_so_now(app):
    here = app()
    here.is_busy("camera")
    assert here.tray.line == "Quiet: camera in use"
    busy(here)
    here.tray.menu_about_to_show.emit()
    assert here.tray.line == "Hip flexor in 90 min"


def test_a_reason_that_is_known_does_not_outlive_itself_for_long(app):
    here = app()
    here.is_busy("camera")
    busy(here)
    here.passes(301)
    assert here.tray.line.startswith("Hip flexor in")


def test_outside_the_hours_the_tray_says_when_they_begin(app):
    here = app(f'{READ}\n[hours]\ntue = ["09:30-17:00"]\n{ONE}')
    assert here.tray.line == "Quiet until Tue 09:30"
    assert here.tray.view.state == "paused"
    told = here.tells("status", json=True)["out"]
    assert (told["phase"], told["works_from"]) == (
        "off-hours",
        "2026-03-03T09:30:00+00:00",
    )
    here.passes(24 * HOUR)
    assert here.tray.line == "Quiet until 09:30"
    here.passes(HOUR / 2)
    assert here.phase == "counting"
    assert here.tells("status", json=True)["out"]["works_from"] is None


def test_a_status_waits_for_a_look_that_takes_its_time(app):
    here = app()
    busy(here, "camera")
    here.quiet.waits = True
    answer, came = here.desk.requests.answer({"cmd": "status", "args": {}}), []
    answer.begin(came.append)
    assert came == []
    here.quiet.answers()
    assert [one["out"] for one in came] == ["Quiet: camera in use"]


# Watching is not leaving


def test_who_watches_has_not_left(app):
    here = app()
    busy(here, "camera")
    here.idle.rests(20 * 60)
    assert here.phase == "quiet"
    here.passes(0)
    here.idle.touches()
    assert askings(here) == []


def test_input_that_comes_while_it_looks_is_a_return_all_the_same(app):
    here = app()
    here.quiet.waits = True
    here.idle.rests(300)
    assert here.phase == "counting"
    here.idle.touches()
    here.quiet.waits = False
    here.quiet.answers()
    assert askings(here) == ["lat-stretch"]
    assert here.phase == "prompting"


# Locks, sleep and another session


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ("locked", "unlocked"),
        ("slept", "woke"),
        ("switched_away", "switched_back"),
    ],
)
def test_nobody_is_here_behind_a_lock_in_sleep_or_in_another_session(app, away, back):
    here = app()
    here.passes(600)
    getattr(here.session, away).emit()
    assert here.phase == "away"
    here.passes(600)
    getattr(here.session, back).emit()
    assert here.phase == "away"  # that is no input yet
    here.idle.touches()
    assert here.phase == "prompting"
    assert askings(here) == ["lat-stretch"]


def test_a_lock_takes_the_card_away(app):
    here = app(NO_TYPING)
    here.passes(DUE)
    here.card.became_visible.emit()
    here.session.locked.emit()
    assert withdrawals(here) == ["lock"]
    assert not on_screen(here)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("start", {"slug": "lat-stretch"}),
        ("prompt", {}),
        ("pause", {}),
        ("resume", {}),
        ("skip", {}),
    ],
)
def test_what_would_do_nothing_behind_a_lock_says_so(app, command, arguments):
    here = app()
    here.passes(60)
    here.session.locked.emit()
    told = here.tells(command, **arguments)
    assert (told["exit"], told["err"]) == (1, "The screen is locked.")
    assert here.desk.sessions._window is None
    assert here.driver.status_now().paused_until is None


def test_a_short_lock_wipes_nothing(app):
    here = app()
    here.passes(HOUR)
    here.session.locked.emit()
    here.passes(10)
    here.session.unlocked.emit()
    here.idle.touches()
    assert here.tray.line == "Hip flexor in 30 min"


def grows_old(here):
    """A minute passes behind the lock after somebody typed there."""
    timers = here.desk.listening.findChildren(QTimer)
    (found,) = [one for one in timers if one.interval() == DOUBTFUL_AFTER_MS]
    assert found.isActive()
    found.stop()
    found.timeout.emit()


def test_a_password_typed_behind_a_lock_is_no_return(app):
    here = app()
    here.session.locked.emit()
    here.idle.touches()
    assert here.phase == "away"
    assert here.session.doubts == 0
    here.session.unlocked.emit()
    here.idle.touches()
    assert here.phase == "counting"


def test_typing_that_goes_on_behind_a_lock_makes_it_doubtful(app):
    here = app()
    here.session.locked.emit()
    here.idle.touches()
    grows_old(here)
    assert here.session.doubts == 0
    here.idle.rests(30)
    here.idle.touches()
    assert here.session.doubts == 1
    assert here.phase == "away"  # until it is known to be none
    grows_old(here)  # and so on while it lasts
    here.idle.rests(30)
    here.idle.touches()
    assert here.session.doubts == 2


def test_a_lock_that_ended_in_time_is_no_longer_doubted(app):
    here = app()
    here.session.locked.emit()
    here.idle.touches()
    here.session.unlocked.emit()
    here.idle.touches()
    grows_old(here)
    here.session.locked.emit()
    here.idle.touches()
    assert here.session.doubts == 0


def test_input_tells_that_a_sleep_is_over_whose_end_was_lost(app):
    here = app()
    here.session.slept.emit()
    here.passes(600)
    here.idle.touches()
    assert here.session.shut is False
    assert askings(here) == ["lat-stretch"]


def test_without_idle_time_an_unlock_is_taken_for_somebody(app):
    here = app(idle=None)
    assert here.phase == "counting"
    here.session.locked.emit()
    here.passes(600)
    assert here.phase == "away"
    here.session.unlocked.emit()
    assert askings(here) == ["lat-stretch"]


def test_without_idle_time_a_wake_up_behind_a_lock_is_nobody(app):
    here = app(idle=None)
    here.session.locked.emit()
    here.clock.asleep_s += HOUR
    here.passes(60)
    assert here.phase == "away"
