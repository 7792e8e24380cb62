"""The settings in force, whoever changes them: the app, an editor, another shell."""

import os

import pytest
from conftest import READ, TODAY
from PySide6.QtCore import QTimer

from deskstretch.settings import disk
from deskstretch.settings.file import SettingsFile


@pytest.fixture
def live(desk):
    """Make live settings that watch their file, and note what they tell."""

    def make(text=READ):
        here = desk(text)
        live = here.parts.live
        live.watch()
        (settling,) = live.findChildren(QTimer)
        settling.setInterval(40)  # no editor here takes its time
        live.told = []
        live.changed.connect(lambda: live.told.append("changed"))
        live.problems_changed.connect(lambda: live.told.append("problems"))
        live.on_disk = here.settings_file
        return live

    return make


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that takes nothing, until it is told to."""

    class Disk:
        full = True

    replace = disk.replace

    def refuse(path, data):
        if Disk.full:
            raise OSError(28, "No space left on device")
        replace(path, data)

    monkeypatch.setattr(disk, "replace", refuse)
    return Disk


def theme(live):
    return live.settings["appearance.theme"]


def in_file(live, key):
    again = SettingsFile(live.on_disk, {"kneeling-hip-flexor", "lat-stretch"})
    again.load(TODAY)
    return again.settings[key]


def with_theme(name):
    return f'{READ}\n[appearance]\ntheme = "{name}"\n'


def test_a_change_from_inside_is_in_force_and_in_the_file_at_once(live):
    here = live()
    here.put({"appearance.theme": "dark", "limits.snooze": 300.0})
    assert theme(here) == "dark"
    assert in_file(here, "appearance.theme") == "dark"
    assert in_file(here, "limits.snooze") == 300.0
    assert here.told == ["changed", "problems"]


def test_what_is_as_it_was_is_no_change(live):
    here = live(with_theme("dark"))
    here.put({"appearance.theme": "dark"})
    assert here.told == ["problems"]


def test_a_value_that_cannot_be_is_logged_and_changes_nothing(live, caplog):
    here = live()
    before = here.on_disk.read_bytes()
    here.put({"appearance.theme": "pink", "limits.snooze": 300.0})
    assert "changed" not in here.told
    assert here.on_disk.read_bytes() == before
    assert here.settings.seconds("limits.snooze") == 600
    assert "a setting was not changed" in caplog.text
    assert "pink" in caplog.text


def test_what_the_app_writes_itself_is_not_taken_for_somebody_elses(live, qtbot):
    here = live()
    (settling,) = here.findChildren(QTimer)
    here.put({"appearance.theme": "dark"})
    here.told.clear()
    qtbot.waitUntil(settling.isActive)
    qtbot.waitUntil(lambda: not settling.isActive())
    assert here.told == []


def test_another_programs_change_comes_into_force(live, qtbot):
    here = live()
    here.on_disk.write_text(with_theme("dark"))
    qtbot.waitUntil(lambda: theme(here) == "dark")
    assert here.told == ["changed", "problems"]
    here.on_disk.write_text(with_theme("light"))
    qtbot.waitUntil(lambda: theme(here) == "light")
    assert here.told == ["changed", "problems"] * 2


def test_a_file_that_is_replaced_is_followed_again_and_again(live, qtbot):
    here = live()
    for name in ("dark", "light", "dark"):
        beside = here.on_disk.with_name("beside.toml")
        beside.write_text(with_theme(name))
        beside.replace(here.on_disk)
        qtbot.waitUntil(lambda name=name: theme(here) == name)
    with here.on_disk.open("w") as file:  # and then into it
        file.write(with_theme("light"))
    qtbot.waitUntil(lambda: theme(here) == "light")


def test_a_file_that_comes_later_is_seen(live, qtbot):
    here = live()
    here.on_disk.unlink()
    qtbot.waitUntil(lambda: "problems" in here.told)
    here.on_disk.write_text(with_theme("dark"))
    qtbot.waitUntil(lambda: theme(here) == "dark")


def test_a_file_behind_a_link_is_followed(desk, qtbot, tmp_path):
    here = desk()
    real = tmp_path / "dotfiles" / "settings.toml"
    real.parent.mkdir()
    here.settings_file.replace(real)
    here.settings_file.symlink_to(real)
    here.parts.live.watch()
    real.write_text(with_theme("dark"))
    qtbot.waitUntil(lambda: theme(here.parts.live) == "dark")
    here.parts.live.put({"appearance.theme": "light"})
    assert here.settings_file.is_symlink()
    assert 'theme = "light"' in real.read_text()


def test_a_file_broken_while_it_is_edited_leaves_in_force_what_was(live, qtbot):
    here = live(with_theme("dark"))
    broken = f'{with_theme("dark")}\n[limits\nsnooze = "'
    here.on_disk.write_text(broken)
    qtbot.waitUntil(lambda: here.told == ["problems"])
    assert theme(here) == "dark"
    problems = [str(one) for one in here.file.problems]
    assert any("line 10" in one for one in problems)
    assert here.on_disk.read_text() == broken
    here.on_disk.write_text(with_theme("light"))
    qtbot.waitUntil(lambda: theme(here) == "light")
    assert here.file.problems == ()
    assert here.told == ["problems", "changed", "problems"]


def test_one_bad_value_is_said_and_the_rest_comes_into_force(live, qtbot):
    here = live()
    here.on_disk.write_text(f'{with_theme("dark")}\n[limits]\nsnooze = "soon"\n')
    qtbot.waitUntil(lambda: theme(here) == "dark")
    (problem,) = here.file.problems
    assert (problem.field, problem.line) == ("limits.snooze", 11)
    assert here.settings.seconds("limits.snooze") == 600


def test_a_deleted_file_means_everything_as_usual(live, qtbot):
    here = live(with_theme("dark"))
    here.on_disk.unlink()
    qtbot.waitUntil(lambda: theme(here) == "system")
    assert here.file.problems == ()
    here.put({"limits.snooze": 300.0})
    assert in_file(here, "limits.snooze") == 300.0


def test_a_file_that_was_only_touched_is_no_change(live, qtbot):
    here = live()
    os.utime(here.on_disk, (1, 1))
    qtbot.waitUntil(lambda: here.told == ["problems"])


def test_what_the_disk_refuses_is_in_force_and_written_later(live, full_disk):
    here = live()
    before = here.on_disk.read_bytes()
    here.put({"appearance.theme": "dark"})
    assert theme(here) == "dark"
    assert here.told == ["changed", "problems"]
    assert "No space left on device" in str(here.file.trouble)
    assert here.on_disk.read_bytes() == before
    here.retry()
    assert here.file.trouble is not None
    full_disk.full = False
    here.retry()
    assert here.file.trouble is None
    assert in_file(here, "appearance.theme") == "dark"
    assert here.told == ["changed", "problems"]


def test_what_waits_for_the_disk_stays_over_another_programs_change(
    live, full_disk, qtbot
):
    here = live()
    here.put({"appearance.theme": "dark"})
    here.on_disk.write_text(f'{READ}\n[limits]\nsnooze = "5min"\n')
    qtbot.waitUntil(lambda: here.settings.seconds("limits.snooze") == 300)
    assert theme(here) == "dark"
    full_disk.full = False
    here.retry()
    assert in_file(here, "appearance.theme") == "dark"
    assert in_file(here, "limits.snooze") == 300.0


def test_copies_are_dated_by_the_clock_of_the_app(live):
    here = live()
    here.put({"appearance.theme": "dark"})
    assert [one.name for one in here.file.copies()] == ["settings.toml.2026-03-02"]


def test_another_programs_change_met_on_trying_again_is_told(live, full_disk):
    here = live()
    here.put({"appearance.theme": "dark"})
    here.told.clear()
    here.on_disk.write_text(f'{READ}\n[limits]\nsnooze = "5min"\n')
    full_disk.full = False
    here.retry()  # before the watcher has come to speak
    assert here.settings.seconds("limits.snooze") == 300
    assert "changed" in here.told
