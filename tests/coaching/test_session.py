"""A session on its clock: what each press does, and what counts."""

import pytest

from deskstretch.coaching.layout import lay_out
from deskstretch.coaching.session import Session
from deskstretch.coaching.timeline import MOVING_ON


@pytest.fixture
def session(hip_flexor):
    """A hip flexor session whose pre-roll began at 1000 and ended at 1005."""
    session = Session(lay_out(*hip_flexor))
    session.start(1000)
    return session


@pytest.fixture
def hangs(made_up):
    """Hangs: ready to 20, hang to 30, rest to 50, hang to 60."""
    session = Session(
        lay_out(
            *made_up(
                (10,),
                sides="both",
                still=(0,),
                repetitions=2,
                prep_s=20.0,
                rep_rest_s=20.0,
            )
        ),
        pre_roll_s=0,
    )
    session.start(0)
    return session


def test_before_the_start_nothing_runs(hip_flexor):
    session = Session(lay_out(*hip_flexor))
    assert session.position(1000) == -5
    assert session.next_change(1000) is None
    view = session.at(1000)
    assert (view.running, view.finished, view.left_s) == (False, False, 120)


def test_the_pre_roll_runs_first_and_is_not_counted(session):
    assert session.position(1000) == -5
    assert session.position(1003) == -2
    assert session.at(1003).entry.kind == "prep"
    assert session.at(1003).left_s == 120
    assert session.next_change(1003) == 1005
    assert session.position(1005) == 0
    assert session.summary(1005).spent_s == 0


def test_a_whole_session_runs_to_its_end(session):
    assert session.at(1015).entry.word == "Forward"
    assert session.at(1065).entry.kind == "switch"
    assert session.at(1075).side == "right"
    assert not session.finished(1124.9)
    assert session.finished(1125)
    view = session.at(1300)
    assert (view.position, view.finished, view.running) == (120, True, False)
    assert session.next_change(1300) is None
    done = session.summary(1300)
    assert (done.spent_s, done.worked_s) == (120, 100)
    assert (done.reps_left, done.reps_right, done.reps_both) == (10, 10, 0)
    assert done.sides == ("left", "right")
    assert (done.completed, done.logged) == (True, True)


def test_a_sleeper_until_each_change_meets_every_entry_once(session):
    now, met = 1000.1, []
    while (change := session.next_change(now)) is not None:
        assert change > now
        now = change
        met.append(session.at(now).entry.start_s)
    starts = [entry.start_s for entry in session.timeline.entries]
    assert met == [*starts, starts[-1]]  # the last one is the end
    assert session.finished(now)


def test_paused_time_does_not_count_and_three_seconds_come_again(session):
    session.pause(1017.5)  # 12.5: half a second into the squeeze
    assert session.position(1500) == 12.5
    assert session.next_change(1500) is None
    assert not session.at(1500).running
    session.resume(1500)
    assert session.position(1500) == 12  # the squeeze is shorter than 3 s
    assert session.position(1501) == 13
    assert session.summary(1501).spent_s == 13  # and counts once


def test_resume_goes_back_three_seconds_in_a_long_phase(hangs):
    hangs.pause(28)
    hangs.resume(100)
    assert hangs.position(100) == 25


def test_resume_in_the_pre_roll_goes_back_within_it(session):
    session.pause(1004)
    session.resume(1010)
    assert session.position(1010) == -4
    session.pause(1010.5)
    session.resume(1020)
    assert session.position(1020) == -5


def test_resuming_what_runs_changes_nothing(session):
    session.resume(1017.5)
    assert session.position(1017.5) == 12.5


def test_next_ends_the_step_or_the_side(session):
    session.next(1002)
    assert session.position(1002) == 0  # out of the pre-roll
    session.next(1003)
    assert session.position(1003) == 10
    session.next(1020)
    assert session.position(1020) == 60
    session.next(1021)
    assert session.position(1021) == 70
    session.next(1022)
    assert session.finished(1022)


def test_what_next_jumps_over_is_not_counted(session):
    session.next(1000)
    session.next(1000)
    session.next(1012)  # 12 s of the left side: two whole repetitions
    session.next(1012)
    session.next(1012)
    done = session.summary(1012)
    assert (done.spent_s, done.worked_s) == (12, 12)
    assert (done.reps_left, done.reps_right, done.sides) == (2, 0, ("left",))
    assert not done.completed


def test_under_ten_seconds_of_work_is_not_logged(session):
    assert not session.summary(1024.9).logged  # 9.9 s of work after getting ready
    assert session.summary(1025).logged


def test_a_few_seconds_and_a_press_are_not_a_finished_session(made_up):
    session = Session(lay_out(*made_up(sides="both")), pre_roll_s=0)
    session.start(0)
    session.next(6)  # one repetition of 5 s, and a second of the next
    done = session.summary(6)
    assert session.finished(6)
    assert (done.reps_both, done.logged, done.completed) == (1, False, False)


def test_a_short_movement_done_whole_is_finished(made_up):
    session = Session(lay_out(*made_up(sides="both", repetitions=1)), pre_roll_s=0)
    session.start(0)
    done = session.summary(5)
    assert (done.worked_s, done.logged, done.completed) == (5, False, True)


def test_back_goes_to_the_start_and_again_to_the_one_before(session):
    session.back(1035)
    assert session.position(1035) == 10
    session.back(1036.5)
    assert session.position(1036.5) == 0
    session.back(1037)
    assert session.position(1037) == 0  # nothing is before that


def test_back_after_two_seconds_is_a_first_press_again(session):
    session.back(1035)
    session.back(1037.1)
    assert session.position(1037.1) == 10


def test_back_in_the_pre_roll_begins_it_again(session):
    session.back(1004)
    assert session.position(1004) == -5


def test_presses_in_a_pause_move_but_do_not_run(session):
    session.pause(1017.5)
    session.next(1018)
    assert session.position(1100) == 60
    session.back(1101)
    assert session.position(1101) == 60
    session.back(1102)
    assert session.position(1102) == 10
    assert session.next_change(1102) is None
    session.resume(1110)
    assert session.position(1111) == 11


def test_repeat_starts_the_side_again_and_counts_it_once(session):
    session.repeat(1035)  # at 30: four repetitions done
    assert session.position(1035) == 10
    assert session.summary(1055).reps_left == 4
    assert session.summary(1060).reps_left == 5


def test_repeat_in_the_pre_roll_changes_nothing(session):
    session.repeat(1002)
    assert session.position(1002) == -3


def test_a_side_can_be_chosen(session):
    session.switch_side(1020)
    assert session.position(1020) == 70
    session.switch_side(1021)
    assert session.position(1021) == 10
    session.jump_to_side(1022, "right")
    assert session.position(1022) == 70


def test_a_movement_without_sides_has_none_to_choose(hangs):
    hangs.switch_side(25)
    hangs.jump_to_side(25, "left")
    assert hangs.position(25) == 25


def test_a_step_can_be_chosen(session):
    session.jump_to_step(1020, 4)
    assert session.at(1020).entry.kind == "switch"
    session.jump_to_step(1021, 3)
    assert session.position(1021) == 10


def test_a_jump_stays_within_the_timeline(session):
    session.jump(1010, -50)
    assert session.position(1010) == 0
    session.jump(1010, 500)
    assert session.finished(1010)


def test_a_finished_session_stays_finished(session):
    for press in (session.back, session.next, session.repeat, session.resume):
        press(1200)
        assert session.finished(1200)
    session.jump(1200, 0)
    session.switch_side(1200)
    session.pause(1200)
    assert session.position(1300) == 120


def test_without_hands_free_each_change_of_position_waits(hip_flexor):
    session = Session(lay_out(*hip_flexor), waits=MOVING_ON)
    session.start(0)
    view = session.at(100)
    assert (view.position, view.waiting, view.running) == (10, True, False)
    assert view.entry.kind == "prep"
    assert session.next_change(100) is None
    session.next(100)
    assert session.position(101) == 11
    assert not session.at(101).waiting
    view = session.at(1000)
    assert (view.position, view.waiting, view.entry.kind) == (70, True, "switch")
    session.resume(1000)
    assert session.finished(1050)
    assert session.summary(1050).spent_s == 120


def test_a_pause_while_waiting_stays_a_pause(hip_flexor):
    session = Session(lay_out(*hip_flexor), waits=MOVING_ON)
    session.start(0)
    session.pause(100)
    session.next(101)
    view = session.at(102)
    assert (view.position, view.running, view.entry.kind) == (10, False, "work")
    session.resume(103)
    assert session.position(104) == 11


def test_back_while_waiting_begins_the_change_again(hip_flexor):
    session = Session(lay_out(*hip_flexor), waits=MOVING_ON)
    session.start(0)
    session.back(100)
    assert session.position(100) == 0
    assert session.position(150) == 10


def test_hands_free_can_be_switched_while_it_runs(hip_flexor):
    session = Session(lay_out(*hip_flexor))
    session.start(0)
    session.set_waits(20, MOVING_ON)
    assert session.at(200).waiting
    session.set_waits(200, ())
    assert session.position(201) == 71


def test_a_grip_rest_cannot_be_cut_short(hangs):
    hangs.next(25)
    assert hangs.position(25) == 30  # the first hang ends, its rest begins
    hangs.next(27)
    assert hangs.position(27) == 32  # and goes on
    hangs.jump(28, 50)
    assert hangs.position(28) == 33
    assert hangs.position(45) == 50


def test_a_jump_over_a_grip_rest_lands_in_it(hangs):
    hangs.jump(25, 50)
    assert hangs.position(25) == 30


def test_a_rest_between_sets_may_be_cut_short(made_up):
    session = Session(
        lay_out(*made_up((3, 1, 2), sides="both", sets=2, set_rest_s=30.0)),
        pre_roll_s=0,
    )
    session.start(0)
    session.next(65)
    assert session.position(65) == 90


def test_a_movement_without_sides_counts_its_repetitions(hangs):
    done = hangs.summary(60)
    assert (done.reps_both, done.sides, done.completed) == (2, (), True)
