"""The named points of a figure that the world outside knows (`render --json`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.skeleton import SIDES, Figure
from deskstretch.body.surface import HEEL, PALM, TOE_TIP
from deskstretch.body.vectors import Vec, at

if TYPE_CHECKING:
    from collections.abc import Mapping

# Name -> the joint it hangs on and its place in that joint's frame. The points of the
# trunk lie in the middle of the body, not on the spine.
POINTS: Final[Mapping[str, tuple[str, Vec]]] = {
    "head": ("head", (0.0, 0.0, 0.0)),
    "neck": ("neck_0", (0.006, 0.0, 0.0)),
    "chest": ("spine_5", (0.016, 0.0, 0.0)),
    "waist": ("spine_2", (0.014, 0.0, 0.0)),
    "pelvis": ("pelvis", (0.0, 0.0, 0.0)),
    **{
        f"{name}_{side}": (f"{joint}_{side}", place)
        for side in SIDES
        for name, joint, place in (
            ("shoulder", "shoulder", (0.0, 0.0, 0.0)),
            ("elbow", "elbow", (0.0, 0.0, 0.0)),
            ("wrist", "wrist", (0.0, 0.0, 0.0)),
            ("hand", "wrist", PALM),
            ("hip", "hip", (0.0, 0.0, 0.0)),
            ("knee", "knee", (0.0, 0.0, 0.0)),
            ("ankle", "ankle", (0.0, 0.0, 0.0)),
            ("heel", "ankle", HEEL),
            ("toe", "toe", TOE_TIP),
        )
    },
}


def point(figure: Figure, name: str) -> Vec:
    """Return where a named point is.

    Raises:
        KeyError: no point has that name.
    """
    joint, place = POINTS[name]
    return at(*figure[joint], place)


def points(figure: Figure) -> dict[str, Vec]:
    """Return all named points of a figure."""
    return {name: point(figure, name) for name in POINTS}
