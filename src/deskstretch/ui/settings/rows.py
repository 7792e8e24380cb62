"""One row of the settings: title, help, control, and what is wrong with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from deskstretch.ui.language import render
from deskstretch.ui.settings import judging
from deskstretch.ui.widgets.fields import ChoiceField, DurationField, NumberField
from deskstretch.ui.widgets.labels import IconText, label, set_property
from deskstretch.ui.widgets.segmented import SegmentedControl
from deskstretch.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from deskstretch.settings.fields import Field, Value
    from deskstretch.ui.look import Look
    from deskstretch.words import Words

STACKED_FROM = 1.5
"""From this text size on a wide control stands under the text."""
SIDE_BY_SIDE_CHOICES = 4
SIDE_BY_SIDE_LETTERS = 30
COARSE_FROM_S = 120 * 60


class Row(QWidget):
    """Shows the value of one field and tells what the person chose instead.

    It judges nothing: who listens to `chosen` calls `refuse` with the sentence, or
    `show_value`. A refused value stays in sight with a red border, the sentence
    under it and in the field's description, and is announced politely.
    """

    chosen = Signal(str, object)
    """The key and the value: seconds, a number, a switch or a choice."""

    def __init__(
        self,
        look: Look,
        key: str,
        field: Field,
        title: Words | None = None,
        tip: Words | None = None,
    ) -> None:
        super().__init__()
        self.key = key
        self.field = field
        self._look = look
        self._refused = False
        self._title = label(render(title or field.label), "strong", wrap=True)
        tip = tip or field.help
        if not tip.id and field.type in {"duration", "whole"} and not field.presets:
            tip = judging.allowed(field)
        self._help = label(render(tip), "caption", "text2", wrap=True)
        self._help.setVisible(bool(tip.id))
        self._trouble = IconText(look, "warning", "", "caption", "danger")
        self._trouble.hide()
        self.control = self._control(self._title.text())
        self.control.setAccessibleDescription(self._help.text())
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addStretch()  # a high control draws the two lines apart otherwise
        text.addWidget(self._title)
        text.addWidget(self._help)
        text.addStretch()
        self._line.setSpacing(16)
        self._line.addLayout(text, 1)
        self._line.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(self._line)
        column.addWidget(self._trouble)

    # The control by the type of the field

    def _control(self, name: str) -> QWidget:
        field = self.field
        if field.type == "switch":
            switch = Switch(self._look, name)
            switch.clicked.connect(self._on_switched)
            return switch
        if field.type == "whole":
            number = NumberField(self._look, name, "")
            number.settled.connect(self._on_number_settled)
            return number
        if field.type == "duration" and not field.presets:
            coarse = judging.bounds(field)[1] > COARSE_FROM_S
            length = DurationField(self._look, name, 5 if coarse else 1)
            length.settled.connect(self._on_number_settled)
            return length
        choices = self._choices()
        letters = sum(len(text) for _key, text in choices)
        few = len(choices) <= SIDE_BY_SIDE_CHOICES and letters <= SIDE_BY_SIDE_LETTERS
        kind = SegmentedControl if few else ChoiceField
        choice = kind(self._look, name, choices)
        choice.chosen.connect(self._on_choice_made)
        return choice

    def _choices(self) -> list[tuple[str, str]]:
        if self.field.presets:
            return [
                (str(preset), render(judging.said(self.field, preset)))
                for preset in self.field.presets
            ]
        return [(str(value), render(text)) for value, text in self.field.choices]

    def _on_switched(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.chosen.emit(self.key, on)

    def _on_number_settled(self, number: int) -> None:
        value = float(number) if self.field.type == "duration" else number
        self.chosen.emit(self.key, value)

    def _on_choice_made(self, key: str) -> None:
        values: tuple[Value, ...] = self.field.presets or tuple(
            value for value, _text in self.field.choices
        )
        for value in values:
            if str(value) == key:
                self.chosen.emit(self.key, value)

    # What it shows

    def show_value(self, value: Value) -> None:
        """Show the value in force; a refusal is over."""
        self._set_trouble("")
        control = self.control
        if isinstance(control, Switch):
            control.setChecked(bool(value))
        elif isinstance(control, NumberField):
            control.show_value(round(float(value)))  # type: ignore[arg-type]  # a number by the field's type
        elif isinstance(control, (SegmentedControl, ChoiceField)):
            control.choose(str(value))

    def refuse(self, sentence: Words) -> None:
        """Leave the value in sight and say why it is not taken."""
        text = render(sentence)
        self._set_trouble(text)
        event = QAccessibleAnnouncementEvent(self.control, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    @property
    def refused(self) -> bool:
        """Whether it shows a value that is not in force."""
        return self._refused

    def _set_trouble(self, text: str) -> None:
        self._refused = bool(text)
        self._trouble.text.setText(text)
        self._trouble.setVisible(bool(text))
        set_property(self.control, "invalid", bool(text))
        self.control.setAccessibleDescription(text or self._help.text())

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        wide = not isinstance(self.control, Switch)
        stacked = wide and theme.text_scale >= STACKED_FROM
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._line.setSpacing(8 if stacked else 16)
        side = (
            Qt.AlignmentFlag.AlignLeading if stacked else Qt.AlignmentFlag.AlignVCenter
        )
        self._line.setAlignment(self.control, side)
        end = Qt.AlignmentFlag.AlignTrailing
        self._column.setAlignment(
            self._trouble, Qt.AlignmentFlag.AlignLeading if stacked else end
        )
        if isinstance(self.control, NumberField):
            self.control.setFixedWidth(theme.px(118))
