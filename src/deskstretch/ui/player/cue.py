"""The cue, the one large line that carries the session, and the line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from deskstretch.ui.safety.large_text import LargeText, base_px, sized
from deskstretch.ui.widgets.appearing import Appearing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from deskstretch.ui.look import Look

SMALLEST_PX = 40
FACTOR = 3.3
WEIGHT = 600
TALLEST = 10_000
FADE_MS = 150


class CueLabel(QLabel):
    """One line of text, as large as fits every cue of the session on one line.

    The size is 3.3 times the body text and never under 40 px; where even 40 px are
    too wide it wraps to two lines. Room is kept for the highest cue from the start,
    so that nothing moves when the cue changes; a new cue fades in within 150 ms.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._texts: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "text")
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._appearing = Appearing(look, self, FADE_MS)
        look.changed.connect(self._fit)

    def set_texts(self, texts: Iterable[str]) -> None:
        """Take every text this label will show, to keep room for the largest."""
        self._texts = tuple(texts)
        self._fit()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._appearing.begin()

    def stand_still(self) -> None:
        """Show all of the cue now."""
        self._appearing.finish()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._appearing.share >= 1.0:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        try:
            painter.setOpacity(self._appearing.share)
            self.style().drawItemText(
                painter,
                self.contentsRect(),
                int(self.alignment()) | int(Qt.TextFlag.TextWordWrap),
                self.palette(),
                self.isEnabled(),
                self.text(),
                self.foregroundRole(),
            )
        finally:
            painter.end()

    def sizeHint(self) -> QSize:
        return QSize(200, SMALLEST_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return highest(QFontMetrics(self._font(width)), self._texts, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFont(self._font(self.width()))

    def _fit(self) -> None:
        self.setFont(self._font(self.width()))
        self.updateGeometry()

    def _font(self, width: int) -> QFont:
        """Return the largest font in which every text fits the width, to 40 px."""
        pixels = max(SMALLEST_PX, round(FACTOR * base_px(self._look)))
        while pixels > SMALLEST_PX and self._widest(pixels) > width:
            pixels -= 1
        return sized(self._look, pixels, WEIGHT)

    def _widest(self, pixels: int) -> int:
        metrics = QFontMetrics(sized(self._look, pixels, WEIGHT))
        return max((metrics.horizontalAdvance(text) for text in self._texts), default=0)


class SubLabel(LargeText):
    """The line below the cue; keeps room for the highest text of the session."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, factor=1.29, tone="text2")
        self._texts: tuple[str, ...] = ()
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def set_texts(self, texts: Iterable[str]) -> None:
        """Take every text this label will show."""
        self._texts = tuple(texts)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        tallest = highest(self.fontMetrics(), self._texts, room)
        return tallest + margins.top() + margins.bottom()


def highest(metrics: QFontMetrics, texts: Iterable[str], width: int) -> int:
    """Return the height of the highest of some texts, wrapped to a width."""
    room = QRect(0, 0, width, TALLEST)
    heights = [
        metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        for text in texts
    ]
    return max([metrics.height(), *heights])
