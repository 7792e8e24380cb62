"""Text to be read from the floor: a cue and words sized by the viewing distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy

from deskstretch.ui.player.cue import TALLEST, CueLabel
from deskstretch.ui.safety.large_text import sized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QResizeEvent, QScreen

    from deskstretch.ui.look import Look

MM_PER_INCH: Final = 25.4
CAP_MM, CAP_LEAST_MM = 11.64, 9.31
"""The height of a capital letter at 2 m: 20 minutes of arc, and 16, the least."""
CAP_SHARE: Final = 0.72
"""How much of a font's size the height of a capital is."""
SMALLEST_PX, LARGEST_PX = 64, 112
OF_HEIGHT: Final = 0.09
"""The cue's share of a large screen's height: a far screen is a large one."""
USUAL_DPI: Final = 96.0
BELIEVED_DPI: Final = (60.0, 400.0)
"""Screens that claim anything else do not know their own size."""
CUE_WEIGHT: Final = 700
MEASURE_PX: Final = 200


def dots_per_inch(screen: QScreen | None) -> float:
    """Return the logical pixels per inch of glass, as far as the screen knows."""
    if screen is None:
        return USUAL_DPI
    found = float(screen.physicalDotsPerInch())
    return found if BELIEVED_DPI[0] <= found <= BELIEVED_DPI[1] else USUAL_DPI


def readable_px(dpi: float, cap_mm: float = CAP_MM) -> float:
    """Return the font size whose capitals are `cap_mm` high at this many dots."""
    return cap_mm * dpi / MM_PER_INCH / CAP_SHARE


def cue_px(dpi: float, height: float, text_scale: float = 1.0) -> int:
    """Return the size of the cue, in pixels: readable from 2 m, and from 64 to 112.

    Args:
        dpi: logical pixels per inch of the screen.
        height: the height of the view in pixels; large screens get larger letters.
        text_scale: the person's text size, 1.0 for the usual one.
    """
    wanted = max(readable_px(dpi) * text_scale, OF_HEIGHT * height)
    return round(min(max(wanted, SMALLEST_PX), LARGEST_PX))


class FloorCue(CueLabel):
    """The cue of the floor view: large, on one line if that can still be read.

    As large as `cue_px` says if every text of the session fits one line. Else it
    shrinks to what 20 minutes of arc need, then goes over two lines, and there
    shrinks on to 16 minutes; smaller it never is.
    """

    def __init__(self, look: Look, view_height: Callable[[], int]) -> None:
        super().__init__(look)
        self._view_height = view_height
        self.setProperty("tone", "text")

    def _font(self, width: int) -> QFont:
        return sized(self._look, self._pixels(width), CUE_WEIGHT)

    def _pixels(self, width: int) -> int:
        dpi = dots_per_inch(self.screen())
        scale = self._look.theme.text_scale
        largest = cue_px(dpi, self._view_height(), scale)
        readable = min(largest, max(SMALLEST_PX, round(readable_px(dpi))))
        one_line = int(MEASURE_PX * width / max(1.0, self._widest(MEASURE_PX)))
        if one_line >= readable:
            return min(largest, one_line)
        least = min(readable, round(readable_px(dpi, CAP_LEAST_MM)))
        for pixels in range(readable, least, -1):
            if self._fits_two_lines(pixels, width):
                return pixels
        return least

    def _fits_two_lines(self, pixels: int, width: int) -> bool:
        metrics = QFontMetrics(sized(self._look, pixels, CUE_WEIGHT))
        room = QRect(0, 0, width, TALLEST)
        boxes = [
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            for text in self._texts
        ]
        most = 2 * metrics.lineSpacing()
        return all(box.height() <= most and box.width() <= width for box in boxes)

    def _widest(self, pixels: int) -> int:
        metrics = QFontMetrics(sized(self._look, pixels, CUE_WEIGHT))
        return max((metrics.horizontalAdvance(text) for text in self._texts), default=0)


class FloorText(QLabel):
    """One line as large as it may be, and no wider than its place.

    `largest` pixels at the usual text size; smaller where the longest of its texts
    would not fit. Its height is that of the largest size, so nothing moves.
    """

    def __init__(
        self, look: Look, largest: int, *, weight: int = 600, tone: str = "text"
    ) -> None:
        super().__init__()
        self._look = look
        self._largest = largest
        self._weight = weight
        self._texts: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.fit)
        self.fit()

    def set_texts(self, texts: Iterable[str]) -> None:
        """Take every text this line will show."""
        self._texts = tuple(texts)
        self.fit()

    def fit(self) -> None:
        """Take the size that suits the width and the look there are now."""
        pixels = round(self._largest * self._look.theme.text_scale)
        tallest = sized(self._look, pixels, self._weight)
        self.setFixedHeight(QFontMetrics(tallest).height())
        metrics = QFontMetricsF(tallest)
        widest = max(
            (metrics.horizontalAdvance(text) for text in self._texts), default=0.0
        )
        if widest > self.width() > 0:
            pixels = max(1, int(pixels * self.width() / widest))
        self.setFont(sized(self._look, pixels, self._weight))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
