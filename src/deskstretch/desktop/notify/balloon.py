"""The message that a tray icon can show: no buttons, but a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QTimer

from deskstretch.desktop.notify.backend import (
    DEFAULT,
    Backend,
    Notification,
    cleaned,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LONGEST_TITLE, _LONGEST_BODY = 63, 255  # what Windows has room for


class BalloonTray(Protocol):
    """What is needed of the tray."""

    balloon_clicked: Any

    @property
    def available(self) -> bool:
        """Whether the desktop has a tray at this moment."""

    def show_balloon(self, title: str, text: str, milliseconds: int) -> None:
        """Show a message at the tray icon."""


class Balloon(Backend):
    """Shows one message at a time; a click on it counts as DEFAULT.

    Whether a balloon was really seen nobody can tell: with a tray it counts.
    """

    name = "balloon"

    def __init__(self, tray: BalloonTray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._newest = 0
        self._untold: list[int] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        tray.balloon_clicked.connect(self._on_clicked)

    @property
    def likely(self) -> bool:
        return self._tray.available

    def show(self, notification: Notification) -> None:
        self._untold.append(notification.id)
        self._soon.start(0)
        if self._tray.available:
            self._newest = notification.id
            self._tray.show_balloon(
                cleaned(notification.title, _LONGEST_TITLE),
                cleaned(notification.body, _LONGEST_BODY, lines=True),
                round(notification.stays_s * 1000),
            )

    def withdraw(self, number: int) -> None:
        if number == self._newest:
            self._newest = 0  # it stays to be seen, but its click means nothing

    def _on_soon(self) -> None:
        untold, self._untold = self._untold, []
        for number in untold:
            if self._tray.available:
                self.shown.emit(number)
            else:
                self.failed.emit(number, "there is no tray")

    def _on_clicked(self) -> None:
        if self._newest:
            self.chosen.emit(self._newest, DEFAULT)
