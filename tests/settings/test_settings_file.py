"""Fields are written one by one; comments, unknown keys and strangers' changes stay."""

from __future__ import annotations

import stat
import subprocess
import sys
from datetime import date

import pytest

from deskstretch.settings.durations import Refused
from deskstretch.settings.file import SettingsFile
from deskstretch.settings.model import DEFAULT_REMINDERS, Settings
from deskstretch.settings.reading import read

TODAY = date(2026, 3, 2)
TOMORROW = date(2026, 3, 3)
KNOWN = {"kneeling-hip-flexor", "lat-stretch", "cat-cow"}

BY_HAND = """\
# mine, by hand
[presence]   # who is here
away_after = "1h"  # long

# what follows is about limits
[limits]
snooze = '8s'
my_own_key = { a = 1 }

[[reminder]]  # the first
name = "hips"
does = "kneeling-hip-flexor"
kind = "desk-time" # after sitting
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def opened(path, text=None, today=TODAY):
    if text is not None:
        path.write_text(text, encoding="utf-8")
    file = SettingsFile(path, KNOWN)
    file.load(today)
    return file


def names_in(folder):
    return sorted(place.name for place in folder.iterdir())


def in_file(path):
    return read(path.read_bytes(), KNOWN)[0]


class TestWriting:
    """What is written is the one value, and nothing else."""

    def test_the_first_change_makes_a_small_file(self, path):
        file = opened(path)
        assert not file.exists
        file.set("presence.away_after", "8s", TODAY)
        assert path.read_text() == (
            "# DeskStretch settings. What is not here is as usual.\n\n"
            '[presence]\naway_after = "8s"\n'
        )
        assert file.exists
        assert file.settings["presence.away_after"] == 8.0
        assert file.trouble is None

    def test_a_missing_folder_is_made(self, tmp_path):
        file = opened(tmp_path / "new" / "folder" / "settings.toml")
        file.set("limits.snooze", "5min", TODAY)
        assert in_file(file.path)["limits.snooze"] == 300

    @pytest.mark.parametrize(
        ("key", "text", "old", "new"),
        [
            ("presence.away_after", "8s", 'away_after = "1h"', 'away_after = "8s"'),
            ("limits.snooze", "5min", "snooze = '8s'", 'snooze = "5min"'),
            ("reminder.hips.name", "hip", 'name = "hips"', 'name = "hip"'),
            (
                "reminder.hips.every",
                "45min",
                "# after sitting\n",
                '# after sitting\nevery = "45min"\n',
            ),
            (
                "presence.restart_after",
                "9s",
                "# long\n",
                '# long\nrestart_after = "9s"\n',
            ),
        ],
    )
    def test_one_value_changes_and_every_other_byte_stays(
        self, path, key, text, old, new
    ):
        file = opened(path, BY_HAND)
        file.set(key, text, TODAY)
        assert BY_HAND.count(old) == 1
        assert path.read_text() == BY_HAND.replace(old, new)
        assert file.trouble is None

    def test_a_new_section_comes_at_the_end(self, path):
        opened(path, BY_HAND).set("place.at", "office", TODAY)
        assert path.read_text() == BY_HAND + '\n[place]\nat = "office"\n'

    def test_the_same_value_in_other_words_is_left_as_it_is_written(self, path):
        file = opened(path, BY_HAND)
        file.set("presence.away_after", "60min", TODAY)
        assert path.read_text() == BY_HAND

    def test_windows_line_ends_and_a_byte_order_mark_stay(self, path):
        before = b'\xef\xbb\xbf[limits]\r\nsnooze = "5min"\r\n'
        path.write_bytes(before)
        opened(path).set("limits.prompts_a_day", "3", TODAY)
        assert path.read_bytes() == before + b"prompts_a_day = 3\r\n"

    def test_one_field_of_a_usual_reminder_writes_the_whole_usual_list(self, path):
        file = opened(path, "# short\n")
        file.set("reminder.hip-flexor.every", "45min", TODAY)
        settings = in_file(path)
        assert settings.seconds("reminder.hip-flexor.every") == 2700
        assert settings.reminders[1:] == DEFAULT_REMINDERS[1:]
        assert settings.reminders[0].with_value("every", 5400.0) == DEFAULT_REMINDERS[0]
        assert path.read_text().startswith("# short\n\n[[reminder]]\n")

    def test_another_kind_brings_what_is_usual_for_it(self, path):
        file = opened(path, BY_HAND)
        file.set("reminder.hips.every", "45min", TODAY)
        file.set("reminder.hips.kind", "daily", TODAY)
        assert file.problems[1:] == ()  # my_own_key is still named
        assert in_file(path) == file.settings
        assert file.settings["reminder.hips.at"] == "08:00"

    def test_a_reset_takes_the_key_out(self, path):
        file = opened(path, BY_HAND)
        file.reset("limits.snooze", TODAY)
        assert path.read_text() == BY_HAND.replace("snooze = '8s'\n", "")
        assert file.settings["limits.snooze"] == 600

    def test_several_changes_are_one_writing(self, path):
        file = opened(path)
        file.put_all(
            {
                "safety.notice_read": "2026-03-02",
                "safety.warnings_read": ("lat-stretch",),
                "first_run.done": True,
                "hours.mon": ((540, 1020),),
                "safety.red_flag": "2026-03-02",
            },
            TODAY,
        )
        settings = in_file(path)
        assert settings == file.settings
        assert settings.texts("safety.warnings_read") == ("lat-stretch",)
        assert settings.hours["mon"] == ((540, 1020),)

    def test_the_permissions_stay_and_a_new_file_is_private(self, path):
        path.write_text("")
        path.chmod(0o640)
        opened(path).set("limits.snooze", "5min", TODAY)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.unlink()
        opened(path).set("limits.snooze", "5min", TODAY)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_symbolic_link_stays_one(self, tmp_path, path):
        target = tmp_path / "dotfiles" / "deskstretch.toml"
        target.parent.mkdir()
        target.write_text(BY_HAND)
        path.symlink_to(target)
        opened(path).set("limits.snooze", "5min", TODAY)
        assert path.is_symlink()
        assert in_file(target)["limits.snooze"] == 300
        assert names_in(target.parent) == ["deskstretch.toml"]

    def test_a_symbolic_link_to_nothing_yet_is_followed(self, tmp_path, path):
        target = tmp_path / "dotfiles" / "deskstretch.toml"
        path.symlink_to(target)
        file = opened(path)
        assert not file.exists
        file.set("limits.snooze", "5min", TODAY)
        assert path.is_symlink()
        assert in_file(target)["limits.snooze"] == 300

    def test_nothing_but_the_file_and_its_copies_is_left_behind(self, path):
        opened(path).set("limits.snooze", "5min", TODAY)
        assert names_in(path.parent) == ["backups", "settings.toml"]


class TestRefusals:
    """What cannot be taken is one sentence, and nothing changes."""

    @pytest.mark.parametrize(
        ("key", "text", "sentence"),
        [
            (
                "presence.awayafter",
                "5min",
                (
                    'There is no setting "presence.awayafter". '
                    'Did you mean "presence.away_after"?'
                ),
            ),
            (
                "reminder.hip.every",
                "5min",
                'There is no reminder "hip". Did you mean "hips"?',
            ),
            ("reminder.hips.at", "08:00", 'Such a reminder has no "at".'),
            (
                "reminder.hips.every",
                "often",
                '"often" is not a length of time: write it like 40s, 90min or 1h.',
            ),
            (
                "reminder.hips.does",
                "flying",
                'There is no movement or routine "flying".',
            ),
            ("colour", "x", 'There is no setting "colour".'),
            (
                "safety.cleared",
                "2026-03-02",
                '"safety.cleared" is written by DeskStretch itself.',
            ),
        ],
    )
    def test_a_bad_change_is_refused(self, path, key, text, sentence):
        file = opened(path, BY_HAND)
        before = file.settings
        with pytest.raises(Refused) as refused:
            file.set(key, text, TODAY)
        assert str(refused.value.message) == sentence
        assert path.read_text() == BY_HAND
        assert file.settings == before
        assert file.unsaved == 0

    def test_two_reminders_never_share_a_name(self, path):
        file = opened(path)
        with pytest.raises(Refused):
            file.set("reminder.diary.name", "morning", TODAY)
        file.set("reminder.diary.name", "diary", TODAY)

    def test_one_bad_change_of_several_changes_none(self, path):
        file = opened(path)
        with pytest.raises(Refused):
            file.put_all({"limits.snooze": 300.0, "limits.after_return": 1.0}, TODAY)
        assert not path.exists()
        assert file.settings == Settings()


class TestBroken:
    """Only a file that is no TOML is put aside, and it is kept."""

    def test_at_the_start_it_is_put_aside_and_named(self, path):
        file = opened(path, "[presence\n")
        aside = path.with_name("settings.toml.broken-2026-03-02")
        assert aside.read_text() == "[presence\n"
        assert not path.exists()
        assert file.settings == Settings()
        what, said = file.problems
        assert what.line == 1
        assert str(what).startswith("line 1: This is not TOML: ")
        assert str(said) == (
            f"Your settings file could not be read. We put it aside as {aside}. "
            "DeskStretch started with the usual settings. Your diary is safe."
        )

    def test_a_second_one_on_the_same_day_does_not_take_its_place(self, path):
        opened(path, "one =")
        opened(path, "two =")
        assert path.with_name("settings.toml.broken-2026-03-02").read_text() == "one ="
        aside = path.with_name("settings.toml.broken-2026-03-02-2")
        assert aside.read_text() == "two ="

    def test_while_somebody_edits_it_is_left_alone_and_the_settings_stay(self, path):
        file = opened(path, BY_HAND)
        before = file.settings
        path.write_text("[presence")
        file.reload(TODAY)
        assert path.read_text() == "[presence"
        assert file.settings == before
        assert file.problems

    def test_a_change_over_a_broken_file_goes_into_the_last_good_one(self, path):
        file = opened(path, BY_HAND)
        path.write_text("[presence")
        file.set("limits.snooze", "5min", TODAY)
        assert path.read_text() == BY_HAND.replace("'8s'", '"5min"')
        aside = path.with_name("settings.toml.broken-2026-03-02")
        assert aside.read_text() == "[presence"
        assert str(aside) in str(file.problems[-1])

    def test_a_change_over_a_file_that_was_never_read_writes_nothing_over_it(
        self, path
    ):
        path.write_text("[presence")
        file = SettingsFile(path, KNOWN)
        file.reload(TODAY)
        file.set("limits.snooze", "5min", TODAY)
        assert path.read_text() == "[presence"
        assert file.settings.seconds("limits.snooze") == 300
        assert str(file.trouble).endswith(
            "is not written: it cannot be read, so nothing is written over it."
        )


class TestOthers:
    """Other programs write the same file; the last one wins, field by field."""

    def test_a_change_of_another_field_stays(self, path):
        file = opened(path, BY_HAND)
        other = opened(path)
        other.set("limits.prompts_a_day", "3", TODAY)
        file.set("limits.snooze", "5min", TODAY)
        settings = in_file(path)
        assert settings["limits.prompts_a_day"] == 3
        assert settings["limits.snooze"] == 300
        assert file.settings == settings

    def test_a_change_from_outside_is_noticed_once(self, path):
        file = opened(path, BY_HAND)
        assert not file.changed()
        file.set("limits.snooze", "5min", TODAY)
        assert not file.changed()
        opened(path).set("limits.snooze", "15min", TODAY)
        assert file.changed()
        file.reload(TODAY)
        assert file.settings["limits.snooze"] == 900
        assert not file.changed()

    def test_a_reminder_that_another_program_took_away_is_not_brought_back(self, path):
        file = opened(path, BY_HAND)
        path.write_text("reminder = []\n")
        file.set("reminder.hips.every", "45min", TODAY)
        assert path.read_text() == "reminder = []\n"
        assert file.settings.reminders == ()
        assert [str(problem) for problem in file.problems] == [
            'reminder.hips.every: There is no reminder "hips".'
        ]

    def test_many_programs_at_once_lose_nothing(self, path):
        keys = ["presence.away_after", "limits.snooze", "quiet.after"] * 2
        code = (
            "import sys; from datetime import date; from pathlib import Path\n"
            "from deskstretch.settings.file import SettingsFile\n"
            "file = SettingsFile(Path(sys.argv[1]), ()); today = date(2026, 3, 2)\n"
            "for n in range(20): file.set(sys.argv[2], f'{n + 10}s', today)\n"
        )
        running = [
            subprocess.Popen([sys.executable, "-c", code, path, key]) for key in keys
        ]
        assert [process.wait() for process in running] == [0] * len(keys)
        settings, problems = read(path.read_bytes(), ())
        assert problems == []
        assert [settings[key] for key in keys] == [29.0] * len(keys)


class TestDiskRefuses:
    """What cannot be written is in force, said, and written later."""

    def test_the_change_is_in_force_and_written_when_the_disk_lets_us(self, tmp_path):
        (tmp_path / "folder").write_text("a file where the folder should be")
        file = opened(tmp_path / "folder" / "settings.toml")
        file.set("limits.snooze", "5min", TODAY)
        file.set("limits.prompts_a_day", "3", TODAY)
        file.set("limits.snooze", "15min", TODAY)
        assert file.settings["limits.snooze"] == 900
        assert file.unsaved == 2
        assert str(file.trouble).startswith(
            "Your last change is in force but not saved yet."
        )
        assert not file.retry(TODAY)
        (tmp_path / "folder").unlink()
        assert file.retry(TODAY)
        assert (file.trouble, file.unsaved) == (None, 0)
        assert in_file(file.path)["limits.snooze"] == 900
        assert in_file(file.path)["limits.prompts_a_day"] == 3

    def test_a_file_that_cannot_be_read_is_never_overwritten(self, path):
        path.mkdir()  # like a file of somebody else's
        file = opened(path)
        assert file.settings == Settings()
        assert "could not be read" in str(file.problems[0])
        file.set("limits.snooze", "5min", TODAY)
        assert path.is_dir()
        assert file.unsaved == 1
        assert file.settings["limits.snooze"] == 300

    def test_a_full_disk_leaves_the_file_as_it_was(self, path):
        path.write_text(BY_HAND)
        code = (
            "import resource, sys; from datetime import date; from pathlib import "
            "Path\n"
            "from deskstretch.settings.file import SettingsFile\n"
            "file = SettingsFile(Path(sys.argv[1]), ()); today = date(2026, 3, 2)\n"
            "file.load(today)\n"
            "unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (100, unlimited[1]))\n"
            "file.set('limits.snooze', '5min', today)\n"
            "print(file.unsaved, file.settings['limits.snooze'])\n"
            "print(Path(sys.argv[1]).read_text(), end='')\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)\n"
            "print(file.retry(today))\n"
        )
        said = subprocess.run(
            [sys.executable, "-c", code, path],
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stdout == f"1 300.0\n{BY_HAND}True\n"
        assert path.read_text() == BY_HAND.replace("'8s'", '"5min"')
        assert names_in(path.parent) == ["backups", "settings.toml"]


class TestCopies:
    """The last 7 good versions, one a day."""

    def test_a_good_file_is_copied_when_it_is_read_and_after_each_change(self, path):
        file = opened(path, BY_HAND)
        assert [copy.name for copy in file.copies()] == ["settings.toml.2026-03-02"]
        assert file.copies()[-1].read_text() == BY_HAND
        file.set("limits.snooze", "5min", TODAY)
        assert len(file.copies()) == 1
        assert file.copies()[-1].read_bytes() == path.read_bytes()
        file.set("limits.snooze", "15min", TOMORROW)
        assert [copy.name for copy in file.copies()] == [
            "settings.toml.2026-03-02",
            "settings.toml.2026-03-03",
        ]

    def test_a_day_without_a_change_makes_no_copy(self, path):
        opened(path, BY_HAND)
        assert len(opened(path, today=TOMORROW).copies()) == 1

    def test_seven_are_kept(self, path):
        file = opened(path)
        for day in range(1, 12):
            file.set("limits.prompts_a_day", str(day), date(2026, 3, day))
        assert [copy.name[-2:] for copy in file.copies()] == [
            f"{day:02}" for day in range(5, 12)
        ]

    def test_a_broken_file_is_no_good_copy(self, path):
        opened(path, BY_HAND)
        file = opened(path, "[presence", today=TOMORROW)
        assert [copy.read_text() for copy in file.copies()] == [BY_HAND]


def test_reading_never_loads_the_toml_writer():
    code = (
        "import sys, deskstretch.settings.file\n"
        "from pathlib import Path; from datetime import date\n"
        "deskstretch.settings.file.SettingsFile(Path('/nowhere'), ()).load("
        "date(2026, 3, 2))\n"
        "print(sorted({'tomlkit', 'difflib', 'inspect', 'asyncio', 'sqlite3'}"
        " & sys.modules.keys()))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() in {"[]", "['inspect']"}  # dataclasses load inspect
