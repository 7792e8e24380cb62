"""The card of a change of position: what is next, the way there, `I'm ready`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from deskstretch.ui.language import render, say
from deskstretch.ui.player.header import FLOOR, PLACES
from deskstretch.ui.safety.large_text import LargeButton, LargeText
from deskstretch.ui.widgets.labels import IconText, frame
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look

MOST_MORE: Final = 3
"""How often `10 s more` may be asked for at one change."""
_GROUPS: Final = {"standing": "standing", "chair": "chair", "hanging": "bar"}
_WAYS: Final[Mapping[tuple[str, str], Words]] = {
    ("floor", "floor"): words("Stay on the floor"),
    ("floor", "standing"): words("From the floor to standing"),
    ("floor", "chair"): words("From the floor to a chair"),
    ("floor", "bar"): words("From the floor to your bar"),
    ("standing", "floor"): words("From standing to the floor"),
    ("standing", "standing"): words("Stay standing"),
    ("standing", "chair"): words("From standing to a chair"),
    ("standing", "bar"): words("From standing to your bar"),
    ("chair", "floor"): words("From the chair to the floor"),
    ("chair", "standing"): words("From the chair to standing"),
    ("chair", "chair"): words("Stay on the chair"),
    ("chair", "bar"): words("From the chair to your bar"),
    ("bar", "floor"): words("From the bar to the floor"),
    ("bar", "standing"): words("From the bar to standing"),
    ("bar", "chair"): words("From the bar to a chair"),
    ("bar", "bar"): words("Stay at the bar"),
}
_NOTHING: Final = words("")


class ChangeCard(QFrame):
    """The card between two movements: the next one, the way there, two buttons.

    `ready` goes on at once; `more` gives the change ten seconds more, three times at
    most. Where the movement can be swapped today, a quiet link offers the other one.
    """

    ready = Signal()
    more = Signal()
    swap = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._asked = 0
        self.name = LargeText(look, factor=1.57, smallest=20, weight=600)
        self.way = IconText(look, "standing", "", "strong", "text", wrap=True)
        self.safety = LargeText(look, factor=1.07, smallest=14, tone="text2")
        self.waits = LargeText(look, factor=1.0, smallest=13, tone="text2")
        self.go = LargeButton(look, say("I'm ready"), "primary", "play")
        self.longer = LargeButton(look, say("10 s more"), icon="plus")
        self.instead = LargeButton(look, "", "link")
        for button in (self.longer, self.instead):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = frame("quiet")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 12, 10)
        inner.setSpacing(2)
        inner.addWidget(self.way)
        inner.addWidget(self.safety)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go, 1)
        buttons.addWidget(self.longer)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        lines.addWidget(LargeText(look, say("Next"), factor=1.0, tone="accent"))
        lines.addWidget(self.name)
        lines.addWidget(box)
        lines.addLayout(buttons)
        lines.addWidget(self.waits)
        lines.addStretch(1)
        lines.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeading)
        self.go.clicked.connect(self.ready)
        self.longer.clicked.connect(self._on_longer_clicked)
        self.instead.clicked.connect(self.swap)

    def show_change(
        self, before: Movement | None, after: Movement, instead: Words | None
    ) -> None:
        """Show the way from one movement to the next; `instead` names its swap."""
        self._asked = 0
        self.longer.setEnabled(True)
        self.name.setText(say(after.name))
        icon, _ = PLACES.get(after.position, FLOOR)
        start = _group(before) if before else "standing"
        self.way.set(icon, render(_WAYS[start, _group(after)]))
        self.safety.setText(render(safety_line(start, _group(after))))
        self.safety.setVisible(bool(self.safety.text()))
        self.instead.setVisible(instead is not None)
        if instead is not None:
            self.instead.setText(say("Not today? {name} instead", name=render(instead)))

    def show_waiting(self, *, waiting: bool) -> None:
        """Say whether the clock stands until the person is ready."""
        self.waits.setText(say("Waiting. The clock is stopped.") if waiting else "")
        self.longer.setEnabled(not waiting and self._asked < MOST_MORE)

    def _on_longer_clicked(self) -> None:
        self._asked += 1
        self.more.emit()


def safety_line(before: str, after: str) -> Words:
    """Return the one line for the way from one place to another.

    The places are floor, chair, bar and standing.
    """
    if after == "bar":
        return words("Use a firm step if you need it. Do not jump.")
    if after == "floor":
        if before == "floor":
            return _NOTHING
        return words("Come down slowly, one knee first.")
    if before == "floor":
        return words("Roll to your side, then push up.")
    return words("Hold something steady if you like.")


def _group(movement: Movement) -> str:
    return _GROUPS.get(movement.position, "floor")
