"""The segment bar: the whole movement as bars as wide as its passages are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.player.reading import side_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from deskstretch.coaching.timeline import Part, Segment, Timeline
    from deskstretch.ui.look import Look

BAR, GAP, ROOM = 10, 6, 7
THICK_BAR = 14
"""The bar's height, the gap between bars, and the room above a label, in pixels."""


class SegmentBar(QProgressBar):
    """Rounded bars whose widths are the real durations, filled up to now.

    Under each bar stands its label; one that does not fit is left out, never cut.
    It runs right to left where the language does. It repaints when the filled part
    grew by a pixel of the screen, not before.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._segments: tuple[Segment | Part, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._start_s = self._total_s = 0.0
        self._position = 0.0
        self._current = -1
        self._labelled = True
        self._bar = BAR
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        height = self._bar
        if self._labelled:
            height += ROOM + round(QFontMetricsF(self._font(current=True)).height())
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_labelled(self, *, labelled: bool) -> None:
        """Show or leave out the row of labels."""
        if labelled != self._labelled:
            self._labelled = labelled
            self.updateGeometry()

    def set_thick(self) -> None:
        """Make the bars thicker, to be seen from the floor."""
        self._bar = THICK_BAR
        self.updateGeometry()

    def show_segments(self, timeline: Timeline, of: Part) -> None:
        """Show the segments of one movement of a timeline."""
        segments = tuple(
            segment
            for segment in timeline.segments
            if of.start_s <= segment.start_s < of.end_s
        )
        self._show_bars(
            segments,
            tuple(_label(timeline, segment) for segment in segments),
            tuple(side_name(one.side) or render(one.label) for one in segments),
        )

    def show_parts(self, timeline: Timeline, names: Sequence[str]) -> None:
        """Show the movements of a timeline, each by its name."""
        self._show_bars(timeline.parts, tuple(names), tuple(names))

    def _show_bars(
        self,
        bars: tuple[Segment | Part, ...],
        labels: tuple[str, ...],
        names: tuple[str, ...],
    ) -> None:
        self._segments, self._labels, self._names = bars, labels, names
        self._start_s = bars[0].start_s
        self._total_s = bars[-1].end_s - self._start_s
        self._current = -1
        self.update()

    def show_position(self, position_s: float, current: int) -> None:
        """Fill up to `position_s`; `current` is the segment it lies in, or -1."""
        moved = self._device_x(position_s) != self._device_x(self._position)
        if not moved and current == self._current:
            return
        self._position, self._current = position_s, current
        self._tell()
        self.update()

    def bars(self) -> tuple[QRectF, ...]:
        """Return the place of each bar, in the order of the segments."""
        if not self._segments:
            return ()
        room = self.width() - GAP * (len(self._segments) - 1)
        x, found = 0.0, []
        for part in self._segments:
            width = room * (part.end_s - part.start_s) / self._total_s
            found.append(QRectF(x, 0, width, self._bar))
            x += width + GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return tuple(
                QRectF(self.width() - r.right(), 0, r.width(), BAR) for r in found
            )
        return tuple(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            bars = self.bars()
            for index, bar in enumerate(bars):
                self._paint_bar(
                    painter, bar, self._segments[index].filled(self._position)
                )
            if self._labelled:
                self._paint_labels(painter, bars)
        finally:
            painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, filled: float) -> None:
        theme = self._look.theme
        path = QPainterPath()
        path.addRoundedRect(bar, self._bar / 2, self._bar / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(path, theme.color("line"))
        if filled <= 0:
            return
        done = QRectF(bar)
        done.setWidth(bar.width() * filled)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.moveRight(bar.right())
        part = QPainterPath()
        part.addRect(done)
        painter.fillPath(path.intersected(part), theme.color("accent"))

    def _paint_labels(self, painter: QPainter, bars: Sequence[QRectF]) -> None:
        theme = self._look.theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, bar in enumerate(bars):
            font = self._font(current=index == self._current)
            metrics = QFontMetricsF(font)
            text = self._labels[index]
            width = metrics.horizontalAdvance(text)
            if QFontMetricsF(self._font(current=True)).horizontalAdvance(text) > (
                bar.width() + (GAP if index < len(bars) - 1 else 0)
            ):
                continue
            painter.setFont(font)
            tone = "text" if index == self._current else "text2"
            painter.setPen(theme.color(tone))
            x = bar.right() - width if mirrored else bar.left()
            painter.drawText(QPointF(x, self._bar + ROOM + metrics.ascent()), text)

    def _font(self, *, current: bool) -> QFont:
        font = QFont(self._look.theme.font("caption"))
        if current:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _device_x(self, position_s: float) -> int:
        return round(self.width() * self.devicePixelRatioF() * self._share(position_s))

    def _tell(self) -> None:
        """Keep value and name in step with the picture, in whole percent."""
        percent = round(100 * self._share(self._position))
        if percent == self.value() and self.accessibleName():
            return
        self.setValue(percent)
        what = self._names[max(0, self._current)]
        self.setAccessibleName(say("{what}, {n} percent", what=what, n=percent))

    def _share(self, position_s: float) -> float:
        if not self._total_s:
            return 0.0
        return min(1.0, max(0.0, (position_s - self._start_s) / self._total_s))


def _label(timeline: Timeline, part: Segment) -> str:
    """Name a segment; a side also says how often it works."""
    reps = timeline.at(part.start_s).reps
    if part.side is None or reps <= 1:
        return render(part.label)
    return say("{side}, {n} reps", side=render(part.label), n=reps)
