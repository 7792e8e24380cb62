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

    def __init__(
        self, look: Look, *, routine: bool = False, tall: bool = False
    ) -> None:
        super().__init__()
        self._paused = self._ready = False
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hurts = LargeButton(
            look, say("Something hurts"), "danger", "warning", tall=tall
        )
        self.hurts.setAccessibleName(
            say("Something hurts. Stops the session and shows advice.")
        )
        self.back = LargeButton(look, say("Back"), icon="chevron-left", tall=tall)
        self.pause = LargeButton(look, say("Pause"), "primary", "pause", tall=tall)
        self._ahead = say("Skip this one") if routine else say("Next")
        self.next = LargeButton(look, self._ahead, tall=tall)
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
        self.row = row = QHBoxLayout(self)
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

    def show_paused(self, *, paused: bool, ready: bool = False) -> None:
        """Offer to resume, or to pause; `ready`: to say that one is in position."""
        if (paused, ready) == (self._paused, self._ready):
            return
        self._paused, self._ready = paused, ready
        resume = say("I'm ready") if ready else say("Resume")
        self.pause.setText(resume if paused else say("Pause"))
        self.pause.set_icon("play" if paused else "pause")

    def show_primary(self, *, primary: bool) -> None:
        """Make Pause the one primary button, or leave that to another."""
        kind: Kind = "primary" if primary else "plain"
        if self.pause.property("kind") != kind:
            self.pause.set_kind(kind)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out or shorten the texts of the quieter buttons, or bring them back."""
        for button, text in ((self.back, say("Back")), (self.next, self._ahead)):
            button.setText("" if narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text if narrow else "")
        self.row.setSpacing(6 if narrow else 10)
        self.end.setText(say("End") if narrow else say("End routine"))
        self.end.setAccessibleName(say("End routine"))
        self.end.setToolTip(say("End routine") if narrow else "")

    def _keep_pause_width(self) -> None:
        """Make room for the longest of its texts, so that nothing moves."""
        self.pause.ensurePolished()
        widths = []
        for text in (say("Resume"), say("I'm ready"), say("Pause")):
            self.pause.setText(text)
            widths.append(self.pause.sizeHint().width())
        self.pause.setMinimumWidth(max(widths))
