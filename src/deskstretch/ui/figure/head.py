"""The head: a calm profile and ears.

Without eyes or mouth the figure is nobody in particular; nose, chin, ear and
hairline still tell from every side where it looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.vectors import dot
from deskstretch.ui.figure.outline import Outline, ellipsoid

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.skeleton import Joint
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.outline import Slice
    from deskstretch.ui.figure.space import Camera

EAR_CENTRE = (-0.0070, -0.0060, 0.0470)


def skull(outline: Outline, camera: Camera, head: Joint) -> None:
    """Add cranium, face, nose, lips and chin."""

    def ball(place: Vec, radii: Vec) -> Slice:
        return ellipsoid(camera, head, place, radii)

    cranium = ball((-0.001, 0.016, 0), (0.0565, 0.0510, 0.0455))
    brow = ball((0.0250, 0.004, 0), (0.0300, 0.0260, 0.0350))
    cheek = ball((0.0170, -0.014, 0), (0.0365, 0.0280, 0.0385))
    chin = ball((0.0330, -0.0445, 0), (0.0150, 0.0125, 0.0150))
    outline.hull(cranium, brow)
    outline.hull(cranium, cheek)
    outline.hull(brow, cheek)
    outline.hull(cheek, chin)
    for sign in (1, -1):
        jaw = ball((-0.0040, -0.0290, 0.0280 * sign), (0.0130, 0.0140, 0.0090))
        outline.hull(jaw, chin)
        outline.hull(jaw, cheek)
    bridge = ball((0.0485, 0.0010, 0), (0.0055, 0.0070, 0.0060))
    tip = ball((0.0600, -0.0160, 0), (0.0050, 0.0048, 0.0060))
    nostril = ball((0.0490, -0.0190, 0), (0.0060, 0.0045, 0.0095))
    outline.hull(bridge, tip)
    outline.hull(tip, nostril)
    outline.blob(ball((0.0480, -0.0285, 0), (0.0060, 0.0042, 0.0120)))
    outline.blob(ball((0.0465, -0.0352, 0), (0.0058, 0.0040, 0.0110)))


def ears(camera: Camera, head: Joint) -> list[QPainterPath]:
    """Return the ears that face the camera: each an outer and an inner shell."""
    shown = []
    for sign in (1, -1):
        if sign * dot(head[1][2], camera.towards) > 0.10:
            shown.append(_shell(camera, head, sign, 1.0))
            shown.append(_shell(camera, head, sign, 0.52))
    return shown


def _shell(camera: Camera, head: Joint, sign: int, size: float) -> QPainterPath:
    x, y, z = EAR_CENTRE
    path = Outline(0.0)
    path.hull(
        ellipsoid(
            camera,
            head,
            (x - 0.0012, y + 0.0045 * size, (z + 0.004 * (1 - size)) * sign),
            (0.0105 * size, 0.0112 * size, 0.0060),
        ),
        ellipsoid(
            camera,
            head,
            (x + 0.0022, y - 0.0092 * size, (z + 0.004 * (1 - size)) * sign),
            (0.0064 * size, 0.0068 * size, 0.0050),
        ),
    )
    return path.fill
