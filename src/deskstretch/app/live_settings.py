"""The settings in force, wherever a change comes from."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.app.file_watch import FileWatch
from deskstretch.settings import disk
from deskstretch.settings.durations import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.clock import Clock
    from deskstretch.settings.fields import Value
    from deskstretch.settings.file import SettingsFile
    from deskstretch.settings.model import Settings

_log = logging.getLogger(__name__)


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
        self._watch = FileWatch(disk.target_of(file.path), self)
        self._watch.settled.connect(self._on_disk_settled)

    @property
    def settings(self) -> Settings:
        return self.file.settings

    def watch(self) -> None:
        """Begin to notice changes made by other programs."""
        self._watch.start()

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

    def _on_disk_settled(self) -> None:
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
