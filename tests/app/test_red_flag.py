"""A red flag stays, whatever becomes of the settings file; so does a stop."""

import sqlite3
from contextlib import closing

from deskstretch.app.history import History
from deskstretch.app.red_flag import RedFlag
from deskstretch.reminders import events
from tests.app.conftest import READ

FLAGGED = READ + 'red_flag = "2026-03-01"\n'


def flag(here):
    settings = here.parts.live.settings
    return settings["safety.red_flag"], settings["safety.cleared"]


def with_file(here, text):
    here.parts.live.file.path.write_text(text, encoding="utf-8")
    here.parts.live._on_disk_settled()


def test_a_flag_that_was_cut_out_of_the_file_is_put_back(desk):
    here = desk(FLAGGED)
    RedFlag(here.parts.live, here.parts.history, here.parent).look()
    with_file(here, READ)
    assert flag(here) == ("2026-03-01", "")
    assert "red_flag" in here.parts.live.file.path.read_text("utf-8")


def test_a_flag_that_is_no_date_any_more_is_put_back(desk):
    here = desk(FLAGGED)
    RedFlag(here.parts.live, here.parts.history, here.parent).look()
    with_file(here, READ + 'red_flag = "2026-13-45"\n')
    assert flag(here) == ("2026-03-01", "")


def test_a_file_that_was_deleted_does_not_lift_a_flag(desk):
    here = desk(FLAGGED)
    RedFlag(here.parts.live, here.parts.history, here.parent).look()
    here.parts.live.file.path.unlink()
    here.parts.live._on_disk_settled()
    assert flag(here) == ("2026-03-01", "")


def test_a_clearance_and_a_newer_flag_are_kept(desk):
    here = desk(FLAGGED)
    RedFlag(here.parts.live, here.parts.history, here.parent).look()
    here.parts.live.put({"safety.cleared": "2026-03-02"})
    assert here.parts.history.red_flag() == ("2026-03-01", "2026-03-02")
    here.parts.live.put({"safety.red_flag": "2026-03-05"})
    assert here.parts.history.red_flag() == ("2026-03-05", "2026-03-02")


def test_damage_to_the_newest_state_does_not_lift_a_stop(desk):
    here = desk()
    history = here.parts.history
    for event in (events.Hurt("numb"), events.Tick()):
        here.driver.dispatch(event)
        status = here.driver.status()
        holds = (status.stop, status.paused, status.paused_until)
        history.keep_snapshot(here.driver.planner.snapshot(), "one", holds)
    path = history.store._path
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE state SET json = '{\"x' WHERE name = 'planner'")
    snapshot, boot = History(history.store).snapshot()
    assert boot == "one"
    assert snapshot["state"]["stop"] is not None


def test_a_flag_found_in_the_file_alone_is_kept_at_once(desk):
    here = desk(FLAGGED)
    RedFlag(here.parts.live, here.parts.history, here.parent).look()
    assert here.parts.history.red_flag() == ("2026-03-01", "")
