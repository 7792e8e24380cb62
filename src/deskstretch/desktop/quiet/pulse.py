"""Microphone: PulseAudio, or PipeWire in its place, records from a source.

Headsets on Bluetooth and microphones of the network are no sound cards of the
kernel; the sound server knows them.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet import child
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.quiet.source import Answer


class Pulse:
    """`pactl list short sources`: one that runs and is no monitor of an output."""

    name = "pulse-sources"
    reasons = frozenset({"microphone"})

    def __init__(self, program: str) -> None:
        self._program = program

    @classmethod
    def here(cls, environment: Mapping[str, str]) -> Pulse | None:
        program = shutil.which("pactl", path=environment.get("PATH"))
        return None if program is None else cls(program)

    def look(self, answer: Answer) -> None:
        def done(output: str | None) -> None:
            if output is None:
                answer(None)
            else:
                answer(self.reasons if records(output) else NONE)

        child.ask((self._program, "list", "short", "sources"), done)


def records(listing: str) -> bool:
    """Say whether a listing names a source at work: number, name, …, state."""
    rows = [line.split("\t") for line in listing.splitlines()]
    return any(
        len(row) > 2
        and row[-1].strip() == "RUNNING"
        and not row[1].endswith(".monitor")
        for row in rows
    )
