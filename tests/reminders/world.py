"""A world for the planner: two clocks, a driver that wakes it, and a record.

`World` plays the part of the app. It hands every event over with one reading of
both clocks, wakes the planner when it asks for it, answers each card at once (or,
with `card_delay`, later), and writes down every effect with its moment. `verify`
compares all that was recorded with what was expected: what is missing fails, and
what is there too much.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

from deskstretch.reminders.effects import Save, ShowPrompt, StateChanged, WithdrawPrompt
from deskstretch.reminders.events import CardShown, Idled, Input, Started, Tick
from deskstretch.reminders.moment import Moment
from deskstretch.reminders.planner import Planner

CET = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 8, tzinfo=CET)


class World:
    def __init__(self, rules, library, wall=MONDAY, card_delay=0.0):
        self.rules = rules
        self.library = library
        self.steady = 1000.0
        self.wall = wall
        self.card_delay = card_delay
        self.card_due = None
        self.planner = Planner(rules, library)
        self.record = []
        self.expected = []
        self.saves = 0
        self.saved = None
        self.wakes = 0
        self.began = self.steady

    # Acting

    def tell(self, event):
        """Hand an event over now, and do what comes of it."""
        effects = self.planner.handle(event, self.moment())
        for effect in effects:
            self._note(effect)
        return effects

    def passes(self, seconds):
        """Let time pass; the planner is woken when it asks for it."""
        until = self.steady + seconds
        while True:
            wakes = [self.planner.next_wake(), self.card_due]
            wake = min((one for one in wakes if one is not None), default=None)
            if wake is None or wake > until:
                break
            assert wake > self.steady or wake == self.card_due, "it asked to spin"
            self._move_to(max(wake, self.steady))
            if wake == self.card_due:
                self.card_due = None
                self.tell(CardShown())
            else:
                self.wakes += 1
                self.tell(Tick())
        self._move_to(until)

    def starts(self):
        self.tell(Started())
        self.tell(Input())

    def rests(self, seconds, threshold=300.0):
        """Leave the desk; the idle source tells when the threshold has passed."""
        self.passes(threshold)
        self.tell(Idled(self.steady - threshold))
        self.passes(seconds - threshold)

    def comes_back(self):
        self.tell(Input())

    def restored(self, **options):
        """Return a planner made from a snapshot that went through a file."""
        kept = json.loads(json.dumps(self.planner.snapshot()))
        return Planner.restore(self.rules, self.library, kept, self.moment(), **options)

    # Seeing

    def moment(self):
        return Moment(self.steady, self.wall)

    @property
    def status(self):
        return self.planner.status(self.moment())

    def expect(self, after, what):
        """Expect an effect so many seconds after the world began."""
        self.expected.append((after, what))

    def verify(self):
        assert self.record == self.expected

    def _move_to(self, steady):
        passed = timedelta(seconds=steady - self.steady)
        self.wall = (self.wall.astimezone(UTC) + passed).astimezone(self.wall.tzinfo)
        self.steady = steady

    def _note(self, effect):
        after = round(self.steady - self.began, 3)
        match effect:
            case ShowPrompt(name, _, reason, again):
                mark = " again" if again else ""
                self.record.append((after, f"prompt {name}: {reason}{mark}"))
                if self.card_delay:
                    self.card_due = self.steady + self.card_delay
                else:
                    self.tell(CardShown())
            case WithdrawPrompt(name, _, why):
                self.record.append((after, f"withdraw {name}: {why}"))
                self.card_due = None
            case StateChanged(phase, reason):
                told = f"{phase}: {reason}" if reason else phase
                self.record.append((after, told))
            case Save():
                self.saves += 1
                self.saved = json.loads(json.dumps(self.planner.snapshot()))
            case refused:
                self.record.append((after, f"refused: {refused.reason}"))
