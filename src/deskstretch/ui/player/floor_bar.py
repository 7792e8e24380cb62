"""The bar of the floor view: the player's, with larger buttons and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from deskstretch.ui.language import say
from deskstretch.ui.player.bottom_bar import BottomBar
from deskstretch.ui.safety.large_text import LargeButton, LargeText
from deskstretch.ui.widgets.labels import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from deskstretch.ui.look import Look

EDGE, LEAST_WIDTH = 36, 640


class FloorBar(BottomBar):
    """Something hurts · Space pauses · Back · Pause · Next · Exit floor view.

    The buttons are 54 px high or more. Where the width is short the hint goes
    first, then the words of Back and Next, then that of the way out; what goes is
    decided by the width alone, so nothing moves during a session.
    """

    leave_pressed = Signal()

    def __init__(self, look: Look, *, routine: bool) -> None:
        super().__init__(look, routine=routine, tall=True)
        set_property(self, "kind", "floor-bar")
        self.end.hide()
        self.hint = LargeText(
            look, say("Space pauses"), factor=1.3, tone="text2", wrap=False
        )
        self.leave = LargeButton(
            look, say("Exit floor view"), "quiet", "close", tall=True
        )
        self.leave.setAccessibleName(say("Exit floor view"))
        self.leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = self.row
        row.setContentsMargins(EDGE, 12, EDGE, 20)
        row.insertWidget(row.indexOf(self.back), self.hint)
        row.insertSpacing(row.indexOf(self.back), 10)
        row.addWidget(self.leave)
        self.leave.clicked.connect(self.leave_pressed)
        look.changed.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        """Return the size with all left out that can be: what is in decides nothing."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the width has no room for, the least needed first."""
        self.hint.show()
        self.show_narrow(narrow=False)
        self._show_way_out(words=True)
        steps = (
            self.hint.hide,
            lambda: self.show_narrow(narrow=True),
            lambda: self._show_way_out(words=False),
        )
        for leave_out in steps:
            if self._needed() <= self.width():
                return
            leave_out()

    def _needed(self) -> int:
        shown = [self.hurts, self.back, self.pause, self.next, self.leave]
        room = 2 * EDGE + self.row.spacing() * (len(shown) + 2)
        room += sum(one.sizeHint().width() for one in shown)
        room += max(0, self.pause.minimumWidth() - self.pause.sizeHint().width())
        if not self.hint.isHidden():
            room += self.hint.sizeHint().width() + 10
        return room

    def _show_way_out(self, *, words: bool) -> None:
        text = say("Exit floor view")
        self.leave.setText(text if words else "")
        self.leave.setToolTip("" if words else text)
