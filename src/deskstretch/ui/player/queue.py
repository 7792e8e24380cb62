"""The queue of a routine: what was done, what is on, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from deskstretch.ui.language import say
from deskstretch.ui.player.clock_text import minutes_seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from deskstretch.ui.look import Look

THUMBNAIL = QSize(54, 40)
EDGE, GAP, AIR = 8, 12, 5
MOST = 5
"""How many rows are in sight at once; a longer queue moves up by itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One movement of the queue: its name, where it is done, how long it takes."""

    name: str
    icon: str
    place: str
    seconds: float
    picture: QPixmap


class Queue(QListWidget):
    """The movements of a routine in order; ticked when done, the current one marked.

    It is read, not chosen from, and as high as its rows; of a longer routine the one
    that is on and what comes next are in sight.
    """

    def __init__(self, look: Look, most: int = MOST) -> None:
        super().__init__()
        self._look = look
        self._most = most
        self._rows: tuple[Row, ...] = ()
        self.current = -1
        self.setAccessibleName(say("What comes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._delegate = _Rows(look, self)
        self.setItemDelegate(self._delegate)
        look.changed.connect(self._on_look_changed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these movements, none of them begun."""
        self._rows = tuple(rows)
        self.clear()
        for row in rows:
            self.addItem(QListWidgetItem(row.name))
        self.current = -1
        self._on_look_changed()

    def show_current(self, current: int) -> None:
        """Mark this movement as the one that is on, and those before it as done."""
        if current == self.current:
            return
        self.current = current
        for index, row in enumerate(self._rows):
            said = say(
                "{name}, {time}", name=row.name, time=minutes_seconds(row.seconds)
            )
            if index < current:
                said = say("Done: {step}", step=said)
            elif index == current:
                said = say("Now: {step}", step=said)
            self.item(index).setData(Qt.ItemDataRole.AccessibleTextRole, said)
        behind = self.item(max(0, current - 1))
        if behind is not None:
            self.scrollToItem(behind, QListWidget.ScrollHint.PositionAtTop)
        self.viewport().update()

    def what(self, index: int) -> Row:
        """Return what stands in a row."""
        return self._rows[index]

    def row_height(self) -> int:
        """Return the height of every row, in pixels."""
        theme = self._look.theme
        lines = sum(
            QFontMetrics(theme.font(role)).height() for role in ("strong", "caption")
        )
        return max(THUMBNAIL.height(), lines) + 2 * AIR

    def sizeHint(self) -> QSize:
        seen = min(max(1, len(self._rows)), self._most)
        return QSize(200, self.row_height() * seen)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_look_changed(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


class _Rows(QStyledItemDelegate):
    """Paints a row: picture, name above place, and the time or a tick."""

    def __init__(self, look: Look, queue: Queue) -> None:
        super().__init__(queue)
        self._look = look
        self._queue = queue

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(option.rect.width(), self._queue.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        number = index.row()
        row, theme = self._queue.what(number), self._look.theme
        now, done = number == self._queue.current, number < self._queue.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(option.rect, 8, 8)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = option.rect.adjusted(EDGE, AIR, -EDGE, -AIR)
        picture = QRect(room.topLeft(), THUMBNAIL)
        picture.moveTop(room.center().y() - THUMBNAIL.height() // 2)
        painter.drawPixmap(_placed(picture, room, mirrored=mirrored), row.picture)
        self._paint_end(painter, room, row, done=done, now=now, mirrored=mirrored)
        text = room.adjusted(THUMBNAIL.width() + GAP, 0, -self._end_width(), 0)
        text = _placed(text, room, mirrored=mirrored)
        leading = Qt.AlignmentFlag.AlignLeading
        painter.setFont(theme.font("strong" if now else "body"))
        painter.setPen(theme.color("text"))
        name = QFontMetrics(painter.font()).elidedText(
            row.name, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, int(leading | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(text, int(leading | Qt.AlignmentFlag.AlignBottom), row.place)
        painter.restore()

    def _paint_end(
        self,
        painter: QPainter,
        room: QRect,
        row: Row,
        *,
        done: bool,
        now: bool,
        mirrored: bool,
    ) -> None:
        theme = self._look.theme
        width = self._end_width()
        end = QRect(room.right() - width + 1, room.top(), width, room.height())
        end = _placed(end, room, mirrored=mirrored)
        if done:
            side = theme.px(18)
            tick = self._look.icons.pixmap(
                "check", theme.color("accent"), side, self._queue.devicePixelRatioF()
            )
            at = QRect(0, 0, side, side)
            at.moveCenter(end.center())
            painter.drawPixmap(at, tick)
            return
        painter.setFont(theme.font("strong" if now else "body", tabular=True))
        painter.setPen(theme.color("text" if now else "text2"))
        flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(end, int(flags), minutes_seconds(row.seconds))

    def _end_width(self) -> int:
        font = self._look.theme.font("strong", tabular=True)
        return QFontMetrics(font).horizontalAdvance("00:00") + GAP


def _placed(rect: QRect, room: QRect, *, mirrored: bool) -> QRect:
    """Return a rectangle of a room, on the other side where text runs leftwards."""
    if not mirrored:
        return rect
    placed = QRect(rect)
    placed.moveLeft(room.left() + room.right() - rect.right())
    return placed
