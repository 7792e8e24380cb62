"""Whatever is pressed, and whenever: what a session promises in every history."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.coaching.layout import lay_out
from deskstretch.coaching.session import Session
from deskstretch.coaching.timeline import MOVING_ON

PRESSES = st.sampled_from(
    [
        "start",
        "pause",
        "resume",
        "next",
        "back",
        "repeat",
        "switch_side",
        "jump",
        "hands_free",
        "by_hand",
        "wait",
    ]
)
HISTORIES = st.lists(
    st.tuples(
        st.integers(0, 90).map(lambda quarter: quarter / 4),
        PRESSES,
        st.integers(0, 150),
    ),
    max_size=40,
)


def press(session, now, name, target):
    if name == "jump":
        session.jump(now, target)
    elif name in ("hands_free", "by_hand"):
        session.set_waits(now, () if name == "hands_free" else MOVING_ON)
    elif name != "wait":
        getattr(session, name)(now)


@pytest.mark.parametrize("kind", ["each", "alternate", "hangs"])
def test_promises_hold_in_every_history(made_up, kind):
    movements = {
        "each": made_up(prep_s=10.0, switch_s=10.0),
        "alternate": made_up((2, 0, 2), sides="alternate", prep_s=10.0),
        "hangs": made_up(
            (10,),
            sides="both",
            still=(0,),
            repetitions=5,
            prep_s=20.0,
            rep_rest_s=20.0,
        ),
    }
    timeline = lay_out(*movements[kind])

    @settings(max_examples=60, deadline=None)
    @given(HISTORIES)
    def run(history):
        walk(timeline, history)

    run()


def walk(timeline, history):
    session = Session(timeline)
    now, ran = 1000.0, 0.0
    before = session.summary(now)
    was_finished = False
    for waits, name, target in history:
        running_from = session.position(now)
        now += waits
        position = session.position(now)
        assert running_from <= position <= timeline.total_s  # time alone moves it on
        assert position - running_from <= waits + 1e-6
        ran += position - running_from
        if was_finished:
            assert session.finished(now)
        press(session, now, name, target)
        was_finished = check(session, timeline, now)
        done = session.summary(now)
        assert done.spent_s <= ran + 1e-6  # pauses and jumps are never counted
        assert done.spent_s >= before.spent_s  # and what was done stays done
        assert done.worked_s >= before.worked_s
        assert done.worked_s <= done.spent_s <= timeline.total_s
        before = done


def check(session, timeline, now):
    position = session.position(now)
    assert -5 <= position <= timeline.total_s
    view = session.at(now)
    assert view.position == position
    assert view.left_s == pytest.approx(timeline.total_s - max(0, position))
    assert view.entry.start_s <= max(0, position) <= view.entry.end_s
    assert sum([view.running, view.finished]) <= 1
    change = session.next_change(now)
    assert (change is None) == (not view.running)
    if change is not None:
        assert now < change
        reached = session.position(change)
        edges = {0.0, timeline.total_s, *(entry.start_s for entry in timeline.entries)}
        assert reached in edges
    done = session.summary(now)
    each = sum(part.side == "left" for part in timeline.repetitions)
    assert 0 <= done.reps_left <= each
    assert 0 <= done.reps_right <= each
    assert done.reps_both <= sum(part.side is None for part in timeline.repetitions)
    assert not (done.completed and not view.finished)
    return view.finished


def test_grip_rests_at_least_its_seconds_in_every_history_of_going_on(made_up):
    timeline = lay_out(
        *made_up((10,), sides="both", still=(0,), repetitions=5, rep_rest_s=20.0)
    )
    forward = st.lists(
        st.tuples(
            st.integers(0, 25), st.sampled_from(["next", "pause", "resume", "wait"])
        ),
        max_size=40,
    )

    @settings(max_examples=60, deadline=None)
    @given(forward)
    def run(history):
        session = Session(timeline, pre_roll_s=0)
        session.start(0)
        now = 0
        hung_at = None
        for waits, name in history:
            for moment in range(now, now + waits + 1):
                entry = session.at(moment).entry
                if entry.kind == "hold":
                    if hung_at is not None and hung_at[0] != entry.rep:
                        assert moment - hung_at[1] >= 20
                    hung_at = (entry.rep, moment)
            now += waits
            press(session, now, name, 0)

    run()
