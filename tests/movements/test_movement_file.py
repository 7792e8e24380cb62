"""A movement file is read whole, and each thing wrong in it is one plain sentence."""

import pytest


def only(problems):
    (problem,) = problems
    return problem


def test_a_right_file_becomes_a_movement(file):
    catalogue = file.load()
    assert catalogue.problems == ()
    movement = catalogue.movements["my-stretch"]
    assert movement.short_name == "Hip flexor"
    assert [phase.name for phase in movement.phases] == ["forward", "squeeze", "back"]
    assert movement.default_profile == "standard"
    assert movement.doses["starter"].total_s == 200
    assert movement.ready.cue == "Half-kneel on the pad"
    assert (movement.ready.step, movement.work.step, movement.change.step) == (0, 3, 4)
    assert movement.rest.cue == "Rest"


def test_what_a_file_may_leave_out_takes_its_usual_value(file):
    start, end = file.text.index("short_name"), file.text.index("[dose.standard]")
    file.text = (
        file.text[:start] + 'position = "kneeling"\nsides = "each"\n' + file.text[end:]
    )
    catalogue = file.load()
    assert catalogue.problems == ()
    movement = catalogue.movements["my-stretch"]
    assert movement.short_name == movement.name == "Kneeling hip flexor"
    assert movement.question == "Kneeling hip flexor?"
    assert movement.office == "C"  # on the floor
    assert movement.steps == movement.tags == movement.swaps == ()
    assert movement.ready.cue == "Get into position"
    assert movement.work.cue == "Forward, squeeze, back"
    assert movement.change.cue == "Change sides"
    assert {phase.step for phase in movement.phases} == {0}


def test_a_phase_that_stays_where_it_is_is_still(file):
    file.change('to = "squeezed"', 'to = "forward"')
    movement = file.load().movements["my-stretch"]
    assert [phase.still for phase in movement.phases] == [False, True, False]


def test_the_name_of_a_phase_is_its_word_if_there_is_no_other(file):
    file.change('name = "forward"\nword = "Forward"\n', 'name = "Glide"\n')
    phase = file.load().movements["my-stretch"].phases[0]
    assert (phase.name, phase.word) == ("glide", "Glide")


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "repetitions = 10",
            "repetitions = 0",
            "repetitions",
            '"repetitions" is a whole number from 1 to 100.',
        ),
        (
            "repetitions = 10",
            "repetitions = true",
            "repetitions",
            '"repetitions" is a whole number from 1 to 100.',
        ),
        (
            "repetitions = 10\n",
            "",
            "[dose.standard]",
            '[dose.standard] needs "repetitions".',
        ),
        (
            "seconds = [2, 1, 2]",
            "seconds = [2, 1]",
            "seconds",
            '"seconds" has 2 numbers for 3 phases.',
        ),
        (
            "seconds = [2, 1, 2]",
            'seconds = [2, 1, "2"]',
            "seconds",
            '"seconds" is a list of seconds from 0.1 to 600, one per phase.',
        ),
        (
            "seconds = [2, 1, 2]\n",
            "",
            "[dose.standard]",
            '[dose.standard] needs "seconds", one number per phase.',
        ),
        (
            "seconds = [2, 1, 2]",
            "seconds = [0, 0, 0]",
            "seconds",
            '"seconds" is a list of seconds from 0.1 to 600, one per phase.',
        ),
        (
            "seconds = [2, 1, 2]",
            "seconds = [0.1, 0.1, 0.1]",
            "seconds",
            "The repetitions last at least 4 s in all.",
        ),
        (
            "prep = 10",
            "prep = 3",
            "prep",
            '"prep" is 0 or at least 4 s, to leave time to read.',
        ),
        (
            "prep = 10",
            "prep = nan",
            "prep",
            '"prep" is no number to use here: write one such as 12.5.',
        ),
        (
            "prep = 10",
            "prep = 10\nsets = 2",
            "sets = 2",
            'A movement with sides = "each" has one set.',
        ),
        (
            "prep = 10",
            "prep = 10\nrep_rest = 20",
            "rep_rest",
            '"rep_rest" is for one set of a movement with sides = "both".',
        ),
        (
            'position = "kneeling"',
            'position = "kneling"',
            "position",
            '"kneling" is not known for "position". Did you mean "kneeling"?',
        ),
        (
            'office = "B"',
            'office = "Z"',
            "office",
            '"Z" is not known for "office". It can be A, B, C, D.',
        ),
        (
            'tags = ["kneeling", "hip-extension"]',
            'tags = ["kneeling", "hip-extensoin"]',
            "tags",
            '"hip-extensoin" is not known for "tags". Did you mean "hip-extension"?',
        ),
        (
            'equipment = ["pad"]',
            'equipment = "pad"',
            "equipment",
            '"equipment" is a list of texts: ["…", "…"].',
        ),
        (
            'slug = "my-stretch"',
            'slug = "My Stretch"',
            "slug",
            '"My Stretch" is no slug: up to 40 small letters and digits, "-" between.',
        ),
        (
            'name = "Kneeling hip flexor"\n',
            "",
            "[movement]",
            '[movement] needs "name".',
        ),
        (
            'name = "Kneeling hip flexor"',
            "name = 7",
            "name = 7",
            '"name" is a text in quotes.',
        ),
        (
            'word = "Squeeze"',
            'word = "Squeeze firmly"',
            'word = "Squeeze',
            '"word" has 14 characters; at most 12 fit the line.',
        ),
        (
            'cue = "Squeeze the buttock"',
            'cue = "Squeeze the buttock of that side"',
            'cue = "Squeeze the',
            '"cue" has 32 characters; at most 28 fit the line.',
        ),
        (
            'text = "Change sides"',
            'text = "Change sides in your own time"',
            'text = "Change',
            '"text" has 29 characters; at most 28 fit the line.',
        ),
        (
            "step = 4",
            "step = 9",
            "step = 9",
            '"step" is a whole number from 1 to 5.',
        ),
        (
            "[cue.change]",
            "[cue.chnge]",
            "[cue.chnge]",
            '"chnge" is not known in [cue]. Did you mean "change"?',
        ),
        (
            "format = 1",
            "format = 2",
            "format",
            'The file starts with "format = 1".',
        ),
        (
            'reviewed_by = ""',
            'reviewd_by = ""',
            "reviewd_by",
            '"reviewd_by" is not known in [movement]. Did you mean "reviewed_by"?',
        ),
        (
            "[camera]",
            "[camra]",
            "[camra]",
            '"camra" is not known in the file. Did you mean "camera"?',
        ),
    ],
)
def test_each_wrong_value_is_one_sentence_with_its_line(file, old, new, at, message):
    file.change(old, new)
    problem = only(file.problems())
    if at in ("seconds", "repetitions", "prep", "sets"):
        at = f"{at} ="
    assert (problem.file, problem.message) == ("mine.toml", message)
    assert problem.line == file.line_of(at)
    assert str(problem) == f"mine.toml, line {problem.line}: {message}"


def test_a_misspelt_key_is_named_with_the_nearest_and_the_right_one_asked_for(file):
    file.change("repetitions = 10", "repititions = 10")
    near = 'Did you mean "repetitions"?'
    assert {(one.line, one.message) for one in file.problems()} == {
        (
            file.line_of("repititions"),
            f'"repititions" is not known in [dose.standard]. {near}',
        ),
        (file.line_of("[dose.standard]"), '[dose.standard] needs "repetitions".'),
    }


def test_breath_is_in_or_out(file):
    file.change('word = "Forward"', 'word = "Forward"\nbreath = "hold"')
    problem = only(file.problems())
    assert problem.message == ('"hold" is not known for "breath". It can be in, out.')


def test_a_switch_needs_two_sides_one_after_the_other(file):
    file.change('sides = "each"', 'sides = "alternate"')
    assert {problem.message for problem in file.problems()} == {
        'Only a movement with sides = "each" has a "switch".'
    }


def test_seven_steps_are_too_many(file):
    file.change("steps = [", 'steps = ["one", "two",')
    problem = only(file.problems())
    assert problem.message == '"steps" has 7 lines; at most 6 fit.'


def test_all_problems_are_found_in_one_reading(file):
    file.change("repetitions = 10", "repetitions = 0")
    file.change('office = "B"', 'office = "Z"')
    file.change('word = "Back"', 'wrd = "Back"')
    paths = {problem.path for problem in file.problems()}
    assert paths == {"dose.standard.repetitions", "movement.office", "phase.2.wrd"}


@pytest.mark.parametrize("section", ["movement", "cue", "dose", "phase"])
@pytest.mark.parametrize("value", ["7", '"text"', "[]", "[1]", "[{}]", "{}"])
def test_a_section_of_the_wrong_kind_is_named_and_never_a_crash(section, value):
    from deskstretch.movements.catalogue import load

    text = f"format = 1\n{section} = {value}\n"
    catalogue = load({"wrong.toml": text.encode()})
    assert not catalogue.movements
    assert catalogue.problems


@pytest.mark.parametrize(
    "text",
    [
        "[dose]\nstandard = 5",
        "[[dose]]\n",
        "[cue]\nwork = 1",
        "[[cue.work]]\ntext = 'x'",
        "[[movement]]\nslug = 'x'",
        "phase = [{to = 1, name = []}]",
    ],
)
def test_odd_shapes_are_problems_and_never_a_crash(text):
    from deskstretch.movements.catalogue import load

    catalogue = load({"wrong.toml": text.encode()})
    assert not catalogue.movements
    assert catalogue.problems


def test_a_dose_may_play_some_of_the_phases_by_name(file):
    file.change("seconds = [2, 1, 2]", 'phases = ["forward", "back"]\nseconds = [2, 3]')
    movement = file.load().movements["my-stretch"]
    assert movement.doses["standard"].seconds == (2.0, 0.0, 3.0)


@pytest.mark.parametrize(
    ("phases", "message"),
    [
        ('["back", "forward"]', "Phases are named once, in the order of the movement."),
        (
            '["up", "back"]',
            'There is no phase "up". There are: forward, squeeze, back.',
        ),
    ],
)
def test_phases_of_a_dose_are_those_of_the_movement(file, phases, message):
    file.change("seconds = [2, 1, 2]", f"phases = {phases}\nseconds = [2, 3]")
    assert only(file.problems()).message == message


def test_a_phase_that_holds_a_pose_on_its_way_is_a_hold_and_one_that_passes_is_not(
    file,
):
    def still(via):
        file.change('to = "squeezed"', f'to = "forward"\nvia = [{via}]')
        phase = file.load().movements["my-stretch"].phases[1]
        file.change(f'to = "forward"\nvia = [{via}]', 'to = "squeezed"')
        return phase.still

    there = '{ pose = "tall", at = 0.3 }'
    assert not still(there)
    assert still(f'{there}, {{ pose = "tall", at = 0.8 }}')
