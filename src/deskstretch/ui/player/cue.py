"""The cue: the one large line that carries the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

from deskstretch.ui.safety.large_text import base_px, sized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from deskstretch.ui.look import Look

SMALLEST_PX = 40
FACTOR = 3.3
WEIGHT = 600
TALLEST = 10_000


class CueLabel(QLabel):
    """One line of text, as large as fits every cue of the session on one line.

    The size is 3.3 times the body text and never under 40 px; where even 40 px are
    too wide it wraps to two lines. Room is kept for the highest cue from the start,
    so that nothing moves when the cue changes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._height = SMALLEST_PX
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "text")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._fit)

    def set_texts(self, texts: Iterable[str]) -> None:
        """Take every text this label will show, to keep room for the largest."""
        self._texts = tuple(texts)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        width = max(self.width(), 200)
        wanted = max(SMALLEST_PX, round(FACTOR * base_px(self._look)))
        pixels = wanted
        while pixels > SMALLEST_PX and self._widest(pixels) > width:
            pixels -= 1
        font = sized(self._look, pixels, WEIGHT)
        metrics = QFontMetrics(font)
        room = QRect(0, 0, width, TALLEST)
        heights = [
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            for text in self._texts
        ]
        self.setFont(font)
        self._height = max([metrics.height(), *heights])
        self.updateGeometry()

    def _widest(self, pixels: int) -> int:
        metrics = QFontMetrics(sized(self._look, pixels, WEIGHT))
        return max((metrics.horizontalAdvance(text) for text in self._texts), default=0)
