"""Keeps the display awake while somebody follows a session without touching a key."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskstretch.desktop.bus import Bus

__all__ = ["Awake", "AwakeWay", "here"]

_log = logging.getLogger(__name__)


class AwakeWay(Protocol):
    """One way; what it holds is let go by the system when this process dies."""

    name: str

    def hold(self, reason: str, answered: Callable[[bool], None]) -> None:
        """Keep the display awake; `answered` says once whether that is so now."""

    def release(self) -> None:
        """Let the display do as it does; also before the answer has come."""


class Awake(QObject):
    """Holds the display awake between `hold` and `release`, by the first way that can.

    Both may be called as often as one likes. `holder` names the way in use.
    """

    def __init__(self, ways: Iterable[AwakeWay], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = tuple(ways)
        self._wanted = False
        self._number = 0
        self._asked: AwakeWay | None = None
        self._holds = False

    @property
    def holder(self) -> str:
        """The way that holds it now, or ""."""
        return self._asked.name if self._asked is not None and self._holds else ""

    def hold(self, reason: str) -> None:
        """Keep the display awake; `reason` is what the desktop may show."""
        if not self._wanted:
            self._wanted = True
            self._number += 1
            self._try(0, reason, self._number)

    def release(self) -> None:
        """Let the display sleep when the desktop wants it to."""
        self._wanted = False
        self._number += 1
        way, self._asked, self._holds = self._asked, None, False
        if way is not None:
            way.release()

    def _try(self, index: int, reason: str, number: int) -> None:
        if index == len(self._ways):
            _log.info("nothing here keeps the display awake")
            self._asked = None
            return
        way = self._asked = self._ways[index]

        def answered(holds: bool) -> None:  # noqa: FBT001 - an answer
            if number != self._number:
                return
            self._holds = holds
            if not holds:
                self._try(index + 1, reason, number)

        way.hold(reason, answered)


def here(bus: Bus, platform: str = sys.platform) -> list[AwakeWay]:
    """Return the ways of this system, best first; none of them is used yet.

    Args:
        bus: the session's.
        platform: as `sys.platform` names it.
    """
    if platform == "win32":
        from deskstretch.desktop.awake.windows import ExecutionState  # noqa: PLC0415

        return [ExecutionState()]
    if platform == "darwin":
        from deskstretch.desktop.awake.macos import Caffeinate  # noqa: PLC0415

        return [Caffeinate()]
    from deskstretch.desktop.awake.on_bus import (  # noqa: PLC0415
        GnomeSession,
        Portal,
        ScreenSaver,
    )

    return [ScreenSaver(bus), GnomeSession(bus), Portal(bus)]
