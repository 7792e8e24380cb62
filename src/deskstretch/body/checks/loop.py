"""One loop of a movement, sampled once, for all checks to look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from deskstretch.body.contacts import expanded
from deskstretch.body.points import points
from deskstretch.body.skeleton import other, swapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.choreography import Choreography
    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Vec

SAMPLES: Final = 180


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a movement: which check, a sentence, and when."""

    check: str
    message: str
    seconds: float = 0.0


class Loop:
    """A motion and its figures at even steps over one loop."""

    def __init__(self, motion: Motion, samples: int = SAMPLES) -> None:
        self.motion = motion
        self.step = motion.period_s / samples
        self.times = tuple(index * self.step for index in range(samples))
        self.figures: tuple[Figure, ...] = tuple(map(motion.figure, self.times))

    @property
    def choreography(self) -> Choreography:
        return self.motion.choreography

    @cached_property
    def points(self) -> tuple[Mapping[str, Vec], ...]:
        """The named points of every figure."""
        return tuple(points(figure) for figure in self.figures)

    @property
    def fixed(self) -> tuple[str, ...]:
        """The fixed contacts, named as this side has them."""
        return self._sided(self.choreography.contact.fixed)

    @property
    def on_ball(self) -> tuple[str, ...]:
        """The fixed feet with the heel up, named as this side has them."""
        return self._sided(self.choreography.contact.on_ball)

    def hand(self, hand: Side) -> Side:
        """Return which hand of this side an author's hand is."""
        return hand if self.motion.side == "right" else other(hand)

    def _sided(self, names: tuple[str, ...]) -> tuple[str, ...]:
        names = expanded(names)
        if self.motion.side == "right":
            return names
        return tuple(swapped(name) for name in names)

    def weights(self, index: int) -> Mapping[str, float]:
        """Return the weights of all contacts in a sample."""
        return self.motion.contacts(*self.motion.phase_at(self.times[index]))


class Worst:
    """Keeps the worst value of each thing that a check measures over a loop."""

    def __init__(self) -> None:
        self._worst: dict[str, tuple[float, float]] = {}

    def see(self, thing: str, value: float, seconds: float) -> None:
        """Note a value; greater is worse."""
        if value > self._worst.get(thing, (float("-inf"), 0.0))[0]:
            self._worst[thing] = (value, seconds)

    def beyond(self, limit: float) -> list[tuple[str, float, float]]:
        """Return (thing, value, seconds) of all things beyond a limit."""
        return [
            (thing, value, seconds)
            for thing, (value, seconds) in self._worst.items()
            if value > limit
        ]
