"""The panel of steps, side switch and tips, for windows too narrow for a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstretch.ui.player.exercise import ExercisePage
    from deskstretch.ui.player.header import Header


class StepsPanel(QFrame):
    """Steps, side switch and tips over the page, where there is no column for them."""

    def __init__(self, page: ExercisePage) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 12, 12, 12)
        self._row.setSpacing(16)
        self._end = QVBoxLayout()
        self._end.setSpacing(12)
        self._end.addStretch(1)
        self._row.addLayout(self._end, 1)
        self.hide()

    def take(self, steps: QWidget, tips: QWidget, header: Header) -> None:
        """Hold these from now on, until the page has room for them itself."""
        self._row.insertWidget(0, steps, 1, Qt.AlignmentFlag.AlignTop)
        self._end.insertWidget(0, tips)
        leading = Qt.AlignmentFlag.AlignLeading
        if not self._page.wide:
            self._end.insertWidget(0, header.hands_free_row, 0, leading)
            header.hands_free_row.show()
        if header.has_sides or header.routine:
            self._end.insertWidget(0, header.sides, 0, leading)
            header.sides.setVisible(header.has_sides)

    def place(self) -> None:
        """Cover the page between the header and the bar."""
        page = self._page
        top = page.header.mapTo(page, QPoint(0, page.header.height())).y() + 4
        room = QRect(16, top, page.width() - 32, page.bar.y() - top - 8)
        self.setGeometry(room)
        self._row.activate()  # only at their width do the steps know their height
        needed = self._row.totalHeightForWidth(room.width())
        room.setHeight(
            min(max(needed, self._row.minimumSize().height()), room.height())
        )
        self.setGeometry(room)
