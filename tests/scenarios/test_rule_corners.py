"""Corners of the rules that no longer story passes through, one story each."""

from dataclasses import replace
from datetime import time

import pytest
from story import (
    EVENING,
    HIP,
    JUST_HIP,
    JUST_LAT,
    LAT,
    MORNING,
    TWO,
    expect,
    only,
    tell,
)

from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn

SHORT = EveryDeskTime("short", "cat-cow", every_s=600)


# Words


def test_a_press_is_an_input():
    told = tell(
        """
        08:00 start
        08:00 active
        09:28 idle
        09:30:30 skip
        09:40 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:30 counting
        09:35:30 away
    """)


@pytest.mark.parametrize("back", ["unlock", "wake"])
def test_unlocking_and_waking_alone_bring_nobody_back(back):
    gone = {"unlock": "lock", "wake": "sleep"}[back]
    told = tell(
        f"""
        08:00 start
        08:00 active
        09:00 {gone}
        09:20 {back}
        09:25 active
        09:26 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        09:00 away
        09:25 prompt lat-stretch: You were away 25 min
        09:25 prompting
        09:25:45 withdraw lat-stretch: time-out
        09:25:45 counting
    """)


@pytest.mark.parametrize(
    ("rules", "away"),
    [
        (only(HIP, away_after_s=120), "08:12"),
        (only(HIP, restart_after_s=180), "08:13"),
        (only(HIP, replace(LAT, away_s=240)), "08:14"),
        (only(HIP, LAT), "08:15"),
    ],
)
def test_the_smallest_of_three_lengths_makes_the_user_away(rules, away):
    told = tell("08:00 start\n08:00 active\n08:10 idle\n08:30 end", rules)
    assert told == ["08:00 counting", f"{away} away"]


def test_from_the_start_until_the_first_input_the_user_is_away():
    told = tell("08:00 start\n10:00 active\n10:10 end", TWO)
    assert told == ["08:00 away", "10:00 counting"]  # and that is no return


@pytest.mark.parametrize(
    ("reason", "away"),
    [
        ("microphone", "11:00"),
        ("camera", "11:00"),
        ("presentation", "09:30"),
        ("full-screen", "09:30"),
        ("do-not-disturb", "09:05"),
        ("program", "09:05"),
    ],
)
def test_how_long_each_reason_stands_for_input(reason, away):
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:50 busy {reason}
        09:00 idle
        12:00 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:50 quiet", f"{away} away"]


# The three kinds


def test_the_first_kind_beats_the_second_which_is_dropped():
    eager = only(
        replace(HIP, every_s=1800),
        replace(LAT, away_s=120),
        between_cards_s=0,
        after_return_s=0,
        restart_after_s=600,
    )
    told = tell(
        """
        08:00 start
        08:00 active
        08:20 busy camera
        08:40 free
        08:40:30 lock
        08:44 unlock
        08:44 active
        08:44:05 skip
        08:50 end
        """,
        eager,
    )
    assert told == expect("""
        08:00 counting
        08:20 quiet
        08:40 counting
        08:40:30 away
        08:44 prompt hip-flexor: 40 min of sitting
        08:44 prompting
        08:44:05 counting
    """)


def test_within_a_kind_the_order_of_the_file_decides():
    told = tell(
        """
        08:00 start
        08:00 active
        19:59:50 skip
        20:00:10 skip
        20:10:30 skip
        20:11 end
        """,
        only(EVENING, Daily("tea", "knee-twists", time(20))),
    )
    assert told == expect("""
        08:00 counting
        20:00 prompt evening: Your evening
        20:00 prompting
        20:00:10 counting
        20:10:10 prompt tea: Your evening
        20:10:10 prompting
        20:10:30 counting
    """)


def test_a_daily_waits_for_the_distance():
    told = tell(
        """
        18:25 start
        18:25 active
        19:55:20 skip
        20:05:30 skip
        20:10 end
        """,
        only(HIP, EVENING),
    )
    assert told == expect("""
        18:25 counting
        19:55 prompt hip-flexor: 90 min of sitting
        19:55 prompting
        19:55:20 counting
        20:05:20 prompt evening: Your evening
        20:05:20 prompting
        20:05:30 counting
    """)


def test_a_daily_with_bending_waits_for_the_end_of_the_first_hour():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00:10 skip
        09:30 end
        """,
        only(replace(MORNING, does="folds")),
    )
    assert told == expect("""
        08:00 counting
        09:00 prompt morning: Your morning
        09:00 prompting
        09:00:10 counting
    """)


# Manners


def test_a_withdrawn_card_leaves_no_distance():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 lock
        09:31 unlock
        09:31 active
        09:36:05 skip
        09:37 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 withdraw hip-flexor: lock
        09:30:10 away
        09:31 counting
        09:36 prompt hip-flexor: 95 min of sitting again
        09:36 prompting
        09:36:05 counting
    """)


def test_a_daily_neither_counts_nor_is_stopped_by_the_limit():
    told = tell(
        """
        18:00 start
        18:00 active
        18:10:10 skip
        20:00:10 skip
        20:10:20 skip
        20:45 end
        """,
        only(SHORT, EVENING, prompts_a_day=1),
    )
    assert told == expect("""
        18:00 counting
        18:10 prompt short: 10 min of sitting
        18:10 prompting
        18:10:10 counting
        20:00 prompt evening: Your evening
        20:00 prompting
        20:00:10 counting
    """)


def test_finished_sessions_do_not_count_against_the_limit():
    told = tell(
        """
        08:00 start
        08:00 active
        08:01 open cat-cow
        08:02 finish cat-cow
        08:12:10 skip
        08:20 open cat-cow
        08:21 finish cat-cow
        08:31:10 skip
        08:50 end
        """,
        only(SHORT, prompts_a_day=2, between_cards_s=0, after_return_s=0),
    )
    assert told == expect("""
        08:00 counting
        08:01 session
        08:02 counting
        08:12 prompt short: 10 min of sitting
        08:12 prompting
        08:12:10 counting
        08:20 session
        08:21 counting
        08:31 prompt short: 10 min of sitting
        08:31 prompting
        08:31:10 counting
    """)


def test_an_asking_withdrawn_at_the_limit_is_still_shown():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10:10 busy camera
        08:20 free
        08:22:10 skip
        08:40 end
        """,
        only(SHORT, prompts_a_day=1),
    )
    assert told == expect("""
        08:00 counting
        08:10 prompt short: 10 min of sitting
        08:10 prompting
        08:10:10 withdraw short: quiet
        08:10:10 quiet
        08:20 counting
        08:22 prompt short: 22 min of sitting again
        08:22 prompting
        08:22:10 counting
    """)


def test_enough_for_today_is_enough_of_every_kind_until_four():
    told = tell(
        """
        18:00 start
        18:00 active
        19:00 enough
        22:00 idle
        +1 04:30 active
        +1 06:00:10 end
        """,
        only(HIP, LAT, EVENING),
    )
    assert told == expect("""
        18:00 counting
        19:00 paused
        +1 04:00 away
        +1 04:30 counting
        +1 06:00 prompt hip-flexor: 90 min of sitting
        +1 06:00 prompting
        +1 06:00:10 withdraw hip-flexor: ended
    """)


def test_own_hours_may_pass_midnight():
    night = replace(HIP, hours=((22 * 60, 2 * 60),))
    told = tell(
        """
        21:00 start
        21:00 active
        23:30:10 skip
        +1 05:00 end
        """,
        only(night),
    )
    assert told == expect("""
        21:00 counting
        23:30 prompt hip-flexor: 90 min of sitting
        23:30 prompting
        23:30:10 counting
        +1 01:00:10 prompt hip-flexor: 90 min of sitting
        +1 01:00:10 prompting
        +1 01:00:55 withdraw hip-flexor: time-out
        +1 01:00:55 counting
        +1 01:10:55 prompt hip-flexor: 100 min of sitting again
        +1 01:10:55 prompting
        +1 01:11:40 withdraw hip-flexor: time-out
        +1 01:11:40 counting
    """)


def test_an_empty_table_of_hours_is_as_none():
    empty = ((),) * 7
    told = tell(
        "08:00 start\n08:00 active\n09:30:10 skip\n10:00 end", only(HIP, hours=empty)
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 counting
    """)


def test_the_last_of_several_reasons_ends_the_quiet():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 busy camera
        09:10 busy microphone
        09:40 free camera
        09:50 free microphone
        09:52:10 skip
        10:00 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:00 quiet
        09:50 counting
        09:52 prompt hip-flexor: 112 min of sitting
        09:52 prompting
        09:52:10 counting
    """)


def test_a_return_may_come_in_the_two_minutes_after_quiet():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 busy do-not-disturb
        09:05 idle
        09:20 free
        09:21 active
        09:21:10 skip
        09:30 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        09:00 quiet
        09:10 away
        09:21 prompt lat-stretch: You were away 16 min
        09:21 prompting
        09:21:10 counting
    """)


def test_the_length_of_the_first_hour_is_a_setting():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20 open seated-forward-fold
        08:30 open seated-forward-fold
        08:31 close
        08:40 end
        """,
        only(HIP, morning_guard_s=30 * 60),
    )
    assert told == expect("""
        08:00 counting
        08:30 session
        08:31 counting
    """)


@pytest.mark.parametrize("slug", ["flexion-rotation", "full-session", "folds"])
def test_what_the_first_hour_holds(slug):
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:59 open {slug}
        09:00 open {slug}
        09:01 close
        09:05 end
        """,
        JUST_LAT,
    )
    assert told == ["08:00 counting", "09:00 session", "09:01 counting"]


def test_resuming_never_lifts_a_stop():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 hurts sharp
        08:11 pause
        08:12 resume
        10:00 end
        """,
        TWO,
    )
    assert told == ["08:00 counting", "08:10 stopped"]


def test_the_phases_go_by_their_rank():
    office = (((480, 540),),) * 7
    told = tell(
        """
        08:00 start
        08:00 active
        08:05 busy camera
        08:10 lock
        08:20 unlock
        08:20 active
        08:25 pause 10:00
        08:30 open lat-stretch
        08:31 hurts sharp
        08:40 end
        """,
        only(OnReturn("lat-stretch", "lat-stretch"), hours=office),
    )
    assert told == expect("""
        08:00 counting
        08:05 quiet
        08:10 away
        08:20 quiet
        08:25 paused
        08:30 session
        08:31 stopped
    """)


def test_off_hours_goes_before_away_and_quiet_and_after_a_pause():
    office = (((480, 540),),) * 7
    told = tell(
        """
        08:50 start
        08:50 active
        09:10 busy camera
        09:20 free
        09:20 lock
        09:30 pause
        """,
        only(HIP, hours=office),
    )
    assert told == ["08:50 counting", "09:00 off-hours"]
