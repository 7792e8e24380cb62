"""What is said aloud and when: nothing missing, nothing more, nothing too late."""

import pytest

from deskstretch.coaching.announcing import LATE_S, Script
from deskstretch.coaching.layout import lay_out, lay_out_routine
from deskstretch.movements.routine import Block, Quiet, Routine

NAMES = {"made-up": "Made up", "lat": "Lat stretch", "other": "The other"}


def told(script, *, ticks=False):
    """Return everything as (second, sound, words), without mere ticks."""
    return [
        (one.at_s, one.sound, str(one.says or ""))
        for one in script.announcements
        if ticks or one.says or one.sound != "tick"
    ]


def script_of(movement_and_dose):
    return Script(lay_out(*movement_and_dose), NAMES)


def test_two_sides_one_after_the_other(hip_flexor):
    assert told(script_of(hip_flexor)) == [
        (-5, None, "Get into position. Get into position."),
        (10, "tick", "Made up. Left side."),
        (30, "tick", "Rep 5 of 10"),
        (55, "tick", "Last one"),
        (60, "change", "Change sides"),
        (70, "tick", "Right side"),
        (90, "tick", "Rep 5 of 10"),
        (115, "tick", "Last one"),
        (120, "end", "Done"),
    ]


def test_both_sides_at_once_have_no_side_and_the_fifth_of_five_is_the_last(lat_stretch):
    assert told(script_of(lat_stretch)) == [
        (-5, None, "Get into position. Get into position."),
        (5, "tick", "Lat stretch"),
        (33, "tick", "Last one"),
        (40, "end", "Done"),
    ]


def test_every_repetition_ticks_once(lat_stretch):
    ticks = [
        at
        for at, sound, _ in told(script_of(lat_stretch), ticks=True)
        if sound == "tick"
    ]
    assert ticks == [5, 12, 19, 26, 33]


def test_sides_that_take_turns_are_counted_in_pairs(made_up):
    script = script_of(made_up((2, 2), sides="alternate", repetitions=6, prep_s=4.0))
    assert told(script) == [
        (-5, None, "Get into position. Get into position."),
        (4, "tick", "Made up. Left side first."),
        (36, "tick", "Rep 5 of 6"),
        (44, "tick", "Last one on each side"),
        (52, "end", "Done"),
    ]


def test_one_turn_of_each_side_has_no_last_one(made_up):
    script = script_of(
        made_up((3, 3, 3), sides="alternate", first_side="right", repetitions=1, sets=2)
    )
    assert told(script) == [
        (-5, None, "Get into position"),
        (0, "tick", "Made up. Right side."),
        (9, "change", "Change sides. Left side."),
        (18, "change", "Change sides. Right side."),
        (27, "change", "Change sides. Left side."),
        (36, "end", "Done"),
    ]


def test_rests_between_repetitions_and_what_follows_them(made_up):
    script = script_of(
        made_up(
            (10,), sides="both", still=(0,), repetitions=3, prep_s=5.0, rep_rest_s=20.0
        )
    )
    assert told(script) == [
        (-5, None, "Get into position. Get into position."),
        (5, "tick", "Made up"),
        (15, None, "Rest, feet down"),
        (35, "tick", "Rep 2 of 3"),
        (45, None, "Rest, feet down"),
        (65, "tick", "Last one"),
        (75, "end", "Done"),
    ]


def test_sets_are_counted_after_their_rest(made_up):
    script = script_of(
        made_up((2,), repetitions=2, sets=2, set_rest_s=30.0, switch_s=5.0)
    )
    assert told(script) == [
        (-5, None, "Get into position"),
        (0, "tick", "Made up. Left side."),
        (2, "tick", "Last one"),
        (4, "change", "Change sides"),
        (9, "tick", "Right side"),
        (11, "tick", "Last one"),
        (13, None, "Rest, feet down"),
        (43, "tick", "Set 2. Left side."),
        (45, "tick", "Last one"),
        (47, "change", "Change sides"),
        (52, "tick", "Right side"),
        (54, "tick", "Last one"),
        (56, "end", "Done"),
    ]


def test_a_routine_says_what_comes_next_and_how_to_get_there(made_up):
    movements = {
        "made-up": made_up((2, 2), sides="both", repetitions=2, prep_s=6.0),
        "other": made_up((4,), sides="both", repetitions=2, slug="other", prep_s=8.0),
    }
    routine = Routine(
        "r", "R", "R", "R?", (), "", 5.0, ("Mat beside you", ""),
        (
            Block("made-up", after=Quiet(3.0, "Breathe easily", "")),
            Block("other"),
        ),
        (), "",
    )  # fmt: skip
    timeline = lay_out_routine(routine, routine.blocks, movements.__getitem__)
    assert told(Script(timeline, NAMES)) == [
        (-5, None, "Get into position. Mat beside you."),
        (5, None, "Next: Made up. Get into position."),
        (11, "tick", "Made up"),
        (15, "tick", "Last one"),
        (19, None, "Rest. Breathe easily."),
        (22, "change", "Next: The other. Get into position."),
        (30, "tick", "The other"),
        (34, "tick", "Last one"),
        (38, "end", "Done"),
    ]


@pytest.fixture
def script(hip_flexor):
    return script_of(hip_flexor)


def says(script, before, now):
    due = script.due(before, now)
    return None if due is None else (str(due.says or ""), due.sound)


def test_each_cue_is_due_once(script):
    heard, before, now = [], -6.0, -6.0
    while before < 121:
        now = round(before + 0.04, 6)
        due = script.due(before, now)
        if due:
            heard.append(due)
        before = now
    assert heard == list(script.announcements)


def test_a_cue_waits_for_its_moment(script):
    assert says(script, 59.0, 59.999) is None
    assert says(script, 59.999, 60.0) == ("Change sides", "change")
    assert says(script, 60.0, 60.04) is None


def test_what_comes_too_late_is_left_out(script):
    assert says(script, 59.0, 60.0 + LATE_S) == ("Change sides", "change")
    assert says(script, 59.0, 60.001 + LATE_S) is None


def test_after_a_long_gap_only_the_newest_is_said(script):
    assert says(script, -6.0, 70.5) == ("Right side", "tick")
    assert says(script, -6.0, 75.0 + 0.5) == ("", "tick")
    assert says(script, -6.0, 300.0) is None


def test_two_at_once_are_the_last_word_and_the_louder_sound(made_up):
    script = script_of(made_up((0.5,), repetitions=5))  # a side takes 2.5 s
    assert says(script, 1.9, 2.6) == ("Change sides. Right side.", "change")
    assert says(script, 1.9, 3.1) == ("Change sides. Right side.", "change")


def test_the_next_thing_to_say_is_known(script):
    assert script.next_after(-6.0) == -5.0
    assert script.next_after(-5.0) == 10.0
    assert script.next_after(119.0) == 120.0
    assert script.next_after(120.0) is None
