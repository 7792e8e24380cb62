"""`diary`, `history` and `progress`: the diary, without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskstretch.app import diary_writing, progress_text
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.cli.running import hand_over
from deskstretch.desktop.clock import wall
from deskstretch.desktop.paths import Places
from deskstretch.diary import export, progress, trends
from deskstretch.diary.copy import Copy, unreadable
from deskstretch.diary.database import Refused

if TYPE_CHECKING:
    from datetime import date

    from deskstretch.cli.grammar import Call

    Row = dict[str, Any]

_WRITES = ("--date", "--pain", "--side", "--note")
_ABOUT_A_FILE = ("--format", "--out")


def run(call: Call) -> int:
    """Carry out one of the three commands."""
    word = call.argument(0)
    if call.command == "history" and word != "export":
        return err(f'"history" takes export, not "{word}".', WRONG)
    if call.command == "diary" and word not in ("add", "list", "export"):
        return err(f'"diary" takes add, list or export, not "{word}".', WRONG)
    wrong = _misplaced(call, word)
    if wrong:
        return err(wrong, WRONG)
    if word == "add":
        return _add(call)
    return _read(call)


def _misplaced(call: Call, word: str | None) -> str:
    title = " ".join((call.command, word or "")).strip()
    if word == "add" and call.argument(1) is None:
        return '"diary add" needs N, a number from 1 to 10.'
    if word != "add" and call.argument(1) is not None:
        return f'"{title}" takes no "{call.argument(1)}".'
    others = _ABOUT_A_FILE if word == "add" else _WRITES
    given = next((option for option in others if option in call.options), None)
    if given is not None:
        return f'"{title}" has no option {given}.'
    form = call.text("--format")
    if form not in (None, "csv", "json"):
        return f'--format takes csv or json, not "{form}".'
    return ""


# Writing


def _add(call: Call) -> int:
    from deskstretch.app import diary_alone

    given = {option[2:]: call.text(option) for option in _WRITES}
    given["stiffness"] = call.argument(1)
    places, now = Places(call.profile), wall()

    def running() -> int | None:
        return hand_over(places, "diary-add", given)

    try:
        diary_writing.entry(given, now, None)
        code = running()
        if code is not None:
            return code
        outcome = diary_alone.add(places, given, now, running)
    except diary_writing.Wrong as wrong:
        return err(str(wrong), WRONG)
    except OSError as error:
        return err(f"The entry was not saved: {_reason(error)}.", REFUSED)
    if isinstance(outcome, int):
        return outcome
    if outcome.remark is not None:
        err(str(outcome.remark), DONE)
    return REFUSED if outcome.saved is None else out(str(outcome.saved))


# Reading


def _read(call: Call) -> int:
    path = Places(call.profile).database
    try:
        copy = Copy(path)
    except Refused as refused:
        return err(str(unreadable(path, refused)), REFUSED)
    try:
        text = _text(call, copy, trends.day_of(wall()))
    finally:
        copy.close()
    return _give(text, call.text("--out"))


def _text(call: Call, copy: Copy, today: date) -> str:
    form = call.text("--format")
    if call.command == "progress":
        return _progress(copy, today, "json" if call.options.get("--json") else form)
    if call.command == "history":
        if form == "json":
            return _json(export.history(copy))
        return export.as_csv(export.HISTORY_COLUMNS, export.history_rows(copy))
    rows = export.diary_rows(copy)
    if form == "json":
        return _json({"format": 1, "diary": rows})
    if form is None and call.argument(0) == "list":
        return _listing(rows)
    return export.as_csv(export.DIARY_COLUMNS, rows)


def _progress(copy: Copy, today: date, form: str | None) -> str:
    found = progress.read(copy, today)
    if form == "json":
        return _json(progress.as_json(found))
    if form == "csv":
        return export.as_csv(progress.DAY_COLUMNS, progress.day_rows(found))
    return "".join(f"{line}\n" for line in progress_text.lines(found))


def _listing(rows: list[Row]) -> str:
    if not rows:
        return "No diary entries yet.\n"
    lines = (
        f"{row['day']}  {row['stiffness']:>2}  {' '.join(row['note'].split())}".rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _json(value: Row) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _give(text: str, file: str | None) -> int:
    if file is None:
        return out(text.removesuffix("\n"))
    from deskstretch.settings import disk

    path = Path(file)
    try:
        if path.is_dir():
            raise IsADirectoryError("it is a folder")
        disk.replace(path, text.encode())
    except OSError as error:
        return err(f"The file {path} cannot be written: {_reason(error)}.", REFUSED)
    return out(str(path))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
