"""Where and when a movement is felt: which muscles shine, and how much."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from deskstretch.body.muscles import sided
from deskstretch.body.timing import smooth

if TYPE_CHECKING:
    from deskstretch.body.choreography import Phase
    from deskstretch.body.pace import Pace

# Seconds in which a glow comes on the way into a pose, in a hold, and goes again.
_COMES_S, _SETTLES_S, _GOES_S = 4.0, 1.5, 2.0


class Feeling:
    """The muscles that the phases of a movement name, at every moment of the loop.

    What is felt comes as a pose is reached or at the start of a hold, and goes as the
    pose is left: within seconds, however long the phase. Where one phase goes to a
    pose, holds it and comes back (a hang), what is felt there shines while it is held.
    """

    def __init__(self, phases: tuple[Phase, ...], pace: Pace) -> None:
        """Take the phases, and the loop they are played in."""
        self._phases = phases
        self._pace = pace
        self._muscles = tuple(
            frozenset(muscle for name in phase.feel for muscle in sided(name))
            for phase in phases
        )

    def glow(self, index: int, share: float) -> dict[str, float]:
        """Return how much each muscle shines, 0 to 1, on the side that is written."""
        came_from, phase = self._pace.came_from(index), self._phases[index]
        before, after = self._muscles[came_from], self._muscles[index]
        held = _held(phase) if came_from == index else None
        if held:
            rising = smooth(min(share / held[0], (1.0 - share) / (1.0 - held[1]), 1.0))
            return dict.fromkeys(sorted(after), rising)
        holds = self._phases[came_from].to == phase.to and not phase.via
        coming, going = _course(share, self._pace.seconds[index], holds=holds)
        levels = dict.fromkeys(sorted(before | after), 1.0)
        levels.update(dict.fromkeys(after - before, coming))
        levels.update(dict.fromkeys(before - after, 1.0 - going))
        return levels

    def most(self, index: int) -> float:
        """Return the share of a phase at which what it names is felt most."""
        held = _held(self._phases[index])
        return held[1] if held else 1.0


def _course(share: float, length: float, *, holds: bool) -> tuple[float, float]:
    """Return how much a new glow has come and an old one has gone, both 0 to 1.

    `share` is that of a phase of `length` seconds. A new one comes at the end of the
    way into a pose, at the start of a hold; an old one goes as the phase begins.
    """
    since = share * length
    going = smooth(since / (min(length, _GOES_S) or 1.0))
    if holds:
        return smooth(since / (min(length, _SETTLES_S) or 1.0)), going
    left = (length - since) / (min(length, _COMES_S) or 1.0)
    return smooth(1.0 - left), going


def _held(phase: Phase) -> tuple[float, float] | None:
    """Return from when to when a phase holds a pose on its way, as shares of it."""
    for first, second in pairwise(phase.via):
        if first.pose == second.pose:
            return first.at, second.at
    return None
