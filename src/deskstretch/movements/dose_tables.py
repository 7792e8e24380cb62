"""Reads the `[dose.PROFILE]` tables of a movement file: repetitions and seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.movements.dose import Dose
from deskstretch.movements.vocabulary import is_slug

if TYPE_CHECKING:
    from deskstretch.movements.movement import Sides
    from deskstretch.movements.table import Source, Table

LONGEST_S = 3600  # nobody is led through more, and every second is laid out
STANDS_S = 4  # a large line stands at least this long, or nobody can read it
DOSE_KEYS = (
    "phases",
    "repetitions",
    "seconds",
    "prep",
    "switch",
    "sets",
    "set_rest",
    "rep_rest",
)


def read(source: Source, sides: Sides, phases: tuple[str, ...]) -> dict[str, Dose]:
    """Return the profiles by name, in the order of the file.

    Args:
        source: the file; takes every problem found.
        sides: how the movement changes sides.
        phases: the names of the phases of a repetition, in order.
    """
    profiles = source.document.values.get("dose")
    if not isinstance(profiles, dict) or not profiles:
        source.report(("dose",), "A movement needs at least one [dose.PROFILE].")
        return {}
    for name in profiles:
        if not (is_slug(name.lower()) and name.isascii()):  # levels are called L1
            message = f'"{name}" is no name for a dose: letters, digits, "-" between.'
            source.report(("dose", name), message)
    return {
        name: _dose(source.table("dose", name), name, sides, phases)
        for name in profiles
    }


def _dose(table: Table, name: str, sides: Sides, phases: tuple[str, ...]) -> Dose:
    table.close(DOSE_KEYS)
    dose = Dose(
        name=name,
        sides=1 if sides == "both" else 2,
        repetitions=table.whole("repetitions", None, 1, 100),
        seconds=_seconds(table, phases),
        prep_s=table.seconds("prep"),
        switch_s=table.seconds("switch"),
        sets=table.whole("sets", 1, 1, 20),
        set_rest_s=table.seconds("set_rest"),
        rep_rest_s=table.seconds("rep_rest"),
    )
    _check_dose(table, dose, sides)
    return dose


def _seconds(table: Table, phases: tuple[str, ...]) -> tuple[float, ...]:
    """Return one number per phase of the movement; 0 for those this dose leaves out."""
    if "phases" not in table:
        return table.all_seconds("seconds", len(phases))
    named = table.texts("phases")
    played = tuple(phase for phase in phases if phase in named)
    for name in named:
        if name not in phases:
            known = ", ".join(phases)
            table.report("phases", f'There is no phase "{name}". There are: {known}.')
            return (0.0,) * len(phases)
    if played != named:
        table.report("phases", "Phases are named once, in the order of the movement.")
        return (0.0,) * len(phases)
    given = dict(zip(played, table.all_seconds("seconds", len(played)), strict=True))
    return tuple(given.get(phase, 0.0) for phase in phases)


def _check_dose(table: Table, dose: Dose, sides: Sides) -> None:
    if dose.total_s > LONGEST_S:
        table.report(
            "repetitions",
            f"This dose lasts {dose.total_s / 60:.0f} min; "
            f"at most {LONGEST_S // 60} min are played.",
        )
    if 0 < _repetitions_last(dose) < STANDS_S:
        table.report("seconds", f"The repetitions last at least {STANDS_S} s in all.")
    for key in ("prep", "switch", "set_rest", "rep_rest"):
        if 0 < table.seconds(key) < STANDS_S:
            table.report(
                key, f'"{key}" is 0 or at least {STANDS_S} s, to leave time to read.'
            )
    if sides != "each" and dose.switch_s:
        table.report("switch", 'Only a movement with sides = "each" has a "switch".')
    if sides == "each" and dose.sets > 1:
        table.report("sets", 'A movement with sides = "each" has one set.')
    if dose.rep_rest_s and (sides != "both" or dose.sets > 1):
        table.report(
            "rep_rest", '"rep_rest" is for one set of a movement with sides = "both".'
        )


def _repetitions_last(dose: Dose) -> float:
    """Return how long the large line of the repetitions stands, in seconds."""
    if dose.rep_rest_s:
        return dose.rep_s
    return dose.rep_s * dose.repetitions
