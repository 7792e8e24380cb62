"""The display kept awake on macOS. Not run on that system yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from deskstretch.desktop.child import Child, find

if TYPE_CHECKING:
    from collections.abc import Callable


class Caffeinate:
    """The system's own `caffeinate`, told to end when this process does."""

    name = "caffeinate"

    def __init__(self, program: str | None = None) -> None:
        self._program = find("caffeinate") if program is None else program
        self._child: Child | None = None

    def hold(self, _reason: str, answered: Callable[[bool], None]) -> None:
        if not self._program:
            answered(False)
            return
        child = self._child = Child((self._program, "-d", "-w", str(os.getpid())))

        def on_ended(_well: bool) -> None:  # noqa: FBT001 - Qt's signal
            if self._child is child:  # it ended although nobody wanted it to
                self._child = None
                answered(False)

        child.ended.connect(on_ended)
        child.start()
        answered(True)

    def release(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill_now()
