"""The promises of REMINDERS, held in random histories of clocks and crashes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import World

from deskstretch.reminders import events as e
from deskstretch.reminders.days import span
from deskstretch.reminders.effects import Save, ShowPrompt, WithdrawPrompt
from deskstretch.reminders.planner import Library, Planner, Rules
from deskstretch.reminders.reminder import (
    EVERY_DAY,
    Daily,
    EveryDeskTime,
    OnReturn,
)
from deskstretch.reminders.rules import REASONS
from deskstretch.reminders.tracks import DeskTrack

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")]
STARTS = [
    datetime(2026, 3, 2, 7, 55, tzinfo=BERLIN),
    datetime(2026, 3, 29, 0, 30, tzinfo=BERLIN),  # into the short night
    datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN),  # into the long one
    datetime(2026, 3, 3, 3, 30, tzinfo=BERLIN),
]
SLUGS = ["kneeling-hip-flexor", "lat-stretch", "seven-minute", "fold", "diary"]
LIBRARY = Library.of(
    [
        ("kneeling-hip-flexor", None, ()),
        ("lat-stretch", None, ()),
        ("fold", None, ("flexion",)),
    ],
    [("seven-minute", ("kneeling-hip-flexor", "lat-stretch"))],
)
PRESSES = (e.Accepted, e.Snoozed, e.Skipped, e.Opened, e.Finished, e.Closed, e.Started)
OFFICE = (((540, 750), (810, 1050)),) * 5 + ((), ((1320, 360),))

DAILIES = (
    Daily("diary", "diary", at=None, days=EVERY_DAY),
    Daily("night", "lat-stretch", time(2, 30), days=EVERY_DAY),
    Daily("nine", "seven-minute", time(9), days=EVERY_DAY),
)

minutes = st.sampled_from([0.5, 1, 2, 4, 5, 6, 9, 10, 11, 20, 30, 45, 60, 95])
rules = st.builds(
    lambda every, away, dailies, hours, limit, returns, between, after, restart: Rules(
        reminders=(
            EveryDeskTime("hip", "kneeling-hip-flexor", every_s=every * 60),
            EveryDeskTime("fold", "fold", every_s=25 * 60, hours=((480, 720),)),
            OnReturn("lat", "lat-stretch", away_s=away * 60, every_s=30 * 60),
            OnReturn("seven", "seven-minute", away_s=600, every_s=3600),
            *(DAILIES if dailies else ()),
        ),
        hours=hours,
        prompts_a_day=limit,
        returns_a_day=returns,
        between_cards_s=between * 60,
        after_return_s=after * 60,
        restart_after_s=restart * 60,
    ),
    every=st.sampled_from([10, 30, 90]),
    away=st.sampled_from([2, 5, 10]),
    dailies=st.booleans(),
    hours=st.sampled_from([None, OFFICE]),
    limit=st.sampled_from([1, 2, 5]),
    returns=st.sampled_from([1, 8]),
    between=st.sampled_from([0, 10, 15]),
    after=st.sampled_from([0, 5]),
    restart=st.sampled_from([5, 12]),
)


def op(name, *arguments):
    return st.tuples(st.just(name), *arguments)


presses = op(
    "tell", st.sampled_from([e.Accepted(), e.Skipped(), e.Snoozed(), e.Snoozed(300.0)])
)
common = [
    op("passes", minutes),
    op("passes", st.sampled_from([30, 60, 90])),
    op("absence", minutes),
    op("absence", st.sampled_from([1, 3, 6, 12])),
    op("tail", minutes, minutes),
    op("until_card"),
    presses,
]
uncommon = [
    op("input"),
    op("idle"),
    op("rests", minutes),
    op("tell", st.sampled_from([e.Locked(), e.Unlocked(), e.Slept(), e.Woke()])),
    op("tell", st.sampled_from([e.SwitchedAway(), e.SwitchedBack()])),
    op("lost_sleep", minutes),
    op("slow_card", st.sampled_from([0.0, 2.0, 90.0, 150.0])),
    op("busy", st.frozensets(st.sampled_from(REASONS), max_size=2)),
    op("busy", st.just(frozenset())),
    op("tell", st.builds(e.Opened, st.sampled_from(SLUGS))),
    op("tell", st.builds(e.Finished, st.sampled_from(SLUGS))),
    op("tell", st.just(e.Closed())),
    op("tell", st.just(e.Resumed())),
    op("tell", st.builds(e.PointerOver, st.booleans())),
    op("pause", minutes),
    op("clock", st.sampled_from([-180, -61, -10, 10, 61, 180, 1500])),
    op("zone", st.sampled_from(ZONES)),
    op("night"),
    op("restart"),
    op("end", minutes),
    op("crash", minutes),
]
rare = [
    op("tell", st.builds(e.Hurt, st.sampled_from(["mild", "sharp", "numb", "worse"]))),
    op("tell", st.builds(e.Checked, st.booleans())),
    op("stop_and_check", st.sampled_from(["sharp", "numb"])),
    op("tell", st.sampled_from([e.Paused(), e.Paused("tomorrow"), e.Enough()])),
]
often = st.one_of(*common)
operations = st.one_of(often, often, often, st.one_of(*uncommon, st.one_of(*rare)))


class Watched(World):
    """A world that holds every promise after every step, and keeps a twin planner.

    The twin is restored from a snapshot now and then, is woken more often, and has
    to answer everything as the planner does.
    """

    def __init__(self, chosen, wall):
        super().__init__(chosen, LIBRARY, wall)
        self.twin = None
        self.raw_input = False
        self.askings = {}  # of EveryDeskTime: [reading at the asking, counted]
        self.returns = {}
        self.dates = {}
        self.open = None
        self.present = 0
        self.looked = self.steady
        self.back_at = None
        self.was_away = True
        self.pressed = True
        self.asked_at = None
        self.unseen = None  # what to forget if the card goes before it was seen

    @property
    def s(self):
        return self.planner._s

    def tell(self, event):
        before = self.s.state.desk.own.copy()
        self._measure()
        self.pressed = self.pressed or isinstance(event, PRESSES)
        if isinstance(event, e.CardShown):
            self.unseen = None
        twin = self.twin.handle(event, self.moment()) if self.twin else None
        effects = self.planner.handle(event, self.moment())
        if twin is not None:
            assert without_saves(twin) == without_saves(effects)
            assert self.twin.next_wake() == self.planner.next_wake()
        self._follow(before)
        for effect in effects:
            self._hold(effect)
            self._note(effect)
        if self.s.card is None:  # it was pressed, which nobody can do unseen
            self.unseen = None
        self._hold_now()
        return effects

    def _move_to(self, steady):
        if self.twin is not None and steady - self.steady > 2:
            super()._move_to((self.steady + steady) / 2)
            assert not without_saves(self.twin.handle(e.Tick(), self.moment()))
        super()._move_to(steady)

    def _measure(self):
        if self.s.here and self.s.state.running and not self.s.in_session:
            self.present += span(self.steady) - span(self.looked)
        self.looked = self.steady

    def _follow(self, before):
        """Follow what a taken-back tail and an undone time-out do to the askings."""
        s = self.s
        for name, asked in self.askings.items():
            own = s.state.desk.reading(name)
            if own < before.get(name, 0):
                asked[0] = min(asked[0], own)
            track = s.state.tracks[name]
            if track.asking is not None:
                asked[1] = track.asking.counted
        away = not s.here
        if self.was_away and not away:
            self.back_at = s.state.desk.total
        elif self.back_at is not None:
            self.back_at = min(self.back_at, s.state.desk.total)
        self.was_away = away

    def _hold(self, effect):
        if isinstance(effect, WithdrawPrompt):
            self._forget_unseen()
            self.open = self.asked_at = None
        if not isinstance(effect, ShowPrompt):
            return
        s, name = self.s, effect.name
        assert self.open is None or self.pressed  # never two at once
        assert self.asked_at != self.steady or self.pressed  # nor one upon the other
        self.open, self.asked_at, self.pressed = name, self.steady, False
        self.unseen = None
        track = s.state.tracks[name]
        gone = s.state.desk.total - self.back_at
        if isinstance(track, DeskTrack):
            assert gone >= span(self.rules.after_return_s)
            reading = s.state.desk.reading(name)
            if not effect.again:
                before = self.askings.get(name)
                if before is not None and before[1]:
                    every = span(s.reminders[name].every_s)
                    assert reading - before[0] >= every
                self.unseen = self.askings, name, before
                self.askings[name] = [reading, False]
        elif isinstance(s.reminders[name], OnReturn):
            if not effect.again:
                last = self.returns.get(name)
                every = s.reminders[name].every_s
                assert last is None or self.steady - last >= every
                self.unseen = self.returns, name, last
                self.returns[name] = self.steady
        elif not effect.again:
            asked = (name, track.waiting.date)
            assert asked not in self.dates
            self.unseen = self.dates, asked, None
            self.dates[asked] = True

    def _forget_unseen(self):
        """A card that nobody saw was no asking."""
        if self.unseen is not None:
            kept, name, before = self.unseen
            if before is None:
                del kept[name]
            else:
                kept[name] = before
        self.unseen = None

    def _hold_now(self):
        s = self.s
        assert (s.card is None) == (self.status.prompt is None)
        if s.card is not None:
            assert s.state.running
            assert s.here
            assert not s.quiet
            assert s.state.pause is None
            assert s.state.stop is None
            if not isinstance(s.reminders[s.card.name], Daily):
                assert s.in_hours(s.card.name)
        for day in s.state.days.values():
            assert 0 <= day.prompts <= self.rules.prompts_a_day
            assert 0 <= day.returns <= self.rules.returns_a_day
        assert 0 <= s.state.desk.total <= self.present
        for own in s.state.desk.own.values():
            assert 0 <= own <= s.state.desk.total
        for _, track in s.desk_tracks():
            assert track.mark <= s.state.desk.total
        wake = self.planner.next_wake()
        assert wake is None or wake > self.steady - 1e-6

    # Operations

    def do(self, name, *arguments):
        getattr(self, f"do_{name}")(*arguments)
        if self.twin is None and self.s.state.running:
            self.twin = self.restored()

    def do_passes(self, minutes):
        self.passes(minutes * 60)

    def do_tell(self, event):
        self.tell(event)

    def do_input(self):
        self.tell(e.Input())

    def do_idle(self):
        self.tell(e.Idled(self.steady))

    def do_lost_sleep(self, minutes):
        """The machine sleeps, and only a gap between two clocks tells it."""
        since = self.steady
        self._measure()
        super()._move_to(self.steady + minutes * 60)
        self.looked = self.steady  # nobody was there meanwhile
        self.twin = None
        self.tell(e.Slept(since))
        self.tell(e.Woke())

    def do_slow_card(self, seconds):
        """From now on a card takes so long until it is on the screen."""
        self.card_delay = seconds

    def do_rests(self, minutes):
        self.passes(minutes * 60)
        self.tell(e.Idled(self.steady - minutes * 60))

    def do_absence(self, minutes):
        self.tell(e.Locked())
        self.passes(minutes * 60)
        self.tell(e.Unlocked())
        self.tell(e.Input())

    def do_tail(self, before, after):
        """Be idle, told at once, with a card likely to come meanwhile; and be back."""
        self.tell(e.Idled(self.steady))
        self.passes(before * 60)
        self.passes(after * 60)
        self.tell(e.Input())

    def do_until_card(self):
        for _ in range(200):
            if self.status.prompt is not None or not self.s.state.running:
                break
            self.passes(60)

    def do_stop_and_check(self, sign):
        self.tell(e.Hurt(sign))
        self.do_night()
        self.passes(12 * 3600)
        self.tell(e.Checked(seen=True))

    def do_busy(self, reasons):
        self.tell(e.Busy(reasons))

    def do_pause(self, minutes):
        self.tell(e.Paused(self.wall + timedelta(minutes=minutes)))

    def do_clock(self, minutes):
        self.wall = (self.wall.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(
            self.wall.tzinfo
        )
        self.tell(e.Tick())

    def do_zone(self, zone):
        self.wall = self.wall.astimezone(zone)
        self.tell(e.Tick())

    def do_night(self):
        self.do_absence(13 * 60)

    def do_restart(self):
        self.planner = self.restored()
        self.twin = None

    def do_end(self, minutes):
        self.twin = None
        self.tell(e.Ended())
        kept = json.loads(json.dumps(self.planner.snapshot()))
        self._begin_again(kept, minutes, e.Started())

    def do_crash(self, minutes):
        self.twin = None
        alive = self.steady
        # What was not saved is lost: askings since then are new to the planner.
        self._begin_again(self.saved, minutes, e.Started(alive))

    def _begin_again(self, kept, minutes, started):
        self._measure()
        self._forget_unseen()
        self.card_due = None
        self._move_to(self.steady + minutes * 60)
        self.planner = Planner.restore(self.rules, LIBRARY, kept, self.moment())
        self.looked = self.steady
        self.was_away = True
        for name, asked in self.askings.items():
            asked[0] = min(asked[0], self.s.state.desk.reading(name))
        self.tell(started)
        self.tell(e.Input())


def without_saves(effects):
    return [effect for effect in effects if not isinstance(effect, Save)]


def hold_promises(chosen, wall, history):
    world = Watched(chosen, wall)
    world.starts()
    for operation in history:
        world.do(*operation)
    world.passes(7200)


@given(rules, st.sampled_from(STARTS), st.lists(operations, min_size=15, max_size=50))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_promises_hold_in_every_history(chosen, wall, history):
    hold_promises(chosen, wall, history)


@pytest.mark.long
@pytest.mark.timeout(1200)
@given(rules, st.sampled_from(STARTS), st.lists(operations, min_size=20, max_size=80))
@settings(
    max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_the_promises_hold_in_very_many_histories(chosen, wall, history):
    hold_promises(chosen, wall, history)


def test_the_rules_of_the_histories_are_not_all_alike():
    assert replace(Rules(), hours=OFFICE).hours is OFFICE
