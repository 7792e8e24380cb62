"""The settings file on the disk: replaced whole or not at all, with its copies.

The file is written beside its target, synced and renamed over it, with the
target's permissions; a symbolic link stays one. Copies of the last 7 good
versions, at most one a day, lie in `backups/` beside it, as
`settings.toml.2026-03-02`.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from deskstretch.words import Words, words

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

_COPIES = 7
_ONLY_OURS = 0o600


LARGEST = 256 * 1024
"""No settings file a person writes comes near it; what is larger is not read."""


class NotReadable(OSError):  # noqa: N818  the disk's answer, not a fault of ours
    """What stands in the file's place is no settings file, said in plain words."""

    def __init__(self, reason: Words) -> None:
        super().__init__(str(reason))
        self.reason = reason


def read(path: Path) -> bytes:
    """Read the file; a device, a pipe or a giant is never waited for.

    Raises:
        FileNotFoundError: there is none.
        OSError: it cannot be read.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotReadable(words("it is not a file"))
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NotReadable(words("it is larger than {n} KiB", n=LARGEST // 1024))
    return data


def reason_of(error: OSError) -> Words:
    """Return why, in words that follow a colon."""
    if isinstance(error, NotReadable):
        return error.reason
    return words("{said}", said=error.strerror or str(error))


def target_of(path: Path) -> Path:
    """Follow symbolic links to the file that is meant, whether it is there or not."""
    try:
        return path.resolve()
    except (RuntimeError, OSError):  # links in a circle
        return path


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder against other programs of ours that write into it.

    Raises:
        OSError: the folder is not there and cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a disk without locks is used without
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`; on the disk on return.

    Raises:
        OSError: it could not be written; the file is as it was.
    """
    target = target_of(path)
    fresh = target.with_name(f".{target.name}.new")
    mode = target.stat().st_mode & 0o777 if target.exists() else _ONLY_OURS
    try:
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            fresh.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
    _sync_folder(target.parent)


def put_aside(path: Path, today: date) -> Path:
    """Rename a file that cannot be used; returns its new place.

    Raises:
        OSError: it could not be renamed and is still there.
    """
    target = target_of(path)
    aside = _free(path.with_name(f"{path.name}.broken-{today.isoformat()}"))
    target.replace(aside) if target.parent == path.parent else _move(target, aside)
    return aside


def keep_copy(path: Path, data: bytes, today: date) -> None:
    """Keep a good version of the file, unless it is the newest copy already.

    A disk that refuses is not told: the file itself is not in danger.
    """
    with suppress(OSError):
        older = copies(path)
        if older and older[-1].read_bytes() == data:
            return
        folder = _backups(path)
        folder.mkdir(parents=True, exist_ok=True)
        replace(folder / f"{path.name}.{today.isoformat()}", data)
        for copy in copies(path)[:-_COPIES]:
            copy.unlink()


def copies(path: Path) -> list[Path]:
    """Return the copies of the file at `path`, the newest last."""
    return sorted(_backups(path).glob(f"{path.name}.????-??-??"))


def _backups(path: Path) -> Path:
    return path.parent / "backups"


def _free(path: Path) -> Path:
    place, count = path, 1
    while place.exists():
        count += 1
        place = path.with_name(f"{path.name}-{count}")
    return place


def _move(source: Path, place: Path) -> None:
    """Move between folders that may lie on two disks."""
    replace(place, source.read_bytes())
    source.unlink()


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
