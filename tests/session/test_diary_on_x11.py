"""The diary on a real desktop: asked, clicked, kept, and nobody's keys taken."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from datetime import date

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.product import GUARD_S, READ, Product

pytestmark = pytest.mark.session

SCALE_LEFT, SCALE_TOP, STEP = 16, 78, 47
"""Where the ten buttons begin on the card, and how far apart they are."""

REMINDER = """
[[reminder]]
name = "diary"
does = "diary"
kind = "daily"
at = "first-use"
"""


@pytest.fixture
def app():
    with XSession(notifications="dunst", tray="watcher") as desktop:
        product = Product(desktop, READ + REMINDER)
        yield product
        if product.process and product.process.poll() is None:
            product.quit()
        print(desktop.log("deskstretch"))


def entries(app):
    file = app.profile / "deskstretch.db"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return database.execute("SELECT stiffness, note FROM diary").fetchall()


def diary(app):
    return app._first("^Diary", "DIALOG") or app._first("^Diary", "NORMAL")


def test_one_click_on_the_card_is_kept_and_the_keyboard_stays_where_it_was(app):
    editor = app.session.typing_window()
    app.start()
    active = app.session.active_window()
    app.does("prompt", "diary")
    card = app.sees_card()
    time.sleep(GUARD_S)
    left, top, *_size = app.session.geometry(card)
    app.session.click(left + SCALE_LEFT + 3 * STEP + 22, top + SCALE_TOP + 24)
    wait_until(lambda: entries(app) == [(4, "")], what="the entry")
    app.sees_no_card()
    window = wait_until(lambda: diary(app), what="the diary's window")
    assert app.session.active_window() == active != window
    app.session.type_keys("12 pages")
    wait_until(lambda: editor.text == "12 pages", what="the keys")
    assert entries(app) == [(4, "")]
    rows = [row["answer"] for row in app.rows("prompts")]
    assert rows == ["accepted"]
    assert app.quit() == 0
    assert app.log == ""


def test_the_tray_opens_it_and_the_keyboard_fills_it_in(app):
    app.session.move(5, 5)  # it stays under the pointer
    app.start()
    with app.session.watcher.person() as person:
        rows = [row.get("label") for row in person.opens_menu()]
        assert "_Diary… (not filled in today)" in rows
        person.chooses("_Diary… (not filled in today)")
        window = wait_until(lambda: diary(app), what="the diary's window")
        wait_until(lambda: app.session.active_window() == window, what="the focus")
        app.session.key("7")
        wait_until(lambda: entries(app) == [(7, "")], what="the entry")
        rows = [row.get("label") for row in person.opens_menu()]
        assert "_Diary…" in rows
    wait_until(lambda: diary(app) is None, 8, what="it goes by itself")


def test_a_shell_writes_beside_the_app_and_without_it(app):
    app.start()
    assert app.does("diary", "add", "3").startswith("Saved: 3 for ")
    assert entries(app) == [(3, "")]
    told = json.loads(app.does("progress", "--json"))
    assert told["days"][-1]["stiffness"] == 3
    app.is_killed()
    assert app.does("diary", "add", "5", "--note", "later").startswith("Saved: 5")
    assert app.does("diary", "list").split()[1:] == ["5", "later"]
    app.start()
    refused = app.command("prompt", "diary")
    assert refused.returncode == 1
    assert refused.stderr.endswith("The diary is filled in for today.\n")
    assert date.fromisoformat(app.does("diary", "list").split()[0])
