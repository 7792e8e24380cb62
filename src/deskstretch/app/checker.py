"""`check --watch`: one file in the checker window, judged anew at each save."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from deskstretch.app import checking
from deskstretch.app.file_watch import FileWatch
from deskstretch.app.look import Looks
from deskstretch.desktop import paths
from deskstretch.desktop.clock import wall
from deskstretch.desktop.termination import Termination
from deskstretch.settings.file import SettingsFile
from deskstretch.ui import theme
from deskstretch.ui.checker.view import CheckerView, Remark
from deskstretch.ui.checker.window import CheckerWindow
from deskstretch.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.app.checking import Fault, Judged
    from deskstretch.desktop.paths import Places

SCHEMES = (False, True)
"""Light and dark."""
_UNCHECKED = checking.Fault(0, "The figure could not be checked.")


def run(places: Places, name: str) -> int:
    """Show the window until it is closed; returns the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("DeskStretch")
    application.setDesktopFileName("deskstretch")
    settings = SettingsFile(places.settings_file, ())
    settings.reload(wall().date())
    tokens = theme.load(paths.asset("theme.toml"))
    looks = Looks(application, tokens, settings.settings)
    window = CheckerWindow(looks.look, name)
    themes = [Theme(tokens, dark, family=window.font().family()) for dark in SCHEMES]
    watched = WatchedFile(places, name, themes, application)
    watched.viewed.connect(window.show_view)
    watched.start()
    termination = Termination(application)
    termination.asked.connect(application.quit)
    window.show()
    code = application.exec()
    watched.stop()
    return code


class WatchedFile(QObject):
    """Reads a file at each save and tells what it came to, in two steps.

    What the reader says is there at once. The figure's checks take seconds; they
    run beside, one at a time, and what they say of an older version is dropped.
    """

    viewed = Signal(object)
    """A `CheckerView` of the file as it is now."""
    _checked = Signal(object, object)

    def __init__(
        self, places: Places, name: str, themes: Sequence[Theme], parent: QObject
    ) -> None:
        """Watch the file `name`; its pictures are checked in these themes."""
        super().__init__(parent)
        self._places = places
        self._themes = themes
        self._name = name
        self._file = Path(name).absolute()
        file = Path(os.path.realpath(self._file))
        self._watch = FileWatch(file, self, folder_moves=True)
        self._watch.settled.connect(self._read)
        self._checked.connect(self._on_checked)
        self._data: bytes | Fault | None = None
        self._text = ""
        self._judged: Judged | None = None
        self._worker: threading.Thread | None = None

    def start(self) -> None:
        """Read the file, and again whenever it changes."""
        self._watch.start()
        self._read()

    def stop(self) -> None:
        """Wait for the checks that still run; nobody hears what they say."""
        self._judged = None
        if self._worker is not None:
            self._worker.join()

    def _read(self) -> None:
        data = checking.named([self._name])[self._name]
        if data == self._data:
            return
        self._data = data
        self._judged = None
        if not isinstance(data, bytes):
            text = None if not self._file.exists() else self._text
            self.viewed.emit(CheckerView(text, _remarks((data,))))
            return
        self._text = data.decode("utf-8-sig", "replace")
        (judged,) = checking.judge({self._name: data}, self._places)
        self._judged = judged
        checks = judged.movement is not None
        self._tell(judged, judged.faults, checking_=checks)
        if checks:
            self._check()

    def _check(self) -> None:
        """Check the figure of the version that is there now, if nobody does yet."""
        judged = self._judged
        if judged is None or judged.movement is None or self._worker is not None:
            return

        def work() -> None:
            faults: tuple[Fault, ...] = (_UNCHECKED,)
            try:
                faults = checking.figure_faults(judged) or checking.picture_faults(
                    judged, self._themes
                )
            finally:
                self._checked.emit(judged, faults)

        self._worker = threading.Thread(target=work, daemon=True)
        self._worker.start()

    def _on_checked(self, judged: Judged, faults: tuple[Fault, ...]) -> None:
        if self._worker is not None:
            self._worker.join()
        self._worker = None
        if judged is self._judged:
            self._tell(judged, faults, checking_=False)
        else:
            self._check()

    def _tell(
        self, judged: Judged, faults: tuple[Fault, ...], *, checking_: bool
    ) -> None:
        remarks = _remarks(faults)
        self.viewed.emit(CheckerView(self._text, remarks, judged.movement, checking_))


def _remarks(faults: tuple[Fault, ...]) -> tuple[Remark, ...]:
    found = (Remark(fault.line, fault.message) for fault in faults)
    return tuple(sorted(found, key=lambda remark: remark.line))
