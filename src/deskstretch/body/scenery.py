"""What stands around the figure, in its own units: a mat, a desk made of boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from deskstretch.body.surface import HAND_HALF_THICKNESS
from deskstretch.body.vectors import mirrored_point

if TYPE_CHECKING:
    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec

# Shares of stature, for 1.70 m: a top of 140 x 70 cm, 3.5 cm thick, legs of 5 cm.
_TOP: Final = 0.020
_LEG: Final = 0.028
_DEPTH: Final = 0.36
_WIDTH: Final = 0.52
_SIDE_LENGTH: Final = 0.54
_SIDE_BEHIND: Final = 0.14  # how far a desk at the side goes back from the wrist
_SIDE_DEPTH: Final = 0.30
_INSET: Final = 0.014
_MAT: Final = (0.46, 0.19)  # half its length and width
_PALM_ON_EDGE: Final = 0.012  # the heel of the hand lies this far in from the edge


class Box(NamedTuple):
    """A box standing along the axes, from `low` to `high`."""

    part: Literal["top", "leg", "seat", "chair_back", "post"]
    low: tuple[float, float, float]
    high: tuple[float, float, float]

    def mirrored(self) -> Box:
        """Return the box on the other side of the figure."""
        return Box(
            self.part,
            (self.low[0], self.low[1], -self.high[2]),
            (self.high[0], self.high[1], -self.low[2]),
        )


class Mat(NamedTuple):
    """A mat on the floor: from x0 to x1 along the figure, z0 to z1 across."""

    x0: float
    x1: float
    z0: float
    z1: float


class Rod(NamedTuple):
    """A round rod: a bar to hang from, or a rolled towel."""

    kind: Literal["bar", "roll"]
    start: Vec
    end: Vec
    radius: float

    def mirrored(self) -> Rod:
        """Return the rod on the other side of the figure."""
        start, end = mirrored_point(self.start), mirrored_point(self.end)
        return Rod(self.kind, start, end, self.radius)


class Cushion(NamedTuple):
    """A soft box around `centre`, `half` its size; there in some poses or always."""

    kind: Literal["cushion", "pillow", "block"]
    centre: Vec
    half: Vec
    poses: frozenset[str] | None = None

    def mirrored(self) -> Cushion:
        """Return the cushion on the other side of the figure."""
        return self._replace(centre=mirrored_point(self.centre))


class Scene(NamedTuple):
    """All props of a movement; boxes, rods and cushions in no particular order."""

    mat: Mat | None
    boxes: tuple[Box, ...]
    rods: tuple[Rod, ...] = ()
    cushions: tuple[Cushion, ...] = ()

    def mirrored(self) -> Scene:
        """Return the scene for the other side."""
        mat = self.mat
        if mat:
            mat = Mat(mat.x0, mat.x1, -mat.z1, -mat.z0)
        return Scene(
            mat,
            tuple(box.mirrored() for box in self.boxes),
            tuple(rod.mirrored() for rod in self.rods),
            tuple(cushion.mirrored() for cushion in self.cushions),
        )


def furnished(props: Props, reference: Figure) -> Scene:
    """Place the props where the reference pose needs them.

    The mat lies under the feet and knees; the desk's edge under the hands that rest
    on it, a hand's thickness below the wrists.
    """
    return Scene(
        _mat(reference) if props.mat else None,
        _desk(props, reference) if props.desk else (),
    )


def _mat(reference: Figure) -> Mat:
    xs = [
        reference[f"{joint}_{side}"].position[0]
        for joint in ("knee", "ankle", "toe")
        for side in ("left", "right")
    ]
    middle = (min(xs) + max(xs)) / 2.0
    length, width = _MAT
    return Mat(middle - length, middle + length, -width, width)


def _desk(props: Props, reference: Figure) -> tuple[Box, ...]:
    height = props.desk_height
    if props.desk == "front":
        wrists = [reference[f"wrist_{s}"].position[0] for s in ("left", "right")]
        x0 = min(wrists) - _PALM_ON_EDGE
        low, high = (x0, -_WIDTH / 2.0), (x0 + _DEPTH, _WIDTH / 2.0)
    else:
        side = "right" if props.desk == "right" else "left"
        sign = 1.0 if side == "right" else -1.0
        x, _, z = reference[f"wrist_{side}"].position
        near = z - sign * 2.5 * HAND_HALF_THICKNESS
        far = near + sign * _SIDE_DEPTH
        low = (x - _SIDE_BEHIND, min(near, far))
        high = (x - _SIDE_BEHIND + _SIDE_LENGTH, max(near, far))
    top = Box("top", (low[0], height - _TOP, low[1]), (high[0], height, high[1]))
    return (top, *_legs(low, high, height - _TOP))


def _legs(
    low: tuple[float, float], high: tuple[float, float], height: float
) -> tuple[Box, ...]:
    xs = (low[0] + _INSET, high[0] - _INSET - _LEG)
    zs = (low[1] + _INSET, high[1] - _INSET - _LEG)
    return tuple(
        Box("leg", (x, 0.0, z), (x + _LEG, height, z + _LEG)) for x in xs for z in zs
    )
