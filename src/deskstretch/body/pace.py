"""The phases of a choreography in time: which is on, what came before, its breath."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deskstretch.body.timing import BREATH_S, quiet_breath, smooth

if TYPE_CHECKING:
    from deskstretch.body.choreography import Phase

_BREATHLESS: Final = 3.0  # seconds from which a hold without a breath breathes quietly


class Pace:
    """A loop of phases with seconds for each; a phase of 0 s is left out.

    Every answer depends on its arguments alone; t and t + period_s give the same.
    `start` is the pose the loop begins and ends in, `passed` are all it goes to.
    """

    def __init__(self, phases: tuple[Phase, ...], seconds: tuple[float, ...]) -> None:
        """Prepare the loop.

        Raises:
            ValueError: the seconds do not fit the phases.
        """
        fits = len(seconds) == len(phases)
        if not fits or min(seconds) < 0.0 or sum(seconds) <= 0.0:
            raise ValueError("every phase needs its number of seconds")
        self.seconds = seconds
        self.period_s = sum(seconds)
        self._phases = phases
        self._ends = tuple(accumulate(seconds))
        self._came_from = tuple(map(self._last_before, range(len(seconds))))
        played = [index for index, length in enumerate(seconds) if length > 0.0]
        self.start = phases[played[-1]].to
        self.passed = frozenset(
            pose
            for index in played
            for pose in (phases[index].to, *(via.pose for via in phases[index].via))
        )

    def phase_at(self, seconds: float) -> tuple[int, float]:
        """Return the phase at a time of the loop and the share of it that is over."""
        t = seconds % self.period_s
        for index, end in enumerate(self._ends):
            if t < end:
                return index, 1.0 - (end - t) / self.seconds[index]
        return len(self.seconds) - 1, 1.0

    def came_from(self, index: int) -> int:
        """Return the phase played before a phase."""
        return self._came_from[index]

    def leg(self, index: int, share: float) -> tuple[str, str, float]:
        """Return the poses a phase is between at a share, and the share of that leg."""
        phase = self._phases[index]
        before, start = self._phases[self._came_from[index]].to, 0.0
        for via in phase.via:
            if share < via.at:
                return before, via.pose, (share - start) / (via.at - start)
            before, start = via.pose, via.at
        return before, phase.to, (share - start) / (1.0 - start)

    def breath(self, seconds: float) -> float:
        """Return how full the lungs are, 0 to 1, at a time in seconds."""
        if not any(phase.breath for phase in self._phases):
            return quiet_breath(seconds, self.period_s)
        index, share = self.phase_at(seconds)
        before, after = self._fill(self._came_from[index]), self._fill(index)
        length = self.seconds[index]
        if self._phases[index].breath is None and length >= _BREATHLESS:
            # Nobody holds the breath in a rest: it goes on, and ends as it began.
            # A hold shorter than a calm breath has a smaller one.
            depth = min(1.0, length / BREATH_S)
            return abs(before - depth * quiet_breath(share * length, length))
        return before + (after - before) * smooth(share)

    def _last_before(self, index: int) -> int:
        count = len(self.seconds)
        played = (
            (index - back) % count
            for back in range(1, count + 1)
            if self.seconds[index - back] > 0.0
        )
        return next(played, index)

    def _fill(self, index: int) -> float:
        """Return how full the lungs are at the end of a phase."""
        for back in range(len(self._phases)):
            breath = self._phases[index - back].breath
            if breath:
                return 1.0 if breath == "in" else 0.0
        return 0.0
