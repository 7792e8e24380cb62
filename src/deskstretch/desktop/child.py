"""A program that is run for us, and that never outlives what it is run for."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

_END_MS = 500  # a killed program is gone in a few; one that hangs in the kernel is not


class Child(QObject):
    """One run of a program; the event loop goes on meanwhile.

    What it is told goes in by its standard input, never by its command, which every
    user of the machine can read. It is killed at `kill` or when its deadline has
    passed and, on Linux, by the kernel when this process dies. `ended` is told once,
    never from inside `start`, also if there is no such program.
    """

    ended = Signal(bool)
    """It ended; whether by itself and without a complaint."""
    wrote = Signal(bytes)
    """It wrote this to its standard output."""

    def __init__(
        self, command: tuple[str, ...], environment: Mapping[str, str] | None = None
    ) -> None:
        """Take a program and its words; `environment` is beside that of this app."""
        super().__init__()
        self._command = with_us(command)
        self._process = QProcess(self)
        if environment:
            variables = QProcessEnvironment.systemEnvironment()
            for name, value in environment.items():
                variables.insert(name, value)
            self._process.setProcessEnvironment(variables)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_failed)
        self._process.readyReadStandardOutput.connect(self._on_wrote)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self.kill)
        self._over = QTimer(self)  # a failure inside `start` is told after it
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._go)
        self._well = False

    def start(self, deadline_s: float | None = None) -> None:
        """Run it, for so long at most."""
        _RUNNING.add(self)
        if deadline_s is not None:
            self.expect_within(deadline_s)
        self._process.start(self._command[0], list(self._command[1:]))

    def expect_within(self, seconds: float | None) -> None:
        """Kill it in so many seconds from now unless told otherwise; None: never."""
        if seconds is None:
            self._deadline.stop()
        else:
            self._deadline.start(round(seconds * 1000))

    def write(self, data: bytes) -> None:
        """Hand it something; it is sent as fast as it reads."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(data)

    def finish(self) -> None:
        """Tell it that nothing more comes."""
        self._process.closeWriteChannel()

    def kill(self) -> None:
        """End it; `ended` follows. Ending twice is no harm."""
        self._deadline.stop()
        self._process.kill()

    def kill_now(self) -> None:
        """End it and wait until it is gone, half a second at most; nothing is told."""
        self.blockSignals(True)
        self.kill()
        self._process.waitForFinished(_END_MS)
        self._go()

    def _on_wrote(self) -> None:
        self.wrote.emit(bytes(self._process.readAllStandardOutput().data()))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._well = code == 0 and status == QProcess.ExitStatus.NormalExit
        self._over.start(0)

    def _on_failed(self) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._over.start(0)

    def _go(self) -> None:
        self._deadline.stop()
        self._over.stop()
        if self in _RUNNING:
            _RUNNING.discard(self)
            self.ended.emit(self._well)
            self.deleteLater()


_RUNNING: set[Child] = set()


def find(program: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return where a program is, or "" if this system does not have it."""
    return shutil.which(program, path=environment.get("PATH", os.defpath)) or ""


def with_us(
    command: tuple[str, ...],
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> tuple[str, ...]:
    """Return the command so that, on Linux, the program dies with this process.

    `setpriv` of util-linux sets what only a process itself can set; that of busybox
    cannot. Without it a program ends by itself: its standard input does.
    """
    if platform != "linux":
        return command
    setpriv = find("setpriv", environment)
    if not setpriv or os.path.basename(os.path.realpath(setpriv)) != "setpriv":  # noqa: PTH119 - the end of a path is all that is asked
        return command
    return (setpriv, "--pdeathsig", "KILL", "--", *command)
