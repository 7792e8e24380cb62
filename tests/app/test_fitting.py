"""Health answers hold at every door of the app: menu, card, reminder and commands."""

import pytest

from deskstretch.app.fitting import Fitting
from deskstretch.reminders import events
from tests.app.conftest import READ


def told(*keys):
    ticks = "\n".join(f"{key} = true" for key in keys)
    return f"{READ}\n[health]\n{ticks}\n"


def refused(here, command, slug):
    answer = here.tells(command, slug=slug)
    assert answer["exit"] == 1
    return answer["err"]


@pytest.mark.parametrize("command", ["start", "prompt"])
def test_a_command_is_refused_with_the_answer_and_the_swap(app, command):
    here = app(told("wrists"))
    assert refused(here, command, "cat-cow").startswith(
        "Cat-Cow is left out because of your answer: Wrist pain."
    )
    assert here.phase == "counting"
    assert here.desk.sessions._window is None


def test_what_is_ruled_out_is_not_in_the_menu(app):
    here = app(told("wrists"))
    assert "cat-cow" not in {row.slug for row in here.tray.view.movements}
    here = app(READ)
    assert "cat-cow" in {row.slug for row in here.tray.view.movements}


def test_a_reminder_offers_the_swap_that_the_answers_allow(app):
    here = app(told("knees"))
    here.passes(90 * 60)
    assert here.phase == "prompting"
    here.desk.prompting.start()
    assert here.desk.sessions._what.slug == "standing-hip-flexor"


def test_a_reminder_that_the_answers_leave_nothing_for_asks_nothing(app):
    here = app(told("hip"))
    here.passes(4 * 3600)
    assert here.phase == "counting"
    names = {one.name for one in here.driver.status_now().reminders}
    assert "hip-flexor" not in names
    assert "lat-stretch" in names


def test_an_answer_counts_from_the_moment_it_is_given(app):
    here = app(READ)
    assert here.tells("start", slug="cat-cow")["exit"] == 0
    here.desk.sessions.end()
    here.parts.live.put({"health.wrists": True})
    assert "Wrist pain" in refused(here, "start", "cat-cow")


def test_a_card_that_is_open_when_the_answer_is_given_leads_to_no_session(app):
    here = app(READ)
    here.driver.dispatch(events.Asked("cat-cow"))
    here.parts.live.put({"health.wrists": True})
    here.desk.prompting.start()
    window = here.desk.sessions._window
    assert window is None or here.desk.sessions._what.slug != "cat-cow"


def test_small_ranges_come_from_answers_and_from_the_morning(desk):
    def of(here, early):
        return Fitting(here.parts.content, here.parts.live, lambda: early)

    here = desk(READ)
    movements = here.parts.content.movements
    assert of(here, early=True).range_of(movements["lat-stretch"]) == 1.0
    here.parts.live.put({"health.nerve": True})
    assert of(here, early=False).range_of(movements["lat-stretch"]) == 0.5
