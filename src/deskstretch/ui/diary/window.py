"""The diary window: one day, ten buttons, and what may follow the click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from deskstretch.ui.diary.banner import SavingBanner
from deskstretch.ui.diary.pain import PainAndSide
from deskstretch.ui.diary.scale import StiffnessScale, number_of
from deskstretch.ui.diary.worse import WorseQuestion
from deskstretch.ui.language import render, say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.labels import IconText, label

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from deskstretch.ui.diary.view import DayView
    from deskstretch.ui.look import Look

WIDTH, EDGE = 520, 24
CLOSES_AFTER_MS = 4_000
LONGEST_NOTE = 1000


class DiaryWindow(QDialog):
    """Shows one day and tells what a person does about it; decides nothing.

    One click or one key (1 to 9, 0 for ten) rates; the owner saves and shows what
    is so then. After that there are an undo, a note, and perhaps one question. With
    nothing more to ask it closes by itself after 4 s, but never while the pointer
    is over it, while a note is being written or under a screen reader. A note is
    told when it is done: on Enter, on leaving the field and on closing.
    """

    rated = Signal(int)
    undone = Signal()
    noted = Signal(str)
    pain_told = Signal(object)
    """0 to 10, or None for taken back."""
    side_told = Signal(object)
    """`left`, `right`, `both`, or None for taken back."""
    worse_answered = Signal(bool)
    """To the question about yesterday's session: is any pain worse?"""
    day_wanted = Signal(int)
    """Another day: so many days from the one in sight."""
    retry_pressed = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: DayView | None = None
        self._note_told = ""
        self.setWindowTitle(say("Diary – DeskStretch"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setSizeGripEnabled(False)
        self._banner = SavingBanner(look)
        self._date = label(role="body", tone="text2", wrap=True)
        self._question = label(role="title", wrap=True)
        self._saved = IconText(look, "check", "", "title", "text")
        self._undo = Button(look, say("Undo"), "link", "undo")
        self._facts = label(role="body", tone="text2", wrap=True)
        self.scale = StiffnessScale(look)
        self.worse = WorseQuestion(look)
        self.note = QLineEdit()
        self.pain = PainAndSide(look)
        self._earlier = Button(look, kind="quiet", icon="chevron-left")
        self._later = Button(look, kind="quiet", icon="chevron-right")
        self._hint = label(role="caption", tone="text2", wrap=True)
        self._leave = Button(look)
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(CLOSES_AFTER_MS)
        self._lay_out()
        self._ring = FocusRing(look, self)
        self._connect()

    def _lay_out(self) -> None:
        self.note.setPlaceholderText(say("Add a note (optional)"))
        self.note.setAccessibleName(say("Note"))
        self.note.setMaxLength(LONGEST_NOTE)
        self._later.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
            if self.isRightToLeft()
            else Qt.LayoutDirection.RightToLeft
        )
        top = QHBoxLayout()
        top.addWidget(self._saved)
        top.addStretch()
        top.addWidget(self._undo)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        for line in (self._date, self._question):
            heading.addWidget(line)
        heading.addLayout(top)
        heading.addWidget(self._facts)
        for button in (self._earlier, self._later):
            button.setProperty("flush", True)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._earlier)
        bottom.addWidget(self._later)
        bottom.addWidget(self._hint, 1)
        bottom.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE - 4, EDGE, EDGE - 6)
        column.setSpacing(14)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self._banner)
        column.addLayout(heading)
        column.addWidget(self.scale)
        column.addWidget(self.worse)
        notes = QHBoxLayout()
        notes.setSpacing(8)
        notes.addWidget(self.note, 1)
        notes.addWidget(self.pain.more)
        column.addLayout(notes)
        column.addWidget(self.pain)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.scale.chosen.connect(self.rated)
        self._undo.clicked.connect(self.undone)
        self.worse.answered.connect(self.worse_answered)
        self.pain.pain_told.connect(self.pain_told)
        self.pain.side_told.connect(self.side_told)
        self.pain.unfolded.connect(self._on_unfolded)
        self.note.editingFinished.connect(self._tell_note)
        self.note.textEdited.connect(self._closing.stop)
        self._earlier.clicked.connect(lambda: self._on_day_wanted(-1))
        self._later.clicked.connect(lambda: self._on_day_wanted(1))
        self._leave.clicked.connect(self.close)
        self._banner.retry_pressed.connect(self.retry_pressed)
        self._closing.timeout.connect(self._on_time_to_close)
        self._look.changed.connect(self._on_look_changed)

    # What is so

    def show_day(self, view: DayView) -> None:
        """Show a day as it stands; a change to a saved one is announced."""
        before, self._view = self._view, view
        saved = view.value is not None
        self._banner.show_state(view.unsaved, view.remark)
        self._date.setText(render(view.date))
        self._question.setText(render(view.question))
        self._question.setVisible(not saved)
        self._show_saved(view)
        self._facts.setText(render(view.facts) if view.facts else "")
        self._facts.setVisible(saved and view.facts is not None)
        self.scale.show_value(view.value)
        self.worse.setVisible(view.asks_worse)
        self.note.setVisible(saved)
        if before is None or before.day != view.day or not self.note.hasFocus():
            self.note.setText(view.note)
        self._note_told = view.note
        if not saved:
            self.pain.put_away()
        else:
            other_day = before is None or before.day != view.day or not before.value
            self.pain.show_told(view.pain, view.side, folds=other_day)
        self._show_bottom(view)
        self._fit()
        if saved and (before is None or before.value != view.value):
            self._announce(self._saved.text.text())
        self._begin_closing()

    def _show_saved(self, view: DayView) -> None:
        saved = view.value is not None
        text = ""
        if view.value is not None:
            text = (
                say("Saved: {n}", n=view.value)
                if view.unsaved is None
                else say("{n}, not saved yet", n=view.value)
            )
        self._saved.set("clock" if view.unsaved else "check", text)
        self._saved.setVisible(saved)
        self._undo.setVisible(saved and view.fresh)

    def _show_bottom(self, view: DayView) -> None:
        for button, day in ((self._earlier, view.earlier), (self._later, view.later)):
            button.setVisible(day is not None)
            button.setText(render(day) if day else "")
        if view.value is None:
            self._hint.setText(say("One click saves it"))
        elif view.asks_worse:
            self._hint.setText(say("Stays open until you answer or close it."))
        else:
            self._hint.setText("")
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self._hint.setAlignment(trailing)
        self._leave.setText(say("Done") if view.value else say("Not today"))

    def _fit(self) -> None:
        self.scale.setMinimumWidth(self._look.theme.px(WIDTH) - 2 * EDGE)
        self.adjustSize()

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    # Going by itself

    def _begin_closing(self) -> None:
        self._closing.stop()
        view = self._view
        if (
            view is not None
            and view.fresh
            and not (view.asks_worse or view.unsaved or view.remark)
            and not self.pain.more.isHidden()  # else somebody is telling more
        ):
            self._closing.start()

    def _on_time_to_close(self) -> None:
        busy = self.underMouse() or self.note.hasFocus() or QAccessible.isActive()
        if busy:
            self._closing.start()
        else:
            self.close()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._closing.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._begin_closing()

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo = Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Z and event.modifiers() == undo:
            if self._undo.isVisible():
                self.undone.emit()
            return
        number = number_of(event)
        if number is not None:
            self.rated.emit(number)
            return
        super().keyPressEvent(event)  # Esc closes a dialog

    def _tell_note(self) -> None:
        text = self.note.text().strip()
        if self._view is not None and self._view.value and text != self._note_told:
            self._note_told = text
            self.noted.emit(text)

    def _on_day_wanted(self, step: int) -> None:
        self._tell_note()
        self.day_wanted.emit(step)

    def _on_unfolded(self) -> None:
        self._closing.stop()
        self._fit()

    def _on_look_changed(self) -> None:
        self._fit()

    def done(self, result: int) -> None:
        """Close, however it came to that: Esc, the frame, the button or the time."""
        self._closing.stop()
        self._tell_note()
        super().done(result)
        self.closed.emit()
