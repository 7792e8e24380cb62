"""Shown before a session after one that was too much: a step easier this time?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from deskstretch.ui.language import render, say
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage

if TYPE_CHECKING:
    from deskstretch.ui.look import Look
    from deskstretch.words import Words


class StepBackPage(SafetyPage):
    """One question, Yes and No; either goes on."""

    answered = Signal(bool)
    """Whether it is to be the easier step."""

    def __init__(self, look: Look, question: Words) -> None:
        super().__init__(look)
        self.yes = LargeButton(look, say("Yes, easier"), "primary")
        self.no = LargeButton(look, say("No, as it was"))
        self.body.addStretch(1)
        self.body.addWidget(title(look, render(question), 1.9))
        self.body.addWidget(
            LargeText(
                look,
                say("It was a lot the last time. You can go up again later."),
                factor=1.29,
                tone="text2",
            )
        )
        self.body.addStretch(2)
        self.footer.addStretch(1)
        self.footer.addWidget(self.no)
        self.footer.addWidget(self.yes)
        self.yes.clicked.connect(self._on_yes_clicked)
        self.no.clicked.connect(self._on_no_clicked)
        self.setAccessibleName(render(question))

    def _on_yes_clicked(self) -> None:
        self.answered.emit(True)

    def _on_no_clicked(self) -> None:
        self.answered.emit(False)
