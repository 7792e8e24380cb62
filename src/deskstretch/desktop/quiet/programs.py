"""Programs that mean quiet: one of the names in the settings runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet import processes
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskstretch.desktop.quiet.source import Answer

_KERNEL_KEEPS = 15  # characters of a name


class Programs:
    """The names of the user's processes against those of the settings.

    A process goes by the name the kernel keeps, by the name it was started under
    and by that of its file; capitals do not matter.
    """

    name = "processes"
    reasons = frozenset({"program"})

    def __init__(
        self,
        wanted: Callable[[], tuple[str, ...]],
        folder: Path = processes.PROCESSES,
    ) -> None:
        """Prepare; `wanted` returns the names as they are in the settings now."""
        self._wanted = wanted
        self._folder = folder

    def look(self, answer: Answer) -> None:
        wanted = {name.strip().lower() for name in self._wanted()} - {""}
        if not wanted:
            answer(NONE)
            return
        wanted |= {name[:_KERNEL_KEEPS] for name in wanted}
        try:
            found = any(
                not wanted.isdisjoint(_names(process))
                for process in processes.own(self._folder)
            )
        except processes.TooLong:
            answer(None)
        else:
            answer(self.reasons if found else NONE)


def _names(process: Path) -> Iterator[str]:
    yield _text(process / "comm").strip().lower()
    started = _text(process / "cmdline").partition("\0")[0]
    yield Path(started).name.lower()
    try:
        yield Path(os.readlink(process / "exe")).name.lower()  # noqa: PTH115 - one look
    except OSError:
        return


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
