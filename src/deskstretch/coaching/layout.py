"""Lays movements out in time, by their doses: the timeline of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deskstretch.coaching.timeline import (
    Entry,
    Kind,
    Part,
    Repetition,
    Segment,
    Timeline,
)
from deskstretch.movements.movement import Line
from deskstretch.words import Words, counted, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement, Phase
    from deskstretch.movements.routine import Block, Quiet, Routine
    from deskstretch.movements.vocabulary import Side

HOLD_FROM_S = 6.0  # a still phase this long is a hold, and its seconds are counted
LONGEST_BEAT_S = 5.0  # with a longer phase the ring counts seconds, not repetitions
OWN_CUE_FROM_S = 4.0  # a large line stands at least this long


def lay_out(movement: Movement, dose: Dose) -> Timeline:
    """Lay a movement out in time.

    The first side is the movement's `first_side` (left but for one movement). A
    movement with sides `each` does all repetitions on one side, then changes;
    `alternate` changes after each repetition. The last entry ends at the total of
    Appendix A's formula.
    """
    sheet = _Sheet()
    _Builder(sheet, movement, dose, arriving="prep").build()
    return sheet.timeline()


def lay_out_routine(
    routine: Routine,
    blocks: Sequence[Block],
    find: Callable[[str], tuple[Movement, Dose]],
) -> Timeline:
    """Lay a routine out in time: its own getting ready, then block after block.

    Args:
        routine: the routine.
        blocks: those of its blocks that are played (`Routine.played`).
        find: returns movement and dose of a slug with its profile.
    """
    sheet = _Sheet()
    for number, block in enumerate(blocks):
        movement, dose = find(block.movement)
        builder = _Builder(sheet, movement, block.adjusted(dose), arriving="change")
        ready = None if number else (routine.prep_s, Line(*routine.ready, step=0))
        builder.build(ready, block.after)
    return sheet.timeline()


class _Sheet:
    """What is written so far; the end of the last entry is where the next starts."""

    def __init__(self) -> None:
        self.now = 0.0
        self.entries: list[Entry] = []
        self.segments: list[Segment] = []
        self.repetitions: list[Repetition] = []
        self.parts: list[Part] = []

    def timeline(self) -> Timeline:
        return Timeline(
            entries=tuple(self.entries),
            segments=tuple(self.segments),
            repetitions=tuple(self.repetitions),
            parts=tuple(self.parts),
            total_s=self.now,
        )


class _Beat(NamedTuple):
    """Which phase of which repetition an entry is."""

    side: Side | None
    rep: int
    place: int
    phase: Phase


class _Builder:
    """Writes one movement onto the sheet; `arriving` is the kind of its prep."""

    def __init__(
        self, sheet: _Sheet, movement: Movement, dose: Dose, *, arriving: Kind
    ) -> None:
        self._sheet = sheet
        self._movement = movement
        self._dose = dose
        self._arriving = arriving
        self._own_cues = all(part >= OWN_CUE_FROM_S for part in dose.seconds if part)

    def build(
        self, ready: tuple[float, Line] | None = None, after: Quiet | None = None
    ) -> None:
        """Write it all: what the routine begins with, the movement, a quiet time."""
        dose, start = self._dose, self._sheet.now
        if ready:
            self._pause("prep", words("Ready"), ready[1], ready[0])
        label = words("Ready") if self._arriving == "prep" else words("Change")
        self._pause(self._arriving, label, self._movement.ready, dose.prep_s)
        self._sets()
        if after:
            quiet = Line(after.cue, after.sub, self._movement.rest.step)
            self._pause("rest", words("Rest"), quiet, after.seconds)
        self._sheet.parts.append(
            Part(
                movement=self._movement.slug,
                dose=dose.name,
                start_s=start,
                end_s=self._sheet.now,
                ring="rep" if max(dose.seconds) <= LONGEST_BEAT_S else "hold",
                arcs=tuple(part / dose.rep_s for part in dose.seconds if part),
            )
        )

    def _sets(self) -> None:
        movement, dose = self._movement, self._dose
        for set_ in range(1, dose.sets + 1):
            if set_ > 1:
                self._pause("rest", words("Rest"), movement.rest, dose.set_rest_s, set_)
            if movement.sides == "each":
                self._one_side_after_the_other(set_)
            elif dose.rep_rest_s:
                self._with_rests_between(set_)
            else:
                self._in_one_go(set_)

    def _one_side_after_the_other(self, set_: int) -> None:
        for number, side in enumerate(self._sides()):
            if number:
                self._pause(
                    "switch",
                    words("Change"),
                    self._movement.change,
                    self._dose.switch_s,
                    set_,
                )
            start = self._sheet.now
            for rep in range(1, self._dose.repetitions + 1):
                self._repetition(side, rep, set_)
            self._segment("work", side, _side_label(side), start)

    def _with_rests_between(self, set_: int) -> None:
        for rep in range(1, self._dose.repetitions + 1):
            if rep > 1:
                self._pause(
                    "rest",
                    words("Rest"),
                    self._movement.rest,
                    self._dose.rep_rest_s,
                    set_,
                    shortest_s=self._dose.rep_rest_s,
                )
            start = self._sheet.now
            self._repetition(None, rep, set_)
            self._segment("work", None, words("Rep {n}", n=rep), start)

    def _in_one_go(self, set_: int) -> None:
        start = self._sheet.now
        for rep in range(1, self._dose.repetitions + 1):
            for side in self._sides():
                self._repetition(side, rep, set_)
        label = counted("{n} rep", "{n} reps", self._dose.repetitions)
        if self._dose.sets > 1:
            label = words("Set {n}", n=set_)
        elif self._dose.sides > 1:
            label = words("Both sides")
        self._segment("work", None, label, start)

    def _sides(self) -> Iterator[Side | None]:
        if self._movement.sides == "both":
            yield None
            return
        first = self._movement.first_side
        yield first
        yield "right" if first == "left" else "left"

    def _repetition(self, side: Side | None, rep: int, set_: int) -> None:
        start = self._sheet.now
        for index, phase in enumerate(self._movement.phases):
            seconds = self._dose.seconds[index]
            if not seconds:
                continue
            self._add(
                seconds,
                "hold" if phase.still and seconds >= HOLD_FROM_S else "work",
                set_,
                self._line(phase),
                beat=_Beat(side, rep, index, phase),
            )
        self._sheet.repetitions.append(Repetition(side, start, self._sheet.now))

    def _line(self, phase: Phase) -> Line:
        work = self._movement.work
        return Line(phase.cue if self._own_cues else work.cue, work.sub, phase.step)

    def _pause(
        self,
        kind: Kind,
        label: Words,
        line: Line,
        seconds: float,
        set_: int = 1,
        *,
        shortest_s: float = 0.0,
    ) -> None:
        """Append a time without repetitions, which is a segment of its own."""
        if not seconds:
            return
        start = self._sheet.now
        # Getting ready walks through all steps that lead up to the repetitions.
        steps = self._movement.work.step - line.step if kind == self._arriving else 1
        self._add(seconds, kind, set_, line, steps=max(1, steps), shortest_s=shortest_s)
        self._segment(kind, None, label, start)

    def _add(
        self,
        seconds: float,
        kind: Kind,
        set_: int,
        line: Line,
        *,
        beat: _Beat | None = None,
        steps: int = 1,
        shortest_s: float = 0.0,
    ) -> None:
        end = round(self._sheet.now + seconds, 3)
        self._sheet.entries.append(
            Entry(
                start_s=self._sheet.now,
                end_s=end,
                kind=kind,
                movement=self._movement.slug,
                side=beat.side if beat else None,
                rep=beat.rep if beat else None,
                reps=self._dose.repetitions,
                set_=set_,
                phase=beat.phase.name if beat else None,
                phase_index=beat.place if beat else None,
                word=beat.phase.word if beat else None,
                breath=beat.phase.breath if beat else None,
                cue=line.cue,
                sub=line.sub,
                step=line.step,
                steps=steps,
                shortest_s=shortest_s,
            )
        )
        self._sheet.now = end

    def _segment(
        self, kind: Kind, side: Side | None, label: Words, start_s: float
    ) -> None:
        self._sheet.segments.append(
            Segment(kind, side, label, start_s, self._sheet.now)
        )


def _side_label(side: Side | None) -> Words:
    return words("Left side") if side == "left" else words("Right side")
