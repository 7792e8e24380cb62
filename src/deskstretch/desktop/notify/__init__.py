"""Notifications: the best way the desktop has, and the next one when it fails."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.desktop.notify.backend import DEFAULT, Backend, Notification
from deskstretch.desktop.notify.balloon import Balloon, BalloonTray
from deskstretch.desktop.notify.by_plyer import Plyer
from deskstretch.desktop.notify.on_bus import BusNotifications

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.desktop.bus import Bus

__all__ = ["DEFAULT", "Backend", "Notification", "Notifier"]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Sent:
    notification: Notification
    way: int


class Notifier(QObject):
    """Shows notifications by the first way that does not fail.

    Every notification begins with the best way, so that a desktop which comes to
    its senses is used again. A failure is noted and the next way is tried. When
    all have failed, or it is gone from the screen, `closed` says so.
    """

    action_chosen = Signal(int, str)
    """The number that `send` gave, and the action's key, or DEFAULT.

    An answer ends the notification: it is withdrawn, as some desktops leave it.
    """

    shown = Signal(int)
    """It is on the screen, by the first way that did not fail."""

    closed = Signal(int)
    """It is gone, or could not be shown; not told of what was withdrawn."""

    def __init__(
        self,
        bus: Bus,
        tray: BalloonTray,
        parent: QObject | None = None,
        backends: Sequence[Backend] | None = None,
    ) -> None:
        super().__init__(parent)
        self._backends = tuple(_usual(bus, tray) if backends is None else backends)
        self._numbers = count(1)
        self._sent: dict[int, _Sent] = {}
        self._last: str | None = None
        for backend in self._backends:
            backend.setParent(self)
            backend.shown.connect(self._on_shown)
            backend.failed.connect(self._on_failed)
            backend.chosen.connect(self._on_chosen)
            backend.closed.connect(self._on_closed)

    @property
    def name(self) -> str:
        """What showed the last notification, or would be tried first."""
        if self._last is not None:
            return self._last
        likely = (each.name for each in self._backends if each.likely)
        return next(likely, "none")

    def send(
        self,
        title: str,
        body: str,
        actions: Mapping[str, str] | None = None,
        replaces: int = 0,
        stays_s: float = 45.0,
    ) -> int:
        """Show a notification and return its number.

        Args:
            title: one line of plain text.
            body: plain text.
            actions: what the buttons say, by their keys; they may not be shown.
            replaces: the number of an earlier one that this one takes the place of.
            stays_s: how long it should stay, where the desktop lets us say so.
        """
        number = replaces or next(self._numbers)
        notification = Notification(number, title, body, dict(actions or {}), stays_s)
        self._sent[number] = _Sent(notification, 0)
        self._show(number)
        return number

    def withdraw(self, number: int) -> None:
        """Take a notification back; one that is gone already is no matter."""
        sent = self._sent.pop(number, None)
        if sent is not None:
            self._backends[sent.way].withdraw(number)

    def _show(self, number: int) -> None:
        sent = self._sent[number]
        self._backends[sent.way].show(sent.notification)

    def _on_shown(self, number: int) -> None:
        if number in self._sent:
            self._last = self._backends[self._sent[number].way].name
            self.shown.emit(number)

    def _on_failed(self, number: int, reason: str) -> None:
        sent = self._sent.get(number)
        if sent is None:
            return
        name = self._backends[sent.way].name
        _log.warning("no notification by %s: %s", name, reason)
        sent.way += 1
        if sent.way < len(self._backends):
            self._show(number)
        else:
            self._last = "none"
            self._on_closed(number)

    def _on_chosen(self, number: int, key: str) -> None:
        if number in self._sent:
            self.withdraw(number)
            self.action_chosen.emit(number, key)

    def _on_closed(self, number: int) -> None:
        if self._sent.pop(number, None) is not None:
            self.closed.emit(number)


def _usual(bus: Bus, tray: BalloonTray) -> tuple[Backend, ...]:
    if sys.platform != "linux":
        return (Plyer(), Balloon(tray))
    return (BusNotifications(bus), Balloon(tray), Plyer())
