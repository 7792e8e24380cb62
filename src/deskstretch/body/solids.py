"""The body's volumes: how deep a point is inside trunk, head, thigh or shank.

Their girths are those of the drawing, so that a hand which looks as if it lay on a
thigh does so here too.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.vectors import at, between, distance, dot, sub

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Frame, Vec


class Ring(NamedTuple):
    """An elliptical slice: its place in a joint's frame, and how far it reaches."""

    joint: str
    place: Vec
    front: float
    back: float
    side: float


def _trunk() -> tuple[Ring, ...]:
    levels = (
        ("pelvis", -0.048, -0.004, 0.052, 0.047),
        ("pelvis", 0.000, -0.004, 0.083, 0.063),
        ("pelvis", 0.048, 0.000, 0.086, 0.063),
        ("spine_1", 0.004, 0.008, 0.078, 0.056),
        ("spine_3", 0.006, 0.015, 0.077, 0.057),
        ("spine_5", 0.000, 0.017, 0.084, 0.062),
        ("spine_6", -0.006, 0.012, 0.078, 0.056),
        ("spine_7", -0.014, 0.004, 0.048, 0.038),
    )
    return tuple(
        Ring(joint, (ahead, up, 0.0), depth, depth, width)
        for joint, up, ahead, width, depth in levels
    )


def _head() -> tuple[Ring, ...]:
    levels = (
        (-0.052, 0.006, 0.024),
        (-0.030, 0.004, 0.044),
        (0.000, 0.000, 0.055),
        (0.035, -0.004, 0.050),
        (0.062, -0.006, 0.030),
    )
    return tuple(Ring("head", (x, y, 0.0), r, r, 0.9 * r) for y, x, r in levels)


def _limb(
    upper: str, bone: float, girths: tuple[tuple[float, float, float, float], ...]
) -> tuple[Ring, ...]:
    return tuple(
        Ring(upper, (0.0, -share * bone, 0.0), front, back, side)
        for share, front, back, side in girths
    )


_THIGH: Final = (
    (0.10, 0.058, 0.061, 0.059),
    (0.42, 0.058, 0.054, 0.055),
    (0.70, 0.048, 0.044, 0.046),
    (1.00, 0.038, 0.038, 0.038),
)
_SHANK: Final = (
    (0.00, 0.038, 0.038, 0.038),
    (0.32, 0.032, 0.047, 0.040),
    (0.55, 0.026, 0.040, 0.033),
    (1.00, 0.021, 0.022, 0.020),
)
SOLIDS: Final[Mapping[str, tuple[Ring, ...]]] = {
    "trunk": _trunk(),
    "head": _head(),
    **{
        f"{name}_{side}": _limb(f"{joint}_{side}", bone, girths)
        for side in ("right", "left")
        for name, joint, bone, girths in (
            ("thigh", "hip", 0.245, _THIGH),
            ("shank", "knee", 0.246, _SHANK),
        )
    },
}
# The parts on which a hand lies that rests on a joint's frame.
PARTS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "pelvis": ("trunk",),
    "girdle": ("trunk",),
    "shoulder": ("trunk",),
    "spine": ("trunk",),
    "neck": ("head", "trunk"),
    "head": ("head",),
    "hip": ("thigh", "trunk"),
    "knee": ("shank", "thigh"),
    "ankle": ("shank",),
}
FAR: Final = 0.2  # beyond this from a ring's middle nothing is measured
_AROUND: Final = 0.05  # ... nor is what is farther than this from the whole part
_KINK: Final = 0.2  # pieces overlap by this share, or a bend would open between them


class _Slice(NamedTuple):
    centre: Vec
    frame: Frame
    front: float
    back: float
    side: float


class Solid:
    """One part of one figure."""

    def __init__(self, figure: Figure, part: str) -> None:
        self._slices = tuple(
            _Slice(
                at(*figure[ring.joint], ring.place),
                figure[ring.joint].frame,
                *ring[2:],
            )
            for ring in SOLIDS[part]
        )
        self._middle = between(self._slices[0].centre, self._slices[-1].centre, 0.5)
        self._near = _AROUND + max(
            distance(self._middle, one.centre) + max(one.front, one.back, one.side)
            for one in self._slices
        )

    def depth(self, point: Vec) -> float:
        """Return how deep a point is inside; minus is its distance outside.

        It is measured along the way from the part's middle line, which for a flat
        cross-section is a little more than the shortest way out. A point beyond
        either end, or far from the part, is as far away as `FAR`.
        """
        if distance(point, self._middle) > self._near:
            return -FAR
        return max(_depth(a, b, point) for a, b in pairwise(self._slices))


def parts_under(joint: str) -> tuple[str, ...]:
    """Return the solids that a hand on a joint's frame may touch."""
    name, _, side = joint.rpartition("_")
    if side not in ("left", "right"):
        return PARTS_OF.get(joint.partition("_")[0], ())
    return tuple(
        part if part in SOLIDS else f"{part}_{side}" for part in PARTS_OF.get(name, ())
    )


def _depth(a: _Slice, b: _Slice, point: Vec) -> float:
    axis, way = sub(b.centre, a.centre), sub(point, a.centre)
    share = dot(way, axis) / (dot(axis, axis) or 1.0)
    if not -_KINK <= share <= 1.0 + _KINK:
        return -FAR
    share = min(1.0, max(0.0, share))
    off = (
        way[0] - share * axis[0],
        way[1] - share * axis[1],
        way[2] - share * axis[2],
    )
    away = sqrt(dot(off, off))
    if away > FAR:
        return -FAR
    ahead = _mixed(dot(off, a.frame[0]), dot(off, b.frame[0]), share)
    aside = _mixed(dot(off, a.frame[2]), dot(off, b.frame[2]), share)
    ends = (a.front, b.front) if ahead > 0.0 else (a.back, b.back)
    reach = _mixed(*ends, share)
    width = _mixed(a.side, b.side, share)
    out = sqrt((ahead / reach) ** 2 + (aside / width) ** 2)
    if out < 1e-6:
        return min(reach, width)
    return away * (1.0 / out - 1.0)


def _mixed(a: float, b: float, share: float) -> float:
    return a + (b - a) * share
