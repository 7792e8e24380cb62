"""What the floor view shows at a change of position: the way there, two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.player.change_card import MOST_MORE
from deskstretch.ui.player.change_ways import way
from deskstretch.ui.player.cue import highest
from deskstretch.ui.safety.large_text import LargeButton, LargeText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Act


class FloorChange(QWidget):
    """The way to the next movement, one line for safety, and `I'm ready`.

    Its name stands where the cue was, as large. `ready` goes on at once; `more`
    gives ten seconds more, three times at most.
    """

    ready = Signal()
    more = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._asked = 0
        self._ways: list[str] = []
        self._lines_to_heed: list[str] = []
        self.way = LargeText(look, factor=1.6, smallest=22, weight=600)
        self.safety = LargeText(look, factor=1.3, smallest=18, tone="text2")
        self.go = LargeButton(look, say("I'm ready"), "primary", "play", tall=True)
        self.longer = LargeButton(look, say("10 s more"), icon="plus", tall=True)
        self.longer.setAccessibleName(say("10 s more"))
        self.longer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.go, 1)
        buttons.addWidget(self.longer)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for text in (self.way, self.safety):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(text)
        lines.addSpacing(8)
        lines.addLayout(buttons)
        lines.addStretch(1)
        self.go.clicked.connect(self.ready)
        self.longer.clicked.connect(self._on_longer_clicked)

    def set_ways(self, ways: Iterable[tuple[Movement | None, Act]]) -> None:
        """Take every way of the session, to keep room for the longest."""
        texts = [_texts(before, after) for before, after in ways]
        self._ways = [there for there, _ in texts]
        self._lines_to_heed = [heed for _, heed in texts]

    def show_change(self, before: Movement | None, after: Act) -> None:
        """Show the way from one movement to the next, and what to heed."""
        self._asked = 0
        there, heed = _texts(before, after)
        self.way.setText(there)
        self.safety.setText(heed)

    def fit(self, width: int) -> None:
        """Keep room for every way at this width, and for both buttons.

        It says `+10 s` instead of `10 s more` where both would not fit.
        """
        both = ((self.way, self._ways), (self.safety, self._lines_to_heed))
        for label, texts in both:
            label.setFixedHeight(highest(label.fontMetrics(), texts, width))
        self.longer.setText(say("10 s more"))
        self.longer.set_icon("plus")
        beside = self.go.sizeHint().width() + self.longer.sizeHint().width() + 10
        if beside > width:
            self.longer.setText(say("+10 s"))
            self.longer.set_icon("")

    def show_waiting(self, *, waiting: bool) -> None:
        """Offer more time only while there is time that runs."""
        self.longer.setEnabled(not waiting and self._asked < MOST_MORE)

    def _on_longer_clicked(self) -> None:
        self._asked += 1
        self.more.emit()


def _texts(before: Movement | None, after: Act) -> tuple[str, str]:
    """Return the way to a movement in words, and what to heed on it."""
    there = way(before, after.movement)
    heed = [there.safety] if there.safety else []
    lines = (render(line) for line in (*heed, *after.notes))
    return render(there.text), " ".join(lines)
