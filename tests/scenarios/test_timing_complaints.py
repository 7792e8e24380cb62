"""What users of other programs complain about most, as stories that must not happen.

The issues are those of `peers.md`, section 2; each test names the ones it answers.
Every expectation is all that comes of a story: what is missing fails, and what is
there too much.
"""

from dataclasses import replace
from datetime import time

import pytest
from story import ALL, HIP, JUST_HIP, LAT, TWO, expect, only, tell

from deskstretch.reminders.reminder import Daily, EveryDeskTime

# B. Reset on a natural break, and the return


def test_b11_no_break_right_after_coming_back():
    """stretchly#795, #1310, #1011."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:29 lock
        09:33 unlock
        09:33 active
        09:40 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:29 away
        09:33 counting
        09:38 prompt hip-flexor: 94 min of sitting
        09:38 prompting
        09:38:45 withdraw hip-flexor: time-out
        09:38:45 counting
    """)


def test_b11_a_lock_of_ten_seconds_does_not_wipe_the_schedule():
    """stretchly#1279, #1724."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 lock
        09:00:10 unlock
        09:00:10 active
        09:31 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:00 away
        09:00:10 counting
        09:30:10 prompt hip-flexor: 90 min of sitting
        09:30:10 prompting
        09:30:55 withdraw hip-flexor: time-out
        09:30:55 counting
    """)


def test_b12_after_a_break_counting_waits_until_the_user_is_back():
    """stretchly#1590."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 accept
        09:32 finish kneeling-hip-flexor
        09:32 idle
        10:00 active
        11:31 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 session
        09:32 counting
        09:37 away
        10:00 counting
        11:30 prompt hip-flexor: 90 min of sitting
        11:30 prompting
        11:30:45 withdraw hip-flexor: time-out
        11:30:45 counting
    """)


@pytest.mark.parametrize(
    ("gone", "known"), [("idle", "09:25"), ("lock", "09:20"), ("sleep", "09:20")]
)
def test_b13_idle_and_lock_count_as_a_break(gone, known):
    """safeeyes#351, #658."""
    told = tell(
        f"""
        08:00 start
        08:00 active
        09:20 {gone}
        09:30 unlock
        09:30 wake
        09:30 active
        11:00:10 end
        """,
        JUST_HIP,
    )
    assert told == expect(f"""
        08:00 counting
        {known} away
        09:30 counting
        11:00 prompt hip-flexor: 90 min of sitting
        11:00 prompting
        11:00:10 withdraw hip-flexor: ended
    """)


# C. Suspend


def test_c14_c15_no_prompt_minutes_after_a_resume_and_no_hours_overdue():
    """safeeyes#324, workrave#539, #540."""
    told = tell(
        """
        18:00 start
        18:00 active
        19:29 sleep
        +1 08:00 wake
        +1 08:00:10 active
        +1 09:31 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        18:00 counting
        19:29 away
        +1 08:00:10 counting
        +1 09:30:10 prompt hip-flexor: 90 min of sitting
        +1 09:30:10 prompting
        +1 09:30:55 withdraw hip-flexor: time-out
        +1 09:30:55 counting
    """)


def test_c15_at_most_one_card_after_a_night_with_everything_due():
    """workrave#539, #540."""
    told = tell(
        """
        18:00 start
        18:00 active
        19:31 lock
        +1 08:30 unlock
        +1 08:30 active
        +1 08:45 end
        """,
        replace(ALL, reminders=(*ALL.reminders, Daily("more", "cat-cow", time(7)))),
    )
    assert told == expect("""
        18:00 counting
        18:05 prompt diary: Your evening
        18:05 prompting
        18:05:45 withdraw diary: time-out
        18:05:45 counting
        19:30 prompt hip-flexor: 90 min of sitting
        19:30 prompting
        19:30:45 withdraw hip-flexor: time-out
        19:30:45 counting
        19:31 away
        +1 08:30 counting
        +1 08:35 prompt diary: Your morning
        +1 08:35 prompting
        +1 08:35:45 withdraw diary: time-out
        +1 08:35:45 counting
    """)


def test_c16_after_sleep_it_is_never_stuck():
    """breaktimer-app#206: less than a minute, for ever."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:29:59 sleep
        09:31 wake
        09:31 active
        09:36:50 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:29:59 away
        09:31 counting
        09:36 prompt hip-flexor: 94 min of sitting
        09:36 prompting
        09:36:45 withdraw hip-flexor: time-out
        09:36:45 counting
    """)


def test_c17_sleep_takes_the_open_card_away():
    """stretchly#1445, #1807: a card frozen through sleep."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 sleep
        10:30 wake
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 withdraw hip-flexor: sleep
        09:30:10 away
    """)


def test_c18_a_pause_survives_sleep_and_restart():
    """stretchly#121, #139, #259."""
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 pause
        09:00 sleep
        10:00 wake
        10:00 active
        10:10 restart
        10:20 end
        10:30 start
        10:30 active
        13:00 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        08:10 paused
    """)


# E. Meetings


@pytest.mark.parametrize(
    "reason", ["do-not-disturb", "microphone", "camera", "presentation", "full-screen"]
)
def test_e22_e23_e24_nothing_in_a_call_a_share_or_full_screen(reason):
    """stretchly#969, #1479, #1535, #1553, #1723, #801, safeeyes#644, #900,
    workrave#226, #255, #278, #407."""
    told = tell(
        f"""
        08:00 start
        08:00 active
        09:00 busy {reason}
        10:00 free
        10:02:10 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        09:00 quiet
        10:00 counting
        10:02 prompt hip-flexor: 122 min of sitting
        10:02 prompting
        10:02:10 withdraw hip-flexor: ended
    """)


def test_e25_a_weekly_meeting_is_kept_free_ahead_of_time():
    """breaktimer-app#475, stretchly#1618: schedule the silence."""
    round_the_meeting = ((8 * 60, 9 * 60), (10 * 60, 17 * 60))
    told = tell(
        """
        08:00 start
        08:00 active
        10:31 end
        """,
        only(replace(HIP, hours=round_the_meeting)),
    )
    assert told == expect("""
        08:00 counting
        10:30 prompt hip-flexor: 90 min of sitting
        10:30 prompting
        10:30:45 withdraw hip-flexor: time-out
        10:30:45 counting
    """)


def test_e26_a_card_goes_as_soon_as_the_screen_is_shared():
    """eyebreak#102: an overlay on the share that nobody can close."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:05 busy presentation
        09:50 free presentation
        09:52:10 skip
        10:30 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:05 withdraw hip-flexor: quiet
        09:30:05 quiet
        09:50 counting
        09:52 prompt hip-flexor: 112 min of sitting again
        09:52 prompting
        09:52:10 counting
    """)


def test_e27_a_call_that_comes_in_leaves_nothing_to_get_out_of():
    """stretchly#1366: strict mode leaves no fast exit in a call."""
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 idle
        08:40 active
        08:40:05 busy microphone
        08:55 free microphone
        09:20 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        08:35 away
        08:40 prompt lat-stretch: You were away 10 min
        08:40 prompting
        08:40:05 withdraw lat-stretch: quiet
        08:40:05 quiet
        08:55 counting
    """)


# H. Skip fatigue


def test_h36_nobody_is_nagged_after_a_skip():
    """safeeyes#320, #566, sane-break#69: skipping became instinct."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 skip
        11:00:30 skip
        11:30 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 counting
        11:00:10 prompt hip-flexor: 90 min of sitting
        11:00:10 prompting
        11:00:30 counting
    """)


def test_h36_who_does_not_answer_is_asked_once_more_and_then_let_be():
    """sane-break#108, #168: no third step, no louder one."""
    told = tell(
        """
        08:00 start
        08:00 active
        11:10 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:45 withdraw hip-flexor: time-out
        09:30:45 counting
        09:40:45 prompt hip-flexor: 100 min of sitting again
        09:40:45 prompting
        09:41:30 withdraw hip-flexor: time-out
        09:41:30 counting
    """)


def test_h36_putting_off_again_and_again_is_met_with_the_offer_to_skip():
    """stretchly#1366, safeeyes#320."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 snooze 5min
        09:35:20 snooze 5min
        09:40:30 snooze 5min
        09:45:40 skip
        10:30 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 counting
        09:35:10 prompt hip-flexor: 95 min of sitting again
        09:35:10 prompting
        09:35:20 counting
        09:40:20 prompt hip-flexor: 100 min of sitting again
        09:40:20 prompting
        09:40:30 counting
        09:45:30 prompt hip-flexor: 105 min of sitting again offering skip
        09:45:30 prompting
        09:45:40 counting
    """)


# I. Schedules


def test_i37_working_hours():
    """stretchly#342 and its duplicates #613 #750 #788 #824 #873 #1024 #1229 #1713."""
    office = (((540, 1020),),) * 5 + ((), ())
    told = tell(
        """
        +4 15:00 start
        +4 15:00 active
        +7 08:00 idle
        +7 08:50 active
        +7 10:31 end
        """,
        only(HIP, hours=office),
    )
    assert told == expect("""
        +4 15:00 counting
        +4 16:30 prompt hip-flexor: 90 min of sitting
        +4 16:30 prompting
        +4 16:30:45 withdraw hip-flexor: time-out
        +4 16:30:45 counting
        +4 16:40:45 prompt hip-flexor: 100 min of sitting again
        +4 16:40:45 prompting
        +4 16:41:30 withdraw hip-flexor: time-out
        +4 16:41:30 counting
        +4 17:00 off-hours
        +7 09:00 counting
        +7 10:30 prompt hip-flexor: 90 min of sitting
        +7 10:30 prompting
        +7 10:30:45 withdraw hip-flexor: time-out
        +7 10:30:45 counting
    """)


def test_i38_several_timers_never_meet():
    """breaktimer-app#77, #152, #293, #374, #402, #473."""
    told = tell(
        """
        08:00 start
        08:00 active
        08:50 end
        """,
        only(
            EveryDeskTime("eyes", "cat-cow", every_s=1200),
            EveryDeskTime("water", "knee-twists", every_s=1200),
            EveryDeskTime("stretch", "lat-stretch", every_s=1200),
        ),
    )
    assert told == expect("""
        08:00 counting
        08:20 prompt eyes: 20 min of sitting
        08:20 prompting
        08:20:45 withdraw eyes: time-out
        08:20:45 counting
        08:30:45 prompt eyes: 30 min of sitting again
        08:30:45 prompting
        08:31:30 withdraw eyes: time-out
        08:31:30 counting
        08:41:30 prompt water: 41 min of sitting
        08:41:30 prompting
        08:42:15 withdraw water: time-out
        08:42:15 counting
    """)


def test_i39_a_fixed_time_of_the_day():
    """breaktimer-app#92, #171, #276."""
    told = tell(
        """
        08:00 start
        08:00 active
        17:00:10 accept
        17:02 finish cat-cow
        +1 17:00:10 end
        """,
        only(Daily("tea", "cat-cow", time(17))),
    )
    assert told == expect("""
        08:00 counting
        17:00 prompt tea: Your day
        17:00 prompting
        17:00:10 session
        17:02 counting
        +1 17:00 prompt tea: Your day
        +1 17:00 prompting
        +1 17:00:10 withdraw tea: ended
    """)


# J. Clock


def test_j40_a_change_of_zone_adds_no_hour_to_an_interval():
    """breaktimer-app#184, #215."""
    told = tell(
        """
        08:00 start Europe/Berlin
        08:00 active
        10:00 zone Europe/Helsinki
        10:31 end
        """,
        only(HIP, LAT),
    )
    assert told == expect("""
        08:00 counting
        10:30 prompt hip-flexor: 90 min of sitting
        10:30 prompting
        10:30:45 withdraw hip-flexor: time-out
        10:30:45 counting
    """)


@pytest.mark.parametrize("to", ["05:10", "11:10", "+3 08:10"])
def test_j40_nor_does_a_clock_that_is_set(to):
    """breaktimer-app#184: a clock set back delayed the next break by as much."""
    day = to.split()[0] if " " in to else ""
    hours, minutes = (int(one) for one in to.split()[-1].split(":"))
    due = f"{day} {hours + (minutes + 80) // 60:02}:{(minutes + 80) % 60:02}".strip()
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:10 clock {to}
        {due}:10 end
        """,
        JUST_HIP,
    )
    assert told == expect(f"""
        08:00 counting
        {due} prompt hip-flexor: 90 min of sitting
        {due} prompting
        {due}:10 withdraw hip-flexor: ended
    """)
