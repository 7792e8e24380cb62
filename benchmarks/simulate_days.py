"""How long simulated office days take, and what they bring: one JSON line.

    simulate_days.py [DAYS] [SEED]

Thirty days are to run in less than 2 s. The days are made up from a seed: working
days with lunches, calls, locks and short absences, weekends, holidays, trips to
another zone, crashes, and the two nights on which the clock changes.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from proc import figure

from deskstretch.reminders import reminder, rules, simulate

FIRST = date(2026, 3, 2)
HOME, AWAY = "Europe/Berlin", "America/New_York"
LIBRARY = rules.Library.of(
    [
        ("kneeling-hip-flexor", None, ()),
        ("lat-stretch", None, ()),
        ("cat-cow", None, ()),
    ],
    [("seven-minute", ("kneeling-hip-flexor", "cat-cow"))],
)
RULES = rules.Rules(
    reminders=(
        reminder.EveryDeskTime("hip-flexor", "kneeling-hip-flexor"),
        reminder.OnReturn("lat-stretch", "lat-stretch"),
        reminder.Daily("diary", "diary", at=None),
        reminder.Daily("morning", "seven-minute"),
    )
)


class Office:
    """Makes up the history of one person's office life."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._zone = HOME
        self._now = datetime.combine(FIRST, datetime.min.time(), ZoneInfo(HOME))
        self.lines: list[str] = []

    def _say(self, event: str, **more: str) -> None:
        line = {"at": self._now.isoformat(), "event": event, **more}
        self.lines.append(json.dumps(line))

    def _later(self, least: float, most: float) -> None:
        seconds = round(self._chance.uniform(least, most) * 60)
        utc = self._now.astimezone(ZoneInfo("UTC")) + timedelta(seconds=seconds)
        self._now = utc.astimezone(ZoneInfo(self._zone))

    def day(self, day: date) -> None:
        """Add one day: of work, unless it is a weekend or a holiday."""
        if day.weekday() > 4 or self._chance.random() < 0.05:
            return
        if self._chance.random() < 0.05:
            self._zone = AWAY if self._zone == HOME else HOME
        morning = datetime.combine(day, datetime.min.time(), ZoneInfo(self._zone))
        self._now = max(self._now.astimezone(ZoneInfo(self._zone)), morning)
        self._later(7 * 60, 8.5 * 60)
        self._say("start", zone=self._zone)
        self._later(0, 3)
        self._say("active")
        for _ in range(self._chance.randint(8, 16)):
            self._hour()
        self._say("end")

    def _hour(self) -> None:
        self._later(5, 40)
        what = self._chance.choice(
            [
                "idle",
                "idle",
                "lock",
                "sleep",
                "call",
                "skip",
                "accept",
                "snooze",
                "crash",
            ]
        )
        match what:
            case "call":
                self._say("busy", reason=self._chance.choice(["camera", "microphone"]))
                self._later(5, 60)
                self._say("free")
            case "accept":
                self._say("accept")
                self._later(1, 3)
                self._say("finish", slug="kneeling-hip-flexor")
            case "skip" | "snooze":
                self._say(what)
            case "crash":
                if self._chance.random() < 0.2:
                    self._say("crash")
                    self._later(0, 4)
                    self._say("start")
                    self._say("active")
            case _:
                self._say(what)
                self._later(1, 30)
                if what != "idle":
                    self._say("unlock" if what == "lock" else "wake")
                self._say("active")


def main() -> int:
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    office = Office(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for ahead in range(days):
        office.day(FIRST + timedelta(days=ahead))
    began = time.perf_counter()
    told = [json.loads(one) for one in simulate.run(office.lines, RULES, LIBRARY)]
    seconds = time.perf_counter() - began
    brought = Counter(one["name"] for one in told if one["effect"] == "prompt")
    budget = 2.0 * days / 30
    figure(
        "simulate_days",
        round(seconds, 3),
        "s",
        budget=budget,
        days=days,
        lines=len(office.lines),
        effects=len(told),
        prompts=dict(brought),
    )
    return int(seconds > budget)


if __name__ == "__main__":
    sys.exit(main())
