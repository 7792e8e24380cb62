"""A routine file is read whole, and each thing wrong in it is one plain sentence."""

import pytest

from deskstretch.movements.catalogue import load

GOOD = """format = 1

[routine]
slug = "my-routine"
name = "My routine"
prep = 20

[[block]]
movement = "lat-stretch/desk"
when = "no-bar"

[[block]]
movement = "kneeling-hip-flexor"
prep = 10
quiet = 20
"""


@pytest.fixture
def read(shipped_files):
    def with_routine(text, **others):
        files = {"mine.toml": text.encode(), **others}
        return load(shipped_files, user_routine_files=files)

    return with_routine


def test_a_right_file_becomes_a_routine(read):
    catalogue = read(GOOD)
    assert catalogue.problems == ()
    routine = catalogue.routines["my-routine"]
    assert routine.question == "My routine?"
    assert [block.slug for block in routine.blocks] == [
        "lat-stretch",
        "kneeling-hip-flexor",
    ]
    assert routine.blocks[0].prep_s is None
    assert routine.blocks[1].after.cue == "Breathe quietly"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("format = 1", "format = 2", "format", 'The file starts with "format = 1".'),
        (
            'slug = "my-routine"',
            'slug = "My routine"',
            "slug",
            '"My routine" is no slug: up to 40 small letters and digits, "-" between.',
        ),
        (
            'slug = "my-routine"',
            'slug = "lat-stretch"',
            "slug",
            'There is a movement "lat-stretch" already. Give this one another slug.',
        ),
        ("prep = 20", "prep = 2", "prep", '"prep" is 0 or at least 4 s, to leave'),
        (
            'movement = "lat-stretch/desk"',
            'movement = "lat-strech"',
            "movement",
            'There is no movement "lat-strech". Did you mean "lat-stretch"?',
        ),
        (
            'movement = "lat-stretch/desk"',
            'movement = "lat-stretch/dsk"',
            "movement",
            '"lat-stretch" has no profile "dsk". It has: desk, hang-substitute.',
        ),
        (
            'when = "no-bar"',
            'when = "no_bar"',
            "when",
            '"no_bar" is not known for "when". Did you mean "no-bar"?',
        ),
        (
            "quiet = 20",
            "quit = 20",
            "quit",
            '"quit" is not known in [[block]] number 2',
        ),
        ("prep = 10", "sets = 0", "sets", '"sets" is a whole number from 1 to 20.'),
    ],
)
def test_each_wrong_value_is_one_sentence_with_its_line(read, old, new, at, message):
    text = GOOD.replace(old, new, 1)
    catalogue = read(text)
    (problem,) = catalogue.problems
    assert problem.message.startswith(message)
    assert problem.file == "mine.toml"
    assert problem.line == text[: text.index(f"{at} =")].count("\n") + 1
    assert not catalogue.routines
    assert "lat-stretch" in catalogue.movements  # the rest is not touched


def test_a_routine_without_blocks_is_refused(read):
    (problem,) = read(GOOD[: GOOD.index("[[block]]")]).problems
    assert problem.message == "A routine needs at least one [[block]]."


def test_a_routine_that_may_be_empty_is_refused(read):
    text = GOOD[: GOOD.rindex("[[block]]")]
    (problem,) = read(text).problems
    assert problem.message == ('With hang = "short" at home no block of it is left.')


def test_a_slug_that_is_taken_is_refused_by_name_and_the_first_one_stays(read):
    catalogue = read(GOOD, **{"other.toml": GOOD.encode()})
    (problem,) = catalogue.problems
    assert problem.file == "other.toml"
    assert 'There is a routine "my-routine" already.' in problem.message
    assert set(catalogue.routines) == {"my-routine"}


def test_what_is_no_toml_is_named_and_the_movements_stay(read):
    catalogue = read("format = \n")
    (problem,) = catalogue.problems
    assert (problem.file, problem.line) == ("mine.toml", 1)
    assert catalogue.movements


def test_an_own_movement_cannot_take_the_name_of_a_shipped_routine(shipped_files):
    shipped = {"mine.toml": GOOD.encode()}
    text = shipped_files["lat-stretch.toml"].decode()
    taken = text.replace('slug = "lat-stretch"', 'slug = "my-routine"')
    diary = text.replace('slug = "lat-stretch"', 'slug = "diary"')
    catalogue = load(
        shipped_files,
        {"a.toml": taken.encode(), "b.toml": diary.encode()},
        routine_files=shipped,
    )
    assert [(p.file, p.message) for p in catalogue.problems] == [
        (
            "a.toml",
            'There is a routine "my-routine" already. Give this one another slug.',
        ),
        ("b.toml", 'There is a reminder "diary" already. Give this one another slug.'),
    ]
    assert "my-routine" in catalogue.routines
    assert "my-routine" not in catalogue.movements
