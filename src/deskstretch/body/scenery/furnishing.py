"""Places what a movement needs, where its reference pose needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.bar import bar
from deskstretch.body.scenery.chair import chair
from deskstretch.body.scenery.desk import desk
from deskstretch.body.scenery.things import Box, Mat, Rod, Scene

if TYPE_CHECKING:
    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure

_MAT: Final = (0.46, 0.19)  # half its length and width


def furnished(props: Props, reference: Figure) -> Scene:
    """Place the props where the reference pose needs them.

    The mat lies under the feet and knees; the desk's edge under the hands that rest
    on it; the chair under the hips; the bar in the hands that grip it.
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
    return Scene(_mat(reference) if props.mat else None, tuple(boxes), tuple(rods))


def _mat(reference: Figure) -> Mat:
    xs = [
        reference[f"{joint}_{side}"].position[0]
        for joint in ("knee", "ankle", "toe")
        for side in ("left", "right")
    ]
    middle = (min(xs) + max(xs)) / 2.0
    length, width = _MAT
    return Mat(middle - length, middle + length, -width, width)
