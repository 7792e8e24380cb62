"""A session under way: where it is on its timeline, and what presses do to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskstretch.coaching.reached import Reached, Summary, summary
from deskstretch.coaching.timeline import MOVING_ON

if TYPE_CHECKING:
    from deskstretch.coaching.timeline import Entry, Timeline
    from deskstretch.movements.vocabulary import Side

PRE_ROLL_S = 5.0
REPLAY_S = 3.0
BACK_AGAIN_S = 2.0


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a session.

    Attributes:
        position: seconds on the timeline; negative in the pre-roll.
        entry: what is on; in the pre-roll, what comes first.
        side: the side to show: worked now, or next when changing.
        running: the clock runs.
        waiting: a change of position is over, and the clock waits for a `next`.
        finished: the end of the timeline was reached.
        left_s: seconds left in all, without the pre-roll.
        pre_roll_s: how long the pre-roll is.
    """

    position: float
    entry: Entry
    side: Side | None
    running: bool
    waiting: bool
    finished: bool
    left_s: float
    pre_roll_s: float


class Session:
    """Runs a timeline by a steady clock that the caller reads.

    Every method takes `now`, seconds of a clock that never goes back. After
    `start` a pre-roll runs, which is not counted; then the timeline, to its end.
    While paused, or waiting for a `next` (without hands-free, at the end of each
    change of position), the clock of the session stands. `resume` goes back up to
    3 s, but never before the start of the phase it is in. A finished session stays
    finished: no press moves it.
    """

    def __init__(
        self,
        timeline: Timeline,
        pre_roll_s: float = PRE_ROLL_S,
        *,
        hands_free: bool = True,
    ) -> None:
        self.timeline = timeline
        self._pre_roll_s = pre_roll_s
        self._hands_free = hands_free
        self._position = -pre_roll_s  # at the moment _since
        self._since: float | None = None  # None while the clock stands
        self._reached = Reached()
        self._last_back: float | None = None
        self._limit = self._next_gate()

    def start(self, now: float) -> None:
        """Begin the pre-roll."""
        self.resume(now)

    def pause(self, now: float) -> None:
        """Let the clock stand."""
        self._settle(now)
        self._since = None

    def resume(self, now: float) -> None:
        """Go on: from a pause a little earlier, from a change of position at once."""
        running = self._since is not None
        self._settle(now)
        if self.finished(now) or (running and not self._waits_at(self._position)):
            return
        if not running and not self._waits_at(self._position):
            self._position = max(
                self._phase_start(), round(self._position - REPLAY_S, 6)
            )
        self._run(now)

    def set_hands_free(self, now: float, *, on: bool) -> None:
        """Say whether changes of position go on alone or wait for a `next`."""
        self._settle(now)
        self._hands_free = on
        self._limit = self._next_gate()

    def next(self, now: float) -> None:
        """Go to the end of this step or side, unless a rest has to last longer."""
        self._settle(now)
        if self._position < 0:
            self._move(now, 0.0)
        elif self._waits_at(self._position):
            self._limit = self._next_gate()
        elif not self.finished(now):
            index = self.timeline.segment_index(self._position)
            self._move(now, self.timeline.segments[index].end_s)

    def back(self, now: float) -> None:
        """Go to the start of this step or side; again within 2 s, to the one before."""
        self._settle(now)
        if self.finished(now):
            return
        again = self._last_back is not None and now - self._last_back <= BACK_AGAIN_S
        self._last_back = now
        if self._position < 0:
            self._move(now, -self._pre_roll_s)
            return
        index = self._segment()
        self._move(now, self.timeline.segments[max(0, index - again)].start_s)

    def repeat(self, now: float) -> None:
        """Do this step or side from its start."""
        self._settle(now)
        if not self.finished(now) and self._position >= 0:
            self._move(now, self.timeline.segments[self._segment()].start_s)

    def jump(self, now: float, start_s: float) -> None:
        """Go to a position on the timeline."""
        self._settle(now)
        if not self.finished(now):
            self._move(now, min(max(0.0, start_s), self.timeline.total_s))

    def jump_to_step(self, now: float, step: int) -> None:
        """Go to where a step of the step list begins."""
        self.jump(now, self.timeline.step_start(step))

    def jump_to_side(self, now: float, side: Side) -> None:
        """Go to the start of a side; nothing happens if there is none."""
        for segment in self.timeline.segments:
            if segment.side == side:
                self.jump(now, segment.start_s)
                return

    def switch_side(self, now: float) -> None:
        """Go to the start of the side that is not shown now."""
        shown = self.at(now).side
        if shown is not None:
            self.jump_to_side(now, "right" if shown == "left" else "left")

    def position(self, now: float) -> float:
        """Return seconds on the timeline, to the microsecond; negative in the pre-roll.

        Rounding lets a caller who sleeps until `next_change` arrive exactly there.
        """
        if self._since is None:
            return self._position
        return min(self._limit, round(self._position + max(0.0, now - self._since), 6))

    def at(self, now: float) -> View:
        """Return everything to show at a moment."""
        position = self.position(now)
        waiting = self._waits_at(position)
        finished = position >= self.timeline.total_s
        index = self.timeline.index(position)
        if waiting:
            index -= 1  # the change of position is over but still on the screen
        entry = self.timeline.entries[index]
        return View(
            position=position,
            entry=entry,
            side=self.timeline.side_at(entry),
            running=self._since is not None and not waiting and not finished,
            waiting=waiting,
            finished=finished,
            left_s=round(self.timeline.total_s - max(0.0, position), 6),
            pre_roll_s=self._pre_roll_s,
        )

    def finished(self, now: float) -> bool:
        """Return whether the end of the timeline was reached."""
        return self.position(now) >= self.timeline.total_s

    def next_change(self, now: float) -> float | None:
        """Return when the next entry begins (or the end comes); None if none will."""
        position = self.position(now)
        if self._since is None or position >= self._limit:
            return None
        edge = 0.0 if position < 0 else self.timeline.at(position).end_s
        return now + min(edge, self._limit) - position

    def summary(self, now: float) -> Summary:
        """Return what was done so far."""
        position = self.position(now)
        return summary(self.timeline, self._reached_by(position), position)

    def _reached_by(self, position: float) -> Reached:
        reached = self._reached.copy()
        if self._since is not None:
            reached.add(max(0.0, self._position), position)
        return reached

    def _settle(self, now: float) -> None:
        """Take over where the clock has run to, and what it has passed."""
        position = self.position(now)
        self._reached = self._reached_by(position)
        self._position = position
        if self._since is not None:
            self._since = now

    def _run(self, now: float) -> None:
        self._since = now
        self._limit = self._next_gate()

    def _move(self, now: float, target: float) -> None:
        self._position = self._held_back(target)
        if self._since is not None:
            self._since = now
        self._limit = self._next_gate()

    def _held_back(self, target: float) -> float:
        """Return how far a press may go: a rest with a least time is not jumped.

        Grip has to rest between two hangs, because a grip that fails is a fall.
        """
        passed = [
            entry
            for entry in self.timeline.entries
            if entry.shortest_s
            and self._position < entry.start_s + entry.shortest_s
            and entry.end_s <= target
        ]
        if not passed:
            return target
        return max(self._position, passed[-1].start_s)

    def _next_gate(self) -> float:
        """Return where the clock will stop next: at a change's end, or at the end."""
        total = self.timeline.total_s
        if self._hands_free:
            return total
        ends = [
            entry.end_s
            for entry in self.timeline.entries
            if entry.kind in MOVING_ON and entry.end_s > self._position
        ]
        return min([*ends, total])

    def _waits_at(self, position: float) -> bool:
        return self._limit <= position < self.timeline.total_s

    def _phase_start(self) -> float:
        if self._position < 0:
            return -self._pre_roll_s
        return self.timeline.at(self._position).start_s

    def _segment(self) -> int:
        index = self.timeline.segment_index(self._position)
        return index - 1 if self._waits_at(self._position) else index
