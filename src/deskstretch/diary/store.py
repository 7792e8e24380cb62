"""The one SQLite file: prompts, answers, sessions, and states to go on from.

Nothing is lost once a method has returned: it is on the disk (write-ahead log,
synced at every commit) or, while the disk refuses, in memory in its order, read
back like the rest, counted by `unsaved`, and written by the next write or `retry`.
The log is folded into the file by commits of our own and on closing, never by a
timer: a store that nobody calls does nothing.

No other room knows SQLite. The store never reads a clock.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from deskstretch.diary import statements
from deskstretch.diary.database import File, Refused, carry_out, refusals
from deskstretch.diary.entries import Entries
from deskstretch.diary.rescue import carry_over, memory_with, put_aside
from deskstretch.words import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from deskstretch.diary.statements import Row, Statement
    from deskstretch.words import Words


class Store(Entries):
    """What happened, kept. Made by `open`, which never raises for the disk's sake.

    Attributes:
        notice: one sentence about what was found on opening, or None.
    """

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._file: File | None = None
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
            store._file = File(path)
            store._file.check()
        except Refused as refused:
            store._go_on_after(refused)
            if refused.damaged:
                store.retry()
        return store

    @property
    def unsaved(self) -> int:
        """Return how many writes are in memory only."""
        return len(self._pending)

    @property
    def reason(self) -> Words | None:
        """Return why the disk takes nothing, in words that follow a colon, or None."""
        return self._reason

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
                self._file = File(self._path)
            self._file.write(list(chain.from_iterable(self._pending)))
        except Refused as refused:
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
            except Refused as refused:
                self._remember(self._go_on_after(refused), batch)
                if refused.damaged:
                    self.retry()

    def _remember(self, memory: sqlite3.Connection, batch: list[Statement]) -> None:
        carry_out(memory, batch)
        if self._pending and _one_state(self._pending[-1]) == _one_state(batch) != "":
            self._pending.pop()  # the newer one takes its place anyway
        self._pending.append(batch)

    def _open_file(self) -> File:
        if self._file is None:
            self._file = File(self._path)
        return self._file

    def read(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        memory = self._memory
        if memory is None:
            try:
                with refusals():
                    file = self._open_file()
                    return file.connection.execute(sql, arguments).fetchall()
            except Refused as refused:
                memory = self._go_on_after(refused)
        return memory.execute(sql, arguments).fetchall()

    def _go_on_after(self, refused: Refused) -> sqlite3.Connection:
        """Go on in memory, with all that can still be read of the file.

        A damaged file is put aside, and the next write goes into a new one.
        """
        memory = None if refused.damaged else memory_with(self._file, self._path)
        self._refuse(refused)
        if refused.damaged:
            try:
                self._start_afresh()
            except Refused as again:
                self._refuse(again)
        self._memory = memory or memory_with(self._file, self._path)
        return self._memory

    def _refuse(self, refused: Refused) -> None:
        self._reason = refused.reason
        if self._file is not None:
            self._file.close()
            self._file = None

    def _start_afresh(self) -> None:
        aside = put_aside(self._path, self._today)
        self._file = File(self._path)
        n, of = carry_over(aside, self._file.connection)
        if not n:
            said = words("Your diary could not be read. A new one was begun.")
        elif of is None:
            said = words(
                "Part of your diary could not be read. {n} entries are here.", n=n
            )
        else:
            said = words(
                "Part of your diary could not be read. {n} of {of} entries are here.",
                n=n,
                of=of,
            )
        self.notice = words(
            "{said} The original is kept as {file}.", said=said, file=str(aside)
        )


def _one_state(batch: Sequence[Statement]) -> str:
    """Return the name of the state, if saving one is all the batch does."""
    if len(batch) == 1 and batch[0][0] == statements.SAVE_STATE:
        return str(batch[0][1][0])
    return ""
