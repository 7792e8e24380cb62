"""Does the body pass through itself: arms in trunk and legs, one leg in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
PRESSED: Final = 0.030  # legs are softer, and lie against each other
HOVERS: Final = 0.012  # how far a hand may be from the skin it rests on
FINGERTIPS: Final[Vec] = (-0.002, -0.099, 0.0)
_FINGER_RADIUS: Final = 0.007
_FOREARM: Final = ((0.35, 0.024), (0.7, 0.019), (0.95, 0.015))
_SHANK: Final = ((0.0, 0.038), (0.35, 0.036), (0.7, 0.028), (1.0, 0.021))


def overlap(loop: Loop) -> list[Finding]:
    """No arm goes through trunk, head or legs, and no leg through the other.

    A hand that rests on the body may press into the part it rests on.
    """
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        solids = {name: Solid(figure, name) for name in SOLIDS}
        for side in SIDES:
            allowed = _touched(loop, index, side)
            for thing, point, radius in _arm(figure, side):
                for name, solid in solids.items():
                    if thing.startswith("hand") and name in allowed:
                        continue
                    depth = solid.depth(point) + radius - INSIDE
                    worst.see(f"{thing} {name}", depth, index)
            for thing, point, radius in _leg(figure, side):
                for part in ("thigh", "shank"):
                    name = f"{part}_{other(side)}"
                    depth = solids[name].depth(point) + radius - PRESSED
                    worst.see(f"{thing} {name}", depth, index)
    found = []
    for things, depth, index in worst.beyond(0.0):
        thing, name = things.split(" ")
        deep = depth + (PRESSED if thing.startswith("shank") else INSIDE)
        text = f"{spoken(thing)} is {percent(deep)} inside {spoken(name)}."
        found.append(loop.found("overlap", index, text))
    return found


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


def _arm(figure: Figure, side: Side) -> Iterator[tuple[str, Vec, float]]:
    elbow, wrist = figure[f"elbow_{side}"], figure[f"wrist_{side}"]
    for share, radius in _FOREARM:
        yield (
            f"forearm_{side}",
            between(elbow.position, wrist.position, share),
            radius,
        )
    yield f"hand_{side}", at(*wrist, PALM), HAND_HALF_THICKNESS
    yield f"hand_{side}", at(*wrist, FINGERTIPS), _FINGER_RADIUS


def _leg(figure: Figure, side: Side) -> Iterator[tuple[str, Vec, float]]:
    knee, ankle = figure[f"knee_{side}"].position, figure[f"ankle_{side}"].position
    for share, radius in _SHANK:
        yield f"shank_{side}", between(knee, ankle, share), radius
