"""The diary as it stands on the disk, read without touching the file.

For programs beside the running app, which alone writes. What is read is a copy in
memory, so an old version of the file, a folder that may only be read and a file
somebody is writing to are all the same to the reader.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from deskstretch.diary.database import Refused, connect_to_read, is_whole, refusals
from deskstretch.diary.migrations import MIGRATIONS
from deskstretch.diary.readings import Readings
from deskstretch.diary.rescue import memory_with
from deskstretch.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from deskstretch.diary.statements import Row
    from deskstretch.words import Words


class Copy(Readings):
    """What the file held when this was made; without a file it is empty."""

    def __init__(self, path: Path) -> None:
        """Read the whole file.

        Raises:
            Refused: it cannot be read; says why in words that follow a colon.
        """
        if path.exists():
            _see_that_it_can_be_read(path)
        self._memory = memory_with(None, path)

    def read(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        return self._memory.execute(sql, arguments).fetchall()

    def close(self) -> None:
        self._memory.close()


def unreadable(path: Path, refused: Refused) -> Words:
    """Say that the diary cannot be read, and why."""
    return words(
        "The diary {file} cannot be read: {reason}.",
        file=str(path),
        reason=refused.reason,
    )


def _see_that_it_can_be_read(path: Path) -> None:
    """Raise `Refused` for what `memory_with` would pass over without a word."""
    with refusals():
        with path.open("rb") as file:
            first = file.read(16)
        if not first:
            return  # made, and not written to yet
        if first != b"SQLite format 3\0":
            raise Refused(words("it is damaged"), damaged=True)
        with closing(connect_to_read(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(MIGRATIONS):
                raise Refused(words("a newer version of DeskStretch has written it"))
            if not is_whole(connection):
                raise Refused(words("it is damaged"), damaged=True)
