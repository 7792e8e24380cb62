"""Shown before a movement is done for the first time: its caution, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.coaching.safety import RED_FLAGS, STANDING_LINE, review_line
from deskstretch.ui.language import render, say
from deskstretch.ui.player.header import movement_chips
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look

COLUMN = 760


class FirstTimePage(QWidget):
    """The start pose standing still, the caution in words, `I have read this`."""

    warning_read = Signal()
    """The caution was read."""
    close_pressed = Signal()

    def __init__(self, look: Look, movement: Movement, stage: QWidget) -> None:
        super().__init__()
        self._look = look
        self.read = LargeButton(look, render(RED_FLAGS.read), "primary")
        self.leave = LargeButton(look, say("Not now"), "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title(look, say(movement.name), 1.9))
        for chip in movement_chips(look, movement):
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        caution = frame("card")
        lines = QVBoxLayout(caution)
        lines.setContentsMargins(18, 14, 18, 16)
        lines.setSpacing(4)
        lines.addWidget(LargeText(look, say("Before your first time"), weight=600))
        lines.addWidget(LargeText(look, say(movement.warning), factor=1.29))
        footer = QHBoxLayout()
        footer.setSpacing(10)
        footer.addWidget(self.leave)
        footer.addStretch(1)
        footer.addWidget(self.read)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(12)
        self._outer.addLayout(head)
        self._outer.addWidget(stage, 1)
        self._outer.addWidget(caution)
        self._outer.addWidget(
            LargeText(look, _standing(movement), factor=1.0, tone="text2")
        )
        self._outer.addLayout(footer)
        self.read.clicked.connect(self.warning_read)
        self.leave.clicked.connect(self.close_pressed)
        self.setAccessibleName(say(movement.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(24, (self.width() - self._look.theme.px(COLUMN)) // 2)
        self._outer.setContentsMargins(side, 20, side, 20)


def _standing(movement: Movement) -> str:
    return f"{render(STANDING_LINE)} {render(review_line(movement.reviewed_by))}"
