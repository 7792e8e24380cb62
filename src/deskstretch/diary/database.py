"""The open database file: what SQLite and the disk say, in our own words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from deskstretch.diary.statements import Statement
    from deskstretch.words import Words

_WAIT_FOR_OTHERS_S = 0.25
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_REASONS = {
    sqlite3.SQLITE_FULL: words("the disk is full"),
    sqlite3.SQLITE_READONLY: words("it may only be read"),
    sqlite3.SQLITE_PERM: words("it may not be opened"),
    sqlite3.SQLITE_AUTH: words("it may not be opened"),
    sqlite3.SQLITE_BUSY: words("another program is holding it"),
    sqlite3.SQLITE_LOCKED: words("another program is holding it"),
    sqlite3.SQLITE_CANTOPEN: words("it cannot be opened"),
    sqlite3.SQLITE_CORRUPT: words("it is damaged"),
    sqlite3.SQLITE_NOTADB: words("it is damaged"),
}


class Refused(Exception):  # noqa: N818  the disk's answer, not a fault of ours
    """The disk did not take it; says why in words that follow a colon."""

    def __init__(self, reason: Words, *, damaged: bool = False) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.damaged = damaged


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the disk may say into `Refused`; our own mistakes pass through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        reason = _REASONS.get(code, words("the disk did not take it"))
        raise Refused(reason, damaged=code in _DAMAGED) from error
    except OSError as error:
        raise Refused(words("{said}", said=error.strerror or str(error))) from error


class File:
    """The open database file. Every refusal of the disk is `Refused`."""

    def __init__(self, path: Path) -> None:
        """Open or make the file and bring it to the newest version."""
        self._path = path
        with refusals():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what is in it is nobody else's business
            self.connection = sqlite3.connect(
                path, timeout=_WAIT_FOR_OTHERS_S, isolation_level=None
            )
        try:
            with refusals():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        self.connection.execute("PRAGMA cache_size = -256")
        self.connection.execute("PRAGMA synchronous = FULL")
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise Refused(words("a newer version of DeskStretch has written it"))
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA wal_autocheckpoint = 256")
        if version < len(MIGRATIONS):
            migrate(self.connection)
        self._identity = self._place_on_disk()

    def _place_on_disk(self) -> tuple[int, int]:
        status = self._path.stat()
        return status.st_dev, status.st_ino

    def check(self) -> None:
        """Look through the whole file for damage."""
        with refusals():
            if not is_whole(self.connection):
                raise Refused(words("it is damaged"), damaged=True)

    def write(self, batch: Sequence[Statement]) -> None:
        """Carry out all of `batch` or nothing; it is on the disk on return."""
        with refusals():
            if self._place_on_disk() != self._identity:
                raise Refused(words("it was moved away"))
            carry_out(self.connection, batch)

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self.connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def carry_out(connection: sqlite3.Connection, batch: Sequence[Statement]) -> None:
    """Carry out all statements or none."""
    with transaction(connection):
        for sql, arguments in batch:
            connection.execute(sql, arguments)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest version."""
    with transaction(connection):  # the version is asked again behind its lock
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file without ever writing to it."""
    uri = path.absolute().as_uri() + "?mode=ro"
    return sqlite3.connect(uri, timeout=_WAIT_FOR_OTHERS_S, uri=True)


def is_whole(connection: sqlite3.Connection) -> bool:
    """Say whether SQLite finds no damage."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
