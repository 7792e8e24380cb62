"""The stop signs say what the screen design says, and only plain answers unlock."""

import pytest

from deskstretch.coaching import safety


def test_there_are_five_signs_and_the_red_one_is_last():
    assert [one.name for one in safety.SIGNS] == [
        "mild",
        "sharp",
        "numb",
        "worse",
        "emergency",
    ]
    assert [str(one.row) for one in safety.SIGNS] == [
        "A strong pull or mild ache",
        "Sharp pain",
        "Numbness or tingling down a leg",
        "It hurt more the day after last time",
        "Lost control of bladder or bowel",
    ]
    assert [str(one.title) for one in safety.SIGNS] == [
        "Ease off",
        "Stop here for today",
        "Stop, and get it checked",
        "Take a break from stretching",
        "Get emergency care now",
    ]


def test_only_the_mild_sign_lets_the_session_go_on():
    assert [one.name for one in safety.SIGNS if not one.stops] == ["mild"]
    assert safety.MILD.offers == ("smaller", "swap", "skip", "end")
    assert all(not one.offers for one in safety.SIGNS if one.stops)
    assert set(safety.STEP_LABELS) == set(safety.MILD.offers)


def test_leg_symptoms_and_an_emergency_ask_whether_someone_has_seen_it():
    assert [one.name for one in safety.SIGNS if one.asks_seen] == ["numb", "emergency"]


def test_a_sign_is_found_by_its_name():
    assert safety.sign("worse") is safety.WORSE
    with pytest.raises(KeyError):
        safety.sign("tired")


def test_the_standing_line_and_the_safety_line_are_the_agreed_ones():
    assert str(safety.STANDING_LINE) == "General advice, not medical care."
    assert str(safety.SAFETY_LINE) == (
        "General advice, not medical care. Stop if it hurts."
        " If you are unsure, ask a doctor or physiotherapist first."
    )


def test_the_emergency_screen_names_four_regions_and_the_action():
    numbers = [str(one).split()[0] for one in safety.EMERGENCY_SCREEN.numbers]
    assert numbers == ["112", "911", "999", "000"]
    (action,) = safety.EMERGENCY.advice
    assert str(action).startswith(
        "Call your local emergency number or go to an emergency department now."
    )
    assert str(safety.EMERGENCY_SCREEN.stays_off) == (
        "Stretches stay off until the check."
    )


@pytest.mark.parametrize(
    "word",
    ["bladder", "genitals", "both legs", "sexual", "Chest pain", "serious accident"],
)
def test_the_emergency_list_is_the_whole_one(word):
    assert any(word in str(one) for one in safety.RED_FLAGS.emergency)


@pytest.mark.parametrize(
    "word",
    [
        "fall, accident, fracture or surgery",
        "Fever",
        "weight loss",
        "lump",
        "worse at night",
        "weakness",
        "cancer",
        "Osteoporosis",
        "getting worse",
    ],
)
def test_the_red_flags_are_the_whole_list(word):
    assert any(word in str(one) for one in safety.RED_FLAGS.prompt)


def answers_that_clear(questions):
    return {one.key: one.clears for one in questions}


@pytest.mark.parametrize("asks_seen", [False, True])
def test_all_clear_turns_stretches_on_again(asks_seen):
    questions = safety.check_questions(asks_seen)
    assert (safety.SEEN in questions) is asks_seen
    assert safety.passes(questions, answers_that_clear(questions))


@pytest.mark.parametrize("asks_seen", [False, True])
def test_any_other_answer_and_any_missing_one_does_not(asks_seen):
    questions = safety.check_questions(asks_seen)
    for question in questions:
        answers = answers_that_clear(questions)
        answers[question.key] = not question.clears
        assert not safety.passes(questions, answers)
        del answers[question.key]
        assert not safety.passes(questions, answers)
    assert not safety.passes(questions, {})
