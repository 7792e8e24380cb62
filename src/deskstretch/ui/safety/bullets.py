"""Lists of lines: numbered steps of advice, or things that may apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from deskstretch.ui.language import render
from deskstretch.ui.safety.large_text import LargeText, sized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from deskstretch.ui.look import Look
    from deskstretch.words import Words


class Mark(QWidget):
    """A number in a soft disc, or a small dot, before a line."""

    def __init__(self, look: Look, number: int | None) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._look.theme.px(28 if self._number is not None else 24)
        return QSize(side if self._number is not None else side // 2, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        box = QRectF(self.rect())
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._number is None:
                painter.setBrush(theme.color("text3"))
                painter.drawEllipse(box.center(), 2.5, 2.5)
                return
            painter.setBrush(theme.color("accent_soft"))
            side = min(box.width(), box.height()) / 2
            painter.drawEllipse(box.center(), side, side)
            painter.setPen(theme.color("on_soft"))
            painter.setFont(sized(self._look, round(side * 1.15), 600))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        finally:
            painter.end()


def bullets(
    look: Look, lines: Iterable[Words], *, numbered: bool = False, factor: float = 1.2
) -> QWidget:
    """Return the lines below one another, each with a number or a dot before it."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12 if numbered else 6)
    grid.setVerticalSpacing(12 if numbered else 4)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, line in enumerate(lines):
        grid.addWidget(Mark(look, row + 1 if numbered else None), row, 0, top)
        text = LargeText(look, render(line), factor=factor)
        text.setContentsMargins(0, 2 if numbered else 0, 0, 0)
        grid.addWidget(text, row, 1)
    return box
