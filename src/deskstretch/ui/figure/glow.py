"""The muscle that should be felt: a warm glow inside its own part of the body.

The part's own path is filled again with an elliptical gradient, so the glow never
leaves the body and needs no stroke. The colour is the `stretch` token, ringed by its
soft partner so that it reads on every cloth; the words "Feel it here" beside it say the
same without colour.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from math import atan2, ceil, degrees, hypot
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QRadialGradient, QTransform

from deskstretch.body.muscles import MUSCLES
from deskstretch.body.vectors import at, dot, turned, unit
from deskstretch.ui.figure.colours import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtGui import QPainter

    from deskstretch.body.muscles import Muscle
    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.layers import Part
    from deskstretch.ui.figure.space import Camera, Point
    from deskstretch.ui.theme import Theme

LEVELS = 24
FAINT = 0.02
"""Below this level nothing is painted."""
TURNED_AWAY = -0.75
"""A muscle that faces away from the eye more than this (cosine) is not seen."""
LONG = 3
"""A muscle with more points than this is drawn as two lobes."""
# Distance from the middle, how much of the soft colour is in it, and its opacity.
_STOPS = (
    (0.00, 0.20, 0.96), (0.30, 0.10, 0.90), (0.55, 0.0, 0.62),
    (0.75, 0.0, 0.26), (0.90, 0.0, 0.06), (1.00, 0.0, 0.0),
)  # fmt: skip


class Glow(NamedTuple):
    """One shining lobe of a muscle: the parts it shines on, and what is filled."""

    parts: tuple[str, ...]
    area: QRectF
    brush: QBrush


def glows(
    camera: Camera, figure: Figure, levels: Mapping[str, float], theme: Theme
) -> list[Glow]:
    """Return what shines enough to be seen; `levels` 0 to 1 by muscle."""
    return [
        found
        for name, level in levels.items()
        if level > FAINT
        for found in _glows(camera, figure, name, level, theme)
    ]


def parts_of(muscle: str) -> tuple[str, ...]:
    """Return the parts a muscle shines on, the ones that lie on its edge included.

    A buttock lies under hip and thigh, the armpit under the sleeve: each is filled
    right after it is painted, so the glow runs on across their edge.
    """
    found = MUSCLES[muscle]
    return (found.part, *found.over)


def paint(painter: QPainter, part: Part, found: Iterable[Glow]) -> None:
    """Paint what of the glows lies on one part; a clip of the painter is gone then."""
    body = part.body.boundingRect()
    lit = [
        glow for glow in found if part.name in glow.parts and glow.area.intersects(body)
    ]
    if not lit:
        return
    for glow in lit:
        painter.setClipRect(glow.area)
        painter.fillPath(part.body, glow.brush)
    painter.setClipping(False)


def _glows(
    camera: Camera, figure: Figure, name: str, level: float, theme: Theme
) -> Iterator[Glow]:
    muscle = MUSCLES[name]
    turn = _turn(camera, figure, muscle)
    level *= _share(turn, TURNED_AWAY, 0.25)
    if level <= FAINT:
        return
    # Half turned away, it is a narrower strip nearer to the edge.
    round_ = 1 - _share(turn, -0.45, 0.6)
    points = _points(camera, figure, muscle, 1 + 0.28 * round_)
    width = muscle.width * (1 - 0.4 * round_) * camera.scale
    gradient = _gradient(theme, round(level * LEVELS) / LEVELS)
    for start, end in _lobes(points, 2 if len(points) > LONG else 1):
        dx, dy = end[0] - start[0], end[1] - start[1]
        half = hypot(dx, dy) / 2 + width * 0.62
        x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        placed = QTransform()
        placed.translate(x, y)
        placed.rotate(degrees(atan2(dy, dx)))
        placed.scale(half, width)
        brush = QBrush(gradient)
        brush.setTransform(placed)
        # Beyond its reach a glow is clear, but clear costs as much as warm.
        reach = ceil(max(half, width))
        size = 2 * reach + 1
        area = QRectF(int(x) - reach, int(y) - reach, size, size)
        yield Glow(parts_of(name), area, brush)


def facing(camera: Camera, figure: Figure, muscle: str) -> float:
    """Return how much of a muscle is seen, 1 to 0 on the side turned away."""
    return _share(_turn(camera, figure, MUSCLES[muscle]), TURNED_AWAY, 0.25)


def _turn(camera: Camera, figure: Figure, muscle: Muscle) -> float:
    """Return how far a muscle faces the eye: the cosine, -1 to 1."""
    joint, (x, _, z) = muscle.path[len(muscle.path) // 2]
    return dot(unit(turned(figure[joint].frame, (x, 0.0, z))), camera.towards)


def _share(value: float, start: float, span: float) -> float:
    return min(1.0, max(0.0, (value - start) / span))


def middle(camera: Camera, figure: Figure, muscle: str) -> Point:
    """Return the middle of a muscle on the screen, where its leader line ends."""
    points = _points(camera, figure, MUSCLES[muscle])
    return _along(points, 0.5)


def _gradient(theme: Theme, level: float) -> QRadialGradient:
    warm = theme.color("stretch")
    # In the light theme the token is darker than cloth in the light would shine.
    soft = warm if theme.dark else theme.color("stretch_soft")
    return _shade(warm.rgba(), soft.rgba(), level)


@lru_cache(maxsize=2 * LEVELS)
def _shade(warm: int, soft: int, level: float) -> QRadialGradient:
    gradient = QRadialGradient(0, 0, 1)
    for stop, share, opacity in _STOPS:
        color = mixed(QColor.fromRgba(warm), QColor.fromRgba(soft), share)
        color.setAlphaF(opacity * min(1.0, level))
        gradient.setColorAt(stop, color)
    return gradient


def _points(
    camera: Camera, figure: Figure, muscle: Muscle, out: float = 1.0
) -> list[Point]:
    """Return a muscle's path on the screen, `out` times as far from its bones."""
    return [
        camera.point(at(*figure[joint], (x * out, y, z * out)))
        for joint, (x, y, z) in muscle.path
    ]


def _lobes(points: list[Point], count: int) -> list[tuple[Point, Point]]:
    """Return where each lobe starts and ends; neighbours overlap a little."""
    return [
        (
            _along(points, max(0.0, (i - 0.12) / count)),
            _along(points, min(1.0, (i + 1.12) / count)),
        )
        for i in range(count)
    ]


def _along(points: list[Point], share: float) -> Point:
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points)]
    left = share * sum(lengths)
    for (a, b), length in zip(itertools.pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            f = left / length
            return a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f
        left -= length
    return points[-1]
