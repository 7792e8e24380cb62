"""The one SQLite file: prompts, answers, sessions, and states to go on from.

Nothing is lost once a method has returned: it is on the disk (write-ahead log,
synced at every commit) or, while the disk refuses, in memory in its order, read
back like the rest, counted by `unsaved`, and written by the next write or `retry`.
The log is folded into the file by commits of our own and on closing, never by a
timer: a store that nobody calls does nothing.

No other module knows SQLite. The store never reads a clock.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from deskstretch.diary import statements
from deskstretch.diary.entries import Entries
from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from deskstretch.diary.statements import Row, Statement
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


class _Refused(Exception):  # noqa: N818  the disk's answer, not a fault of ours
    """The disk did not take it; says why in words that follow a colon."""

    def __init__(self, reason: Words, *, damaged: bool = False) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.damaged = damaged


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what the disk may say into `_Refused`; our own mistakes pass through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        reason = _REASONS.get(code, words("the disk did not take it"))
        raise _Refused(reason, damaged=code in _DAMAGED) from error
    except OSError as error:
        raise _Refused(words("{said}", said=error.strerror or str(error))) from error


class _File:
    """The open database file. Every refusal of the disk is `_Refused`."""

    def __init__(self, path: Path) -> None:
        """Open or make the file and bring it to the newest version."""
        self._path = path
        with _refusals():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what is in it is nobody else's business
            self.connection = sqlite3.connect(
                path, timeout=_WAIT_FOR_OTHERS_S, isolation_level=None
            )
        try:
            with _refusals():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        self.connection.execute("PRAGMA cache_size = -256")
        self.connection.execute("PRAGMA synchronous = FULL")
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise _Refused(words("a newer version of DeskStretch has written it"))
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA wal_autocheckpoint = 256")
        if version < len(MIGRATIONS):
            _migrate(self.connection)
        self._identity = self._place_on_disk()

    def _place_on_disk(self) -> tuple[int, int]:
        status = self._path.stat()
        return status.st_dev, status.st_ino

    def check(self) -> None:
        """Look through the whole file for damage."""
        with _refusals():
            if not _is_whole(self.connection):
                raise _Refused(words("it is damaged"), damaged=True)

    def write(self, batch: Sequence[Statement]) -> None:
        """Carry out all of `batch` or nothing; it is on the disk on return."""
        with _refusals():
            if self._place_on_disk() != self._identity:
                raise _Refused(words("it was moved away"))
            _carry_out(self.connection, batch)

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self.connection.close()


class Store(Entries):
    """What happened, kept. Made by `open`, which never raises for the disk's sake.

    Attributes:
        notice: one sentence about what was found on opening, or None.
    """

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._file: _File | None = None
        self._memory: sqlite3.Connection | None = None
        self._pending: list[list[Statement]] = []
        self._reason: Words | None = None
        self._batch: list[Statement] | None = None
        self.notice: Words | None = None

    @classmethod
    def open(cls, path: Path, today: date) -> Store:
        """Open the database, or make it; a damaged one is put aside, dated `today`.

        What can still be read of a damaged one is carried over.
        """
        store = cls(path, today)
        try:
            store._file = _File(path)
            store._file.check()
        except _Refused as refused:
            store._go_on_after(refused)
            if refused.damaged:
                store.retry()
        return store

    @property
    def unsaved(self) -> int:
        """Return how many writes are in memory only."""
        return len(self._pending)

    @property
    def trouble(self) -> Words | None:
        """Say what keeps entries from the disk, or return None when all is well."""
        if self._reason is None:
            return None
        kept = (
            words("Your last entry is not saved yet.")
            if self._pending
            else words("What happens from here on is not saved yet.")
        )
        return words(
            "{kept} We will keep trying while DeskStretch is open."
            " The file {file} is not written: {reason}.",
            kept=kept,
            file=str(self._path),
            reason=self._reason,
        )

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write everything of the block at once, in one sync: all of it or nothing."""
        if self._batch is not None:
            yield
            return
        self._batch = []
        try:
            yield
        finally:
            batch, self._batch = self._batch, None
            self.write(batch)

    def retry(self) -> bool:
        """Try to bring what is in memory to the disk; tell whether all is there."""
        if self._memory is None:
            return True
        try:
            if self._file is None:
                self._file = _File(self._path)
            self._file.write(list(chain.from_iterable(self._pending)))
        except _Refused as refused:
            self._refuse(refused)
            return False
        self._pending.clear()
        self._memory.close()
        self._memory = self._reason = None
        return True

    def close(self) -> None:
        """Bring what is left to the disk if it lets us, and let go of the file."""
        self.retry()
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def write(self, batch: list[Statement]) -> None:
        if self._batch is not None:
            self._batch.extend(batch)
        elif not batch:
            return
        elif self._memory is not None:
            self._remember(self._memory, batch)
            self.retry()
        else:
            try:
                self._open_file().write(batch)
            except _Refused as refused:
                self._remember(self._go_on_after(refused), batch)
                if refused.damaged:
                    self.retry()

    def _remember(self, memory: sqlite3.Connection, batch: list[Statement]) -> None:
        _carry_out(memory, batch)
        if self._pending and _one_state(self._pending[-1]) == _one_state(batch) != "":
            self._pending.pop()  # the newer one takes its place anyway
        self._pending.append(batch)

    def _open_file(self) -> _File:
        if self._file is None:
            self._file = _File(self._path)
        return self._file

    def read(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        memory = self._memory
        if memory is None:
            try:
                with _refusals():
                    file = self._open_file()
                    return file.connection.execute(sql, arguments).fetchall()
            except _Refused as refused:
                memory = self._go_on_after(refused)
        return memory.execute(sql, arguments).fetchall()

    def _go_on_after(self, refused: _Refused) -> sqlite3.Connection:
        """Go on in memory, with all that can still be read of the file.

        A damaged file is put aside, and the next write goes into a new one.
        """
        memory = None if refused.damaged else _memory_with(self._file, self._path)
        self._refuse(refused)
        if refused.damaged:
            try:
                self._start_afresh()
            except _Refused as again:
                self._refuse(again)
        self._memory = memory or _memory_with(self._file, self._path)
        return self._memory

    def _refuse(self, refused: _Refused) -> None:
        self._reason = refused.reason
        if self._file is not None:
            self._file.close()
            self._file = None

    def _start_afresh(self) -> None:
        aside = _put_aside(self._path, self._today)
        self._file = _File(self._path)
        n = _carry_over(aside, self._file.connection)
        said = (
            words("Part of your diary could not be read. {n} entries are here.", n=n)
            if n
            else words("Your diary could not be read. A new one was begun.")
        )
        self.notice = words(
            "{said} The original is kept as {file}.", said=said, file=str(aside)
        )


def _one_state(batch: Sequence[Statement]) -> str:
    """Return the name of the state, if saving one is all the batch does."""
    if len(batch) == 1 and batch[0][0] == statements.SAVE_STATE:
        return str(batch[0][1][0])
    return ""


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def _carry_out(connection: sqlite3.Connection, batch: Sequence[Statement]) -> None:
    with _transaction(connection):
        for sql, arguments in batch:
            connection.execute(sql, arguments)


def _migrate(connection: sqlite3.Connection) -> None:
    with _transaction(connection):  # the version is asked again behind its lock
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _memory_with(file: _File | None, path: Path) -> sqlite3.Connection:
    """Make a database in memory, with what is in the file if that can be read."""
    for filled in (_from_open_file, _from_files, _from_copies):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with suppress(OSError, sqlite3.Error):
            if filled(memory, file, path) and _is_whole(memory):
                _migrate(memory)
                return memory
        memory.close()
    memory = sqlite3.connect(":memory:", isolation_level=None)
    _migrate(memory)
    return memory


def _from_open_file(memory: sqlite3.Connection, file: _File | None, _: Path) -> bool:
    return file is not None and _fill(memory, file.connection)


def _from_files(memory: sqlite3.Connection, _: _File | None, path: Path) -> bool:
    with closing(_connect_to_read(path)) as connection:
        return _fill(memory, connection)


def _from_copies(memory: sqlite3.Connection, _: _File | None, path: Path) -> bool:
    """Read copies: in a folder that may only be read, a log cannot be opened."""
    from shutil import copyfile  # noqa: PLC0415  only trouble needs it
    from tempfile import TemporaryDirectory  # noqa: PLC0415  likewise

    with TemporaryDirectory() as folder:
        for name in (path.name, path.name + "-wal"):
            with suppress(FileNotFoundError):
                copyfile(path.with_name(name), f"{folder}/{name}")
        with closing(sqlite3.connect(f"{folder}/{path.name}")) as connection:
            return _fill(memory, connection)


def _connect_to_read(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri() + "?mode=ro"
    return sqlite3.connect(uri, timeout=_WAIT_FOR_OTHERS_S, uri=True)


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _fill(memory: sqlite3.Connection, source: sqlite3.Connection) -> bool:
    source.execute("BEGIN")  # holds what is read, so `backup` has nothing to wait for
    version = source.execute("PRAGMA user_version").fetchone()[0]
    if not 0 < version <= len(MIGRATIONS):
        return False
    source.backup(memory)
    source.execute("ROLLBACK")
    return True


def _put_aside(path: Path, today: date) -> Path:
    """Rename a damaged database and its log; returns its new place."""
    aside = path.with_name(f"{path.name}.broken-{today.isoformat()}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.broken-{today.isoformat()}-{count}")
    with _refusals():
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(f"{aside}{ending}")
    return aside


def _carry_over(aside: Path, connection: sqlite3.Connection) -> int:
    """Copy every row that can still be read, from both ends of each table.

    Returns how many prompts and sessions are there now.
    """
    with suppress(sqlite3.Error), closing(_connect_to_read(aside)) as damaged:
        for table in statements.TABLES:
            for order in ("ASC", "DESC"):
                with suppress(sqlite3.Error):
                    _copy_rows(table, order, damaged, connection)
    counts = "SELECT (SELECT count(*) FROM prompts) + (SELECT count(*) FROM sessions)"
    with _refusals():
        return int(connection.execute(counts).fetchone()[0])


def _copy_rows(
    table: str, order: str, damaged: sqlite3.Connection, whole: sqlite3.Connection
) -> None:
    there = damaged.execute(f"PRAGMA table_info({table})").fetchall()
    here = {column[1] for column in whole.execute(f"PRAGMA table_info({table})")}
    names = [column[1] for column in there if column[1] in here]
    columns, places = ", ".join(names), ", ".join("?" * len(names))
    rows = damaged.execute(f"SELECT {columns} FROM {table} ORDER BY 1 {order}")  # noqa: S608  names of our own tables
    insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  likewise
    with _transaction(whole), suppress(sqlite3.DatabaseError):
        for row in rows:
            whole.execute(insert, row)
