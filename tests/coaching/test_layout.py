"""A movement and a dose become a timeline that touches, from 0 to the total."""

import pytest

from deskstretch.coaching.layout import lay_out


def kinds(entries):
    """The entries as `kind start-end`, whole repetitions of work drawn together."""
    drawn = []
    for entry in entries:
        name = entry.kind if entry.rep is None else f"{entry.side or 'both'}"
        if drawn and drawn[-1][0] == name and entry.rep is not None:
            drawn[-1][2] = entry.end_s
        else:
            drawn.append([name, entry.start_s, entry.end_s])
    return [tuple(one) for one in drawn]


def labels(timeline):
    return [(str(part.label), part.start_s, part.end_s) for part in timeline.segments]


def test_one_side_then_a_change_then_the_other(hip_flexor):
    timeline = lay_out(*hip_flexor)
    assert kinds(timeline.entries) == [
        ("prep", 0, 10),
        ("left", 10, 60),
        ("switch", 60, 70),
        ("right", 70, 120),
    ]
    assert labels(timeline) == [
        ("Ready", 0, 10),
        ("Left side", 10, 60),
        ("Change", 60, 70),
        ("Right side", 70, 120),
    ]
    assert timeline.total_s == 120
    assert timeline.parts[0].ring == "rep"
    assert timeline.parts[0].arcs == (0.4, 0.2, 0.4)


def test_a_repetition_has_one_entry_per_phase_with_its_beat(hip_flexor):
    timeline = lay_out(*hip_flexor)
    second = [entry for entry in timeline.entries if entry.rep == 2][:3]
    assert [
        (entry.start_s, entry.end_s, entry.side, entry.phase, entry.word)
        for entry in second
    ] == [
        (15, 17, "left", "forward", "Forward"),
        (17, 18, "left", "squeeze", "Squeeze"),
        (18, 20, "left", "back", "Back"),
    ]
    assert [entry.phase_index for entry in second] == [0, 1, 2]
    assert {entry.reps for entry in timeline.entries} == {10}


def test_short_phases_share_one_large_line_and_long_ones_have_their_own(made_up):
    short = lay_out(*made_up((2, 1, 2)))
    assert {entry.cue for entry in short.entries} == {"Forward, squeeze, back"}
    fold = lay_out(*made_up((4, 10, 4), sides="both", repetitions=3, still=(1,)))
    assert [(entry.kind, entry.cue) for entry in fold.entries[:3]] == [
        ("work", "The forward line"),
        ("hold", "The squeeze line"),
        ("work", "The back line"),
    ]
    assert fold.parts[0].ring == "hold"
    assert {entry.sub for entry in fold.entries} == {"Work line"}


def test_a_long_phase_that_moves_is_work_and_not_a_hold(made_up):
    rest = lay_out(*made_up((10, 30, 10), sides="both", repetitions=1, still=(1,)))
    assert [entry.kind for entry in rest.entries] == ["work", "hold", "work"]


def test_a_short_hold_stays_work_and_the_ring_counts_repetitions(made_up):
    lat = lay_out(*made_up((2, 3, 2), sides="both", repetitions=5, still=(1,)))
    assert {entry.kind for entry in lat.entries} == {"work"}
    assert lat.parts[0].ring == "rep"
    assert labels(lat) == [("5 reps", 0, 35)]


def test_alternating_sides_change_after_each_repetition(made_up):
    twists = lay_out(*made_up((2, 0, 2), sides="alternate", prep_s=10.0))
    work = [entry for entry in twists.entries if entry.rep]
    assert [(entry.side, entry.rep) for entry in work[:6]] == [
        ("left", 1),
        ("left", 1),
        ("right", 1),
        ("right", 1),
        ("left", 2),
        ("left", 2),
    ]
    assert labels(twists) == [("Ready", 0, 10), ("Both sides", 10, 90)]
    assert twists.total_s == 90


def test_one_movement_begins_on_the_right(made_up):
    twist = lay_out(
        *made_up(
            (2, 5, 2), sides="alternate", first_side="right", repetitions=1, sets=2
        )
    )
    assert [part.side for part in twist.repetitions] == [
        "right",
        "left",
        "right",
        "left",
    ]
    assert [entry.set_ for entry in twist.entries] == [1] * 6 + [2] * 6
    assert labels(twist) == [("Set 1", 0, 18), ("Set 2", 18, 36)]


def test_a_phase_without_seconds_is_left_out(made_up):
    timeline = lay_out(*made_up((2, 0, 2), sides="both"))
    assert [entry.phase for entry in timeline.entries[:2]] == ["forward", "back"]
    assert [entry.phase_index for entry in timeline.entries[:2]] == [0, 2]
    assert timeline.parts[0].arcs == (0.5, 0.5)


def test_hangs_rest_between_repetitions_and_no_press_shortens_that(made_up):
    hangs = lay_out(
        *made_up(
            (10,),
            sides="both",
            still=(0,),
            repetitions=5,
            prep_s=20.0,
            rep_rest_s=20.0,
        )
    )
    assert [entry.kind for entry in hangs.entries] == [
        "prep",
        *["hold", "rest"] * 4,
        "hold",
    ]
    assert hangs.total_s == 150
    rests = [entry for entry in hangs.entries if entry.kind == "rest"]
    assert {entry.shortest_s for entry in rests} == {20}
    assert {entry.cue for entry in rests} == {"Rest, feet down"}
    assert labels(hangs)[:3] == [
        ("Ready", 0, 20),
        ("Rep 1", 20, 30),
        ("Rest", 30, 50),
    ]


def test_sets_rest_between_them(made_up):
    hinge = lay_out(
        *made_up((3, 1, 2), sides="both", repetitions=8, sets=3, set_rest_s=30.0)
    )
    assert labels(hinge) == [
        ("Set 1", 0, 48),
        ("Rest", 48, 78),
        ("Set 2", 78, 126),
        ("Rest", 126, 156),
        ("Set 3", 156, 204),
    ]
    rests = [entry for entry in hinge.entries if entry.kind == "rest"]
    assert {entry.shortest_s for entry in rests} == {0}


def test_breath_goes_with_the_phase(made_up):
    cow = lay_out(*made_up((3, 3), sides="both", breaths=("in", "out")))
    assert [entry.breath for entry in cow.entries[:4]] == ["in", "out", "in", "out"]


def test_fractions_of_seconds_still_touch(made_up):
    bicycle = lay_out(*made_up((2.25, 1, 2.25), sides="alternate", repetitions=7))
    odd = lay_out(*made_up((0.1, 0.2, 4), sides="both", repetitions=9))
    for timeline in (bicycle, odd):
        for before, after in zip(timeline.entries, timeline.entries[1:], strict=False):
            assert before.end_s == after.start_s
        assert timeline.entries[-1].end_s == timeline.total_s


@pytest.mark.parametrize(
    ("position", "word"),
    [
        (-1, None),
        (0, None),
        (9.99, None),
        (10, "Forward"),
        (12, "Squeeze"),
        (500, "Back"),
    ],
)
def test_a_position_finds_its_entry(hip_flexor, position, word):
    assert lay_out(*hip_flexor).at(position).word == word


def test_the_side_to_show_is_the_next_one_that_is_worked(hip_flexor):
    timeline = lay_out(*hip_flexor)
    prep, switch = timeline.at(0), timeline.at(60)
    assert (prep.side, timeline.side_at(prep)) == (None, "left")
    assert (switch.side, timeline.side_at(switch)) == (None, "right")
    assert timeline.side_at(timeline.at(119)) == "right"


def test_getting_ready_walks_through_the_steps_before_the_repetitions(hip_flexor):
    timeline = lay_out(*hip_flexor)
    prep = timeline.at(0)
    assert (prep.step, prep.steps) == (0, 3)
    assert timeline.at(20).step == 3
    assert timeline.at(65).step == 4
    assert [timeline.step_start(step) for step in range(5)] == pytest.approx(
        [0, 10 / 3, 20 / 3, 10, 60]
    )


def test_a_segment_knows_how_full_it_is(hip_flexor):
    left = lay_out(*hip_flexor).segments[1]
    assert [left.filled(at) for at in (0, 10, 35, 60, 99)] == [0, 0, 0.5, 1, 1]
