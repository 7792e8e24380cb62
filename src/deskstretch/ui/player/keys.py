"""The player's keys: one table for what they do and for the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from deskstretch.ui.look import Look

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Chord(NamedTuple):
    """A key with the modifiers that have to be held."""

    key: Qt.Key
    control: bool = False


ACTIONS: dict[Chord, str] = {
    Chord(Key.Key_Space): "pause",
    Chord(Key.Key_K): "pause",
    Chord(Key.Key_S): "side",
    Chord(Key.Key_R): "repeat",
    Chord(Key.Key_F2): "hurts",
    Chord(Key.Key_Period, control=True): "hurts",
    Chord(Key.Key_1): "form",
    Chord(Key.Key_2): "avoid",
    Chord(Key.Key_3): "caution",
    Chord(Key.Key_F11): "floor",
    Chord(Key.Key_F): "floor",
    Chord(Key.Key_H): "hands-free",
    Chord(Key.Key_Return): "on",
    Chord(Key.Key_Enter): "on",
    Chord(Key.Key_PageDown): "on",
    Chord(Key.Key_Down): "on",
    Chord(Key.Key_PageUp): "off",
    Chord(Key.Key_Up): "off",
    Chord(Key.Key_Plus): "more",
    Chord(Key.Key_Question): "keys",
    Chord(Key.Key_Escape): "leave",
}


def action(event: QKeyEvent, *, right_to_left: bool) -> str:
    """Return what a key press asks for, or an empty text.

    Left and Right go back and on, mirrored where the language runs right to left;
    with Ctrl the forward one skips a movement. `on` and `off` are the keys of a
    presenter's clicker, and their like.
    A key that repeats by being held asks for nothing.
    """
    if event.isAutoRepeat():
        return ""
    key = Key(event.key())
    if key in {Key.Key_Left, Key.Key_Right}:
        ahead = (key == Key.Key_Right) != right_to_left
        if _control(event):
            return "skip" if ahead else ""
        return "next" if ahead else "back"
    return ACTIONS.get(Chord(key, _control(event)), "")


def _control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & CONTROL)


class KeyList(QWidget):
    """The list of keys, over the page; Esc, ? or a click closes it again."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        card = frame("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(24, 18, 28, 20)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        grid.addWidget(
            LargeText(look, say("Keys"), factor=1.29, weight=600), 0, 0, 1, 2
        )
        for row, (keys, meaning) in enumerate(_lines(), 1):
            grid.addWidget(_line(look, keys, weight=600), row, 0)
            grid.addWidget(_line(look, meaning, weight=400), row, 1)
        lines = QVBoxLayout(self)
        lines.addStretch(1)
        lines.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        lines.addStretch(1)
        self.setAccessibleName(say("Keys"))
        self.hide()

    def toggle(self) -> None:
        """Show the list over all of the parent, or hide it."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.setVisible(not self.isVisible())
        self.raise_()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.hide()


def _line(look: Look, text: str, *, weight: int) -> QLabel:
    return LargeText(look, text, factor=1.07, smallest=14, weight=weight, wrap=False)


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        (say("Space or K"), say("Pause or resume")),
        (say("Left, Right"), say("Back, next")),
        (say("Page Down or Enter"), say("I'm ready; else pause or resume")),
        (say("Ctrl+Right"), say("Skip this movement of a routine")),
        (say("+"), say("10 s more to get ready")),
        (say("H"), say("Hands-free on or off")),
        (say("S"), say("Change sides")),
        (say("R"), say("Repeat this step")),
        (say("F2 or Ctrl+."), say("Something hurts")),
        (say("1, 2, 3"), say("Form, avoid, caution")),
        (say("F11 or F"), say("Floor view, large text")),
        (say("Esc"), say("Leave floor view, or pause and close")),
        (say("?"), say("This list")),
    )
