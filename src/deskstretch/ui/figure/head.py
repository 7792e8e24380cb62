"""The head: a calm profile, short hair with a real hairline, and ears.

Without eyes or mouth the figure is nobody in particular; nose, chin, ear and
hairline still tell from every side where it looks.
"""

from __future__ import annotations

from bisect import bisect
from itertools import takewhile
from math import acos, atan2, cos, pi, radians, sin
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from deskstretch.body.vectors import Frame, at, cross, dot, unit
from deskstretch.ui.figure.outline import Outline, ellipsoid, new_path

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from deskstretch.body.skeleton import Joint
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.outline import Slice
    from deskstretch.ui.figure.space import Camera, Point

HAIR_CENTRE = (-0.0060, 0.0200, 0.0)
HAIR_RADII = (0.0610, 0.0570, 0.0512)
"""Hair is this ellipsoid of the head's frame, cut along the hairline."""
EAR_CENTRE = (-0.0070, -0.0060, 0.0470)

# The hairline on the right, from the forehead's middle to the nape: degrees round
# the head (0 forward, 180 back) and up (0 level with the hair's centre).
_HAIRLINE = (
    (0, 39), (18, 39), (34, 36), (45, 29), (51, 17), (57, 3), (66, -14), (76, -30),
    (84, -38), (90, -32), (97, -17), (106, -15), (116, -26), (126, -39), (142, -47),
    (160, -50), (180, -51),
)  # fmt: skip


def _line() -> tuple[Vec, ...]:
    """Return the closed hairline as unit vectors of the hair's own ellipsoid."""
    right = [
        (
            cos(radians(up)) * cos(radians(round_)),
            sin(radians(up)),
            cos(radians(up)) * sin(radians(round_)),
        )
        for round_, up in _HAIRLINE
    ]
    left = [(x, y, -z) for x, y, z in right[-2:0:-1]]
    return _smooth((*right, *left))


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


HAIRLINE = _line()
_CROWN = unit((-0.55, 0.83, 0.0))
_ACROSS = (0.0, 0.0, 1.0)
_OVER = cross(_CROWN, _ACROSS)
_CIRCLE = tuple((cos(2 * pi * i / 48), sin(2 * pi * i / 48)) for i in range(48))


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


def hair(camera: Camera, head: Joint) -> QPainterPath | None:
    """Return the visible hair, or None where only the face is seen."""
    frame: Frame = head[1]
    rx, ry, rz = HAIR_RADII
    view = unit(
        (
            dot(frame[0], camera.towards) / rx,
            dot(frame[1], camera.towards) / ry,
            dot(frame[2], camera.towards) / rz,
        )
    )
    centre = camera.point(at(*head, HAIR_CENTRE))
    axes = (
        camera.arrow(frame[0], rx),
        camera.arrow(frame[1], ry),
        camera.arrow(frame[2], rz),
    )

    def seen(u: Vec) -> Point:
        (ax, ay), (bx, by), (cx, cy) = axes
        return (
            centre[0] + ax * u[0] + bx * u[1] + cx * u[2],
            centre[1] + ay * u[0] + by * u[1] + cy * u[2],
        )

    across = unit(cross(view, (0.31, 0.21, 0.93)))
    over = cross(view, across)
    rim = [_mix(across, over, c, s) for c, s in _CIRCLE]
    visible = [dot(u, view) > 0 for u in HAIRLINE]
    path = new_path()
    if all(visible):
        path.setFillRule(Qt.FillRule.OddEvenFill)
        _polygon(path, [seen(u) for u in rim])
        _polygon(path, [seen(u) for u in HAIRLINE])
        return path
    if not any(visible):
        if not _is_hair(view):
            return None
        _polygon(path, [seen(u) for u in rim])
        return path
    line = _longest_run(visible)
    arc = _arc(rim, line[0], line[-1])
    _polygon(path, [seen(u) for u in (*line, *arc)])
    return path


def _mix(a: Vec, b: Vec, c: float, s: float) -> Vec:
    return (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s)


def _longest_run(visible: list[bool]) -> list[Vec]:
    n = len(visible)
    best: list[Vec] = []
    for start in range(n):
        if visible[start] and not visible[start - 1]:
            ring = (*HAIRLINE[start:], *HAIRLINE[:start])
            turned = (*visible[start:], *visible[:start])
            pairs = takewhile(itemgetter(1), zip(ring, turned, strict=True))
            best = max(best, [u for u, _ in pairs], key=len)
    return best


def _bearing(u: Vec) -> tuple[float, float]:
    """Return a direction's bearing round the crown of the hair, and its distance."""
    return (
        atan2(dot(u, _OVER), dot(u, _ACROSS)),
        acos(max(-1.0, min(1.0, dot(u, _CROWN)))),
    )


_BEARINGS = sorted(_bearing(u) for u in HAIRLINE)


def _is_hair(u: Vec) -> bool:
    """Tell whether a place of the hair's ellipsoid lies on the hair's side."""
    bearing, distance = _bearing(u)
    i = bisect(_BEARINGS, (bearing, 0.0))
    (b0, d0), (b1, d1) = _BEARINGS[i - 1], _BEARINGS[i % len(_BEARINGS)]
    span = (b1 - b0) % (2 * pi) or 1.0
    f = ((bearing - b0) % (2 * pi)) / span
    return distance < d0 + (d1 - d0) * f


def _arc(rim: list[Vec], start: Vec, end: Vec) -> list[Vec]:
    """Return the rim from the hairline's last visible place to its first, over hair."""
    n = len(rim)
    i = max(range(n), key=lambda k: dot(rim[k], end))
    j = max(range(n), key=lambda k: dot(rim[k], start))
    forward = [rim[(i + k) % n] for k in range((j - i) % n + 1)]
    backward = [rim[(i - k) % n] for k in range((i - j) % n + 1)]
    return forward if _is_hair(forward[len(forward) // 2]) else backward


def _polygon(path: QPainterPath, points: list[Point]) -> None:
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)
    path.closeSubpath()
