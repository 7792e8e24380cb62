"""The step list: what is done, what is now, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from deskstretch.ui.language import say
from deskstretch.ui.widgets.appearing import Appearing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from deskstretch.ui.look import Look

MOST = 6
"""More steps than this would not fit without scrolling."""
EDGE, MARK, PAD = 12, 22, 6
"""The row's edge, the room for tick or number, and the air above and below."""
HIGHLIGHT_MS = 150
TEXT_FLAGS = (
    int(Qt.AlignmentFlag.AlignLeading)
    | int(Qt.AlignmentFlag.AlignVCenter)
    | int(Qt.TextFlag.TextWordWrap)
)


class StepList(QListWidget):
    """At most six steps, never scrolled: ticked when done, the current one marked.

    A click or Enter on a step is the fact `step_chosen`. The list is as high as its
    rows and keeps that height during a session.
    """

    step_chosen = Signal(int)
    """The person chose a step; its index."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._current = -1
        self.setAccessibleName(say("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self._rows = _StepRows(look, self)
        self.setItemDelegate(self._rows)
        self._appearing = Appearing(look, self.viewport(), HIGHLIGHT_MS)
        self.itemClicked.connect(self._on_item_clicked)
        look.changed.connect(self._on_look_changed)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Show these steps, none of them begun."""
        self.clear()
        for text in steps[:MOST]:
            self.addItem(QListWidgetItem(text))
        self._current = -1
        self._on_look_changed()

    def show_step(self, current: int) -> None:
        """Mark this step as the current one and those before it as done."""
        if current == self._current:
            return
        self._current = current
        for row in range(self.count()):
            text = self.item(row).text()
            said = text
            if row < current:
                said = say("Done: {step}", step=text)
            elif row == current:
                said = say("Now: {step}", step=text)
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._appearing.begin()

    @property
    def current(self) -> int:
        """The index of the current step, -1 before the first."""
        return self._current

    @property
    def highlight(self) -> float:
        """How much of the current step's mark is in sight, 0 to 1."""
        return self._appearing.share

    def stand_still(self) -> None:
        """Show all of the mark now."""
        self._appearing.finish()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._rows.height(row, width) for row in range(self.count()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._on_look_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentRow() >= 0:
                self.step_chosen.emit(self.currentRow())
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
            return
        event.ignore()  # no search by letter: the letters are the player's keys

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.step_chosen.emit(self.row(item))

    def _on_look_changed(self) -> None:
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(10, self._rows.height(row, self.width())))
        self.updateGeometry()


class _StepRows(QStyledItemDelegate):
    """Paints one step: its mark, its text over as many lines as it needs."""

    def __init__(self, look: Look, steps: StepList) -> None:
        super().__init__(steps)
        self._look = look
        self._steps = steps

    def height(self, row: int, width: int) -> int:
        """Return the height of a row in a list of this width, in pixels."""
        width = max(width, 120) - 2 * EDGE - self._mark()
        metrics = QFontMetrics(self._font(strong=True))
        text = self._steps.item(row).text()
        box = QRect(0, 0, width, 1000)
        lines = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()
        return lines + 2 * PAD

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, QRect(option.rect), index.row(), str(index.data()))
            self._paint_focus(painter, QRect(option.rect), index.row())
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, box: QRect, row: int, text: str) -> None:
        theme = self._look.theme
        current = row == self._steps.current
        done = row < self._steps.current
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft", self._steps.highlight))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 8, 8)
        font = self._font(strong=current)
        inner = box.adjusted(EDGE, PAD, -EDGE, -PAD)
        words = self._mirrored(inner.adjusted(self._mark(), 0, 0, 0), inner)
        mark = QRect(inner)
        mark.setWidth(self._mark() - 4)
        mark.setHeight(QFontMetrics(font).height())
        mark.moveTop(self._lines(font, words, text).top())
        mark = self._mirrored(mark, inner)
        painter.setFont(font)
        painter.setPen(theme.color("on_soft" if current else "text2"))
        if done:
            size = theme.px(16)
            picture = self._look.icons.pixmap(
                "check", theme.color("accent"), size, self._steps.devicePixelRatioF()
            )
            target = QRect(0, 0, size, size)
            target.moveCenter(mark.center())
            painter.drawPixmap(target, picture)
        else:
            painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, str(row + 1))
        painter.drawText(words, TEXT_FLAGS, text)

    def _lines(self, font: QFont, room: QRect, text: str) -> QRect:
        """Return where the lines of a text lie in the room they have."""
        return QFontMetrics(font).boundingRect(room, TEXT_FLAGS, text)

    def _paint_focus(self, painter: QPainter, box: QRect, row: int) -> None:
        """Frame the row the arrow keys stand on, while the list has the focus."""
        keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
        by_keyboard = self._steps.window().testAttribute(keyboard)
        focused = self._steps.hasFocus() and by_keyboard
        if row != self._steps.currentRow() or not focused:
            return
        painter.setPen(self._look.theme.color("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 1.5, -0.5, -1.5), 8, 8)

    def _mirrored(self, part: QRect, whole: QRect) -> QRect:
        if not self._steps.isRightToLeft():
            return part
        return part.translated(
            whole.left() + whole.right() - part.right() - part.x(), 0
        )

    def _mark(self) -> int:
        return self._look.theme.px(MARK) + 8

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(self._look.theme.font("strong"))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font
