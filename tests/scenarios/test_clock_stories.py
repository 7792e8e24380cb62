"""The clock on the wall: jumps, zones, and the nights when it changes."""

from datetime import time

import pytest
from story import HIP, JUST_HIP, MORNING, TWO, cards, expect, only, tell

from deskstretch.reminders.reminder import EVERY_DAY, Daily

JUST_MORNING = only(MORNING)
NIGHT = Daily("night", "cat-cow", time(2, 30), days=EVERY_DAY)


@pytest.mark.parametrize("to", ["05:00", "11:50", "23:00"])
def test_desk_time_and_returns_do_not_see_the_clock_being_set(to):
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:30 clock {to}
        {to} idle
        """,
        TWO,
    )
    assert told == ["08:00 counting"]
    told = tell("08:00 start\n08:00 active\n08:30 clock 05:00\n06:01 end", JUST_HIP)
    assert cards(told)[0] == "06:00 prompt hip-flexor: 90 min of sitting"


def test_a_daily_passed_over_by_a_jump_forward_is_asked():
    told = tell(
        """
        07:00 start
        07:00 active
        07:30 clock 09:00
        09:10 end
        """,
        JUST_MORNING,
    )
    assert told == expect("""
        07:00 counting
        09:00 prompt morning: Your morning
        09:00 prompting
        09:00:45 withdraw morning: time-out
        09:00:45 counting
    """)


def test_its_three_hours_run_from_the_jump():
    story = """
        07:00 start
        07:00 active
        07:10 lock
        07:30 clock 10:00
        {0} unlock
        {0} active
        14:00 end
    """
    assert "12:55" in str(cards(tell(story.format("12:50"), JUST_MORNING)))
    assert cards(tell(story.format("12:56"), JUST_MORNING)) == []


def test_one_passed_over_within_a_pause_is_dropped_and_one_after_it_asked():
    story = """
        07:00 start
        07:00 active
        07:10 pause {}
        07:30 clock 09:00
        09:10 end
    """
    assert cards(tell(story.format("08:30"), JUST_MORNING)) == []
    assert cards(tell(story.format("07:59"), JUST_MORNING)) != []


def test_one_asked_for_a_date_is_never_asked_for_that_date_again():
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:10 skip
        08:30 clock 07:30
        09:30 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == ["08:00 prompt morning: Your morning"]


def test_one_that_waits_is_not_due_when_the_clock_is_set_back_before_its_time():
    told = tell(
        """
        07:00 start
        07:00 active
        07:59 busy camera
        08:10 clock 07:30
        07:31 free
        08:10 end
        """,
        JUST_MORNING,
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:00:45 withdraw morning: time-out
    """)


def test_a_pause_ends_when_the_wall_clock_reaches_its_moment():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 pause 12:00
        08:20 clock 11:00
        12:01 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:10 paused", "12:00 counting"]
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 pause 12:00
        08:20 clock 12:00
        12:01 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:10 paused", "12:00 counting"]


@pytest.mark.parametrize("jump", ["clock +2 12:00", "clock 05:00"])
def test_no_clock_shortens_a_stop(jump):
    at = jump.removeprefix("clock ")
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:10 hurts sharp
        08:20 {jump}
        {at} checked yes
        {at} end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:10 stopped"]


def test_nor_does_a_zone():
    told = tell(
        """
        08:00 start Europe/Berlin
        08:00 active
        23:00 hurts sharp
        +1 12:00 zone Pacific/Auckland
        +1 12:01 checked yes
        +1 16:00 checked yes
        +1 16:01 end
        """,
        JUST_HIP,
    )
    assert told[-2:] == ["23:00 stopped", "+1 16:00 counting"]


def test_a_zone_change_is_a_jump_of_the_wall_clock():
    east = """
        07:00 start Europe/Berlin
        07:00 active
        08:30 zone Europe/Helsinki
        08:40 end
    """
    assert cards(tell(east, JUST_MORNING)) == expect("""
        08:30 prompt morning: Your morning
        08:30:45 withdraw morning: time-out
    """)
    west = """
        07:00 start Europe/Berlin
        07:00 active
        08:00:10 skip
        07:30 zone Europe/London
        08:30 end
    """
    assert cards(tell(west, JUST_MORNING)) == ["08:00 prompt morning: Your morning"]


def test_a_pause_ends_by_the_clock_of_the_new_zone():
    told = tell(
        """
        07:00 start Europe/Berlin
        07:00 active
        07:10 pause 09:00
        08:30 zone Europe/Helsinki
        09:10 end
        """,
        JUST_HIP,
    )
    assert told == ["07:00 counting", "07:10 paused", "09:00 counting"]


def test_working_hours_follow_the_zone():
    office = (((540, 1020),),) * 7
    told = tell(
        """
        08:30 start Europe/Berlin
        08:30 active
        09:40 zone Europe/Helsinki    # 08:40 in Berlin
        09:45 end
        """,
        only(HIP, hours=office),
    )
    assert told == ["08:30 off-hours", "09:40 counting"]


def test_without_a_named_zone_the_offset_of_the_line_is_the_zone():
    told = tell(
        """
        07:00 start Europe/Berlin
        07:00 active
        07:10 end
        """,
        JUST_MORNING,
    )
    assert told == ["07:00 counting"]


def test_in_a_gap_a_time_means_the_first_moment_after_it():
    told = tell(
        """
        +26 23:00 zone Europe/Berlin
        +27 01:00 start
        +27 01:00 active
        +27 03:10 end
        """,
        only(NIGHT),
    )
    assert cards(told) == expect("""
        +27 03:00 prompt night: Your morning
        +27 03:00:45 withdraw night: time-out
    """)


def test_in_a_repeated_hour_it_means_the_first_of_the_two():
    told = tell(
        """
        +236 23:00 zone Europe/Berlin
        +237 01:00 start
        +237 01:00 active
        +237 02:50b end
        """,
        only(NIGHT),
    )
    assert cards(told) == expect("""
        +237 02:30 prompt night: Your morning
        +237 02:30:45 withdraw night: time-out
    """)


def test_desk_time_runs_through_both_nights_as_time_does():
    told = tell(
        """
        +26 23:00 zone Europe/Berlin
        +27 01:00 start
        +27 01:00 active
        +27 03:31 end
        """,
        JUST_HIP,
    )
    assert cards(told)[0] == "+27 03:30 prompt hip-flexor: 90 min of sitting"
    told = tell(
        """
        +236 23:00 zone Europe/Berlin
        +237 02:00 start
        +237 02:00 active
        +237 02:31b end
        """,
        JUST_HIP,
    )
    assert cards(told)[0] == "+237 02:30 prompt hip-flexor: 90 min of sitting"


def test_hours_on_the_night_of_the_change():
    nights = (((120, 180),),) * 7  # 02:00 to 03:00, which one night does not have
    told = tell(
        """
        +26 23:00 zone Europe/Berlin
        +26 23:00 start
        +26 23:00 active
        +28 04:30 end
        """,
        only(HIP, hours=nights),
    )
    assert told == expect("""
        +26 23:00 off-hours
        +28 02:00 counting
        +28 03:00 off-hours
    """)
