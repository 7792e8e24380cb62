"""The SQL of what people write down themselves, and what its rows mean.

Beside `statements`, which is about what happened. What is asked once a day is
written over when it is written again.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deskstretch.diary.records import (
    CHECK_IN_ANSWERS,
    CHECK_INS,
    FOLLOW_UPS,
    LONGEST_NOTE,
    PAIN,
    SIDES,
    SIGNS,
    STIFFNESS,
    CheckIn,
    Entry,
    Flexibility,
    FollowUp,
    Stop,
    local,
    offset_s,
    utc_text,
)

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime

    from deskstretch.diary.statements import Row, Statement

TABLES = ("diary", "follow_ups", "flexibility", "check_ins", "stops")

DIARY = (
    "SELECT day, stiffness, written_at, written_offset_s, pain, side, note"
    " FROM diary WHERE day BETWEEN ? AND ? ORDER BY day"
)
FOLLOWED_UP = "SELECT 1 FROM follow_ups WHERE day = ?"
FOLLOW_UPS_SINCE = (
    "SELECT day, answer, answered_at, answered_offset_s FROM follow_ups"
    " WHERE day >= ? ORDER BY day"
)
FLEXIBILITY = (
    "SELECT day, measured_at, measured_offset_s, reach_left_cm, reach_right_cm,"
    " turn_left, turn_right, half_kneel_left, half_kneel_right FROM flexibility"
    " WHERE day >= ? ORDER BY day"
)
CHECK_INS_SINCE = (
    "SELECT day, number, answer, answered_at, answered_offset_s FROM check_ins"
    " WHERE day >= ? ORDER BY day"
)
STOPS = (
    "SELECT id, sign, stopped_at, stopped_offset_s, mistaken, checked_at, seen"
    " FROM stops WHERE stopped_on >= ? ORDER BY stopped_at"
)

LIFT_STOPS = (
    "UPDATE stops SET checked_at = ?, seen = ?"
    " WHERE checked_at IS NULL AND mistaken = 0 AND sign <> 'mild'"
)


def put_entry(entry: Entry) -> Statement:
    """Keep what was written about a day, in place of what was there.

    Raises:
        ValueError: one of its values is none that can be given.
    """
    _one_of(STIFFNESS, entry.stiffness)
    if entry.pain is not None:
        _one_of(PAIN, entry.pain)
    if entry.side is not None:
        _one_of(SIDES, entry.side)
    if len(entry.note) > LONGEST_NOTE:
        raise ValueError(f"a note has at most {LONGEST_NOTE} letters")
    return _put(
        "diary",
        day=entry.day.isoformat(),
        stiffness=entry.stiffness,
        pain=entry.pain,
        side=entry.side,
        note=entry.note,
        written_at=utc_text(entry.written),
        written_offset_s=offset_s(entry.written),
    )


def remove_entry(day: date) -> Statement:
    """Forget what was written about a day."""
    return "DELETE FROM diary WHERE day = ?", (day.isoformat(),)


def put_follow_up(follow_up: FollowUp) -> Statement:
    """Keep the answer to the question of the day after."""
    _one_of(FOLLOW_UPS, follow_up.answer)
    return _put(
        "follow_ups",
        day=follow_up.day.isoformat(),
        answer=follow_up.answer,
        answered_at=utc_text(follow_up.answered),
        answered_offset_s=offset_s(follow_up.answered),
    )


def put_flexibility(check: Flexibility) -> Statement:
    """Keep a flexibility check."""
    return _put(
        "flexibility",
        day=check.day.isoformat(),
        reach_left_cm=check.reach_left_cm,
        reach_right_cm=check.reach_right_cm,
        turn_left=check.turn_left,
        turn_right=check.turn_right,
        half_kneel_left=check.half_kneel_left,
        half_kneel_right=check.half_kneel_right,
        measured_at=utc_text(check.measured),
        measured_offset_s=offset_s(check.measured),
    )


def put_check_in(check_in: CheckIn) -> Statement:
    """Keep the answer to a check-in."""
    _one_of(CHECK_INS, check_in.number)
    _one_of(CHECK_IN_ANSWERS, check_in.answer)
    return _put(
        "check_ins",
        day=check_in.day.isoformat(),
        number=check_in.number,
        answer=check_in.answer,
        answered_at=utc_text(check_in.answered),
        answered_offset_s=offset_s(check_in.answered),
    )


def put_stop(stop: Stop) -> Statement:
    """Keep that a stop sign was pressed."""
    _one_of(SIGNS, stop.sign)
    return _put(
        "stops",
        id=stop.id,
        sign=stop.sign,
        stopped_at=utc_text(stop.stopped),
        stopped_on=stop.stopped.date().isoformat(),
        stopped_offset_s=offset_s(stop.stopped),
        mistaken=int(stop.mistaken),
    )


def set_mistaken(stop_id: int) -> Statement:
    """Keep that a stop sign was pressed by mistake."""
    return "UPDATE stops SET mistaken = 1 WHERE id = ?", (stop_id,)


def set_checked(moment: datetime, *, seen: bool | None) -> Statement:
    """Keep that the short check lifted all stops there were."""
    return LIFT_STOPS, (utc_text(moment), seen)


def entry_of(row: Row) -> Entry:
    """Read a row of `DIARY`."""
    day, stiffness, written_at, ahead_s, pain, side, note = row
    written = local(written_at, ahead_s)
    return Entry(date.fromisoformat(day), stiffness, written, pain, side, note)


def follow_up_of(row: Row) -> FollowUp:
    """Read a row of `FOLLOW_UPS_SINCE`."""
    day, answer, answered_at, ahead_s = row
    return FollowUp(date.fromisoformat(day), answer, local(answered_at, ahead_s))


def flexibility_of(row: Row) -> Flexibility:
    """Read a row of `FLEXIBILITY`."""
    day, measured_at, ahead_s, *reach, turn_left, turn_right, left, right = row
    return Flexibility(
        date.fromisoformat(day),
        local(measured_at, ahead_s),
        reach[0],
        reach[1],
        turn_left,
        turn_right,
        _told(left),
        _told(right),
    )


def check_in_of(row: Row) -> CheckIn:
    """Read a row of `CHECK_INS_SINCE`."""
    day, number, answer, answered_at, ahead_s = row
    answered = local(answered_at, ahead_s)
    return CheckIn(date.fromisoformat(day), number, answer, answered)


def stop_of(row: Row) -> Stop:
    """Read a row of `STOPS`."""
    id_, sign, stopped_at, ahead_s, mistaken, checked_at, seen = row
    checked = local(checked_at, ahead_s) if checked_at else None
    stopped = local(stopped_at, ahead_s)
    return Stop(id_, sign, stopped, bool(mistaken), checked, _told(seen))


def _put(table: str, **values: object) -> Statement:
    columns, places = ", ".join(values), ", ".join("?" * len(values))
    sql = f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  names of our own
    return sql, tuple(values.values())


def _told(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _one_of(allowed: Container[int] | Container[str], given: object) -> None:
    if given not in allowed:
        raise ValueError(f"{given!r} is none of {allowed}")
