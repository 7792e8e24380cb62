"""The questions of the short check, and the page that says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from deskstretch.coaching.safety import (
    CHECK_TITLE,
    STANDING_LINE,
    check_questions,
    passes,
)
from deskstretch.ui.language import render, say
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage

if TYPE_CHECKING:
    from deskstretch.coaching.safety import CheckQuestion
    from deskstretch.ui.look import Look


class CheckPage(SafetyPage):
    """Each question with Yes and No, nothing preselected; `Done` waits for all.

    Only the answers are told, whatever they are: whether they unlock anything is
    decided elsewhere.
    """

    answered = Signal(bool, object, str)
    """All clear; seen by a professional (None: not asked); the sign found, or ''."""
    close_pressed = Signal()

    def __init__(self, look: Look, *, asks_seen: bool) -> None:
        super().__init__(look)
        self.rows = [Question(look, one) for one in check_questions(asks_seen)]
        self.done = LargeButton(look, say("Done"), "primary")
        self.leave = LargeButton(look, say("Not now"), "quiet")
        self.done.setEnabled(False)
        self.body.addWidget(title(look, render(CHECK_TITLE)))
        self.body.addWidget(
            LargeText(look, say("As it is now, today."), factor=1.29, tone="text2")
        )
        for row in self.rows:
            self.body.addWidget(row)
            row.answered.connect(self._on_question_answered)
        self.body.addStretch(1)
        self.footer.addWidget(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(self.done)
        self.done.clicked.connect(self._on_done_clicked)
        self.leave.clicked.connect(self.close_pressed)
        self.setAccessibleName(render(CHECK_TITLE))

    def _answers(self) -> dict[str, bool]:
        return {
            row.question.key: row.answer for row in self.rows if row.answer is not None
        }

    def _on_question_answered(self) -> None:
        self.done.setEnabled(len(self._answers()) == len(self.rows))

    def _on_done_clicked(self) -> None:
        answers = self._answers()
        signs = [row.question for row in self.rows if row.question.key != "seen"]
        found = [one.key for one in signs if answers[one.key] is not one.clears]
        self.done.setEnabled(False)
        self.answered.emit(
            passes(signs, answers),
            answers.get("seen"),
            "emergency" if "emergency" in found else "".join(found[:1]),
        )


class Question(QWidget):
    """One question with Yes and No beside it."""

    answered = Signal()

    def __init__(self, look: Look, question: CheckQuestion) -> None:
        super().__init__()
        self.question = question
        text = render(question.text)
        self.yes = LargeButton(look, say("Yes"))
        self.no = LargeButton(look, say("No"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(LargeText(look, text, factor=1.2), 1)
        for number, button in enumerate((self.no, self.yes)):
            button.setCheckable(True)
            button.setAccessibleName(f"{text} {button.text()}")
            self._group.addButton(button, number)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def answer(self) -> bool | None:
        """What was answered: yes is True; None while nothing was."""
        return {1: True, 0: False}.get(self._group.checkedId())

    def _on_clicked(self, number: int) -> None:
        self.yes.set_kind("primary" if number == 1 else "plain")
        self.no.set_kind("primary" if number == 0 else "plain")
        self.answered.emit()


class AnswerPage(SafetyPage):
    """One sentence and `Close`."""

    close_pressed = Signal()

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look)
        self.text = LargeText(look, text, factor=1.43, smallest=20)
        self.leave = LargeButton(look, say("Close"), "primary")
        self.body.addWidget(title(look, render(CHECK_TITLE)))
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self.footer.addWidget(
            LargeText(look, render(STANDING_LINE), factor=1.0, tone="text2"), 1
        )
        self.footer.addWidget(self.leave)
        self.leave.clicked.connect(self.close_pressed)
