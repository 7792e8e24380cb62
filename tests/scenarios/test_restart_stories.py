"""Restarts, ends and crashes: what is lost, and what never is."""

from datetime import time

import pytest
from story import HIP, JUST_HIP, JUST_LAT, MORNING, TWO, cards, expect, only, tell

from deskstretch.reminders.reminder import EVERY_DAY, Daily


def test_a_restart_loses_nothing_and_the_open_card_goes_on():
    story = """
        08:00 start
        08:00 active
        {}
        09:40:10 end
    """
    without = tell(story.format(""), JUST_HIP)
    assert tell(story.format("09:30:10 restart"), JUST_HIP) == without
    assert tell(story.format("09:35 restart\n09:36 restart"), JUST_HIP) == without


def test_a_restart_ends_a_session():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 accept
        09:31 restart
        11:02 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 session
        09:31 counting
        11:01 prompt hip-flexor: 90 min of sitting
        11:01 prompting
        11:01:45 withdraw hip-flexor: time-out
        11:01:45 counting
    """)


def test_time_without_the_program_is_absence():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 end
        09:10 start
        09:12 active
        09:20 end
        """,
        JUST_LAT,
    )
    assert told == expect("""
        08:00 counting
        09:10 away
        09:12 prompt lat-stretch: You were away 12 min
        09:12 prompting
        09:12:45 withdraw lat-stretch: time-out
        09:12:45 counting
    """)


def test_a_short_end_keeps_the_count():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 end
        09:04 start
        09:04 active
        09:34 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:34 prompt hip-flexor: 90 min of sitting
        09:34 withdraw hip-flexor: ended
    """)


def test_at_the_end_all_that_is_due_by_then_comes_first():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:45 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:30:45 withdraw hip-flexor: time-out
    """)


def test_an_end_is_moved_back_to_the_last_input_too():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 idle
        09:03 end
        09:06 start
        09:06 active
        09:20 end
        """,
        JUST_LAT,
    )
    assert cards(told)[0] == "09:06 prompt lat-stretch: You were away 6 min"


def test_a_crash_puts_the_count_back_to_the_last_save():
    told = tell(
        """
        08:00 start
        08:00 active
        08:33 crash
        08:34 start
        08:34 active
        09:40 end
        """,
        JUST_HIP,
    )
    # Saved last at 08:30, after 30 min.
    assert cards(told) == expect("""
        09:34 prompt hip-flexor: 90 min of sitting
        09:34:45 withdraw hip-flexor: time-out
    """)


def test_after_a_crash_the_absence_runs_from_it():
    told = tell(
        """
        08:00 start
        08:00 active
        09:03 crash
        09:20 start
        09:24 active
        09:30 end
        """,
        JUST_LAT,
    )
    assert told == expect("""
        08:00 counting
        09:20 away
        09:24 prompt lat-stretch: You were away 21 min
        09:24 prompting
        09:24:45 withdraw lat-stretch: time-out
        09:24:45 counting
    """)


def test_a_crash_with_a_card_open_shows_it_again():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 crash
        09:31 start
        09:31 active
        09:36:10 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:30:10 withdraw hip-flexor: ended
        09:36 prompt hip-flexor: 95 min of sitting again
        09:36:10 withdraw hip-flexor: ended
    """)


def test_a_crash_after_a_time_out_does_not_lose_it():
    told = tell(
        """
        08:00 start
        08:00 active
        09:33 crash
        09:34 start
        09:34 active
        09:45 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:30:45 withdraw hip-flexor: time-out
        09:44 prompt hip-flexor: 100 min of sitting again
        09:44:45 withdraw hip-flexor: time-out
    """)


@pytest.mark.parametrize(
    ("press", "then"),
    [
        ("pause", "paused"),
        ("pause +1 09:00", "paused"),
        ("enough", "paused"),
        ("hurts sharp", "stopped"),
    ],
)
def test_a_crash_never_loses_a_pause_or_a_stop(press, then):
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:31 {press}
        08:31 crash
        09:00 start
        09:00 active
        10:00 crash
        10:01 start
        10:01 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", f"08:31 {then}"]


def test_a_crash_never_loses_a_snooze():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 snooze 10min
        09:34 crash
        09:35 start
        09:35 active
        09:46 end
        """,
        JUST_HIP,
    )
    # Desk time went back to the press at 09:30:10; a minute was absence.
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:45 prompt hip-flexor: 100 min of sitting again
        09:45:45 withdraw hip-flexor: time-out
    """)


def test_a_pause_that_ends_while_the_program_does_not_run_is_over():
    told = tell(
        """
        18:00 start
        18:00 active
        18:10 pause +1 07:30
        18:20 end
        +1 08:30 start
        +1 08:30 active
        +1 08:40 end
        """,
        only(MORNING),
    )
    # The pause did not contain 08:00.
    assert told == expect("""
        18:00 counting
        18:10 paused
        +1 08:30 counting
        +1 08:35 prompt morning: Your morning
        +1 08:35 prompting
        +1 08:35:45 withdraw morning: time-out
        +1 08:35:45 counting
    """)


def test_a_daily_within_a_pause_that_ended_meanwhile_is_dropped():
    told = tell(
        """
        18:00 start
        18:00 active
        18:10 pause +1 08:15
        18:20 end
        +1 08:30 start
        +1 08:30 active
        +1 08:40 end
        """,
        only(MORNING),
    )
    assert cards(told) == []


def test_presses_while_it_does_not_run_or_the_screen_is_locked_do_nothing():
    told = tell(
        """
        07:00 pause
        08:00 start
        08:00 active
        08:10 lock
        08:11 pause
        08:12 hurts sharp
        08:13 finish kneeling-hip-flexor
        08:14 unlock
        08:14 active
        08:20 sleep
        08:21 enough
        08:24 wake
        08:24 active
        09:38 end
        09:39 hurts sharp
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 away
        08:14 counting
        08:20 away
        08:24 counting
        09:38 prompt hip-flexor: 90 min of sitting
        09:38 withdraw hip-flexor: ended
    """)


def test_active_while_locked_counts_from_the_unlock():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 lock
        09:10 active
        09:11 unlock
        09:12 end
        """,
        JUST_LAT,
    )
    assert cards(told)[0] == "09:11 prompt lat-stretch: You were away 11 min"
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 lock
        09:10 active
        09:10:30 idle
        09:11 unlock
        09:12 end
        """,
        JUST_LAT,
    )
    assert told == ["08:00 counting", "09:00 away"]


def test_active_while_asleep_means_the_wake_signal_was_lost():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 sleep
        09:10 active
        09:12 end
        """,
        JUST_LAT,
    )
    assert cards(told)[0] == "09:10 prompt lat-stretch: You were away 10 min"


def test_idle_without_active_is_one_input():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 idle
        09:10 idle
        09:20 end
        """,
        JUST_LAT,
    )
    assert told == expect("""
        08:00 counting
        09:05 away
        09:10 prompt lat-stretch: You were away 10 min
        09:10 prompting
        09:10:45 withdraw lat-stretch: time-out
        09:10:45 counting
        09:15 away
    """)


def test_a_daily_is_not_asked_twice_across_a_restart():
    night = Daily("morning", "seven-minute", time(8), days=EVERY_DAY)
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:10 skip
        08:01 crash
        08:02 start
        08:02 active
        08:30 end
        09:00 start
        09:00 active
        09:30 end
        """,
        only(night),
    )
    assert cards(told) == ["08:00 prompt morning: Your morning"]


def test_two_absences_of_the_default_list_after_a_weekend():
    told = tell(
        """
        +4 16:00 start
        +4 16:00 active
        +4 17:00 idle
        +4 17:30 end
        +7 08:30 start
        +7 08:31 active
        +7 10:02 end
        """,
        TWO,
    )
    assert told == expect("""
        +4 16:00 counting
        +4 17:05 away
        +7 08:31 counting
        +7 10:01 prompt hip-flexor: 90 min of sitting
        +7 10:01 prompting
        +7 10:01:45 withdraw hip-flexor: time-out
        +7 10:01:45 counting
    """)


def test_nothing_is_printed_before_the_first_start():
    told = tell(
        """
        07:00 lock
        07:10 busy camera
        08:00 start
        08:01 active       # behind the lock screen
        08:02 unlock
        08:03 free
        08:04 end
        """,
        only(HIP),
    )
    assert told == ["08:00 away", "08:02 quiet", "08:03 counting"]
