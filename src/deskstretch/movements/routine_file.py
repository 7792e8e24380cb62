"""Reads one routine file: `[routine]`, and one `[[block]]` per movement in order."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, cast, get_args

from deskstretch.movements.figure_values import switch
from deskstretch.movements.movement_file import FORMAT, LONGEST_CUE, slug_of
from deskstretch.movements.routine import (
    Block,
    Choices,
    Condition,
    Hang,
    Place,
    Quiet,
    Routine,
)
from deskstretch.movements.table import Source

if TYPE_CHECKING:
    from deskstretch.movements.problem import Problem
    from deskstretch.movements.table import Table
    from deskstretch.toml_lines import Document

ROUTINE_KEYS = (
    "slug", "name", "short_name", "question", "aliases", "about", "prep", "ready",
    "ready_sub", "sources", "confidence", "fixed",
)  # fmt: skip
BLOCK_KEYS = (
    "movement", "when", "prep", "sets", "set_rest", "quiet", "quiet_text", "quiet_sub",
    "gentle", "comfort_prep", "comfort_switch",
)  # fmt: skip
CONDITIONS = tuple(condition for condition in get_args(Condition) if condition)
MOST_BLOCKS = 30
_AT = {"home": "home", "office": "the office"}
STANDS_S = 4  # a large line stands at least this long, or nobody can read it


def read(document: Document, problems: list[Problem], file: str) -> Routine | None:
    """Build the routine of a document; None if anything in it is wrong.

    Whether its movements exist is for the catalogue to say. Every problem found is
    appended to `problems`, one sentence with its line.
    """
    before = len(problems)
    source = Source(file, document, problems)
    top = source.table()
    top.close(("format", "routine", "block"))
    if document.values.get("format") != FORMAT:
        source.report(("format",), f'The file starts with "format = {FORMAT}".')
    table = source.table("routine")
    table.close(ROUTINE_KEYS)
    name = table.text("name")
    routine = Routine(
        slug=slug_of(table),
        name=name,
        short_name=table.text("short_name", name),
        question=table.text("question", f"{name}?"),
        aliases=table.texts("aliases"),
        about=table.text("about", ""),
        prep_s=_readable(table, "prep"),
        ready=(
            table.text("ready", "Get into position", longest=LONGEST_CUE),
            table.text("ready_sub", ""),
        ),
        blocks=_blocks(source),
        sources=table.texts("sources"),
        confidence=table.text("confidence", ""),
        fixed=switch(source, ("routine", "fixed")),
    )
    if routine.blocks:
        _check_never_empty(source, routine)
    return routine if len(problems) == before else None


def _blocks(source: Source) -> tuple[Block, ...]:
    tables = source.document.values.get("block")
    if (
        not isinstance(tables, list)
        or not tables
        or not all(isinstance(table, dict) for table in tables)
    ):
        source.report(("block",), "A routine needs at least one [[block]].")
        return ()
    if len(tables) > MOST_BLOCKS:
        source.report(("block",), f"A routine has at most {MOST_BLOCKS} blocks.")
        return ()
    return tuple(_block(source, index) for index in range(len(tables)))


def _block(source: Source, index: int) -> Block:
    table = source.table("block", index)
    table.close(BLOCK_KEYS)
    when = table.choice("when", CONDITIONS) if "when" in table else ""
    quiet_s = _readable(table, "quiet")
    return Block(
        movement=table.text("movement"),
        when=cast("Condition", when),
        prep_s=_readable(table, "prep") if "prep" in table else None,
        sets=table.whole("sets", None, 1, 20) if "sets" in table else None,
        set_rest_s=_readable(table, "set_rest") if "set_rest" in table else None,
        after=Quiet(
            quiet_s,
            table.text("quiet_text", "Breathe quietly", longest=LONGEST_CUE),
            table.text("quiet_sub", ""),
        )
        if quiet_s
        else None,
        gentle=table.text("gentle", ""),
        comfort_prep_s=table.seconds("comfort_prep"),
        comfort_switch_s=table.seconds("comfort_switch"),
    )


def _readable(table: Table, key: str) -> float:
    seconds = table.seconds(key)
    if 0 < seconds < STANDS_S:
        table.report(
            key, f'"{key}" is 0 or at least {STANDS_S} s, to leave time to read.'
        )
    return seconds


def _check_never_empty(source: Source, routine: Routine) -> None:
    for hang, place in product(get_args(Hang), get_args(Place)):
        if not routine.played(Choices(hang, place)):
            source.report(
                ("block",),
                f'With hang = "{hang}" at {_AT[place]} no block of it is left.',
            )
            return
