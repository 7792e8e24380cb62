"""What was really done: the parts of a timeline that the clock ran through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.coaching.timeline import Part, Timeline
    from deskstretch.movements.vocabulary import Side

LOGGED_FROM_S = 10.0

TOUCHING_S = 1e-6  # what clocks and sums may differ by


class Reached:
    """A set of stretches of the timeline; what is run twice counts once."""

    def __init__(self) -> None:
        self._parts: list[tuple[float, float]] = []

    def add(self, start_s: float, end_s: float) -> None:
        """Note that the timeline ran from one position to a later one."""
        if end_s <= start_s:
            return
        apart: list[tuple[float, float]] = []
        for start, end in self._parts:
            if end < start_s - TOUCHING_S or start > end_s + TOUCHING_S:
                apart.append((start, end))
            else:
                start_s, end_s = min(start, start_s), max(end, end_s)
        self._parts = sorted([*apart, (start_s, end_s)])

    def forget(self, start_s: float) -> None:
        """Take back everything from a position on."""
        self._parts = [
            (start, min(end, start_s)) for start, end in self._parts if start < start_s
        ]

    def copy(self) -> Reached:
        copied = Reached()
        copied._parts = list(self._parts)
        return copied

    def seconds(self, start_s: float, end_s: float) -> float:
        """Return how much of a stretch was run through."""
        return sum(
            max(0.0, min(end, end_s) - max(start, start_s))
            for start, end in self._parts
        )

    def whole(self, start_s: float, end_s: float) -> bool:
        """Return whether all of a stretch was run through."""
        return self.seconds(start_s, end_s) >= end_s - start_s - TOUCHING_S


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done, counting only what the timeline reached, and that once.

    Attributes:
        spent_s: seconds of the timeline run through, getting ready and rests too.
        worked_s: seconds of these spent on repetitions.
        reps_left: whole repetitions on the left side.
        reps_right: whole repetitions on the right side.
        reps_both: whole repetitions of a movement that has no sides.
        completed: the end was reached, with a whole repetition on each side, and
            either all there are or enough to be kept.
    """

    spent_s: float
    worked_s: float
    reps_left: int
    reps_right: int
    reps_both: int
    completed: bool

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides with at least one whole repetition."""
        done: list[tuple[Side, int]] = [
            ("left", self.reps_left),
            ("right", self.reps_right),
        ]
        return tuple(side for side, reps in done if reps)

    @property
    def logged(self) -> bool:
        """Whether there is enough of it to be kept: 10 s of repetitions."""
        return self.worked_s >= LOGGED_FROM_S


def summary(timeline: Timeline, reached: Reached, position_s: float) -> Summary:
    """Sum up what was reached of a timeline, standing at a position.

    A session of several movements is completed at its end when more than half of
    them are: what was skipped on the way is no reason to ask for all of it again.
    """
    parts = timeline.parts
    whole = _summed(timeline, reached, position_s, 0.0, timeline.total_s)
    if len(parts) == 1:
        return whole
    done = sum(part_summary(timeline, reached, position_s, p).completed for p in parts)
    at_end = position_s >= timeline.total_s
    return replace(whole, completed=at_end and done > len(parts) / 2)


def part_summary(
    timeline: Timeline, reached: Reached, position_s: float, part: Part
) -> Summary:
    """Sum up one movement of a session; it is completed when its own end is reached."""
    return _summed(timeline, reached, position_s, part.start_s, part.end_s)


def _summed(
    timeline: Timeline, reached: Reached, position_s: float, start: float, end: float
) -> Summary:
    repetitions = [one for one in timeline.repetitions if start <= one.start_s < end]
    done = [one.side for one in repetitions if reached.whole(one.start_s, one.end_s)]
    worked = sum(reached.seconds(one.start_s, one.end_s) for one in repetitions)
    enough = worked >= LOGGED_FROM_S or len(done) == len(repetitions)
    each_side = {one.side for one in repetitions} <= set(done)
    return Summary(
        spent_s=round(reached.seconds(start, end), 6),
        worked_s=round(worked, 6),
        reps_left=done.count("left"),
        reps_right=done.count("right"),
        reps_both=done.count(None),
        completed=position_s >= end and each_side and enough,
    )
