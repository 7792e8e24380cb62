"""Before a routine begins: what comes, how long it takes, what to bring, `Start`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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
    from deskstretch.ui.player.opening import Opening, RoutineOpening

COLUMN, EDGE = 640, 24


class ReadyPage(QWidget):
    """The queue of a routine with its total and its equipment; nothing runs yet.

    The rows of the queue share the height there is, so that all of them are in
    sight in the smallest window, and large in a large one.
    """

    start_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, look: Look, opening: Opening, routine: RoutineOpening) -> None:
        super().__init__()
        self._look = look
        self.start = LargeButton(look, say("Start"), "primary", "play")
        self.leave = LargeButton(look, say("Not now"), "quiet")
        self.queue = Queue(look, fills=True)
        self.queue.set_rows(rows(look, opening, opening.timeline))
        total = minutes_seconds(opening.timeline.total_s)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title(look, render(routine.name), 1.9), 1)
        head.addWidget(
            LargeText(look, total, factor=1.57, weight=600, wrap=False),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        card = frame("card")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self.queue)
        footer = QHBoxLayout()
        footer.setSpacing(10)
        footer.addWidget(self.leave)
        footer.addStretch(1)
        footer.addWidget(self.start)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(10)
        self._outer.addStretch(1)
        self._outer.addLayout(head)
        if routine.about is not None:
            about = render(routine.about)
            self._outer.addWidget(LargeText(look, about, factor=1.14, tone="text2"))
        self._outer.addLayout(self._chips(opening))
        self._outer.addWidget(card, 1000)
        self._outer.addWidget(
            LargeText(look, render(SAFETY_LINE), factor=0.93, smallest=13, tone="text2")
        )
        self._outer.addLayout(footer)
        self._outer.addStretch(1)
        self.start.clicked.connect(self.start_pressed)
        self.leave.clicked.connect(self.close_pressed)
        self.setAccessibleName(render(routine.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(EDGE, (self.width() - self._look.theme.px(COLUMN)) // 2)
        self._outer.setContentsMargins(side, 16, side, 16)

    def _chips(self, opening: Opening) -> QHBoxLayout:
        """Return what to bring for all movements together."""
        row = QHBoxLayout()
        row.setSpacing(8)
        played = [opening.acts[p.movement].movement for p in opening.timeline.parts]
        for chip in equipment_chips(self._look, played):
            row.addWidget(chip)
        row.addStretch(1)
        return row
