"""Bare feet: heel, arch, ball and five toes that bend as one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.vectors import at
from deskstretch.ui.figure.digits import digit
from deskstretch.ui.figure.outline import ellipsoid

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Joint
    from deskstretch.ui.figure.digits import Digit
    from deskstretch.ui.figure.outline import Outline
    from deskstretch.ui.figure.space import Camera

SOLE = -0.039
"""The sole's height in the ankle's frame; the toes' joint is 0.013 above it."""
TOE_SOLE = -0.013

# Big toe first: inward distance from the foot's middle line, tip, thickness.
_TOES = (
    (0.0150, 0.0420, 0.0098, 0.0090),
    (0.0010, 0.0425, 0.0076, 0.0066),
    (-0.0088, 0.0375, 0.0072, 0.0062),
    (-0.0172, 0.0310, 0.0068, 0.0058),
    (-0.0245, 0.0230, 0.0064, 0.0056),
)


def foot(outline: Outline, camera: Camera, ankle: Joint, toe: Joint, sign: int) -> None:
    """Add the foot without its toes; `sign` is 1 for the right, -1 for the left."""
    inward = -sign
    joint = ellipsoid(camera, ankle, (0.0, 0.002, 0), (0.0225, 0.022, 0.0205))
    heel = ellipsoid(camera, ankle, (-0.0255, -0.0180, 0), (0.0205, 0.0210, 0.0200))
    instep = ellipsoid(
        camera, ankle, (0.028, -0.0110, 0.003 * inward), (0.0230, 0.0155, 0.0190)
    )
    outer = ellipsoid(
        camera, ankle, (0.046, -0.0270, -0.013 * inward), (0.0260, 0.0120, 0.0135)
    )
    ball = ellipsoid(
        camera, ankle, (0.070, -0.0245, 0.0040 * inward), (0.0190, 0.0145, 0.0260)
    )
    row = ellipsoid(
        camera, toe, (0.001, 0.0, -0.001 * inward), (0.0130, 0.0125, 0.0255)
    )
    outline.hull(joint, heel)
    outline.hull(joint, instep)
    outline.hull(heel, outer)
    outline.hull(instep, ball)
    outline.hull(outer, ball)
    outline.hull(joint, outer)
    outline.hull(ball, row)


def toes(camera: Camera, toe: Joint, sign: int, grow: float) -> list[Digit]:
    """Return the five toes, the farthest first."""
    k = camera.scale
    placed = []
    for inward, tip, thick, thin in _TOES:
        z = -sign * inward
        places = (
            at(*toe, (0.000, -0.0015, z)),
            at(*toe, (tip * 0.55, TOE_SOLE + thick + 0.0015, z)),
            at(*toe, (tip - thin, TOE_SOLE + thin, z)),
        )
        placed.append((camera.depth(places[2]), places, (thick * 0.9, thick, thin)))
    placed.sort(key=lambda row: row[0])
    return [
        digit([camera.point(place) for place in places], [r * k for r in radii], grow)
        for _, places, radii in placed
    ]
