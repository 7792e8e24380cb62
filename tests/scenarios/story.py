"""Stories on a timeline: a history in short lines, and all that may come of it.

`10:06 active` is a line of `simulate` on Monday 2 March 2026; `+1 08:00 active` is
one on the next day. `tell` runs the real planner over the history and returns what
it did in the same short form, so a test that compares it fails on what is missing
and on what is there too much.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.rules import Library, Rules
from deskstretch.reminders.simulate import run

MONDAY = datetime.fromisoformat("2026-03-02")
CET = timezone(timedelta(hours=1))
BERLIN = ZoneInfo("Europe/Berlin")

LIBRARY = Library.of(
    [
        ("kneeling-hip-flexor", None, ("kneeling",)),
        ("standing-hip-flexor", "kneeling-hip-flexor", ()),
        ("lat-stretch", None, ("overhead",)),
        ("cat-cow", None, ("mild-flexion",)),
        ("knee-twists", None, ()),
        ("seated-forward-fold", None, ("flexion",)),
        ("flexion-rotation", None, ("side-lying",)),
    ],
    [
        ("seven-minute", ("cat-cow/slow", "kneeling-hip-flexor", "knee-twists")),
        ("full-session", ("cat-cow", "lat-stretch")),
        ("folds", ("cat-cow", "seated-forward-fold")),
    ],
)

HIP = EveryDeskTime("hip-flexor", "kneeling-hip-flexor")
LAT = OnReturn("lat-stretch", "lat-stretch")
DIARY = Daily("diary", "diary", at=None)
MORNING = Daily("morning", "seven-minute", time(8))
EVENING = Daily("evening", "cat-cow", time(20))

TWO = Rules(reminders=(HIP, LAT))
JUST_HIP = Rules(reminders=(HIP,))
JUST_LAT = Rules(reminders=(LAT,))
ALL = Rules(reminders=(HIP, LAT, DIARY, MORNING))
EAGER = replace(TWO, between_cards_s=0, after_return_s=0)

_ARGUMENTS = {
    "busy": "reason",
    "free": "reason",
    "snooze": "for",
    "open": "slug",
    "finish": "slug",
    "hurts": "sign",
    "checked": "seen",
    "pause": "until",
    "clock": "to",
    "zone": "zone",
}


def only(*reminders, **settings):
    """Return rules with these reminders, and settings other than usual."""
    return Rules(reminders=reminders, **settings)


def history(text, zone=CET):
    """Return the lines of `simulate` for a history in short lines."""
    lines = []
    for row in text.splitlines():
        if not row.strip():
            continue
        at, event, *rest = _parts(row.split("#")[0])
        named = None
        if event == "zone":
            zone = ZoneInfo(rest[0])
        elif rest and "/" in rest[-1] and event != "open":
            named = rest.pop()
            zone = ZoneInfo(named)
        line = {"at": stamp(at, zone), "event": event}
        if rest:
            value = " ".join(rest)
            if event == "checked":
                value = value == "yes"
            if event in ("pause", "clock") and value != "tomorrow":
                value = stamp(value, zone)
            line[_ARGUMENTS[event]] = value
        if named:
            line["zone"] = named
        lines.append(json.dumps(line))
    return lines


def _parts(row):
    parts = row.split()
    if parts[0].startswith("+"):
        return [f"{parts[0]} {parts[1]}", *parts[2:]]
    return parts


def stamp(at, zone):
    """Return the ISO time of "09:00", "09:00:10", "+1 09:00", "02:30b" (the later)."""
    day, _, clock = at.rpartition(" ")
    later = clock.endswith("b")
    local = MONDAY + timedelta(days=int(day or 0))
    local = datetime.combine(local.date(), time.fromisoformat(clock.rstrip("b")))
    return local.replace(tzinfo=zone, fold=int(later)).isoformat()


def tell(text, rules=TWO, zone=CET):
    """Run a history and return what came of it, in short lines."""
    return [short(line) for line in run(history(text, zone), rules, LIBRARY)]


def short(line):
    effect = json.loads(line)
    at = datetime.fromisoformat(effect["at"])
    ahead = (at.replace(tzinfo=None) - MONDAY).days
    clock = f"{at:%H:%M}" + (f":{at:%S}" if at.second else "")
    clock = f"+{ahead} {clock}" if ahead else clock
    match effect["effect"]:
        case "prompt":
            again = " again" if effect["again"] else ""
            offer = " offering skip" if "offer" in effect else ""
            return f"{clock} prompt {effect['name']}: {effect['reason']}{again}{offer}"
        case "withdraw":
            return f"{clock} withdraw {effect['name']}: {effect['why']}"
        case _:
            return f"{clock} {effect['phase']}"


def cards(told):
    """Return only the cards and their withdrawals."""
    return [line for line in told if " prompt " in line or " withdraw " in line]


def expect(text):
    """Return the short lines of an expectation."""
    return [line.split("#")[0].strip() for line in text.strip().splitlines()]
