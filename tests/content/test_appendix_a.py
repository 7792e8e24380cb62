"""Appendix A of the fact sheet, row by row: doses, timelines and what ships."""

import csv
import itertools
from dataclasses import dataclass
from pathlib import Path

import pytest

from deskstretch.coaching.layout import lay_out
from deskstretch.coaching.show import listing
from deskstretch.movements.catalogue import load
from deskstretch.movements.dose import Dose
from deskstretch.movements.movement import Line, Movement, Phase
from deskstretch.movements.routine import Choices

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "assets" / "movements"

# Everything that is per side and not listed here does one side after the other.
ALTERNATING = {
    "knee-twists",
    "standing-bicycle",
    "standing-side-bend",
    "standing-twist",
    "seated-spinal-twist",
}


@dataclass(frozen=True)
class Row:
    slug: str
    profile: str
    phases: tuple[tuple[str, str | None, float], ...]  # name, breath, seconds
    numbers: dict[str, float]


def breath_of(name):
    """`cow_in` is the phase `cow` on the in-breath; `in` alone is a direction."""
    stem, _, breath = name.rpartition("_")
    return (stem, breath) if stem else (name, None)


def rows():
    with (HERE / "appendix_a.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            slug, profile = line.pop("slug"), line.pop("profile")
            parts = (part.split(":") for part in line.pop("phases").split("|"))
            phases = tuple((*breath_of(name), float(s)) for name, s in parts)
            numbers = {key: float(value) for key, value in line.items()}
            yield Row(slug, profile, phases, numbers)


ROWS = tuple(rows())
EVERY_ROW = pytest.mark.parametrize(
    "row", ROWS, ids=[f"{row.slug}/{row.profile}" for row in ROWS]
)


def dose_of(row):
    numbers = row.numbers
    return Dose(
        row.profile,
        int(numbers["sides"]),
        int(numbers["reps"]),
        tuple(seconds for _, _, seconds in row.phases),
        prep_s=numbers["prep_s"],
        switch_s=numbers["switch_s"],
        sets=int(numbers["sets"]),
        set_rest_s=numbers["set_rest_s"],
        rep_rest_s=numbers["rep_rest_s"],
    )


def sides_of(row):
    if row.numbers["sides"] == 1:
        return "both"
    return "alternate" if row.slug in ALTERNATING else "each"


def movement_of(row):
    phases = tuple(
        Phase(name, name, name, breath, still=name in ("hold", "rest", "hang"), step=0)
        for name, breath, _ in row.phases
    )
    line = Line("A line", "", 0)
    words = dict.fromkeys(
        ("key_cue", "mistake", "warning", "feel", "confidence", "reviewed_by"), ""
    )
    lists = dict.fromkeys(
        ("aliases", "equipment", "tags", "area", "steps", "swaps", "sources"), ()
    )
    return Movement(
        slug=row.slug,
        name=row.slug,
        short_name=row.slug,
        question="?",
        position="standing",
        kind="moving",
        office="A",
        variant_of=None,
        sides=sides_of(row),
        first_side="left",
        phases=phases,
        ready=line,
        work=line,
        change=line,
        rest=line,
        doses={},
        choreography=None,
        **words,
        **lists,
    )


def test_the_table_is_the_whole_appendix():
    assert len(ROWS) == 53
    assert len({(row.slug, row.profile) for row in ROWS}) == 53


@EVERY_ROW
def test_the_formula_gives_the_total_of_the_row(row):
    dose = dose_of(row)
    assert dose.rep_s == row.numbers["rep_s"]
    assert dose.total_s == row.numbers["total_s"]


@EVERY_ROW
def test_the_timeline_of_the_row_touches_from_zero_to_its_total(row):
    timeline = lay_out(movement_of(row), dose_of(row))
    entries = timeline.entries
    assert entries[0].start_s == 0
    assert entries[-1].end_s == timeline.total_s == row.numbers["total_s"]
    for before, after in itertools.pairwise(entries):
        assert before.end_s == after.start_s
    assert all(entry.start_s < entry.end_s for entry in entries)
    assert [part.start_s for part in timeline.segments[1:]] == [
        part.end_s for part in timeline.segments[:-1]
    ]
    seconds = dict.fromkeys(("prep", "switch", "rest", "work"), 0.0)
    for entry in entries:
        kind = "work" if entry.kind in ("work", "hold") else entry.kind
        seconds[kind] += entry.end_s - entry.start_s
    numbers = row.numbers
    assert seconds == {
        "prep": numbers["prep_s"],
        "switch": numbers["switch_s"],
        "rest": (numbers["sets"] - 1) * numbers["set_rest_s"]
        + (numbers["reps"] - 1) * numbers["rep_rest_s"],
        "work": numbers["sets"] * numbers["sides"] * numbers["reps"] * numbers["rep_s"],
    }
    repetitions = numbers["sets"] * numbers["sides"] * numbers["reps"]
    assert len(timeline.repetitions) == repetitions
    sides = [entry.side for entry in entries if entry.side]
    assert (sides[0] if sides else None) == ("left" if numbers["sides"] == 2 else None)


@pytest.fixture(scope="module")
def shipped():
    files = {path.name: path.read_bytes() for path in ASSETS.glob("*.toml")}
    return load(files)


def as_row(movement, dose):
    phases = tuple(
        (phase.name, phase.breath, seconds)
        for phase, seconds in zip(movement.phases, dose.seconds, strict=True)
        if seconds
    )
    numbers = {
        "sides": dose.sides,
        "reps": dose.repetitions,
        "rep_s": dose.rep_s,
        "prep_s": dose.prep_s,
        "switch_s": dose.switch_s,
        "sets": dose.sets,
        "set_rest_s": dose.set_rest_s,
        "rep_rest_s": dose.rep_rest_s,
        "total_s": dose.total_s,
    }
    return Row(movement.slug, dose.name, phases, numbers)


def test_every_profile_that_ships_equals_its_row_and_none_is_left_out(shipped):
    ours = {
        (movement.slug, dose.name): as_row(movement, dose)
        for movement in shipped.movements.values()
        for dose in movement.doses.values()
    }
    theirs = {
        (row.slug, row.profile): row for row in ROWS if row.slug in shipped.movements
    }
    assert ours == theirs


def test_the_first_profile_of_a_movement_is_the_first_in_the_appendix(shipped):
    for movement in shipped.movements.values():
        first = next(row.profile for row in ROWS if row.slug == movement.slug)
        assert movement.default_profile == first


def test_a_movement_that_changes_sides_says_how(shipped):
    for movement in shipped.movements.values():
        row = next(row for row in ROWS if row.slug == movement.slug)
        assert movement.sides == sides_of(row)


def test_the_list_gives_the_totals_of_the_appendix(shipped):
    assert {
        (movement["slug"], profile): total
        for movement in listing(shipped, Choices())["movements"]
        for profile, total in movement["profiles"].items()
    } == {
        (row.slug, row.profile): row.numbers["total_s"]
        for row in ROWS
        if row.slug in shipped.movements
    }
