"""The question of the day after a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import frame, label

if TYPE_CHECKING:
    from deskstretch.ui.look import Look


class WorseQuestion(QWidget):
    """`Is any pain worse since yesterday's session?`, with two equal answers."""

    answered = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        box = frame("quiet")
        text = label(
            say("Is any pain worse since yesterday’s session?"), "body", wrap=True
        )
        self.no = Button(look, say("No"))
        self.yes = Button(look, say("Yes, worse"))
        self.no.setAccessibleDescription(text.text())
        self.yes.setAccessibleDescription(text.text())
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(text, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(box)
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.yes.clicked.connect(lambda: self.answered.emit(True))
