"""Whatever moment the process is killed at, all that was acknowledged is there.

One helper process forks a writer for each life, lets it run for a moment and kills
it. The writer says each entry only after the store's method has returned; what it
said is then looked for by a fresh store.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

LIVES = """
import os, random, select, signal, sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from deskstretch.diary.records import Entry
from deskstretch.diary.store import Store

FIRST = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)

def write(path, life, pipe):
    store = Store.open(path, FIRST)
    for number in range(10**6):
        day = FIRST + timedelta(days=life)
        stiffness = number % 10 + 1
        store.put_entry(Entry(day, stiffness, NOW, note=f"{life} {number}"))
        prompt = store.add_prompt("kill", "cat-cow", f"{life} {number}", NOW)
        store.answer_prompt(prompt, "accepted", NOW)
        session = store.add_session(
            "cat-cow", "slow", NOW, NOW + timedelta(seconds=number), number,
            completed=True, prompt_id=prompt)
        store.rate_session(session, "easier")
        os.write(pipe, f"{number} {prompt} {session}\\n".encode())

def one_life(path, life, chance):
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        os.close(reads)
        write(path, life, writes)
        os._exit(0)
    os.close(writes)
    said = b""
    if chance.random() < 0.8:
        said += os.read(reads, 65536)  # it writes by now
    select.select([], [], [], chance.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reads, 65536):
        said += more
    os.close(reads)
    return [tuple(map(int, line.split())) for line in said.splitlines(keepends=True)
            if line.endswith(b"\\n")]

def judge(path, life, said):
    store = Store.open(path, FIRST)
    assert (store.trouble, store.notice) == (None, None), (store.trouble, store.notice)
    rows = dict(store.read("SELECT id, answer FROM prompts WHERE name = 'kill'", ()))
    felt = dict(store.read("SELECT id, feeling FROM sessions", ()))
    for number, prompt, session in said:
        assert rows[prompt] == "accepted", (life, number)
        assert felt[session] == "easier", (life, number)
    entry = store.entry(FIRST + timedelta(days=life))
    if said:
        last = int(entry.note.split()[1])
        assert said[-1][0] <= last <= said[-1][0] + 1, (entry.note, said[-1])
        assert entry.stiffness == last % 10 + 1
    store.write([("DELETE FROM prompts", ()), ("DELETE FROM sessions", ())])
    days = {one.day for one in store.entries()}
    store.close()
    return days

path, lives = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(lives)
acknowledged, due = 0, set()
for life in range(lives):
    said = one_life(path, life, chance)
    acknowledged += len(said)
    if said:
        due.add(FIRST + timedelta(days=life))
    assert due <= judge(path, life, said), "a whole day is lost"
print(acknowledged)
"""


def live(path, lives):
    told = subprocess.run(
        [sys.executable, "-c", LIVES, path, str(lives)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) > lives // 2, "it was killed before it wrote anything"


def test_twenty_kills_lose_nothing(tmp_path):
    live(tmp_path / "deskstretch.db", 20)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_thousand_kills_lose_nothing(tmp_path):
    live(tmp_path / "deskstretch.db", 1000)
