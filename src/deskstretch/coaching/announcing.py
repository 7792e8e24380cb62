"""What a session says aloud, and when: spoken cues, chimes and ticks.

For somebody on the floor who sees no screen. A cue belongs to its moment: who
comes too late for one leaves it out, and hears the next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deskstretch.coaching.session import PRE_ROLL_S
from deskstretch.coaching.timeline import WORKING
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deskstretch.coaching.timeline import Entry, Part, Timeline
    from deskstretch.movements.vocabulary import Side

Sound: TypeAlias = Literal["change", "end", "tick"]

EVERY = 5
"""Every so many repetitions one is counted aloud; each one would be chatter."""
LATE_S = 1.0
"""A cue that is later than this is left out: it would tell what is over."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is due at one position of the timeline.

    Attributes:
        at_s: the position in seconds; negative in the pre-roll.
        says: the spoken cue, or None.
        sound: a chime (`change` of side or movement, `end`), a repetition's `tick`,
            or None.
    """

    at_s: float
    says: Words | None = None
    sound: Sound | None = None

    def followed_by(self, other: Announcement) -> Announcement:
        """Return a later one (or one at the same time) with what it leaves room for."""
        drowned = other.sound is None or (other.sound == "tick" and self.sound)
        sound = self.sound if drowned else other.sound
        return replace(other, says=other.says or self.says, sound=sound)


class _Beat(NamedTuple):
    """A repetition: its first entry, and the entry before it."""

    entry: Entry
    before: Entry | None


class Script:
    """Everything one timeline says aloud, in order, at most one thing at a moment.

    Spoken are: getting into position, each movement's name and side when it begins,
    the next one and how to get there, `Change sides`, every fifth repetition, the
    last one, rests and what follows them, and the end. `names` are the movements'
    names by slug.
    """

    def __init__(self, timeline: Timeline, names: Mapping[str, str]) -> None:
        self._timeline = timeline
        self._names = names
        merged: dict[float, Announcement] = {}
        for one in self._write():
            earlier = merged.get(one.at_s)
            merged[one.at_s] = earlier.followed_by(one) if earlier else one
        self.announcements = tuple(merged[at] for at in sorted(merged))

    def due(self, before_s: float, now_s: float) -> Announcement | None:
        """Return what to say now, when all up to `before_s` was dealt with before.

        Of several things only the last is said, and nothing that is later than
        `LATE_S`.
        """
        found: Announcement | None = None
        for one in self.announcements:
            if before_s < one.at_s <= now_s <= one.at_s + LATE_S:
                found = found.followed_by(one) if found else one
        return found

    def next_after(self, position_s: float) -> float | None:
        """Return the position at which something is said next, or None."""
        ahead = (one.at_s for one in self.announcements if one.at_s > position_s)
        return next(ahead, None)

    def _write(self) -> Iterator[Announcement]:
        entries = self._timeline.entries
        yield Announcement(-PRE_ROLL_S, _getting_ready(entries[0]))
        worked = False
        for before, entry in pairwise(entries):
            worked = worked or before.kind in WORKING
            if entry.kind == "switch":
                yield Announcement(entry.start_s, words("Change sides"), "change")
            elif entry.kind == "rest":
                yield Announcement(entry.start_s, _rest(entry))
            elif entry.kind not in WORKING:
                yield self._arriving(entry, "change" if worked else None)
        for part in self._timeline.parts:
            yield from self._part(part)
        yield Announcement(self._timeline.total_s, words("Done"), "end")

    def _arriving(self, entry: Entry, sound: Sound | None) -> Announcement:
        """Say the next movement and how to get there."""
        name, cue = words(self._names[entry.movement]), words(entry.cue)
        says = words("Next: {movement}. {cue}.", movement=name, cue=cue)
        return Announcement(entry.start_s, says, sound)

    def _part(self, part: Part) -> Iterator[Announcement]:
        """Say what there is to say of one movement's repetitions."""
        beats = self._beats(part)
        turns = _take_turns(beats)
        for beat in beats:
            at = beat.entry.start_s
            yield Announcement(at, None, "tick")
            if beat is beats[0]:
                arrived = beat.before is None or beat.before.kind not in WORKING
                begins = self._beginning(beat.entry, turns=turns)
                yield Announcement(at, begins, None if arrived else "change")
            elif turns:
                if beat.entry.side == beats[0].entry.side:
                    yield Announcement(at, _next_turn(beat))
            else:
                yield _next(beat)

    def _beats(self, part: Part) -> list[_Beat]:
        entries = self._timeline.entries
        found = []
        for repetition in self._timeline.repetitions:
            if part.start_s <= repetition.start_s < part.end_s:
                index = self._timeline.index(repetition.start_s)
                before = entries[index - 1] if index else None
                found.append(_Beat(entries[index], before))
        return found

    def _beginning(self, entry: Entry, *, turns: bool) -> Words:
        """Say the movement's name, and the side if it has any."""
        name = words(self._names[entry.movement])
        if entry.side is None:
            return name
        text = "{movement}. {side} first." if turns else "{movement}. {side}."
        return words(text, movement=name, side=_side(entry.side))


def _getting_ready(first: Entry) -> Words:
    """Say what the pre-roll is for; a movement without its own time has no line."""
    if first.kind in WORKING:
        return words("Get into position")
    return words("Get into position. {cue}.", cue=words(first.cue))


def _take_turns(beats: Sequence[_Beat]) -> bool:
    """Return whether the sides change after each repetition."""
    return any(
        one.entry.reps > 1
        and one.entry.rep == other.entry.rep
        and other.before is not None
        and other.before.kind in WORKING
        for one, other in pairwise(beats)
    )


def _next(beat: _Beat) -> Announcement:
    """Say a repetition that is not a movement's first."""
    entry, before = beat
    at = entry.start_s
    if before is None or before.kind == "rest":
        return Announcement(at, _after_rest(entry))
    if before.kind == "switch":
        return Announcement(at, _side(entry.side))
    if before.side != entry.side:
        says = words("Change sides. {side}.", side=_side(entry.side))
        return Announcement(at, says, "change")
    return Announcement(at, _count(entry, words("Last one")))


def _next_turn(beat: _Beat) -> Words | None:
    """Say a repetition after which the other side has its own."""
    if beat.before is not None and beat.before.kind == "rest":
        return _after_rest(beat.entry)
    return _count(beat.entry, words("Last one on each side"))


def _count(entry: Entry, last: Words) -> Words | None:
    if entry.reps > 1 and entry.rep == entry.reps:
        return last
    if entry.rep and entry.rep % EVERY == 0:
        return _rep(entry)
    return None


def _after_rest(entry: Entry) -> Words:
    """Say that a rest is over, and what begins."""
    if entry.rep == 1:
        again = words("Set {n}", n=entry.set_)
        if entry.side is None:
            return again
        return words("{set}. {side}.", set=again, side=_side(entry.side))
    return words("Last one") if entry.rep == entry.reps else _rep(entry)


def _rep(entry: Entry) -> Words:
    return words("Rep {k} of {n}", k=entry.rep or 1, n=entry.reps)


def _rest(entry: Entry) -> Words:
    """Say that it is time to rest; most files' own line does."""
    cue = words(entry.cue)
    if entry.cue.startswith("Rest"):
        return cue
    return words("Rest. {cue}.", cue=cue)


def _side(side: Side | None) -> Words:
    return words("Left side") if side == "left" else words("Right side")
