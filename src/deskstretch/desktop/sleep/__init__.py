"""Does the machine sleep, is the screen locked, is this session in front?"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.desktop.sleep.source import Fact, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.desktop.sleep.source import SessionSource

__all__ = ["SessionWatch"]

_log = logging.getLogger(__name__)
_BELIEVED = 3


class SessionWatch(QObject):
    """Makes one word out of what several sources say.

    Something is so as long as any source says so, and each change is told once.
    A lock that nobody takes back must not last for ever: `doubt`, when somebody has
    been typing for a while, has every source look again, and the third time in a row
    it ends whatever they say: a desktop may leave its hint behind, and the session
    that is watched need not be the one that is typed in.
    """

    slept = Signal()
    woke = Signal()
    locked = Signal()
    unlocked = Signal()
    switched_away = Signal()
    switched_back = Signal()

    def __init__(
        self, sources: Iterable[SessionSource], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._offered = tuple(sources)
        self._sources: list[SessionSource] = []
        self._said: dict[Fact, set[str]] = {
            "asleep": set(),
            "locked": set(),
            "elsewhere": set(),
        }
        self._doubts = 0
        self._signals = {
            ("asleep", True): self.slept,
            ("asleep", False): self.woke,
            ("locked", True): self.locked,
            ("locked", False): self.unlocked,
            ("elsewhere", True): self.switched_away,
            ("elsewhere", False): self.switched_back,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The sources in use."""
        return tuple(source.name for source in self._sources)

    @property
    def shut(self) -> bool:
        """Whether nobody can be at this session now, as far as is known."""
        return any(self._said.values())

    def begin(self) -> None:
        """Listen from now on."""
        for source in self._offered:
            try:
                source.begin(self._on_told)
            except Unavailable as reason:
                _log.info("%s tells nothing: %s", source.name, reason)
            else:
                self._sources.append(source)

    def doubt(self) -> None:
        """Have it told anew what is so; nothing happens if nothing is."""
        if not self.shut:
            return
        self._doubts += 1
        if self._doubts >= _BELIEVED:
            for fact, names in self._said.items():
                for name in tuple(names):
                    self._on_told(name, fact, on=False)
        else:
            for source in self._sources:
                source.ask_again()

    def is_awake(self) -> None:
        """Take it from somebody's input that the machine does not sleep."""
        for name in tuple(self._said["asleep"]):
            self._on_told(name, "asleep", on=False)

    def close(self) -> None:
        """Tell nothing any more."""
        for source in self._sources:
            source.close()
        self._sources.clear()

    def _on_told(self, name: str, fact: Fact, on: bool) -> None:  # noqa: FBT001 - a fact
        said = self._said[fact]
        before = bool(said)
        if on:
            said.add(name)
        else:
            said.discard(name)
        if bool(said) != before:
            self._doubts = 0
            _log.debug("%s: %s %s", name, fact, on)
            self._signals[fact, on].emit()
