"""Reads one movement file: its text and its doses. The figure is read elsewhere.

The file has one `[movement]` table, `[cue.ready]`, `[cue.work]`, `[cue.change]`
and `[cue.rest]` for what the screen says at each stage, one `[[phase]]` per phase
of a repetition in the order of Appendix A, and one `[dose.PROFILE]` per profile,
the default first. What the figure needs (`[camera]`, `[pose.*]` and so on) stands
in the same file and is read by `movements.choreography`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from deskstretch.movements import dose_tables
from deskstretch.movements.figure_values import switch
from deskstretch.movements.movement import Breath, Line, Movement, Phase, Sides
from deskstretch.movements.table import Source
from deskstretch.movements.vocabulary import (
    BREATHS,
    EQUIPMENT,
    KINDS,
    LONGEST_SLUG,
    OFFICE,
    POSITIONS,
    SIDES,
    SLUG,
    TAGS,
    Side,
    is_slug,
    office_of,
)

if TYPE_CHECKING:
    from deskstretch.body.choreography import Choreography
    from deskstretch.movements.problem import Problem
    from deskstretch.movements.table import Table
    from deskstretch.toml_lines import Document

FORMAT = 1
LONGEST_CUE = 28
LONGEST_WORD = 12
LONGEST_NAME = 40
MOST_STEPS = 6
MOST_PHASES = 16

MOVEMENT_KEYS = (
    "slug",
    "name",
    "short_name",
    "question",
    "aliases",
    "position",
    "kind",
    "equipment",
    "office",
    "tags",
    "area",
    "variant_of",
    "steps",
    "key_cue",
    "mistake",
    "warning",
    "feel",
    "swaps",
    "sources",
    "confidence",
    "reviewed_by",
    "sides",
    "first_side",
)
PHASE_KEYS = ("name", "word", "cue", "breath", "step", "pinch")  # others: the figure's
STAGES = {
    "ready": "Get into position",
    "work": "",
    "change": "Change sides",
    "rest": "Rest",
}


def read(
    document: Document,
    choreography: Choreography | None,
    problems: list[Problem],
    file: str,
) -> Movement | None:
    """Build the movement of a document; None if anything in it is wrong.

    Every problem found is appended to `problems`. Without a choreography the text
    is still read, so that all problems of a file are told at once.
    """
    before = len(problems)
    source = Source(file, document, problems)
    movement = _movement(source, cast("Choreography", choreography))
    whole = choreography is not None and len(problems) == before
    return movement if whole else None


def _movement(source: Source, choreography: Choreography) -> Movement:
    if source.document.values.get("format") != FORMAT:
        source.report(("format",), f'The file starts with "format = {FORMAT}".')
    table = source.table("movement")
    table.close(MOVEMENT_KEYS)
    steps = table.texts("steps", most=MOST_STEPS)
    work_step = _step(source.table("cue", "work"), min(1, len(steps)), steps)
    phases = _phases(source, steps, work_step)
    sides = cast("Sides", table.choice("sides", SIDES, "both"))
    if sides == "both" and "first_side" in table:
        table.report("first_side", 'With sides = "both" no side is the first one.')
    lines = _lines(source, steps, work_step, phases)
    name = table.text("name", longest=LONGEST_NAME)
    position = table.choice("position", POSITIONS)
    return Movement(
        slug=slug_of(table),
        name=name,
        short_name=table.text("short_name", name),
        question=table.text("question", f"{name}?"),
        aliases=table.texts("aliases"),
        position=position,
        kind=table.choice("kind", KINDS, "moving"),
        equipment=table.choices("equipment", EQUIPMENT),
        office=table.choice("office", OFFICE, office_of(position)),
        tags=table.choices("tags", TAGS),
        area=table.texts("area"),
        variant_of=table.text("variant_of", "") or None,
        steps=steps,
        key_cue=table.text("key_cue", ""),
        mistake=table.text("mistake", ""),
        warning=table.text("warning", ""),
        feel=table.text("feel", ""),
        swaps=table.texts("swaps"),
        sources=table.texts("sources"),
        confidence=table.text("confidence", ""),
        reviewed_by=table.text("reviewed_by", ""),
        sides=sides,
        first_side=cast("Side", table.choice("first_side", ("left", "right"), "left")),
        phases=phases,
        ready=lines["ready"],
        work=lines["work"],
        change=lines["change"],
        rest=lines["rest"],
        doses=dose_tables.read(source, sides, tuple(p.name for p in phases)),
        choreography=choreography,
    )


def slug_of(table: Table) -> str:
    """Return the slug a table gives, and report it if it is none."""
    slug = table.text("slug")
    if slug and not is_slug(slug):
        table.report("slug", f'"{slug[:LONGEST_SLUG]}" is no slug: {SLUG}.')
    return slug


def _step(table: Table, default: int, steps: tuple[str, ...]) -> int:
    """Return the index of the step a table names; its file counts from 1."""
    if "step" not in table:
        return max(0, default - 1)
    return table.whole("step", None, 1, max(1, len(steps))) - 1


def _lines(
    source: Source,
    steps: tuple[str, ...],
    work_step: int,
    phases: tuple[Phase, ...],
) -> dict[str, Line]:
    source.table("cue").close(STAGES)
    lines: dict[str, Line] = {}
    for stage, usual in STAGES.items():
        table = source.table("cue", stage)
        table.close(("text", "sub", "step"))
        step = {"ready": 0, "work": work_step, "rest": work_step}.get(
            stage, min(work_step + 1, max(0, len(steps) - 1))
        )
        lines[stage] = Line(
            table.text("text", usual or _joined(phases), longest=LONGEST_CUE),
            table.text("sub", ""),
            _step(table, step + 1, steps),
        )
    return lines


def _joined(phases: tuple[Phase, ...]) -> str:
    """Return the beat of a whole repetition as one line: `Forward, squeeze, back`."""
    first, *others = [phase.word for phase in phases] or [""]
    joined = ", ".join([first, *(word[:1].lower() + word[1:] for word in others)])
    return joined if len(joined) <= LONGEST_CUE else phases[0].cue


def _phases(
    source: Source, steps: tuple[str, ...], work_step: int
) -> tuple[Phase, ...]:
    tables = source.document.values.get("phase")
    if (
        not isinstance(tables, list)
        or not tables
        or not all(isinstance(table, dict) for table in tables)
    ):
        source.report(("phase",), "A movement needs at least one [[phase]].")
        return ()
    if len(tables) > MOST_PHASES:
        source.report(("phase",), f"A repetition has at most {MOST_PHASES} phases.")
        return ()
    poses = [table.get("to") for table in tables]
    phases: list[Phase] = []
    for index, pose in enumerate(poses):
        table = source.table("phase", index)
        name = table.text("name", longest=LONGEST_WORD)
        word = table.text("word", name[:1].upper() + name[1:], longest=LONGEST_WORD)
        breath = table.choice("breath", BREATHS, BREATHS[0])
        phases.append(
            Phase(
                name=name.lower(),
                word=word,
                cue=table.text("cue", word, longest=LONGEST_CUE),
                breath=cast("Breath", breath) if "breath" in table else None,
                still=pose == poses[index - 1] and _stays(tables[index].get("via")),
                step=_step(table, work_step + 1, steps),
                pinch=switch(source, ("phase", index, "pinch")),
            )
        )
    return tuple(phases)


def _stays(via: object) -> bool:
    """Return whether a phase with these poses on its way holds one of them, or none."""
    if not isinstance(via, list):
        return True
    poses = [stop.get("pose") for stop in via if isinstance(stop, dict)]
    return any(first == second for first, second in pairwise(poses))
