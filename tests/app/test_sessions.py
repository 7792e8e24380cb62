"""What becomes of a session: planner, history and settings, in the order it happens."""

from datetime import date

import pytest

from deskstretch.app.fitting import Fitting
from deskstretch.app.sessions import Sessions
from deskstretch.reminders import events
from tests.app.conftest import READ

EVER = date(2026, 1, 1)


@pytest.fixture
def made(desk, qtbot):
    def make(settings=READ):
        here = desk(settings)
        parts = here.parts
        fitting = Fitting(parts.content, parts.live, here.driver.in_morning_guard)
        here.sessions = Sessions(parts, fitting, here.parent)
        here.player = lambda: here.sessions._window
        return here

    return make


def phase(here):
    return here.driver.status_now().phase


def kept(here):
    return [
        (one.slug, one.profile, round(one.worked_s), one.completed, one.stop_sign)
        for one in here.parts.history.store.sessions(since=EVER)
    ]


def works(here, seconds):
    here.clock.awake_s += seconds
    here.player().performance.show_now()


def test_a_session_to_its_end_is_kept_and_the_planner_told(made):
    here = made()
    assert here.sessions.open("lat-stretch") is None
    assert phase(here) == "session"
    works(here, 5)
    works(here, 40)
    assert kept(here) == [("lat-stretch", "desk", 35, True, None)]
    assert phase(here) == "counting"
    here.player().felt.emit("easy")
    assert here.parts.history.store.sessions(since=EVER)[0].feeling == "easy"
    here.sessions.end()
    assert here.player() is None


def test_sleep_inside_a_session_is_no_exercise(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 12)
    here.clock.asleep_s += 7200
    works(here, 0)
    assert here.player().under_way
    here.driver.dispatch(events.Tick())  # the clocks tell of the sleep
    assert here.player() is None
    assert kept(here) == [("lat-stretch", "desk", 12, False, None)]
    assert phase(here) == "away"


def test_a_finish_page_makes_room_for_the_next_session(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 60)
    assert not here.player().under_way
    before = here.player()
    assert here.sessions.open("standing-hip-flexor") is None
    assert here.player() is not before
    assert phase(here) == "session"
    here.sessions.end()
    assert phase(here) == "counting"


def test_a_second_session_waits_for_the_first(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 6)
    refusal = here.sessions.open("standing-hip-flexor")
    assert str(refusal) == "A session is open already."
    here.sessions.end()


@pytest.mark.parametrize("sign", ["sharp", "numb", "worse"])
def test_a_stop_sign_ends_the_session_and_stops_everything(made, sign):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 14)
    player = here.player()
    player._on_hurt_reported(sign)
    assert kept(here) == [("lat-stretch", "desk", 14, False, sign)]
    assert phase(here) == "stopped"
    player.close()
    assert len(kept(here)) == 1
    assert here.sessions.open("lat-stretch") is not None


def test_an_emergency_by_mistake_leaves_the_session_and_no_trace(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 14)
    player = here.player()
    player._on_hurt_reported("emergency")
    assert phase(here) == "stopped"
    player.mistaken.emit("emergency")
    assert phase(here) == "session"
    here.sessions.end()
    assert kept(here) == [("lat-stretch", "desk", 14, False, None)]


def test_an_emergency_that_stands_is_kept_when_the_window_closes(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 14)
    player = here.player()
    player._on_hurt_reported("emergency")
    here.sessions._on_closed()
    assert kept(here) == [("lat-stretch", "desk", 14, False, "emergency")]
    player.close()


def test_the_notice_is_read_once_and_a_caution_once_for_each_movement(made):
    here = made("")
    here.sessions.open("lat-stretch")
    assert not here.player().under_way
    here.player().notice_read.emit()
    here.player().warning_read.emit("lat-stretch")
    settings = here.parts.live.settings
    assert settings["safety.notice_read"] == "2026-03-02"
    assert settings["safety.warnings_read"] == ("lat-stretch",)
    here.player().checklist_done.emit("lat-stretch")
    assert here.parts.live.settings["safety.checks_done"] == ("lat-stretch",)
    here.sessions.end()
    assert phase(here) == "counting"


def test_a_red_flag_blocks_until_a_professional_has_spoken(made):
    here = made('[safety]\nnotice_read = "2026-03-01"\nred_flag = "2026-03-01"\n')
    assert phase(here) == "stopped"
    refusal = here.sessions.open("lat-stretch")
    assert str(refusal) == "Please see a doctor or physiotherapist first."
    here.player().clearance_reported.emit()
    assert here.parts.live.settings["safety.cleared"] == "2026-03-02"


def test_less_than_ten_seconds_of_work_is_not_kept(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 8)
    here.sessions.end()
    assert kept(here) == []


def test_an_emergency_without_a_session_marks_no_later_one(made):
    here = made()
    here.sessions.hurt("emergency")
    here.sessions.signs_closed()
    assert phase(here) == "stopped"
    here.clock.awake_s += 3 * 86400
    here.driver.dispatch(events.Checked(seen=True))
    assert here.sessions.open("lat-stretch") is None
    works(here, 45)
    assert kept(here) == [("lat-stretch", "desk", 35, True, None)]
    here.sessions.end()


def test_an_emergency_from_the_tray_hides_the_player_until_it_was_a_mistake(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 14)
    here.sessions.hurt("emergency")
    assert not here.player().isVisible()
    here.sessions.mistaken()
    assert here.player().isVisible()
    assert phase(here) == "session"
    here.sessions.hurt("emergency")
    here.sessions.signs_closed()
    assert here.player() is None
    assert kept(here) == [("lat-stretch", "desk", 14, False, "emergency")]


def test_a_session_closed_a_moment_ago_makes_room_for_another(made):
    here = made()
    here.sessions.open("lat-stretch")
    works(here, 5 + 5 + 14)
    first = here.player()
    first.close()
    assert phase(here) == "session"
    assert here.sessions.open("lat-stretch/desk") is None
    assert here.player() is first
    assert first.isVisible()
    first.close()
    assert here.sessions.open("standing-hip-flexor") is None
    assert here.player() is not first
    assert kept(here) == [("lat-stretch", "desk", 14, False, None)]
    here.sessions.end()
