"""Before a routine begins: what comes, how long it takes, what to bring, `Start`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.coaching.safety import SAFETY_LINE
from deskstretch.ui.language import render, say
from deskstretch.ui.player.clock_text import minutes_seconds
from deskstretch.ui.player.header import equipment_chips
from deskstretch.ui.player.queue import Queue
from deskstretch.ui.player.queue_rows import rows
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Opening

COLUMN = 560


class ReadyPage(QWidget):
    """The queue of a routine with its total and its equipment; nothing runs yet."""

    start_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, look: Look, opening: Opening) -> None:
        super().__init__()
        self._look = look
        self.start = LargeButton(look, say("Start"), "primary", "play")
        self.leave = LargeButton(look, say("Not now"), "quiet")
        self.queue = Queue(look, most=8)
        self.queue.set_rows(rows(look, opening, opening.timeline))
        total = minutes_seconds(opening.timeline.total_s)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title(look, render(opening.name), 1.9), 1)
        head.addWidget(LargeText(look, total, factor=1.57, weight=600, wrap=False))
        chips = QHBoxLayout()
        chips.setSpacing(8)
        played = [opening.acts[p.movement].movement for p in opening.timeline.parts]
        for chip in equipment_chips(look, played):
            chips.addWidget(chip)
        chips.addStretch(1)
        card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self.queue)
        footer = QHBoxLayout()
        footer.setSpacing(10)
        footer.addWidget(self.leave)
        footer.addStretch(1)
        footer.addWidget(self.start)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(12)
        self._outer.addLayout(head)
        self._outer.addLayout(chips)
        self._outer.addWidget(card)
        self._outer.addStretch(1)
        safety = LargeText(look, render(SAFETY_LINE), factor=1.0, tone="text2")
        safety.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._outer.addWidget(safety)
        self._outer.addLayout(footer)
        self.start.clicked.connect(self.start_pressed)
        self.leave.clicked.connect(self.close_pressed)
        self.setAccessibleName(render(opening.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(24, (self.width() - self._look.theme.px(COLUMN)) // 2)
        self._outer.setContentsMargins(side, 20, side, 20)
