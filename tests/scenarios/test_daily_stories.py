"""Daily: once a date, at its time or at the first use, or dropped."""

from dataclasses import replace
from datetime import time

from story import ALL, DIARY, EVENING, HIP, MORNING, cards, expect, only, tell

from deskstretch.reminders.reminder import EVERY_DAY, Daily

JUST_MORNING = only(MORNING)


def test_it_asks_at_its_time_once_and_never_again_that_date():
    told = tell(
        """
        07:00 start
        07:00 active
        12:00 end
        """,
        JUST_MORNING,
    )
    assert told == expect("""
        07:00 counting
        08:00 prompt morning: Your morning
        08:00 prompting
        08:00:45 withdraw morning: time-out
        08:00:45 counting
    """)


def test_it_is_the_morning_the_day_or_the_evening_by_its_time():
    noon = Daily("noon", "cat-cow", time(12))
    six = Daily("six", "cat-cow", time(18))
    before = Daily("before", "cat-cow", time(11, 59))
    told = tell(
        """
        11:00 start
        11:00 active
        19:00 end
        """,
        only(before, noon, six, between_cards_s=0),
    )
    assert [line for line in told if "prompt " in line] == expect("""
        11:59 prompt before: Your morning
        12:00 prompt noon: Your day
        18:00 prompt six: Your evening
    """)


def test_it_asks_on_its_days_only():
    told = tell(
        """
        +4 07:00 start
        +4 07:00 active
        +4 09:00 lock
        +5 07:00 unlock
        +5 07:00 active
        +5 09:00 lock
        +7 07:00 unlock
        +7 07:00 active
        +7 09:00 end
        """,
        JUST_MORNING,
    )
    assert [line for line in told if "prompt " in line] == expect("""
        +4 08:00 prompt morning: Your morning
        +7 08:00 prompt morning: Your morning
    """)


def test_a_time_before_the_very_first_start_is_not_asked():
    told = tell(
        """
        08:00:01 start
        08:00:01 active
        12:00 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == []
    told = tell("08:00 start\n08:00 active\n08:06 end", JUST_MORNING)
    assert cards(told) == expect("""
        08:05 prompt morning: Your morning
        08:05:45 withdraw morning: time-out
    """)


def test_it_waits_three_hours_for_someone_who_is_away():
    story = """
        07:00 start
        07:00 active
        07:30 lock
        {0} unlock
        {0} active
        12:00 end
    """
    settled = replace(JUST_MORNING, after_return_s=0)
    assert cards(tell(story.format("11:00"), settled)) == expect("""
        11:00 prompt morning: Your morning
        11:00:45 withdraw morning: time-out
    """)
    assert cards(tell(story.format("11:00:01"), settled)) == []
    assert cards(tell(story.format("10:55"), JUST_MORNING)) == expect("""
        11:00 prompt morning: Your morning
        11:00:45 withdraw morning: time-out
    """)
    assert cards(tell(story.format("10:56"), JUST_MORNING)) == []


def test_it_waits_for_a_program_that_does_not_run_too():
    told = tell(
        """
        18:00 start
        18:00 active
        18:10 end
        +1 09:00 start
        +1 09:00 active
        +1 09:10 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        +1 09:05 prompt morning: Your morning
        +1 09:05:45 withdraw morning: time-out
    """)


def test_it_waits_through_quiet_a_session_and_another_card():
    told = tell(
        """
        07:00 start
        07:00 active
        07:59 busy camera
        08:30 free
        08:40 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:32 prompt morning: Your morning
        08:32:45 withdraw morning: time-out
    """)
    told = tell(
        """
        07:00 start
        07:00 active
        07:59 open lat-stretch
        08:03 close
        08:10 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:03 prompt morning: Your morning
        08:03:45 withdraw morning: time-out
    """)
    told = tell(
        """
        07:00 start
        07:00 active
        08:30 skip
        08:40 end
        """,
        only(replace(HIP, every_s=59.5 * 60), MORNING),
    )
    assert cards(told) == expect("""
        07:59:30 prompt hip-flexor: 59 min of sitting
        08:00:15 withdraw hip-flexor: time-out
        08:10:15 prompt hip-flexor: 70 min of sitting again
        08:11 withdraw hip-flexor: time-out
        08:21 prompt morning: Your morning
        08:21:45 withdraw morning: time-out
    """)


def test_it_never_waits_into_the_next_day():
    late = Daily("late", "cat-cow", time(3), days=EVERY_DAY)
    story = """
        +1 02:00 start
        +1 02:00 active
        +1 02:30 lock
        +1 {0} unlock
        +1 {0} active
        +1 05:00 end
    """
    settled = only(late, after_return_s=0)
    assert cards(tell(story.format("03:59"), settled)) == expect("""
        +1 03:59 prompt late: Your morning
        +1 03:59:45 withdraw late: time-out
    """)
    assert cards(tell(story.format("04:00"), settled)) == []


def test_a_time_within_a_pause_or_a_stop_is_dropped():
    for hold in ("pause 08:30", "enough", "hurts sharp"):
        told = tell(
            f"""
            07:00 start
            07:00 active
            07:30 {hold}
            12:00 end
            """,
            JUST_MORNING,
        )
        assert cards(told) == [], hold


def test_a_pause_does_not_contain_its_last_moment():
    told = tell(
        """
        07:00 start
        07:00 active
        07:30 pause 08:00
        08:10 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:00:45 withdraw morning: time-out
    """)


def test_waiting_is_over_when_a_pause_ends_but_a_snooze_is_kept():
    told = tell(
        """
        07:00 start
        07:00 active
        07:55 busy program
        08:05 pause 08:20
        08:06 free
        09:00 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == []
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:10 snooze 10min
        08:05 pause 08:30
        08:40 end
        """,
        JUST_MORNING,
    )
    # It stood still through the pause: nothing is shown when that ends.
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:35:10 prompt morning: Your morning again
        08:35:55 withdraw morning: time-out
    """)


def test_a_snooze_outlives_a_long_absence_within_its_day():
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:10 snooze 10min
        08:02 lock
        15:00 unlock
        15:00 active
        15:30 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        15:08:10 prompt morning: Your morning again
        15:08:55 withdraw morning: time-out
    """)
    told = tell(
        """
        20:00 start
        20:00 active
        20:05:10 snooze 10min
        20:06 lock
        +1 09:00 unlock
        +1 09:00 active
        +1 10:00 end
        """,
        only(EVENING),
    )
    assert cards(told) == ["20:05 prompt evening: Your evening"]


def test_what_was_done_earlier_that_day_is_not_asked_for():
    told = tell(
        """
        06:00 start
        06:00 active
        06:30 finish seven-minute
        12:00 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == []
    told = tell(
        """
        06:00 start
        06:00 active
        06:30 finish cat-cow    # is only a part of it
        08:00:20 finish seven-minute
        12:00 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:00:20 withdraw morning: done
    """)


def test_a_withdrawn_card_comes_again_and_belongs_to_the_same_asking():
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:10 lock
        08:01 unlock
        08:01 active
        08:07 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:00:10 withdraw morning: lock
        08:06 prompt morning: Your morning again
        08:06:45 withdraw morning: time-out
    """)


def test_a_time_out_that_nobody_was_there_for_is_undone():
    told = tell(
        """
        07:00 start
        07:00 active
        07:58 idle
        08:20 active
        08:26 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:00:45 withdraw morning: time-out
        08:25 prompt morning: Your morning again
        08:25:45 withdraw morning: time-out
    """)


def test_the_diary_comes_with_the_first_use_and_before_a_routine():
    told = tell(
        """
        07:58 start
        07:58 active
        08:03:10 accept
        08:13:30 accept
        08:14 close
        +1 07:30 active     # all night long: no first use
        +1 07:31 lock
        +1 07:32 unlock
        +1 07:32 active
        +1 07:40 end
        """,
        only(MORNING, DIARY),
    )
    assert cards(told) == expect("""
        08:03 prompt diary: Your morning
        08:13:10 prompt morning: Your morning
        +1 07:37 prompt diary: Your morning
        +1 07:37:45 withdraw diary: time-out
    """)


def test_accepting_the_diary_opens_no_session():
    told = tell(
        """
        08:00 start
        08:00 active
        08:05:10 accept
        08:10 end
        """,
        only(DIARY),
    )
    assert told == expect("""
        08:00 counting
        08:05 prompt diary: Your morning
        08:05 prompting
        08:05:10 counting
    """)


def test_the_diary_filled_in_by_hand_is_done():
    told = tell(
        """
        08:00 start
        08:00 active
        08:02 finish diary
        08:30 end
        """,
        only(DIARY),
    )
    assert cards(told) == []


def test_the_date_of_a_first_use_is_that_of_its_day():
    friday_night = only(replace(DIARY, days=frozenset({4})))
    told = tell(
        """
        +5 02:00 start
        +5 02:00 active
        +5 02:10 end
        """,
        friday_night,
    )
    assert cards(told) == expect("""
        +5 02:05 prompt diary: Your morning
        +5 02:05:45 withdraw diary: time-out
    """)


def test_desk_time_goes_first_and_working_hours_do_not_apply():
    hours = (((0, 60),),) * 7
    told = tell(
        """
        07:00 start
        07:00 active
        08:10 end
        """,
        only(MORNING, replace(HIP, every_s=3600), hours=hours),
    )
    assert told == expect("""
        07:00 off-hours
        08:00 prompt morning: Your morning
        08:00:45 withdraw morning: time-out
    """)
    told = tell(
        """
        07:00 start
        07:00 active
        08:12 end
        """,
        only(MORNING, replace(HIP, every_s=3600)),
    )
    assert cards(told)[0] == "08:00 prompt hip-flexor: 60 min of sitting"


def test_an_ordinary_monday_with_the_list_as_it_comes():
    told = tell(
        """
        07:30 start
        07:30 active
        07:35:20 accept
        07:46 idle
        08:10 active
        08:15:30 accept
        08:24 finish seven-minute
        09:54:20 accept
        09:56:20 finish kneeling-hip-flexor
        10:30 idle
        10:42 active
        10:42:30 accept
        10:43:10 finish lat-stretch
        11:00 end
        """,
        ALL,
    )
    assert cards(told) == expect("""
        07:35 prompt diary: Your morning
        08:15 prompt morning: Your morning
        09:54 prompt hip-flexor: 90 min of sitting
        10:42 prompt lat-stretch: You were away 12 min
    """)
