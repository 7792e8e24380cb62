"""The planner as the app drives it: idle told late, cards that wait, and wishes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from world import CET, World

from deskstretch.reminders import events
from deskstretch.reminders.effects import ShowPrompt
from deskstretch.reminders.events import (
    Accepted,
    Asked,
    Busy,
    CardShown,
    Checked,
    Closed,
    Ended,
    Finished,
    Hurt,
    Idled,
    Input,
    Locked,
    Mistaken,
    Opened,
    Paused,
    PointerOver,
    Resumed,
    RulesChanged,
    Skipped,
    Slept,
    Snoozed,
    Started,
    SwitchedAway,
    SwitchedBack,
    Tick,
    Unlocked,
    Woke,
)
from deskstretch.reminders.planner import Library, Planner, Rules
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn

LIBRARY = Library.of(
    [
        ("kneeling-hip-flexor", None, ()),
        ("standing-hip-flexor", "kneeling-hip-flexor", ()),
        ("lat-stretch", None, ()),
        ("cat-cow", None, ()),
        ("seated-forward-fold", None, ("flexion",)),
    ],
    [("seven-minute", ("kneeling-hip-flexor", "cat-cow"))],
)
HIP = EveryDeskTime("hip", "kneeling-hip-flexor")
LAT = OnReturn("lat", "lat-stretch")
MORNING = Daily("morning", "seven-minute", time(9))
TWO = Rules(reminders=(HIP, LAT))
QUICK = Rules(
    reminders=(replace(HIP, every_s=8), replace(LAT, away_s=5, every_s=5)),
    away_after_s=5,
    restart_after_s=5,
    between_cards_s=0,
    after_return_s=0,
)


@pytest.fixture
def world():
    one = World(TWO, LIBRARY)
    one.starts()
    one.record.clear()
    return one


# Idle time that is told when the threshold has passed


def test_idle_told_late_takes_the_tail_back_all_the_same(world):
    world.passes(3600)
    world.rests(600)
    world.comes_back()
    world.passes(60)
    assert [what for _, what in world.record] == [
        "away",
        "prompt lat: You were away 10 min",
        "prompting",
        "withdraw lat: time-out",
        "counting",
    ]
    assert world.record[0] == (3900, "away")


def test_a_card_that_came_after_the_last_input_is_withdrawn_though_told_late(world):
    world.passes(5390)
    world.rests(300)  # the card comes 10 s into this
    world.passes(0)
    assert world.record == [
        (5400, "prompt hip: 90 min of sitting"),
        (5400, "prompting"),
        (5445, "withdraw hip: time-out"),
        (5445, "counting"),
        (5690, "away"),
    ]
    world.record.clear()
    world.planner = world.restored()
    assert world.status.reminders[0].due_in_s == 5400  # long absence: begins again


def test_the_profile_of_the_end_to_end_test_asks_both():
    world = World(QUICK, LIBRARY)
    world.starts()
    world.passes(10)
    world.tell(Accepted())
    world.passes(20)
    world.tell(Finished("kneeling-hip-flexor"))
    world.passes(1)
    world.rests(6, threshold=5)
    world.comes_back()
    world.tell(Accepted())
    assert [what for _, what in world.record] == [
        "away",
        "counting",
        "prompt hip: 0 min of sitting",
        "prompting",
        "session",
        "counting",
        "away",
        "prompt lat: You were away 0 min",
        "prompting",
        "session",
    ]
    assert QUICK.idle_after_s == 5


def test_without_a_source_of_idle_time_everything_counts_by_the_clock(world):
    world.passes(3 * 3600)
    prompts = [what for _, what in world.record if what.startswith("prompt ")]
    assert prompts == [
        "prompt hip: 90 min of sitting",
        "prompt hip: 100 min of sitting again",
    ]


def test_an_idle_time_that_reaches_before_a_known_input_is_cut_there(world):
    world.passes(100)
    world.tell(Input())
    world.passes(200)
    world.tell(Idled(world.steady - 300))
    world.passes(99)
    assert world.record == []
    world.passes(1)
    assert world.record == [(400, "away")]


def test_idle_told_behind_the_lock_moves_the_absence_back(world):
    world.passes(1000)
    world.tell(Locked())
    world.passes(200)
    world.tell(Idled(world.steady - 300))
    world.passes(10)
    world.tell(Unlocked())
    world.tell(Input())
    assert world.record[0] == (1000, "away")
    assert world.record[1] == (1210, "prompt lat: You were away 5 min")


def test_switching_the_session_is_like_a_lock(world):
    world.passes(1000)
    world.tell(SwitchedAway())
    world.passes(400)
    world.tell(SwitchedBack())
    world.tell(Input())
    assert [what for _, what in world.record] == [
        "away",
        "prompt lat: You were away 6 min",
        "prompting",
    ]


def test_a_sleep_whose_signal_was_lost_is_told_afterwards(world):
    world.passes(1000)
    asleep = world.steady
    world.steady += 8 * 3600
    world.wall += timedelta(hours=8)
    world.tell(Slept(asleep))
    world.tell(Woke())
    assert world.record == [(29800, "away")]
    assert world.status.reminders[0].due_in_s == 5400
    world.tell(Input())
    assert world.record[1:] == [
        (29800, "prompt lat: You were away 8 h"),
        (29800, "prompting"),
    ]


def test_watching_in_the_app_where_idle_is_told_late(world):
    world.passes(600)
    world.tell(Busy(frozenset({"camera"})))
    world.passes(300)
    world.tell(Idled(world.steady - 300))
    world.passes(1200)
    world.tell(Busy(frozenset()))
    world.passes(299)
    phases = [what for _, what in world.record]
    assert phases == ["quiet: camera in use", "counting"]
    world.passes(1)
    assert world.record[-1] == (2400, "away")


# Cards that wait for a pause in typing


def test_the_time_out_runs_from_when_the_card_is_really_visible():
    world = World(TWO, LIBRARY, card_delay=120)
    world.starts()
    world.record.clear()
    world.passes(5400)
    assert world.status.prompt is not None
    world.passes(200)
    assert world.record == [
        (5400, "prompt hip: 90 min of sitting"),
        (5400, "prompting"),
        (5565, "withdraw hip: time-out"),
        (5565, "counting"),
    ]


def test_a_return_card_that_is_not_visible_within_two_minutes_is_dropped():
    world = World(TWO, LIBRARY, card_delay=121)
    world.starts()
    world.passes(60)
    world.tell(Locked())
    world.passes(360)
    world.tell(Unlocked())
    world.tell(Input())
    world.record.clear()
    world.passes(600)
    assert world.record == [(540, "withdraw lat: time-out"), (540, "counting")]


def test_a_card_withdrawn_before_anybody_saw_it_was_no_asking():
    world = World(TWO, LIBRARY, card_delay=30)
    world.starts()
    world.passes(5400)
    world.tell(Busy(frozenset({"program"})))
    world.record.clear()
    world.passes(60)
    world.tell(Busy(frozenset()))
    world.passes(125)
    assert (5580, "prompt hip: 93 min of sitting") in world.record


def test_the_pointer_over_the_card_stops_its_time(world):
    world.passes(5410)
    world.tell(PointerOver(over=True))
    world.passes(300)
    world.tell(PointerOver(over=True))
    world.tell(PointerOver(over=False))
    world.tell(PointerOver(over=False))
    world.passes(34)
    assert world.status.prompt is not None
    world.passes(1)
    assert world.status.prompt is None


def test_desk_time_cards_wait_for_typing_and_return_cards_do_not(world):
    world.passes(5399)
    world._move_to(world.steady + 1)
    (prompt,) = [e for e in world.tell(Tick()) if isinstance(e, ShowPrompt)]
    assert prompt.waits_for_typing
    world.tell(Locked())
    world.passes(400)
    world.tell(Unlocked())
    (prompt,) = [e for e in world.tell(Input()) if isinstance(e, ShowPrompt)]
    assert not prompt.waits_for_typing


# Wishes


def test_asked_shows_the_card_of_the_next_reminder_now(world):
    world.passes(600)
    world.tell(Asked())
    assert world.record == [(600, "prompt hip: You asked for it"), (600, "prompting")]
    assert world.planner.snapshot()["state"]["days"]["2026-03-02"]["prompts"] == 0
    world.tell(Skipped())
    assert world.planner.snapshot()["state"]["days"]["2026-03-02"]["prompts"] == 0
    assert world.status.reminders[0].due_in_s == 5400


def test_asked_for_a_slug_shows_what_does_it_or_a_card_of_its_own(world):
    world.tell(Asked("lat-stretch"))
    assert world.record[0] == (0, "prompt lat: You asked for it")
    world.tell(Skipped())
    world.tell(Asked("seven-minute"))
    assert world.record[-2:] == [
        (0, "prompt seven-minute: You asked for it"),
        (0, "prompting"),
    ]
    world.tell(Accepted())
    assert world.status.session == "seven-minute"


def test_asked_for_a_variant_shows_the_variant_under_the_same_reminder(world):
    world.tell(Asked("standing-hip-flexor/quick"))
    assert world.record[0] == (0, "prompt hip: You asked for it")
    assert world.status.prompt.does == "standing-hip-flexor/quick"
    world.tell(Accepted())
    assert world.status.session == "standing-hip-flexor/quick"


def test_a_wish_that_is_snoozed_invents_no_absence(world):
    world.tell(Asked("lat-stretch"))
    world.tell(Snoozed(600.0))
    world.record.clear()
    world.passes(900)
    assert world.record[0] == (600, "prompt lat: You asked for it again")


def test_a_wish_is_shown_in_a_pause_and_in_quiet_too(world):
    world.tell(Paused())
    world.tell(Busy(frozenset({"microphone"})))
    world.tell(Asked())
    world.passes(10)
    assert world.status.prompt is not None
    world.tell(Paused())
    assert world.status.prompt is None


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (Opened("lat-stretch"), "A session is open."),
        (Asked(), "A card is open already."),
        (Hurt("sharp"), "Stretches are off until the check."),
        (RulesChanged(replace(TWO, blocked=True)), "until a professional"),
        (RulesChanged(Rules()), "No reminder is switched on."),
        (Locked(), "The screen is locked."),
    ],
)
def test_a_wish_is_refused_with_a_sentence(world, before, says):
    world.tell(before)
    world.record.clear()
    world.tell(Asked())
    refused = [what for _, what in world.record if what.startswith("refused")]
    assert len(refused) == 1
    assert says in refused[0]


def test_a_wish_for_nothing_known_and_for_bending_in_the_morning(world):
    world.tell(Asked("nothing"))
    world.tell(Asked("seated-forward-fold"))
    assert world.record == [
        (0, 'refused: "nothing" is no movement or routine.'),
        (0, "refused: Bending comes later in the morning: in 60 min."),
    ]
    assert world.planner.refusal("seated-forward-fold") is not None
    assert world.planner.refusal("diary") is None
    assert world.planner.in_morning_guard()
    world.passes(3600)
    assert world.planner.refusal("seated-forward-fold") is None
    assert not world.planner.in_morning_guard()


def test_asked_for_a_daily_is_its_asking_of_today():
    world = World(Rules(reminders=(MORNING,)), LIBRARY)
    world.starts()
    world.tell(Asked("seven-minute"))
    world.tell(Skipped())
    world.record.clear()
    world.passes(3 * 3600)
    assert world.record == []  # 09:00 passed


def test_opening_what_is_open_already_changes_nothing(world):
    world.passes(5400)
    world.tell(Accepted())
    world.tell(Opened("kneeling-hip-flexor"))
    world.passes(60)
    world.tell(Closed())
    assert world.status.reminders[0].due_in_s == 5400


# Rules that change


def test_counts_are_kept_when_the_rules_change(world):
    world.passes(3000)
    longer = replace(TWO, reminders=(replace(HIP, every_s=3600), LAT))
    world.tell(RulesChanged(longer))
    assert world.status.reminders[0].due_in_s == 600
    world.record.clear()
    world.tell(RulesChanged(replace(TWO, reminders=(replace(HIP, every_s=2000), LAT))))
    assert world.record[0][1] == "prompt hip: 50 min of sitting"


def test_a_reminder_taken_away_takes_its_card_along_and_begins_at_zero_again(world):
    world.passes(5400)
    world.tell(RulesChanged(Rules(reminders=(LAT,))))
    assert world.record[-2:] == [(5400, "withdraw hip: done"), (5400, "counting")]
    world.passes(600)
    world.tell(RulesChanged(TWO))
    assert world.status.reminders[0].due_in_s == 5400


def test_a_red_flag_stops_everything_until_it_is_gone(world):
    world.passes(5400)
    world.tell(RulesChanged(replace(TWO, blocked=True)))
    assert world.record[-2:] == [(5400, "withdraw hip: hurts"), (5400, "stopped")]
    world.passes(3600)
    assert world.status.reminders[0].due_in_s is None
    world.tell(Opened("lat-stretch"))
    assert world.status.session is None
    world.tell(RulesChanged(TWO))
    assert world.record[-1] == (9000, "counting")
    assert world.status.reminders[0].due_in_s == 5400


def test_quiet_reasons_switched_off_end_the_quiet(world):
    world.tell(Busy(frozenset({"full-screen"})))
    world.passes(5400)
    world.tell(RulesChanged(replace(TWO, quiet=frozenset())))
    world.passes(120)
    assert world.record[-2:] == [
        (5520, "prompt hip: 92 min of sitting"),
        (5520, "prompting"),
    ]


# Stops


def test_a_sign_chosen_by_mistake_is_taken_back_and_an_earlier_one_stays(world):
    world.tell(Hurt("worse"))
    world.tell(Hurt("emergency"))
    assert world.status.stop.asks
    world.tell(Mistaken())
    assert world.status.phase == "stopped"
    assert not world.status.stop.asks
    world.tell(Mistaken())
    assert world.status.phase == "counting"
    world.tell(Mistaken())
    assert world.status.stop is None


def test_the_status_tells_when_the_check_opens(world):
    world.tell(Hurt("numb"))
    stop = world.status.stop
    assert stop.check_at == datetime(2026, 3, 3, 4, tzinfo=CET)
    assert (stop.open, stop.asks) == (False, True)
    world.tell(Checked(seen=True))
    assert world.record[-1][1] == "refused: The check opens later. Give it time."
    world.passes(20 * 3600)
    assert world.status.stop.open
    world.tell(Checked(seen=False))
    assert "physiotherapist" in world.record[-1][1]
    world.tell(Checked(seen=True))
    assert world.status.stop is None


# Status


def test_the_status_of_a_working_day(world):
    world.tell(RulesChanged(replace(TWO, reminders=(HIP, LAT, MORNING))))
    world.passes(600)
    status = world.status
    assert [(one.kind, one.due_in_s) for one in status.reminders] == [
        ("desk-time", 4800),
        ("on-return", None),
        ("daily", 3000),
    ]
    assert (status.phase, status.away, status.paused) == ("counting", False, False)
    world._move_to(world.steady + 30)  # nobody told the planner
    assert world.status.reminders[0].due_in_s == 4770
    world.tell(Paused(world.wall + timedelta(hours=1)))
    assert world.status.paused_until == world.wall + timedelta(hours=1)
    assert world.status.reminders[0].due_in_s is None
    world.tell(Resumed())
    assert world.status.paused_until is None


def test_what_is_held_is_told(world):
    world.tell(Busy(frozenset({"camera"})))
    world.passes(5400)
    assert world.status.held == ("hip",)
    assert str(world.status.reason) == "camera in use"
    world.tell(Busy(frozenset()))
    world.passes(120)
    assert world.status.held == ()
    world.tell(Snoozed(300))
    assert world.status.held == ()
    world.passes(350)
    assert world.status.held == ("hip",)  # timed out
    assert world.status.reminders[0].due_in_s == 595


# Wake-ups and saves


def test_it_wakes_for_reasons_only(world):
    world.passes(3600)
    assert world.wakes == 12  # a save every five minutes
    world.tell(Locked())
    world.wakes = 0
    world.passes(15 * 3600)
    assert world.wakes <= 2  # 04:00 is in a night away
    assert world.saves < 20


def test_it_saves_at_presses_and_cards_and_every_five_minutes_of_desk_time(world):
    saves = world.saves
    world.passes(3599)
    assert world.saves - saves == 11
    world.tell(Paused())
    assert world.saves - saves == 12
    world.tell(Locked())
    saves = world.saves
    world.passes(36000)
    assert world.saves == saves


def test_nothing_is_asked_of_a_planner_that_was_not_started():
    planner = Planner(TWO, LIBRARY)
    world = World(TWO, LIBRARY)
    assert planner.next_wake() is None
    assert planner.handle(Input(), world.moment()) == ()
    assert planner.status(world.moment()).phase == "away"
    json.dumps(planner.snapshot())


def test_every_event_has_a_docstring():
    for name, one in vars(events).items():
        if isinstance(one, type) and one.__module__ == events.__name__:
            assert one.__doc__, name


def test_after_the_end_it_takes_nothing(world):
    world.tell(Ended())
    world.record.clear()
    assert world.planner.next_wake() is None
    for event in (Input(), Idled(0), CardShown(), Tick(), Busy(frozenset({"camera"}))):
        assert world.planner.handle(event, world.moment()) == ()
    world.tell(Started())
    assert world.record == [(0, "away")]


# When to look for quiet


def test_quiet_is_looked_at_when_it_can_matter_and_never_on_a_tick(world):
    assert world.planner.next_look() == world.steady + 5399
    world.passes(5399)
    assert world.planner.next_look() == world.steady
    world.tell(Busy(frozenset()))
    assert world.planner.next_look() is None  # it was just looked at
    world.passes(1)
    assert world.planner.next_look() == world.steady + 4
    world.passes(3)
    world.tell(Tick())
    assert world.planner.next_look() == world.steady + 1  # no tick puts it off
    world.tell(Busy(frozenset({"camera"})))
    assert world.planner.next_look() == world.steady + 15
    world.tell(Skipped())
    assert world.planner.next_look() == world.steady + 300  # still in use?
    world.tell(Busy(frozenset()))
    world.tell(Idled(world.steady))
    assert world.planner.next_look() == world.steady + 299
    world.tell(Locked())
    assert world.planner.next_look() is None
    assert Planner(TWO, LIBRARY).next_look() is None


def test_a_look_that_comes_late_is_wanted_at_once(world):
    world.passes(5399.5)
    world.tell(Tick())
    assert world.planner.next_look() == world.steady


def test_what_stands_for_input_is_looked_at_while_it_does(world):
    world.tell(Busy(frozenset({"camera"})))
    world.passes(60)
    world.tell(Idled(world.steady))
    world.tell(Busy(frozenset({"camera"})))
    assert world.planner.next_look() == world.steady + 300
    world.passes(300)
    world.tell(Busy(frozenset()))
    assert world.status.away is False
    world.passes(300)
    assert world.status.away


def test_a_daily_that_waits_in_quiet_is_held():
    world = World(Rules(reminders=(MORNING,)), LIBRARY)
    world.starts()
    world.tell(Busy(frozenset({"camera"})))
    assert world.planner.next_look() == world.steady + 300
    world.passes(3600)
    assert world.status.held == ("morning",)
    assert world.planner.next_look() == world.steady
