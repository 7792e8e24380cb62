"""Places what a movement needs, where its reference pose needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.bar import bar
from deskstretch.body.scenery.chair import chair
from deskstretch.body.scenery.cushion import cushion
from deskstretch.body.scenery.desk import desk
from deskstretch.body.scenery.softs import pillow, roll
from deskstretch.body.scenery.things import Box, Mat, Rod, Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure

_MAT: Final = (0.46, 0.19)  # half its length and width, at least
_BEYOND, _BESIDE = 0.10, 0.07  # how far it goes on beyond the joints that lie on it
_NEAR_FLOOR: Final = 0.16
_ARM: Final = ("elbow", "wrist")  # arms may lie beside it


def furnished(props: Props, reference: Figure, resting: Sequence[Figure] = ()) -> Scene:
    """Place the props where the reference pose needs them.

    The mat lies under all that is near the floor; the desk's edge under the hands that
    rest on it; the chair under the hips; the bar in the hands that grip it; the cushion
    under the figures `resting` on it, or else under the reference; the roll under its
    hip bones, the pillow under its head.
    """
    boxes: list[Box] = []
    rods: list[Rod] = []
    if props.desk:
        boxes += desk(props, reference)
    if props.chair:
        boxes += chair(props, reference)
    if props.bar:
        rod, posts = bar(reference)
        rods.append(rod)
        boxes += posts
    if props.roll:
        rods.append(roll(reference))
    cushions = [cushion(props, resting or (reference,))] if props.cushion else []
    if props.pillow:
        cushions.append(pillow(reference))
    return Scene(
        _mat(reference) if props.mat else None,
        tuple(boxes),
        tuple(rods),
        tuple(cushions),
    )


def _mat(reference: Figure) -> Mat:
    """Lay a mat under all that is near the floor: kneeling, sitting or lying."""
    low = {name: p for name, (p, _) in reference.items() if p[1] < _NEAR_FLOOR}
    xs = [p[0] for p in low.values()] or [0.0]
    zs = [p[2] for name, p in low.items() if not name.startswith(_ARM)] or [0.0]
    x, z = (min(xs) + max(xs)) / 2.0, (min(zs) + max(zs)) / 2.0
    length = max(_MAT[0], (max(xs) - min(xs)) / 2.0 + _BEYOND)
    width = max(_MAT[1], (max(zs) - min(zs)) / 2.0 + _BESIDE)
    return Mat(x - length, x + length, z - width, z + width)
