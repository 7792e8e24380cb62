"""Camera and microphone on Windows. Not run on this system yet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskstretch.desktop.quiet.source import Answer

_STORE = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
)


def _last_stops(device: str) -> Iterator[int]:
    """Yield when each program last stopped using a device; 0 while it uses it."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - only there on Windows

        for folder in (device, rf"{device}\NonPackaged"):
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{_STORE}\{folder}") as key:
                for number in range(winreg.QueryInfoKey(key)[0]):
                    try:
                        with winreg.OpenKey(key, winreg.EnumKey(key, number)) as one:
                            yield int(winreg.QueryValueEx(one, "LastUsedTimeStop")[0])
                    except OSError:
                        continue  # a program that never used it
    else:
        yield from ()


class WindowsDevice:
    """The register of the privacy settings: a program's use that has not stopped."""

    def __init__(
        self,
        device: str,
        reason: str,
        last_stops: Callable[[str], Iterator[int]] = _last_stops,
    ) -> None:
        self.name = f"windows-{device}"
        self.reasons = frozenset({reason})
        self._device = device
        self._last_stops = last_stops

    def look(self, answer: Answer) -> None:
        try:
            in_use = any(stop == 0 for stop in self._last_stops(self._device))
        except OSError:
            answer(None)
        else:
            answer(self.reasons if in_use else NONE)
