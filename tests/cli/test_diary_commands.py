"""The diary at a shell, without a running app: one sentence, one lock, one writer."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest

from deskstretch.cli.commands import run
from deskstretch.desktop.clock import wall
from deskstretch.diary import trends

TODAY = trends.day_of(wall())


@pytest.fixture
def shell(capsys, monkeypatch, tmp_path):
    """Type words at a profile of one's own; returns exit code, output and errors."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    profile = tmp_path / "profile"

    def typed(*words):
        code = run(["--profile", str(profile), *words])
        caught = capsys.readouterr()
        return code, caught.out, caught.err

    typed.profile = profile
    return typed


def one_sentence(text):
    return text.endswith(".\n") and text.count("\n") == 1


def test_an_entry_is_written_and_listed(shell):
    code, out, err = shell("diary", "add", "4", "--note", "cold  night")
    assert (code, err) == (0, "")
    assert out.startswith("Saved: 4 for ")
    assert one_sentence(out)
    before = (TODAY - timedelta(days=2)).isoformat()
    assert shell("diary", "add", "10", "--date", before)[0] == 0
    code, out, err = shell("diary", "list")
    assert (code, err) == (0, "")
    assert out == f"{before}  10\n{TODAY}   4  cold night\n"


def test_a_second_entry_of_a_day_takes_the_place_of_the_first(shell):
    shell("diary", "add", "4", "--note", "cold", "--pain", "3", "--side", "both")
    shell("diary", "add", "7")
    rows = json.loads(shell("diary", "export", "--format", "json")[1])["diary"]
    assert len(rows) == 1
    assert (rows[0]["stiffness"], rows[0]["note"], rows[0]["pain"]) == (7, "cold", 3)


@pytest.mark.parametrize(
    "words",
    [
        ["diary"],
        ["diary", "add"],
        ["diary", "add", "0"],
        ["diary", "add", "11"],
        ["diary", "add", "4.5"],
        ["diary", "add", "-1"],
        ["diary", "add", "four"],
        ["diary", "add", "4", "5"],
        ["diary", "add", "4", "--date", "yesterday"],
        ["diary", "add", "4", "--date", "2026-02-30"],
        ["diary", "add", "4", "--date", "9999-01-01"],
        ["diary", "add", "4", "--pain", "11"],
        ["diary", "add", "4", "--side", "top"],
        ["diary", "add", "4", "--format", "csv"],
        ["diary", "burn"],
        ["diary", "list", "4"],
        ["diary", "list", "--date", "2026-01-01"],
        ["diary", "export", "--format", "pdf"],
        ["history"],
        ["history", "list"],
        ["progress", "4"],
        ["progress", "--format", "xml"],
    ],
)
def test_what_makes_no_command_is_said_in_one_sentence(shell, words):
    code, out, err = shell(*words)
    assert (code, out) == (2, "")
    assert one_sentence(err), err
    assert not shell.profile.exists()


def test_an_empty_profile_has_nothing_to_tell_and_is_left_alone(shell):
    assert shell("diary", "list") == (0, "No diary entries yet.\n", "")
    code, out, _err = shell("diary", "export")
    assert (code, out.count("\n")) == (0, 1)
    code, out, _err = shell("progress")
    assert code == 0
    assert out.startswith("No diary entries yet.")
    assert json.loads(shell("history", "export", "--format", "json")[1])["diary"] == []
    assert not shell.profile.exists()


def test_progress_in_words_and_in_numbers(shell):
    for days in range(5):
        day = (TODAY - timedelta(days=days)).isoformat()
        shell("diary", "add", str(days + 2), "--date", day)
    code, out, err = shell("progress")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Morning stiffness, median of 7 days: 4."
    assert "0 active days this week. The goal is 3 to 5." in out
    told = json.loads(shell("progress", "--json")[1])
    assert told["stiffness"]["median_7_days"] == 4.0
    rows = list(csv.DictReader(io.StringIO(shell("progress", "--format", "csv")[1])))
    assert [row["stiffness"] for row in rows] == ["6", "5", "4", "3", "2"]
    assert rows[-1]["median_7_days"] == "4.0"


def test_an_export_into_a_file(shell, tmp_path):
    shell("diary", "add", "4")
    file = tmp_path / "out.csv"
    code, out, err = shell("diary", "export", "--out", str(file))
    assert (code, out, err) == (0, f"{file}\n", "")
    assert file.read_text() == shell("diary", "export")[1]
    code, out, err = shell("history", "export", "--out", str(tmp_path))
    assert (code, out) == (1, "")
    assert err == f"The file {tmp_path} cannot be written: it is a folder.\n"


@pytest.mark.parametrize(
    "command", [["diary", "list"], ["history", "export"], ["progress"]]
)
def test_a_damaged_and_a_newer_file_are_read_by_nobody_and_kept(shell, command):
    shell("diary", "add", "4")
    file = shell.profile / "deskstretch.db"
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    code, out, err = shell(*command)
    assert (code, out) == (1, "")
    assert err == (
        f"The diary {file} cannot be read:"
        " a newer version of DeskStretch has written it.\n"
    )
    code, out, err = shell("diary", "add", "5")
    assert (code, out) == (1, "")
    assert "a newer version of DeskStretch has written it." in err
    file.write_bytes(b"no database, that much is sure")
    code, out, err = shell(*command)
    assert (code, out) == (1, "")
    assert err == f"The diary {file} cannot be read: it is damaged.\n"
    assert file.read_bytes().startswith(b"no database")


def test_adding_to_a_damaged_file_puts_it_aside_and_says_so(shell):
    shell.profile.mkdir()
    file = shell.profile / "deskstretch.db"
    file.write_bytes(b"x" * 9000)
    code, out, err = shell("diary", "add", "5")
    assert code == 0
    assert out.startswith("Saved: 5 for ")
    assert err.startswith("Your diary could not be read. A new one was begun.")
    assert shell("diary", "list")[1] == f"{TODAY}   5\n"


HOLDER = """
import sys
from deskstretch.desktop.instance import Instance
from deskstretch.desktop.paths import Places
places = Places(sys.argv[1])
places.create()
held = Instance(places)
assert held.acquire()
print("held", flush=True)
sys.stdin.read()
held.close()
"""


def test_nothing_is_written_past_somebody_elses_lock(shell, monkeypatch):
    monkeypatch.setattr("deskstretch.app.diary_alone.WAIT_S", 0.2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, shell.profile],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert shell("diary", "add", "4") == (
            1,
            "",
            "Another program is writing the diary. Try again.\n",
        )
        holder.stdin.close()
        holder.wait()
    assert shell("diary", "list")[1] == "No diary entries yet.\n"
    assert shell("diary", "add", "4")[0] == 0
    assert not (shell.profile / "lock").exists()
