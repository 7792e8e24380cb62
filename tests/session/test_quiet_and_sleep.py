"""Quiet, locks, sleep and a clock that jumps: the real process on a real desktop."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from tests.fakes.desktop_services import Logind, Xfconfd
from tests.fakes.session_bus import SessionBus
from tests.session.harness import HERE, XSession, wait_until
from tests.session.product import READ, Product

pytestmark = pytest.mark.session

SOON = f"""
{READ}
[presence]
away_after = "30s"
restart_after = "30s"

[limits]
between_cards = "0s"
after_return = "0s"
prompts_a_day = 50

[quiet]
after = "5s"

[prompt]
wait_for_typing = false

[[reminder]]
name = "hip-flexor"
does = "kneeling-hip-flexor"
kind = "desk-time"
every = "6s"
"""


@pytest.fixture
def system_bus():
    with SessionBus() as bus:
        yield bus


@pytest.fixture
def logind(system_bus):
    with Logind(system_bus.address) as logind:
        yield logind


@pytest.fixture
def desktop(system_bus):
    with XSession(notifications="dunst", tray="watcher") as session:
        session.environment["DBUS_SYSTEM_BUS_ADDRESS"] = system_bus.address
        session.environment["XDG_SESSION_ID"] = "1"
        yield session


@pytest.fixture
def app(desktop):
    app = Product(desktop, SOON)
    yield app
    print(desktop.log("deskstretch"))  # shown where a test did not succeed


class SilentDaemon(Xfconfd):
    """Owns its name, and answers nothing."""

    def __init__(self, address):
        super().__init__(address, {})
        self.silent = True


def works(app):
    """Give input and wait until the app knows of it."""
    app.session.key("shift")
    app.phase_is("counting")


def disturb_not(desktop, on):
    desktop.notify_property("org.dunstproject.cmd0", "paused", ("b", on))


def stays_quiet(app, reason, seconds):
    """Nothing is shown for so long, and the app says why."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert app.card() is None
        app.session.key("shift")
        time.sleep(0.3)
    status = app.phase_is("quiet")
    assert status["reason"] == reason
    assert status["held"] == ["hip-flexor"]
    assert app.does("status") == f"Quiet: {reason}\n"
    assert app.rows("prompts") == []


# Quiet


@pytest.mark.timeout(90)
def test_do_not_disturb_holds_the_prompt_and_its_end_brings_it(desktop, app):
    disturb_not(desktop, True)
    app.start()
    desktop.key("shift")
    app.phase_is("quiet")
    stays_quiet(app, "do not disturb is on", 9)
    with desktop.watcher.person() as person:
        line = "DeskStretch: quiet: do not disturb is on"
        wait_until(lambda: person.reads()["ToolTip"][2] == line, what=line)

    disturb_not(desktop, False)
    app.phase_is("counting")
    began = time.monotonic()
    app.sees_card(within=10)
    assert time.monotonic() - began > 3.5
    (prompt,) = wait_until(lambda: app.rows("prompts"), what="that it was seen")
    assert (prompt["name"], prompt["answer"]) == ("hip-flexor", None)
    assert app.status()["reason"] is None

    disturb_not(desktop, True)  # and an open card does not stay in it
    app.sees_no_card(within=8)
    wait_until(lambda: app.rows("prompts")[0]["answer"] == "withdrawn")
    assert app.quit() == 0
    assert app.log == ""


@pytest.mark.long
@pytest.mark.timeout(60)
def test_a_film_in_full_screen_is_not_interrupted(desktop, app):
    said = desktop.folder / "film"
    said.write_text("full")
    script = str(HERE / "full_screen_window.py")
    desktop.run(sys.executable, script, str(said), name="film")
    app.start()
    desktop.key("shift")
    app.phase_is("quiet")
    stays_quiet(app, "full-screen app", 8)
    said.write_text("covered")  # somebody works in front of it
    app.phase_is("counting")
    app.sees_card(within=10)
    assert app.quit() == 0
    assert app.log == ""


@pytest.mark.long
@pytest.mark.timeout(60)
def test_a_desktop_that_does_not_answer_holds_nothing(desktop, app):
    with SilentDaemon(desktop.bus.address):
        app.start()
        works(app)
        app.sees_card(within=12)
        assert app.quit() == 0


# Locks and sleep


@pytest.mark.timeout(60)
def test_a_lock_is_absence_from_its_moment(desktop, logind, app):
    app.start()
    wait_until(logind.found.is_set, what="our session")
    works(app)
    logind.changes(LockedHint=("b", True))
    app.phase_is("away")
    desktop.key("shift")  # a password is typed
    assert app.status()["phase"] == "away"
    logind.changes(LockedHint=("b", False))
    desktop.key("shift")
    wait_until(lambda: app.status()["phase"] in ("counting", "prompting"))
    assert app.quit() == 0
    assert app.log == ""


@pytest.mark.timeout(60)
def test_sleep_takes_the_card_away_and_waking_alone_brings_nothing(
    desktop, logind, app
):
    app.start()
    wait_until(logind.found.is_set, what="our session")
    works(app)
    app.sees_card(within=12)
    logind.prepares_for_sleep(True)
    app.sees_no_card()
    logind.prepares_for_sleep(False)
    time.sleep(1)
    assert app.status()["phase"] == "away"
    assert app.card() is None
    desktop.key("shift")
    app.sees_card(within=12)
    assert [one["answer"] for one in app.rows("prompts")] == ["withdrawn", None]
    assert app.quit() == 0
    assert app.log == ""


# The clock on the wall

DAILY = """
[[reminder]]
name = "daily"
does = "lat-stretch"
kind = "daily"
at = "{at}"
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
"""


class Clock:
    """The wall clock of the app's process, and of it alone."""

    def __init__(self, session):
        libraries = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
        library = next(libraries, None)
        assert library, "libfaketime is not installed (packaging/linux/apt-test.txt)"
        self._file = session.folder / "clock"
        self.moves(0)
        session.environment |= {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def moves(self, hours):
        self._file.write_text(f"{hours:+d}h\n")


@pytest.mark.long
@pytest.mark.timeout(90)
def test_a_clock_three_hours_ahead_and_back_moves_no_interval(desktop):
    clock = Clock(desktop)
    app = Product(desktop, SOON.replace('"6s"', '"12s"'))
    app.start()
    works(app)
    before = app.due_in_s("hip-flexor")
    for hours in (3, 0, -3, 0):
        clock.moves(hours)
        left = app.due_in_s("hip-flexor")
        assert before - 6 < left <= before
        assert app.status()["phase"] == "counting"
        before = left
    app.sees_card(within=14)
    asked = datetime.fromisoformat(app.rows("prompts")[0]["asked_at"])
    assert asked.tzinfo is not None
    assert app.quit() == 0
    assert app.log == ""


@pytest.mark.timeout(90)
def test_a_daily_that_the_clock_passed_over_is_asked_once(desktop):
    clock = Clock(desktop)
    app = Product(desktop, SOON.replace('"6s"', '"1h"') + DAILY.format(at="14:00"))
    app.start()
    works(app)
    clock.moves(3)
    assert app.status()["phase"] in ("counting", "prompting")  # it has noticed
    app.sees_card()
    time.sleep(0.6)
    app.does("skip")
    for hours in (0, 3, -3, 3):
        clock.moves(hours)
        app.status()
        time.sleep(0.4)
        assert app.card() is None
    assert [one["name"] for one in app.rows("prompts")] == ["daily"]
    assert app.quit() == 0
    assert app.log == ""
