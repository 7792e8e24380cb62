"""Can it be seen: inside the frame, glow, key poses, colours on both stages."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import dist
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from deskstretch.body.checks import Finding
from deskstretch.body.motion import Motion
from deskstretch.ui.figure.checks.shots import HEIGHT, WIDTH, differing, shot
from deskstretch.ui.figure.looks import SKINS
from deskstretch.ui.figure.painter import STANDING

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from deskstretch.ui.figure.checks.shots import Shots

MARGIN: Final = 0.04
"""The share of the stage that stays free on every side."""
SOLID: Final = 60
"""Alpha of 255 below which a soft shadow ends."""
PAINTED: Final = 250
"""Alpha of 255 from which something is body, not shadow."""
THERE: Final = 0.1
"""How visible arrow and words are before they can be in the way ..."""
COVERS: Final = 8
"""... and pixels at 480 of the body that they may touch: an edge's worth."""
GLOWS: Final = 150
"""Pixels at 480 that a glow has at least ..."""
WARM: Final = 0.4
"""... which are this much of the way from the cloth's colour to the glow's."""
DIFFERS: Final = 400
"""Pixels at 480 in which one key pose differs from the next, at least."""
CONTRAST: Final = 3.0
_STUFFS: Final = ("shirt", "leggings", "hair", "scarf", *(f"skin.s{n}" for n in SKINS))


def frame(shots: Shots) -> list[Finding]:
    """The body stays inside the picture, with a margin."""
    across, down = round(MARGIN * WIDTH), round(MARGIN * HEIGHT)
    for index, share, _ in shots.moments:
        alpha = bytes(shots.shot(index, share).constBits())[3::4]
        edges = {
            "top": alpha[: down * WIDTH],
            "bottom": alpha[-down * WIDTH :],
            "left": b"".join(alpha[x::WIDTH] for x in range(across)),
            "right": b"".join(alpha[x::WIDTH] for x in range(WIDTH - across, WIDTH)),
        }
        for edge, strip in edges.items():
            if max(strip) > SOLID:
                text = f"the body comes too near to the {edge} of the picture."
                return [shots.found("frame", index, text, share)]
    return []


def clear(shots: Shots) -> list[Finding]:
    """Arrow and words lie beside the body, at every moment at which they are there."""
    for index, share, _ in shots.moments:
        shaft, arrow = shots.painter.arrow(index, share)
        box, words = shots.painter.pill(index, share)
        pill = QPainterPath()
        pill.addRect(box)
        for what, path, there in (
            ("the arrow lies", shaft, arrow), ("the words lie", pill, words),
        ):  # fmt: skip
            if there < THERE:
                continue
            size = _on_body(shots.shot(index, share), path)
            if size > COVERS:
                text = f"{what} across the body ({size} pixels at {WIDTH})."
                return [shots.found("clear", index, text, share)]
    return []


def _on_body(body: QImage, path: QPainterPath) -> int:
    """Return how many pixels of a path lie on what is painted in full."""
    area = path.boundingRect().toAlignedRect().intersected(body.rect())
    return sum(
        body.pixelColor(x, y).alpha() > PAINTED and path.contains(QPointF(x, y))
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
    )


def glow(shots: Shots) -> list[Finding]:
    """What a phase says is felt can be seen to glow where it is felt most."""
    choreography = shots.motion.choreography
    felt = [index for index in shots.played if choreography.phases[index].feel]
    if not felt:
        return []
    plain = shots.fitted(_unfelt(shots.motion))
    warm = _channels(shots.theme.color("stretch"))
    found = []
    for index in felt:
        share = shots.motion.felt_most(index)
        lit = shots.shot(index, share)
        cold = shot(plain, index, share, STANDING)
        size = sum(_warmed(lit, cold, place, warm) for place in differing(lit, cold))
        if size < GLOWS:
            names = ", ".join(choreography.phases[index].feel)
            text = f"the glow ({names}) is hidden: {size} pixels at {WIDTH}."
            found.append(shots.found("glow", index, text))
    return found


def stills(shots: Shots) -> list[Finding]:
    """Key poses that follow each other look different."""
    if shots.motion.range < 1.0:
        return []
    names = shots.motion.choreography.still
    found = []
    for number, (one, other) in enumerate(itertools.pairwise(names)):
        places = [_moment(shots, name) for name in (one, other)]
        if None in places:
            continue
        a, b = (shots.shot(*place) for place in places if place)
        if len(differing(a, b)) < DIFFERS:
            text = f'The key poses "{one}" and "{other}" look the same.'
            found.append(Finding("stills", text, path=("still", "poses", number)))
    return found


def contrast(shots: Shots) -> list[Finding]:
    """Cloth, hair and every skin stand out from the stage, by fill or by line."""
    behind = shots.theme.color("stage_bot")
    found = []
    for stuff in _STUFFS:
        near, far, line = shots.theme.figure_ramp(stuff)
        edge = _contrast(line, behind)
        least = min(max(edge, _contrast(fill, behind)) for fill in (near, far))
        if least < CONTRAST:
            text = f"{stuff} stands out from the stage by {least:.1f}:1, not 3:1."
            found.append(Finding("contrast", text))
    return found


def _unfelt(motion: Motion) -> Motion:
    """Return the same motion with nothing to feel."""
    choreography = motion.choreography
    phases = tuple(replace(phase, feel=()) for phase in choreography.phases)
    return Motion(
        replace(choreography, phases=phases),
        motion.seconds,
        motion.side,
        motion.range,
    )


def _moment(shots: Shots, pose: str) -> tuple[int, float] | None:
    """Return the phase and share at which a pose is reached."""
    for index in shots.played:
        phase = shots.motion.choreography.phases[index]
        if phase.to == pose:
            return index, 1.0
        for via in phase.via:
            if via.pose == pose:
                return index, via.at
    return None


def _warmed(lit: QImage, cold: QImage, place: int, warm: tuple[int, int, int]) -> bool:
    """Return whether a pixel went a good part of the way to the glow's colour."""
    y, x = divmod(place, lit.width())
    with_it = _channels(lit.pixelColor(x, y))
    without = _channels(cold.pixelColor(x, y))
    return dist(with_it, warm) <= (1.0 - WARM) * dist(without, warm)


def _channels(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _contrast(a: QColor, b: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    bright, dim = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
