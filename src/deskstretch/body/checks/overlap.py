"""Does the body pass through itself: arms in trunk and legs, one leg in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.skeleton import SIDES, other
from deskstretch.body.solids import SOLIDS, Solid, parts_under
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import HAND_HALF_THICKNESS, PALM
from deskstretch.body.vectors import at, between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Vec

INSIDE: Final = 0.025  # how deep an arm may press into loose cloth and flesh
PRESSED: Final = 0.030  # legs and belly are softer, and lie against each other
FACE: Final = 0.012  # how deep a face may be in a knee
HOVERS: Final = 0.012  # how far a hand may be from the skin it rests on
FINGERTIPS: Final[Vec] = (-0.002, -0.099, 0.0)
_FINGER_RADIUS: Final = 0.007
# Shares of the way from joint to joint, and how thick the limb is there.
_UPPER_ARM: Final = ((0.3, 0.032), (0.6, 0.030), (0.9, 0.025))
_FOREARM: Final = ((0.35, 0.024), (0.7, 0.019), (0.95, 0.015))
_THIGH: Final = ((0.6, 0.050), (0.8, 0.043), (1.0, 0.038))
_SHANK: Final = ((0.0, 0.038), (0.35, 0.036), (0.7, 0.028), (1.0, 0.021))
_FACE: Final[tuple[Vec, ...]] = (
    (0.058, -0.010, 0.0),
    (0.053, 0.025, 0.0),
    (0.045, -0.045, 0.0),
)
_LEGS: Final = tuple(name for name in SOLIDS if name not in ("trunk", "head"))


class _Probe(NamedTuple):
    """A point of one part, the parts it may not be in, and how deep it may be."""

    thing: str
    point: Vec
    radius: float
    parts: tuple[str, ...]
    limit: float


def overlap(loop: Loop) -> list[Finding]:
    """No arm goes through trunk, head or legs, no leg through the other or the belly.

    A hand that rests on the body may press into the part it rests on.
    """
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        solids = {name: Solid(figure, name) for name in SOLIDS}
        for thing, point, radius, parts, limit in _probes(loop, index, figure):
            for name in parts:
                over = solids[name].depth(point) + radius - limit
                if over > 0.0:
                    worst.see(f"{thing} {name} {limit}", over, index)
    found = []
    for things, over, index in worst.beyond(0.0):
        thing, name, allowed = things.split(" ")
        deep = percent(over + float(allowed))
        text = f"{spoken(thing)} is {deep} inside {spoken(name)}."
        found.append(loop.found("overlap", index, text))
    return found


def _probes(loop: Loop, index: int, figure: Figure) -> Iterator[_Probe]:
    for side in SIDES:
        hand_on = _touched(loop, index, side)
        free = tuple(name for name in SOLIDS if name not in hand_on)
        for point, radius in _along(figure, "elbow", "wrist", side, _FOREARM):
            yield _Probe(f"forearm_{side}", point, radius, tuple(SOLIDS), INSIDE)
        for point, radius in _hand(figure, side):
            yield _Probe(f"hand_{side}", point, radius, free, INSIDE)
        for point, radius in _along(figure, "shoulder", "elbow", side, _UPPER_ARM):
            yield _Probe(f"upper_arm_{side}", point, radius, ("head",), INSIDE)
        for point, radius in _along(figure, "hip", "knee", side, _THIGH):
            yield _Probe(f"thigh_{side}", point, radius, ("trunk",), PRESSED)
        legs = (f"thigh_{other(side)}", f"shank_{other(side)}")
        for point, radius in _along(figure, "knee", "ankle", side, _SHANK):
            yield _Probe(f"shank_{side}", point, radius, legs, PRESSED)
    for place in _FACE:
        yield _Probe("face", at(*figure["head"], place), 0.0, _LEGS, FACE)


def resting(loop: Loop) -> list[Finding]:
    """A hand that rests on the body lies on its skin: neither above it nor in it."""
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        for hand, spot, weight in loop.touching[index]:
            parts = parts_under(spot_for(spot, hand).part)
            if weight < 1.0 or not parts:
                continue
            gap = min((_gap(figure, hand, part) for part in parts), key=abs)
            how = "above" if gap > 0.0 else "inside"
            worst.see(f"hand_{hand} {how} {parts[0]}", abs(gap), index)
    found = []
    for thing, gap, index in worst.beyond(HOVERS):
        hand_name, how, part = thing.split(" ")
        text = (
            f"{spoken(hand_name)} is {percent(gap)} {how} the skin of {spoken(part)}."
        )
        found.append(loop.found("resting", index, text))
    return found


def _gap(figure: Figure, hand: Side, part: str) -> float:
    """Return how far palm or fingers, whichever is nearer, are from a part's skin."""
    solid, wrist = Solid(figure, part), figure[f"wrist_{hand}"]
    palm = -solid.depth(at(*wrist, PALM)) - HAND_HALF_THICKNESS
    tips = -solid.depth(at(*wrist, FINGERTIPS)) - _FINGER_RADIUS
    return min(palm, tips, key=abs)


def _touched(loop: Loop, index: int, side: Side) -> frozenset[str]:
    """Return the parts that a hand is on, or on its way to."""
    return frozenset(
        part
        for hand, spot, weight in loop.touching[index]
        if hand == side and weight > 0.0
        for part in parts_under(spot_for(spot, hand).part)
    )


def _hand(figure: Figure, side: Side) -> Iterator[tuple[Vec, float]]:
    wrist = figure[f"wrist_{side}"]
    yield at(*wrist, PALM), HAND_HALF_THICKNESS
    yield at(*wrist, FINGERTIPS), _FINGER_RADIUS


def _along(
    figure: Figure,
    start: str,
    end: str,
    side: Side,
    girths: tuple[tuple[float, float], ...],
) -> Iterator[tuple[Vec, float]]:
    a, b = figure[f"{start}_{side}"].position, figure[f"{end}_{side}"].position
    for share, radius in girths:
        yield between(a, b, share), radius
