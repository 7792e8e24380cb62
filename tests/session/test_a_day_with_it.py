"""Starting, pausing, changing and ending the real app, as a person does it."""

from __future__ import annotations

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.product import READ, Product

pytestmark = pytest.mark.session


@pytest.fixture
def desktop():
    with XSession(notifications="dunst", tray="watcher") as session:
        yield session


@pytest.fixture
def app(desktop):
    product = Product(desktop)
    yield product
    print(desktop.log("deskstretch"))  # shown where a test did not succeed


def refuses(app, code: int, *words: str) -> str:
    """Run a command that is refused in one sentence; return the sentence."""
    done = app.command(*words)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")
    return done.stderr.strip()


# -- the first time ----------------------------------------------------------------


def test_before_the_first_session_the_notice_is_read_once(desktop):
    app = Product(desktop, settings="")
    app.start("start", "lat-stretch")
    app.sees_player()
    assert not app.settings_file.exists()
    desktop.key("space")  # None of these
    desktop.key("space")  # I have read this
    wait_until(lambda: "notice_read" in settings(app), what="the notice was read")
    assert "warnings_read" not in settings(app)
    desktop.key("space")  # the caution of the lat stretch
    wait_until(lambda: 'warnings_read = ["lat-stretch"]' in settings(app))
    desktop.key("space")  # the checklist of the desk
    wait_until(lambda: 'checks_done = ["lat-stretch"]' in settings(app))
    in_session(app)
    assert app.quit() == 0

    app.start("start", "lat-stretch")
    app.sees_player()
    in_session(app)  # without anything to read
    app.quit()
    assert app.log == ""


def settings(app) -> str:
    return app.settings_file.read_text() if app.settings_file.exists() else ""


def in_session(app) -> None:
    wait_until(lambda: app.does("status").startswith("In session: 0:40 left"))


# -- the tray ----------------------------------------------------------------------


def test_without_a_tray_there_is_the_small_window_and_a_late_tray_is_used():
    with XSession(notifications="dunst") as desktop:
        app = Product(desktop)
        app.start()
        wait_until(app.small_window, what="the small window")
        assert app.status()["tray"] == "small window"

        desktop.start_tray()
        wait_until(lambda: desktop.watcher.items, what="the icon in the late tray")
        wait_until(lambda: app.status()["tray"] == "icon")
        tooltip_says(desktop, "DeskStretch: hip flexor in 90 min")

        desktop.watcher.stop()  # the panel crashes, and comes back
        desktop.start_tray()
        wait_until(lambda: desktop.watcher.items, what="the icon in the new tray")
        tooltip_says(desktop, "DeskStretch: hip flexor in 90 min")
        assert len(desktop.watcher.items) == 1
        app.quit()
        assert app.log == ""


def tooltip_says(desktop, text: str) -> None:
    with desktop.watcher.person() as person:
        wait_until(lambda: person.reads()["ToolTip"][2] == text, what=text)


def test_the_tray_pauses_resumes_and_quits(desktop, app):
    app.start()
    with desktop.watcher.person() as person:
        person.chooses("_1 hour")
        app.phase_is("paused")
        rows = {row["label"]: row for row in person.opens_menu() if "label" in row}
        assert rows["_Resume reminders"]["visible"]
        assert not rows["_Pause reminders"]["visible"]
        person.chooses("_Resume reminders")
        app.phase_is("counting")  # a press is an input
        person.clicks()  # what the first line stands for: the card
        app.sees_card()
        person.chooses("_Quit DeskStretch")
    assert app.process.wait(5) == 0
    assert app.log == ""


# -- from a shell ------------------------------------------------------------------


def test_a_second_start_opens_the_small_window_of_the_first(app):
    app.start()
    assert app.small_window() is None
    assert app.does() == ""
    wait_until(app.small_window, what="the small window")
    assert app.process.poll() is None
    assert app.quit() == 0


def test_the_commands_do_what_they_say(desktop, app):
    app.start()
    app.does("pause", "1h")
    paused = app.status()
    assert (paused["phase"], paused["paused_until"] is None) == ("paused", False)
    app.does("resume")
    assert app.status()["phase"] == "counting"  # a press is an input
    assert refuses(app, 1, "resume") == "Reminders are not paused."
    assert "nothing is asked" in refuses(app, 1, "snooze").lower()
    refuses(app, 2, "pause", "soon")
    refuses(app, 2, "start", "handstand")

    app.does("prompt")
    assert app.status()["prompt"]["name"] == "hip-flexor"
    app.sees_card()
    app.does("snooze", "10min")
    app.sees_no_card()
    assert app.status()["prompt"] is None
    app.does("prompt", "lat-stretch")
    app.sees_card()
    app.does("skip")
    app.sees_no_card()
    assert [row["answer"] for row in app.rows("prompts")] == ["snoozed", "skipped"]

    assert app.quit() == 0
    assert refuses(app, 1, "status") == "DeskStretch is not running."
    assert app.log == ""


# -- what goes wrong ---------------------------------------------------------------


def test_a_kill_loses_no_pause(app):
    app.start()
    app.does("pause", "2h")
    until = app.status()["paused_until"]
    app.is_killed()
    app.start()
    after = app.status()
    assert (after["phase"], after["paused_until"]) == ("paused", until)
    app.does("pause", "until-resume")
    app.is_killed()
    app.start()
    assert app.status()["phase"] == "paused"
    assert app.quit() == 0


@pytest.mark.parametrize("broken", [b"\xff\xfe no toml at all [[[", b"[presence\n"])
def test_an_unreadable_settings_file_does_not_stop_the_start(desktop, broken):
    app = Product(desktop, settings="")
    app.settings_file.write_bytes(broken)
    app.start()
    assert app.due_in_s("hip-flexor") == 90 * 60
    aside = [file for file in app.profile.iterdir() if file.name != "settings.toml"]
    assert broken in [file.read_bytes() for file in aside if file.is_file()]
    assert app.quit() == 0


def test_a_wrong_value_is_named_and_its_default_is_used(desktop):
    app = Product(desktop, READ + '[presence]\naway_after = "soon"\n')
    app.start()
    assert app.due_in_s("hip-flexor") == 90 * 60
    told = app.command("settings", "get", "presence.away_after")
    assert (told.returncode, told.stdout) == (0, "5min\n")
    line = 1 + app.settings_file.read_text().split("\n").index('away_after = "soon"')
    assert f"line {line}, presence.away_after: " in told.stderr
    assert told.stderr.count("\n") == 1
    assert app.quit() == 0


def test_a_change_of_the_settings_holds_at_once(app):
    app.start()
    assert app.due_in_s("hip-flexor") == 90 * 60
    app.does("settings", "set", "reminder.hip-flexor.every", "20min")
    wait_until(lambda: app.due_in_s("hip-flexor") == 20 * 60, what="20 min")
    text = app.settings_file.read_text()
    app.settings_file.write_text(text.replace('"20min"', '"40min"'))  # an editor
    wait_until(lambda: app.due_in_s("hip-flexor") == 40 * 60, what="40 min")
    assert app.quit() == 0
    assert app.log == ""
