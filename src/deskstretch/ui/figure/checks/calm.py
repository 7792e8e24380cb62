"""Are the pictures calm: painted without error, always the same, never popping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.ui.figure.checks.shots import WIDTH, differing, shot
from deskstretch.ui.figure.painter import MOVING, STANDING

if TYPE_CHECKING:
    from deskstretch.body.checks import Finding
    from deskstretch.ui.figure.checks.shots import Shots

POPS: Final = 120
"""Pixels at 480 that may change where one phase passes into the next: a rim's worth."""
LARGE: Final = 2
"""960 pixels are twice 480."""


def paints(shots: Shots) -> list[Finding]:
    """Every moment can be painted, at 480 and at 960 pixels."""
    index = 0
    try:
        large = shots.fitted(zoom=LARGE)
        for index, share, _ in shots.moments:
            shots.shot(index, share)
        for index in shots.played:
            for painter in (shots.painter, large):
                shot(painter, index, 0.5, MOVING)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        text = f"nothing can be painted: {type(error).__name__}."
        return [shots.found("paints", index, text)]
    return []


def same(shots: Shots) -> list[Finding]:
    """The same movement gives the same pixels, whoever paints it and when."""
    index = shots.played[0]
    first = shots.shot(index, 0.5)
    again = shot(shots.fitted(), index, 0.5, STANDING)
    if first == again:
        return []
    return [shots.found("same", index, "painted twice, two pictures differ.", 0.5)]


def popping(shots: Shots) -> list[Finding]:
    """No part jumps before or behind another where a phase begins."""
    found = []
    for index in shots.played:
        before = shots.shot(shots.motion.came_from(index), 1.0)
        changed = len(differing(before, shots.shot(index, 0.0)))
        if changed > POPS:
            text = "parts of the body change places at once, before or behind "
            text += f"each other ({changed} pixels at {WIDTH})."
            found.append(shots.found("popping", index, text, 0.0))
    return found
