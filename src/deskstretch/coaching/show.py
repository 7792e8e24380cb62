"""The catalogue, a movement, a routine as plain values: `list` and `show --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.coaching.layout import lay_out, lay_out_routine

if TYPE_CHECKING:
    from deskstretch.coaching.timeline import Entry, Timeline
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Choices, Routine


def show(movement: Movement, dose: Dose) -> dict[str, Any]:
    """Return one movement at one dose with its timeline, second by second."""
    return {
        "slug": movement.slug,
        "profile": dose.name,
        "name": movement.name,
        "steps": list(movement.steps),
        "total_s": _number(dose.total_s),
        "timeline": [_entry(entry) for entry in lay_out(movement, dose).entries],
    }


def show_routine(
    routine: Routine, choices: Choices, catalogue: Catalogue
) -> dict[str, Any]:
    """Return a routine as these choices have it, with its timeline."""
    timeline = laid_out(routine, choices, catalogue)
    return {
        "slug": routine.slug,
        "name": routine.name,
        "about": routine.about,
        "movements": [block.movement for block in routine.played(choices)],
        "total_s": _number(timeline.total_s),
        "timeline": [_entry(entry) for entry in timeline.entries],
    }


def listing(catalogue: Catalogue, choices: Choices) -> dict[str, Any]:
    """Return all that can be started, routines as these choices have them."""
    movements = sorted(catalogue.movements.values(), key=lambda one: one.slug)
    return {
        "movements": [_movement(one) for one in movements],
        "routines": [
            {
                "slug": one.slug,
                "name": one.name,
                "aliases": list(one.aliases),
                "total_s": _number(laid_out(one, choices, catalogue).total_s),
                "movements": [block.slug for block in one.played(choices)],
            }
            for one in sorted(catalogue.routines.values(), key=lambda one: one.slug)
        ],
    }


def laid_out(routine: Routine, choices: Choices, catalogue: Catalogue) -> Timeline:
    """Return the timeline of a routine as these choices have it."""
    return lay_out_routine(routine, routine.played(choices), catalogue.find)


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "start_s": _number(entry.start_s),
        "end_s": _number(entry.end_s),
        "kind": entry.kind,
        "movement": entry.movement,
        "side": entry.side,
        "rep": entry.rep,
        "set": entry.set_,
        "phase": entry.phase,
        "word": entry.word,
        "breath": entry.breath,
        "cue": entry.cue,
    }


def _movement(movement: Movement) -> dict[str, Any]:
    return {
        "slug": movement.slug,
        "name": movement.name,
        "aliases": list(movement.aliases),
        "position": movement.position,
        "kind": movement.kind,
        "office": movement.office,
        "equipment": list(movement.equipment),
        "tags": list(movement.tags),
        "variant_of": movement.variant_of,
        "profiles": {
            name: _number(dose.total_s) for name, dose in movement.doses.items()
        },
        "reviewed_by": movement.reviewed_by,
    }


def _number(seconds: float) -> float:
    """Return whole seconds without a fraction: 120, not 120.0."""
    return int(seconds) if seconds == int(seconds) else seconds
