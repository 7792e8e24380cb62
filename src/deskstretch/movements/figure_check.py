"""Runs the figure's checks on a movement and says each finding with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks import SAMPLES, check
from deskstretch.movements.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deskstretch.body.checks import Finding
    from deskstretch.body.skeleton import Side
    from deskstretch.movements.movement import Movement
    from deskstretch.toml_lines import Document

RANGES: Final = (1.0, 0.5)
_NUMBERS: Final = re.compile(r"[-+]?\d+(\.\d+)?")


def problems(
    document: Document, movement: Movement, file: str, samples: int = SAMPLES
) -> list[Problem]:
    """Return what the checks find in a movement's figure, each thing once.

    Every dose is looked at, at full and at half range, on the right side, which the
    file is written for; of the left only what the right has not is told.

    Args:
        document: the movement file, for its lines.
        movement: what was read from it.
        file: the file's name, for the problems.
        samples: figures of each moving phase to look at.
    """
    told: dict[object, Problem] = {}
    places: set[object] = set()
    for finding, where, side in _findings(movement, samples):
        place = (finding.check, finding.path)
        key = (*place, _NUMBERS.sub("", finding.message))
        if key in told or (side == "left" and place in places):
            continue
        places.add(place)
        told[key] = problem(document, finding, file, where)
    return list(told.values())


def problem(
    document: Document, finding: Finding, file: str, where: str = ""
) -> Problem:
    """Return one finding with the line of the pose or phase it belongs to.

    `where` says at which dose or range it was found, if not everywhere.
    """
    path = finding.path or ("movement", "slug")
    message = f"{finding.message} {where}".rstrip()
    name = ".".join(str(part) for part in path)
    return Problem(file, document.line(*path), name, message)


def _findings(movement: Movement, samples: int) -> Iterator[tuple[Finding, str, Side]]:
    paces = _paces(movement)
    looks: list[tuple[Side, float, int]] = [
        ("right", range_, pace) for range_ in RANGES for pace in range(len(paces))
    ]
    # The left side is the exact mirror image: one look at it is enough.
    for side, range_, pace in [*looks, ("left", 1.0, 0)]:
        name, seconds = paces[pace]
        said = ", ".join(_said(side, range_, name if pace else ""))
        where = f"({said})" if said else ""
        for finding in check(movement.choreography, seconds, range_, side, samples):
            yield finding, where, side


def _paces(movement: Movement) -> list[tuple[str, tuple[float, ...]]]:
    """Return the doses whose phases have lengths of their own."""
    paces: dict[tuple[float, ...], str] = {}
    for dose in movement.doses.values():
        paces.setdefault(dose.seconds, dose.name)
    return [(name, seconds) for seconds, name in paces.items()]


def _said(side: Side, range_: float, dose: str) -> Iterable[str]:
    if side == "left":
        yield "on the left side"
    if range_ < 1.0:
        yield "at half range"
    if dose:
        yield f"in the dose {dose}"
