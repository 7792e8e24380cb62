"""Is there a tray to be seen in? Panels start late, and crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.desktop.bus import DAEMON

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus, Reply

WATCHER = "org.kde.StatusNotifierWatcher"


class TrayWatch(QObject):
    """Tells when the desktop's tray comes and goes.

    `host_appeared` when a tray came that was not there when the watch began, or
    came back: a tray icon made before it is never shown there under X11 and has
    to be made anew, not hidden and shown. `host_vanished` when it went away.
    `present` is None until the bus has answered, and where there is no bus.
    Trays of the older kind (XEmbed) are Qt's own business.
    """

    host_appeared = Signal()
    host_vanished = Signal()

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.present: bool | None = None
        bus.watch_owner(WATCHER, self._on_owner_changed)
        bus.lost.connect(self._on_bus_lost)
        first = self._on_first_answer
        bus.call(DAEMON, "NameHasOwner", first, "s", (WATCHER,))

    def _on_first_answer(self, reply: Reply) -> None:
        if reply.ok and self.present is None:
            self.present = bool(reply.body[0])

    def _on_owner_changed(self, owner: str) -> None:
        if owner:
            self.present = True
            self.host_appeared.emit()
        elif self.present is not False:
            self.present = False
            self.host_vanished.emit()

    def _on_bus_lost(self) -> None:
        self.present = None
