"""The SQL of the diary, and what its rows mean: one place for both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from deskstretch.diary import written
from deskstretch.diary.records import (
    ANSWERS,
    FEELINGS,
    SIGNS,
    Part,
    Prompt,
    Session,
    local,
    offset_s,
    utc_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

Statement: TypeAlias = "tuple[str, tuple[Any, ...]]"
Row: TypeAlias = "tuple[Any, ...]"

ENTRY_TABLES = ("prompts", "sessions", *written.TABLES)
TABLES = (*ENTRY_TABLES, "session_parts", "state")

INSERT_PROMPT = (
    "INSERT INTO prompts (id, name, does, reason, asked_at, asked_on,"
    " asked_offset_s, again) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_SESSION = (
    "INSERT INTO sessions (id, slug, profile, prompt_id, started_at, started_on,"
    " started_offset_s, ended_at, worked_s, reps_left, reps_right, reps_both,"
    " completed, feeling, stop_sign, shown)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_PART = (
    "INSERT INTO session_parts (session_id, position, slug, profile,"
    " worked_s, reps_left, reps_right, reps_both, completed, shown)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
SAVE_STATE = (
    "INSERT INTO state (name, version, json) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET version = excluded.version, json = excluded.json"
)
OPEN_PROMPTS = "SELECT 1 FROM prompts WHERE answer IS NULL LIMIT 1"
CLOSE_OPEN_PROMPTS = "UPDATE prompts SET answer = 'withdrawn' WHERE answer IS NULL"
WAS_DONE = "SELECT 1 FROM sessions WHERE slug = ? AND completed = 1 LIMIT 1"
TIMES_DONE = "SELECT count(*) FROM sessions WHERE slug = ? AND completed = 1"
STATE = "SELECT version, json FROM state WHERE name = ?"
PROMPTS = (
    "SELECT id, name, does, reason, asked_at, asked_offset_s, again, answer,"
    " answered_at FROM prompts WHERE asked_on >= ? ORDER BY asked_at"
)
SESSIONS = (
    "SELECT id, slug, profile, started_at, started_offset_s, ended_at, worked_s,"
    " reps_left, reps_right, reps_both, completed, feeling, stop_sign, prompt_id,"
    " shown"
    " FROM sessions WHERE started_on >= ? ORDER BY started_at"
)
_BEFORE_FOUR = (
    "(substr(started_at, 12, 2) * 3600 + substr(started_at, 15, 2) * 60"
    " + started_offset_s + 172800) % 86400 < 14400"
)
WORKS = (  # days from 04:00 to 04:00: none is later than the date it began on
    f"SELECT CASE WHEN {_BEFORE_FOUR} THEN date(started_on, '-1 day')"  # noqa: S608  our own words
    " ELSE started_on END AS day, slug, worked_s, completed, stop_sign FROM sessions"
    " WHERE started_on >= ? AND day >= ?"
)
PARTS = (
    "SELECT session_id, part.slug, part.profile, part.worked_s, part.reps_left,"
    " part.reps_right, part.reps_both, part.completed, part.shown"
    " FROM session_parts AS part JOIN sessions AS session ON session.id = session_id"
    " WHERE session.started_on >= ? ORDER BY session_id, position"
)


def insert_prompt(prompt: Prompt) -> Statement:
    """Keep a prompt that has no answer yet."""
    return (
        INSERT_PROMPT,
        (
            prompt.id,
            prompt.name,
            prompt.does,
            prompt.reason,
            utc_text(prompt.asked),
            prompt.asked.date().isoformat(),
            offset_s(prompt.asked),
            prompt.again,
        ),
    )


def set_answer(prompt_id: int, answer: str, moment: datetime) -> Statement:
    """Keep what came of a prompt."""
    _one_of(ANSWERS, answer)
    return (
        "UPDATE prompts SET answer = ?, answered_at = ? WHERE id = ?",
        (answer, utc_text(moment), prompt_id),
    )


def insert_session(session: Session) -> Iterable[Statement]:
    """Keep a session and its parts."""
    if session.feeling is not None:
        _one_of(FEELINGS, session.feeling)
    if session.stop_sign is not None:
        _one_of(SIGNS, session.stop_sign)
    yield (
        INSERT_SESSION,
        (
            session.id,
            session.slug,
            session.profile,
            session.prompt_id,
            utc_text(session.started),
            session.started.date().isoformat(),
            offset_s(session.started),
            utc_text(session.ended),
            float(session.worked_s),
            session.reps_left,
            session.reps_right,
            session.reps_both,
            int(session.completed),
            session.feeling,
            session.stop_sign,
            float(session.shown),
        ),
    )
    for position, part in enumerate(session.parts):
        yield (
            INSERT_PART,
            (
                session.id,
                position,
                part.slug,
                part.profile,
                float(part.worked_s),
                part.reps_left,
                part.reps_right,
                part.reps_both,
                int(part.completed),
                float(part.shown),
            ),
        )


def set_feeling(session_id: int, feeling: str) -> Statement:
    """Keep how a session felt."""
    _one_of(FEELINGS, feeling)
    return "UPDATE sessions SET feeling = ? WHERE id = ?", (feeling, session_id)


def prompt_of(row: Row) -> Prompt:
    """Read a row of `PROMPTS`."""
    id_, name, does, reason, asked_at, ahead_s, again, answer, answered_at = row
    return Prompt(
        id_,
        name,
        does,
        reason,
        local(asked_at, ahead_s),
        again,
        answer,
        local(answered_at, ahead_s) if answered_at else None,
    )


def sessions_of(rows: Iterable[Row], parts: Iterable[Row]) -> list[Session]:
    """Read rows of `SESSIONS` with the rows of `PARTS` that belong to them."""
    by_session: dict[int, list[Part]] = {}
    for part in parts:
        by_session.setdefault(part[0], []).append(_part_of(part))
    return [_session_of(row, tuple(by_session.get(row[0], ()))) for row in rows]


def _session_of(row: Row, parts: tuple[Part, ...]) -> Session:
    id_, slug, profile, started_at, ahead_s, ended_at, worked_s = row[:7]
    left, right, both, completed, feeling, stop_sign, prompt_id, shown = row[7:]
    return Session(
        id_,
        slug,
        profile,
        local(started_at, ahead_s),
        local(ended_at, ahead_s),
        worked_s,
        left,
        right,
        both,
        bool(completed),
        feeling,
        stop_sign,
        prompt_id,
        parts,
        shown,
    )


def _part_of(row: Row) -> Part:
    _session_id, slug, profile, worked_s, left, right, both, completed, shown = row
    return Part(slug, profile, worked_s, left, right, both, bool(completed), shown)


def _one_of(allowed: tuple[str, ...], given: str) -> None:
    if given not in allowed:
        raise ValueError(f"{given!r} is not one of {', '.join(allowed)}")
