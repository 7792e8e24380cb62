"""What users of other programs complain about most, as stories that must not happen.

The issues are those of `peers.md`, section 2; each test names the ones it answers.
"""

from dataclasses import replace
from datetime import time

from story import ALL, HIP, JUST_HIP, LAT, TWO, cards, expect, only, tell

from deskstretch.reminders.reminder import Daily, EveryDeskTime


def test_b11_no_break_right_after_coming_back():
    """stretchly#795, #1310, #1011, #1279, #1724."""
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
    assert cards(told)[0].startswith("09:38 ")


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
    assert cards(told)[0] == "09:30:10 prompt hip-flexor: 90 min of sitting"


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
    assert cards(told)[-2] == "11:30 prompt hip-flexor: 90 min of sitting"


def test_b13_idle_and_lock_count_as_a_break():
    """safeeyes#351, #658."""
    for gone in ("idle", "lock", "sleep"):
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
        assert cards(told)[0] == "11:00 prompt hip-flexor: 90 min of sitting", gone


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
    assert cards(told) == expect("""
        +1 09:30:10 prompt hip-flexor: 90 min of sitting
        +1 09:30:55 withdraw hip-flexor: time-out
    """)


def test_c15_at_most_one_card_after_a_night_with_everything_due():
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
    assert [line for line in cards(told) if line.startswith("+1")] == expect("""
        +1 08:35 prompt diary: Your morning
        +1 08:35:45 withdraw diary: time-out
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
    assert cards(told)[0] == "09:36 prompt hip-flexor: 94 min of sitting"


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
    assert cards(told)[-1] == "09:30:10 withdraw hip-flexor: sleep"


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
    assert told == ["08:00 counting", "08:10 paused"]


def test_e22_e23_e24_nothing_in_a_call_a_share_or_full_screen():
    """stretchly#969, #1479, safeeyes#644, #900, workrave#226, #255, eyebreak#102."""
    for reason in ("microphone", "camera", "presentation", "full-screen"):
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
        assert cards(told)[0] == "10:02 prompt hip-flexor: 122 min of sitting", reason


def test_h36_nobody_is_nagged_after_a_skip():
    """safeeyes#320, sane-break#69: skipping became instinct."""
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 skip
        11:00 end
        """,
        JUST_HIP,
    )
    assert cards(told) == ["09:30 prompt hip-flexor: 90 min of sitting"]


def test_i37_working_hours():
    """stretchly#342 and its seven duplicates, open since 2018."""
    office = (((540, 1020),),) * 5 + ((), ())
    told = tell(
        """
        +4 16:00 start
        +4 16:00 active
        +6 22:00 end
        """,
        only(HIP, hours=office),
    )
    assert told == ["+4 16:00 counting", "+4 17:00 off-hours"]


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
    assert cards(told) == expect("""
        08:20 prompt eyes: 20 min of sitting
        08:20:45 withdraw eyes: time-out
        08:30:45 prompt eyes: 30 min of sitting again
        08:31:30 withdraw eyes: time-out
        08:41:30 prompt water: 41 min of sitting
        08:42:15 withdraw water: time-out
    """)


def test_i39_a_fixed_time_of_the_day():
    """breaktimer-app#92, #171, #276."""
    told = tell(
        """
        08:00 start
        08:00 active
        17:00:10 end
        """,
        only(Daily("tea", "cat-cow", time(17))),
    )
    assert cards(told)[0] == "17:00 prompt tea: Your day"


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
    assert cards(told)[0] == "10:30 prompt hip-flexor: 90 min of sitting"
