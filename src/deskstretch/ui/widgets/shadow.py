"""The outline of the prompt card: smooth with a shadow, or cut where none blend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QPainter

if TYPE_CHECKING:
    from deskstretch.ui.theme import Theme

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


def draw_card(painter: QPainter, card: QRectF, theme: Theme, border: str) -> None:
    """Draw the card's ground and its border in a colour by token."""
    width = theme.border
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(border))
    painter.drawRoundedRect(card, RADIUS, RADIUS)
    painter.setBrush(theme.color("raised"))
    inner = card.adjusted(width, width, -width, -width)
    painter.drawRoundedRect(inner, RADIUS - width, RADIUS - width)


def rounded_mask(size: QSize) -> QBitmap:
    """Return the card's shape for desktops that cut windows and blend nothing."""
    mask = QBitmap(size)
    mask.clear()
    painter = QPainter(mask)
    try:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.drawRoundedRect(
            QRectF(0, 0, size.width(), size.height()), RADIUS, RADIUS
        )
    finally:
        painter.end()
    return mask
