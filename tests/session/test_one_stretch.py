"""The whole product on a real X session, as a person meets it.

Real input by xdotool, the real process, its windows, its commands and its files.
"""

from __future__ import annotations

import time

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.product import READ, Product
from tests.session.typist import Typist

pytestmark = pytest.mark.session

SECONDS_FOR_MINUTES = f"""
{READ}
[presence]
away_after = "5s"
restart_after = "5s"

[limits]
between_cards = "0s"
after_return = "0s"

[[reminder]]
name = "hip-flexor"
does = "kneeling-hip-flexor"
kind = "desk-time"
every = "8s"

[[reminder]]
name = "lat-stretch"
does = "lat-stretch"
kind = "on-return"
away = "5s"
"""


@pytest.fixture
def desktop():
    with XSession(notifications="dunst", tray="watcher") as session:
        yield session


@pytest.fixture
def app(desktop):
    yield Product(desktop, SECONDS_FOR_MINUTES)
    print(desktop.log("deskstretch"))  # shown where a test did not succeed


@pytest.mark.timeout(90)
def test_eight_seconds_of_typing_six_of_nothing_and_one_stretch(desktop, app):
    editor = desktop.typing_window()
    app.start()
    app.phase_is("away")  # until the first input
    with Typist(desktop) as typist:
        the_hip_flexor_is_asked_for_but_nothing_comes_between(app, typist)
    its_card_comes_three_seconds_after_the_typing(app, desktop, editor)
    assert editor.text == typist.typed

    six_seconds_without_input_take_it_away(app)
    card = the_first_key_brings_the_lat_stretch_at_once(app, desktop)
    assert editor.text == typist.typed + "."

    app.answers_start(card)
    the_figure_moves_until_enough_was_done(app, desktop)
    the_rest_is_skipped_and_the_question_answered(app, desktop)
    what_happened_is_kept(app)
    assert editor.text == typist.typed + "."
    assert app.quit() == 0
    assert app.log == ""


def the_hip_flexor_is_asked_for_but_nothing_comes_between(app, typist):
    app.phase_is("counting")
    begun = time.monotonic()
    asked = app.phase_is("prompting", within=12)
    assert time.monotonic() - begun > 6.5
    assert asked["prompt"]["name"] == "hip-flexor"
    assert asked["prompt"]["does"] == "kneeling-hip-flexor"
    then = len(typist.typed)
    wait_until(lambda: len(typist.typed) > then + 5)
    assert app.card() is None


def its_card_comes_three_seconds_after_the_typing(app, desktop, editor):
    stopped = time.monotonic()
    app.sees_card()
    assert 2.5 < time.monotonic() - stopped < 4.5
    assert desktop.active_window() == editor.window
    assert app.status()["prompt"]["name"] == "hip-flexor"


def six_seconds_without_input_take_it_away(app):
    app.phase_is("away")
    gone = time.monotonic()  # five seconds after the last key
    app.sees_no_card()
    assert app.status()["prompt"] is None
    wait_until(lambda: time.monotonic() - gone > 1.2)


def the_first_key_brings_the_lat_stretch_at_once(app, desktop):
    desktop.key("period")
    pressed = time.monotonic()
    card = app.sees_card(within=2)
    assert time.monotonic() - pressed < 1.5
    back = app.status()
    assert (back["phase"], back["presence"]["away"]) == ("prompting", False)
    assert back["prompt"]["name"] == "lat-stretch"
    assert back["prompt"]["reason"].startswith("You were away")
    return card


def the_figure_moves_until_enough_was_done(app, desktop):
    player = app.sees_player()
    app.sees_no_card()
    assert app.phase_is("session")["prompt"] is None
    desktop.key("Right")  # past the pre-roll
    desktop.key("Right")  # past getting ready
    working_since = time.monotonic()
    first = app.stage(player)
    wait_until(lambda: app.stage(player) != first, what="another frame")
    # What was done for ten seconds is kept.
    wait_until(lambda: time.monotonic() - working_since > 10.5, within=15)
    assert app.status()["phase"] == "session"


def the_rest_is_skipped_and_the_question_answered(app, desktop):
    steps = 0
    while app.status()["phase"] == "session":
        desktop.key("Right")
        steps += 1
        assert steps < 20
    assert app.rows("sessions")[0]["feeling"] is None
    desktop.key("2")  # about right
    wait_until(lambda: app.player() is None, what="the player closes itself")


def what_happened_is_kept(app):
    (done,) = app.rows("sessions")
    assert (done["slug"], done["completed"]) == ("lat-stretch", 1)
    assert (done["feeling"], done["stop_sign"]) == ("right", None)
    assert 10 <= done["worked_s"] < 20
    hip, lat = app.rows("prompts")
    assert (hip["name"], hip["answer"]) == ("hip-flexor", "withdrawn")
    assert (lat["name"], lat["answer"]) == ("lat-stretch", "accepted")
    assert done["prompt_id"] == lat["id"]
    after = app.status()
    assert (after["phase"], after["prompt"]) == ("counting", None)
