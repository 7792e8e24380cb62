"""The ways to wear hair, as ellipsoids of the head cut along a ring."""

from __future__ import annotations

from bisect import bisect
from math import acos, atan2, cos, pi, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.vectors import cross, dot, unit

if TYPE_CHECKING:
    from deskstretch.body.vectors import Vec

_ACROSS = (0.0, 0.0, 1.0)


class Knot(NamedTuple):
    """A knot of hair: its place in the head's frame, and its half axes."""

    place: Vec
    radii: Vec


class Cut:
    """One way to wear hair: an ellipsoid of the head's frame, cut along a ring.

    `right` is the ring's right half as degrees round the head (0 forward, 180 back)
    and up (0 level with the centre), from the forehead's middle to the other end.
    `bare` points at the middle of what the ring leaves free.
    """

    __slots__ = ("bare", "bearings", "centre", "ears", "knot", "over", "radii", "ring")

    def __init__(
        self,
        centre: Vec,
        radii: Vec,
        right: tuple[tuple[float, float], ...],
        bare: Vec,
        *,
        ears: bool = True,
        knot: Knot | None = None,
    ) -> None:
        self.centre = centre
        self.radii = radii
        self.ears = ears
        self.knot = knot
        self.bare = unit(bare)
        self.over = unit(cross(self.bare, _ACROSS))
        self.ring = _ring(right)
        self.bearings = sorted(self._bearing(u) for u in self.ring)

    def covers(self, u: Vec) -> bool:
        """Tell whether a direction of the ellipsoid lies on the hair's side."""
        bearing, distance = self._bearing(u)
        i = bisect(self.bearings, (bearing, 0.0))
        (b0, d0) = self.bearings[i - 1]
        (b1, d1) = self.bearings[i % len(self.bearings)]
        span = (b1 - b0) % (2 * pi) or 1.0
        f = ((bearing - b0) % (2 * pi)) / span
        return distance > d0 + (d1 - d0) * f

    def _bearing(self, u: Vec) -> tuple[float, float]:
        """Return a direction's bearing round the bare middle, and its distance."""
        return (
            atan2(dot(u, self.over), dot(u, _ACROSS)),
            acos(max(-1.0, min(1.0, dot(u, self.bare)))),
        )


def _ring(right: tuple[tuple[float, float], ...]) -> tuple[Vec, ...]:
    """Return the closed ring as unit vectors of the ellipsoid."""
    half = [
        (
            cos(radians(up)) * cos(radians(round_)),
            sin(radians(up)),
            cos(radians(up)) * sin(radians(round_)),
        )
        for round_, up in right
    ]
    left = [(x, y, -z) for x, y, z in half[-2:0:-1]]
    return _smooth((*half, *left))


def _smooth(ring: tuple[Vec, ...]) -> tuple[Vec, ...]:
    """Return the closed curve through the ring's points, twice as fine."""
    n = len(ring)

    def place(i: int, t: float) -> Vec:
        a, b, c, d = ring[i - 1], ring[i], ring[(i + 1) % n], ring[(i + 2) % n]
        return unit(
            (
                _spline(a[0], b[0], c[0], d[0], t),
                _spline(a[1], b[1], c[1], d[1], t),
                _spline(a[2], b[2], c[2], d[2], t),
            )
        )

    return tuple(place(i, t) for i in range(n) for t in (0.0, 0.5))


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (
        c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))
    )


_HAIRLINE = (
    (0, 39), (18, 39), (34, 36), (45, 29), (51, 17), (57, 3), (66, -14), (76, -30),
    (84, -38), (90, -32), (97, -17), (106, -15), (116, -26), (126, -39), (142, -47),
    (160, -50), (180, -51),
)  # fmt: skip
_ROUND = (
    (0, 34), (18, 35), (34, 33), (46, 26), (54, 14), (60, 2), (68, -12), (78, -24),
    (88, -30), (97, -26), (106, -26), (118, -33), (130, -41), (144, -46), (160, -48),
    (180, -49),
)  # fmt: skip
_OPENING = (
    (0, 36), (17, 35), (32, 30), (43, 19), (49, 5), (50, -10), (46, -25), (37, -38),
    (21, -48), (0, -51),
)  # fmt: skip
_FACE_AND_NECK = (0.55, -0.83, 0.0)

CUTS = {
    "short": Cut(
        (-0.0060, 0.0200, 0.0), (0.0610, 0.0570, 0.0512), _HAIRLINE, _FACE_AND_NECK
    ),
    "tied": Cut(
        (-0.0055, 0.0195, 0.0),
        (0.0600, 0.0560, 0.0500),
        _HAIRLINE,
        _FACE_AND_NECK,
        knot=Knot((-0.0520, 0.0620, 0.0), (0.0230, 0.0215, 0.0240)),
    ),
    "full": Cut(
        (-0.0095, 0.0255, 0.0), (0.0715, 0.0670, 0.0640), _ROUND, _FACE_AND_NECK
    ),
    "covered": Cut(
        (-0.0050, 0.0045, 0.0),
        (0.0635, 0.0675, 0.0535),
        _OPENING,
        (1.0, -0.13, 0.0),
        ears=False,
    ),
}
