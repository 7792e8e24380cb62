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
    file through the file itself. `settled` is emitted once things are quiet again.
    """

    settled = Signal()

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_stirred)
        self._watcher.fileChanged.connect(self._on_stirred)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._on_settled)

    def start(self) -> None:
        """Begin to notice changes."""
        self._watcher.addPath(str(self._file.parent))
        self._watch_file()

    def _watch_file(self) -> None:
        """Watch the file that is there now: a new one in its place is another."""
        path = str(self._file)
        if path not in self._watcher.files() and self._file.exists():
            self._watcher.addPath(path)

    def _on_stirred(self, _path: str) -> None:
        self._settling.start()

    def _on_settled(self) -> None:
        self._watch_file()
        self.settled.emit()
