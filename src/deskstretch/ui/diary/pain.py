"""Pain and side: two things more that can be told about a day, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.ui.diary.scale import Scale
from deskstretch.ui.language import say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import label
from deskstretch.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from deskstretch.ui.look import Look

PAIN = range(11)
SIDES = (
    ("", "Not told"),
    ("left", "Left"),
    ("right", "Right"),
    ("both", "Both sides"),
)


class PainAndSide(QWidget):
    """Out of sight until it is wanted, or until something was told before.

    `more` is the button that wants it; it stands where the owner puts it. Pressing
    the number that is marked takes it back.
    """

    pain_told = Signal(object)
    """0 to 10, or None for taken back."""
    side_told = Signal(object)
    """`left`, `right`, `both`, or None for taken back."""
    unfolded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pain: int | None = None
        self.more = Button(look, say("Pain and side"), "link", "plus")
        self.more.setProperty("tight", True)
        ends = say("none"), say("worst imaginable")
        self.scale = Scale(look, PAIN, ends, small=True)
        choices = [(key, say(text)) for key, text in SIDES]
        self.side = SegmentedControl(look, say("Side"), choices)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(say("Where is it?"), "body"))
        row.addWidget(self.side)
        row.addStretch()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(say("How much does it hurt? (optional)"), "body"))
        inside.addWidget(self.scale)
        inside.addLayout(row)
        self.more.clicked.connect(self._on_more_wanted)
        self.scale.chosen.connect(self._on_pain_chosen)
        self.side.chosen.connect(lambda side: self.side_told.emit(side or None))
        self.put_away()

    def put_away(self) -> None:
        """Show neither the buttons nor the way to them."""
        self.hide()
        self.more.hide()

    def show_told(self, pain: int | None, side: str | None, *, folds: bool) -> None:
        """Show what was told; `folds` puts it away again if that is nothing."""
        self._pain = pain
        self.scale.show_value(pain)
        self.side.choose(side or "")
        if folds or pain is not None or side is not None:
            self._fold(folded=pain is None and side is None)

    def _fold(self, *, folded: bool) -> None:
        self.setVisible(not folded)
        self.more.setVisible(folded)

    def _on_more_wanted(self) -> None:
        self._fold(folded=False)
        self.scale.buttons[0].setFocus()
        self.unfolded.emit()

    def _on_pain_chosen(self, pain: int) -> None:
        self.pain_told.emit(None if pain == self._pain else pain)
