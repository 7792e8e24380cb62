"""The desk at work: input, idle time, tray and settings, as they come and change."""

import sqlite3

import pytest
from conftest import EVER, READ
from outside import HandTray
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.settings import disk
from deskstretch.ui.safety.windows import CheckWindow
from deskstretch.ui.small_window import SmallWindow

AWAY_S = 5 * 60
HALF_A_MINUTE_MS = 30_000


def seen(kind):
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, kind) and one.isVisible()]


def due_in_s(here):
    status = here.driver.status_now()
    (found,) = [one.due_in_s for one in status.reminders if one.name == "hip-flexor"]
    return round(found)


def retry(here):
    timers = here.parent.findChildren(QTimer)
    (found,) = [one for one in timers if one.interval() == HALF_A_MINUTE_MS]
    return found


# Somebody is there, or not


def test_nothing_counts_until_the_first_input(app):
    here = app(at_work=False)
    here.passes(600)
    assert here.phase == "away"
    assert due_in_s(here) == 90 * 60
    here.idle.touches()
    assert here.phase == "counting"
    here.passes(60)
    assert due_in_s(here) == 89 * 60


def test_the_watch_for_the_first_input_ends_with_it(app):
    here = app(at_work=False)
    assert here.idle.open == [0.0, AWAY_S]
    here.idle.touches()
    assert here.idle.open == [AWAY_S]


def test_time_without_input_is_told_from_when_it_began(app):
    presence = '[presence]\naway_after = "1min"\nrestart_after = "10min"\n'
    here = app(f"{READ}\n{presence}")
    here.passes(600)
    here.idle.rests(60)
    assert here.phase == "away"
    assert due_in_s(here) == 80 * 60
    here.idle.rests(200)
    assert due_in_s(here) == 80 * 60
    here.idle.touches()
    assert here.phase == "counting"
    here.passes(60)
    assert due_in_s(here) == 79 * 60


def test_a_long_absence_starts_the_count_afresh(app):
    here = app()
    here.passes(600)
    here.idle.rests(AWAY_S)
    here.idle.touches()
    assert due_in_s(here) == 90 * 60


def test_a_short_rest_counts_as_being_there(app):
    here = app()
    here.idle.rests(AWAY_S - 1)
    here.idle.touches()
    assert due_in_s(here) == 90 * 60 - AWAY_S + 1


def test_where_nothing_tells_of_input_the_clock_counts(app):
    here = app(idle=None)
    assert here.phase == "counting"
    here.passes(60 * 60)
    assert due_in_s(here) == 30 * 60
    assert not here.driver.status_now().away


def test_after_a_sleep_the_first_input_says_who_is_back(app):
    here = app()
    here.passes(60)
    here.clock.asleep_s += 3600
    here.desk.on_woken()
    assert here.phase == "away"
    assert here.idle.open == [0.0, AWAY_S]
    here.idle.touches()
    assert not here.driver.status_now().away
    assert here.idle.open == [AWAY_S]


def test_after_a_sleep_where_nothing_tells_of_input_the_clock_counts_on(app):
    here = app(idle=None)
    here.passes(60)
    here.clock.asleep_s += 3600
    here.desk.on_woken()
    assert not here.driver.status_now().away


@pytest.mark.parametrize("threshold_s", [60.0, 1200.0])
def test_another_away_time_while_away_does_not_lose_the_return(app, threshold_s):
    here = app()
    here.passes(60)
    here.idle.rests(AWAY_S + 60)
    assert here.phase == "away"
    here.parts.live.put({"presence.away_after": threshold_s})
    here.idle.rests(10)
    here.idle.touches()
    assert not here.driver.status_now().away
    here.passes(60)
    here.idle.rests(2000)
    assert here.driver.status_now().away
    here.idle.touches()
    assert not here.driver.status_now().away


def test_another_away_time_holds_from_the_next_absence_on(app):
    here = app()
    here.parts.live.put({"presence.away_after": 60.0})
    assert here.idle.open == [60.0]
    here.idle.rests(60)
    assert here.phase == "away"


def test_settings_that_do_not_concern_it_leave_the_watch_alone(app):
    here = app()
    before = len(here.idle.watches)
    here.parts.live.put({"appearance.theme": "dark"})
    assert len(here.idle.watches) == before


# The tray


def test_with_a_tray_no_window_opens_at_the_start(app):
    app()
    assert seen(SmallWindow) == []


def test_without_a_tray_the_small_window_opens_and_says_so(app):
    here = app(tray=HandTray(available=False))
    (window,) = seen(SmallWindow)
    assert not window._has_tray
    assert here.tray.view is not None


def test_a_tray_that_comes_late_gets_an_icon_of_its_own_once(app):
    here = app(tray=HandTray(available=False))
    here.tray.available = True
    here.tray_watch.host_appeared.emit()
    assert here.tray.made == 2
    (window,) = seen(SmallWindow)
    assert window._has_tray
    here.tray_watch.host_vanished.emit()
    here.tray_watch.host_appeared.emit()
    assert here.tray.made == 2


def test_a_tray_that_comes_back_is_qts_own_business(app):
    here = app()
    here.tray_watch.host_vanished.emit()
    here.tray_watch.host_appeared.emit()
    assert here.tray.made == 1


def test_the_menu_says_what_is_so_when_it_opens(app):
    here = app()
    here.clock.awake_s += 600  # no wake-up came
    assert here.tray.line == "Hip flexor in 90 min"
    here.tray.menu_about_to_show.emit()
    assert here.tray.line == "Hip flexor in 80 min"


def test_stretch_now_asks_for_the_next_card(app):
    here = app()
    here.tray.prompt_requested.emit()
    assert here.phase == "prompting"
    assert here.card.open
    assert seen(SmallWindow) == []
    here.tray.prompt_requested.emit()  # there is one already
    assert len(seen(SmallWindow)) == 1


def test_a_movement_from_the_menu_opens_the_player(app):
    here = app()
    here.tray.movement_chosen.emit("lat-stretch")
    assert here.phase == "session"
    assert here.player().isVisible()


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        ("30min", "Paused until 09:30"),
        ("1h", "Paused until 10:00"),
        ("tomorrow", "Paused until Tue 04:00"),
        ("until-resume", "Paused until you resume"),
    ],
)
def test_a_pause_from_the_menu_and_its_end(app, chosen, line):
    here = app(at_work=False)
    here.clock.awake_s = 0.0
    here.tray.pause_chosen.emit(chosen)
    assert here.tray.line == line
    assert here.tray.view.paused
    here.tray.resume_chosen.emit()
    assert not here.tray.view.paused
    assert here.phase == "counting"


def test_enough_is_for_today_without_a_card_too(app):
    here = app()
    here.tray.enough_chosen.emit()
    assert here.phase == "paused"
    assert here.tray.line == "Paused until Tue 04:00"
    assert here.answers == []


def test_a_stop_sign_without_a_session_and_its_check(app):
    here = app()
    here.desk.windows.hurt_reported.emit("sharp")
    assert here.phase == "stopped"
    here.tray.check_requested.emit()
    assert len(seen(CheckWindow)) == 1
    here.desk.windows.hurt_mistaken.emit()
    assert here.phase == "counting"


def test_a_stop_sign_from_the_tray_ends_the_session_with_its_sign(app):
    here = app()
    here.tray.movement_chosen.emit("lat-stretch")
    for seconds in (5, 5, 14):
        here.clock.awake_s += seconds
        here.player().performance.show_now()
    here.desk.windows.hurt_reported.emit("sharp")
    assert here.phase == "stopped"
    here.desk.sessions.end()
    (kept,) = here.store.sessions(since=EVER)
    assert (kept.stop_sign, kept.completed) == ("sharp", False)


def test_a_red_flag_leads_to_the_page_that_says_what_to_do(app):
    here = app('[safety]\nnotice_read = "2026-03-01"\nred_flag = "2026-03-01"\n')
    assert here.tray.view.blocked
    here.tray.check_requested.emit()
    assert here.player().isVisible()
    here.player().clearance_reported.emit()
    here.idle.touches()
    assert here.phase == "counting"
    assert not here.tray.view.blocked


def test_quit_from_the_menu_is_passed_on(app):
    here = app()
    left = []
    here.desk.quit_requested.connect(lambda: left.append(True))
    here.tray.quit_requested.emit()
    assert left == [True]


# Settings that change while it runs


def test_other_rules_reach_the_planner_and_the_tray(app):
    here = app()
    here.passes(600)
    here.parts.live.put({"reminder.hip-flexor.every": 1800.0})
    assert here.tray.line == "Hip flexor in 20 min"
    here.parts.live.put({"reminder.hip-flexor.enabled": False})
    assert here.tray.line == "Lat stretch when you come back"


def test_another_look_reaches_the_tray_and_open_windows(app):
    here = app()
    assert here.tray.art == "automatic"
    here.tray.movement_chosen.emit("lat-stretch")
    assert not here.parts.look.theme.dark
    here.parts.live.put({"appearance.theme": "dark", "appearance.tray_icon": "light"})
    assert here.tray.art == "light"
    assert here.parts.look.theme.dark


def test_another_look_makes_none_before_a_window_wants_one(app):
    here = app()
    here.parts.live.put({"appearance.theme": "dark"})
    assert here.parts.looks._look is None
    here.tray.movement_chosen.emit("lat-stretch")
    assert here.parts.look.theme.dark


def test_a_wrong_settings_file_is_told_by_the_tray(app):
    here = app()
    assert not here.tray.view.needs_a_look
    here.settings_file.write_text(f'{READ}\n[limits]\nsnooze = "soon"\n')
    here.parts.live._on_disk_settled()
    assert here.tray.view.needs_a_look
    here.settings_file.write_text(READ)
    here.parts.live._on_disk_settled()
    assert not here.tray.view.needs_a_look


# What is kept


def test_the_end_keeps_the_state_an_open_session_and_leaves_the_tray(app):
    here = app()
    here.passes(1800)
    here.tray.movement_chosen.emit("lat-stretch")
    for seconds in (5, 5, 14):
        here.clock.awake_s += seconds
        here.player().performance.show_now()
    here.desk.end()
    assert here.tray.hidden
    assert here.player() is None
    (kept,) = here.store.sessions(since=EVER)
    assert (kept.slug, kept.completed) == ("lat-stretch", False)
    snapshot, boot = here.parts.history.snapshot()
    assert boot == "one"
    assert snapshot == here.driver.planner.snapshot()


def test_what_the_planner_wants_saved_is_saved_at_once(app):
    here = app()
    here.tray.pause_chosen.emit("until-resume")
    snapshot, _boot = here.parts.history.snapshot()
    assert snapshot == here.driver.planner.snapshot()


def test_a_refused_disk_is_said_once_and_tried_again_until_it_takes_it(
    app, monkeypatch, caplog
):
    here = app()
    replace = disk.replace

    def refuse(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "replace", refuse)
    assert not retry(here).isActive()
    here.parts.live.put({"appearance.theme": "dark"})
    assert retry(here).isActive()
    assert here.tray.view.needs_a_look
    retry(here).timeout.emit()
    retry(here).timeout.emit()
    assert caplog.text.count("No space left on device") == 1
    monkeypatch.setattr(disk, "replace", replace)
    retry(here).timeout.emit()
    assert not retry(here).isActive()
    assert not here.tray.view.needs_a_look
    assert 'theme = "dark"' in here.settings_file.read_text()


def test_an_answer_that_the_disk_refuses_is_kept_and_written_later(app, caplog):
    here = app()
    here.tray.prompt_requested.emit()
    here.card.became_visible.emit()
    database = here.store._path
    hidden = database.with_name("hidden")
    database.rename(hidden)
    database.mkdir()
    here.card.skipped.emit()
    assert here.store.unsaved > 0
    assert here.answers == ["skipped"]
    assert retry(here).isActive()
    assert here.tray.view.needs_a_look
    database.rmdir()
    hidden.rename(database)
    retry(here).timeout.emit()
    assert here.store.unsaved == 0
    assert not retry(here).isActive()
    assert not here.tray.view.needs_a_look
    other = sqlite3.connect(database)
    try:
        rows = other.execute("SELECT answer FROM prompts").fetchall()
    finally:
        other.close()
    assert rows == [("skipped",)]


def test_the_steps_of_an_hour_ask_the_desktop_for_no_tray(app):
    here = app()
    here.parts.tray.questions = 0
    for _ in range(60):
        here.passes(60)
    assert here.parts.tray.questions == 0
