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

    from PySide6.QtGui import QPixmap, QResizeEvent

    from deskstretch.ui.look import Look
    from deskstretch.ui.widgets.labels import Role

THUMBNAIL = QSize(54, 40)
LARGEST = QSize(108, 80)
"""A thumbnail where there is room for it, as before a routine begins."""
EDGE, GAP, AIR = 8, 12, 5
MOST = 5
"""How many rows are in sight at once; a longer queue moves up by itself."""
ICON = 15
LARGE_FROM = 72
"""Rows from this height on have larger words, too."""


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
    that is on and what comes next are in sight. `fills` spreads the rows, and their
    pictures, over the height there is; too many for it can be scrolled.
    """

    def __init__(self, look: Look, *, fills: bool = False) -> None:
        super().__init__()
        self._look = look
        self._fills = fills
        self._rows: tuple[Row, ...] = ()
        self.current = -1
        self.setAccessibleName(say("What comes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if fills
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
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
        usual = max(THUMBNAIL.height(), self._line("strong") + self._line("caption"))
        usual += 2 * AIR
        if not self._fills:
            return usual
        room = self.height() // max(1, len(self._rows))
        return min(max(room, self._line("strong") + AIR), self._highest(usual))

    def two_lines(self) -> bool:
        """Return whether the place stands below the name: else it is left out."""
        return self.row_height() >= self._line("strong") + self._line("caption") + AIR

    def picture_size(self) -> QSize:
        """Return the size of the thumbnails, in pixels."""
        height = min(self.row_height() - 2 * AIR, LARGEST.height())
        if not self._fills:
            height = THUMBNAIL.height()
        return QSize(round(height * THUMBNAIL.width() / THUMBNAIL.height()), height)

    def sizeHint(self) -> QSize:
        if self._fills:
            usual = LARGEST.height() + 2 * AIR
            return QSize(200, self._highest(usual) * max(1, len(self._rows)))
        seen = min(max(1, len(self._rows)), MOST)
        return QSize(200, self.row_height() * seen)

    def minimumSizeHint(self) -> QSize:
        if self._fills:
            return QSize(200, 2 * self._line("strong"))
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fills:
            self.doItemsLayout()

    def _highest(self, usual: int) -> int:
        return max(usual, LARGEST.height() + 2 * AIR)

    def _line(self, role: Role) -> int:
        return QFontMetrics(self._look.theme.font(role)).height()

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
        room = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        size = self._queue.picture_size()
        picture = QRect(room.topLeft(), size)
        picture.moveTop(room.center().y() - size.height() // 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(_placed(picture, room, mirrored=mirrored), row.picture)
        self._paint_end(painter, room, row, done=done, now=now, mirrored=mirrored)
        text = room.adjusted(size.width() + GAP, 0, -self._end_width(), 0)
        text = _placed(text, room, mirrored=mirrored)
        self._paint_words(painter, text, row, now=now, mirrored=mirrored)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, room: QRect, row: Row, *, now: bool, mirrored: bool
    ) -> None:
        """Paint the name and, below it, the place with its icon."""
        theme = self._look.theme
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        upper, lower = QRect(room), QRect(room)
        large = self._queue.row_height() >= LARGE_FROM
        small = "body" if large else "caption"
        painter.setFont(theme.font("heading" if large else "strong"))
        metrics = QFontMetrics(painter.font())
        if self._queue.two_lines():
            below = QFontMetrics(theme.font(small)).height()
            upper.setHeight(metrics.height())
            upper.moveTop(room.center().y() - (metrics.height() + below) // 2 + 1)
            lower.setHeight(below)
            lower.moveTop(upper.bottom() + 1)
        painter.setPen(theme.color("on_soft" if now else "text"))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(upper, flags, name)
        if not self._queue.two_lines():
            return
        tone = theme.color("on_soft" if now else "text2")
        side = theme.px(ICON)
        icon = QRect(lower.left(), 0, side, side)
        icon.moveTop(lower.center().y() - side // 2)
        ratio = self._queue.devicePixelRatioF()
        picture = self._look.icons.pixmap(row.icon, tone, side, ratio)
        painter.drawPixmap(_placed(icon, lower, mirrored=mirrored), picture)
        painter.setFont(theme.font(small))
        painter.setPen(tone)
        beside = _placed(lower.adjusted(side + 6, 0, 0, 0), lower, mirrored=mirrored)
        painter.drawText(beside, flags, row.place)

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
        painter.setPen(theme.color("on_soft" if now else "text2"))
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
