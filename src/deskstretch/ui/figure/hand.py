"""Hands with a thumb and four fingers, in the shapes the movements need."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Literal, NamedTuple

from deskstretch.body.vectors import at
from deskstretch.ui.figure.digits import digit
from deskstretch.ui.figure.outline import ellipsoid

if TYPE_CHECKING:
    from deskstretch.body.skeleton import Joint
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.digits import Digit
    from deskstretch.ui.figure.outline import Outline
    from deskstretch.ui.figure.space import Camera

Shape = Literal["flat", "relaxed", "grip", "pointing"]
"""Flat on a surface or the body; hanging free; round a bar or an edge; fingers
together and long, as when they reach overhead or lie by the ears."""


class _Ray(NamedTuple):
    """One finger of a right hand: root, lengths of its bones, thickness, fan."""

    x: float
    y: float
    bones: tuple[float, float, float]
    radius: float
    fan: float


# Lengths in statures; proportions of an adult hand (hand length 0.108 H after
# Drillis & Contini), fingers slightly thick so that they read at 480 pixels.
_FINGERS = (
    _Ray(0.0170, -0.0510, (0.0205, 0.0125, 0.0095), 0.0062, 4),
    _Ray(0.0057, -0.0540, (0.0220, 0.0145, 0.0100), 0.0064, 1),
    _Ray(-0.0057, -0.0525, (0.0205, 0.0135, 0.0100), 0.0061, -2),
    _Ray(-0.0163, -0.0475, (0.0165, 0.0100, 0.0090), 0.0054, -6),
)
_TAPER = (0.90, 1.0, 0.94, 0.80)
HOLLOW: Vec = (0.0, -0.049, 0.0)
"""The middle of the palm at the fingers' roots, in the wrist's frame."""
# Along and out of the palm, a finger round something as thick as a bar.
_ROUND = ((0.0, 0.0), (-0.0150, 0.0050), (-0.0140, 0.0245), (0.0025, 0.0285))
_CURL: dict[Shape, tuple[tuple[float, float, float], ...]] = {
    "flat": ((-1, 4, 3), (-1, 4, 3), (-1, 5, 3), (-1, 6, 4)),
    "relaxed": ((16, 22, 14), (22, 27, 16), (27, 31, 18), (32, 34, 20)),
    "pointing": ((3, 6, 4), (4, 8, 5), (6, 11, 7), (9, 14, 9)),
}
# The thumb's joints: x to the thumb's side, y along the fingers, and out of the palm.
_THUMB: dict[Shape, tuple[Vec, ...]] = {
    "flat": (
        (0.0105, -0.0140, 0.0020),
        (0.0245, -0.0290, 0.0045),
        (0.0320, -0.0440, 0.0040),
        (0.0350, -0.0570, 0.0030),
    ),
    "relaxed": (
        (0.0100, -0.0140, 0.0040),
        (0.0215, -0.0290, 0.0125),
        (0.0255, -0.0450, 0.0175),
        (0.0240, -0.0580, 0.0195),
    ),
    "grip": (
        (0.0105, -0.0150, 0.0040),
        (0.0205, -0.0285, 0.0120),
        (0.0180, -0.0370, 0.0240),
        (0.0060, -0.0400, 0.0310),
    ),
    "pointing": (
        (0.0100, -0.0140, 0.0040),
        (0.0195, -0.0300, 0.0090),
        (0.0215, -0.0460, 0.0110),
        (0.0195, -0.0600, 0.0100),
    ),
}
_THUMB_RADII = (0.0085, 0.0085, 0.0074, 0.0058)


def _finger(ray: _Ray, curl: tuple[float, float, float]) -> tuple[Vec, ...]:
    """Return a finger's four joints: x thumbwards, y, and out of the palm."""
    x, y, out = ray.x, ray.y, 0.0
    joints: list[Vec] = [(x, y, out)]
    angle = 0.0
    for length, more in zip(ray.bones, curl, strict=True):
        angle += more
        reach = length * cos(radians(angle))
        y -= reach * cos(radians(ray.fan))
        x += reach * sin(radians(ray.fan))
        out += length * sin(radians(angle))
        joints.append((x, y, out))
    return tuple(joints)


_RADII = tuple(tuple(ray.radius * t for t in _TAPER) for ray in _FINGERS)
_JOINTS: dict[Shape, tuple[tuple[Vec, ...], ...]] = {
    shape: tuple(_finger(ray, curl) for ray, curl in zip(_FINGERS, curls, strict=True))
    for shape, curls in _CURL.items()
} | {
    "grip": tuple(
        tuple((ray.x, ray.y + along, out) for along, out in _ROUND) for ray in _FINGERS
    )
}


def palm(outline: Outline, camera: Camera, wrist: Joint, sign: int) -> None:
    """Add the back of the hand; `sign` is 1 for the right hand, -1 for the left."""
    outline.chain(
        ellipsoid(camera, wrist, (0, 0.002, 0), (0.0165, 0.014, 0.0128)),
        ellipsoid(
            camera, wrist, (0.001, -0.022, -0.001 * sign), (0.0195, 0.016, 0.0122)
        ),
        ellipsoid(
            camera, wrist, (0.0005, -0.047, -0.0005 * sign), (0.0225, 0.010, 0.0090)
        ),
    )


def fingers(
    camera: Camera, wrist: Joint, sign: int, shape: Shape, grow: float
) -> list[Digit]:
    """Return fingers and thumb, the farthest first.

    Filled one after the other, each one's line parts it from the one behind.
    """
    k = camera.scale
    rows = [*zip(_JOINTS[shape], _RADII, strict=True), (_THUMB[shape], _THUMB_RADII)]
    middle = camera.depth(at(*wrist, (0.0, -0.045, 0.0)))
    placed = []
    for joints, radii in rows:
        places = [at(*wrist, (x, y, -sign * out)) for x, y, out in joints]
        placed.append((camera.depth(places[2]), places, radii))
    placed.sort(key=lambda row: row[0])
    return [
        digit(
            [camera.point(place) for place in places],
            [r * k for r in radii],
            grow,
            behind=depth < middle - 0.008,
        )
        for depth, places, radii in placed
    ]
