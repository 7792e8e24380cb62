"""A session second by second: what is done when, and what the screen says then."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from deskstretch.movements.vocabulary import Side
    from deskstretch.words import Words

Kind: TypeAlias = Literal["prep", "work", "hold", "rest", "switch", "change"]
WORKING: tuple[Kind, ...] = ("work", "hold")
MOVING_ON: tuple[Kind, ...] = ("prep", "switch", "change")


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the timeline in which one thing is done.

    Times are seconds from the start of the movement; the side is the one being
    worked, None where none is. `cue` and `sub` are English texts and the keys of
    their translations.

    Attributes:
        rep: from 1, per side and set; None outside the repetitions.
        reps: how many there are per side and set.
        set_: the set, from 1.
        phase_index: the phase in the movement's own order.
        step: index of the step in the movement's list.
        steps: how many steps in a row this entry covers, one after the other.
        shortest_s: `next` cannot make the entry shorter than this.
    """

    start_s: float
    end_s: float
    kind: Kind
    movement: str
    side: Side | None
    rep: int | None
    reps: int
    set_: int
    phase: str | None
    phase_index: int | None
    word: str | None
    breath: Literal["in", "out"] | None
    cue: str
    sub: str
    step: int
    steps: int = 1
    shortest_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A bar of the segment bar: the stage that next and back go to the edges of."""

    kind: Kind
    side: Side | None
    label: Words
    start_s: float
    end_s: float

    def filled(self, position_s: float) -> float:
        """Return how much of the segment lies before a position, from 0 to 1."""
        share = (position_s - self.start_s) / (self.end_s - self.start_s)
        return min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Part:
    """One movement of the session, with its getting ready and what follows it.

    Attributes:
        movement: its slug.
        dose: the profile's name.
        ring: `rep` if one turn of the ring is one repetition, `hold` if a phase is
            so long that the ring counts its seconds.
        arcs: the shares of the phases in one repetition, in order, summing to 1.
    """

    movement: str
    dose: str
    start_s: float
    end_s: float
    ring: Literal["rep", "hold"]
    arcs: tuple[float, ...]

    def filled(self, position_s: float) -> float:
        """Return how much of the part lies before a position, from 0 to 1."""
        share = (position_s - self.start_s) / (self.end_s - self.start_s)
        return min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Repetition:
    """Where one repetition stands on the timeline, and on which side."""

    side: Side | None
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries of a session in order: they touch, from 0 to `total_s`.

    So do the segments, and the parts: one per movement.
    """

    entries: tuple[Entry, ...]
    segments: tuple[Segment, ...]
    repetitions: tuple[Repetition, ...]
    parts: tuple[Part, ...]
    total_s: float

    def index(self, position_s: float) -> int:
        """Return the index of the entry at a position; the ends are clamped."""
        found = bisect_right(self.entries, position_s, key=lambda entry: entry.start_s)
        return max(0, found - 1)

    def at(self, position_s: float) -> Entry:
        """Return the entry at a position; before and after, the nearest."""
        return self.entries[self.index(position_s)]

    def segment_index(self, position_s: float) -> int:
        """Return the index of the segment at a position; the ends are clamped."""
        found = bisect_right(self.segments, position_s, key=lambda part: part.start_s)
        return max(0, found - 1)

    def part_at(self, position_s: float) -> Part:
        """Return the part at a position; before and after, the nearest."""
        return self.parts[self.part_index(position_s)]

    def part_index(self, position_s: float) -> int:
        """Return the index of the part at a position; the ends are clamped."""
        found = bisect_right(self.parts, position_s, key=lambda part: part.start_s)
        return max(0, found - 1)

    def side_at(self, entry: Entry) -> Side | None:
        """Return the side of an entry, or of the next repetition (else the last)."""
        if entry.side is not None:
            return entry.side
        ahead = (
            repetition.side
            for repetition in self.repetitions
            if repetition.start_s >= entry.start_s
        )
        return next(ahead, self.repetitions[-1].side)

    def step_start(self, step: int) -> float:
        """Return where a step of the step list begins (the next one that does)."""
        for entry in self.entries:
            if entry.step <= step < entry.step + entry.steps:
                share = (step - entry.step) / entry.steps
                return entry.start_s + share * (entry.end_s - entry.start_s)
        later = [entry.start_s for entry in self.entries if entry.step >= step]
        return min(later, default=0.0)
