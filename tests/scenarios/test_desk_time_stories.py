"""EveryDeskTime: desk time, tails, time-outs, second tries and restarts."""

from dataclasses import replace

from story import EAGER, HIP, JUST_HIP, LAT, TWO, cards, expect, only, tell

from deskstretch.reminders.reminder import EveryDeskTime

SHORT = replace(HIP, every_s=20 * 60)


def test_it_asks_after_its_desk_time_and_once_more_ten_minutes_after_a_time_out():
    told = tell(
        """
        08:00 start
        08:00 active
        11:12 end
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
        11:11:30 prompt hip-flexor: 90 min of sitting
        11:11:30 prompting
        11:12 withdraw hip-flexor: ended
    """)


def test_a_pause_at_the_desk_shorter_than_five_minutes_counts_as_desk_time():
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 idle
        08:34:59 active
        09:30 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 withdraw hip-flexor: ended
    """)


def test_five_minutes_to_the_second_are_away():
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 idle
        08:35 active
        08:36 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting"]  # away and back within one moment


def test_a_card_in_the_tail_of_an_absence_counts_as_withdrawn():
    told = tell(
        """
        08:00 start
        08:00 active
        09:28 idle
        09:33:30 active
        09:40 end
        """,
        only(HIP, restart_after_s=600),  # so that the absence is no long one
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:45 withdraw hip-flexor: time-out
        09:30:45 counting
        09:33 away
        09:33:30 counting
        09:38:30 prompt hip-flexor: 93 min of sitting again
        09:38:30 prompting
        09:39:15 withdraw hip-flexor: time-out
        09:39:15 counting
    """)


def test_a_time_out_seen_before_the_last_input_stands_though_the_user_leaves():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:20 idle
        09:36 active
        09:50 end
        """,
        only(HIP, restart_after_s=600),
    )
    # The second try comes 10 min of desk time after the time-out: the tail from
    # there to 09:35:20 is taken back, so they run from the return.
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:30:45 withdraw hip-flexor: time-out
        09:46 prompt hip-flexor: 100 min of sitting again
        09:46:45 withdraw hip-flexor: time-out
    """)


def test_the_open_card_goes_when_the_user_is_away_and_comes_again_if_still_due():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 lock
        09:31 unlock
        09:31 active
        09:36:50 end
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
        09:36:45 withdraw hip-flexor: time-out
        09:36:45 counting
    """)


def test_a_long_absence_restarts_the_count_and_the_asking():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 sleep
        10:00 wake
        10:01 active
        11:31 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 withdraw hip-flexor: sleep
        09:30:10 away
        10:01 counting
        11:31 prompt hip-flexor: 90 min of sitting
        11:31 withdraw hip-flexor: ended
    """)


def test_a_lock_is_moved_back_to_the_last_input_once_five_minutes_have_passed():
    # 4 min without input, then 2 min of lock: 6 min of absence, the tail with it.
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 idle
        08:34 lock
        08:36 unlock
        08:36 active
        10:00 active
        10:07 end
        """,
        TWO,
    )
    assert cards(told) == expect("""
        08:36 prompt lat-stretch: You were away 6 min
        08:36:45 withdraw lat-stretch: time-out
        10:06 prompt hip-flexor: 90 min of sitting
        10:06:45 withdraw hip-flexor: time-out
    """)


def test_a_lock_that_ends_before_them_is_an_absence_of_its_own_length():
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 idle
        08:33 lock
        08:34 unlock
        08:34 active
        09:31 end
        """,
        EAGER,
    )
    assert cards(told) == expect("""
        09:31 prompt hip-flexor: 90 min of sitting
        09:31 withdraw hip-flexor: ended
    """)


def test_skipping_restarts_the_count():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:30 skip
        11:01 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        11:00:30 prompt hip-flexor: 90 min of sitting
        11:01 withdraw hip-flexor: ended
    """)


def test_a_session_from_its_prompt_restarts_the_count_however_it_ends():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20:10 accept
        08:21:10 close
        08:41:20 accept
        08:42:20 hurts mild
        08:43:20 finish lat-stretch
        09:04 end
        """,
        only(SHORT),
    )
    assert told == expect("""
        08:00 counting
        08:20 prompt hip-flexor: 20 min of sitting
        08:20 prompting
        08:20:10 session
        08:21:10 counting
        08:41:10 prompt hip-flexor: 20 min of sitting
        08:41:10 prompting
        08:41:20 session
        08:43:20 counting
        09:03:20 prompt hip-flexor: 20 min of sitting
        09:03:20 prompting
        09:04 withdraw hip-flexor: ended
    """)


def test_what_was_done_elsewhere_restarts_it_too_and_takes_an_open_card_away():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 finish standing-hip-flexor   # a variant counts as one with it
        08:30:20 finish seven-minute       # contains it
        08:40 finish lat-stretch           # does not
        08:51 end
        """,
        only(SHORT),
    )
    assert cards(told) == expect("""
        08:30 prompt hip-flexor: 20 min of sitting
        08:30:20 withdraw hip-flexor: done
        08:50:20 prompt hip-flexor: 20 min of sitting
        08:51 withdraw hip-flexor: ended
    """)


def test_opening_what_contains_it_is_an_accept():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20:10 open seven-minute
        08:25 close
        08:46 end
        """,
        only(SHORT),
    )
    assert told == expect("""
        08:00 counting
        08:20 prompt hip-flexor: 20 min of sitting
        08:20 prompting
        08:20:10 session
        08:25 counting
        08:45 prompt hip-flexor: 20 min of sitting
        08:45 prompting
        08:45:45 withdraw hip-flexor: time-out
        08:45:45 counting
    """)


def test_opening_something_else_withdraws_the_card_which_comes_again_afterwards():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20:10 open lat-stretch
        08:21 close
        08:21:10 end
        """,
        only(SHORT),
    )
    assert told == expect("""
        08:00 counting
        08:20 prompt hip-flexor: 20 min of sitting
        08:20 prompting
        08:20:10 withdraw hip-flexor: session
        08:20:10 session
        08:21 prompt hip-flexor: 20 min of sitting again
        08:21 prompting
        08:21:10 withdraw hip-flexor: ended
    """)


def test_a_session_is_neither_desk_time_nor_absence_whatever_lock_says():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 open lat-stretch
        08:11 lock
        08:19 unlock
        08:20 finish lat-stretch
        08:20 active
        08:30 end
        """,
        only(SHORT, LAT, after_return_s=0),
    )
    assert told == expect("""
        08:00 counting
        08:10 session
        08:20 counting
        08:30 prompt hip-flexor: 20 min of sitting
        08:30 withdraw hip-flexor: ended
    """)


def test_a_session_ends_after_half_an_hour_without_input():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 open lat-stretch
        08:12 idle
        09:00 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 session
        08:42 counting     # its end is an input
        08:47 away
    """)


def test_the_second_time_out_restarts_the_count_snoozes_between_or_not():
    told = tell(
        """
        08:00 start
        08:00 active
        08:31:50 snooze 5min
        09:00 end
        """,
        only(SHORT),
    )
    assert cards(told) == expect("""
        08:20 prompt hip-flexor: 20 min of sitting
        08:20:45 withdraw hip-flexor: time-out
        08:30:45 prompt hip-flexor: 30 min of sitting again
        08:31:30 withdraw hip-flexor: time-out
        08:51:30 prompt hip-flexor: 20 min of sitting
        08:52:15 withdraw hip-flexor: time-out
    """)
    told = tell(
        """
        08:00 start
        08:00 active
        08:31 snooze 5min
        08:58 end
        """,
        only(SHORT),
    )
    assert cards(told) == expect("""
        08:20 prompt hip-flexor: 20 min of sitting
        08:20:45 withdraw hip-flexor: time-out
        08:30:45 prompt hip-flexor: 30 min of sitting again
        08:36 prompt hip-flexor: 36 min of sitting again
        08:36:45 withdraw hip-flexor: time-out
        08:56:45 prompt hip-flexor: 20 min of sitting
        08:57:30 withdraw hip-flexor: time-out
    """)


def test_two_of_them_never_stand_together_and_the_first_of_the_file_goes_first():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20:10 skip
        08:31 end
        """,
        only(
            EveryDeskTime("first", "cat-cow", every_s=1200),
            EveryDeskTime("second", "lat-stretch", every_s=1200),
        ),
    )
    assert cards(told) == expect("""
        08:20 prompt first: 20 min of sitting
        08:30:10 prompt second: 30 min of sitting
        08:30:55 withdraw second: time-out
    """)


def test_minutes_of_sitting_are_rounded_down():
    told = tell(
        """
        08:00 start
        08:00 active
        08:06 end
        """,
        only(replace(HIP, every_s=119)),
    )
    assert cards(told)[0] == "08:05 prompt hip-flexor: 5 min of sitting"
    told = tell(
        """
        08:00 start
        08:00 active
        08:06 end
        """,
        only(replace(HIP, every_s=119), after_return_s=0),
    )
    assert cards(told)[0] == "08:01:59 prompt hip-flexor: 1 min of sitting"
