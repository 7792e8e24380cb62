"""Does it run as a loop should: numbers, speed, no jump, its poses, its mirror."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.points import POINTS, points
from deskstretch.body.pose import mirror as mirrored_pose
from deskstretch.body.skeleton import mirrored
from deskstretch.body.vectors import distance, scaled, sub

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.choreography import Tempo
    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec

# Statures a second. Stretches are slow; what the card has done briskly may be faster.
FASTEST: Final[Mapping[Tempo, float]] = {"slow": 0.5, "brisk": 1.2}
HARDEST: Final = 10.0  # statures a second squared
SUSPECT: Final = 1.0  # from here on a moment may hide a kick
SUSPECTS: Final = 5  # so many of them are looked at again
CLOSER: Final = 4  # times smaller is each next step, down to a frame's time
FRAME_S: Final = 1.0 / 60.0
CLOSED: Final = 0.002  # how far apart the ends of loop and phases may be
PASSED: Final = 0.005  # how far a phase may pass beside the poses on its way
MIRRORED: Final = 0.01


def finite(loop: Loop) -> list[Finding]:
    """Every number of every figure is a number."""
    for index, figure in enumerate(loop.figures):
        for name, (position, frame) in figure.items():
            if not all(isfinite(v) for axis in (position, *frame) for v in axis):
                return [loop.found("finite", index, f"{spoken(name)} is nowhere.")]
    return []


def speed(loop: Loop) -> list[Finding]:
    """Nothing hurries."""
    worst = Worst()
    for index in range(len(loop.moments)):
        now, then, step = loop.points[index], *_next(loop, index)
        for name in POINTS:
            worst.see(name, distance(now[name], then[name]) / step, index)
    tempo = loop.choreography.tempo
    return [
        loop.found(
            "speed",
            index,
            f"{spoken(name)} moves at {value:.2f} body heights a second; "
            f"a {tempo} movement stays below {FASTEST[tempo]:g}.",
        )
        for name, value, index in _one(worst.beyond(FASTEST[tempo]))
    ]


def acceleration(loop: Loop) -> list[Finding]:
    """Nothing jerks or jumps on the way.

    A kick shorter than the step between two figures is spread over it and looks mild.
    So where it is worst, it is looked at again in ever smaller steps: a smooth course
    stays as it is, a kick grows.
    """
    worst = Worst()
    count = len(loop.moments)
    hard = []
    for index in range(count):
        then, first = _next(loop, index)
        later, second = _next(loop, (index + 1) % count)
        here = Worst()
        for name, now in loop.points[index].items():
            before = scaled(sub(then[name], now), 1.0 / first)
            after = scaled(sub(later[name], then[name]), 1.0 / second)
            here.see(name, 2.0 * distance(before, after) / (first + second), index)
        [(name, value, _)] = _one(here.beyond(-1.0))
        worst.see(name, value, index)
        hard.append((value, (index + 1) % count))
    for value, index in sorted(hard, reverse=True)[:SUSPECTS]:
        if value > SUSPECT:
            worst.see(*_looked_closer(loop, index), index)
    return [
        loop.found("acceleration", index, f"{spoken(name)} jerks.")
        for name, _, index in _one(worst.beyond(HARDEST))
    ]


def _looked_closer(loop: Loop, index: int) -> tuple[str, float]:
    """Return what jerks most around a moment and how much, in ever smaller steps."""
    at = loop.moments[index].seconds
    step = _next(loop, index)[1]
    while True:
        step = max(FRAME_S, step / CLOSER)
        places = [
            points(loop.motion.figure(at + step * (number - CLOSER - 1)))
            for number in range(2 * CLOSER + 3)
        ]
        value, name, nearest = max(
            (_bend(*(place[name] for place in places[i - 1 : i + 2])), name, i)
            for i in range(1, len(places) - 1)
            for name in POINTS
        )
        if step <= FRAME_S:
            return name, value / (step * step)
        at += step * (nearest - CLOSER - 1)


def _bend(a: Vec, b: Vec, c: Vec) -> float:
    """Return how far the middle one of three places is from an even course, twice."""
    return distance(sub(b, a), sub(c, b))


def closure(loop: Loop) -> list[Finding]:
    """The loop closes, and each phase begins where the one before it ends."""
    motion = loop.motion
    found = []
    for index in _played(motion):
        start = points(motion.in_phase(index, 0.0))
        before = points(motion.in_phase(motion.came_from(index), 1.0))
        gap, name = _farthest(start, before)
        if gap > CLOSED:
            text = f"{loop.said(index)} {spoken(name)} jumps {percent(gap)} at once."
            seconds = sum(motion.seconds[:index])
            found.append(Finding("closure", text, seconds, ("phase", index)))
    return found


def via(loop: Loop) -> list[Finding]:
    """A phase passes through the poses it names, and ends in its own."""
    motion = loop.motion
    found = []
    for index in _played(motion):
        phase = loop.choreography.phases[index]
        stops = [(stop.pose, stop.at) for stop in phase.via] + [(phase.to, 1.0)]
        for pose, at in stops:
            there = points(motion.in_phase(index, at))
            gap, name = _farthest(there, points(motion.pose(pose)))
            if gap > PASSED:
                text = f'{spoken(name)} passes the pose "{pose}" {percent(gap)} away.'
                seconds = sum(motion.seconds[:index]) + at * motion.seconds[index]
                text = f"{loop.said(index)} {text}"
                found.append(Finding("via", text, seconds, ("phase", index)))
    return found


def mirror(loop: Loop) -> list[Finding]:
    """The left side is the right side's mirror image, and so are mirrored poses."""
    motion = loop.motion
    twin = type(motion)(
        loop.choreography,
        motion.seconds,
        "left" if motion.side == "right" else "right",
        motion.range,
    )
    pairs: list[tuple[Figure, Figure]] = [
        (motion.in_phase(index, 0.5), mirrored(twin.in_phase(index, 0.5)))
        for index in _played(motion)
    ]
    if not loop.choreography.touches:  # crossed hands are never each other's image
        pairs += _mirrored_poses(motion)
    gap, name = max(_farthest(points(a), points(b)) for a, b in pairs)
    if gap <= MIRRORED:
        return []
    text = f"Left and right differ: {spoken(name)} by {percent(gap)}."
    return [Finding("mirror", text)]


def _mirrored_poses(motion: Motion) -> list[tuple[Figure, Figure]]:
    poses = motion.choreography.poses
    return [
        (motion.pose(one), mirrored(motion.pose(other)))
        for one, pose in poses.items()
        for other, opposite in poses.items()
        if one < other and mirrored_pose(pose) == opposite
    ]


def _one(beyond: list[tuple[str, float, int]]) -> list[tuple[str, float, int]]:
    """Return the worst alone: the rest of a limb hurries with its end."""
    return [max(beyond, key=lambda one: one[1])] if beyond else []


def _played(motion: Motion) -> list[int]:
    return [index for index, length in enumerate(motion.seconds) if length > 0.0]


def _next(
    loop: Loop, index: int
) -> tuple[Mapping[str, tuple[float, float, float]], float]:
    """Return the points of the next moment, and the seconds until then."""
    after = (index + 1) % len(loop.moments)
    step = loop.moments[after].seconds - loop.moments[index].seconds
    return loop.points[after], step if step > 0.0 else step + loop.motion.period_s


def _farthest(
    a: Mapping[str, tuple[float, float, float]],
    b: Mapping[str, tuple[float, float, float]],
) -> tuple[float, str]:
    """Return the greatest distance between two figures' points, and which it is."""
    return max((distance(a[name], b[name]), name) for name in POINTS)
