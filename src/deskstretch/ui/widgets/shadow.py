"""The soft shadow of the prompt card, on desktops that blend windows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

RADIUS = 12
SHADOW_PX = 18
"""How far it reaches. It takes the clicks there, so it is no wider than it looks."""
DROP_PX = 6
DEPTH = 1.2
"""2 would put all of the colour at the edge; a soft light leaves some off."""


def draw_shadow(painter: QPainter, card: QRectF, color: QColor) -> None:
    """Draw the shadow around `card`, from its edge outwards to nothing."""
    painter.setPen(Qt.PenStyle.NoPen)
    for out in range(SHADOW_PX, 0, -1):
        faint = QColor(color)
        # Each ring adds its part, so that the sum falls off with the square.
        part = DEPTH * (1.0 - out / SHADOW_PX) / SHADOW_PX
        faint.setAlphaF(color.alphaF() * part)
        painter.setBrush(faint)
        ring = card.adjusted(-out, -out, out, out)
        ring.translate(0, min(DROP_PX, SHADOW_PX - out))
        painter.drawRoundedRect(ring, RADIUS + out, RADIUS + out)
