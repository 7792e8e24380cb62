"""What lies under a place: floor, seat, desk, cushion, roll; and how far a line is."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from deskstretch.body.vectors import add, distance, dot, scaled, sub

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deskstretch.body.motion import Motion
    from deskstretch.body.scenery import Box, Scene
    from deskstretch.body.vectors import Vec

ROUND: Final = 0.03  # a round part rests on an edge that it overhangs by so much
THERE: Final = 0.99  # a cushion that slides in bears nobody before this share


def below(motion: Motion, place: Vec, shown: Mapping[int, float]) -> float:
    """Return the height of the highest surface under a place; 0 is the floor.

    `shown` says how much each cushion is there, by its number.
    """
    return max(
        (top for top in _tops(motion.scene, place, shown) if top <= place[1]),
        default=0.0,
    )


def shown_in(motion: Motion, pose: str) -> dict[int, float]:
    """Return which cushions are there in a pose, by their numbers."""
    return {
        number: 1.0 if cushion.poses is None or pose in cushion.poses else 0.0
        for number, cushion in enumerate(motion.scene.cushions)
    }


def _tops(scene: Scene, place: Vec, shown: Mapping[int, float]) -> Iterator[float]:
    """Yield the heights of all surfaces that lie across a place, the floor first."""
    x, _, z = place
    yield 0.0
    for box in scene.boxes:
        if box.part in ("top", "seat") and _across(
            x, z, box.low[0], box.high[0], box.low[2], box.high[2]
        ):
            yield box.high[1]
    for number, (_, centre, half, _) in enumerate(scene.cushions):
        if shown[number] >= THERE and _across(
            x,
            z,
            centre[0] - half[0],
            centre[0] + half[0],
            centre[2] - half[2],
            centre[2] + half[2],
        ):
            yield centre[1] + half[1]
    for rod in scene.rods:
        away = from_line((x, rod.start[1], z), rod.start, rod.end)
        if rod.kind == "roll" and away < rod.radius + ROUND:
            yield rod.start[1] + rod.radius


def from_line(place: Vec, start: Vec, end: Vec) -> float:
    """Return how far a place is from the line between two points."""
    way = sub(end, start)
    share = dot(sub(place, start), way) / (dot(way, way) or 1.0)
    nearest = add(start, scaled(way, min(1.0, max(0.0, share))))
    return distance(place, nearest)


def from_box(place: Vec, box: Box) -> float:
    """Return how far a place is outside a box; minus is how deep it is inside."""
    ways = [
        max(low - c, c - high)
        for c, low, high in zip(place, box.low, box.high, strict=True)
    ]
    outside = [way for way in ways if way > 0.0]
    return hypot(*outside) if outside else max(ways)


def _across(x: float, z: float, x0: float, x1: float, z0: float, z1: float) -> bool:
    return x0 - ROUND <= x <= x1 + ROUND and z0 - ROUND <= z <= z1 + ROUND
