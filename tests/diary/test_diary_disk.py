"""A disk that refuses: nothing is lost while the process lives, and it is said."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.diary.records import Entry
from deskstretch.diary.store import Store

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
WRITTEN = Entry(TODAY, 4, NOW, 2, "left", "after a long drive")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "deskstretch.db"


def filled(path, prompts=1):
    store = Store.open(path, TODAY)
    for number in range(prompts):
        asked = NOW + timedelta(seconds=number)
        prompt = store.add_prompt("earlier", "cat-cow", "why", asked)
        store.answer_prompt(prompt, "skipped", asked)
    store.save_state("stops", 1, {"until": "2026-03-03"})
    return store


def use(store):
    """Press a few things; returns what the store must know of them."""
    prompt = store.add_prompt("hip-flexor", "kneeling-hip-flexor", "why", NOW)
    store.answer_prompt(prompt, "accepted", NOW)
    session = store.add_session("lat-stretch", "standard", NOW, NOW, 40, completed=True)
    store.rate_session(session, "same")
    store.put_entry(WRITTEN)
    store.save_state("planner", 1, {"open": prompt})
    return prompt, session


def knows(store, prompt, session):
    assert store.entry(TODAY) == WRITTEN
    assert (prompt, "accepted") in [
        (one.id, one.answer) for one in store.prompts(TODAY)
    ]
    assert [(one.id, one.feeling) for one in store.sessions(TODAY)] == [
        (session, "same")
    ]
    assert store.state("planner") == (1, {"open": prompt})
    return True


def knows_at_least(store, prompt, session):
    assert store.entry(TODAY) == WRITTEN
    assert prompt in [one.id for one in store.prompts(TODAY)]
    assert session in [one.id for one in store.sessions(TODAY)]
    return True


def test_no_folder_can_be_made_until_it_can(tmp_path):
    blocker = tmp_path / "profile"
    blocker.write_text("a file where the folder should be")
    store = Store.open(blocker / "deskstretch.db", TODAY)
    assert "not saved yet" in str(store.trouble)
    assert store.unsaved == 0
    used = use(store)
    assert knows(store, *used)
    assert store.unsaved == 6
    assert str(store.trouble).startswith(
        "Your last entry is not saved yet. We will keep trying while DeskStretch is "
        "open. The file "
    )
    assert not store.retry()
    blocker.unlink()
    assert store.retry()
    assert (store.trouble, store.unsaved) == (None, 0)
    assert knows(store, *used)
    store.close()
    again = Store.open(blocker / "deskstretch.db", TODAY)
    assert knows(again, *used)
    again.close()


def test_the_next_entry_brings_the_waiting_ones_along(tmp_path):
    blocker = tmp_path / "profile"
    blocker.write_text("")
    store = Store.open(blocker / "deskstretch.db", TODAY)
    used = use(store)
    blocker.unlink()
    store.save_state("other", 1, {})
    assert (store.trouble, store.unsaved) == (None, 0)
    assert knows(store, *used)
    store.close()


def test_another_program_holds_the_file(path):
    store = filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    used = use(store)
    assert "another program is holding it" in str(store.trouble)
    assert knows(store, *used)
    assert len(store.prompts(TODAY)) == 2  # the earlier one is still seen
    assert store.state("stops") == (1, {"until": "2026-03-03"})
    other.execute("ROLLBACK")
    other.close()
    assert store.retry()
    assert knows(store, *used)
    assert len(store.prompts(TODAY)) == 2
    store.close()


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_diary_disk import *
path = Path(sys.argv[1])
store = filled(path)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
used = use(store)
assert store.unsaved == 6 and store.trouble, store.trouble
assert knows(store, *used) and len(store.prompts(TODAY)) == 2
assert store.state("stops") is not None
for number in range(100):
    store.save_state("planner", 1, {"open": used[0]})
assert store.unsaved == 6, store.unsaved
assert not store.retry()
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert store.retry() and store.unsaved == 0 and store.trouble is None
assert knows(store, *used)
store.close()
store = Store.open(path, TODAY)
assert knows(store, *used) and len(store.prompts(TODAY)) == 2
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits for file sizes")
def test_a_full_disk(path):
    here = Path(__file__).parent
    subprocess.run([sys.executable, "-c", FULL, path, here], check=True)


READ_ONLY = """
import os, sys
import urllib.parse  # the other user may not read where Python is
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_diary_disk import *
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
path = Path(sys.argv[1])
store = Store.open(path, TODAY)
assert store.trouble, "should be refused"
assert store.state("stops") == (1, {"until": "2026-03-03"}), "a stop is seen"
assert len(store.prompts(TODAY)) == 1
used = use(store)
assert knows(store, *used) and store.unsaved == 6
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_a_folder_that_may_only_be_read(tmp_path, killed):
    path = tmp_path / "deskstretch.db"
    store = filled(path)
    if killed:  # leave the log beside the file, as a crash does
        copy = tmp_path / "crashed"
        copy.mkdir()
        for name in (path.name, path.name + "-wal"):
            shutil.copy(tmp_path / name, copy)
        path = copy / path.name
    store.close()
    for place in path.parent.iterdir():
        if place.is_file():
            place.chmod(0o444)
    path.parent.chmod(0o555)
    with _OpenToAll(tmp_path):
        here = Path(__file__).parent
        subprocess.run([sys.executable, "-c", READ_ONLY, path, here], check=True)
    path.parent.chmod(0o755)


class _OpenToAll:
    """Open the test's folders, private to root, for the time of a block."""

    def __init__(self, folder):
        self._modes = {
            place: place.stat().st_mode
            for place in (folder, *folder.parents)
            if place.owner() == folder.owner() and str(place).startswith("/tmp/")
        }

    def __enter__(self):
        for place, mode in self._modes.items():
            place.chmod(mode | 0o055)

    def __exit__(self, *_):
        for place, mode in self._modes.items():
            place.chmod(mode)


def test_the_file_is_taken_away_while_we_run(path):
    store = filled(path)
    shutil.rmtree(path.parent)
    used = use(store)
    assert knows(store, *used)
    store.retry()
    store.close()
    again = Store.open(path, TODAY)
    assert knows(again, *used)
    again.close()


def test_a_newer_version_is_neither_used_nor_touched(path):
    filled(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = path.read_bytes()
    store = Store.open(path, TODAY)
    assert "a newer version of DeskStretch has written it" in str(store.trouble)
    used = use(store)
    assert knows(store, *used)
    assert not store.retry()
    store.close()
    assert path.read_bytes() == before
    assert [place.name for place in path.parent.iterdir()] == [path.name]


class TestDamaged:
    """A damaged file is kept under another name; what can be read is carried over."""

    def test_what_is_no_database_is_put_aside(self, path):
        path.parent.mkdir()
        path.write_text("this is not a database, it is a letter to my aunt" * 100)
        store = Store.open(path, TODAY)
        aside = path.with_name("deskstretch.db.broken-2026-03-02")
        assert aside.read_text().startswith("this is not a database")
        assert store.trouble is None
        assert str(store.notice) == (
            "Your diary could not be read. A new one was begun."
            f" The original is kept as {aside}."
        )
        assert knows(store, *use(store))
        store.close()

    def test_a_second_one_on_one_day_does_not_take_the_first_ones_place(self, path):
        path.parent.mkdir()
        for _ in range(2):
            path.write_bytes(b"x" * 5000)
            Store.open(path, TODAY).close()
        names = sorted(place.name for place in path.parent.iterdir())
        assert names == [
            "deskstretch.db",
            "deskstretch.db.broken-2026-03-02",
            "deskstretch.db.broken-2026-03-02-2",
        ]

    def test_what_can_still_be_read_is_carried_over(self, path):
        filled(path, prompts=400).close()
        data = bytearray(path.read_bytes())
        page = len(data) // 4096 // 2
        data[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
        path.write_bytes(data)
        store = Store.open(path, TODAY)
        assert store.trouble is None
        assert store.notice is not None
        kept = store.prompts(TODAY)
        assert 250 < len(kept) < 400
        assert f" {len(kept)} of 400 entries are here." in str(store.notice)
        assert {one.answer for one in kept} == {"skipped"}
        assert store.state("stops") == (1, {"until": "2026-03-03"})
        store.close()
        again = Store.open(path, TODAY)
        assert again.notice is None
        again.close()

    def test_a_file_cut_short_is_put_aside(self, path):
        filled(path, prompts=400).close()
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        store = Store.open(path, TODAY)
        assert store.notice is not None
        assert knows(store, *use(store))
        store.close()

    @pytest.mark.parametrize("use_it", [use, lambda store: store.prompts(TODAY)])
    def test_damage_that_shows_while_we_run(self, path, use_it):
        filled(path, prompts=400).close()
        store = Store.open(path, TODAY)
        whole = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (whole - 4096))
        store._file.connection.execute("PRAGMA shrink_memory")  # nothing known by heart
        use_it(store)
        used = use(store)
        assert knows_at_least(store, *used)
        assert (store.trouble, store.unsaved) == (None, 0)
        assert store.notice is not None
        store.close()
        again = Store.open(path, TODAY)
        assert knows_at_least(again, *used)
        again.close()
        assert path.with_name("deskstretch.db.broken-2026-03-02").exists()

    def test_an_empty_file_is_a_new_one(self, path):
        path.parent.mkdir()
        path.touch()
        store = Store.open(path, TODAY)
        assert (store.notice, store.trouble) == (None, None)
        store.close()


def test_a_write_is_all_or_nothing(path):
    store = filled(path)
    with pytest.raises(sqlite3.IntegrityError):
        store.write(
            [
                ("INSERT INTO state VALUES ('a', 1, '{}')", ()),
                ("INSERT INTO state VALUES ('b', 'one', '{}')", ()),
            ]
        )
    assert store.state("a") is None
    assert (store.unsaved, store.trouble) == (0, None)
    store.close()
