"""Read before the first session ever: what this is, and who should not start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from deskstretch.coaching.safety import RED_FLAGS, SAFETY_LINE
from deskstretch.ui.language import render, say
from deskstretch.ui.safety.bullets import bullets
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage
from deskstretch.ui.safety.two_lines import TwoLineButton
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from deskstretch.ui.look import Look
    from deskstretch.words import Words

COLUMN = 920


class NoticePage(SafetyPage):
    """The safety line, the red flags, and `I have read this`, once.

    `I have read this` waits for an answer to the question. `None of these` lets it
    through. `One or more apply` shows what to do instead, and leaves only
    `Keep reminders off`. Nothing is stored here.
    """

    notice_read = Signal()
    """It was read, and no red flag applies."""
    red_flag_reported = Signal()
    """One or more red flags apply, and the person keeps reminders off."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, COLUMN)
        self._title = title(look, say("Before you start"))
        self.none = TwoLineButton(look, render(RED_FLAGS.none_apply), manner="answer")
        self.some = TwoLineButton(look, render(RED_FLAGS.some_apply), manner="answer")
        self.read = LargeButton(look, render(RED_FLAGS.read), "primary")
        self.keep_off = LargeButton(look, say("Keep reminders off"), "primary")
        self._advice = self._blocked()
        self._write()
        self.read.setEnabled(False)
        self._advice.hide()
        self.keep_off.hide()
        self.none.clicked.connect(self._on_none_clicked)
        self.some.clicked.connect(self._on_some_clicked)
        self.read.clicked.connect(self.notice_read)
        self.keep_off.clicked.connect(self.red_flag_reported)

    def _write(self) -> None:
        look = self.look
        self.body.addWidget(self._title)
        self.body.addWidget(LargeText(look, render(SAFETY_LINE), factor=1.2))
        self.body.addSpacing(4)
        self.body.addWidget(
            LargeText(
                look, render(RED_FLAGS.question), factor=1.43, smallest=20, weight=600
            )
        )
        lists = QHBoxLayout()
        lists.setSpacing(24)
        lists.addLayout(self._list(RED_FLAGS.prompt_title, RED_FLAGS.prompt), 1)
        lists.addLayout(self._list(RED_FLAGS.emergency_title, RED_FLAGS.emergency), 1)
        self.body.addLayout(lists)
        self.body.addStretch(1)
        self.notes.addWidget(self._advice)
        answers = QHBoxLayout()
        answers.setSpacing(10)
        answers.addWidget(self.none)
        answers.addWidget(self.some)
        self.footer.addLayout(answers, 1)
        self.footer.addSpacing(24)
        self.footer.addWidget(self.read)
        self.footer.addWidget(self.keep_off)

    def _list(self, heading: Words, lines: tuple[Words, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(
            LargeText(self.look, render(heading), factor=1.2, weight=600, tone="text2")
        )
        column.addWidget(bullets(self.look, lines, factor=1.15))
        column.addStretch(1)
        return column

    def _blocked(self) -> QFrame:
        panel = frame("alarm")
        lines = QVBoxLayout(panel)
        lines.setContentsMargins(18, 14, 18, 14)
        lines.setSpacing(4)
        for text, weight, factor in (
            (render(RED_FLAGS.blocked_text), 600, 1.2),
            (
                say(
                    "For anything under “{heading}”: call your local emergency number"
                    " or go to an emergency department now.",
                    heading=RED_FLAGS.emergency_title,
                ),
                400,
                1.15,
            ),
        ):
            lines.addWidget(
                LargeText(
                    self.look, text, factor=factor, weight=weight, tone="on_danger_soft"
                )
            )
        return panel

    def _on_none_clicked(self) -> None:
        self._answer(some=False)
        self.read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_some_clicked(self) -> None:
        self._answer(some=True)
        self.announce(render(RED_FLAGS.blocked_text))
        self.keep_off.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, *, some: bool) -> None:
        self.none.mark(chosen=not some)
        self.some.mark(chosen=some)
        self._advice.setVisible(some)
        self.keep_off.setVisible(some)
        self.read.setVisible(not some)
        self.read.setEnabled(not some)
