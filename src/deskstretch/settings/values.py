"""From what a file or a person wrote to the value of a field, and back.

`take` judges a plain TOML value, `parse` the text of a command, `plain` makes
the TOML value again and `shown` the text. What cannot be taken is `Refused`
with one sentence that says what is allowed.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any

from deskstretch.settings import durations
from deskstretch.settings.durations import Refused, quoted
from deskstretch.settings.fields import DAYS, FIRST_USE
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.settings.fields import Field, Range, Value
    from deskstretch.words import Words

_RANGE = re.compile(r"\s*(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)\s*", re.ASCII)
_TIME = re.compile(r"\s*(\d\d?):(\d\d)\s*", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YES = frozenset({"true", "on", "yes"})
_NO = frozenset({"false", "off", "no"})
_LONGEST_TEXT = 200
_LONGEST_LIST = 1000


def take(field: Field, given: object) -> Value:
    """Make the value of `field` from a plain TOML value.

    Raises:
        Refused: it is of another type or out of bounds.
    """
    return _TAKE[field.type](field, given)


def parse(field: Field, text: str) -> Value:
    """Make the value of `field` from the text of a command; lists by commas.

    Raises:
        Refused: as for `take`.
    """
    text = text.strip()
    given: object = text
    if field.type == "switch":
        word = text.lower()
        given = True if word in _YES else False if word in _NO else text
    elif field.type == "whole" and re.fullmatch(r"-?[0-9]{1,9}", text):
        given = int(text)
    elif field.type == "choice":
        given = next((v for v, _ in field.choices if str(v) == text), text)
    elif field.type in {"texts", "ranges", "days"}:
        given = [part.strip() for part in text.split(",") if part.strip()]
    return take(field, given)


def plain(field: Field, value: Value) -> Any:  # noqa: ANN401  any TOML value
    """Return what stands in the file for `value`; None where nothing stands."""
    if field.type == "duration" and isinstance(value, (int, float)):
        return durations.written(value)
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else range_text(item) for item in value]
    return value


def shown(field: Field, value: Value) -> str:
    """Return the text of `value` as a command prints it and `parse` reads it."""
    given = plain(field, value)
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, list):
        return ", ".join(given)
    return "" if given is None else str(given)


def range_text(span: Range) -> str:
    """Write minutes after midnight as `09:00-17:30`."""
    start, end = span
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def _duration(field: Field, given: object) -> float:
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        raise Refused(
            words(
                "{given} has no unit: write it like 40s, 90min or 1h.",
                given=quoted(given),
            )
        )
    length_s = durations.seconds(_text_of(given))
    if length_s == 0 and field.nought:
        return length_s
    _within(field, length_s, durations.written, given)
    return length_s


def _whole(field: Field, given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise Refused(words("{given} is not a whole number.", given=quoted(given)))
    _within(field, given, lambda number: f"{number:.0f}", given)
    return given


def _within(
    field: Field, number: float, written: Callable[[float], str], given: object
) -> None:
    if number < field.minimum:
        raise Refused(
            words(
                "{given} is too little: {least} is the least.",
                given=quoted(given),
                least=written(field.minimum),
            )
        )
    if number > field.maximum:
        raise Refused(
            words(
                "{given} is too much: {most} is the most.",
                given=quoted(given),
                most=written(field.maximum),
            )
        )


def _switch(_field: Field, given: object) -> bool:
    if not isinstance(given, bool):
        raise Refused(words("{given} is not true or false.", given=quoted(given)))
    return given


def _choice(field: Field, given: object) -> str | int:
    for value, _label in field.choices:
        if type(given) is type(value) and given == value:
            return value
    allowed = ", ".join(str(value) for value, _label in field.choices)
    raise Refused(
        words("{given} is not one of {allowed}.", given=quoted(given), allowed=allowed)
    )


def _text(_field: Field, given: object) -> str:
    text = _text_of(given).strip()
    if not text or len(text) > _LONGEST_TEXT or not text.isprintable():
        raise Refused(words("{given} is not a name.", given=quoted(given)))
    return text


def _texts(field: Field, given: object) -> tuple[str, ...]:
    names = (_text(field, item) for item in _list_of(given))
    return tuple(dict.fromkeys(names))


def _date(_field: Field, given: object) -> str:
    if type(given) is date:
        return given.isoformat()
    text = _text_of(given)
    if text == "":
        return text
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise Refused(
        words("{given} is not a date: write it like 2026-03-02.", given=quoted(given))
    )


def _time(_field: Field, given: object) -> str:
    if isinstance(given, time):
        given = f"{given:%H:%M}"
    text = _text_of(given).strip()
    if text == FIRST_USE:
        return text
    found = _TIME.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refused(
            words(
                '{given} is not a time of day: write it like 08:00, or "first-use".',
                given=quoted(given),
            )
        )
    return f"{int(found[1]):02}:{found[2]}"


def _ranges(_field: Field, given: object) -> tuple[Range, ...]:
    return tuple(_range(item) for item in _list_of(given))


def _range(given: object) -> Range:
    found = _RANGE.fullmatch(_text_of(given))
    hours = [int(part) for part in found.groups()] if found else []
    if not hours or hours[1] > 59 or hours[3] > 59:
        raise Refused(_not_hours(given))
    start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if start >= 24 * 60 or end > 24 * 60 or start == end:
        raise Refused(_not_hours(given))
    return start, end


def _not_hours(given: object) -> Words:
    return words(
        "{given} is not a stretch of time: write it like 09:00-12:30.",
        given=quoted(given),
    )


def _days(_field: Field, given: object) -> tuple[str, ...]:
    named = [_text_of(item).strip().lower() for item in _list_of(given)]
    for name in named:
        if name not in DAYS:
            raise Refused(
                words(
                    "{given} is not a day: write mon, tue, wed, thu, fri, sat or sun.",
                    given=quoted(name),
                )
            )
    return tuple(day for day in DAYS if day in named)


def _text_of(given: object) -> str:
    if not isinstance(given, str):
        raise Refused(words("{given} is not text in quotes.", given=quoted(given)))
    return given


def _list_of(given: object) -> list[object]:
    if not isinstance(given, list) or len(given) > _LONGEST_LIST:
        raise Refused(
            words("{given} is not a list in square brackets.", given=quoted(given))
        )
    return given


_TAKE: dict[str, Callable[[Field, object], Value]] = {
    "duration": _duration,
    "whole": _whole,
    "switch": _switch,
    "choice": _choice,
    "text": _text,
    "texts": _texts,
    "date": _date,
    "time": _time,
    "ranges": _ranges,
    "days": _days,
}
