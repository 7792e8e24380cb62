"""Microphone: PipeWire records from a source, where nobody speaks PulseAudio."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from deskstretch.desktop.quiet import child
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.quiet.source import Answer


class PipeWire:
    """`pw-dump`: a node of the class `Audio/Source` that runs."""

    name = "pipewire-sources"
    reasons = frozenset({"microphone"})

    def __init__(self, program: str) -> None:
        self._program = program

    @classmethod
    def here(cls, environment: Mapping[str, str]) -> PipeWire | None:
        program = shutil.which("pw-dump", path=environment.get("PATH"))
        return None if program is None else cls(program)

    def look(self, answer: Answer) -> None:
        def done(output: str | None) -> None:
            found = None if output is None else records(output)
            answer(None if found is None else self.reasons if found else NONE)

        child.ask((self._program, "--no-colors"), done)


def records(dump: str) -> bool | None:
    """Say whether a dump has a source at work; None if it makes no sense."""
    try:
        nodes = json.loads(dump)
    except ValueError:
        return None
    if not isinstance(nodes, list):
        return None
    return any(_runs(node) for node in nodes if isinstance(node, dict))


def _runs(node: dict[str, Any]) -> bool:
    info = node.get("info")
    if not isinstance(info, dict) or info.get("state") != "running":
        return False
    properties = info.get("props")
    kind = properties.get("media.class") if isinstance(properties, dict) else None
    return kind == "Audio/Source"
