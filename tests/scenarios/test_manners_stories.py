"""Manners: snoozes, limits, pauses, hours, quiet, watching, the morning guard."""

from dataclasses import replace

import pytest
from story import HIP, JUST_HIP, LAT, TWO, cards, expect, only, tell

from deskstretch.reminders.reminder import EveryDeskTime

HOURLY = EveryDeskTime("hourly", "cat-cow", every_s=3600)
OFFICE = (((540, 750), (810, 1050)),) * 5 + ((), ())


# Snoozes and limits


def test_after_three_snoozes_in_a_row_the_card_offers_skip():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:05 snooze 5min
        09:35:10 snooze 5min
        09:40:20 snooze 5min
        09:45:30 snooze 15min
        10:00:40 skip
        11:30:50 snooze
        11:41 end
        """,
        JUST_HIP,
    )
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:35:05 prompt hip-flexor: 95 min of sitting again
        09:40:10 prompt hip-flexor: 100 min of sitting again
        09:45:20 prompt hip-flexor: 105 min of sitting again offering skip
        10:00:30 prompt hip-flexor: 120 min of sitting again offering skip
        11:30:40 prompt hip-flexor: 90 min of sitting
        11:40:50 prompt hip-flexor: 100 min of sitting again
        11:41 withdraw hip-flexor: ended
    """)


@pytest.mark.parametrize(
    "between",
    ["09:36 lock\n09:36:10 unlock\n09:36:10 active", "09:36 finish lat-stretch"],
)
def test_an_absence_or_something_finished_between_breaks_the_row(between):
    told = tell(
        f"""
        08:00 start
        08:00 active
        09:30:05 snooze 5min
        09:35:10 snooze 5min
        {between}
        09:45 snooze 5min
        09:56 end
        """,
        JUST_HIP,
    )
    assert "offering skip" not in "".join(told)
    assert "prompt" in cards(told)[-2]


def test_a_snooze_is_desk_time_and_comes_at_its_own_time():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:05 snooze 5min
        09:31 lock
        09:35 unlock
        09:35 active
        09:45 end
        """,
        JUST_HIP,
    )
    # 55 s were gone at the lock, 4:05 remain; but a return gives five minutes.
    assert cards(told) == expect("""
        09:30 prompt hip-flexor: 90 min of sitting
        09:40 prompt hip-flexor: 96 min of sitting again
        09:40:45 withdraw hip-flexor: time-out
    """)


def test_a_long_absence_ends_a_snooze():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:05 snooze 5min
        09:31 lock
        09:36 unlock
        09:36 active
        11:05 end
        """,
        JUST_HIP,
    )
    assert cards(told) == ["09:30 prompt hip-flexor: 90 min of sitting"]


def test_at_the_limit_it_is_silent_until_the_day_ends():
    told = tell(
        """
        08:00 start
        08:00 active
        +1 04:01 end
        """,
        only(HOURLY, prompts_a_day=2),
    )
    shown = [line for line in told if "prompt " in line]
    assert shown == expect("""
        09:00 prompt hourly: 60 min of sitting
        09:10:45 prompt hourly: 70 min of sitting again
        10:11:30 prompt hourly: 60 min of sitting
        10:22:15 prompt hourly: 70 min of sitting again
        +1 04:00 prompt hourly: 1057 min of sitting
    """)


def test_a_snooze_is_kept_even_at_the_limit():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00:10 snooze
        09:10:30 skip
        12:00 end
        """,
        only(HOURLY, prompts_a_day=1),
    )
    assert cards(told) == expect("""
        09:00 prompt hourly: 60 min of sitting
        09:10:10 prompt hourly: 70 min of sitting again
    """)


def test_without_a_card_snooze_and_accept_do_nothing_and_skip_clears_what_is_held():
    told = tell(
        """
        08:00 start
        08:00 active
        08:30 accept
        08:30 snooze
        09:00 idle
        09:10 accept        # no input either
        09:20 active
        10:00 busy camera
        10:51 skip          # due since 10:50
        11:00 free
        12:22 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:05 away
        09:20 counting
        10:00 quiet
        11:00 counting
        12:21 prompt hip-flexor: 90 min of sitting
        12:21 prompting
        12:21:45 withdraw hip-flexor: time-out
        12:21:45 counting
    """)


# Pauses


def test_a_pause_takes_the_card_away_and_restarts_the_count_when_it_ends():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 pause 10:00
        11:30 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 withdraw hip-flexor: paused
        09:30:10 paused
        10:00 counting
        11:30 prompt hip-flexor: 90 min of sitting
        11:30 withdraw hip-flexor: ended
    """)


def test_the_last_pause_wins_and_resume_ends_it():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 pause 09:00
        08:20 pause
        09:10 resume
        09:20 resume     # nothing to end: the count goes on
        10:40 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 paused
        09:10 counting
        10:40 prompt hip-flexor: 90 min of sitting
        10:40 withdraw hip-flexor: ended
    """)


def test_tomorrow_is_the_first_working_minute_after_four():
    story = """
        +4 16:00 start
        +4 16:00 active
        +4 16:10 pause tomorrow
        +8 00:00 end
    """
    assert tell(story, only(HIP, hours=OFFICE))[1:3] == expect("""
        +4 16:10 paused
        +7 09:00 counting
    """)
    assert tell(story, JUST_HIP)[1:3] == expect("""
        +4 16:10 paused
        +5 04:00 counting
    """)
    nights = (((22 * 60, 6 * 60),),) * 7  # the working minute is 04:00 itself
    assert tell(story, only(HIP, hours=nights))[1:3] == expect("""
        +4 16:10 paused
        +5 04:00 counting
    """)


def test_a_pause_pressed_at_night_ends_at_four_the_same_morning():
    told = tell(
        """
        +1 01:00 start
        +1 01:00 active
        +1 01:10 enough
        +1 04:10 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        +1 01:00 counting
        +1 01:10 paused
        +1 04:00 counting
    """)


def test_a_pause_ends_a_snooze():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 snooze 30min
        09:31 pause 09:35
        11:04 end
        """,
        JUST_HIP,
    )
    assert cards(told) == ["09:30 prompt hip-flexor: 90 min of sitting"]


def test_a_session_in_a_pause_is_a_session():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 pause
        08:20 open lat-stretch
        08:21 finish lat-stretch
        08:30 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 paused
        08:20 session
        08:21 paused
    """)


# Working hours


def test_outside_working_hours_counts_stand_still_and_absences_are_seen():
    told = tell(
        """
        08:00 start
        08:00 active
        10:15 idle
        10:25 active       # the count begins again
        14:16 end
        """,
        replace(TWO, hours=OFFICE, returns_a_day=0, prompts_a_day=1),
    )
    assert told == expect("""
        08:00 off-hours
        09:00 counting
        10:20 away
        10:25 counting
        11:55 prompt hip-flexor: 90 min of sitting
        11:55 prompting
        11:55:45 withdraw hip-flexor: time-out
        11:55:45 counting
        12:05:45 prompt hip-flexor: 100 min of sitting again
        12:05:45 prompting
        12:06:30 withdraw hip-flexor: time-out
        12:06:30 counting
        12:30 off-hours
        13:30 counting
    """)


def test_the_end_of_hours_takes_the_card_away():
    told = tell(
        """
        08:00 start
        08:00 active
        13:36 end
        """,
        only(replace(HIP, every_s=(3 * 60 + 29.5) * 60), hours=OFFICE),
    )
    assert told == expect("""
        08:00 off-hours
        09:00 counting
        12:29:30 prompt hip-flexor: 209 min of sitting
        12:29:30 prompting
        12:30 withdraw hip-flexor: off-hours
        12:30 off-hours
        13:30 prompt hip-flexor: 210 min of sitting again
        13:30 prompting
        13:30:45 withdraw hip-flexor: time-out
        13:30:45 counting
    """)


def test_a_reminders_own_days_and_hours_narrow_further():
    tuesdays = replace(HIP, every_s=3600, days=frozenset({1}), hours=((600, 720),))
    told = tell(
        """
        08:00 start
        08:00 active
        +1 11:01 end
        """,
        only(tuesdays),
    )
    assert cards(told) == expect("""
        +1 11:00 prompt hip-flexor: 60 min of sitting
        +1 11:00:45 withdraw hip-flexor: time-out
    """)
    whole = replace(HIP, every_s=3600, days=frozenset({1}))  # its day begins at 04:00
    told = tell("08:00 start\n08:00 active\n+1 05:00:10 end", only(whole))
    assert cards(told)[0] == "+1 05:00 prompt hip-flexor: 60 min of sitting"


# Quiet and watching


def test_quiet_holds_it_while_it_goes_on_counting():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 busy microphone
        09:10 busy camera
        09:40 free microphone
        09:45 free
        10:00 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:00 quiet
        09:45 counting
        09:47 prompt hip-flexor: 107 min of sitting
        09:47 prompting
        09:47:45 withdraw hip-flexor: time-out
        09:47:45 counting
        09:57:45 prompt hip-flexor: 117 min of sitting again
        09:57:45 prompting
        09:58:30 withdraw hip-flexor: time-out
        09:58:30 counting
    """)


def test_quiet_that_begins_takes_the_card_away():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:10 busy do-not-disturb
        09:31 free do-not-disturb
        09:33:10 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:10 withdraw hip-flexor: quiet
        09:30:10 quiet
        09:31 counting
        09:33 prompt hip-flexor: 93 min of sitting again
        09:33 prompting
        09:33:10 withdraw hip-flexor: ended
    """)


def test_a_reason_switched_off_is_no_quiet_but_still_watching():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 busy camera
        08:20 idle
        09:31 end
        """,
        only(HIP, quiet=frozenset({"program"})),
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:45 withdraw hip-flexor: time-out
        09:30:45 counting
    """)


def test_watching_is_not_leaving_until_two_hours_after_the_last_input():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 busy microphone
        08:20 idle
        10:30 active
        10:31 free
        10:40 end
        """,
        only(HIP, LAT),
    )
    assert told == expect("""
        08:00 counting
        08:10 quiet
        10:20 away
        10:30 quiet
        10:31 counting
    """)


def test_full_screen_stands_for_input_for_half_an_hour():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 busy full-screen
        08:20 idle
        08:50 free
        09:00 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 quiet
        08:50 away
    """)


def test_when_watching_ends_the_absence_is_measured_from_there():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20 idle
        08:22 busy camera
        08:50 free
        09:00 active
        10:31 end
        """,
        TWO,
    )
    assert told == expect("""
        08:00 counting
        08:22 quiet
        08:50 counting
        08:55 away
        09:00 prompt lat-stretch: You were away 10 min
        09:00 prompting
        09:00:45 withdraw lat-stretch: time-out
        09:00:45 counting
        10:30 prompt hip-flexor: 90 min of sitting
        10:30 prompting
        10:30:45 withdraw hip-flexor: time-out
        10:30:45 counting
    """)


def test_time_watched_counts_as_desk_time_and_brings_nobody_back():
    told = tell(
        """
        08:00 start
        08:00 active
        08:20 idle
        08:22 busy camera
        08:50 free
        08:54 active
        09:31 lock
        09:32 busy camera
        09:33 unlock
        09:40 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:22 quiet
        08:50 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:45 withdraw hip-flexor: time-out
        09:30:45 counting
        09:31 away
    """)


def test_who_watches_when_the_screen_locks_is_away_since_the_lock():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 busy camera
        08:20 idle
        08:40 lock
        08:40 free
        08:50 unlock
        08:50 active
        09:00 end
        """,
        only(LAT),
    )
    assert cards(told) == expect("""
        08:50 prompt lat-stretch: You were away 10 min
        08:50:45 withdraw lat-stretch: time-out
    """)


# The morning guard


def test_bending_is_held_for_the_first_hour_and_cannot_be_opened():
    fold = EveryDeskTime("fold", "folds", every_s=600)
    told = tell(
        """
        07:00 start
        07:00 active
        07:31 open seated-forward-fold
        07:32 open full-session
        07:33 open cat-cow
        07:34 close
        08:01 end
        """,
        only(fold),
    )
    assert told == expect("""
        07:00 counting
        07:33 session
        07:34 counting
        08:00 prompt fold: 59 min of sitting
        08:00 prompting
        08:00:45 withdraw fold: time-out
        08:00:45 counting
    """)


def test_a_return_card_with_bending_is_dropped_in_the_first_hour():
    story = """
        07:00 start
        07:00 active
        {0} lock
        {1} unlock
        {1} active
        08:30 end
    """
    rules = only(replace(LAT, does="flexion-rotation"))
    assert cards(tell(story.format("07:53", "07:59"), rules)) == []
    assert cards(tell(story.format("07:54", "08:00"), rules)) != []


def test_someone_who_works_through_the_night_has_their_first_hour_from_four():
    fold = EveryDeskTime("fold", "folds", every_s=600)
    told = tell(
        """
        +1 03:55 start
        +1 03:55 active
        +1 05:00:10 end
        """,
        only(fold),
    )
    # The day before they began at 03:55; the next begins with them at work.
    assert cards(told) == expect("""
        +1 05:00 prompt fold: 65 min of sitting
        +1 05:00:10 withdraw fold: ended
    """)


# Stop signs


def test_a_mild_pull_changes_nothing():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 open lat-stretch
        08:11 hurts mild
        08:12 close
        08:20 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:10 session", "08:12 counting"]


def test_a_sharp_pain_stops_everything_until_the_check_of_the_next_day():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30:05 hurts sharp
        09:31 checked yes
        09:32 resume
        09:33 open lat-stretch
        +1 03:59:59 checked yes
        +1 04:00 checked
        +1 05:31 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        09:30 prompt hip-flexor: 90 min of sitting
        09:30 prompting
        09:30:05 withdraw hip-flexor: hurts
        09:30:05 stopped
        +1 04:00 counting
        +1 05:30 prompt hip-flexor: 90 min of sitting
        +1 05:30 prompting
        +1 05:30:45 withdraw hip-flexor: time-out
        +1 05:30:45 counting
    """)


def test_worse_takes_two_days():
    story = """
        08:00 start
        08:00 active
        08:10 hurts worse
        {} checked yes
        +3 00:00 end
    """
    assert tell(story.format("+2 08:09:59"), JUST_HIP)[-1] == "08:10 stopped"
    assert tell(story.format("+2 08:10"), JUST_HIP)[2] == "+2 08:10 counting"


@pytest.mark.parametrize("sign", ["numb", "emergency"])
def test_numb_and_emergency_ask_whether_a_professional_has_seen_you(sign):
    told = tell(
        f"""
        08:00 start
        08:00 active
        08:10 open lat-stretch
        08:11 hurts {sign}
        +1 09:00 checked
        +1 09:01 checked no
        +1 09:02 checked yes
        +1 09:10 end
        """,
        JUST_HIP,
    )
    assert told == expect("""
        08:00 counting
        08:10 session
        08:11 stopped
        +1 09:02 counting
    """)


def test_several_signs_add_up_to_the_latest_and_to_the_question():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 hurts worse
        08:11 hurts numb
        08:12 hurts sharp
        +1 09:00 checked yes
        +2 09:00 checked no
        +2 09:01 checked yes
        +2 09:10 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "08:10 stopped", "+2 09:01 counting"]
