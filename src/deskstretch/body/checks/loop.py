"""One loop of a movement, sampled once, for all checks to look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from deskstretch.body.angles import joint_angles
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.contacts import expanded
from deskstretch.body.points import points
from deskstretch.body.skeleton import other, swapped
from deskstretch.body.surface import balls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.body.choreography import Choreography
    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.solver import Reach
    from deskstretch.body.surface import Ball
    from deskstretch.body.vectors import Vec

SAMPLES: Final = 60  # of a phase that moves: 180 in a movement of three phases
_OF_A_HOLD: Final = 5  # one sample of a hold stands for so many of a movement
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a movement, as its author can use it.

    Attributes:
        check: the name of the check that found it.
        message: one plain sentence.
        seconds: when in the loop.
        path: the part of the movement file it belongs to, such as ("phase", 1) or
            ("pose", "cow"); empty for the whole movement.
    """

    check: str
    message: str
    seconds: float = 0.0
    path: Path = ()


class Moment(NamedTuple):
    """A moment of a loop: phase, share of it that is over, seconds from the start."""

    phase: int
    share: float
    seconds: float


def evenly(motion: Motion, count: int) -> tuple[Moment, ...]:
    """Return `count` moments at even steps over the loop."""
    step = motion.period_s / count
    return tuple(
        Moment(*motion.phase_at(index * step), index * step) for index in range(count)
    )


def by_phase(motion: Motion, count: int = SAMPLES) -> tuple[Moment, ...]:
    """Return moments that look at every phase: `count` where it moves, few in holds.

    The first of each phase is where the phase before it ended, and the poses it
    passes through are among them.
    """
    moments: list[Moment] = []
    start = 0.0
    for index, phase in enumerate(motion.choreography.phases):
        length = motion.seconds[index]
        if length <= 0.0:
            continue
        came_from = motion.choreography.phases[motion.came_from(index)].to
        still = came_from == phase.to and not phase.via
        steps = max(2, count // _OF_A_HOLD) if still else count
        shares = {step / steps for step in range(steps)} | {v.at for v in phase.via}
        moments += [Moment(index, s, start + s * length) for s in sorted(shares)]
        start += length
    return tuple(moments)


class Loop:
    """A motion and its figures at chosen moments of one loop, in order."""

    def __init__(self, motion: Motion, moments: Sequence[Moment] | None = None) -> None:
        self.motion = motion
        self.moments = tuple(by_phase(motion) if moments is None else moments)
        self.figures: tuple[Figure, ...] = tuple(
            motion.in_phase(index, share) for index, share, _ in self.moments
        )

    @property
    def choreography(self) -> Choreography:
        return self.motion.choreography

    @cached_property
    def lasts(self) -> tuple[float, ...]:
        """How many seconds each moment stands for: until the next one."""
        starts = [moment.seconds for moment in self.moments]
        ends = [*starts[1:], starts[0] + self.motion.period_s]
        return tuple(end - start for start, end in zip(starts, ends, strict=True))

    @cached_property
    def points(self) -> tuple[Mapping[str, Vec], ...]:
        """The named points of every figure."""
        return tuple(map(points, self.figures))

    @cached_property
    def skin(self) -> tuple[tuple[Ball, ...], ...]:
        """The spheres of every figure's surface."""
        return tuple(tuple(balls(figure)) for figure in self.figures)

    @cached_property
    def angles(self) -> tuple[Mapping[str, float], ...]:
        """The joint angles of every figure, in degrees."""
        return tuple(map(joint_angles, self.figures))

    @cached_property
    def weights(self) -> tuple[Mapping[str, float], ...]:
        """How much every contact and touching hand holds, 0 to 1, at every moment."""
        return tuple(
            self.motion.contacts(index, share) for index, share, _ in self.moments
        )

    @cached_property
    def touching(self) -> tuple[Sequence[Reach], ...]:
        """Hand, spot and weight of every touch, at every moment."""
        return tuple(
            self.motion.touching(index, share) for index, share, _ in self.moments
        )

    @property
    def fixed(self) -> tuple[str, ...]:
        """The fixed contacts, named as this side has them."""
        return self._sided(self.choreography.contact.fixed)

    @property
    def on_ball(self) -> tuple[str, ...]:
        """The fixed feet whose ball alone stays, named as this side has them."""
        contact = self.choreography.contact
        return self._sided((*contact.on_ball, *contact.rolls))

    @property
    def on_edge(self) -> tuple[str, ...]:
        """The fixed feet that rest on heel, edge or instep, as this side has them."""
        return self._sided(self.choreography.contact.on_edge)

    def hand(self, hand: Side) -> Side:
        """Return which hand of this side an author's hand is."""
        return hand if self.motion.side == "right" else other(hand)

    def found(self, check: str, at: int, text: str) -> Finding:
        """Return a finding that belongs to the phase of a moment.

        `text` goes on after "In phase 2 (hold) ".
        """
        index, share, seconds = self.moments[at]
        if share <= 0.0:  # where a phase begins, the one before it has come to
            index = self.motion.came_from(index)
        return Finding(check, f"{self.said(index)} {text}", seconds, ("phase", index))

    def said(self, index: int) -> str:
        """Return "In phase 2 (hold)" for a phase."""
        return f"In phase {index + 1} ({self.choreography.phases[index].name})"

    def _sided(self, names: tuple[str, ...]) -> tuple[str, ...]:
        names = expanded(names)
        if self.motion.side == "right":
            return names
        return tuple(swapped(name) for name in names)


class Worst:
    """Keeps the worst value of each thing that a check measures over a loop."""

    def __init__(self) -> None:
        self._worst: dict[str, tuple[float, int]] = {}

    def see(self, thing: str, value: float, at: int) -> None:
        """Note a value at a moment of the loop; greater is worse."""
        if value > self._worst.get(thing, (float("-inf"), 0))[0]:
            self._worst[thing] = (value, at)

    def beyond(self, limit: float) -> list[tuple[str, float, int]]:
        """Return (thing, value, moment) of all things beyond a limit."""
        return [
            (thing, value, at)
            for thing, (value, at) in self._worst.items()
            if value > limit
        ]

    def told(self, loop: Loop, check: str, limit: float, text: str) -> list[Finding]:
        """Return findings about all lengths beyond a limit.

        `text` has `{thing}` and `{size}`, a share of stature in words.
        """
        return [
            loop.found(check, at, text.format(thing=spoken(thing), size=percent(value)))
            for thing, value, at in self.beyond(limit)
        ]
