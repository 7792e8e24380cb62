"""The catalogue holds what is right, names what is not, and finds by slug or alias."""

import pytest

from deskstretch.movements.catalogue import Unknown, load


@pytest.fixture(scope="module")
def catalogue(shipped_files):
    return load(shipped_files)


def test_a_slug_alone_is_the_default_profile(catalogue):
    movement, dose = catalogue.find("kneeling-hip-flexor")
    assert (movement.slug, dose.name, dose.total_s) == (
        "kneeling-hip-flexor",
        "standard",
        120,
    )


def test_a_slug_may_carry_a_profile(catalogue):
    _, dose = catalogue.find("lat-stretch/hang-substitute")
    assert (dose.name, dose.repetitions, dose.total_s) == ("hang-substitute", 7, 60)


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        (
            "lat-stretchh",
            'There is no movement "lat-stretchh". Did you mean "lat-stretch"?',
        ),
        ("zzz", 'There is no movement "zzz". "deskstretch list" shows them.'),
        ("", 'There is no movement "". "deskstretch list" shows them.'),
        (
            "lat-stretch/slow",
            '"lat-stretch" has no profile "slow". It has: desk, hang-substitute.',
        ),
        (
            "lat-stretch/",
            '"lat-stretch" has no profile "". It has: desk, hang-substitute.',
        ),
    ],
)
def test_what_there_is_not_is_said_in_one_sentence(catalogue, slug, sentence):
    with pytest.raises(Unknown) as caught:
        catalogue.find(slug)
    assert str(caught.value) == str(caught.value.sentence) == sentence


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("hinge", ["lat-stretch", "seated-hip-hinge"]),
        ("Half-Kneeling", ["kneeling-hip-flexor"]),
        ("split stance", ["standing-hip-flexor"]),
        ("hip flexor", ["kneeling-hip-flexor", "standing-hip-flexor"]),
        ("nothing of the kind", []),
    ],
)
def test_names_and_aliases_are_searched(catalogue, text, slugs):
    assert [movement.slug for movement in catalogue.search(text)] == slugs


def test_a_users_movement_stands_beside_the_shipped_ones(shipped_files, file):
    catalogue = load(shipped_files, {"mine.toml": file.text.encode()})
    assert catalogue.problems == ()
    assert len(catalogue.movements) == len(shipped_files) + 1


def test_a_users_movement_with_a_taken_slug_is_refused_by_name(shipped_files, file):
    file.change('slug = "my-stretch"', 'slug = "lat-stretch"')
    catalogue = load(shipped_files, {"mine.toml": file.text.encode()})
    (problem,) = catalogue.problems
    assert problem.file == "mine.toml"
    assert problem.line == file.line_of('slug = "lat-stretch"')
    assert problem.message == (
        'There is a movement "lat-stretch" already. Give this one another slug.'
    )
    assert catalogue.movements["lat-stretch"].name == "Lat stretch"


def test_a_broken_file_leaves_the_others_alone(shipped_files, file):
    file.change("repetitions = 10", "repetitions = ")
    catalogue = load(shipped_files, {"mine.toml": file.text.encode()})
    (problem,) = catalogue.problems
    assert problem.line == file.line_of("repetitions = \n")
    assert problem.message.startswith("The file cannot be read: ")
    assert set(catalogue.movements) == set(load(shipped_files).movements)


def test_a_link_to_a_movement_that_does_not_exist_is_named(file):
    file.change("swaps = []", 'swaps = ["my-strech"]')
    (problem,) = file.problems()
    assert problem.line == file.line_of("swaps")
    assert problem.message == (
        'There is no movement "my-strech". Did you mean "my-stretch"?'
    )


def test_a_variant_of_nothing_is_named(file):
    file.change("swaps = []", 'swaps = []\nvariant_of = "nowhere"')
    (problem,) = file.problems()
    assert problem.message == 'There is no movement "nowhere".'


def test_no_files_make_an_empty_catalogue():
    catalogue = load({})
    assert not catalogue.movements
    assert catalogue.problems == ()
