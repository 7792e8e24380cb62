"""`simulate FILE`: the real planner over a history, line by line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.app import content, rules
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.desktop.paths import Places
from deskstretch.reminders import simulate
from deskstretch.settings import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.cli.grammar import Call
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.settings.model import Settings


def run(call: Call) -> int:
    """Write every effect; at a bad line stop there, with one sentence."""
    catalogue = content.load(Places(call.profile))
    settings = _settings(call.text("--settings"), catalogue)
    if isinstance(settings, int):
        return settings
    file = call.argument(0) or ""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        return err(f"{file} cannot be read: {error.strerror or error}.", REFUSED)
    library = rules.simulated_library(catalogue, settings)
    try:
        for line in simulate.run(_lines(data), rules.rules(settings, library), library):
            out(line)
    except simulate.SimulateError as error:
        return err(str(error), WRONG)
    return DONE


def _lines(data: bytes) -> Iterator[str]:
    """Yield the lines; one that is no text stops there, after those before it."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise simulate.SimulateError(number, "This is not UTF-8 text.") from None


def _settings(file: str | None, catalogue: Catalogue) -> Settings | int:
    data = None
    if file is not None:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            return err(f"{file} cannot be read: {error.strerror or error}.", REFUSED)
    settings, problems = reading.read(data, content.slugs(catalogue))
    for problem in problems:
        err(f"{file}, {problem}", DONE)
    return settings
