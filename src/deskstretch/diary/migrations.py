"""The shape of the database, step by step: step n makes version n out of n - 1.

A step that was ever released is never changed; another one is added at the end.

Times are text in UTC with milliseconds (`2026-03-02T08:00:00.000Z`), beside the
local date and the seconds the local clock was ahead of UTC, so that a day is the
day it was for the person. Ids are random, so that what was kept in memory while
the disk refused can be written later without renaming. What is asked once a day
has its local day for a key: no jump of the clock and no journey makes two of it.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE prompts (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            does TEXT NOT NULL,
            reason TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            asked_on TEXT NOT NULL,
            asked_offset_s INTEGER NOT NULL,
            again INTEGER NOT NULL,
            answer TEXT,
            answered_at TEXT
        ) STRICT
        """,
        "CREATE INDEX prompts_asked_on ON prompts (asked_on)",
        """
        CREATE TABLE sessions (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL,
            profile TEXT NOT NULL,
            prompt_id INTEGER,
            started_at TEXT NOT NULL,
            started_on TEXT NOT NULL,
            started_offset_s INTEGER NOT NULL,
            ended_at TEXT NOT NULL,
            worked_s REAL NOT NULL,
            reps_left INTEGER NOT NULL,
            reps_right INTEGER NOT NULL,
            reps_both INTEGER NOT NULL,
            completed INTEGER NOT NULL,
            feeling TEXT,
            stop_sign TEXT
        ) STRICT
        """,
        "CREATE INDEX sessions_started_on ON sessions (started_on)",
        """
        CREATE TABLE session_parts (
            session_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            slug TEXT NOT NULL,
            profile TEXT NOT NULL,
            worked_s REAL NOT NULL,
            reps_left INTEGER NOT NULL,
            reps_right INTEGER NOT NULL,
            reps_both INTEGER NOT NULL,
            completed INTEGER NOT NULL,
            PRIMARY KEY (session_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE state (
            name TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE diary (
            day TEXT PRIMARY KEY,
            stiffness INTEGER NOT NULL CHECK (stiffness BETWEEN 1 AND 10),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            side TEXT,
            note TEXT NOT NULL,
            written_at TEXT NOT NULL,
            written_offset_s INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE follow_ups (
            day TEXT PRIMARY KEY,
            answer TEXT NOT NULL,
            answered_at TEXT NOT NULL,
            answered_offset_s INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE flexibility (
            day TEXT PRIMARY KEY,
            reach_left_cm REAL,
            reach_right_cm REAL,
            turn_left TEXT,
            turn_right TEXT,
            half_kneel_left INTEGER,
            half_kneel_right INTEGER,
            measured_at TEXT NOT NULL,
            measured_offset_s INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE check_ins (
            day TEXT PRIMARY KEY,
            number INTEGER NOT NULL,
            answer TEXT NOT NULL,
            answered_at TEXT NOT NULL,
            answered_offset_s INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE stops (
            id INTEGER PRIMARY KEY,
            sign TEXT NOT NULL,
            stopped_at TEXT NOT NULL,
            stopped_on TEXT NOT NULL,
            stopped_offset_s INTEGER NOT NULL,
            mistaken INTEGER NOT NULL,
            checked_at TEXT,
            seen INTEGER
        ) STRICT
        """,
        "CREATE INDEX stops_stopped_on ON stops (stopped_on)",
        "ALTER TABLE sessions ADD COLUMN shown REAL NOT NULL DEFAULT 1.0",
        "ALTER TABLE session_parts ADD COLUMN shown REAL NOT NULL DEFAULT 1.0",
    ),
)
"""All steps; a step is a tuple of statements and becomes one transaction."""
