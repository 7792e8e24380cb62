"""The end of a session: what was done, and how it felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import render, say
from deskstretch.ui.player.clock_text import spoken, worked
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import announce
from deskstretch.ui.safety.two_lines import TwoLineButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from deskstretch.coaching.reached import Summary
    from deskstretch.ui.look import Look
    from deskstretch.words import Words

COLUMN = 720
CHOICE_MS = 600
NO_ANSWER_MS = 60_000


class FinishPage(QWidget):
    """What was done, one plain fact, and four equal answers, none preselected.

    One press or one of the keys 1 to 4 is the answer: it is told at once (`felt`),
    stays marked for 600 ms, then the page asks to be closed, or first whether the
    next time is to be another step. Without an answer it asks so after 60 s. `hurts`
    leads on to the advice instead.
    """

    felt = Signal(str)
    """The answer: easy, right, hard, easier, same, harder or hurts."""
    next_time_answered = Signal(bool)
    """Whether the next time is to be what was offered."""
    done = Signal()
    """There is nothing more to show or ask."""

    def __init__(
        self,
        look: Look,
        *,
        first_time: bool,
        next_time: Callable[[], Words | None],
    ) -> None:
        super().__init__()
        self._next_time = next_time
        self._look = look
        self._answered = ""
        self._keys, self.answers = _answers(look, first_time=first_time)
        self._headline = title(look, "", 1.9)
        self._fact = LargeText(look, factor=1.29, tone="text2")
        self._question = LargeText(
            look, say("How did that feel?"), factor=1.29, smallest=19, weight=600
        )
        self._stage_place = QVBoxLayout()
        self.yes = LargeButton(look, say("Yes"))
        self.no = LargeButton(look, say("No"))
        self.leave = LargeButton(look, say("Close"))
        self._choice = _single(self, CHOICE_MS, self._on_choice_shown)
        self._patience = _single(self, NO_ANSWER_MS, self.done.emit)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_answer_clicked)
        self.leave.clicked.connect(self.done)
        self.yes.clicked.connect(self._on_yes_clicked)
        self.no.clicked.connect(self._on_no_clicked)
        self._lay_out()

    def show_summary(
        self, summary: Summary, *, has_sides: bool, fact: Words | None, stage: QWidget
    ) -> None:
        """Say what was done, and begin to wait for the answer."""
        self._headline.setText(headline(summary, has_sides=has_sides))
        self._fact.setText(render(fact) if fact is not None else "")
        self._fact.setVisible(fact is not None)
        self._stage_place.addWidget(stage)
        stage.show()
        self._patience.start()

    @property
    def headline(self) -> str:
        """What was done, as it stands on the page."""
        return self._headline.text()

    def spoken(self) -> str:
        """Return what a screen reader says at once."""
        return f"{self._headline.text()} {self._question.text()}"

    def stop_waiting(self) -> None:
        """Do not ask to be closed any more."""
        self._patience.stop()
        self._choice.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._keys) and not event.isAutoRepeat():
            self._on_answer_clicked(number)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(24, (self.width() - self._look.theme.px(COLUMN)) // 2)
        self._outer.setContentsMargins(side, 24, side, 20)

    def _lay_out(self) -> None:
        feelings, offer = QWidget(), QWidget()
        row = QHBoxLayout(feelings)
        row.setSpacing(10)
        for number, answer in enumerate(self.answers):
            self._group.addButton(answer, number)
            row.addWidget(answer, 1)
        pair = QHBoxLayout(offer)
        pair.setSpacing(10)
        for button in (self.yes, self.no):
            pair.addWidget(button, 1)
        for laid in (row, pair):
            laid.setContentsMargins(0, 0, 0, 0)
        self._rows = QStackedWidget()
        self._rows.addWidget(feelings)
        self._rows.addWidget(offer)
        self._rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(self.leave)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(8)
        self._outer.addLayout(self._stage_place, 1)
        self._outer.addSpacing(8)
        self._outer.addWidget(self._headline)
        self._outer.addWidget(self._fact)
        self._outer.addSpacing(8)
        self._outer.addWidget(self._question)
        self._outer.addWidget(self._rows)
        self._outer.addSpacing(8)
        self._outer.addLayout(footer)

    def _on_answer_clicked(self, number: int) -> None:
        if self._answered:
            return
        self._answered = self._keys[number]
        self._patience.stop()
        self.answers[number].mark(chosen=True)
        self.felt.emit(self._answered)
        if self._answered != "hurts":
            self._choice.start()

    def _on_choice_shown(self) -> None:
        question = self._next_time()
        if question is None:
            self.done.emit()
            return
        self._question.setText(render(question))
        self._rows.setCurrentIndex(1)
        self._patience.start()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.text(), "polite")

    def _on_yes_clicked(self) -> None:
        self.next_time_answered.emit(True)
        self.done.emit()

    def _on_no_clicked(self) -> None:
        self.next_time_answered.emit(False)
        self.done.emit()


def headline(summary: Summary, *, has_sides: bool) -> str:
    """Say what was done, with the true numbers and no judgement."""
    if not summary.completed:
        return say(
            "Stopped after {time}. It still counts.", time=worked(summary.spent_s)
        )
    time = spoken(summary.spent_s)
    if not has_sides:
        return say("Done. {time}.", time=time)
    return say("Done. {time}, both sides.", time=time)


def _answers(
    look: Look, *, first_time: bool
) -> tuple[tuple[str, ...], tuple[TwoLineButton, ...]]:
    hurts = TwoLineButton(look, say("Hurts"), say("show advice"), "hurts")
    if first_time:
        texts = {
            "easy": (say("Easy"), ""),
            "right": (say("About right"), ""),
            "hard": (say("Hard"), ""),
        }
    else:
        texts = {
            "easier": (say("Easier"), say("than last time")),
            "same": (say("Same"), say("as last time")),
            "harder": (say("Harder"), say("than last time")),
        }
    buttons = [TwoLineButton(look, *lines, "answer") for lines in texts.values()]
    return (*texts, "hurts"), (*buttons, hurts)


def _single(parent: QWidget, milliseconds: int, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
