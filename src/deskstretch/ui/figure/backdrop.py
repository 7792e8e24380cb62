"""What stands still: the wall and floor of the stage, the mat, the desk.

Painted once into a pixmap per size; shadows that follow the feet are painted with
the figure (`shadows`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from deskstretch.body.surface import balls
from deskstretch.body.vectors import distance
from deskstretch.ui.figure.colours import mixed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from PySide6.QtGui import QPainter

    from deskstretch.body.scenery import Box, Mat, Scene
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.surface import Ball
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

FROM_ABOVE = 30.0
"""From this pitch on (degrees) the floor fills the stage: there is no wall."""
MAT_THICK = 0.011
_CASTS = ("heel", "ball", "toe", "knee", "hand", "elbow", "shin", "pelvis", "hip")
_STILL = 0.012
_REACH = 0.13
"""How high above the floor a shadow is gone; statures."""


def stage(
    painter: QPainter, size: tuple[float, float], camera: Camera, theme: Theme
) -> None:
    """Paint wall and floor."""
    width, height = size
    if theme.contrast:  # more contrast: no gradients, nothing behind the figure
        painter.fillRect(QRectF(0, 0, width, height), theme.color("stage_bot"))
        return
    wall = QLinearGradient(0, 0, 0, height)
    wall.setColorAt(0, theme.color("stage_top"))
    wall.setColorAt(1, theme.color("stage_bot"))
    painter.fillRect(QRectF(0, 0, width, height), wall)
    if camera.pitch >= FROM_ABOVE:
        return
    edge = horizon(camera, height)
    ground = QLinearGradient(0, edge, 0, height)
    ground.setColorAt(0, theme.color("floor"))
    ground.setColorAt(1, mixed(theme.color("floor"), theme.color("stage_bot"), 0.75))
    painter.fillRect(QRectF(0, edge, width, height - edge), ground)


def horizon(camera: Camera, height: float) -> float:
    """Return where the wall meets the floor, in pixels from the top."""
    x, _, z = camera.towards
    behind = 0.62
    return min(height * 0.92, camera.point((-x * behind, 0.0, -z * behind))[1])


def scenery(painter: QPainter, camera: Camera, scene: Scene, theme: Theme) -> None:
    """Paint the mat and the boxes, the farthest first."""
    if scene.mat:
        _mat(painter, camera, scene.mat, theme)
    if scene.boxes:
        _under(painter, camera, scene.boxes, theme)
    for box in sorted(scene.boxes, key=lambda b: _box_key(b, camera)):
        _box(painter, camera, box, theme)


def _box_key(box: Box, camera: Camera) -> tuple[bool, float]:
    middle = tuple((a + b) / 2 for a, b in zip(box.low, box.high, strict=True))
    return box.part == "top", camera.depth((middle[0], 0.0, middle[2]))


def _polygon(camera: Camera, places: Iterable[Vec], drop: float = 0.0) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y + drop) for x, y in (camera.point(place) for place in places)]
    )


def _mat(painter: QPainter, camera: Camera, mat: Mat, theme: Theme) -> None:
    top, edge = theme.figure_ramp("mat")
    thick = MAT_THICK * camera.scale
    corners = [
        (x, 0.0, z)
        for x, z in (
            (mat.x0, mat.z0), (mat.x1, mat.z0), (mat.x1, mat.z1), (mat.x0, mat.z1),
        )
    ]  # fmt: skip
    lower = _polygon(camera, corners, thick)
    upper = _polygon(camera, corners)
    shade = theme.figure("shadow")
    for shape, color, width in (
        (lower.translated(0, thick * 0.35), shade, thick * 1.2),
        (lower, edge, thick),
        (upper, top, thick),
    ):
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen if shape is not None else Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(shape)
    painter.setPen(Qt.PenStyle.NoPen)


def _box(painter: QPainter, camera: Camera, box: Box, theme: Theme) -> None:
    top, front, side = theme.figure_ramp("prop")
    (x0, y0, z0), (x1, y1, z1) = box.low, box.high
    dx, _, dz = camera.towards
    x = x1 if dx > 0 else x0
    z = z1 if dz > 0 else z0
    across = [(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)]
    along = [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)]
    above = [(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)]
    # The face that looks at the eye most is the lighter one.
    faces = [(across, side), (along, front)] if abs(dz) > abs(dx) else [
        (across, front), (along, side),
    ]  # fmt: skip
    painter.setPen(Qt.PenStyle.NoPen)
    for places, color in (*faces, (above, top)):
        painter.setBrush(color)
        painter.drawPolygon(_polygon(camera, places))


def _under(
    painter: QPainter, camera: Camera, boxes: Iterable[Box], theme: Theme
) -> None:
    """Paint the soft shade under a piece of furniture."""
    found = list(boxes)
    x0, x1 = min(b.low[0] for b in found), max(b.high[0] for b in found)
    z0, z1 = min(b.low[2] for b in found), max(b.high[2] for b in found)
    middle = camera.point(((x0 + x1) / 2, 0.0, (z0 + z1) / 2))
    corners = [camera.point((x, 0.0, z)) for x in (x0, x1) for z in (z0, z1)]
    wide = max(abs(x - middle[0]) for x, _ in corners) * 1.12
    high = max(abs(y - middle[1]) for _, y in corners) * 1.5
    soft_ellipse(painter, middle, (wide, high), theme.figure("shadow"), 0.75)


def soft_ellipse(
    painter: QPainter,
    middle: tuple[float, float],
    radii: tuple[float, float],
    color: QColor,
    strength: float,
) -> None:
    """Paint an ellipse that fades to nothing at its edge."""
    shade = QRadialGradient(0, 0, 1)
    for stop, share in ((0.0, 1.0), (0.45, 0.62), (0.75, 0.2), (1.0, 0.0)):
        tone = QColor(color)
        tone.setAlphaF(color.alphaF() * strength * share)
        shade.setColorAt(stop, tone)
    painter.save()
    painter.translate(*middle)
    painter.scale(*radii)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


def casting(figure: Figure) -> list[Ball]:
    """Return the parts of the body that can throw a shadow on the floor."""
    return [ball for ball in balls(figure) if ball.name.partition("_")[0] in _CASTS]


def still(figures: Sequence[Figure]) -> frozenset[int]:
    """Return which of `casting` stay where they are over the whole loop."""
    first = [ball.centre for ball in casting(figures[0])]
    moved = {
        i
        for figure in figures
        for i, ball in enumerate(casting(figure))
        if distance(ball.centre, first[i]) > _STILL
    }
    return frozenset(range(len(first))) - moved


def shadows(
    painter: QPainter,
    camera: Camera,
    figure: Figure,
    theme: Theme,
    which: Container[int],
) -> None:
    """Paint a soft shadow on the floor under those of `casting` close to it."""
    color = theme.figure("shadow")
    flat = max(0.24, abs(camera.towards[1]))
    for i, ball in enumerate(casting(figure)):
        low = ball.centre[1] - ball.radius
        if i not in which or low > _REACH:
            continue
        radius = (ball.radius + 0.030) * camera.scale
        place = camera.point((ball.centre[0], 0.0, ball.centre[2]))
        strength = 0.8 * (1 - max(0.0, low) / _REACH) ** 2
        soft_ellipse(painter, place, (radius * 1.25, radius * flat), color, strength)
