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
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except OSError as error:
        return err(f"{file} cannot be read: {error.strerror or error}.", REFUSED)
    except UnicodeDecodeError:
        return err(f"{file} is not UTF-8 text.", WRONG)
    library = rules.library(catalogue)
    try:
        for line in simulate.run(
            text.splitlines(), rules.rules(settings, library), library
        ):
            out(line)
    except simulate.SimulateError as error:
        return err(str(error), WRONG)
    return DONE


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
