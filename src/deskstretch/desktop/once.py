"""A way that runs a program each time: it speaks or plays once, and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[[str, int], tuple[str, ...]]
    Input = Callable[[str, int], bytes]

DEADLINE_S = 10.0
"""A cue takes 3 s; a program that runs this long hangs."""


def _nothing(_what: str, _volume: int) -> bytes:
    return b""


class Once:
    """Runs a program for each thing; the one before is ended if it still runs.

    `command` and `told` make its words and its standard input from what is to be
    done and how loud, from 1 to 100.
    """

    def __init__(self, name: str, command: Command, told: Input = _nothing) -> None:
        self.name = name
        self._command = command
        self._told = told
        self._child: Child | None = None
        self._running: list[Child] = []  # also those that are being ended

    def begin(self, what: str, volume: int, failed: Callable[[], None]) -> None:
        self.stop()
        child = self._child = Child(self._command(what, volume))
        self._running.append(child)

        def on_ended(well: bool) -> None:  # noqa: FBT001 - Qt's signal
            self._running.remove(child)
            if self._child is child:  # else it was ended by us
                self._child = None
                if not well:
                    failed()

        child.ended.connect(on_ended)
        child.start(DEADLINE_S)
        child.write(self._told(what, volume))
        child.finish()

    def stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def close(self) -> None:
        self._child = None
        running, self._running = self._running, []
        for child in running:
            child.kill_now()
