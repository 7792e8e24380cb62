"""The card of a change of position: what is next, the way there, `I'm ready`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import render, say
from deskstretch.ui.player.player_button import PlayerButton
from deskstretch.ui.player.ring import TempoRing
from deskstretch.ui.safety.large_text import LargeButton, LargeText
from deskstretch.ui.widgets.labels import IconText, frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.ui.look import Look
    from deskstretch.ui.player.change_ways import Way
    from deskstretch.ui.player.reading import RingFace
    from deskstretch.words import Words

MOST_MORE: Final = 3
"""How often `10 s more` may be asked for at one change."""
RING: Final = 48
TIGHTEST: Final = 3
"""The last of the steps in which the card gives up what it can do without."""
_LEADING: Final = Qt.AlignmentFlag.AlignLeading


class ChangeCard(QFrame):
    """The card between two movements: the next one, the way there, two buttons.

    `ready` goes on at once; `more` gives the change ten seconds more, three times at
    most. Where the movement can be swapped today, a quiet link offers the other one.
    Once the time is over, no more of it is offered; where no ring says so, that the
    clock stands is said here. `fit` makes the card small enough for a place: what goes
    first is room, then the way in words; the line of safety always stays.
    """

    ready = Signal()
    more = Signal()
    swap = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        self.asked = 0
        self._instead = ""
        self._moves = False
        self._room: QSize | None = None
        self.ring = TempoRing(look, RING)
        self.caption = LargeText(look, say("Next"), factor=1.0, smallest=13)
        self.caption.setProperty("tone", "accent")
        self.name = LargeText(look, smallest=17, weight=600)
        self.dose = LargeText(look, factor=1.0, smallest=13, tone="text2")
        self._start = IconText(look, "standing", "", "strong", "text")
        self._arrow = IconText(look, "chevron-right", "", "caption", "text2")
        self._end = IconText(look, "standing", "", "strong", "text")
        self.way = LargeText(look, factor=1.07, smallest=14, weight=600)
        self.safety = LargeText(look, factor=1.07, smallest=14)
        self.notes = LargeText(look, factor=1.07, smallest=14, weight=600)
        self.waits = LargeText(look, factor=1.0, smallest=13, tone="text2")
        self.go = LargeButton(look, say("I'm ready"), "primary", "play")
        self.longer = LargeButton(look, say("10 s more"))
        self.instead = PlayerButton(look, "", "link")
        self.instead.setProperty("bare", True)
        for button in (self.longer, self.instead):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.go.clicked.connect(self.ready)
        self.longer.clicked.connect(self._on_longer_clicked)
        self.instead.clicked.connect(self.swap)
        self.fit(None)

    def show_change(
        self,
        name: str,
        way: Way,
        *,
        dose: Words | None = None,
        notes: Sequence[Words] = (),
        instead: Words | None = None,
    ) -> None:
        """Show what comes next and the way there; `instead` names its swap."""
        self.asked = 0
        self.name.setText(name)
        self.way.setText(render(way.text))
        self._start.set(way.start or way.end, "")
        self._end.set(way.end, "")
        self._moves = way.start is not None
        for label, texts in (
            (self.dose, [dose] if dose else []),
            (self.safety, [way.safety] if way.safety else []),
            (self.notes, list(notes)),
        ):
            label.setText(" ".join(render(text) for text in texts))
        self._instead = render(instead) if instead is not None else ""
        self.show_waiting(waiting=False)
        self.fit(self._room)

    def show_waiting(self, *, waiting: bool) -> None:
        """Say whether the clock stands until the person is ready."""
        if waiting and self.longer.hasFocus():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        said = waiting and self._room is not None  # else it stands below the ring
        self._more.setCurrentWidget(self.waits if said else self.longer)
        self.longer.setEnabled(not waiting and self.asked < MOST_MORE)

    def show_seconds(self, face: RingFace, *, paused: bool) -> None:
        """Show the seconds left on the small ring, where there is no large one."""
        if self._room is not None:
            self.ring.show_face(face, paused=paused)

    def fit(self, room: QSize | None) -> None:
        """Fit into this room beside nothing else; None: the ring is elsewhere."""
        self._room = room
        for step in range(TIGHTEST + 1):
            self._arrange(step, compact=room is not None)
            if room is None or self.height_at(room.width()) <= room.height():
                return

    def height_at(self, width: int) -> int:
        """Return the height that all in the card takes at a width, in pixels."""
        lines = self._lines
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # its size is known before it is ever seen
        # The boxes inside would tell of their new texts only later.
        for inner in (self._icons.layout(), self._inner):
            if inner is not None:
                inner.invalidate()
                inner.activate()
        self._box.updateGeometry()
        lines.invalidate()
        least = lines.totalMinimumSize()
        if least.width() > width:
            return least.height() + width  # nothing fits that is cut at its end
        return max(lines.totalHeightForWidth(width), least.height())

    def _lay_out(self) -> None:
        self._more = QStackedWidget()
        self.waits.setText(say("Waiting. The clock is stopped."))
        self._more.addWidget(self.longer)
        self._more.addWidget(self.waits)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.caption)
        titles.addWidget(self.name)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        self._box = frame("quiet")
        self._icons = QWidget()
        icons = QHBoxLayout(self._icons)
        icons.setContentsMargins(0, 0, 0, 0)
        icons.setSpacing(0)
        for icon in (self._start, self._arrow, self._end):
            icons.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
            icon.text.hide()
        text = QVBoxLayout()
        text.setSpacing(2)
        for label in (self.way, self.safety, self.notes):
            text.addWidget(label)
        self._inner = QHBoxLayout(self._box)
        self._inner.setSpacing(6)
        self._inner.addWidget(self._icons, 0, Qt.AlignmentFlag.AlignTop)
        self._inner.addLayout(text, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.go, 1)
        self._buttons.addWidget(self._more, 1)
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(head)
        self._lines.addWidget(self.dose)
        self._lines.addWidget(self._box)
        self._lines.addLayout(self._buttons)
        self._lines.addStretch(1)
        self._lines.addWidget(self.instead, 0, _LEADING)

    def _arrange(self, step: int, *, compact: bool) -> None:
        """Show as much as goes; each step from 0 gives up a little more."""
        tight = step == TIGHTEST
        self.ring.setVisible(compact)
        self.caption.setVisible(not tight)
        self.name.set_factor(1.07 if tight else 1.29 if compact else 1.57)
        self.dose.setVisible(bool(self.dose.text()) and step == 0)
        self._icons.setVisible(not compact)
        self._start.setVisible(self._moves)
        self._arrow.setVisible(self._moves)
        self.way.setVisible(step < 2)
        self.safety.setVisible(bool(self.safety.text()))
        self.notes.setVisible(bool(self.notes.text()))
        shown = self.way, self.safety, self.notes
        self._box.setVisible(any(not label.isHidden() for label in shown))
        beside = step > 0 or not compact
        self._buttons.setDirection(
            QBoxLayout.Direction.LeftToRight
            if beside
            else QBoxLayout.Direction.TopToBottom
        )
        short = compact and beside
        self.go.set_icon("" if short else "play")
        self.longer.setText(say("+10 s") if short else say("10 s more"))
        self.longer.setAccessibleName(say("10 s more"))
        self.instead.setVisible(bool(self._instead))
        self.instead.setText(
            say("{name} instead", name=self._instead)
            if compact
            else say("No bar? {name} instead", name=self._instead)
        )
        edge = 8 if tight else 10 if compact else 14
        self._lines.setContentsMargins(edge, edge, edge, 4 if compact else edge)
        self._lines.setSpacing(4 if tight else 8)
        across, down = (8, 4) if compact else (12, 10)
        self._inner.setContentsMargins(across, down, across, down)

    def _on_longer_clicked(self) -> None:
        self.asked += 1
        self.longer.setEnabled(self.asked < MOST_MORE)
        self.more.emit()
