"""A small program that is asked one question, and ended if it does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from deskstretch.desktop.quiet.source import LOOK_S

if TYPE_CHECKING:
    from collections.abc import Callable


class Child(QObject):
    """One run of a program: its output as text, or None if there is none in time.

    It deletes itself at the end. The event loop goes on meanwhile.
    """

    def __init__(
        self, command: tuple[str, ...], done: Callable[[str | None], None]
    ) -> None:
        super().__init__()
        self._done: Callable[[str | None], None] | None = done
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_failed)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_too_late)
        self._deadline.start(round(LOOK_S * 1000))
        self._process.start(command[0], list(command[1:]))

    def _on_finished(self, code: int) -> None:
        output = bytes(self._process.readAllStandardOutput().data())
        self._tell(None if code else output.decode(errors="replace"))
        self._go()

    def _on_failed(self) -> None:
        self._tell(None)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._go()

    def _on_too_late(self) -> None:
        self._tell(None)
        self._process.kill()  # and at its end this goes too

    def _tell(self, output: str | None) -> None:
        self._deadline.stop()
        done, self._done = self._done, None
        if done is not None:
            done(output)

    def _go(self) -> None:
        if self in _RUNNING:
            _RUNNING.discard(self)
            self.deleteLater()


_RUNNING: set[Child] = set()


def ask(command: tuple[str, ...], done: Callable[[str | None], None]) -> None:
    """Run a program; `done` is called once, within `LOOK_S`."""
    child = Child(command, done)
    _RUNNING.add(child)
