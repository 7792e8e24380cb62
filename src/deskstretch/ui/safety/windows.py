"""The stop signs and the short check as windows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.safety.check_page import AnswerPage, CheckPage
from deskstretch.ui.safety.sign_pages import EmergencyPage
from deskstretch.ui.safety.stop_signs import StopSigns
from deskstretch.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from deskstretch.ui.look import Look
    from deskstretch.words import Words

SIZE = QSize(660, 650)
SMALLEST = QSize(560, 540)


class StopSignsWindow(QWidget):
    """The stop signs, opened from the tray menu or About, without a session."""

    hurt_reported = Signal(str)
    """A sign that stops everything was chosen."""
    mistaken = Signal(str)
    """The sign reported last was chosen by mistake."""
    closed = Signal()
    """The window is gone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setWindowTitle(say("Something hurts"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.signs = StopSigns(look, (), in_session=False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.signs)
        self._ring = FocusRing(look, self)
        self.signs.hurt_reported.connect(self.hurt_reported)
        self.signs.mistaken.connect(self.mistaken)
        self.signs.back_pressed.connect(self.close)
        self.signs.close_pressed.connect(self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class CheckWindow(QWidget):
    """The short check: the stop signs asked once, each with a plain yes or no.

    With `opens_on` it is too early, and only that is said. With `asks_seen` it also
    asks whether a doctor or physiotherapist has seen the person about it. The
    answers are told once (`check_answered`); the owner decides what follows and
    says so with `show_outcome`. A sign of an emergency leads to that page first.
    """

    check_answered = Signal(bool, object)
    """Every question was answered: all clear, and seen (None: not asked)."""
    hurt_reported = Signal(str)
    """The check itself found an emergency."""
    closed = Signal()
    """The window is gone."""

    def __init__(
        self, look: Look, *, asks_seen: bool, opens_on: Words | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self.setWindowTitle(say("A short check"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self._pages = QStackedLayout(self)
        self._ring = FocusRing(look, self)
        if opens_on is not None:
            self._show_text(opens_on)
            return
        self.questions = CheckPage(look, asks_seen=asks_seen)
        self.questions.answered.connect(self._on_answered)
        self.questions.close_pressed.connect(self.close)
        self._pages.addWidget(self.questions)

    @property
    def page(self) -> QWidget | None:
        """The page in sight."""
        return self._pages.currentWidget()

    def show_outcome(self, outcome: Words) -> None:
        """Say what the answers led to."""
        if not isinstance(self.page, EmergencyPage):
            self._show_text(outcome)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not isinstance(self.page, EmergencyPage):
                self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _on_answered(self, clear: bool, seen: bool | None, found: str) -> None:  # noqa: FBT001 - Qt's signal
        if found == "emergency":
            self._show_emergency()
            self.hurt_reported.emit(found)
        self.check_answered.emit(clear, seen)

    def _show_emergency(self) -> None:
        page = EmergencyPage(self._look)
        page.mistake.hide()
        page.close_pressed.connect(self.close)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.announce(page.spoken())

    def _show_text(self, text: Words) -> None:
        page = AnswerPage(self._look, render(text))
        page.close_pressed.connect(self.close)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.announce(render(text), "polite")
