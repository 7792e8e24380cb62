"""The line icons: SVG in `currentColor`, drawn at the real pixel size.

Twenty units square, strokes of 1.6 with round ends (`assets/icons/line`). The
colour is put in at drawing time, so one file serves every theme and state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

MIRRORED = frozenset({"chevron-left", "chevron-right", "back", "next", "undo"})
"""Icons that show a direction of reading; play and pause do not."""
WINDOW_SIZES = (16, 24, 32, 48, 64, 128)


class Icons:
    """The product's icons by name, each drawn once per colour, size and ratio.

    `files` holds the SVGs by file name (`play.svg`). Asking for a name that is
    not there raises KeyError: names are written in code, so that is a bug.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {name.removesuffix(".svg"): svg for name, svg in files.items()}
        self._drawn: dict[tuple[str, int, int, int, bool], QPixmap] = {}

    def names(self) -> tuple[str, ...]:
        """Return every icon there is, in alphabetical order."""
        return tuple(sorted(self._files))

    def pixmap(
        self,
        name: str,
        color: QColor,
        size: int = 20,
        ratio: float = 1.0,
        *,
        right_to_left: bool = False,
    ) -> QPixmap:
        """Return the icon, `size` logical pixels square, for a screen's `ratio`."""
        mirrored = right_to_left and name in MIRRORED
        pixels = max(1, round(size * ratio))
        key = (name, color.rgba(), size, pixels, mirrored)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, color, size, pixels, mirrored=mirrored)
        return self._drawn[key]

    def icon(
        self,
        name: str,
        color: QColor,
        disabled: QColor | None = None,
        size: int = 20,
        *,
        selected: QColor | None = None,
        right_to_left: bool = False,
    ) -> QIcon:
        """Return the icon for a button: sharp on screens of ratio 1, 1.5, 2 and 3."""
        modes = {
            QIcon.Mode.Normal: color,
            QIcon.Mode.Disabled: disabled,
            QIcon.Mode.Selected: selected,
        }
        icon = QIcon()
        for mode, ink in modes.items():
            if ink is None:
                continue
            for ratio in (1.0, 1.5, 2.0, 3.0):
                picture = self.pixmap(
                    name, ink, size, ratio, right_to_left=right_to_left
                )
                icon.addPixmap(picture, mode)
        return icon

    def _draw(
        self, name: str, color: QColor, size: int, pixels: int, *, mirrored: bool
    ) -> QPixmap:
        svg = self._files[name].replace(b"currentColor", color.name().encode())
        renderer = QSvgRenderer(QByteArray(svg))
        picture = QPixmap(QSize(pixels, pixels))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            painter.setOpacity(color.alphaF())
            if mirrored:
                painter.translate(pixels, 0)
                painter.scale(-1, 1)
            renderer.render(painter, QRectF(0, 0, pixels, pixels))
        finally:
            painter.end()
        picture.setDevicePixelRatio(pixels / size)
        return picture


def window_icon(svg: bytes) -> QIcon:
    """Return the app's own icon, in colour, from its drawing (`icons/app`)."""
    renderer = QSvgRenderer(QByteArray(svg))
    icon = QIcon()
    for pixels in WINDOW_SIZES:
        picture = QPixmap(pixels, pixels)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            renderer.render(painter)
        finally:
            painter.end()
        icon.addPixmap(picture)
    return icon
