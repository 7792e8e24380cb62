"""The bar at the bottom: stopping on one side, going on at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.safety.large_text import LargeButton

if TYPE_CHECKING:
    from deskstretch.ui.look import Look
    from deskstretch.ui.widgets.buttons import Kind


class BottomBar(QWidget):
    """Something hurts · Back · Pause or Resume · Next; each 46 px high or more.

    In a routine `End routine` stands behind `Something hurts`, and the last button
    skips the movement instead of its step.

    `Something hurts` stands at the start of the bar in every layout, outlined in
    red and never filled. In the narrow layout Back and Next lose their text and
    keep their names.
    """

    hurts_pressed = Signal()
    back_pressed = Signal()
    pause_pressed = Signal()
    next_pressed = Signal()
    end_pressed = Signal()

    def __init__(self, look: Look, *, routine: bool = False) -> None:
        super().__init__()
        self._paused = False
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hurts = LargeButton(look, say("Something hurts"), "danger", "warning")
        self.hurts.setAccessibleName(
            say("Something hurts. Stops the session and shows advice.")
        )
        self.back = LargeButton(look, say("Back"), icon="chevron-left")
        self.pause = LargeButton(look, say("Pause"), "primary", "pause")
        self._ahead = say("Skip this one") if routine else say("Next")
        self.next = LargeButton(look, self._ahead)
        self.end = LargeButton(look, say("End routine"), "quiet")
        self.end.setVisible(routine)
        # Laid out the other way round, the icon stands behind the text, and the
        # chevron that points back in that direction points ahead in ours.
        self.next.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
            if self.isRightToLeft()
            else Qt.LayoutDirection.RightToLeft
        )
        self.next.set_icon("chevron-left")
        for button in (self.hurts, self.end, self.back, self.next):
            # A click leaves the focus on Pause, so that Space goes on pausing.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(10)
        row.addWidget(self.hurts)
        row.addWidget(self.end)
        row.addStretch(1)
        for button in (self.back, self.pause, self.next):
            row.addWidget(button)
        self.hurts.clicked.connect(self.hurts_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.pause.clicked.connect(self.pause_pressed)
        self.next.clicked.connect(self.next_pressed)
        self.end.clicked.connect(self.end_pressed)
        self._keep_pause_width()

    def show_paused(self, *, paused: bool) -> None:
        """Offer to resume, or to pause."""
        if paused == self._paused:
            return
        self._paused = paused
        self.pause.setText(say("Resume") if paused else say("Pause"))
        self.pause.set_icon("play" if paused else "pause")

    def show_primary(self, *, primary: bool) -> None:
        """Make Pause the one primary button, or leave that to another."""
        kind: Kind = "primary" if primary else "plain"
        if self.pause.property("kind") != kind:
            self.pause.set_kind(kind)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out the texts of Back and Next, or bring them back."""
        for button, text in ((self.back, say("Back")), (self.next, self._ahead)):
            button.setText("" if narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text if narrow else "")

    def _keep_pause_width(self) -> None:
        """Make room for the longer of both texts, so that nothing moves."""
        self.pause.setText(say("Resume"))
        self.pause.ensurePolished()
        wide = self.pause.sizeHint().width()
        self.pause.setText(say("Pause"))
        self.pause.setMinimumWidth(max(wide, self.pause.sizeHint().width()))
