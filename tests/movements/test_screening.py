"""Every row of table 1D, and no door that leads past a person's answers."""

from dataclasses import replace
from itertools import combinations

import pytest

from deskstretch.movements.catalogue import load
from deskstretch.movements.dose import Dose
from deskstretch.movements.routine import Block
from deskstretch.movements.screening import (
    Answers,
    nothing_left,
    offer,
    ruled_out,
    screened,
)
from deskstretch.movements.screening_rows import ROWS

# Table 1D and 1A of the fact sheet: position, office code, tags, nearest swaps (1C).
TABLE = {
    "cat-cow": (
        "all_fours", "C", "mild-flexion extension kneeling wrist-load",
        "standing-cat-cow",
    ),
    "kneeling-hip-flexor": (
        "kneeling", "B", "kneeling hip-extension", "standing-hip-flexor",
    ),
    "active-hang": ("hanging", "D", "overhead grip bar", "lat-stretch"),
    "lat-stretch": ("standing", "A", "hinge overhead", "seated-hip-hinge"),
    "knee-twists": ("supine", "C", "rotation supine", "standing-twist"),
    "standing-bicycle": ("standing", "A", "rotation balance", ""),
    "standing-cat-cow": (
        "standing", "A", "mild-flexion extension overhead", "chair-cat-cow",
    ),
    "seated-forward-fold": (
        "floor_seated", "C", "flexion static-hold floor-sit", "seated-hip-hinge",
    ),
    "standing-side-bend": ("standing", "A", "side-bend overhead", ""),
    "standing-twist": ("standing", "A", "rotation", "seated-spinal-twist"),
    "seated-spinal-twist": ("chair", "A", "rotation seated", ""),
    "knee-to-chest": ("supine", "C", "flexion supine", "seated-knee-hug"),
    "bridge": ("supine", "C", "extension supine", "pelvic-tilt"),
    "pelvic-tilt": ("supine", "C", "supine lowest-load", "seated-pelvic-tilt"),
    "flexion-rotation": ("side_lying", "C", "rotation side-lying", ""),
    "supported-bridge": ("supine", "C", "extension supine static-hold", ""),
    "belly-flop": ("prone", "C", "prone static-hold", ""),
    "childs-pose": ("kneeling", "C", "flexion kneeling static-hold", ""),
    "seated-hip-hinge": ("chair", "A", "hinge seated", ""),
    "standing-hip-flexor": ("standing", "A", "hip-extension", ""),
    "chair-cat-cow": ("chair", "A", "mild-flexion extension seated", ""),
    "seated-pelvic-tilt": ("chair", "A", "seated lowest-load", ""),
    "bridge-leg-lift": ("supine", "C", "extension supine", "bridge"),
    "seated-knee-hug": ("chair", "A", "flexion seated", ""),
}  # fmt: skip
STANDING = {slug for slug, row in TABLE.items() if row[0] in ("standing", "hanging")}
FLEXION = {"seated-forward-fold", "knee-to-chest", "childs-pose", "seated-knee-hug"}
# What each row hides, written out by hand from the table of the fact sheet.
HIDDEN = {
    "red_flag": set(TABLE),
    "nerve": FLEXION | {"flexion-rotation"},
    "bones": FLEXION
    | {"standing-twist", "seated-spinal-twist", "flexion-rotation", "supported-bridge"},
    "shoulders": {"active-hang"},
    "wrists": {"cat-cow", "active-hang"},
    "knees": {"cat-cow", "kneeling-hip-flexor", "childs-pose"},
    "balance": {"standing-bicycle"},
    "standing": STANDING,
    "pregnant": {
        "active-hang", "flexion-rotation", "supported-bridge", "belly-flop",
        "knee-twists", "knee-to-chest", "bridge", "bridge-leg-lift", "pelvic-tilt",
    },
    "hip": {
        "kneeling-hip-flexor", "standing-hip-flexor", "knee-to-chest",
        "seated-knee-hug", "flexion-rotation", "childs-pose",
    },
    "blood_pressure": {
        "active-hang", "bridge", "bridge-leg-lift", "supported-bridge", "childs-pose",
        "seated-forward-fold",
    },
    "extension": {
        "cat-cow", "standing-cat-cow", "chair-cat-cow", "bridge", "bridge-leg-lift",
        "supported-bridge",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def movements(shipped_files):
    pattern = load(shipped_files).movements["lat-stretch"]
    doses = {"gentle": Dose("gentle", 1, 5, (4.0, 4.0)), **pattern.doses}
    return {
        slug: replace(
            pattern,
            slug=slug,
            name=slug,
            position=position,
            office=office,
            tags=tuple(tags.split()),
            swaps=tuple(swaps.split()),
            doses=doses,
        )
        for slug, (position, office, tags, swaps) in TABLE.items()
    }


def test_without_answers_what_was_asked_for_is_offered(movements):
    for movement in movements.values():
        found = offer(movement, Answers(), movements)
        assert (found.movement, found.reason, found.range_, found.notes) == (
            movement,
            None,
            1.0,
            (),
        )


def test_there_is_a_row_for_each_of_the_twelve_of_the_table():
    assert [row.key for row in ROWS] == list(HIDDEN)
    assert all(row.source for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_each_row_hides_what_the_table_says_and_nothing_else(movements, row):
    answers = Answers(frozenset({row.key}))
    hidden = {
        slug for slug, one in movements.items() if ruled_out(one, answers) is not None
    }
    assert hidden == HIDDEN[row.key]


def test_a_red_flag_blocks_everything(movements):
    for movement in movements.values():
        found = offer(movement, Answers(frozenset({"red_flag"})), movements)
        assert found.movement is None
        assert str(found.reason) == "Please see a doctor or physiotherapist first."


@pytest.mark.parametrize(
    ("ticked", "asked", "offered"),
    [
        ("knees", "cat-cow", "standing-cat-cow"),
        ("knees", "kneeling-hip-flexor", "standing-hip-flexor"),
        ("wrists", "cat-cow", "standing-cat-cow"),
        ("shoulders", "active-hang", "lat-stretch"),
        ("standing wrists", "cat-cow", "chair-cat-cow"),  # by way of a hidden swap
        ("standing", "lat-stretch", "seated-hip-hinge"),
        ("extension", "bridge", "pelvic-tilt"),
        ("pregnant", "bridge", "seated-pelvic-tilt"),
        ("hip", "kneeling-hip-flexor", None),
        ("balance", "standing-bicycle", None),
    ],
)
def test_the_nearest_swap_that_the_answers_allow_is_offered(
    movements, ticked, asked, offered
):
    found = offer(movements[asked], Answers(frozenset(ticked.split())), movements)
    assert (found.movement.slug if found.movement else None) == offered
    assert found.reason is not None


def test_the_reason_names_the_movement_and_the_answer(movements):
    found = offer(movements["cat-cow"], Answers(frozenset({"wrists"})), movements)
    assert (
        str(found.reason) == "cat-cow is left out because of your answer: Wrist pain."
    )


def test_answers_change_what_they_leave(movements):
    nerve = offer(movements["lat-stretch"], Answers(frozenset({"nerve"})), movements)
    assert nerve.range_ == 0.5
    bones = offer(movements["knee-twists"], Answers(frozenset({"bones"})), movements)
    assert (bones.range_, bones.profile) == (0.5, "gentle")
    bones = offer(movements["lat-stretch"], Answers(frozenset({"bones"})), movements)
    assert (bones.range_, bones.profile) == (1.0, None)
    shoulders = Answers(frozenset({"shoulders"}))
    assert [str(n) for n in offer(movements["lat-stretch"], shoulders, movements).notes]
    arms = offer(movements["standing-side-bend"], shoulders, movements).notes
    assert [str(note) for note in arms] == ["Keep your arms down."]


def test_where_only_standing_will_do_the_swap_of_the_file_is_offered(movements):
    found = offer(
        movements["kneeling-hip-flexor"], Answers(standing_only=True), movements
    )
    assert found.movement is movements["standing-hip-flexor"]
    assert str(found.reason) == "kneeling-hip-flexor needs room on the floor."
    found = offer(movements["lat-stretch"], Answers(standing_only=True), movements)
    assert (found.movement, found.reason) == (movements["lat-stretch"], None)
    found = offer(movements["belly-flop"], Answers(standing_only=True), movements)
    assert found.movement is None


def test_no_combination_of_answers_leads_to_what_they_rule_out(movements):
    keys = [row.key for row in ROWS]
    ticked = [frozenset(some) for n in (1, 2, 3) for some in combinations(keys, n)]
    routine = tuple(Block(slug) for slug in TABLE)
    for answers in (Answers(some) for some in [*ticked, frozenset(keys)]):
        for movement in movements.values():
            found = offer(movement, answers, movements)
            assert found.movement or found.reason
            if found.movement:
                assert ruled_out(found.movement, answers) is None
        for block in screened(routine, answers, movements):
            assert ruled_out(movements[block.slug], answers) is None


def test_a_routine_keeps_its_place_with_the_swap_of_the_nearest_length(movements):
    blocks = (Block("cat-cow/hang-substitute", prep_s=10.0), Block("standing-bicycle"))
    kept = screened(blocks, Answers(frozenset({"wrists", "balance"})), movements)
    assert kept == (Block("standing-cat-cow/hang-substitute"),)
    assert screened(blocks, Answers(), movements) == blocks


def test_a_routine_of_which_nothing_is_left_has_a_plain_sentence(movements):
    blocks = (Block("standing-bicycle"),)
    assert screened(blocks, Answers(frozenset({"balance"})), movements) == ()
    assert str(nothing_left("Seven minutes")) == (
        "Seven minutes has no movement left that fits your answers."
        " You can look at them in the settings."
    )
