"""The settings in force, wherever a change comes from."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from deskstretch.settings import disk
from deskstretch.settings.durations import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.clock import Clock
    from deskstretch.settings.fields import Value
    from deskstretch.settings.file import SettingsFile
    from deskstretch.settings.model import Settings

_log = logging.getLogger(__name__)
_SETTLING_MS = 200


class LiveSettings(QObject):
    """Holds the settings file open to every hand that may change it.

    The window and the rest of the app change it through `put`; a shell or an
    editor changes the file, which the system tells of without any polling. Both
    end in `changed`, emitted when what is in force is new.
    """

    changed = Signal()
    problems_changed = Signal()

    def __init__(self, file: SettingsFile, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self.file = file
        self._clock = clock
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_disk_stirred)
        self._watcher.fileChanged.connect(self._on_disk_stirred)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._on_disk_settled)

    @property
    def settings(self) -> Settings:
        return self.file.settings

    def watch(self) -> None:
        """Begin to notice changes made by other programs."""
        folder = disk.target_of(self.file.path).parent
        self._watcher.addPath(str(folder))
        self._watch_file()

    def put(self, changes: Mapping[str, Value]) -> None:
        """Change settings from inside the app; one that is refused is logged."""
        before = self.settings
        try:
            self.file.put_all(changes, self._clock.now().wall.date())
        except Refused as refused:
            _log.warning("a setting was not changed: %s", refused)
        self._tell(before)

    def retry(self) -> None:
        """Try again to write what the disk refused."""
        if self.file.unsaved:
            before = self.settings
            self.file.retry(self._clock.now().wall.date())
            if self.settings != before:  # another program's change came with it
                self.changed.emit()

    def _watch_file(self) -> None:
        """Watch the file too: an editor may write into it without renaming."""
        path = str(disk.target_of(self.file.path))
        if path not in self._watcher.files() and self.file.exists:
            self._watcher.addPath(path)

    def _on_disk_stirred(self, _path: str) -> None:
        self._settling.start()

    def _on_disk_settled(self) -> None:
        self._watch_file()
        if self.file.changed():
            before = self.settings
            self.file.reload(self._clock.now().wall.date())
            for problem in self.file.problems:
                _log.warning("%s, %s", self.file.path, problem)
            self._tell(before)

    def _tell(self, before: Settings) -> None:
        if self.settings != before:
            self.changed.emit()
        self.problems_changed.emit()
