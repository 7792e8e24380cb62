"""Does it show what the card promises: seen at all, the right way, bone by bone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deskstretch.body.angles import joint_angles
from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.points import POINTS, point, points
from deskstretch.body.skeleton import swapped
from deskstretch.body.vectors import angle, distance, dot, mirrored_point, sub

if TYPE_CHECKING:
    from deskstretch.body.choreography import Direction
    from deskstretch.body.vectors import Vec

SEEN: Final = 0.03  # a movement smaller than this is not seen without a mark
MOVED: Final = 0.01  # how far a point goes at least where the card says so
BENDS: Final = 5.0  # degrees: a region that bends less takes no part in a wave
WAVE_STEPS: Final = 40
# The pelvis also follows what the arms or a locked back ask for, and then goes along
# with the low back: by so much of a phase it may be late.
TOGETHER: Final = 0.05
CARD_TOLERANCE: Final = 0.5  # degrees: a card is exact
WAYS: Final[dict[Direction, Vec]] = {
    "forward": (1.0, 0.0, 0.0),
    "back": (-1.0, 0.0, 0.0),
    "up": (0.0, 1.0, 0.0),
    "down": (0.0, -1.0, 0.0),
    "right": (0.0, 0.0, 1.0),
    "left": (0.0, 0.0, -1.0),
}
_REGIONS: Final = ("pelvis", "lumbar", "thoracic", "neck")
_MOTIONS: Final = ("flexion", "side_bend", "twist")


def amplitude(loop: Loop) -> list[Finding]:
    """Loop and phases can be seen; holds and marked movements may be small."""
    if loop.motion.range < 1.0:
        return []
    found = []
    first = loop.points[0]
    size = max(
        distance(sample[name], first[name]) for sample in loop.points for name in POINTS
    )
    if loop.choreography.marks:
        return []
    if size < SEEN:
        text = f"The whole movement is {percent(size)}: nobody sees it."
        return [Finding("amplitude", text)]
    for index, phase in enumerate(loop.choreography.phases):
        came_from = loop.choreography.phases[loop.motion.came_from(index)].to
        if (came_from == phase.to and not phase.via) or not loop.motion.seconds[index]:
            continue
        places = [points(loop.motion.in_phase(index, at)) for at in _stops(loop, index)]
        size = max(
            distance(places[0][name], place[name])
            for place in places
            for name in POINTS
        )
        if size < SEEN:
            text = f"{loop.said(index)} nothing moves more than {percent(size)}. "
            text += "Make it larger, or show it by a mark."
            found.append(Finding("amplitude", text, path=("phase", index)))
    return found


def direction(loop: Loop) -> list[Finding]:
    """Points go the way the card says, in each phase that promises it."""
    if not loop.motion.range:  # who does nothing goes no way
        return []
    found = []
    for index, phase in enumerate(loop.choreography.phases):
        if not loop.motion.seconds[index]:
            continue
        start = loop.motion.in_phase(index, 0.0)
        # The way counts to the farthest pose, from where a phase may come back.
        places = [loop.motion.in_phase(index, at) for at in _stops(loop, index)[1:]]
        for number, move in enumerate(phase.moves):
            way, name = WAYS[move.direction], move.point
            if loop.motion.side == "left":
                way, name = mirrored_point(way), swapped(name)
            home = point(start, name)
            went = max(dot(sub(point(place, name), home), way) for place in places)
            if went < MOVED * loop.motion.range:
                text = (
                    f"{loop.said(index)} {spoken(name)} should go "
                    f"{move.direction}; it goes {percent(went)} that way."
                )
                path = ("phase", index, "moves", number)
                found.append(Finding("direction", text, path=path))
    return found


def wave(loop: Loop) -> list[Finding]:
    """A spine that moves bone by bone does so in its order.

    From the pelvis it is half way there before the low back is, that before the chest,
    and the chest before the neck; from the head it is the other way round.
    """
    found = []
    for index, phase in enumerate(loop.choreography.phases):
        if not phase.wave or not loop.motion.seconds[index]:
            continue
        halves = _half_ways(loop, index)
        order = _REGIONS if phase.wave_from == "pelvis" else _REGIONS[::-1]
        seen = [(region, halves[region]) for region in order if region in halves]
        for (first, early), (second, late) in pairwise(seen):
            together = TOGETHER if "pelvis" in (first, second) else 0.0
            if early >= late + together:
                text = f"{loop.said(index)} the {_SAID[second]} moves before the "
                text += f"{_SAID[first]}; a wave from the {phase.wave_from} does not."
                found.append(Finding("wave", text, path=("phase", index, "wave")))
    return found


def card(loop: Loop) -> list[Finding]:
    """The ranges that the movement's card sets are kept all along."""
    worst = Worst()
    ranges = loop.choreography.limits
    for index, angles in enumerate(loop.angles if ranges else ()):
        for name, value in angles.items():
            allowed = ranges.get(name.removesuffix("_right").removesuffix("_left"))
            if allowed:
                worst.see(name, max(allowed[0] - value, value - allowed[1]), index)
    return [
        loop.found(
            "card",
            index,
            f'"{name}" is {loop.angles[index][name]:.0f}°, outside the range in '
            "[limits].",
        )
        for name, _, index in worst.beyond(CARD_TOLERANCE)
    ]


_SAID: Final = {
    "pelvis": "pelvis",
    "lumbar": "low back",
    "thoracic": "chest",
    "neck": "neck",
}


def _stops(loop: Loop, index: int) -> list[float]:
    """Return the shares of a phase at which it is in a pose."""
    return [0.0, *(stop.at for stop in loop.choreography.phases[index].via), 1.0]


def _half_ways(loop: Loop, index: int) -> dict[str, float]:
    """Return the share of a phase at which each bending region is half way."""
    shares = [step / WAVE_STEPS for step in range(WAVE_STEPS + 1)]
    figures = [loop.motion.in_phase(index, share) for share in shares]
    course = [joint_angles(figure) for figure in figures]
    home = figures[0]["pelvis"].frame[1]
    ways = {"pelvis": [angle(home, figure["pelvis"].frame[1]) for figure in figures]}
    for region in _REGIONS[1:]:
        name = max(
            (f"{region}_{motion}" for motion in _MOTIONS),
            key=lambda name: abs(course[-1][name] - course[0][name]),
        )
        ways[region] = [angles[name] - course[0][name] for angles in course]
    return {
        region: _half_way(way) for region, way in ways.items() if abs(way[-1]) >= BENDS
    }


def _half_way(way: list[float]) -> float:
    """Return the share of its steps after which a way is half done."""
    done = [part / way[-1] for part in way]
    after = next(step for step, part in enumerate(done) if part >= 0.5)
    before, here = done[after - 1], done[after]
    return (after - 1 + (0.5 - before) / (here - before)) / WAVE_STEPS
