"""A way to speak by a program that stays while there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE_S = 10.0
"""It says by then that it took a cue: the first time it starts a service for it."""


class Standing:
    """Hands each cue to a program that was started with the first.

    It ends with its standard input, so with us. `lines` makes what is written for a
    cue and its loudness, `silence` what stops it. The program has to write as many
    lines as it is written: so it is known that it took the cue, and one that does
    not for 10 s is killed.
    """

    def __init__(
        self,
        name: str,
        command: tuple[str, ...],
        lines: Callable[[str, int], str],
        silence: str,
    ) -> None:
        self.name = name
        self._command = command
        self._lines = lines
        self._silence = silence
        self._child: Child | None = None
        self._owed = 0
        self._failed: Callable[[], None] | None = None

    def begin(self, what: str, volume: int, failed: Callable[[], None]) -> None:
        self._failed = failed
        if self._child is None:
            self._child = self._start()
        self._write(self._lines(what, volume))

    def stop(self) -> None:
        if self._child is not None:
            self._write(self._silence)

    def close(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill_now()

    def _start(self) -> Child:
        child = Child(self._command)
        self._owed = 0

        def on_ended(_well: bool) -> None:  # noqa: FBT001 - Qt's signal
            if self._child is child:
                self._child = None
                if self._failed is not None:
                    self._failed()

        child.ended.connect(on_ended)
        child.wrote.connect(self._on_wrote)
        child.start()
        return child

    def _write(self, lines: str) -> None:
        if self._child is not None:
            self._owed += lines.count("\n")
            self._child.expect_within(DEADLINE_S)
            self._child.write(lines.encode())

    def _on_wrote(self, data: bytes) -> None:
        self._owed -= data.count(b"\n")
        if self._owed <= 0 and self._child is not None:
            self._child.expect_within(None)
