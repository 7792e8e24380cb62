"""A session under way: where it is on its timeline, and what presses do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.coaching.reached import Reached, Summary, part_summary, summary
from deskstretch.coaching.timeline import MOVING_ON
from deskstretch.coaching.view import View

if TYPE_CHECKING:
    from collections.abc import Collection

    from deskstretch.coaching.timeline import Kind, Part, Timeline
    from deskstretch.movements.vocabulary import Side

PRE_ROLL_S = 5.0
REPLAY_S = 3.0
BACK_AGAIN_S = 2.0


class Session:
    """Runs a timeline by a steady clock that the caller reads.

    Every method takes `now`, seconds of a clock that never goes back. After
    `start` a pre-roll runs, which is not counted; then the timeline, to its end.
    While paused, or waiting for a `next` at the end of an entry of a kind that
    `waits` names, the clock of the session stands. `resume` goes back up to
    3 s, but never before the start of the phase it is in. A finished session stays
    finished: no press moves it.
    """

    def __init__(
        self,
        timeline: Timeline,
        pre_roll_s: float = PRE_ROLL_S,
        *,
        waits: Collection[Kind] = (),
    ) -> None:
        self.timeline = timeline
        self._pre_roll_s = pre_roll_s
        self._waits = frozenset(waits)
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

    def set_waits(self, now: float, waits: Collection[Kind]) -> None:
        """Say after which kinds of entries the session waits for a `next`."""
        self._settle(now)
        self._waits = frozenset(waits)
        self._limit = self._next_gate()

    def more_time(self, now: float, seconds: float) -> None:
        """Give a change of position that is on some more seconds, uncounted."""
        self._settle(now)
        view = self.at(now)
        if self._since is not None and view.running and view.entry.kind in MOVING_ON:
            self._since += seconds

    def skip(self, now: float) -> None:
        """Go to the next movement, or to the end; a rest with a least time lasts."""
        self._settle(now)
        if not self.finished(now):
            part = self.timeline.part_at(max(0.0, self._shown()))
            self._move(now, part.end_s)

    def swap(self, now: float, timeline: Timeline) -> None:
        """Take another timeline from the start of the movement that is on.

        Up to there the two have to be the same; what was done of the movement that
        is given up is not counted.
        """
        self._settle(now)
        start = self.timeline.part_at(max(0.0, self._shown())).start_s
        self._reached.forget(start)
        self.timeline = timeline
        self._move(now, start)

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
            more_s=0.0 if self._since is None else max(0.0, self._since - now),
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
        return max(now, self._since) + min(edge, self._limit) - position

    def summary(self, now: float) -> Summary:
        """Return what was done so far."""
        position = self.position(now)
        return summary(self.timeline, self._reached_by(position), position)

    def summaries(self, now: float) -> tuple[tuple[Part, Summary], ...]:
        """Return what was done so far, movement by movement."""
        position = self.position(now)
        reached = self._reached_by(position)
        return tuple(
            (part, part_summary(self.timeline, reached, position, part))
            for part in self.timeline.parts
        )

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
            self._since = max(self._since, now)

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
        ends = [
            entry.end_s
            for entry in self.timeline.entries
            if entry.kind in self._waits and entry.end_s > self._position
        ]
        return min([*ends, total])

    def _waits_at(self, position: float) -> bool:
        return self._limit <= position < self.timeline.total_s

    def _phase_start(self) -> float:
        if self._position < 0:
            return -self._pre_roll_s
        return self.timeline.at(self._position).start_s

    def _shown(self) -> float:
        """Return a position inside what is on the screen, also while it waits."""
        if not self._waits_at(self._position):
            return self._position
        return self.timeline.entries[self.timeline.index(self._position) - 1].start_s

    def _segment(self) -> int:
        index = self.timeline.segment_index(self._position)
        return index - 1 if self._waits_at(self._position) else index
