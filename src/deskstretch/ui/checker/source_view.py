"""The text of a file, read only: numbered lines, and marks where things are wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QPainter,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from deskstretch.ui.language import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from deskstretch.ui.look import Look

_SECTION = re.compile(r"\s*\[+[^#]*")
_COMMENT = re.compile(r"""^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*(#.*)$""")


class SourceView(QPlainTextEdit):
    """Shows a file as an editor does, without being one.

    Lines with something to put right have a red ground and a red number. `go_to`
    puts a line in the middle and in the selection's colour. Another version of the
    text keeps the place that is being read.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._marked: frozenset[int] = frozenset()
        self._current = 0
        self._numbers = _Numbers(self)
        self._colours = _Colours(look, self)
        self.setProperty("kind", "source")
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(say("The file"))
        self.updateRequest.connect(self._on_update_requested)
        self.blockCountChanged.connect(self._make_room)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_text(self, text: str) -> None:
        """Show another version of the file where this one is being read."""
        if text == self.toPlainText():
            return
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        place = down.value(), along.value()
        self.setPlainText(text)
        down.setValue(place[0])
        along.setValue(place[1])

    def mark(self, lines: Collection[int]) -> None:
        """Mark these lines, the first being 1; none is the current one any more."""
        self._marked = frozenset(lines)
        self._current = 0
        self._show_marks()

    def go_to(self, line: int) -> None:
        """Show a line in the middle, and as the current one."""
        block = self.document().findBlockByNumber(max(line, 1) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self._current = line
        self._show_marks()

    @property
    def marked(self) -> frozenset[int]:
        """The lines with something to put right."""
        return self._marked

    @property
    def current(self) -> int:
        """The line gone to, 0 if there is none."""
        return self._current

    def numbers_width(self) -> int:
        """Return how wide the column of line numbers is, pixels."""
        digits = max(3, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 22

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.numbers_width(), inside.height())
        )

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the numbers of the lines in sight."""
        theme = self._look.theme
        painter.fillRect(area, theme.color("sunken"))
        block = self.firstVisibleBlock()
        width = self._numbers.width() - 10
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > area.bottom():
                return
            line = block.blockNumber() + 1
            wrong = line in self._marked
            font = self.font()
            font.setBold(wrong)
            painter.setFont(font)
            painter.setPen(theme.color("danger" if wrong else "text3"))
            place = QRect(0, round(box.top()), width, round(box.height()))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(line))
            if wrong:
                painter.fillRect(
                    0, place.top(), 4, place.height(), theme.color("danger")
                )
            block = block.next()

    def _show_marks(self) -> None:
        theme = self._look.theme
        found = []
        for line in sorted({*self._marked, self._current} - {0}):
            mark = QTextEdit.ExtraSelection()
            ground = "danger_soft" if line in self._marked else "accent_soft"
            if line == self._current and line in self._marked:
                ground = "warn_soft"
            mark.format.setBackground(theme.color(ground))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            block = self.document().findBlockByNumber(line - 1)
            mark.cursor = QTextCursor(block)
            found.append(mark)
        self.setExtraSelections(found)
        self._numbers.update()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _on_update_requested(self, area: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.pt("caption"))
        self.setFont(font)
        self._make_room()
        self._colours.rehighlight()
        self._show_marks()


class _Numbers(QWidget):
    """The column of line numbers, painted by its text."""

    def __init__(self, source: SourceView) -> None:
        super().__init__(source)
        self._source = source

    def sizeHint(self) -> QSize:
        return QSize(self._source.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._source.paint_numbers(painter, event.rect())
        finally:
            painter.end()


class _Colours(QSyntaxHighlighter):
    """Sections stand out and comments stand back; all else is plain text."""

    def __init__(self, look: Look, source: SourceView) -> None:
        super().__init__(source.document())
        self._look = look

    def highlightBlock(self, text: str) -> None:
        theme = self._look.theme
        if found := _SECTION.match(text):
            section = QTextCharFormat()
            section.setForeground(theme.color("accent"))
            section.setFontWeight(600)
            self.setFormat(found.start(), found.end(), section)
        if found := _COMMENT.match(text):
            comment = QTextCharFormat()
            comment.setForeground(theme.color("text3"))
            self.setFormat(found.start(1), len(found[1]), comment)
