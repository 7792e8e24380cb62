"""Does it stand and lie on the ground: contacts, floor, parts that rest."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.surfaces import below, from_box, from_line, shown_in
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.edges import height_above_floor
from deskstretch.body.lying import RESTING, lowest
from deskstretch.body.points import points
from deskstretch.body.skeleton import SIDES, side_of
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import HAND_HALF_THICKNESS, PALM, balls
from deskstretch.body.vectors import add, at, distance, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskstretch.body.skeleton import Figure
    from deskstretch.body.surface import Ball

DRIFT: Final = 0.010  # how far a held contact may slide
GAP: Final = 0.006  # how far a hand, foot or knee may be from what it lies on
SOFT_GAP: Final = 0.015  # ... and a rounder part: flesh gives
SINK: Final = 0.015  # how deep a surface may be in the floor
DRAGGED: Final = 0.015  # how far a foot may slide in one phase
LIGHTLY: Final = 0.003  # a foot that is lower than this touches the floor
RESTS: Final = 0.015  # the gap of a lying head and upper back
LYING: Final = 0.13  # height of the chest's middle, at most, on back or belly
SIDE_LYING: Final = 0.16
FLAT: Final = 0.75  # the chest faces up, down or aside within 41 degrees
_POINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "foot": ("heel", "toe"),
    "on_ball": ("toe",),
}
_BALLS: Final[Mapping[str, str]] = {
    "foot": "ball",
    "upper_back": "spine_5",
    "chest": "spine_5",
}
_SOLE: Final = ("heel", "ball", "toe")
_ARM: Final = (("elbow", "wrist", 0.020), ("shoulder", "elbow", 0.030))


def contact_points(loop: Loop) -> dict[str, tuple[str, ...]]:
    """Return the named points of each fixed contact."""
    result = {}
    for contact in loop.fixed:
        part, ending = _parted(contact)
        kind = "on_ball" if contact in loop.on_ball else part
        result[contact] = RESTING.get(
            contact, tuple(f"{name}{ending}" for name in _POINTS.get(kind, (part,)))
        )
    return result


def contact(loop: Loop) -> list[Finding]:
    """What is held does not slide; hands that rest on the body stay on their spots."""
    slid, missed = Worst(), Worst()
    held = contact_points(loop)
    for index, figure in enumerate(loop.figures):
        home = points(
            loop.motion.home(loop.moments[index].phase, loop.moments[index].share)
        )
        busy = {f"hand_{hand}" for hand, _, weight in loop.touching[index] if weight}
        for name, where in held.items():
            if loop.weights[index][name] < 1.0 or name in busy:
                continue
            for point in where:
                slid.see(name, distance(loop.points[index][point], home[point]), index)
        for hand, spot_name, weight in loop.touching[index]:
            if weight < 1.0:
                continue
            spot = spot_for(spot_name, hand)
            part = figure[spot.part]
            palm = at(*figure[f"wrist_{hand}"], PALM)
            goal = at(*part, spot.palm_at)
            end = add(goal, scaled(part.frame[1], spot.slides))
            missed.see(f"hand_{hand}", from_line(palm, goal, end), index)
    return [
        *slid.told(loop, "contact", DRIFT, "{thing} slides {size}."),
        *missed.told(loop, "contact", DRIFT, "{thing} misses its spot by {size}."),
    ]


def hover(loop: Loop) -> list[Finding]:
    """What is held lies on its surface, neither above it nor below it."""
    found = []
    pose = loop.choreography.contact.reference
    for name in loop.fixed:
        gap, allowed = _gap(loop, name)
        if abs(gap) > allowed:
            how = "above" if gap > 0 else "below"
            text = f"{spoken(name)} is {percent(abs(gap))} {how} what it lies on."
            found.append(
                Finding("hover", f"In the pose {pose} {text}", path=("pose", pose))
            )
    return found


def floor(loop: Loop) -> list[Finding]:
    """Nothing goes through the floor."""
    worst = Worst()
    for index, skin in enumerate(loop.skin):
        for ball in skin:
            worst.see(ball.name, ball.radius - ball.centre[1], index)
    return worst.told(loop, "floor", SINK, "{thing} is {size} below the floor.")


def drag(loop: Loop) -> list[Finding]:
    """No foot is dragged along the floor: it is lifted first, and put down after."""
    worst = Worst()
    for side in SIDES:
        names = [f"{part}_{side}" for part in _SOLE]
        path, phase = 0.0, -1
        for index, (here, there) in enumerate(pairwise(loop.skin)):
            if loop.moments[index].phase != phase:
                path, phase = 0.0, loop.moments[index].phase
            path += _slid(here, there, names)
            worst.see(f"foot_{side}", path, index)
    text = "{thing} is dragged along the floor by {size}."
    return worst.told(loop, "drag", DRAGGED, text)


def rest(loop: Loop) -> list[Finding]:
    """Who lies rests the head and, on the back, the upper back."""
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        chest = figure["spine_5"]
        height, front, side = chest.position[1], chest.frame[0][1], chest.frame[2][1]
        skin = {ball.name: ball for ball in loop.skin[index]}
        if height < LYING and front > FLAT:
            worst.see("upper_back", _over(skin["spine_5"], loop, index, figure), index)
        if (height < LYING and abs(front) > FLAT) or (
            height < SIDE_LYING and abs(side) > FLAT
        ):
            worst.see("head", _over(skin["head"], loop, index, figure), index)
    return worst.told(loop, "rest", RESTS, "{thing} hovers {size} above its support.")


def _slid(here: Iterable[Ball], there: Iterable[Ball], names: list[str]) -> float:
    """Return how far a foot slides: as its stillest part that stays on the floor.

    A foot that turns on its ball, or rolls over its heel, does not slide.
    """
    ways = [
        hypot(b.centre[0] - a.centre[0], b.centre[2] - a.centre[2])
        for a, b in zip(here, there, strict=True)
        if a.name in names and _touches(a) and _touches(b)
    ]
    return min(ways, default=0.0)


def _touches(ball: Ball) -> bool:
    return -SINK < ball.centre[1] - ball.radius < LIGHTLY


def _gap(loop: Loop, name: str) -> tuple[float, float]:
    """Return how far a held part is above its surface, and how far it may be."""
    reference, scene = loop.motion.reference(), loop.motion.scene
    contact = loop.choreography.contact
    shown = shown_in(loop.motion, contact.reference)
    part, ending = _parted(name)
    if name in loop.on_edge and (side := side_of(name)):
        return height_above_floor(reference, side), GAP
    ball = next(
        one for one in balls(reference) if one.name == _BALLS.get(part, part) + ending
    )
    if name in RESTING:
        low = lowest(reference, [name])
        low = ball.centre[1] - ball.radius if low is None else low
        return low - below(loop.motion, ball.centre, shown), SOFT_GAP
    if part == "hand" and contact.hands == "bar":
        bars = [rod for rod in scene.rods if rod.kind == "bar"]
        away = [from_line(ball.centre, bar.start, bar.end) - bar.radius for bar in bars]
        return min(away, default=0.0) - HAND_HALF_THICKNESS, SOFT_GAP
    if part == "hand" and contact.hands in ("desk", "seat"):
        kind = "top" if contact.hands == "desk" else "seat"
        away = [from_box(ball.centre, box) for box in scene.boxes if box.part == kind]
        return min(away, default=0.0) - ball.radius, GAP
    return ball.centre[1] - ball.radius - below(loop.motion, ball.centre, shown), GAP


def _over(ball: Ball, loop: Loop, index: int, figure: Figure) -> float:
    """Return how far a lying part is above floor and cushions, or from the arms."""
    moment = loop.moments[index]
    shown = loop.motion.shown(moment.phase, moment.share)
    surface = below(loop.motion, ball.centre, shown)
    gaps = [ball.centre[1] - ball.radius - surface]
    if ball.name == "head":
        for side in SIDES:
            for start, end, radius in _ARM:
                a, b = figure[f"{start}_{side}"], figure[f"{end}_{side}"]
                away = from_line(ball.centre, a.position, b.position)
                gaps.append(away - ball.radius - radius)
            palm = at(*figure[f"wrist_{side}"], PALM)
            away = distance(ball.centre, palm) - ball.radius - HAND_HALF_THICKNESS
            gaps.append(away)
    return min(gaps)


def _parted(contact: str) -> tuple[str, str]:
    """Return a contact's part and the ending of its side: `foot`, `_left`."""
    side = side_of(contact)
    ending = f"_{side}" if side else ""
    return contact.removesuffix(ending), ending
