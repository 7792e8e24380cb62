"""Where the animation is: a loop that runs, waits, and can be stepped through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.body.motion import Motion

NEAR_START = 0.15
"""So early in a phase, going back means the phase before."""


class Playing:
    """The place in a motion's loop, in seconds, and how it moves on.

    Time comes in from outside. Another motion, such as the other side or the next
    version of the file, is taken up in the same phase at the same share of it.
    """

    def __init__(self) -> None:
        self._motion: Motion | None = None
        self.seconds = 0.0
        self.speed = 1.0
        self.running = True

    def take(self, motion: Motion) -> None:
        """Go on with another motion from the same place in its loop."""
        old = self._motion
        phase, share = old.phase_at(self.seconds) if old else (0, 0.0)
        self._motion = motion
        if phase >= motion.phase_count:
            phase, share = 0, 0.0
        self.seconds = self._start(phase) + share * motion.seconds[phase]

    @property
    def place(self) -> tuple[int, float]:
        """The phase, and the share of it that is over."""
        return self._motion.phase_at(self.seconds) if self._motion else (0, 0.0)

    def pass_by(self, seconds: float) -> None:
        """Let time pass, if the loop is running."""
        if self.running and self._motion is not None:
            step = seconds * self.speed
            self.seconds = (self.seconds + step) % self._motion.period_s

    def step(self, phases: int) -> None:
        """Stop at the start of a phase: 1 is the next one, -1 this or the last."""
        motion = self._motion
        if motion is None:
            return
        self.running = False
        phase, share = motion.phase_at(self.seconds)
        if phases < 0 and share > NEAR_START:
            phases += 1
        played = [i for i, seconds in enumerate(motion.seconds) if seconds > 0.0]
        place = (played.index(phase) + phases) % len(played)
        self.seconds = self._start(played[place])

    def _start(self, phase: int) -> float:
        return sum(self._motion.seconds[:phase]) if self._motion else 0.0
