"""In which order the parts are painted: fixed for a whole phase, so nothing pops.

Parts are compared where they cover each other on the screen, over the whole phase; the
order with the least that is painted wrongly wins. Where two parts are level, arms lie
before the trunk on both sides alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.skeleton import SIDES, side_of
from deskstretch.body.vectors import dot, sub
from deskstretch.ui.figure.bulk import solid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.ui.figure.space import Camera

    Wrongs = dict[tuple[str, str], float]

PARTS = (
    "pelvis", "leg_left", "leg_right", "shirt", "head", "arm_left", "arm_right",
)  # fmt: skip
"""In the order that holds where nothing speaks for another."""
RAISED = 0.06
"""A knee higher above its hip than this, in the pelvis' frame, may be before the shirt
(else the shirt hangs over the thigh); an elbow above its shoulder, before the neck."""
BEHIND = 0.018
"""A leg this far behind the pelvis (statures, mostly at its root) is painted first."""
ARMS = 0.045
"""Arms come before what they are a little behind: both sleeves look the same."""
SURE = 10.0
"""What it costs to break a rule; all that is painted wrongly in a phase costs less."""
FLIP = 1.5
"""How much worse two parts that change places between two phases count there."""
_TIE = 1e-7
_SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)
_LEG = {"hip", "knee", "shin", "heel", "ball", "toe"}
_ARM = {"shoulder", "elbow", "wrist", "hand", "fingers"}
_ROOTS = {"hip": 1, "shoulder": 2}
"""How many spheres at a limb's root lie inside the trunk, and tell nothing."""


class _Disc(NamedTuple):
    """A sphere of the surface as the camera sees it."""

    part: str
    x: float
    y: float
    radius: float
    depth: float


def wrongs(figure: Figure, camera: Camera) -> Wrongs:
    """Return what it costs to paint the second part of each pair over the first."""
    found: Wrongs = defaultdict(float)
    discs = list(_discs(figure, camera))
    for a, b in combinations(discs, 2):
        if a.part == b.part:
            continue
        reach = a.radius + b.radius
        if abs(a.x - b.x) >= reach or abs(a.y - b.y) >= reach:
            continue
        shared = reach - hypot(a.x - b.x, a.y - b.y)
        if shared <= 0.0:
            continue
        ahead = a.depth - b.depth + ARMS * (_is_arm(a) - _is_arm(b))
        cost = min(shared, a.radius, b.radius) * min(abs(ahead), 0.06)
        found[(a.part, b.part) if ahead > 0.0 else (b.part, a.part)] += cost
    return found


def _is_arm(disc: _Disc) -> bool:
    return disc.part.startswith("arm")


def _discs(figure: Figure, camera: Camera) -> Iterable[_Disc]:
    seen: Counter[str] = Counter()
    for ball in solid(figure):
        kind, side = ball.name.partition("_")[0], side_of(ball.name)
        seen[ball.name] += 1
        if seen[ball.name] <= _ROOTS.get(kind, 0):
            continue
        part = (
            f"leg_{side}" if kind in _LEG
            else f"arm_{side}" if kind in _ARM
            else "shirt" if kind == "spine" else kind
        )  # fmt: skip
        x, y = camera.point(ball.centre)
        k = camera.scale
        yield _Disc(part, x / k, y / k, ball.radius, camera.depth(ball.centre))


def _rules(figures: Sequence[Figure], camera: Camera) -> list[tuple[str, str]]:
    """Return which part lies under which over the whole loop.

    Here cloth and joints say it better than depth does.
    """
    found = [("pelvis", "shirt")]
    for side in SIDES:
        leg, arm = f"leg_{side}", f"arm_{side}"
        roots = [_root(figure, side, camera) for figure in figures]
        near = sum(roots) > -BEHIND * len(roots)
        found.append(("pelvis", leg) if near else (leg, "pelvis"))
        if not any(_raised(f, "hip", "knee", "pelvis", side) for f in figures):
            found.append((leg, "shirt"))
        if not any(_raised(f, "shoulder", "elbow", "spine_7", side) for f in figures):
            found.append((arm, "head"))
    return found


def _root(figure: Figure, side: Side, camera: Camera) -> float:
    """Return how much nearer a leg's root is than the pelvis."""
    hip, knee, hips = (
        camera.depth(figure[name].position)
        for name in (f"hip_{side}", f"knee_{side}", "pelvis")
    )
    return 0.74 * hip + 0.26 * knee - hips


def _raised(figure: Figure, root: str, end: str, trunk: str, side: Side) -> bool:
    limb = sub(figure[f"{end}_{side}"].position, figure[f"{root}_{side}"].position)
    return dot(limb, figure[trunk].frame[1]) >= RAISED


def orders(motion: Motion, camera: Camera) -> list[tuple[str, ...]]:
    """Return the painting order of every phase, far to near."""
    figures = [
        [motion.in_phase(index, share) for share in _SAMPLES]
        for index in range(motion.phase_count)
    ]
    rules = _rules([figure for phase in figures for figure in phase], camera)
    samples = [[wrongs(figure, camera) for figure in phase] for phase in figures]
    always = _sum([sample for phase in samples for sample in phase])
    found: list[tuple[str, ...]] = []
    for index, phase in enumerate(samples):
        came_from = motion.came_from(index)
        if came_from < index and _holds(motion, index):
            found.append(found[came_from])
            continue
        total = _sum(phase)
        for side in SIDES:  # a hem that changes sides would be seen
            for pair in ((f"leg_{side}", "shirt"), ("shirt", f"leg_{side}")):
                total[pair] = always.get(pair, 0.0)
        if found:
            _keep(total, found[-1], phase[0])
        if found and index == len(samples) - 1:
            _keep(total, found[0], phase[-1])
        for under, over in rules:
            total[over, under], total[under, over] = SURE, 0.0
        found.append(_best(total))
    return found


def _sum(samples: Iterable[Wrongs]) -> Wrongs:
    total: Wrongs = defaultdict(float)
    for sample in samples:
        for pair, cost in sample.items():
            total[pair] += cost
    return total


def _holds(motion: Motion, index: int) -> bool:
    """Tell whether a phase stays in the pose it begins with: nothing changes places."""
    phases = motion.choreography.phases
    return phases[motion.came_from(index)].to == phases[index].to and not (
        phases[index].via
    )


def _keep(total: Wrongs, order: tuple[str, ...], edge: Wrongs) -> None:
    """Let two parts that cover each other at a phase's edge keep their places."""
    for i, first in enumerate(order):
        for second in order[i + 1 :]:
            covered = edge.get((first, second), 0.0) + edge.get((second, first), 0.0)
            total[second, first] += covered * FLIP


def _best(total: Mapping[tuple[str, str], float]) -> tuple[str, ...]:
    """Return the order that costs least: the best last part of every set of parts."""
    count = len(PARTS)
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for chosen in range(1, 1 << count):
        tries = []
        for last in range(count):
            if chosen >> last & 1:
                cost, before = best[chosen & ~(1 << last)]
                name = PARTS[last]
                cost += sum(
                    total.get((one, name), 0.0) + _TIE * (PARTS.index(one) > last)
                    for one in before
                )
                tries.append((cost, (*before, name)))
        best.append(min(tries, key=lambda one: one[0]))
    return best[-1][1]
