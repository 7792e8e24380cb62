"""One step up is offered after two clean sessions, one back after a symptom."""

import csv
from pathlib import Path

import pytest

from deskstretch.coaching.progression import (
    LADDERS,
    Done,
    Standing,
    Step,
    answered,
    ladder_of,
    offered,
    played,
    too_early,
)

START = Standing({}, {})
L1, L2, L3, L4 = LADDERS["standing-bicycle"]
APPENDIX = Path(__file__).parents[1] / "content" / "appendix_a.csv"


def bicycle(*done, standing=START):
    return offered("standing-bicycle", standing, done)


def test_every_step_of_every_ladder_is_a_profile_of_the_appendix():
    with APPENDIX.open(encoding="utf-8") as file:
        known = {f"{row['slug']}/{row['profile']}" for row in csv.DictReader(file)}
    steps = [step for ladder in LADDERS.values() for step in ladder]
    assert set(steps) <= known
    assert len(steps) == len(set(steps))


def test_the_hang_grows_as_the_fact_sheet_says():
    assert [step.partition("/")[2] for step in LADDERS["active-hang"]] == [
        "short", "hang-12", "hang-15", "hang-20", "hang-25", "hang-30",
    ]  # fmt: skip


def test_two_clean_sessions_in_a_row_offer_the_next_level_and_one_does_not():
    clean = Done(L1, completed=True, felt="same")
    assert bicycle(clean) is None
    assert bicycle(clean, clean) == Step("standing-bicycle", "up", L2)


@pytest.mark.parametrize(
    "second",
    [
        Done(L1, completed=False),
        Done(L1, completed=True, felt="harder"),
        Done(L1, completed=True, easier=True),
        Done(L2, completed=True),
    ],
)
def test_what_was_not_clean_or_at_another_level_does_not_count(second):
    assert bicycle(Done(L1, completed=True), second) is None


@pytest.mark.parametrize(
    "last",
    [Done(L2, completed=True, felt="hurts"), Done(L2, completed=False, sign=True)],
)
def test_a_symptom_offers_one_step_back_at_once(last):
    there = Standing({"standing-bicycle": L2}, {})
    clean = Done(L2, completed=True)
    step = bicycle(clean, clean, last, standing=there)
    assert step == Step("standing-bicycle", "back", L1)
    assert bicycle(Done(L1, completed=True, felt="hurts")) is None  # nothing below


def test_harder_twice_in_a_row_offers_one_step_back():
    there = Standing({"standing-bicycle": L3}, {})
    harder = Done(L3, completed=True, felt="harder")
    assert bicycle(harder, standing=there) is None
    step = bicycle(harder, harder, standing=there)
    assert step == Step("standing-bicycle", "back", L2)


def test_nothing_is_offered_above_the_last_level():
    top = Standing({"standing-bicycle": L4}, {})
    clean = Done(L4, completed=True)
    assert bicycle(clean, clean, clean, standing=top) is None


def test_a_level_changes_only_when_the_offer_is_taken():
    clean = Done(L1, completed=True)
    step = bicycle(clean, clean)
    declined = answered(START, step, 2, taken=False)
    assert declined.level("standing-bicycle") == L1
    assert bicycle(clean, clean, standing=declined) is None  # not asked again at once
    assert bicycle(clean, clean, clean, standing=declined) is None
    assert bicycle(clean, clean, clean, clean, standing=declined) == step
    taken = answered(START, step, 2, taken=True)
    assert taken.level("standing-bicycle") == L2
    assert bicycle(clean, clean, standing=taken) is None


def test_a_routine_plays_each_ladder_at_the_level_of_the_person():
    there = Standing({"standing-bicycle": L3, "active-hang": "active-hang/hang-20"}, {})
    assert played(("cat-cow/standard", L1, "active-hang/short"), there) == (
        "cat-cow/standard",
        L3,
        "active-hang/hang-20",
    )
    assert ladder_of("active-hang/full") is None  # the full set is not on the ladder


def test_a_level_that_no_longer_exists_is_the_start():
    assert Standing({"bridge": "bridge/huge"}, {}).level("bridge") == "bridge/start"


def test_flexion_rotation_waits_two_weeks():
    assert too_early("flexion-rotation", None) == 14
    assert too_early("flexion-rotation/standard", 13) == 1
    assert too_early("flexion-rotation", 14) == 0
    assert too_early("cat-cow", None) == 0
