"""Number and choice fields with the product's own arrows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

from deskstretch.ui.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from deskstretch.ui.look import Look

COMMIT_MS = 800
WIDEST = 9999
TEXT_INDENT = 9
MINUTE_S = 60
LONGEST_S = 24 * 60 * MINUTE_S
_LENGTH = re.compile(r"([0-9]{1,5})\s*(\w*)\.?")


class NumberField(QSpinBox):
    """A whole number with a unit, judged by its owner and never clamped.

    It takes any number from 0 to 9999 so that what was typed stays in sight while
    the owner says what is allowed. `settled(value)` is emitted once per change, on
    Enter, on leaving the field or 800 ms after the last key; arrows settle at once.
    """

    settled = Signal(int)
    """The person is done with this value."""

    def __init__(self, look: Look, name: str, unit: str) -> None:
        super().__init__()
        self._look = look
        self._last = self.value()
        self.setRange(0, WIDEST)
        self.setSuffix(f" {unit}" if unit else "")
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(TEXT_INDENT, 0, 0, 0)
        self.setKeyboardTracking(True)
        self.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToPreviousValue)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(COMMIT_MS)
        self._pause.timeout.connect(self._on_settled)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(self._on_settled)
        look.changed.connect(self.update)

    def show_value(self, value: int) -> None:
        """Show a value that was not typed here; nothing is emitted."""
        self._pause.stop()
        self._last = value
        was = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was)

    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        self._on_settled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a scrolled page changes no setting

    def _on_value_changed(self) -> None:
        self._pause.start()

    def _on_settled(self) -> None:
        self._pause.stop()
        if self.value() != self._last:
            self._last = self.value()
            self.settled.emit(self._last)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_SpinBox
        style = self.style()
        _arrows(
            self,
            self._look,
            (
                (
                    "chevron-up",
                    style.subControlRect(
                        control, option, QStyle.SubControl.SC_SpinBoxUp, self
                    ).translated(0, 2),
                ),
                (
                    "chevron-down",
                    style.subControlRect(
                        control, option, QStyle.SubControl.SC_SpinBoxDown, self
                    ).translated(0, -2),
                ),
            ),
            14,
        )


class DurationField(NumberField):
    """A length of time: its value is in seconds, people read and write minutes.

    `90` means 90 minutes; seconds and hours can be written too (`40 s`, `2 h`). A
    length that is no whole number of minutes is shown in seconds.
    """

    def __init__(self, look: Look, name: str, step_min: int = 1) -> None:
        super().__init__(look, name, "")
        self._step_s = step_min * MINUTE_S
        self.setRange(0, LONGEST_S)

    def stepBy(self, steps: int) -> None:
        whole = self.value() // self._step_s
        if steps < 0 and self.value() % self._step_s:
            whole += 1
        self.setValue((whole + steps) * self._step_s)
        self._on_settled()

    def textFromValue(self, value: int) -> str:
        if value % MINUTE_S:
            return say("{n} s", n=value)
        return say("{n} min", n=value // MINUTE_S)

    def valueFromText(self, text: str) -> int:
        found = _LENGTH.fullmatch(text.strip())
        if found is None:
            return self._last
        unit = found[2].lower()
        seconds = {"s": 1, "h": 60 * MINUTE_S}.get(unit[:1], MINUTE_S)
        return min(int(found[1]) * seconds, LONGEST_S)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        found = _LENGTH.fullmatch(text.strip())
        state = QValidator.State.Acceptable if found else QValidator.State.Intermediate
        return state, text, position


class ChoiceField(QComboBox):
    """One of several named choices; `chosen(key)` when a person chose."""

    chosen = Signal(str)
    """The person chose; the key of the choice."""

    def __init__(
        self, look: Look, name: str, choices: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        for key, text in choices:
            self.addItem(text, key)
        self.activated.connect(self._on_activated)
        look.changed.connect(self.update)

    def current(self) -> str:
        """Return the key of what is chosen."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Show this key as the chosen one; an unknown key changes nothing."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a scrolled page changes no setting

    def _on_activated(self) -> None:
        self.chosen.emit(self.current())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        width = 30
        left = 0 if self.isRightToLeft() else self.width() - width
        _arrows(
            self,
            self._look,
            (("chevron-down", QRect(left, 0, width, self.height())),),
            18,
        )


def _arrows(
    widget: QWidget, look: Look, places: Iterable[tuple[str, QRect]], size: int
) -> None:
    theme = look.theme
    color = theme.color("text2" if widget.isEnabled() else "text3")
    side = theme.px(size)
    painter = QPainter(widget)
    try:
        for name, place in places:
            target = QRect(0, 0, side, side)
            target.moveCenter(place.center())
            picture = look.icons.pixmap(name, color, side, widget.devicePixelRatioF())
            painter.drawPixmap(target, picture)
    finally:
        painter.end()
