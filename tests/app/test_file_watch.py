"""A watched file may come and go, and so may its folder."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QObject

from deskstretch.app.file_watch import FileWatch


@pytest.fixture
def owner(qapp):
    keeper = QObject()
    yield keeper
    keeper.deleteLater()


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "mine" / "a.toml"
    made.parent.mkdir()
    made.write_text("one", "utf-8")
    return made


def watch(file, owner, **more):
    watched = FileWatch(file, owner, **more)
    watched.start()
    return watched


def test_a_file_that_is_written_or_replaced_is_noticed(file, owner, qtbot):
    watched = watch(file, owner)
    for text in ("two", "three"):
        with qtbot.waitSignal(watched.settled, timeout=3000):
            file.write_text(text, "utf-8")
    new = file.with_suffix(".new")
    new.write_text("four", "utf-8")
    with qtbot.waitSignal(watched.settled, timeout=3000):
        new.replace(file)
    with qtbot.waitSignal(watched.settled, timeout=3000):
        file.write_text("five", "utf-8")


def test_a_folder_that_is_removed_and_made_anew_is_noticed(file, owner, qtbot):
    watched = watch(file, owner)
    with qtbot.waitSignal(watched.settled, timeout=3000):
        shutil.rmtree(file.parent)
    with qtbot.waitSignal(watched.settled, timeout=3000):
        file.parent.mkdir()
    for text in ("back", "again"):
        with qtbot.waitSignal(watched.settled, timeout=3000):
            file.write_text(text, "utf-8")


def test_a_folder_that_is_renamed_and_made_anew_is_noticed(file, owner, qtbot):
    watched = watch(file, owner, folder_moves=True)
    with qtbot.waitSignal(watched.settled, timeout=3000):
        file.parent.rename(file.parent.with_name("old"))
        file.parent.mkdir()
        file.write_text("back", "utf-8")
    with qtbot.waitSignal(watched.settled, timeout=3000):
        file.write_text("again", "utf-8")
