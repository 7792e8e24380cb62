"""A small program that is asked one question, and ended if it does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop.child import Child
from deskstretch.desktop.quiet.source import LOOK_S

if TYPE_CHECKING:
    from collections.abc import Callable


def ask(command: tuple[str, ...], done: Callable[[str | None], None]) -> None:
    """Run a program; `done` gets its output once, or None after `LOOK_S` at most."""
    child = Child(command, {"LC_ALL": "C"})
    output = bytearray()

    def on_wrote(data: bytes) -> None:
        output.extend(data)

    def on_ended(well: bool) -> None:  # noqa: FBT001 - Qt's signal
        done(output.decode(errors="replace") if well else None)

    child.wrote.connect(on_wrote)
    child.ended.connect(on_ended)
    child.start(LOOK_S)
    child.finish()
