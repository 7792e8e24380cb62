"""A routine on a real X session: started by its command, through its first change."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.product import READ, Product, save

pytestmark = pytest.mark.session

ALL_READ = READ.replace(
    "warnings_read = [",
    'warnings_read = ["cat-cow", "knee-twists", "standing-bicycle", ',
)


@pytest.fixture
def desktop():
    with XSession(notifications="dunst", tray="watcher") as session:
        yield session


@pytest.mark.timeout(90)
def test_the_seven_minutes_through_their_first_change_by_keyboard(desktop):
    app = Product(desktop, ALL_READ)
    app.start()
    app.does("start", "seven-minute")
    window = wait_until(lambda: app.player("Seven-minute"), what="the player")
    wait_until(lambda: desktop.active_window() == window, what="the focus")
    assert app.status()["phase"] == "session"
    picture(app, window, "ready")
    desktop.key("Return")  # Start
    time.sleep(5 + 12)  # into position, and two rounds of cat-cow
    picture(app, window, "cat-cow")
    desktop.key("ctrl+Right")  # skip the rest of it
    time.sleep(1)
    picture(app, window, "change")
    desktop.key("Return")  # I'm ready
    time.sleep(2)
    picture(app, window, "hip-flexor")
    desktop.key("space")
    time.sleep(0.5)
    picture(app, window, "paused")
    assert app.quit() == 0
    (kept,) = app.rows("sessions")
    assert (kept["slug"], kept["completed"]) == ("seven-minute", 0)
    assert parts(app) == ["cat-cow", "kneeling-hip-flexor"]
    assert app.log == ""


def parts(app):
    file = app.profile / "deskstretch.db"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT slug FROM session_parts ORDER BY position")
        return [slug for (slug,) in rows]


def picture(app, window, name):
    save(app.picture(window), app.session.folder / f"routine-{name}.png")
