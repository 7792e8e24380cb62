"""The lines that `simulate` reads: each one moment and what happened then."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from deskstretch.reminders.rules import REASONS

if TYPE_CHECKING:
    from datetime import tzinfo

    from deskstretch.reminders.rules import Library

SIGNS = ("mild", "sharp", "numb", "worse", "emergency")
SNOOZES_S = (5 * 60.0, 10 * 60.0, 15 * 60.0, 30 * 60.0)
EVENTS = (
    *("start", "active", "idle", "lock", "unlock", "sleep", "wake", "busy", "free"),
    *("accept", "snooze", "skip", "open", "finish", "close", "hurts", "checked"),
    *("pause", "resume", "enough", "clock", "zone", "restart", "crash", "end"),
)
_UNITS = {"s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}


class SimulateError(Exception):
    """A line of the history cannot be used. `line` is 1 for the first."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}")
        self.line = line
        self.sentence = sentence


class BadLineError(Exception):
    """The message is one plain sentence about the line at hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, checked: what does not belong to its event is None.

    Attributes:
        zone: the zone named on it, which holds from here on.
        seconds: length of a snooze, if one was chosen.
        until: end of a pause: a time, "tomorrow", or None: until resumed.
        to: what the clock is set to.
    """

    at: datetime
    event: str
    zone: tzinfo | None = None
    reason: str | None = None
    slug: str | None = None
    sign: str | None = None
    seen: bool | None = None
    seconds: float | None = None
    until: datetime | str | None = None
    to: datetime | None = None


def read(text: str, library: Library, zone: tzinfo | None, snooze_s: float) -> Line:
    """Read one line.

    Args:
        text: one JSON object.
        library: the slugs there are.
        zone: the zone last named, if any was.
        snooze_s: the usual length of a snooze, which may also be chosen.

    Raises:
        BadLineError: it is no such line.
    """
    given = _object(text)
    event = given.get("event")
    if not isinstance(event, str) or event not in EVENTS:
        raise BadLineError(_unknown("event", event, EVENTS))
    named = _zone(given["zone"]) if "zone" in given else None
    if event == "zone" and named is None:
        raise BadLineError('"zone" needs the name of a zone, like "Europe/Berlin".')
    at = _time(given.get("at"), "at")
    _check_offset(at, named or zone)
    return Line(at, event, named, **_details(event, given, library, snooze_s))


def _object(text: str) -> dict[str, Any]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise BadLineError("this is not a JSON object.") from None
    if not isinstance(given, dict):
        raise BadLineError("this is not a JSON object.")
    return given


def _details(
    event: str, given: dict[str, Any], library: Library, snooze_s: float
) -> dict[str, Any]:
    """Return what the line says beyond its moment and its event."""
    match event:
        case "busy":
            return {"reason": _choice(given, "reason", REASONS)}
        case "free" if "reason" in given:
            return {"reason": _choice(given, "reason", REASONS)}
        case "snooze" if "for" in given:
            return {"seconds": _snooze(given["for"], snooze_s)}
        case "open":
            return {"slug": _slug(given.get("slug"), library)}
        case "finish" if "slug" in given:
            return {"slug": _slug(given["slug"], library)}
        case "hurts":
            return {"sign": _choice(given, "sign", SIGNS)}
        case "checked":
            return {"seen": _seen(given.get("seen"))}
        case "pause" if given.get("until") is not None:
            return {"until": _until(given["until"])}
        case "clock":
            return {"to": _time(given.get("to"), "to")}
        case _:
            return {}


def _unknown(what: str, value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        return f'this needs "{what}": one of {", ".join(choices)}.'
    near = difflib.get_close_matches(value, choices, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    return f'"{value}" is no {what}.{hint}'


def _choice(given: dict[str, Any], what: str, choices: tuple[str, ...]) -> str:
    value = given.get(what)
    if not isinstance(value, str) or value not in choices:
        raise BadLineError(_unknown(what, value, choices))
    return value


def _zone(name: object) -> tzinfo:
    if not isinstance(name, str):
        raise BadLineError('"zone" needs the name of a zone, like "Europe/Berlin".')
    found = _zone_by_name(name)
    if found is not None:
        return found
    if _zone_by_name("UTC") is None:
        raise BadLineError(
            "this machine has no time-zone data: install tzdata, or name no zone."
        )
    raise BadLineError(f'"{name}" is no zone known on this machine.')


def _zone_by_name(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None


def _time(value: object, key: str) -> datetime:
    wanted = f'"{key}" needs a time with its offset, like "2026-03-02T09:00:00+01:00".'
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value):
        raise BadLineError(wanted)
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        raise BadLineError(wanted) from None
    if time.utcoffset() is None or not 1900 < time.year < 9000:
        raise BadLineError(wanted)
    return time


def _check_offset(at: datetime, zone: tzinfo | None) -> None:
    if zone is None:
        return
    there = at.astimezone(zone)
    if there.utcoffset() != at.utcoffset():
        right = there.isoformat()
        sentence = f'the offset of "at" is not that of {zone}, where it is {right}.'
        raise BadLineError(sentence)


def _slug(value: object, library: Library) -> str:
    if not isinstance(value, str):
        raise BadLineError('this needs "slug": a movement or a routine.')
    if not library.knows(value):
        raise BadLineError(_unknown("movement or routine", value, tuple(library.items)))
    return value


def _snooze(value: object, usual_s: float) -> float:
    seconds = _duration(value)
    if seconds is None or seconds not in (*SNOOZES_S, usual_s):
        raise BadLineError('"for" needs 5min, 10min, 15min or 30min.')
    return seconds


def _duration(value: object) -> float | None:
    found = (
        re.fullmatch(r"(\d{1,6})(s|m|min|h)", value) if isinstance(value, str) else None
    )
    return None if found is None else int(found[1]) * _UNITS[found[2]]


def _seen(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise BadLineError('"seen" needs true or false.')
    return value


def _until(value: object) -> datetime | str:
    return (
        value
        if value == "tomorrow" and isinstance(value, str)
        else _time(value, "until")
    )
