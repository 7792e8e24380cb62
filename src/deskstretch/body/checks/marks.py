"""Is what lines and marks point at true: trunk, spine, hips, shoulder blades, ears."""

from __future__ import annotations

from math import asin, degrees
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.surfaces import below
from deskstretch.body.checks.wording import percent
from deskstretch.body.skeleton import SIDES, SPINE
from deskstretch.body.upright import middle
from deskstretch.body.vectors import angle, at, dot, length, scaled, sub, unit, within

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec

PLUMB: Final = 1.0  # degrees the shoulders may be off the vertical above the hips
PLUMB_TRUNK: Final = 4.0  # degrees for neck and chest, which curve
LEVEL: Final = 3.0  # degrees of the line through both hips
SHAPE: Final = 0.015  # how far a vertebra may leave the shape the spine started with
LIES: Final = 0.015  # the gap below a shoulder blade
SHRINKS: Final = 0.003  # how much nearer the shoulders may come to the ears
UP: Final[Vec] = (0.0, 1.0, 0.0)
# The skin over a shoulder blade, in the upper trunk's frame; the other one mirrored.
BLADE: Final[Vec] = (-0.040, -0.030, 0.045)


def trunk(loop: Loop) -> list[Finding]:
    """A trunk with a guide line is vertical, always."""
    if loop.choreography.guide != "trunk":
        return []
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        sample = loop.points[index]
        hips = middle(figure, "hip")
        lean = angle(sub(middle(figure, "shoulder"), hips), UP)
        worst.see("shoulders are", lean - PLUMB, index)
        for name in ("neck", "chest"):
            lean = angle(sub(sample[name], hips), UP)
            worst.see(f"{name} is", lean - PLUMB_TRUNK, index)
    return [
        loop.found("trunk", index, f"the {name} {over:.1f}° too far off the vertical.")
        for name, over, index in worst.beyond(0.0)
    ]


def spine(loop: Loop) -> list[Finding]:
    """A spine with a guide line keeps the shape it starts with."""
    if loop.choreography.guide != "spine":
        return []
    home = _shape(loop.figures[0])
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        for here, there in zip(_shape(figure), home, strict=True):
            worst.see("spine", length(sub(here, there)), index)
    return worst.told(loop, "spine", SHAPE, "{thing} bends by {size}.")


def hip_line(loop: Loop) -> list[Finding]:
    """A marked line through both hips is level."""
    if "hip_line" not in loop.choreography.marks:
        return []
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        line = sub(figure["hip_right"].position, figure["hip_left"].position)
        worst.see("hips", degrees(asin(min(1.0, abs(unit(line)[1])))), index)
    return [
        loop.found("hip_line", index, f"the hips tip sideways by {tip:.1f}°.")
        for _, tip, index in worst.beyond(LEVEL)
    ]


def shoulder_blades(loop: Loop) -> list[Finding]:
    """Marked shoulder blades stay on the floor."""
    if "shoulder_blades" not in loop.choreography.marks:
        return []
    worst = Worst()
    x, y, z = BLADE
    for index, figure in enumerate(loop.figures):
        shown = loop.motion.shown(*loop.moments[index][:2])
        for side in SIDES:
            place = at(*figure["spine_7"], (x, y, z if side == "right" else -z))
            name = f"shoulder_blade_{side}"
            worst.see(name, abs(place[1] - below(loop.motion, place, shown)), index)
    text = "{thing} is {size} off the floor."
    return worst.told(loop, "shoulder_blades", LIES, text)


def ear_gap(loop: Loop) -> list[Finding]:
    """A marked gap between shoulder and ear never gets smaller than at the start."""
    if "ear_gap" not in loop.choreography.marks:
        return []
    home = _gap(loop.figures[0])
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        worst.see("gap", home - _gap(figure), index)
    return [
        loop.found(
            "ear_gap", index, f"the shoulders come {percent(less)} nearer to the ears."
        )
        for _, less, index in worst.beyond(SHRINKS)
    ]


def _shape(figure: Figure) -> list[Vec]:
    """Return the vertebrae as the upper trunk sees them from the pelvis."""
    root, top = figure["pelvis"], figure["spine_7"]
    chord = unit(sub(top.position, root.position))
    side = root.frame[2]
    front = unit(sub(root.frame[0], scaled(chord, dot(root.frame[0], chord))))
    frame = (front, chord, side)
    return [within(frame, sub(figure[name].position, root.position)) for name in SPINE]


def _gap(figure: Figure) -> float:
    """Return how far the head is above the shoulders, along the neck."""
    along = figure["spine_7"].frame[1]
    return dot(sub(figure["head"].position, middle(figure, "shoulder")), along)
