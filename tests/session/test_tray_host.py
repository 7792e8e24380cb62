"""A real tray host reads the icon, its words and its menu, and clicks in it."""

from __future__ import annotations

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.piece import Piece

pytestmark = pytest.mark.session


@pytest.fixture
def session():
    with XSession(tray="watcher") as session:
        yield session


def labels(rows: list[dict]) -> list[str]:
    return [
        row["label"]
        for row in rows
        if row.get("visible", True) and row.get("type") != "separator"
    ]


def test_the_host_shows_what_the_tray_says_and_takes_wishes_back(session):
    tray = Piece(session, "tray")
    wait_until(lambda: session.watcher.items, what="the item in the tray")
    with session.watcher.person() as person:
        seen = person.reads()
        assert "DeskStretch: hip flexor in 42 min" in str(seen["ToolTip"])
        sizes = {picture[0] for picture in seen["IconPixmap"]}
        assert {16, 22, 24, 32, 48, 64} <= sizes
        assert labels(person.opens_menu()) == [
            "Hip flexor in 42 min",
            "Stretch _now",
            "Lat stretch (40 s)",
            "_Pause reminders",
            "_30 minutes",
            "_1 hour",
            "Until _tomorrow",
            "Until I _resume",
            "_Enough for today",
            "_Diary… (not filled in today)",
            "S_top signs…",
            "_Settings…",
            "_Quit DeskStretch",
        ]
        tray.said("menu_about_to_show")
        person.chooses("Lat stretch (40 s)")
        assert tray.said("movement_chosen") == "movement_chosen lat-stretch"

        before = seen["IconPixmap"]
        person.chooses("Until _tomorrow")
        assert tray.said("pause_chosen") == "pause_chosen tomorrow"
        wait_until(lambda: "paused" in str(person.reads()["ToolTip"]))
        assert person.reads()["IconPixmap"] != before
        assert "_Resume reminders" in labels(person.opens_menu())


def test_an_icon_made_anew_is_registered_again(session):
    tray = Piece(session, "tray")
    wait_until(lambda: session.watcher.items, what="the item in the tray")
    with session.watcher.person() as person:
        person.clicks()
    tray.said("prompt_requested")  # after which the piece makes its icon anew
    wait_until(lambda: len(session.watcher.items) == 2, what="a second item")
    with session.watcher.person() as person:
        assert "hip flexor in 42 min" in str(person.reads()["ToolTip"])
        assert "Hip flexor in 42 min" in labels(person.opens_menu())
