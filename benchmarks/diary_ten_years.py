"""Ten years of full use: how large the store gets, and how long opening it takes.

Prints one JSON line: rows, size in MB, and milliseconds for opening, for the sums of
the progress window over everything, and for the median line of a year.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from deskstretch.diary import export, progress
from deskstretch.diary.records import Entry, FollowUp, Part
from deskstretch.diary.statements import TABLES
from deskstretch.diary.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = 3650
FIRST = date(2016, 1, 1)
NINE = datetime(2016, 1, 1, 9, tzinfo=UTC)
PROMPTS_A_DAY, DESK_SESSIONS_A_DAY, PARTS = 9, 5, 8
NOTE = "slept badly, sat in the train for three hours"


def fill(store: Store) -> None:
    """Keep ten years: a diary, nine prompts, five desk sessions and a routine a day."""
    parts = tuple(Part("cat-cow", "slow", 80.0, reps_both=8) for _ in range(PARTS))
    for number in range(DAYS):
        moment = NINE + timedelta(days=number)
        day = moment.date()
        note = NOTE if number % 5 == 0 else ""
        store.put_entry(Entry(day, number % 10 + 1, moment, note=note))
        store.put_follow_up(FollowUp(day, "no", moment))
        for count in range(PROMPTS_A_DAY):
            asked = moment + timedelta(hours=count)
            prompt = store.add_prompt(
                "hip-flexor", "kneeling-hip-flexor", "92 min of sitting", asked
            )
            store.answer_prompt(prompt, "accepted", asked)
        for count in range(DESK_SESSIONS_A_DAY):
            begun = moment + timedelta(hours=count)
            ended = begun + timedelta(minutes=2)
            session = store.add_session(
                "kneeling-hip-flexor", "standard", begun, ended, 110, completed=True
            )
            store.rate_session(session, "same")
        ended = moment + timedelta(minutes=7)
        store.add_session(
            "seven-minute", "", moment, ended, 420, completed=True, parts=parts
        )


def took(what: Callable[[], object]) -> float:
    """Return the milliseconds of one call, the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = perf_counter()
        what()
        best = min(best, perf_counter() - begun)
    return round(best * 1000, 1)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deskstretch.db"
        today = FIRST + timedelta(days=DAYS - 1)
        store = Store.open(path, FIRST)
        with store.together():
            fill(store)
        store.close()
        store = Store.open(path, today)
        rows = sum(
            store.read(f"SELECT count(*) FROM {one}", ())[0][0] for one in TABLES
        )
        sums = progress.read(store, today)
        year = [today - timedelta(days=number) for number in range(365)]
        found = {
            "benchmark": "diary_ten_years",
            "rows": rows,
            "size_mb": round(path.stat().st_size / 1e6, 1),
            "open_ms": took(lambda: Store.open(path, today).close()),
            "entry_ms": took(lambda: store.put_entry(Entry(today, 4, NINE))),
            "sums_ms": took(lambda: progress.read(store, today)),
            "year_medians_ms": took(lambda: [sums.median_at(day) for day in year]),
            "history_json_ms": took(lambda: json.dumps(export.history(store))),
        }
        store.close()
    print(json.dumps(found))
    return int(found["size_mb"] > 30 or found["open_ms"] > 50 or found["sums_ms"] > 200)


if __name__ == "__main__":
    sys.exit(main())
