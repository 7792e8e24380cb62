"""What can still be read of a file that is damaged, or that nobody may write."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from deskstretch.diary import statements
from deskstretch.diary.database import (
    connect_to_read,
    is_whole,
    migrate,
    refusals,
    transaction,
)
from deskstretch.diary.migrations import MIGRATIONS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from deskstretch.diary.database import File


def memory_with(file: File | None, path: Path) -> sqlite3.Connection:
    """Make a database in memory, with what is in the file if that can be read."""
    for filled in (_from_open_file, _from_files, _from_copies):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with suppress(OSError, sqlite3.Error):
            if filled(memory, file, path) and is_whole(memory):
                migrate(memory)
                return memory
        memory.close()
    memory = sqlite3.connect(":memory:", isolation_level=None)
    migrate(memory)
    return memory


def _from_open_file(memory: sqlite3.Connection, file: File | None, _: Path) -> bool:
    return file is not None and _fill(memory, file.connection)


def _from_files(memory: sqlite3.Connection, _: File | None, path: Path) -> bool:
    with closing(connect_to_read(path)) as connection:
        return _fill(memory, connection)


def _from_copies(memory: sqlite3.Connection, _: File | None, path: Path) -> bool:
    """Read copies: in a folder that may only be read, a log cannot be opened."""
    from shutil import copyfile  # noqa: PLC0415  only trouble needs it
    from tempfile import TemporaryDirectory  # noqa: PLC0415  likewise

    with TemporaryDirectory() as folder:
        for name in (path.name, path.name + "-wal"):
            with suppress(FileNotFoundError):
                copyfile(path.with_name(name), f"{folder}/{name}")
        with closing(sqlite3.connect(f"{folder}/{path.name}")) as connection:
            return _fill(memory, connection)


def _fill(memory: sqlite3.Connection, source: sqlite3.Connection) -> bool:
    source.execute("BEGIN")  # holds what is read, so `backup` has nothing to wait for
    version = source.execute("PRAGMA user_version").fetchone()[0]
    if not 0 < version <= len(MIGRATIONS):
        return False
    source.backup(memory)
    source.execute("ROLLBACK")
    return True


def put_aside(path: Path, today: date) -> Path:
    """Rename a damaged database and its log; returns its new place."""
    aside = path.with_name(f"{path.name}.broken-{today.isoformat()}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.broken-{today.isoformat()}-{count}")
    with refusals():
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(f"{aside}{ending}")
    return aside


def carry_over(aside: Path, connection: sqlite3.Connection) -> tuple[int, int | None]:
    """Copy every row that can still be read, from both ends of each table.

    Returns how many entries (rows a person would miss) are there now, and how many
    there were, if the damaged file can still tell.
    """
    there: int | None = None
    with suppress(sqlite3.Error), closing(connect_to_read(aside)) as damaged:
        for table in statements.TABLES:
            for order in ("ASC", "DESC"):
                with suppress(sqlite3.Error):
                    _copy_rows(table, order, damaged, connection)
        there = _entries(damaged)
    with refusals():
        return _entries(connection), there


def _entries(connection: sqlite3.Connection) -> int:
    known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    counts = (
        f"SELECT count(*) FROM {table}"  # noqa: S608  a name of our own
        for table in statements.ENTRY_TABLES
        if table in known
    )
    return sum(connection.execute(count).fetchone()[0] for count in counts)


def _copy_rows(
    table: str, order: str, damaged: sqlite3.Connection, whole: sqlite3.Connection
) -> None:
    there = damaged.execute(f"PRAGMA table_info({table})").fetchall()
    here = {column[1] for column in whole.execute(f"PRAGMA table_info({table})")}
    names = [column[1] for column in there if column[1] in here]
    columns, places = ", ".join(names), ", ".join("?" * len(names))
    rows = damaged.execute(f"SELECT {columns} FROM {table} ORDER BY 1 {order}")  # noqa: S608  names of our own tables
    insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  likewise
    with transaction(whole), suppress(sqlite3.DatabaseError):
        for row in rows:
            whole.execute(insert, row)
