"""Where the body's weight is, and what it stands on."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from deskstretch.body.points import POINTS
from deskstretch.body.skeleton import MASSES, SIDES
from deskstretch.body.surface import Ball, balls
from deskstretch.body.vectors import Vec, add, at, between, sub

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deskstretch.body.scenery import Rod, Scene
    from deskstretch.body.skeleton import Figure

Place: TypeAlias = tuple[float, float]  # x and z on the floor

TOUCHES: Final = 0.012  # a surface this near to floor or desk rests on it
_THIGH: Final = ((0.35, 0.056), (0.70, 0.046))  # shares of the way, and girths
Weight: TypeAlias = tuple[float, Vec]  # share of the body's mass, and where it is
_FINGERTIP: Final = (0.0, -0.1, 0.0)  # in the wrist's frame


class _Bar(NamedTuple):
    """A part of a limb: its share of the mass, where on it, from where to where."""

    share: float
    along: float
    start: tuple[str, Vec]
    end: tuple[str, Vec]


def _bars(*limbs: tuple[str, str, str]) -> tuple[_Bar, ...]:
    return tuple(
        _Bar(*MASSES[part], _end(start, side), _end(end, side))
        for part, start, end in limbs
        for side in SIDES
    )


def _end(name: str, side: str) -> tuple[str, Vec]:
    if name == "fingertip":
        return f"wrist_{side}", _FINGERTIP
    return POINTS[f"{name}_{side}"]


_ARMS: Final = _bars(
    ("upper_arm", "shoulder", "elbow"),
    ("forearm", "elbow", "wrist"),
    ("hand", "wrist", "fingertip"),
)
_LEGS: Final = _bars(
    ("thigh", "hip", "knee"),
    ("shank", "knee", "ankle"),
    ("foot", "heel", "toe"),
)


def centre_of_mass(figure: Figure) -> Vec:
    """Return the centre of mass of the whole body, in stature."""
    return together([upper_weight(figure), legs_weight(figure)])[1]


def upper_weight(figure: Figure) -> Weight:
    """Return the weight of head, trunk and arms."""
    share, along = MASSES["trunk"]
    trunk = between(figure["pelvis"].position, figure["spine_7"].position, along)
    head = (MASSES["head"][0], figure["head"].position)
    return together([head, (share, trunk), *_weights(figure, _ARMS)])


def legs_weight(figure: Figure) -> Weight:
    """Return the weight of both legs; only their joints need be there."""
    return together(_weights(figure, _LEGS))


def together(weights: Sequence[Weight]) -> Weight:
    """Return several weights as one."""
    total = x = y = z = 0.0
    for share, (u, v, w) in weights:
        total += share
        x += share * u
        y += share * v
        z += share * w
    return total, (x / total, y / total, z / total)


def _weights(figure: Figure, bars: tuple[_Bar, ...]) -> list[Weight]:
    return [
        (share, between(_place(figure, start), _place(figure, end), along))
        for share, along, start, end in bars
    ]


def _place(figure: Figure, end: tuple[str, Vec]) -> Vec:
    joint, offset = end
    return at(*figure[joint], offset) if any(offset) else figure[joint].position


def support(
    figure: Figure, scene: Scene, shown: Mapping[int, float] | None = None
) -> tuple[Place, ...]:
    """Return the convex polygon of all that bears the body or that a hand holds on to.

    It rests on floor, desk, seat, cushions and a roll; thighs count as the skin's
    spheres do. Corners run counter-clockwise as seen with x to the right and z up; an
    empty polygon means that nothing touches.

    Args:
        figure: the body.
        scene: what is around it.
        shown: how much each cushion is there, 0 to 1, as `Motion.shown` says; without
            it, all of them are.
    """
    tops = [(b.low, b.high) for b in scene.boxes if b.part in {"top", "seat"}]
    tops += [
        (sub(cushion.centre, cushion.half), add(cushion.centre, cushion.half))
        for number, cushion in enumerate(scene.cushions)
        if shown is None or shown.get(number, 1.0) > 0.5
    ]
    places: list[Place] = []
    for ball in _bearing(figure):
        x, y, z = ball.centre
        low, r = y - ball.radius, ball.radius
        if (
            low <= TOUCHES
            or any(_on_top(ball, corner, opposite) for corner, opposite in tops)
            or any(_on_rod(ball, rod) for rod in scene.rods)
        ):
            places += [(x - r, z), (x + r, z), (x, z - r), (x, z + r)]
    return hull(places)


def _bearing(figure: Figure) -> Iterator[Ball]:
    yield from balls(figure)
    for side in SIDES:
        hip, knee = figure[f"hip_{side}"].position, figure[f"knee_{side}"].position
        for share, radius in _THIGH:
            yield Ball(f"thigh_{side}", between(hip, knee, share), radius)


def _on_top(ball: Ball, low: Vec, high: Vec) -> bool:
    (x, y, z), r = ball.centre, ball.radius
    return (
        abs(y - r - high[1]) <= TOUCHES
        and low[0] - r <= x <= high[0] + r
        and low[2] - r <= z <= high[2] + r
    )


def _on_rod(ball: Ball, rod: Rod) -> bool:
    """Return whether a hand holds a bar, or any part lies on a roll."""
    if rod.kind == "bar" and not ball.name.startswith("hand_"):
        return False
    away = hypot(ball.centre[0] - rod.start[0], ball.centre[1] - rod.start[1])
    return away <= ball.radius + rod.radius + TOUCHES


def hull(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the convex hull of places (monotone chain)."""
    ordered = sorted(set(places))
    if len(ordered) < 3:
        return tuple(ordered)
    return (*_half(ordered)[:-1], *_half(ordered[::-1])[:-1])


def margin(place: Place, polygon: tuple[Place, ...]) -> float:
    """Return how far inside a convex polygon a place lies; minus is outside."""
    if len(polygon) < 3:
        return -1.0
    inside = []
    for (x0, z0), (x1, z1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        edge = hypot(x1 - x0, z1 - z0)
        cross = (x1 - x0) * (place[1] - z0) - (z1 - z0) * (place[0] - x0)
        inside.append(cross / edge)
    return min(inside)


def _half(ordered: list[Place]) -> list[Place]:
    chain: list[Place] = []
    for x, z in ordered:
        while len(chain) > 1:
            (x0, z0), (x1, z1) = chain[-2:]
            if (x1 - x0) * (z - z0) - (z1 - z0) * (x - x0) > 0.0:
                break
            chain.pop()
        chain.append((x, z))
    return chain
