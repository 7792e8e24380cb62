"""Images painted safely: whatever happens while painting, the painter is ended.

An exception with a painter still open on an image ends the process when the image
goes; `painted` is the one place where the figure opens one.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable


_HAIR = 1e-6  # what rounding adds to a whole number of pixels


def snapped(box: QRectF, ratio: float) -> QRectF:
    """Return the box, grown to whole device pixels.

    An image put between them would be off by part of a pixel, and tremble where it
    follows another.
    """
    left, top = floor(box.left() * ratio) / ratio, floor(box.top() * ratio) / ratio
    right, bottom = (
        ceil(box.right() * ratio) / ratio,
        ceil(box.bottom() * ratio) / ratio,
    )
    return QRectF(left, top, right - left, bottom - top)


def painted(box: QRectF, ratio: float, draw: Callable[[QPainter], None]) -> QImage:
    """Return an image of a part of the stage, transparent where nothing is drawn.

    `draw` paints in the stage's own pixels; `ratio` is device pixels per pixel.
    What `draw` raises comes out, with the painter ended.
    """
    image = QImage(
        max(1, ceil(box.width() * ratio - _HAIR)),
        max(1, ceil(box.height() * ratio - _HAIR)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.topLeft())
        draw(painter)
    finally:
        painter.end()
    return image
