"""Does it stand on the ground: contacts, floor, props, balance, lying parts."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from deskstretch.body.balance import centre_of_mass, margin, support
from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.points import points
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import PALM, balls
from deskstretch.body.vectors import at, distance

if TYPE_CHECKING:
    from deskstretch.body.scenery import Box
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.surface import Ball

DRIFT: Final = 0.010  # how far a held contact may slide
GAP: Final = 0.006  # how far it may be from the surface it lies on
SINK: Final = 0.015  # how deep a surface may be in the floor or in a prop
SHIFTING: Final = 0.15  # the share of a loop that may be a little out of balance
LEAN: Final = 0.015  # ... by this much
RESTS: Final = 0.015  # the gap of a lying head and upper back
_POINTS: Final = {
    "knee": ("knee",),
    "foot": ("heel", "toe"),
    "ball": ("toe",),
    "hand": ("hand",),
}
_HANDS: Final = ("hand_", "fingers_", "wrist_")


def contact_points(loop: Loop) -> dict[str, tuple[str, ...]]:
    """Return the named points of each fixed contact."""
    result = {}
    for contact in loop.fixed:
        part, side = contact.rsplit("_", 1)
        kind = "ball" if contact in loop.on_ball else part
        result[contact] = tuple(f"{point}_{side}" for point in _POINTS[kind])
    return result


def contact(loop: Loop) -> list[Finding]:
    """Held contacts neither slide nor hover; touching hands lie on their spots."""
    worst = Worst()
    home = points(loop.motion.reference())
    for index, seconds in enumerate(loop.times):
        weights = loop.weights(index)
        for name, where in contact_points(loop).items():
            if weights[name] < 1.0:
                continue
            for point in where:
                slid = distance(loop.points[index][point], home[point])
                worst.see(name, slid, seconds)
        for touch in loop.choreography.touches:
            hand = loop.hand(touch.hand)
            if weights[f"hand_{hand}"] < 1.0:
                continue
            figure = loop.figures[index]
            spot = spot_for(touch.spot, hand)
            goal = at(*figure[spot.part], spot.palm_at)
            palm = at(*figure[f"wrist_{hand}"], PALM)
            worst.see(f"hand_{hand}", distance(goal, palm), seconds)
    slides = [
        Finding("contact", f"{name} slides {100 * slid:.1f} % of stature.", seconds)
        for name, slid, seconds in worst.beyond(DRIFT)
    ]
    return slides + _hovering(loop)


def _hovering(loop: Loop) -> list[Finding]:
    """Name the contacts that do not lie on their surface in the reference pose."""
    skin = {ball.name: ball for ball in balls(loop.motion.reference())}
    found = []
    for name in loop.fixed:
        part, side = name.rsplit("_", 1)
        gap = _gap(loop, skin[f"ball_{side}" if part == "foot" else name])
        if abs(gap) > GAP:
            how = "above" if gap > 0 else "below"
            found.append(
                Finding(
                    "contact",
                    f"{name} is {100 * abs(gap):.1f} % of stature {how} its surface.",
                )
            )
    return found


def _gap(loop: Loop, ball: Ball) -> float:
    """Return how far a contact is from what it lies on or holds; minus is inside."""
    hands = loop.choreography.contact.hands if ball.name.startswith("hand") else None
    x, y, _ = ball.centre
    if hands == "seat":
        seat = next(box for box in loop.motion.scene.boxes if box.part == "seat")
        outside = (
            max(low - c, 0.0, c - high)
            for c, low, high in zip(ball.centre, seat.low, seat.high, strict=True)
        )
        return hypot(*outside) - ball.radius
    if hands == "bar":
        rod = next(rod for rod in loop.motion.scene.rods if rod.kind == "bar")
        return hypot(x - rod.start[0], y - rod.start[1]) - ball.radius
    desk = loop.choreography.props.desk_height if hands == "desk" else 0.0
    return y - ball.radius - desk


def floor(loop: Loop) -> list[Finding]:
    """Nothing goes through the floor."""
    worst = Worst()
    for figure, seconds in zip(loop.figures, loop.times, strict=True):
        for ball in balls(figure):
            worst.see(ball.name, ball.radius - ball.centre[1], seconds)
    return [
        Finding("floor", f"{name} is {100 * deep:.1f} % below the floor.", seconds)
        for name, deep, seconds in worst.beyond(SINK)
    ]


def props(loop: Loop) -> list[Finding]:
    """Nothing goes through a desk."""
    worst = Worst()
    boxes = loop.motion.scene.boxes
    for figure, seconds in zip(loop.figures, loop.times, strict=True):
        for ball in balls(figure):
            for box in boxes:
                worst.see(ball.name, _depth(ball, box), seconds)
    return [
        Finding("props", f"{name} is {100 * deep:.1f} % inside a prop.", seconds)
        for name, deep, seconds in worst.beyond(SINK)
    ]


def _depth(ball: Ball, box: Box) -> float:
    """Return how deep a sphere is in a box, by the way out that is shortest."""
    if ball.name.startswith(_HANDS) and ball.centre[1] > box.high[1]:
        return 0.0
    return min(
        min(c - low, high - c) + ball.radius
        for c, low, high in zip(ball.centre, box.low, box.high, strict=True)
    )


def balance(loop: Loop) -> list[Finding]:
    """The centre of mass stays above what the body stands on."""
    scene = loop.motion.scene
    margins = []
    for figure in loop.figures:
        x, _, z = centre_of_mass(figure)
        margins.append(margin((x, z), support(figure, scene)))
    least = min(margins)
    outside = sum(inside < 0.0 for inside in margins) / len(margins)
    if least >= 0.0 or (least >= -LEAN and outside < SHIFTING):
        return []
    seconds = loop.times[margins.index(least)]
    return [
        Finding(
            "balance",
            f"The weight is {-100 * least:.1f} % of stature outside the support.",
            seconds,
        )
    ]


def rest(loop: Loop) -> list[Finding]:
    """Someone who lies on the back rests head and upper back on the floor."""
    worst = Worst()
    for figure, seconds in zip(loop.figures, loop.times, strict=True):
        if not _lies_on_back(figure):
            continue
        for ball in balls(figure):
            if ball.name in {"head", "spine_5"}:
                worst.see(ball.name, ball.centre[1] - ball.radius, seconds)
    return [
        Finding("rest", f"{name} hovers {100 * gap:.1f} % above the mat.", seconds)
        for name, gap, seconds in worst.beyond(RESTS)
    ]


def _lies_on_back(figure: Figure) -> bool:
    pelvis = figure["pelvis"]
    return pelvis.frame[0][1] > 0.8 and pelvis.position[1] < 0.1
