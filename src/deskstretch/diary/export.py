"""The diary as CSV and JSON: the same rows in both; docs/export.md explains them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from deskstretch.diary import trends

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from deskstretch.diary.readings import Readings
    from deskstretch.diary.records import (
        CheckIn,
        Entry,
        Flexibility,
        FollowUp,
        Part,
        Prompt,
        Session,
        Stop,
    )

    Row = dict[str, Any]

HISTORY_COLUMNS = (
    "kind",
    "day",
    "at",
    "until",
    "what",
    "profile",
    "seconds",
    "reps_left",
    "reps_right",
    "reps_both",
    "shown",
    "completed",
    "answer",
    "stop_sign",
    "reminder",
    "reason",
    "side",
    "stiffness",
    "pain",
    "note",
)
DIARY_COLUMNS = (
    "day",
    "stiffness",
    "median_7_days",
    "pain",
    "side",
    "worse_after_session",
    "note",
    "written_at",
)


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Write rows under a line of their columns; what a row has not stays empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row[name]) for name in row} for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value


def diary_rows(readings: Readings) -> list[Row]:
    """Return what was written down, a row for each day there is an entry for."""
    entries = readings.entries()
    values = trends.stiffness(entries)
    worse = {one.day: one.answer for one in readings.follow_ups()}
    return [
        {
            "day": entry.day.isoformat(),
            "stiffness": entry.stiffness,
            "median_7_days": trends.median_at(values, entry.day),
            "pain": entry.pain,
            "side": entry.side,
            "worse_after_session": worse.get(entry.day),
            "note": entry.note,
            "written_at": _time(entry.written),
        }
        for entry in entries
    ]


def history(readings: Readings) -> Row:
    """Return everything that is kept, each kind under its name."""
    return {
        "format": 1,
        "diary": diary_rows(readings),
        "sessions": [_session(one) for one in readings.sessions()],
        "prompts": [_prompt(one) for one in readings.prompts()],
        "stops": [_stop(one) for one in readings.stops()],
        "follow_ups": [_follow_up(one) for one in readings.follow_ups()],
        "flexibility": [_flexibility(one) for one in readings.flexibility()],
        "check_ins": [_check_in(one) for one in readings.check_ins()],
    }


def history_rows(readings: Readings) -> list[Row]:
    """Return everything that is kept as rows of one table, in the order of time."""
    rows: list[Row] = []
    for session in readings.sessions():
        row = {"kind": "session", **_session(session)}
        parts = row.pop("movements")
        rows.append(_flat(row))
        about = {"kind": "movement", "day": row["day"], "at": row["at"]}
        rows += [{**about, **part} for part in parts]
    kinds: dict[str, Iterable[Row]] = {
        "prompt": map(_prompt, readings.prompts()),
        "stop": map(_stop, readings.stops()),
        "diary": map(_entry, readings.entries()),
        "follow-up": map(_follow_up, readings.follow_ups()),
        "check-in": map(_check_in, readings.check_ins()),
    }
    for kind, found in kinds.items():
        rows += [_flat({"kind": kind, **row}) for row in found]
    for check in readings.flexibility():
        rows += _flexibility_rows(check)
    return sorted(rows, key=lambda row: (row["day"], row["at"]))


def _flat(row: Row) -> Row:
    return {name: row[name] for name in HISTORY_COLUMNS if name in row}


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _session(session: Session) -> Row:
    return {
        "day": trends.day_of(session.started).isoformat(),
        "at": _time(session.started),
        "until": _time(session.ended),
        **_done(session),
        "answer": session.feeling,
        "stop_sign": session.stop_sign,
        "prompt": session.prompt_id,
        "movements": [_done(part) for part in session.parts],
    }


def _done(done: Session | Part) -> Row:
    return {
        "what": done.slug,
        "profile": done.profile,
        "seconds": round(done.worked_s, 1),
        "reps_left": done.reps_left,
        "reps_right": done.reps_right,
        "reps_both": done.reps_both,
        "shown": done.shown,
        "completed": done.completed,
    }


def _prompt(prompt: Prompt) -> Row:
    return {
        "id": prompt.id,
        "day": trends.day_of(prompt.asked).isoformat(),
        "at": _time(prompt.asked),
        "until": _time(prompt.answered) if prompt.answered else None,
        "what": prompt.does,
        "answer": prompt.answer,
        "reminder": prompt.name,
        "reason": prompt.reason,
        "again": prompt.again,
    }


def _stop(stop: Stop) -> Row:
    seen = {None: None, True: "seen", False: "not seen"}[stop.seen]
    return {
        "day": trends.day_of(stop.stopped).isoformat(),
        "at": _time(stop.stopped),
        "until": _time(stop.checked) if stop.checked else None,
        "answer": "mistaken" if stop.mistaken else seen,
        "stop_sign": stop.sign,
    }


def _entry(entry: Entry) -> Row:
    return {
        "day": entry.day.isoformat(),
        "at": _time(entry.written),
        "side": entry.side,
        "stiffness": entry.stiffness,
        "pain": entry.pain,
        "note": entry.note,
    }


def _follow_up(follow_up: FollowUp) -> Row:
    return {
        "day": follow_up.day.isoformat(),
        "at": _time(follow_up.answered),
        "answer": follow_up.answer,
    }


def _check_in(check_in: CheckIn) -> Row:
    return {
        "day": check_in.day.isoformat(),
        "at": _time(check_in.answered),
        "what": f"day {check_in.number}",
        "answer": check_in.answer,
    }


def _flexibility(check: Flexibility) -> Row:
    return {
        "day": check.day.isoformat(),
        "at": _time(check.measured),
        "reach_left_cm": check.reach_left_cm,
        "reach_right_cm": check.reach_right_cm,
        "turn_left": check.turn_left,
        "turn_right": check.turn_right,
        "half_kneel_left": check.half_kneel_left,
        "half_kneel_right": check.half_kneel_right,
    }


def _flexibility_rows(check: Flexibility) -> list[Row]:
    """Return a row for each measure that was taken, the value under `answer`."""
    about = {"kind": "flexibility", "day": check.day.isoformat()}
    about["at"] = _time(check.measured)
    taken = (
        ("side-reach cm", "left", check.reach_left_cm),
        ("side-reach cm", "right", check.reach_right_cm),
        ("seated turn", "left", check.turn_left),
        ("seated turn", "right", check.turn_right),
        ("half-kneel 30 s", "left", check.half_kneel_left),
        ("half-kneel 30 s", "right", check.half_kneel_right),
    )
    return [
        {**about, "what": what, "side": side, "answer": value}
        for what, side, value in taken
        if value is not None
    ]
