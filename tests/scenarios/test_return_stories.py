"""OnReturn: the first input after an absence, and all that drops it."""

from dataclasses import replace
from datetime import time

from story import HIP, JUST_LAT, LAT, MORNING, cards, expect, only, tell

from deskstretch.reminders.reminder import Daily, OnReturn

AWAY_SIX = """
    08:00 start
    08:00 active
    09:00 idle
    09:06 active
"""


def test_it_asks_on_the_first_input_after_an_absence_and_tries_once_only():
    told = tell(AWAY_SIX + "10:00 end", JUST_LAT)
    assert told == expect("""
        08:00 counting
        09:05 away
        09:06 prompt lat-stretch: You were away 6 min
        09:06 prompting
        09:06:45 withdraw lat-stretch: time-out
        09:06:45 counting
    """)


def test_from_two_hours_on_the_absence_is_told_in_hours():
    day = """
        08:00 start
        08:00 active
        09:00 idle
        {} active
        23:59 end
    """
    assert cards(tell(day.format("10:59:59"), JUST_LAT))[0].endswith("away 119 min")
    assert cards(tell(day.format("11:00"), JUST_LAT))[0].endswith("away 2 h")
    assert cards(tell(day.format("12:59"), JUST_LAT))[0].endswith("away 3 h")


def test_it_never_asks_on_the_first_input_of_a_day():
    told = tell(
        AWAY_SIX
        + """
        17:00 lock
        +1 08:00 unlock
        +1 08:00 active
        +1 09:00 lock
        +1 09:05 unlock
        +1 09:05 active
        +1 09:10 end
        """,
        JUST_LAT,
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:45 withdraw lat-stretch: time-out
        +1 09:05 prompt lat-stretch: You were away 5 min
        +1 09:05:45 withdraw lat-stretch: time-out
    """)


def test_input_going_on_over_four_is_not_the_first_of_the_day():
    told = tell(
        """
        22:00 start
        22:00 active
        +1 05:00 lock
        +1 05:10 unlock
        +1 05:10 active      # this one is
        +1 05:45 lock
        +1 05:51 unlock
        +1 05:51 active
        +1 06:00 end
        """,
        JUST_LAT,
    )
    assert cards(told) == expect("""
        +1 05:51 prompt lat-stretch: You were away 6 min
        +1 05:51:45 withdraw lat-stretch: time-out
    """)


def test_it_asks_at_most_once_in_half_an_hour():
    told = tell(
        AWAY_SIX
        + """
        09:20 lock
        09:35:59 unlock
        09:35:59 active    # 29:59 after its last asking
        09:40 lock
        09:46 unlock
        09:46 active
        10:00 end
        """,
        JUST_LAT,
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:45 withdraw lat-stretch: time-out
        09:46 prompt lat-stretch: You were away 6 min
        09:46:45 withdraw lat-stretch: time-out
    """)


def test_nor_within_half_an_hour_of_its_movement_being_done():
    told = tell(
        """
        08:00 start
        08:00 active
        08:40 finish lat-stretch
        09:00 idle
        09:06 active
        09:12 end
        """,
        JUST_LAT,
    )
    assert cards(told) == []


def test_locking_while_it_is_open_drops_it():
    told = tell(
        AWAY_SIX
        + """
        09:06:10 lock
        09:07 unlock
        09:07 active
        09:30 end
        """,
        JUST_LAT,
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:10 withdraw lat-stretch: lock
    """)


def test_snoozed_it_waits_its_turn():
    told = tell(
        AWAY_SIX
        + """
        09:06:10 snooze 5min
        09:10 busy microphone
        09:15 free
        09:16 end
        """,
        JUST_LAT,
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:15 prompt lat-stretch: You were away 6 min again
        09:15:45 withdraw lat-stretch: time-out
    """)


def test_a_long_absence_ends_its_snooze():
    told = tell(
        AWAY_SIX
        + """
        09:06:10 snooze 30min
        09:08 lock
        09:14 unlock
        09:14 active
        10:00 end
        """,
        JUST_LAT,
    )
    assert cards(told) == ["09:06 prompt lat-stretch: You were away 6 min"]


def test_quiet_a_pause_off_hours_and_a_distance_drop_it():
    for before in ("busy program", "pause 10:00", "pause"):
        told = tell(
            f"""
            08:00 start
            08:00 active
            08:50 {before}
            09:00 lock
            09:06 unlock
            09:06 active
            09:07 free
            09:08 resume
            09:30 end
            """,
            JUST_LAT,
        )
        assert cards(told) == [], before
    hours = (((600, 1020),),) * 7
    assert cards(tell(AWAY_SIX + "10:30 end", only(LAT, hours=hours))) == []


def test_a_card_closed_less_than_ten_minutes_ago_drops_it():
    two = only(LAT, OnReturn("other", "cat-cow"))
    told = tell(
        AWAY_SIX
        + """
        09:07 lock
        09:12 unlock
        09:12 active
        09:40 end
        """,
        two,
    )
    # The other one could ask at 09:12, but a card timed out at 09:06:45.
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:45 withdraw lat-stretch: time-out
    """)


def test_of_two_the_first_of_the_file_asks_and_the_other_is_dropped():
    told = tell(AWAY_SIX + "09:40 end", only(OnReturn("other", "cat-cow"), LAT))
    assert cards(told) == expect("""
        09:06 prompt other: You were away 6 min
        09:06:45 withdraw other: time-out
    """)


def test_it_never_asks_while_a_daily_is_waiting():
    told = tell(
        """
        07:00 start
        07:00 active
        07:50 lock
        08:06 unlock
        08:06 active
        08:20 end
        """,
        only(LAT, MORNING),
    )
    assert cards(told) == expect("""
        08:11 prompt morning: Your morning
        08:11:45 withdraw morning: time-out
    """)


def test_a_snoozed_daily_is_not_waiting():
    told = tell(
        """
        07:00 start
        07:00 active
        08:00:05 snooze 30min
        08:10 lock
        08:20 unlock
        08:20 active
        08:41 end
        """,
        only(LAT, MORNING),
    )
    assert cards(told) == expect("""
        08:00 prompt morning: Your morning
        08:20 prompt lat-stretch: You were away 10 min
        08:20:45 withdraw lat-stretch: time-out
        08:40:05 prompt morning: Your morning again
        08:40:50 withdraw morning: time-out
    """)


def test_it_beats_a_daily_whose_time_is_this_very_moment():
    at = Daily("at", "cat-cow", time(9, 6))
    told = tell(AWAY_SIX + "09:20 end", only(at, LAT))
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:45 withdraw lat-stretch: time-out
        09:16:45 prompt at: Your morning
        09:17:30 withdraw at: time-out
    """)


def test_after_a_return_nothing_else_asks_for_five_minutes_of_desk_time():
    told = tell(
        """
        08:00 start
        08:00 active
        09:29 lock
        09:31 unlock
        09:31 active
        09:33 idle
        09:37 active
        09:40 end
        """,
        only(HIP, LAT),
    )
    assert cards(told) == expect("""
        09:36 prompt hip-flexor: 94 min of sitting
        09:36:45 withdraw hip-flexor: time-out
    """)


def test_eight_a_day_and_then_it_is_dropped_until_the_day_ends():
    quick = replace(LAT, every_s=60)
    lines = ["08:00 start", "08:00 active"]
    for number in range(10):
        lines += [f"{9 + number}:00 lock", f"{9 + number}:06 unlock"]
        lines += [f"{9 + number}:06 active"]
    lines = [line.replace("9:0", "09:0") if line[0] == "9" else line for line in lines]
    told = tell("\n".join([*lines, "20:00 end"]), only(quick))
    assert sum("prompt" in line for line in cards(told)) == 8
    told = tell("\n".join([*lines, "20:00 end"]), only(quick, returns_a_day=2))
    assert sum("prompt" in line for line in cards(told)) == 2


def test_a_withdrawn_one_does_not_count_against_the_limit():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 lock
        09:06 unlock
        09:06 active
        09:06:10 lock
        10:00 unlock
        10:00 active
        10:10 lock
        11:00 unlock
        11:00 active
        11:10 end
        """,
        only(LAT, returns_a_day=1),
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:06:10 withdraw lat-stretch: lock
        10:00 prompt lat-stretch: You were away 53 min
        10:00:45 withdraw lat-stretch: time-out
    """)


def test_a_card_that_appeared_on_the_last_input_was_seen():
    told = tell(
        AWAY_SIX
        + """
        09:06 idle
        10:06 active
        11:06 lock
        12:06 unlock
        12:06 active
        12:30 end
        """,
        only(LAT, returns_a_day=2),
    )
    assert sum("prompt" in line for line in cards(told)) == 2


def test_a_snoozed_one_that_timed_out_with_nobody_there_is_dropped_uncounted():
    told = tell(
        AWAY_SIX
        + """
        09:06:10 snooze 5min
        09:10 idle             # it comes at 09:11:10
        09:20 active
        10:00 end
        """,
        only(LAT, restart_after_s=3600),
    )
    assert cards(told) == expect("""
        09:06 prompt lat-stretch: You were away 6 min
        09:11:10 prompt lat-stretch: You were away 6 min again
        09:11:55 withdraw lat-stretch: time-out
    """)
