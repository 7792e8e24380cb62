"""Marks on the figure: lines that shall stay straight, and what is easily missed.

All of them are `accent`; orange is for the glow alone. Each has an edge in the colour
of the stage, so that it reads on every cloth and skin.
"""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QTransform

from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import add, at, between, dot
from deskstretch.ui.figure.outline import new_path
from deskstretch.ui.figure.trunk import SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from deskstretch.body.choreography import Choreography
    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.body.vectors import Vec
    from deskstretch.ui.figure.space import Camera, Point
    from deskstretch.ui.theme import Theme

GUIDE_BEHIND = 0.118
GUIDE_BELOW = 0.085
GUIDE_ABOVE = 0.085
WIDTH = 0.0085
"""A mark's line; statures."""
# The line of the pelvis from its back to its front spine, in the pelvis' frame.
_BACK_SPINE, _FRONT_SPINE = (-0.052, 0.042, 0.086), (0.058, 0.032, 0.086)
# The line along the spine: behind the sacrum and behind the crown.
_SACRUM, _CROWN = (-0.108, -0.030, 0.0), (-0.098, 0.085, 0.0)
_HIPS = (0.020, 0.012, 0.122)
_BLADE = (-0.040, 0.014, 0.058)
# Beside the armpit, where the back of the ribs meets the floor: a bracket's spine.
_BRACKET = ((-0.050, 0.006, 0.130), (-0.050, -0.062, 0.130))
_TICK = 0.020
# At the height of the ear lobe, beside jaw and hair.
_LOBE = (-0.004, -0.024, 0.068)
_ON_THE_FLOOR, _LIFTED = 0.010, 0.028
"""How far a shoulder blade may rise before its mark begins to fade, and is empty."""


class Marks:
    """The marks of one movement, seen by one camera in one theme.

    `figures` are samples of the loop: a shoulder blade lies on the floor where it is
    as low as it ever gets.
    """

    def __init__(
        self,
        choreography: Choreography,
        camera: Camera,
        theme: Theme,
        figures: Sequence[Figure],
    ) -> None:
        self._kinds = choreography.marks
        self._camera = camera
        self._theme = theme
        self._width = max(1.5, WIDTH * camera.scale)
        self._low = {
            side: min(_blade(figure, side)[1] for figure in figures) for side in SIDES
        }

    def paint(self, painter: QPainter, figure: Figure) -> None:
        """Paint them over the figure."""
        if "pelvis" in self._kinds:
            near = self._near_side(figure)
            places = [(x, y, z * near) for x, y, z in (_BACK_SPINE, _FRONT_SPINE)]
            self._bar(painter, [at(*figure["pelvis"], place) for place in places])
        if "hip_line" in self._kinds:
            self._hip_line(painter, figure)
        for side in SIDES:
            if "shoulder_blades" in self._kinds:
                self._contact(painter, figure, side)
            if "ear_gap" in self._kinds:
                self._gap(painter, figure, side)

    def _near_side(self, figure: Figure) -> float:
        across = figure["pelvis"].frame[2]
        return 1.0 if dot(across, self._camera.towards) > 0 else -1.0

    def _hip_line(self, painter: QPainter, figure: Figure) -> None:
        root = figure["pelvis"]
        x, y, z = _HIPS
        if dot(root.frame[0], self._camera.towards) < 0:
            x = -x
        self._bar(painter, [at(*root, (x, y, sign * z)) for sign in (1.0, -1.0)])

    def _bar(self, painter: QPainter, places: Sequence[Vec]) -> None:
        """Paint a line with a dot at both ends."""
        a, b = (QPointF(*self._camera.point(place)) for place in places)
        for color, grow in self._coats():
            painter.setPen(_pen(color, self._width * (0.95 + 0.95 * grow)))
            painter.drawLine(a, b)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for end in (a, b):
                radius = self._width * (0.9 + 0.5 * grow)
                painter.drawEllipse(end, radius, radius)

    def _contact(self, painter: QPainter, figure: Figure, side: Side) -> None:
        """Paint a bracket beside a shoulder blade, bold while it lies on the floor."""
        lift = _blade(figure, side)[1] - self._low[side]
        full = 1 - (lift - _ON_THE_FLOOR) / (_LIFTED - _ON_THE_FLOOR)
        full = min(1.0, max(0.0, full))
        (x, y0, z), (_, y1, _) = _BRACKET
        inner = z - _TICK
        path = new_path()
        for i, (y, across) in enumerate(((y0, inner), (y0, z), (y1, z), (y1, inner))):
            place = at(*figure["spine_5"], (x, y, across * SIGN[side]))
            (path.lineTo if i else path.moveTo)(*self._camera.point(place))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, grow in self._coats():
            painter.setPen(_pen(color, self._width * (0.5 + 0.9 * full + 0.8 * grow)))
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)

    def _gap(self, painter: QPainter, figure: Figure, side: Side) -> None:
        """Paint the way from ear to shoulder, with a tick at both ends."""
        x, y, z = _LOBE
        ear = at(*figure["head"], (x, y, z * SIGN[side]))
        root = at(*figure["spine_7"], (0.006, -0.006, 0.012 * SIGN[side]))
        slope = between(root, figure[f"shoulder_{side}"].position, 0.62)
        up = figure[f"girdle_{side}"].frame[1]
        top = add(slope, (up[0] * 0.030, up[1] * 0.030, up[2] * 0.030))
        (ax, ay), (bx, by) = self._camera.point(ear), self._camera.point(top)
        n = hypot(bx - ax, by - ay) or 1e-6
        k = 1.1 * self._width / n
        dx, dy = -(by - ay) * k, (bx - ax) * k
        for color, grow in self._coats():
            painter.setPen(_pen(color, self._width * (0.60 + 0.75 * grow)))
            painter.drawLine(QPointF(ax, ay), QPointF(bx, by))
            for x, y in ((ax, ay), (bx, by)):
                painter.drawLine(QPointF(x - dx, y - dy), QPointF(x + dx, y + dy))
        painter.setPen(Qt.PenStyle.NoPen)

    def _coats(self) -> Iterable[tuple[QColor, float]]:
        """Return the edge and the mark itself: what each is painted in, how wide."""
        return (
            (self._theme.figure("mark_edge"), 1.0),
            (self._theme.color("accent"), 0.0),
        )


def _blade(figure: Figure, side: Side) -> Vec:
    x, y, z = _BLADE
    return at(*figure["spine_5"], (x, y, z * SIGN[side]))


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def guide_line(camera: Camera, figure: Figure, kind: str) -> tuple[Point, Point]:
    """Return the guide behind the trunk: bottom and top on the screen.

    "trunk" is plumb; "spine" runs from behind the sacrum to behind the crown.
    """
    if kind == "spine":
        low = at(*figure["pelvis"], _SACRUM)
        return camera.point(low), camera.point(at(*figure["head"], _CROWN))
    x, y, z = figure["pelvis"].position
    top = figure["head"].position[1] + GUIDE_ABOVE
    return (
        camera.point((x - GUIDE_BEHIND, y + GUIDE_BELOW, z)),
        camera.point((x - GUIDE_BEHIND, top, z)),
    )


def guide(
    painter: QPainter, camera: Camera, figure: Figure, theme: Theme, kind: str
) -> None:
    """Paint the dashed line behind the trunk."""
    (bx, by), (x, y) = guide_line(camera, figure, kind)
    width = max(1.4, 0.0052 * camera.scale)
    dash, step = 4.2 * width, 7.4 * width
    path = new_path()
    reach, length = 0.0, hypot(bx - x, by - y)
    while reach < length:
        # Dashes are fills: a dashed pen costs five times as much.
        path.addRoundedRect(
            QRectF(reach, -width / 2, dash, width), width / 2, width / 2
        )
        reach += step
    placed = QTransform().translate(x, y).rotate(degrees(atan2(by - y, bx - x)))
    painter.fillPath(placed.map(path), theme.color("accent"))
