"""Is the body where its props let it be: none inside of them, weight above support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.balance import centre_of_mass, margin, support
from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.surfaces import from_line
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.vectors import add, sub

if TYPE_CHECKING:
    from deskstretch.body.scenery import Box, Cushion
    from deskstretch.body.surface import Ball
    from deskstretch.body.vectors import Vec

SINK: Final = 0.015  # how deep a surface may be in a hard prop
SOFT: Final = 0.030  # ... and in a cushion or a rolled towel
SHIFTING: Final = 0.15  # the share of a loop that may be a little out of balance
LEAN: Final = 0.015  # ... by this much
CANNOT_FALL: Final = 0.13  # the weight of someone who lies, and may roll, is lower
NOTHING: Final = -1.0  # the margin of a polygon without corners
_HANDS: Final = ("hand_", "fingers_", "wrist_")
_ON_SEAT: Final = ("hip_", "pelvis", "thigh_")
_NAMES: Final = {
    "top": "desk",
    "leg": "leg of the furniture",
    "seat": "seat",
    "chair_back": "back of the chair",
    "post": "post",
}


def props(loop: Loop) -> list[Finding]:
    """Nothing goes through desk, chair, bar, roll or cushion."""
    worst = Worst()
    scene = loop.motion.scene
    for index, skin in enumerate(loop.skin):
        shown = loop.motion.shown(*loop.moments[index][:2])
        for ball in skin:
            hand = ball.name.startswith(_HANDS)
            for box in scene.boxes:
                thing = f"{ball.name}|{_NAMES[box.part]}"
                allowed = SOFT if _sits(ball, box) else SINK
                worst.see(thing, _in_box(ball, box) - allowed, index)
            for rod in scene.rods:
                deep = ball.radius + rod.radius
                deep -= from_line(ball.centre, rod.start, rod.end)
                if not hand:
                    allowed = SINK if rod.kind == "bar" else SOFT
                    worst.see(f"{ball.name}|{rod.kind}", deep - allowed, index)
            for number, cushion in enumerate(scene.cushions):
                if shown.get(number, 1.0) > 0.5:
                    deep = _in_cushion(ball, cushion)
                    worst.see(f"{ball.name}|{cushion.kind}", deep - SOFT, index)
    return [
        loop.found("props", index, _deep(thing, over))
        for thing, over, index in worst.beyond(0.0)
    ]


def balance(loop: Loop) -> list[Finding]:
    """The centre of mass stays above what bears the body.

    A hang needs no ground, and who lies cannot fall.
    """
    motion = loop.motion
    margins: list[tuple[float, int]] = []
    for index, figure in enumerate(loop.figures):
        x, height, z = centre_of_mass(figure)
        if height < CANNOT_FALL or _hangs(loop, index):
            continue
        polygon = support(figure, motion.scene, motion.shown(*loop.moments[index][:2]))
        margins.append((margin((x, z), polygon), index))
    if not margins:
        return []
    least, index = min(margins)
    # A moment of a hold stands for more of the time than one of a movement.
    outside = sum(loop.lasts[index] for inside, index in margins if inside < 0.0)
    if least >= 0.0 or (least >= -LEAN and outside < SHIFTING * motion.period_s):
        return []
    if least <= NOTHING:
        return [loop.found("balance", index, "nothing bears the body.")]
    text = f"the body's weight is {percent(-least)} outside of what bears it."
    return [loop.found("balance", index, text)]


def _hangs(loop: Loop, index: int) -> bool:
    contact = loop.choreography.contact
    return contact.hands == "bar" and any(
        loop.weights[index][name] > 0.0 for name in loop.fixed if name[:5] == "hand_"
    )


def _deep(thing: str, over: float) -> str:
    name, prop = thing.split("|")
    return f"{spoken(name)} goes into the {prop}, {percent(over)} deeper than it may."


def _sits(ball: Ball, box: Box) -> bool:
    return box.part == "seat" and ball.name.startswith(_ON_SEAT)


def _in_box(ball: Ball, box: Box) -> float:
    """Return how deep a sphere is in a box, by the way out that is shortest."""
    if ball.name.startswith(_HANDS) and ball.centre[1] > box.high[1]:
        return 0.0
    return _inside(ball, box.low, box.high)


def _in_cushion(ball: Ball, cushion: Cushion) -> float:
    return _inside(
        ball, sub(cushion.centre, cushion.half), add(cushion.centre, cushion.half)
    )


def _inside(ball: Ball, low: Vec, high: Vec) -> float:
    return min(
        min(c - a, b - c) + ball.radius
        for c, a, b in zip(ball.centre, low, high, strict=True)
    )
