"""From one movement to the next: the way there, and its one line of safety."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.coaching.timeline import WORKING
from deskstretch.ui.language import render, say
from deskstretch.ui.player.header import FLOOR, PLACES
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.coaching.timeline import Part, Timeline
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.player.opening import Act

_GROUPS: Final = {"standing": "standing", "chair": "chair", "hanging": "bar"}
_STANDING: Final = PLACES["standing"][0]
_WAYS: Final[Mapping[tuple[str, str], Words]] = {
    ("floor", "floor"): words("Stay on the floor"),
    ("floor", "standing"): words("From the floor to standing"),
    ("floor", "chair"): words("From the floor to a chair"),
    ("floor", "bar"): words("From the floor to your bar"),
    ("standing", "floor"): words("From standing to the floor"),
    ("standing", "standing"): words("Stay standing"),
    ("standing", "chair"): words("From standing to a chair"),
    ("standing", "bar"): words("From standing to your bar"),
    ("chair", "floor"): words("From the chair to the floor"),
    ("chair", "standing"): words("From the chair to standing"),
    ("chair", "chair"): words("Stay on the chair"),
    ("chair", "bar"): words("From the chair to your bar"),
    ("bar", "floor"): words("From the bar to the floor"),
    ("bar", "standing"): words("From the bar to standing"),
    ("bar", "chair"): words("From the bar to a chair"),
    ("bar", "bar"): words("Stay at the bar"),
}


class Way(NamedTuple):
    """How to get from one movement to the next.

    Attributes:
        text: in words: `From the floor to your bar`.
        start: the icon of where one is, or None where one stays.
        end: the icon of where one goes.
        safety: the one line to heed on the way, or None.
    """

    text: Words
    start: str | None
    end: str
    safety: Words | None


def way(before: Movement | None, after: Movement) -> Way:
    """Return the way to a movement; from standing where none was before."""
    start, end = _group(before) if before else "standing", _group(after)
    start_icon = PLACES.get(before.position, FLOOR)[0] if before else _STANDING
    return Way(
        _WAYS[start, end],
        None if start == end else start_icon,
        PLACES.get(after.position, FLOOR)[0],
        safety_line(start, end),
    )


def safety_line(before: str, after: str) -> Words | None:
    """Return the one line for the way from one place to another.

    The places are floor, chair, bar and standing.
    """
    if after == "bar":
        return words("Use a firm step if you need it. Do not jump.")
    if after == "floor":
        if before == "floor":
            return None
        return words("Come down slowly, one knee first.")
    if before == "floor":
        return words("Roll to your side, then push up.")
    return words("Hold something steady if you like.")


def spoken(acts: Mapping[str, Act], timeline: Timeline, number: int) -> str:
    """Return what a screen reader says on the way to a movement of a timeline."""
    parts = timeline.parts
    act = acts[parts[number].movement]
    before = acts[parts[number - 1].movement].movement if number else None
    there = way(before, act.movement)
    lines = [there.text, *((there.safety,) if there.safety else ()), *act.notes]
    said = [say("Next: {name}", name=words(act.movement.name)), *map(render, lines)]
    return ". ".join(line.rstrip(".") for line in said)


def hangs(timeline: Timeline, part: Part, movement: Movement) -> Words | None:
    """Return how many hangs come, how long they and the rests are; else None."""
    if movement.position != "hanging":
        return None
    entries = [
        one for one in timeline.entries if part.start_s <= one.start_s < part.end_s
    ]
    holds = [one for one in timeline.repetitions if _within(part, one.start_s)]
    rests = [one for one in entries if one.kind == "rest"]
    long_s = sum(one.end_s - one.start_s for one in entries if one.kind in WORKING)
    each = round(long_s / len(holds))
    if not rests:
        return words("One hang of {s} s.", s=each)
    rest = round(rests[0].end_s - rests[0].start_s)
    if len(holds) == len(rests) + 1 == 2:
        return words("Two hangs of {s} s with a {rest} s rest.", s=each, rest=rest)
    return words(
        "{n} hangs of {s} s with {rest} s rests.", n=len(holds), s=each, rest=rest
    )


def _within(part: Part, seconds: float) -> bool:
    return part.start_s <= seconds < part.end_s


def _group(movement: Movement) -> str:
    return _GROUPS.get(movement.position, "floor")
