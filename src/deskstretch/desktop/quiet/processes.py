"""The user's own processes, as Linux shows them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.desktop import clock
from deskstretch.desktop.quiet.source import LOOK_S

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESSES = Path("/proc")


class TooLong(Exception):  # noqa: N818 - a state of things, not an error
    """There is too much to see within the time a look has."""


def own(folder: Path = PROCESSES) -> Iterator[Path]:
    """Yield the folder of every process of this user but our own.

    Raises:
        TooLong: the time of a look has passed, and there is more to see.
    """
    give_up = clock.steady() + LOOK_S / 2
    user, ours = os.getuid(), str(os.getpid())
    for name in _numbers(folder):
        if clock.steady() > give_up:
            raise TooLong
        process = folder / name
        try:
            if name != ours and process.stat().st_uid == user:
                yield process
        except OSError:
            continue  # it has ended


def _numbers(folder: Path) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.isdecimal()]  # noqa: PTH208 - names only, there are hundreds
    except OSError:
        return []
