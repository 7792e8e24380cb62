"""Shown instead of a session while something stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from deskstretch.coaching.safety import RED_FLAGS, STANDING_LINE
from deskstretch.ui.language import render, say
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage

if TYPE_CHECKING:
    from deskstretch.ui.look import Look
    from deskstretch.words import Words


class BlockedPage(SafetyPage):
    """Says why there is no session now.

    With `can_clear` (from the day after a red flag was reported) it also offers
    `A professional has told me it is fine`. It never leads to a session by itself.
    """

    clearance_reported = Signal()
    """The person says a professional has told them it is fine."""
    close_pressed = Signal()

    def __init__(self, look: Look, reason: Words, *, can_clear: bool) -> None:
        super().__init__(look)
        self.cleared = LargeButton(look, say("A professional has told me it is fine"))
        self.cleared.setVisible(can_clear)
        self.leave = LargeButton(look, say("Close"), "primary")
        self.body.addWidget(title(look, render(RED_FLAGS.blocked_title)))
        self.body.addWidget(LargeText(look, render(reason), factor=1.29))
        self.body.addStretch(1)
        self.body.addWidget(
            LargeText(look, render(STANDING_LINE), factor=1.0, tone="text2")
        )
        self.footer.addWidget(self.cleared)
        self.footer.addStretch(1)
        self.footer.addWidget(self.leave)
        self.cleared.clicked.connect(self.clearance_reported)
        self.leave.clicked.connect(self.close_pressed)
