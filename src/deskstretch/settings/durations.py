"""Lengths of time as people write them: `90min`, `8s`, `1h`, and back to seconds."""

from __future__ import annotations

import re

from deskstretch.words import Words, words

_WRITTEN = re.compile(r"\s*([0-9]{1,6})\s*(s|m|min|h)\s*", re.IGNORECASE)
_SECONDS = {"s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}
_IN_MINUTES_UP_TO = 4 * 3600.0  # as far as the window goes: 90min, 240min, then 5h


class Refused(ValueError):  # noqa: N818  it is an answer to a person, not a fault
    """A value that cannot be taken; `message` says why in one plain sentence."""

    def __init__(self, message: Words) -> None:
        super().__init__(str(message))
        self.message = message


def seconds(text: str) -> float:
    """Read a length of time: a whole number and `s`, `m`, `min` or `h`.

    Raises:
        Refused: it is not written like that.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise Refused(
            words(
                "{given} is not a length of time: write it like 40s, 90min or 1h.",
                given=quoted(text),
            )
        )
    return int(found[1]) * _SECONDS[found[2].lower()]


def written(length_s: float) -> str:
    """Write a length of time in seconds so that `seconds` reads the same."""
    if length_s >= 60 and length_s % 60 == 0:
        if length_s > _IN_MINUTES_UP_TO and length_s % 3600 == 0:
            return f"{length_s / 3600:.0f}h"
        return f"{length_s / 60:.0f}min"
    return f"{length_s:.0f}s"


def quoted(given: object) -> str:
    """Show what somebody wrote, short enough for a sentence and on one line."""
    try:
        text = given if isinstance(given, str) else str(given)
    except ValueError:  # an integer longer than Python agrees to print
        text = "a very long number"
    kept = "".join(sign if sign.isprintable() else " " for sign in text[:41])
    return f'"{kept[:40]}…"' if len(text) > 40 else f'"{kept}"'
