"""The stop signs: from `What do you notice?` to what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from deskstretch.coaching.safety import QUESTION, QUESTION_SUB, sign
from deskstretch.ui.language import render
from deskstretch.ui.safety.page import announce
from deskstretch.ui.safety.sign_pages import (
    AdvicePage,
    AskPage,
    EaseOffPage,
    EmergencyPage,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from deskstretch.coaching.safety import Step
    from deskstretch.ui.look import Look
    from deskstretch.ui.safety.page import SafetyPage


class StopSigns(QWidget):
    """The pages of the stop signs, in a session's window or one of their own.

    Choosing a sign that stops is told at once (`hurt_reported`), before its advice
    is read, so that it is kept whatever happens next. Only the emergency can be
    taken back, by `I chose this by mistake` (`mistaken`). A mild pull tells the way
    chosen (`step_chosen`); only what is in `offers` is offered. Esc goes back or
    closes, but does nothing on the emergency page.
    """

    hurt_reported = Signal(str)
    """A sign that stops everything was chosen."""
    mistaken = Signal(str)
    """The sign reported last was chosen by mistake."""
    step_chosen = Signal(str)
    """After a mild pull: smaller, skip or end."""
    back_pressed = Signal()
    end_pressed = Signal()
    close_pressed = Signal()

    def __init__(
        self, look: Look, offers: Sequence[Step], *, in_session: bool = True
    ) -> None:
        super().__init__()
        self._look = look
        self._offers = offers
        self._in_session = in_session
        self._pages = QStackedLayout(self)
        self.ask()

    @property
    def page(self) -> QWidget | None:
        """The page in sight."""
        return self._pages.currentWidget()

    @property
    def final(self) -> bool:
        """Whether a sign was chosen that ends the session."""
        return isinstance(self.page, AdvicePage | EmergencyPage)

    def ask(self) -> None:
        """Show the question, nothing chosen."""
        page = AskPage(self._look, in_session=self._in_session)
        page.sign_chosen.connect(self._on_sign_chosen)
        page.back_pressed.connect(self.back_pressed)
        page.end_pressed.connect(self.end_pressed)
        self._turn_to(page, f"{render(QUESTION)} {render(QUESTION_SUB)}", page.rows[0])

    def choose(self, name: str) -> None:
        """Go where a press on this sign goes: it was told elsewhere."""
        self._on_sign_chosen(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
            return
        super().keyPressEvent(event)

    def escape(self) -> None:
        """Go back or close, as Esc does; on the emergency page do nothing."""
        page = self.page
        if isinstance(page, AskPage):
            self.back_pressed.emit()
        elif isinstance(page, EaseOffPage):
            self.ask()
        elif isinstance(page, AdvicePage):
            self.close_pressed.emit()

    def _on_sign_chosen(self, name: str) -> None:
        if name == "mild":
            self._ease_off()
            return
        self.hurt_reported.emit(name)
        if name == "emergency":
            self._emergency()
        else:
            self._advise(name)

    def _ease_off(self) -> None:
        page = EaseOffPage(self._look, self._offers, in_session=self._in_session)
        page.step_chosen.connect(self.step_chosen)
        page.back_pressed.connect(self.ask)
        text = " ".join(render(line) for line in sign("mild").advice)
        first = page.buttons[self._offers[0]] if self._offers else page.back
        self._turn_to(page, text, first)

    def _advise(self, name: str) -> None:
        page = AdvicePage(self._look, sign(name), in_session=self._in_session)
        page.close_pressed.connect(self.close_pressed)
        lines = (sign(name).title, *sign(name).advice)
        self._turn_to(page, " ".join(render(line) for line in lines), page.leave)

    def _emergency(self) -> None:
        page = EmergencyPage(self._look)
        page.close_pressed.connect(self.close_pressed)
        page.mistaken_pressed.connect(self._on_mistaken)
        # Nothing has the focus: an Enter in flight closes nothing.
        self._turn_to(page, page.spoken(), page)

    def _on_mistaken(self) -> None:
        self.mistaken.emit("emergency")
        self.ask()

    def _turn_to(self, page: SafetyPage, spoken: str, first: QWidget) -> None:
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(first)
        announce(page, spoken, "assertive")
