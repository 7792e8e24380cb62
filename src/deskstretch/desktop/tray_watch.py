"""Is there a tray to be seen in? Panels start late, and crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus

WATCHER = "org.kde.StatusNotifierWatcher"


class TrayWatch(QObject):
    """Tells when the desktop's tray comes and goes.

    `host_appeared` when a tray came that was not there when the watch began, or
    came back: a tray icon made before it is never shown there under X11 and has
    to be made anew, not hidden and shown. `host_vanished` when it went away. Where
    there is no bus nothing is said. Trays of the older kind (XEmbed) are Qt's own
    business.
    """

    host_appeared = Signal()
    host_vanished = Signal()

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bus.watch_owner(WATCHER, self._on_owner_changed)

    def _on_owner_changed(self, owner: str) -> None:
        if owner:
            self.host_appeared.emit()
        else:
            self.host_vanished.emit()
