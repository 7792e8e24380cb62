"""Notices that a file was changed by another program, however that one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

SETTLING_MS = 200


class FileWatch(QObject):
    """Watches one file, which may come, go, be written into or be replaced.

    The system tells of changes, nothing is polled. An editor that puts a new file
    in the old one's place is noticed through the folder; one that writes into the
    file through the file itself. Where the folder goes, the nearest one above it that
    is there tells when it comes again. `settled` is emitted once things are quiet.
    """

    settled = Signal()

    def __init__(
        self, file: Path, parent: QObject, *, folder_moves: bool = False
    ) -> None:
        """Watch a file; `folder_moves` notices too that its folder is renamed.

        That takes a look at the folder above, where much may go on that is nobody's
        business: not for a process at rest.
        """
        super().__init__(parent)
        self._file = file
        self._folder_moves = folder_moves
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_stirred)
        self._watcher.fileChanged.connect(self._on_stirred)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._on_settled)

    def start(self) -> None:
        """Begin to notice changes."""
        self._watch_anew()

    def _watch_anew(self) -> None:
        """Watch what is there now: what is new in its place is another."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        folder = self._file.parent
        places = {self._file, _nearest(folder)}
        if self._folder_moves:
            places.add(_nearest(folder.parent))
        self._watcher.addPaths([str(place) for place in places if place.exists()])

    def _on_stirred(self, _path: str) -> None:
        self._settling.start()

    def _on_settled(self) -> None:
        self._watch_anew()
        self.settled.emit()


def _nearest(folder: Path) -> Path:
    """Return the folder, or the first one above it that is there."""
    return next(
        (place for place in (folder, *folder.parents) if place.exists()), folder
    )
