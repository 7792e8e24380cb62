"""The page for authors names every word that a movement file may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deskstretch import toml_lines
from deskstretch.body.bases import BASES
from deskstretch.body.contacts import CONTACT_NAMES
from deskstretch.body.lying import LOCKS
from deskstretch.body.muscles import MUSCLES
from deskstretch.body.points import POINTS
from deskstretch.body.pose import KEYS
from deskstretch.body.spots import SPOTS
from deskstretch.movements import (
    choreography,
    contact_tables,
    dose_tables,
    figure_check,
    movement_file,
    poses,
    scene_tables,
    vocabulary,
)
from deskstretch.movements.catalogue import load

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text("utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1].encode()
PROSE = PAGE.replace(EXAMPLE.decode(), "")
WORDS = {
    "sections": (*choreography.TEXT_SECTIONS, *choreography.FIGURE_SECTIONS),
    "movement": movement_file.MOVEMENT_KEYS,
    "cue": (*movement_file.STAGES, "text", "sub", "step"),
    "phase": (*movement_file.PHASE_KEYS, *choreography.PHASE_FIGURE_KEYS),
    "dose": dose_tables.DOSE_KEYS,
    "poses": (*KEYS, *poses._OWN_KEYS),
    "bases": tuple(BASES),
    "contact": (*contact_tables.CONTACT_KEYS, *CONTACT_NAMES, *LOCKS),
    "hands": (*contact_tables.HAND_STYLES, *contact_tables.SURFACES, *SPOTS),
    "scene": (*scene_tables.SCENE_KEYS, *choreography.VIEWS),
    "marks": (*choreography.GUIDES, *choreography.MARKS, *choreography.TEMPOS),
    "points": (*POINTS, *MUSCLES, *choreography.DIRECTIONS),
    "lists": (
        *vocabulary.POSITIONS,
        *vocabulary.KINDS,
        *vocabulary.EQUIPMENT,
        *vocabulary.SIDES,
        *vocabulary.OFFICE,
        *vocabulary.TAGS,
    ),
}


@pytest.mark.parametrize("group", WORDS)
def test_every_word_of_a_file_is_on_the_page(group):
    quoted = set(re.findall(r"[A-Za-z][\w-]*", " ".join(re.findall(r"`[^`]*`", PROSE))))
    absent = {
        word
        for word in WORDS[group]
        if word not in quoted and re.sub(r"_(left|right)$", "", word) not in quoted
    }
    assert not absent


def test_the_example_is_a_movement_that_passes_every_check():
    catalogue = load({}, {"little-cat.toml": EXAMPLE})
    assert catalogue.problems == ()
    movement = catalogue.movements["little-cat"]
    document = toml_lines.read(EXAMPLE)
    assert figure_check.problems(document, movement, "little-cat.toml") == []


def test_what_the_page_says_of_limits_is_so():
    for name, (low, high) in poses._LIMITS.items():
        row = next(
            line
            for line in PAGE.split("\n")
            if f"| `{name}`" in line or f", `{name}`" in line
        )
        ranges = row.rsplit("|", 2)[1]
        either = (f"{low:g} … {high:g}", f"±{high:g}")
        assert any(said in ranges for said in either), name
