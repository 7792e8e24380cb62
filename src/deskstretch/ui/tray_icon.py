"""The tray's art: one drawing per state and size, in the ink the panel needs.

Rendering the SVGs takes 0.2 MB of private memory and loading PNGs made from them
0.1 MB, so there is no second copy of the art. A state is drawn when first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Mapping

State: TypeAlias = Literal["normal", "near", "due", "paused", "session"]
Ink: TypeAlias = Literal["on_light", "on_dark"]

TRANSPARENT = QColor.fromRgbF(0.0, 0.0, 0.0, 0.0)
"""Named here because `Qt.transparent` loads all of Qt's enumerations, 1.2 MB."""
DRAWN_FOR: Mapping[int, int] = {16: 16, 22: 22, 24: 24, 32: 32, 44: 22, 48: 24, 64: 32}
"""Size in pixels -> the drawing whose strokes land on whole pixels there."""


class TrayArt:
    """Makes the icon of a state; the same icon again for the same question.

    `files` holds the SVGs by name (`near-22.svg`), `inks` the two colours of the
    token file. The state is told by shape, never by colour.
    """

    def __init__(self, files: Mapping[str, bytes], inks: Mapping[str, str]) -> None:
        self._files = files
        self._inks = inks
        self._made: dict[tuple[State, Ink], QIcon] = {}

    def icon(self, state: State, ink: Ink) -> QIcon:
        """Return the icon in all sizes panels ask for (16 to 64 px)."""
        key = (state, ink)
        if key not in self._made:
            icon = QIcon()
            for pixels in DRAWN_FOR:
                icon.addPixmap(self.pixmap(state, ink, pixels))
            icon.setIsMask(True)  # macOS tints it; elsewhere this says nothing
            self._made[key] = icon
        return self._made[key]

    def pixmap(self, state: State, ink: Ink, pixels: int) -> QPixmap:
        """Return one drawing, `pixels` wide and high (a key of DRAWN_FOR)."""
        svg = self._files[f"{state}-{DRAWN_FOR[pixels]}.svg"]
        colour = self._inks[ink].encode()
        renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour)))
        picture = QPixmap(pixels, pixels)
        picture.fill(TRANSPARENT)
        painter = QPainter(picture)
        try:
            renderer.render(painter)
        finally:
            painter.end()
        return picture
