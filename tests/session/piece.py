"""Starts one piece of the interface in a session and waits for what it says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.session.harness import wait_until

if TYPE_CHECKING:
    from tests.session.harness import XSession

PROGRAM = Path(__file__).with_name("one_piece.py")


class Piece:
    """A running piece; `lines` is all it has said so far."""

    def __init__(self, session: XSession, name: str) -> None:
        self._file = session.folder / f"{name}.said"
        with self._file.open("wb") as said:
            session.run(sys.executable, str(PROGRAM), name, stdout=said)

    @property
    def lines(self) -> list[str]:
        return self._file.read_text().splitlines()

    def said(self, start: str, times: int = 1) -> str:
        """Wait for a line that starts like this, and return the last such line."""

        def found() -> list[str]:
            lines = [line for line in self.lines if line.startswith(start)]
            return lines if len(lines) >= times else []

        return wait_until(found, within=8, what=f"{start!r} after {self.lines}")[-1]
