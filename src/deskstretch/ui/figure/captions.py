"""The words on the stage: "Feel it here" with its line, and the guide's label.

At most two, and never in the way: they stand beside the body where the loop leaves
room, and are left out where it does not (cards, thumbnails).
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from deskstretch.ui.figure.canvas import painted, snapped
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPainter

    from deskstretch.ui.figure.space import Point
    from deskstretch.ui.theme import Theme

MARGIN = 12.0
GAP = 18.0
"""Between the body and the words: enough for a line that can be seen."""
PAD_X, PAD_Y = 13.0, 6.0
SHIFTS = (0.0, 0.9, -0.9, 1.8, -1.8, 2.7, -2.7)
"""Where words may stand, above or below their target, in their own heights."""


class Obstacle(NamedTuple):
    """A part of the stage that words must not cover, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Caption(NamedTuple):
    """Where words stand, and whether the body lies to their right."""

    text: str
    box: QRectF
    body_right: bool


def beside(
    text: str,
    target: Point,
    stage: tuple[float, float],
    obstacles: Sequence[Obstacle],
    theme: Theme,
) -> Caption | None:
    """Place words about level with a target, where their line crosses the least.

    Moves up or down a little where something is in the way; None if nothing fits.
    """
    metrics = QFontMetricsF(theme.font("caption"))
    width = metrics.horizontalAdvance(text) + 2 * PAD_X
    height = metrics.height() + 2 * PAD_Y
    found: list[tuple[float, Caption]] = []
    for shift in SHIFTS:
        y = target[1] + shift * height
        top, bottom = y - height / 2 - 2, y + height / 2 + 2
        if top < MARGIN or bottom > stage[1] - MARGIN:
            continue
        rows = [o for o in obstacles if o.top < bottom and o.bottom > top]
        left = min([target[0], *(o.left for o in rows)]) - GAP
        right = max([target[0], *(o.right for o in rows)]) + GAP
        for x, end, body_right in ((left - width, left, True), (right, right, False)):
            if x >= MARGIN and x + width <= stage[0] - MARGIN:
                box = QRectF(x, y - height / 2, width, height)
                cost = _cost(target, (end, y), obstacles)
                found.append((cost, Caption(text, box, body_right)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _cost(start: Point, end: Point, obstacles: Sequence[Obstacle]) -> float:
    """Return how bad a line is: its length, what it crosses, and how it slants."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    points = [(start[0] + dx * i / 12, start[1] + dy * i / 12) for i in range(1, 12)]
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    near = [
        o
        for o in obstacles
        if o.left < x1 and o.right > x0 and o.top < y1 and o.bottom > y0
    ]
    crossed = sum(
        any(o.left < x < o.right and o.top < y < o.bottom for o in near)
        for x, y in points
    )
    length = hypot(dx, dy)
    return length * (0.3 + crossed / len(points)) + 0.7 * abs(dy)


def feel_text() -> str:
    """Return the words beside the glow."""
    return say("Feel it here")


def guide_text(guide: str) -> str:
    """Return the words beside the line along the trunk."""
    return say("Spine stays long") if guide == "spine" else say("Trunk stays upright")


def _around(caption: Caption, ratio: float) -> QRectF:
    """Return where the picture of a caption goes: on whole device pixels."""
    return snapped(caption.box.adjusted(-2, -2, 2, 2), ratio)


def pill(caption: Caption, theme: Theme, ratio: float) -> QImage:
    """Return the picture of words in a pill, to be put at the caption's box."""
    area = _around(caption, ratio)

    def draw(painter: QPainter) -> None:
        box = caption.box
        painter.setPen(QPen(theme.color("stretch"), 1.4))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font("caption"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, caption.text)

    return painted(area, ratio, draw)


def plain(caption: Caption, theme: Theme, ratio: float) -> QImage:
    """Return the picture of words without a pill."""
    area = _around(caption, ratio)

    def draw(painter: QPainter) -> None:
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption"))
        painter.drawText(caption.box, Qt.AlignmentFlag.AlignCenter, caption.text)

    return painted(area, ratio, draw)


def feel(
    painter: QPainter,
    caption: Caption,
    picture: QImage,
    target: Point,
    theme: Theme,
) -> None:
    """Paint the line to the glow, its end, and the pill's picture."""
    box = caption.box
    start = QPointF(box.right() if caption.body_right else box.left(), box.center().y())
    end = QPointF(*target)
    length = hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
    stop = start + (end - start) * max(0.0, 1.0 - 4.0 / length)
    for token, width in (("stage_bot", 4.4), ("stretch", 1.6)):
        pen = QPen(theme.color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, stop)
    painter.setPen(QPen(theme.color("stage_bot"), 1.4))
    painter.setBrush(theme.color("stretch"))
    painter.drawEllipse(end, 4.2, 4.2)
    painter.drawImage(_around(caption, picture.devicePixelRatio()).topLeft(), picture)


def label(
    painter: QPainter,
    caption: Caption,
    picture: QImage,
    target: Point,
    theme: Theme,
) -> None:
    """Paint a thin line to the guide, and the words' picture."""
    box = caption.box
    edge = box.right() - PAD_X + 6 if caption.body_right else box.left() + PAD_X - 6
    painter.setPen(QPen(theme.color("text3"), 1.2))
    painter.drawLine(QPointF(edge, box.center().y()), QPointF(*target))
    painter.drawImage(_around(caption, picture.devicePixelRatio()).topLeft(), picture)
