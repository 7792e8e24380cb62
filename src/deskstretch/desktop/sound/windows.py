"""Sounds on Windows, by its own player. Not run on that system yet."""

from __future__ import annotations

import contextlib
import importlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskstretch.desktop.sound.loudness import softened

if TYPE_CHECKING:
    from collections.abc import Callable

_FILE, _AT_ONCE, _NO_BEEP = 0x20000, 0x0001, 0x0002  # SND_FILENAME, _ASYNC, _NODEFAULT


class WinSound:
    """`winsound.PlaySound`, which plays a file in the background.

    It knows no volume, so it is given a softened copy; it can play a copy from
    memory only while somebody waits for it.
    """

    name = "winsound"

    def __init__(self, read: Callable[[str], bytes], player: Any = None) -> None:  # noqa: ANN401 - a module
        self._read = read
        self._player = player
        self._copies: tempfile.TemporaryDirectory[str] | None = None

    def begin(self, what: str, volume: int, failed: Callable[[], None]) -> None:
        try:
            if self._player is None:
                self._player = importlib.import_module("winsound")
            copy = self._copy(what, volume)
            self._player.PlaySound(str(copy), _FILE | _AT_ONCE | _NO_BEEP)
        except (ImportError, OSError, RuntimeError):
            failed()

    def stop(self) -> None:
        if self._copies is not None:
            with contextlib.suppress(RuntimeError):
                self._player.PlaySound(None, 0)

    def close(self) -> None:
        self.stop()
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    def _copy(self, what: str, volume: int) -> Path:
        if self._copies is None:
            self._copies = tempfile.TemporaryDirectory(
                prefix="deskstretch-", ignore_cleanup_errors=True
            )
        copy = Path(self._copies.name) / f"{what}-{volume}.wav"
        if not copy.exists():
            copy.write_bytes(softened(self._read(what), volume))
        return copy
