"""Buttons to rate with: morning stiffness from 1 to 10, pain from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from deskstretch.ui.look import Look

LEAST, MOST = 1, 10
GAP = 3
_FROM_ONE = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


def number_of(event: QKeyEvent) -> int | None:
    """Return the number a key stands for: 1 to 9, and 0 for ten."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    if event.key() == Qt.Key.Key_0:
        return MOST
    return event.key() - _FROM_ONE.start + 1 if event.key() in _FROM_ONE else None


class Scale(QWidget):
    """Equal buttons from the least to the most, and what these two mean.

    No colours and no faces: the numbers say it. One click chooses, and the number
    chosen stays marked. Left and Right (mirrored in right-to-left layouts) move
    the focus. `chosen` is emitted when a person chooses, also the number that is
    marked already, and not by `show_value`.
    """

    chosen = Signal(int)

    def __init__(
        self, look: Look, numbers: range, ends: tuple[str, str], *, small: bool = False
    ) -> None:
        super().__init__()
        self._numbers = numbers
        self._group = QButtonGroup(self)
        self.buttons: list[Button] = []
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for value in numbers:
            button = Button(look, str(value), "rating")
            button.setProperty("small", small)
            button.setCheckable(True)
            button.setAccessibleName(_spoken(value, numbers, ends))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, value)
            row.addWidget(button, 1)
            self.buttons.append(button)
        anchors = QHBoxLayout()
        least, most = (
            say("{n} {meaning}", n=value, meaning=meaning)
            for value, meaning in zip((numbers[0], numbers[-1]), ends, strict=True)
        )
        anchors.addWidget(label(least, "caption", "text2"))
        anchors.addStretch()
        anchors.addWidget(label(most, "caption", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(anchors)
        self._group.idClicked.connect(self.chosen)

    def show_value(self, value: int | None) -> None:
        """Mark a number as the one chosen; None marks none."""
        self._group.setExclusive(False)
        for number, button in zip(self._numbers, self.buttons, strict=True):
            button.setChecked(number == value)
        self._group.setExclusive(value is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right.value: 1, Qt.Key.Key_Left.value: -1}
        step = steps.get(event.key(), 0) * (-1 if self.isRightToLeft() else 1)
        focused = [place for place, one in enumerate(self.buttons) if one.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        place = min(max(focused[0] + step, 0), len(self.buttons) - 1)
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)


class StiffnessScale(Scale):
    """The ten buttons of morning stiffness."""

    def __init__(self, look: Look) -> None:
        ends = say("barely any"), say("worst imaginable")
        super().__init__(look, range(LEAST, MOST + 1), ends)


def _spoken(value: int, numbers: range, ends: tuple[str, str]) -> str:
    meaning = {numbers[0]: ends[0], numbers[-1]: ends[1]}.get(value)
    if meaning is None:
        return say("{n} of {most}", n=value, most=numbers[-1])
    return say("{n} of {most}, {meaning}", n=value, most=numbers[-1], meaning=meaning)
