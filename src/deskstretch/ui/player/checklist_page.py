"""Shown once before something carries a person's weight: what has to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from deskstretch.movements.screening_rows import ROWS
from deskstretch.ui.language import render, say
from deskstretch.ui.safety.bullets import bullets
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from deskstretch.coaching.checklists import Checklist
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look

COLUMN = 720


class ChecklistPage(SafetyPage):
    """The lines to go through, the question about the shoulders, and two answers.

    Nothing is stored here. `Not now` is the way back.
    """

    gone_through = Signal()
    """All of it is so, and none of the shoulder's rows applies."""
    shoulders_reported = Signal()
    """What is asked of the shoulders applies."""
    close_pressed = Signal()

    def __init__(self, look: Look, movement: Movement, checklist: Checklist) -> None:
        super().__init__(look, COLUMN)
        self.done = LargeButton(look, say("All of this is so"), "primary")
        self.applies = LargeButton(look, say("One applies"))
        self.leave = LargeButton(look, say("Not now"), "quiet")
        name = say(movement.name)
        self.body.addWidget(LargeText(look, name, factor=1.2, tone="accent"))
        self.body.addWidget(title(look, render(checklist.title), 1.9))
        self.body.addSpacing(8)
        self.body.addWidget(bullets(look, checklist.lines, factor=1.29))
        if checklist.asks_shoulders:
            self.done.setText(say("None. All of this is so"))
            self.body.addSpacing(12)
            self.body.addWidget(self._shoulders())
        self.body.addStretch(1)
        self.footer.addWidget(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(self.applies)
        self.footer.addWidget(self.done)
        self.applies.setVisible(checklist.asks_shoulders)
        self.done.clicked.connect(self.gone_through)
        self.applies.clicked.connect(self.shoulders_reported)
        self.leave.clicked.connect(self.close_pressed)
        self.setAccessibleName(render(checklist.title))

    def _shoulders(self) -> QFrame:
        row = next(one for one in ROWS if one.key == "shoulders")
        card = frame("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(18, 14, 18, 16)
        lines.setSpacing(4)
        lines.addWidget(
            LargeText(self.look, say("And does one of these apply to you?"), weight=600)
        )
        lines.addWidget(LargeText(self.look, render(row.ticks), factor=1.29))
        lines.addWidget(
            LargeText(
                self.look,
                say("Then the hang is left out, and there is a lat stretch instead."),
                tone="text2",
            )
        )
        return card
