"""plyer: the last resort on Linux, the first choice on Windows and macOS."""

from __future__ import annotations

import logging
import threading
import warnings
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.desktop.notify.backend import Backend, Notification, cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

    Notify = Callable[[str, str], None]

_log = logging.getLogger(__name__)

_DEADLINE_S = 10.0
_LONGEST_TITLE, _LONGEST_BODY = 63, 255  # longer ones raise on Windows


class Plyer(Backend):
    """Shows by plyer, in a thread that may hang for all it likes.

    plyer can block for over a minute, and returns as if nothing were wrong when
    nothing was shown; so its success is only not having raised in time. While one
    call hangs no second thread is begun. It knows no buttons and no clicks.
    """

    name = "plyer"
    _finished = Signal(int, str)

    def __init__(
        self,
        parent: QObject | None = None,
        notify: Notify | None = None,
        deadline_s: float = _DEADLINE_S,
    ) -> None:
        super().__init__(parent)
        self._notify = notify or _notify
        self._deadline_s = deadline_s
        self._current = 0
        self._worker: threading.Thread | None = None
        self._refused: list[int] = []
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_deadline)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        self._finished.connect(self._on_finished)  # from the worker: heard here

    def show(self, notification: Notification) -> None:
        if self._worker is not None and self._worker.is_alive():
            self._refused.append(notification.id)
            self._soon.start(0)
            return
        self._current = notification.id
        title = not_an_option(cleaned(notification.title, _LONGEST_TITLE))
        body = not_an_option(cleaned(notification.body, _LONGEST_BODY, lines=True))
        self._worker = threading.Thread(
            target=self._work,
            args=(notification.id, title, body),
            name="plyer",
            daemon=True,  # it must not hold up the end of the program
        )
        self._worker.start()
        self._deadline.start(round(self._deadline_s * 1000))

    def _work(self, number: int, title: str, body: str) -> None:
        try:
            self._notify(title, body)
            problem = ""
        except Exception as error:  # noqa: BLE001 - it raises what its system raises
            problem = repr(error)
        try:
            self._finished.emit(number, problem)
        except RuntimeError:  # the program has ended meanwhile
            _log.debug("plyer came back when nobody waited")

    def _on_finished(self, number: int, problem: str) -> None:
        if number != self._current:
            return  # its time had run out
        self._current = 0
        self._deadline.stop()
        if problem:
            self.failed.emit(number, problem)
        else:
            self.shown.emit(number)

    def _on_deadline(self) -> None:
        number, self._current = self._current, 0
        if number:
            self.failed.emit(number, "it does not come back")

    def _on_soon(self) -> None:
        refused, self._refused = self._refused, []
        for number in refused:
            self.failed.emit(number, "it is still busy with another")


def not_an_option(text: str) -> str:
    """Return text that a command line program does not take for an option."""
    return f"\N{HYPHEN}{text[1:]}" if text.startswith("-") else text


def _notify(title: str, body: str) -> None:
    warnings.filterwarnings("ignore", message="The Python dbus package")
    warnings.filterwarnings("ignore", message="notify-send not found")
    from plyer import notification  # noqa: PLC0415 - rarely needed

    notification.notify(title=title, message=body, app_name="DeskStretch")
