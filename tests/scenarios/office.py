"""A made-up office life, for `simulate`: any number of days, from one seed.

Working days with lunches, calls, films, locks, naps of the machine and short
absences; weekends, holidays and evenings at the computer; journeys to another zone,
both nights on which the clock changes, clocks that are set, crashes and restarts;
and somebody who answers, snoozes, skips, pauses, hurts and has enough.
"""

from __future__ import annotations

import json
import random
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from deskstretch.reminders import reminder, rules

FIRST = date(2026, 1, 5)
HOME, AWAY = "Europe/Berlin", "America/New_York"
UTC = ZoneInfo("UTC")

LIBRARY = rules.Library.of(
    [
        ("kneeling-hip-flexor", None, ()),
        ("standing-hip-flexor", "kneeling-hip-flexor", ()),
        ("lat-stretch", None, ()),
        ("cat-cow", None, ()),
        ("fold", None, ("flexion",)),
    ],
    [
        ("seven-minute", ("kneeling-hip-flexor", "cat-cow")),
        ("bedtime", ("cat-cow", "fold")),
    ],
)
_OFFICE = (((8 * 60, 12 * 60 + 30), (13 * 60, 19 * 60)),) * 5 + ((), ())
RULES = rules.Rules(
    reminders=(
        reminder.EveryDeskTime("hip-flexor", "kneeling-hip-flexor"),
        reminder.OnReturn("lat-stretch", "lat-stretch"),
        reminder.Daily("diary", "diary", at=None, days=reminder.EVERY_DAY),
        reminder.Daily("morning", "seven-minute"),
        reminder.Daily("bedtime", "bedtime", time(21, 30), days=reminder.EVERY_DAY),
    ),
    hours=_OFFICE,
)


class Office:
    """Makes up the history of one person's office life; `lines` is what it came to."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._zone = HOME
        self._now = datetime.combine(FIRST, time(), ZoneInfo(HOME))
        self._ahead = timedelta()  # how much the clock goes wrong
        self.lines: list[str] = []

    def lives(self, days: int) -> list[str]:
        """Return the history of so many days."""
        for ahead in range(days):
            self._day(FIRST + timedelta(days=ahead))
        return self.lines

    def _odds(self, chance: float) -> bool:
        return self._chance.random() < chance

    def _one_of(self, *choices: str) -> str:
        return self._chance.choice(choices)

    def _wall(self) -> datetime:
        return (self._now.astimezone(UTC) + self._ahead).astimezone(
            ZoneInfo(self._zone)
        )

    def _say(self, event: str, **more: object) -> None:
        line = {"at": self._wall().isoformat(), "event": event, **more}
        self.lines.append(json.dumps(line))

    def _later(self, least: float, most: float) -> None:
        passed = timedelta(seconds=round(self._chance.uniform(least, most) * 60))
        self._now = (self._now.astimezone(UTC) + passed).astimezone(
            ZoneInfo(self._zone)
        )

    def _day(self, day: date) -> None:
        if day.weekday() > 4 or self._odds(0.06):  # a weekend, a holiday
            if self._odds(0.3):
                self._sits(day, least=9, most=20, stays=self._chance.randint(1, 4))
            return
        if self._odds(0.05):
            self._zone = AWAY if self._zone == HOME else HOME
        self._sits(day, least=7, most=8.5, stays=self._chance.randint(7, 14))
        if self._odds(0.2):
            self._sits(day, least=20, most=21.5, stays=self._chance.randint(1, 5))

    def _sits(self, day: date, least: float, most: float, stays: int) -> None:
        """Sit down at the computer at some hour, for so many stretches of time."""
        zone = ZoneInfo(self._zone)
        midnight = datetime.combine(day, time(), zone)
        self._now = max(self._now.astimezone(zone), midnight)
        passed = (self._now - midnight).total_seconds() / 60
        self._later(max(1, least * 60 - passed), max(2, most * 60 - passed))
        self._say("start", zone=self._zone)
        self._later(0, 3)
        self._say("active")
        for _ in range(stays):
            self._stay()
        self._later(0.1, 20)
        if self._odds(0.3):
            self._say("sleep")
        self._say("end")

    def _stay(self) -> None:
        self._later(3, 55)
        getattr(
            self,
            "_"
            + self._one_of(
                *("goes", "goes", "locks", "sleeps", "calls", "films"),
                *("answers", "answers", "answers", "trains", "crashes", "pauses"),
                *("sets_the_clock", "hurts", "restarts"),
            ),
        )()

    # What happens in a day

    def _goes(self) -> None:
        self._say("idle")
        self._later(1, 40)
        self._say("active")

    def _locks(self) -> None:
        self._say("lock")
        self._later(0.2, 60)
        self._say("unlock")
        self._later(0, 1)
        self._say("active")

    def _sleeps(self) -> None:
        self._say("sleep")
        self._later(1, 90)
        if self._odds(0.7):  # else the signal is lost
            self._say("wake")
            self._later(0, 2)
        self._say("active")

    def _calls(self) -> None:
        self._say("busy", reason=self._one_of("camera", "microphone", "program"))
        self._later(5, 70)
        if self._odds(0.3):
            self._say("idle")
            self._later(1, 150)
            self._say("active")
        self._say("free")

    def _films(self) -> None:
        reason = self._one_of("full-screen", "presentation", "do-not-disturb")
        self._say("busy", reason=reason)
        self._say("idle")
        self._later(5, 100)
        self._say("free", reason=reason)
        self._later(0, 10)
        self._say("active")

    def _answers(self) -> None:
        what = self._one_of("accept", "skip", "snooze", "snooze")
        self._say(what, **({"for": "5min"} if self._odds(0.3) else {}))
        if what == "accept":
            self._later(0.5, 4)
            self._say(self._one_of("finish", "close"), slug="kneeling-hip-flexor")

    def _trains(self) -> None:
        slug = self._one_of("seven-minute", "lat-stretch", "cat-cow", "fold")
        self._say("open", slug=slug)
        self._later(1, 9)
        self._say("finish", slug=slug)

    def _crashes(self) -> None:
        if self._odds(0.3):
            self._say("crash")
            self._later(0, 15)
            self._say("start")
            self._later(0, 1)
            self._say("active")

    def _restarts(self) -> None:
        self._say("restart")

    def _pauses(self) -> None:
        if self._odds(0.5):
            return
        what = self._one_of("until", "tomorrow", "enough", "resume")
        if what == "until":
            until = self._wall() + timedelta(minutes=self._chance.randint(5, 120))
            self._say("pause", until=until.isoformat())
        elif what == "tomorrow":
            self._say("pause", until="tomorrow")
        else:
            self._say(what)

    def _sets_the_clock(self) -> None:
        """A clock that goes wrong, and is set right the next time."""
        if self._ahead:
            to, ahead = self._now, timedelta()
        elif self._odds(0.3):
            ahead = timedelta(
                minutes=self._chance.choice([-180, -61, -10, 10, 61, 180])
            )
            to = self._now.astimezone(UTC) + ahead
        else:
            return
        self._say("clock", to=to.isoformat())
        self._ahead = ahead

    def _hurts(self) -> None:
        if self._odds(0.1):
            self._say("hurts", sign=self._one_of("mild", "sharp", "numb", "worse"))
        else:
            self._say("checked", seen=True)
