"""The checker at work on real files, saved as editors save them."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from deskstretch.app.checker import WatchedFile
from deskstretch.desktop.paths import Places

SHIPPED = (
    Path(__file__).parents[2] / "assets" / "movements" / "kneeling-hip-flexor.toml"
)
GOOD = (
    SHIPPED.read_text("utf-8")
    .replace('slug = "kneeling-hip-flexor"', 'slug = "my-kneel"')
    .replace(
        "[dose.starter]\nrepetitions = 10\nseconds = [3, 2, 3]",
        "[dose.starter]\nrepetitions = 10\nseconds = [2, 1, 2]",
    )
)
WRONG = GOOD.replace("pelvis_tilt = -13", "pelvis_tild = -13")


class Watched:
    """A file that is watched, and all views of it."""

    def __init__(self, file: Path, profile: Path) -> None:
        self.file = file
        self.parent = QObject()
        self.views = []
        self.checker = WatchedFile(Places(str(profile)), str(file), (), self.parent)
        self.checker.viewed.connect(self.views.append)

    @property
    def last(self):
        return self.views[-1]


@pytest.fixture
def watched(qapp, tmp_path, monkeypatch):
    """Watch a file; the figure's checks answer at once, with what they are told to."""
    found = []
    monkeypatch.setattr(
        "deskstretch.app.checking.figure_faults", lambda _judged: tuple(found)
    )
    kept = []

    def make(text=GOOD):
        file = tmp_path / "work" / "mine.toml"
        file.parent.mkdir()
        file.write_text(text, "utf-8")
        made = Watched(file, tmp_path / "profile")
        made.found = found
        kept.append(made)
        made.checker.start()
        return made

    yield make
    for one in kept:
        one.checker.stop()
        one.parent.deleteLater()
    gc.collect()


def test_a_good_file_is_read_and_then_checked(watched, qtbot):
    one = watched()
    first = one.views[0]
    assert first.checking
    assert first.movement.slug == "my-kneel"
    qtbot.waitUntil(lambda: not one.last.checking)
    assert one.last.remarks == ()
    assert one.last.movement is first.movement


def test_what_the_figure_lacks_is_told_with_the_movement(watched, qtbot):
    from deskstretch.app.checking import Fault

    one = watched("")
    one.found.append(Fault(3, "The knee bends the wrong way."))
    one.file.write_text(GOOD, "utf-8")
    qtbot.waitUntil(lambda: bool(one.last.remarks) and one.last.movement is not None)
    assert one.last.remarks[0].message == "The knee bends the wrong way."


def test_a_save_into_the_file_is_noticed(watched, qtbot):
    one = watched()
    one.file.write_text(WRONG, "utf-8")
    qtbot.waitUntil(lambda: bool(one.last.remarks))
    assert one.last.movement is None
    assert one.last.text == WRONG
    (remark,) = one.last.remarks
    assert remark.line == WRONG[: WRONG.index("pelvis_tild")].count("\n") + 1


def test_a_save_that_puts_a_new_file_in_place_is_noticed_each_time(watched, qtbot):
    one = watched()
    for text, wrong in ((WRONG, True), (GOOD, False), (WRONG, True)):
        fresh = one.file.with_name("mine.toml~")
        fresh.write_text(text, "utf-8")
        fresh.replace(one.file)
        qtbot.waitUntil(
            lambda text=text, wrong=wrong: (
                one.last.text == text and bool(one.last.remarks) is wrong
            )
        )


def test_a_file_that_goes_and_comes_back_is_told(watched, qtbot):
    one = watched()
    away = one.file.with_name("away")
    one.file.rename(away)
    qtbot.waitUntil(lambda: one.last.text is None)
    assert one.last.remarks[0].line == 0
    away.rename(one.file)
    qtbot.waitUntil(lambda: one.last.text == GOOD)


def test_a_version_that_is_no_text_is_named(watched, qtbot):
    one = watched()
    one.file.write_bytes(b"\xff\xfe broken")
    qtbot.waitUntil(lambda: bool(one.last.remarks))
    assert "not UTF-8" in one.last.remarks[0].message


def test_what_is_said_of_an_older_version_is_dropped(watched, qtbot, monkeypatch):
    import threading

    go_on = threading.Event()
    seen = []

    def slow(judged):
        seen.append(judged)
        go_on.wait(5)
        return ()

    monkeypatch.setattr("deskstretch.app.checking.figure_faults", slow)
    one = watched()
    one.file.write_text(GOOD + "# another\n", "utf-8")
    qtbot.waitUntil(lambda: one.last.text.endswith("# another\n"))
    go_on.set()
    qtbot.waitUntil(lambda: not one.last.checking)
    assert len(seen) == 2
    assert [view.text for view in one.views if not view.checking] == [one.last.text]


def test_checks_that_break_down_are_said_not_to_have_been_made(
    watched, qtbot, monkeypatch
):
    import threading

    def broken(_judged):
        raise ZeroDivisionError

    told = []
    monkeypatch.setattr("deskstretch.app.checking.figure_faults", broken)
    monkeypatch.setattr(threading, "excepthook", told.append)
    one = watched()
    qtbot.waitUntil(lambda: not one.last.checking)
    assert one.last.remarks[0].message == "The figure could not be checked."
    assert told[0].exc_type is ZeroDivisionError
