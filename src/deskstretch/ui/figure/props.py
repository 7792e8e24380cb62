"""Props: mat, furniture, rods and cushions, as flat shapes in three tones.

Furniture and rods stand still; what of them lies before the body is painted after it
(`before`), a bar between palm and fingers by the hand itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from deskstretch.body.skeleton import Joint
from deskstretch.body.vectors import between, cross, sub, unit
from deskstretch.ui.figure.outline import Outline, ellipsoid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from deskstretch.body.scenery import Box, Cushion, Mat, Rod
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

MAT_THICK = 0.011
FLAT = 0.0005
"""Half the thickness of a rod's end."""
SOFT = 0.35
"""How round a cushion's corners are, as a share of its smallest half size."""
SLIDE = 0.30
"""How far a cushion slides when it comes and goes; statures."""
_LAYERS = {"post": 0, "chair_back": 1, "leg": 0, "seat": 2, "top": 2}


def mat(painter: QPainter, camera: Camera, mat: Mat, theme: Theme) -> None:
    """Paint the mat as a thin slab with round corners."""
    top, edge = theme.figure_ramp("mat")
    thick = MAT_THICK * camera.scale
    corners = [
        (x, 0.0, z)
        for x, z in (
            (mat.x0, mat.z0), (mat.x1, mat.z0), (mat.x1, mat.z1), (mat.x0, mat.z1),
        )
    ]  # fmt: skip
    lower = _polygon(camera, corners, thick)
    for shape, color, width in (
        (lower.translated(0, thick * 0.35), theme.figure("shadow"), thick * 1.2),
        (lower, edge, thick),
        (_polygon(camera, corners), top, thick),
    ):
        _rounded(painter, shape, color, width)


def boxes(
    painter: QPainter, camera: Camera, found: Iterable[Box], theme: Theme
) -> None:
    """Paint boxes, the farthest first and what lies on legs after them."""
    for box in sorted(found, key=lambda b: (_LAYERS[b.part], _depth(camera, b))):
        _box(painter, camera, box, theme)


def _depth(camera: Camera, box: Box) -> float:
    x, z = (box.low[0] + box.high[0]) / 2, (box.low[2] + box.high[2]) / 2
    return camera.depth((x, 0.0, z))


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


def rods(painter: QPainter, camera: Camera, found: Iterable[Rod], theme: Theme) -> None:
    """Paint rods: a bar in the tones of furniture, a roll in those of cloth."""
    for rod in found:
        top, front, side = theme.figure_ramp("prop" if rod.kind == "bar" else "cloth")
        painter.fillPath(rod_path(camera, rod), front)
        painter.fillPath(rod_light(camera, rod), top)
        ends = (rod.start, rod.end)
        near = max(ends, key=camera.depth)
        frame = _along(rod)
        cap = Outline(0.0)
        r = rod.radius
        cap.blob(ellipsoid(camera, Joint(near, frame), (0, 0, 0), (r, FLAT, r)))
        painter.fillPath(cap.fill, side)
        if rod.kind == "roll":  # a towel shows how it is rolled
            _spiral(painter, camera, Joint(near, frame), r, front)


def _spiral(
    painter: QPainter, camera: Camera, end: Joint, radius: float, color: QColor
) -> None:
    for share in (0.70, 0.38):
        ring, r = Outline(0.0), radius * share
        ring.blob(ellipsoid(camera, end, (0, 0, 0), (r, FLAT, r)))
        painter.setPen(QPen(color, max(0.8, 0.0035 * camera.scale)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(ring.fill)
    painter.setPen(Qt.PenStyle.NoPen)


def rod_path(
    camera: Camera, rod: Rod, start: float = 0.0, end: float = 1.0
) -> QPainterPath:
    """Return the outline of a rod between two shares of its length."""
    return _rod(camera, rod, (start, end), rod.radius, 0.0)


def rod_light(
    camera: Camera, rod: Rod, start: float = 0.0, end: float = 1.0
) -> QPainterPath:
    """Return the light along the upper side of a rod."""
    return _rod(camera, rod, (start, end), rod.radius * 0.42, rod.radius * 0.42)


def _rod(
    camera: Camera, rod: Rod, part: tuple[float, float], radius: float, rise: float
) -> QPainterPath:
    frame = _along(rod)
    a, b = (between(rod.start, rod.end, share) for share in part)
    shape = Outline(0.0)
    shape.hull(
        *(
            ellipsoid(
                camera,
                Joint((x, y + rise, z), frame),
                (0, 0, 0),
                (radius, FLAT, radius),
            )
            for x, y, z in (a, b)
        )
    )
    return shape.fill


def _along(rod: Rod) -> tuple[Vec, Vec, Vec]:
    """Return a frame whose Y runs along the rod."""
    y = unit(sub(rod.end, rod.start))
    x = unit(cross(y, (0.0, 0.0, 1.0) if abs(y[2]) < 0.9 else (1.0, 0.0, 0.0)))
    return x, y, cross(x, y)


def cushion(
    painter: QPainter, camera: Camera, found: Cushion, theme: Theme, shown: float
) -> None:
    """Paint a cushion as far as it is there (0 to 1), sliding in from the far side."""
    if shown <= 0.0:
        return
    away = (1 - shown) * SLIDE
    tx, _, tz = camera.towards
    level = (tx * tx + tz * tz) ** 0.5 or 1.0
    x, y, z = found.centre
    middle = (x - tx / level * away, y, z - tz / level * away)
    shape, lid = _soft_box(camera, middle, found.half)
    top, front, edge = theme.figure_ramp("cloth")
    painter.setOpacity(min(1.0, shown * 1.6))
    width = 2 * SOFT * min(found.half) * camera.scale
    _rounded(painter, shape, edge, width + max(1.0, 0.005 * camera.scale))
    _rounded(painter, shape, front, width)
    _rounded(painter, lid, top, width)
    painter.setOpacity(1.0)


def _soft_box(camera: Camera, middle: Vec, half: Vec) -> tuple[QPolygonF, QPolygonF]:
    """Return the outline of a box less its round corners, and that of its lid."""
    inset = SOFT * min(half)
    (x, y, z), (hx, hy, hz) = middle, (h - inset for h in half)
    corners = [
        (x + sx * hx, y + sy * hy, z + sz * hz)
        for sx in (1, -1)
        for sy in (1, -1)
        for sz in (1, -1)
    ]
    lid = [(x - hx, y + hy, z - hz), (x + hx, y + hy, z - hz),
           (x + hx, y + hy, z + hz), (x - hx, y + hy, z + hz)]  # fmt: skip
    return _hull([camera.point(c) for c in corners]), _polygon(camera, lid)


def _hull(points: Sequence[tuple[float, float]]) -> QPolygonF:
    """Return the convex hull of a few points (Andrew's monotone chain)."""
    ordered = sorted(points)
    rim: list[tuple[float, float]] = []
    for row in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in row:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        rim += chain[:-1]
    return QPolygonF([QPointF(x, y) for x, y in rim])


def _rounded(painter: QPainter, shape: QPolygonF, color: QColor, width: float) -> None:
    """Fill a polygon and round it by half the width beyond its edge."""
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color)
    painter.drawPolygon(shape)
    painter.setPen(Qt.PenStyle.NoPen)


def _polygon(camera: Camera, places: Iterable[Vec], drop: float = 0.0) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y + drop) for x, y in (camera.point(place) for place in places)]
    )


def bounds(camera: Camera, found: Iterable[Cushion]) -> QRectF:
    """Return what cushions cover while they slide and lie; pixels."""
    area = QRectF()
    tx, _, tz = camera.towards
    for one in found:
        for away in (0.0, SLIDE):
            x, y, z = one.centre
            middle = (x - tx * away, y, z - tz * away)
            grow = max(one.half) * camera.scale
            area = area.united(
                _soft_box(camera, middle, one.half)[0]
                .boundingRect()
                .adjusted(-grow, -grow, grow, grow)
            )
    return area
