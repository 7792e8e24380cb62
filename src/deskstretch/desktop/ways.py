"""Several ways to do the same thing on a desktop: the first that works does it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject

from deskstretch.desktop import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskstretch.words import Words

_log = logging.getLogger(__name__)

LATE_S = 2.0
"""What another way would do only after this long has no meaning any more."""


class Way(Protocol):
    """One way. It never blocks, and what is done newly replaces what is under way."""

    name: str

    def begin(self, what: str, volume: int, failed: Callable[[], None]) -> None:
        """Do it, from 1 to 100 loud; `failed` is called once if it cannot be done."""

    def stop(self) -> None:
        """Stop what is under way."""

    def close(self) -> None:
        """Stop, and leave nothing running."""


class Found(NamedTuple):
    """The ways there are here, best first, or why there is none."""

    ways: tuple[Way, ...]
    missing: Words | None = None


class FirstThatWorks(QObject):
    """Does what it is told by the first way; one that fails is not asked again.

    Nothing runs before the first time. At volume 0 nothing is done at all.
    """

    def __init__(self, ways: Iterable[Way], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = list(ways)
        self._number = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The ways that have not failed yet, the one in use first."""
        return tuple(way.name for way in self._ways)

    def do(self, what: str, volume: int) -> None:
        """Do it now, from 0 to 100 loud, instead of what is still under way."""
        self._number += 1
        if volume > 0:
            self._try(what, min(100, volume), self._number, clock.steady())
        else:
            self.hush()

    def hush(self) -> None:
        """Stop what is under way."""
        self._number += 1
        if self._ways:
            self._ways[0].stop()

    def close(self) -> None:
        """Stop, and end every program that was started; it may begin anew later."""
        self._number += 1
        for way in self._ways:
            way.close()

    def _try(self, what: str, volume: int, number: int, asked: float) -> None:
        if not self._ways:
            return
        way = self._ways[0]

        def failed() -> None:
            if way not in self._ways:
                return
            _log.warning("%s does not work here", way.name)
            self._ways.remove(way)
            way.close()
            if number == self._number and clock.steady() - asked <= LATE_S:
                self._try(what, volume, number, asked)

        way.begin(what, volume, failed)
