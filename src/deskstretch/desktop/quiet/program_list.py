"""Programs that mean quiet, where a system tool lists what runs.

Windows and macOS; not run on those systems yet.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet import child
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.quiet.source import Answer

WINDOWS = ("tasklist", "/fo", "csv", "/nh")
MACOS = ("/bin/ps", "-axco", "comm=")


class ProgramList:
    """The names of the settings against those of a listing; `.exe` does not matter."""

    name = "process-list"
    reasons = frozenset({"program"})

    def __init__(
        self, command: tuple[str, ...], wanted: Callable[[], tuple[str, ...]]
    ) -> None:
        self._command = command
        self._wanted = wanted

    def look(self, answer: Answer) -> None:
        wanted = {_bare(name) for name in self._wanted()} - {""}
        if not wanted:
            answer(NONE)
            return

        def done(output: str | None) -> None:
            if output is None:
                answer(None)
            else:
                answer(NONE if wanted.isdisjoint(names(output)) else self.reasons)

        child.ask(self._command, done)


def names(listing: str) -> set[str]:
    """Return the names in a listing: the first column of each row."""
    return {_bare(row[0]) for row in csv.reader(listing.splitlines()) if row}


def _bare(name: str) -> str:
    return name.strip().lower().removesuffix(".exe")
