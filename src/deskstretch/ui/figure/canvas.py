"""Images painted safely: whatever happens while painting, the painter is ended.

An exception with a painter still open on an image ends the process when the image
goes; `painted` is the one place where the figure opens one.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF


def painted(box: QRectF, ratio: float, draw: Callable[[QPainter], None]) -> QImage:
    """Return an image of a part of the stage, transparent where nothing is drawn.

    `draw` paints in the stage's own pixels; `ratio` is device pixels per pixel.
    What `draw` raises comes out, with the painter ended.
    """
    image = QImage(
        max(1, ceil(box.width() * ratio)),
        max(1, ceil(box.height() * ratio)),
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
