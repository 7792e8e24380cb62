"""Holds what `simulate` did against the promises, knowing only lines and effects.

Nothing here asks the planner: phases are read from its output, and everything else
from the history that it was given.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

from deskstretch.reminders import simulate
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn

_DAY_BEGINS = timedelta(hours=4)


class Judge:
    """Runs a history and writes down every promise that was broken."""

    def __init__(self, rules, library):
        self.rules, self.library = rules, library
        self.reminders = {one.name: one for one in rules.reminders}
        self.broken = []
        self.brought = Counter()
        self.closed = Counter()
        self.phases = Counter()
        self._offset = timedelta()  # the clock on the wall against the steady one
        self._next_offset = timedelta()
        self._at = None
        self._open = None
        self._phase = None
        self._busy = set()
        self._shut = set()
        self._running = False
        self._back = None
        self._moment = None
        self._cards_now = 0
        self._pressed = False
        self._last = {}  # by name: steady time of the last asking that was answered
        self._asking = {}
        self._returns = {}
        self._dates = set()
        self._answered = Counter()

    def hears(self, lines):
        """Run the history; `broken` says afterwards what was wrong."""
        for effect in simulate.run(self._read(lines), self.rules, self.library):
            self._takes(json.loads(effect))
        self._settles()
        return self

    # The history

    def _read(self, lines):
        for text in lines:
            yield text
            self._happens(json.loads(text))

    def _happens(self, line):
        """A line that was handed over has happened; its effects are still to come."""
        at, event = datetime.fromisoformat(line["at"]), line["event"]
        self._at = at.astimezone(UTC) - self._next_offset
        self._offset = self._next_offset
        if event == "clock":
            to = datetime.fromisoformat(line["to"])
            self._next_offset += to.astimezone(UTC) - at.astimezone(UTC)
            self._offset = self._next_offset
        if event == "busy":
            self._busy.add(line["reason"])
        elif event == "free":
            self._busy -= {line["reason"]} if "reason" in line else self._busy
        elif event in ("end", "crash"):
            self._running = False
            self._open = None
        elif event == "start":
            self._running = True
        elif event in ("accept", "skip", "snooze"):
            self._answers(at)
        elif event in ("open", "finish"):
            self._pressed = True
        self._shuts(event)

    def _shuts(self, event):
        if event in ("lock", "sleep"):
            self._shut.add(event)
        opened = {"unlock": "lock", "wake": "sleep", "active": "sleep"}
        self._shut.discard(opened.get(event, ""))

    def _answers(self, at):
        if self._shut or not self._running:
            return
        self._pressed = True
        if self._open is not None:
            self._counts(self._open, at)
            self._open = None

    def _counts(self, name, at):
        """An asking was answered with a press, and so counts, once."""
        asked = self._asking.get(name)
        if asked is None:
            return
        self._asking[name] = None
        day = (at - _DAY_BEGINS).date()
        kind = type(self.reminders[name])
        if kind is not Daily:
            self._answered[kind, day] += 1
            limit = (
                self.rules.prompts_a_day
                if kind is EveryDeskTime
                else self.rules.returns_a_day
            )
            self._hold(self._answered[kind, day] <= limit, f"{name}: over the limit")
        self._last[name] = asked

    # The effects

    def _takes(self, effect):
        at = datetime.fromisoformat(effect["at"])
        steady = at.astimezone(UTC) - self._offset
        if (at, self._offset) != self._moment:
            self._settles()
            self._moment = at, self._offset
            self._cards_now = 0
        match effect["effect"]:
            case "prompt":
                self._asks(effect, at, steady)
            case "withdraw":
                self.closed[effect["why"]] += 1
                self._open = None
            case "state":
                was, self._phase = self._phase, effect["phase"]
                self.phases[self._phase] += 1
                if was == "away":
                    self._back = steady

    def _asks(self, effect, at, steady):
        name = effect["name"]
        one = self.reminders[name]
        self.brought[name] += 1
        self._cards_now += 1
        self._hold(not self._shut and not self._busy, f"{at} {name}: not now")
        self._hold(self._open is None or self._pressed, f"{at} {name}: a second card")
        self._hold(self._cards_now == 1, f"{at} {name}: two in one moment")
        self._pressed = False
        self._open = name
        if isinstance(one, EveryDeskTime) and self._back is not None:
            after = timedelta(seconds=self.rules.after_return_s)
            self._hold(
                steady - self._back >= after, f"{at} {name}: right after a return"
            )
        if effect["again"]:
            return
        self._asking[name] = steady
        last = self._last.get(name)
        if isinstance(one, EveryDeskTime) and last is not None:
            every = timedelta(seconds=one.every_s)
            self._hold(steady - last >= every, f"{at} {name}: too soon")
        elif isinstance(one, OnReturn):
            before = self._returns.get(name)
            every = timedelta(seconds=one.every_s)
            if before is not None:
                self._hold(steady - before >= every, f"{at} {name}: too soon")
            self._returns[name] = steady
        elif isinstance(one, Daily):
            day = (at - _DAY_BEGINS).date()  # no time here is before four
            self._hold((name, day) not in self._dates, f"{at} {name}: twice a date")
            self._dates.add((name, day))

    def _settles(self):
        """A moment is over: a card that is open may be."""
        if self._open is None or self._phase is None:
            return
        one = self.reminders[self._open]
        allowed = {"prompting"} | ({"off-hours"} if isinstance(one, Daily) else set())
        self._hold(self._phase in allowed, f"{self._moment} {self._open} {self._phase}")

    def _hold(self, kept, what):
        if not kept:
            self.broken.append(what)
