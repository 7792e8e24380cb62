"""Does it move as it should: speed, loop, amplitude, direction, trunk, mirror."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.motion import Motion
from deskstretch.body.points import POINTS, point, points
from deskstretch.body.pose import mirror as mirrored_pose
from deskstretch.body.skeleton import mirrored, swapped
from deskstretch.body.upright import middle
from deskstretch.body.vectors import angle, distance, dot, mirrored_point, sub

if TYPE_CHECKING:
    from deskstretch.body.choreography import Direction
    from deskstretch.body.vectors import Vec

FASTEST: Final = 0.5  # statures a second: these are slow movements
HARDEST: Final = 10.0  # statures a second squared
CLOSED: Final = 0.002  # how far apart the ends of loop and phases may be
SEEN: Final = 0.03  # a movement smaller than this is not seen without a mark
MOVED: Final = 0.01  # how far a point goes at least where the card says so
PLUMB: Final = 1.0  # degrees the shoulders may be off the vertical above the hips
PLUMB_TRUNK: Final = 4.0  # degrees for neck and chest, which curve
MIRRORED: Final = 0.01
UP: Final[Vec] = (0.0, 1.0, 0.0)
WAYS: Final[dict[Direction, Vec]] = {
    "forward": (1.0, 0.0, 0.0),
    "back": (-1.0, 0.0, 0.0),
    "up": UP,
    "down": (0.0, -1.0, 0.0),
    "right": (0.0, 0.0, 1.0),
    "left": (0.0, 0.0, -1.0),
}


def finite(loop: Loop) -> list[Finding]:
    """Every number of every figure is a number."""
    for figure, seconds in zip(loop.figures, loop.times, strict=True):
        for name, (position, frame) in figure.items():
            if not all(isfinite(v) for axis in (position, *frame) for v in axis):
                return [Finding("finite", f"{name} is nowhere.", seconds)]
    return []


def speed(loop: Loop) -> list[Finding]:
    """Nothing hurries and nothing jerks."""
    quick, hard = Worst(), Worst()
    step, count = loop.step, len(loop.times)
    for index, seconds in enumerate(loop.times):
        now, then, later = (loop.points[(index + n) % count] for n in range(3))
        for name in POINTS:
            way = sub(then[name], now[name])
            quick.see(name, distance(then[name], now[name]) / step, seconds)
            change = distance(sub(later[name], then[name]), way)
            hard.see(name, change / step**2, seconds)
    return [
        Finding("speed", f"{name} moves {value:.2f} statures a second.", seconds)
        for name, value, seconds in quick.beyond(FASTEST)
    ] + [
        Finding("acceleration", f"{name} jerks: {value:.0f} statures/s².", seconds)
        for name, value, seconds in hard.beyond(HARDEST)
    ]


def closure(loop: Loop) -> list[Finding]:
    """The loop closes, and each phase begins where the one before it ends."""
    motion = loop.motion
    found = []
    for index in range(motion.phase_count):
        if motion.seconds[index] <= 0.0:
            continue
        start = points(motion.in_phase(index, 0.0))
        before = points(motion.in_phase(motion.came_from(index), 1.0))
        gap, name = max((distance(start[name], before[name]), name) for name in POINTS)
        if gap > CLOSED:
            phase = loop.choreography.phases[index].name
            found.append(
                Finding(
                    "closure",
                    f"{name} jumps {100 * gap:.1f} % of stature into {phase}.",
                    sum(motion.seconds[:index]),
                )
            )
    return found


def amplitude(loop: Loop) -> list[Finding]:
    """Loop and phases can be seen; holds and marked movements may be small."""
    if loop.motion.range < 1.0:
        return []
    found = []
    largest = max(
        distance(sample[name], loop.points[0][name])
        for sample in loop.points
        for name in POINTS
    )
    if largest < SEEN:
        message = f"The whole movement is {100 * largest:.1f} % of stature."
        found.append(Finding("amplitude", message))
    for index, phase in enumerate(loop.choreography.phases):
        came_from = loop.choreography.phases[loop.motion.came_from(index)].to
        if came_from == phase.to or "pelvis" in loop.choreography.marks:
            continue
        start = points(loop.motion.in_phase(index, 0.0))
        end = points(loop.motion.in_phase(index, 1.0))
        size = max(distance(start[name], end[name]) for name in POINTS)
        if size < SEEN:
            message = f"{phase.name} is {100 * size:.1f} % of stature and unmarked."
            found.append(Finding("amplitude", message))
    return found


def direction(loop: Loop) -> list[Finding]:
    """Points go the way the card says, in each phase that promises it."""
    found = []
    for index, phase in enumerate(loop.choreography.phases):
        start = loop.motion.in_phase(index, 0.0)
        end = loop.motion.in_phase(index, 1.0)
        for move in phase.moves:
            way, name = WAYS[move.direction], move.point
            if loop.motion.side == "left":
                way, name = mirrored_point(way), swapped(name)
            went = dot(sub(point(end, name), point(start, name)), way)
            if went < MOVED * loop.motion.range:
                message = (
                    f"In {phase.name} {name} goes {100 * went:+.1f} % of stature "
                    f"{move.direction}."
                )
                found.append(Finding("direction", message))
    return found


def trunk(loop: Loop) -> list[Finding]:
    """A trunk with a guide line is vertical, always."""
    if loop.choreography.guide != "trunk":
        return []
    worst = Worst()
    for figure, sample, seconds in zip(
        loop.figures, loop.points, loop.times, strict=True
    ):
        hips = middle(figure, "hip")
        lean = angle(sub(middle(figure, "shoulder"), hips), UP)
        worst.see("shoulders", lean - PLUMB, seconds)
        for name in ("neck", "chest"):
            lean = angle(sub(sample[name], hips), UP)
            worst.see(name, lean - PLUMB_TRUNK, seconds)
    return [
        Finding("trunk", f"The {name} leave the vertical by {over:.1f}° more.", seconds)
        for name, over, seconds in worst.beyond(0.0)
    ]


def mirror(loop: Loop) -> list[Finding]:
    """The left side is the right side's mirror image, and so are mirrored poses."""
    motion = loop.motion
    twin = Motion(
        loop.choreography,
        motion.seconds,
        "left" if motion.side == "right" else "right",
        motion.range,
    )
    pairs = [
        (motion.in_phase(index, 0.5), mirrored(twin.in_phase(index, 0.5)))
        for index in range(motion.phase_count)
    ]
    poses = loop.choreography.poses
    for one, pose in poses.items():
        for other, opposite in poses.items():
            if one < other and mirrored_pose(pose) == opposite:
                pairs.append((motion.pose(one), mirrored(motion.pose(other))))
    worst = max(
        distance(points(a)[name], points(b)[name]) for a, b in pairs for name in POINTS
    )
    if worst <= MIRRORED:
        return []
    return [Finding("mirror", f"The sides differ by {100 * worst:.1f} % of stature.")]
