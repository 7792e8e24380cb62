"""The screens of the stop signs: the question, easing off, advice, emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QVBoxLayout,
    QWidget,
)

from deskstretch.coaching.safety import (
    EMERGENCY,
    EMERGENCY_SCREEN,
    MILD,
    PAUSED_TEXT,
    PAUSED_TITLE,
    QUESTION,
    QUESTION_SUB,
    SIGNS,
    STANDING_LINE,
    STEP_LABELS,
)
from deskstretch.ui.language import render, say
from deskstretch.ui.safety.bullets import bullets
from deskstretch.ui.safety.chip import Chip
from deskstretch.ui.safety.large_text import LargeButton, LargeText, title
from deskstretch.ui.safety.page import SafetyPage, section
from deskstretch.ui.safety.two_lines import TwoLineButton
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from deskstretch.coaching.safety import Sign, Step
    from deskstretch.ui.look import Look


class AskPage(SafetyPage):
    """`What do you notice?`: five rows, the last one red, none preselected.

    All rows are in sight at the smallest window. Up and Down move between them.
    """

    sign_chosen = Signal(str)
    back_pressed = Signal()
    end_pressed = Signal()

    def __init__(self, look: Look, *, in_session: bool) -> None:
        super().__init__(look)
        self._chip = Chip(look, "pause", say("Session paused"))
        self._chip.setVisible(in_session)
        self._title = title(look, render(QUESTION))
        self._sub = LargeText(look, render(QUESTION_SUB), factor=1.29, tone="text2")
        self._in_session = in_session
        self.rows = [_row(look, one) for one in SIGNS]
        self.body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sub)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, row in enumerate(self.rows):
            self._group.addButton(row, index)
            self.body.addWidget(row)
        self._group.idClicked.connect(self._on_row_clicked)
        self.body.addStretch(1)
        back = say("Back to the stretch") if in_session else say("Close")
        self.back = LargeButton(look, back, icon="chevron-left" if in_session else "")
        self.end = LargeButton(look, say("End session"), "quiet")
        self.end.setVisible(in_session)
        self.footer.addWidget(self.back)
        self.footer.addStretch(1)
        self.footer.addWidget(self.end)
        self.back.clicked.connect(self.back_pressed)
        self.end.clicked.connect(self.end_pressed)
        self.setAccessibleName(render(QUESTION))

    def _on_row_clicked(self, index: int) -> None:
        self.sign_chosen.emit(SIGNS[index].name)

    def arrange(self) -> None:
        super().arrange()
        if hasattr(self, "_title"):  # the first call comes while it is being built
            self._chip.setVisible(self._in_session and not self.low)
            self._title.set_factor(1.5 if self.low else 2.1)
            self._sub.set_factor(1.0 if self.low else 1.29)
            for row in self.rows:
                row.set_air(7 if self.low else 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not move_focus(event, self.rows):
            super().keyPressEvent(event)


class EaseOffPage(SafetyPage):
    """A mild pull: what it should be like, and ways to go on or to end."""

    step_chosen = Signal(str)
    back_pressed = Signal()

    def __init__(self, look: Look, offers: Sequence[Step], *, in_session: bool) -> None:
        super().__init__(look)
        self.buttons: dict[Step, LargeButton] = {}
        if in_session:
            self.body.addWidget(
                Chip(look, "pause", say("Session paused")),
                0,
                Qt.AlignmentFlag.AlignLeading,
            )
        self.body.addWidget(title(look, render(MILD.title)))
        for line in MILD.advice:
            self.body.addWidget(LargeText(look, render(line), factor=1.29))
        self.body.addSpacing(8)
        self._offers = tuple(offers)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for index, step in enumerate(self._offers):
            button = LargeButton(
                look, render(STEP_LABELS[step]), "plain" if index else "primary"
            )
            self._group.addButton(button, index)
            self.buttons[step] = button
            self.body.addWidget(button)
        self._group.idClicked.connect(self._on_step_clicked)
        self.body.addStretch(1)
        self.back = LargeButton(look, say("Back"), icon="chevron-left")
        self.back.clicked.connect(self.back_pressed)
        self.footer.addWidget(self.back)
        self.footer.addStretch(1)
        self.setAccessibleName(render(MILD.title))

    def _on_step_clicked(self, index: int) -> None:
        self.step_chosen.emit(self._offers[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not move_focus(event, list(self.buttons.values())):
            super().keyPressEvent(event)


class AdvicePage(SafetyPage):
    """What to do after a sign that stops everything, and that it did."""

    close_pressed = Signal()

    def __init__(self, look: Look, sign: Sign, *, in_session: bool) -> None:
        super().__init__(look)
        self.body.addWidget(
            Chip(look, "warning", render(sign.row), alarm=True),
            0,
            Qt.AlignmentFlag.AlignLeading,
        )
        self.body.addWidget(title(look, render(sign.title)))
        if sign.sub is not None and in_session:
            self.body.addWidget(
                LargeText(look, render(sign.sub), factor=1.29, tone="text2")
            )
        self.body.addSpacing(4)
        self.body.addWidget(bullets(look, sign.advice, numbered=True, factor=1.29))
        self.body.addSpacing(4)
        card = frame("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(18, 14, 18, 14)
        lines.setSpacing(2)
        lines.addWidget(LargeText(look, render(PAUSED_TITLE), weight=600))
        lines.addWidget(LargeText(look, render(PAUSED_TEXT), factor=1.15, tone="text2"))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.leave = LargeButton(look, say("Close"), "primary")
        self.leave.clicked.connect(self.close_pressed)
        self.footer.addWidget(
            LargeText(look, render(STANDING_LINE), factor=1.0, tone="text2"), 1
        )
        self.footer.addWidget(self.leave)
        self.setAccessibleName(render(sign.title))


class EmergencyPage(SafetyPage):
    """Whom to call and what to say. Esc does nothing here, and nothing hurries."""

    close_pressed = Signal()
    mistaken_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        texts = EMERGENCY_SCREEN
        panel = frame("alarm")
        lines = QVBoxLayout(panel)
        lines.setContentsMargins(24, 18, 24, 20)
        lines.setSpacing(6)
        tone = "on_danger_soft"
        lines.addWidget(
            LargeText(
                look,
                render(EMERGENCY.title),
                factor=2.2,
                smallest=40,
                weight=700,
                tone=tone,
            )
        )
        for line in EMERGENCY.advice:
            lines.addWidget(
                LargeText(look, render(line), factor=1.43, smallest=20, tone=tone)
            )
        self.body.addWidget(panel)
        numbers = ", ".join(render(line) for line in texts.numbers)
        also = ". ".join(render(line) for line in texts.also)
        self.body.addWidget(section(look, render(texts.numbers_title), f"{numbers}."))
        self.body.addWidget(section(look, render(texts.say_title), render(texts.say)))
        self.body.addWidget(section(look, render(texts.also_title), f"{also}."))
        self.body.addStretch(1)
        self.mistake = LargeButton(look, render(texts.mistake), "quiet")
        self.leave = LargeButton(look, say("Close"))
        self.mistake.clicked.connect(self.mistaken_pressed)
        self.leave.clicked.connect(self.close_pressed)
        self.notes.addWidget(
            LargeText(look, render(texts.stays_off), factor=1.0, tone="text2")
        )
        self.footer.addWidget(self.mistake)
        self.footer.addStretch(1)
        self.footer.addWidget(self.leave)
        self.setAccessibleName(render(EMERGENCY.title))

    def spoken(self) -> str:
        """Return what a screen reader says at once: the headline and what to do."""
        advice = " ".join(render(line) for line in EMERGENCY.advice)
        return f"{render(EMERGENCY.title)}. {advice}"


def move_focus(event: QKeyEvent, among: Iterable[QWidget]) -> bool:
    """Move the focus with Up and Down; returns whether the key was one of them."""
    steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
    step = steps.get(Qt.Key(event.key()))
    widgets = [widget for widget in among if widget.isEnabled()]
    if step is None or not widgets:
        return False
    at = next((i for i, widget in enumerate(widgets) if widget.hasFocus()), None)
    if at is None:
        target = 0 if step > 0 else len(widgets) - 1
    else:
        target = min(max(at + step, 0), len(widgets) - 1)
    reason = Qt.FocusReason
    widgets[target].setFocus(
        reason.TabFocusReason if step > 0 else reason.BacktabFocusReason
    )
    return True


def _row(look: Look, sign: Sign) -> TwoLineButton:
    detail = render(sign.detail) if sign.detail is not None else ""
    return TwoLineButton(
        look, render(sign.row), detail, "alarm" if sign is EMERGENCY else "row"
    )
