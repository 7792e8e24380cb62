"""What can stand or lie around the figure: boxes, rods, cushions and a mat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from deskstretch.body.vectors import mirrored_point

if TYPE_CHECKING:
    from deskstretch.body.vectors import Vec


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
