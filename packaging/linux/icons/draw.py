"""Draws the app icon's PNGs for the icon theme from assets/icons/app.

Run after a change of the drawing: python packaging/linux/icons/draw.py
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parents[2] / "assets/icons/app/deskstretch.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(renderer: QSvgRenderer, size: int) -> QImage:
    """Return the icon, `size` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    try:
        renderer.render(painter)
    finally:
        painter.end()
    return image


def main() -> None:
    """Write one PNG for each size beside the drawing."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        draw(renderer, size).save(str(HERE / f"deskstretch-{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()
