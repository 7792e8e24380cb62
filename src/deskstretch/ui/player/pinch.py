"""The button for a pinch: less range, straight away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.safety.large_text import LargeButton

if TYPE_CHECKING:
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look


INSET = 12
PINCH_AT: Final = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
"""Its corner of the stage: in every view free of the figure."""


class PinchButton(LargeButton):
    """In a `corner` of the stage, for what can pinch: one press makes it smaller.

    There is one for the whole movement, not only for the phase that pinches: a
    button that comes and goes every three seconds cannot be hit. `clicked` is all
    it says; `show_eased` tells it that the range is the smaller one now.
    """

    def __init__(self, look: Look, *, tall: bool = False) -> None:
        super().__init__(look, "", icon="shrink", tall=tall)
        self.corner = QWidget()
        inner = QVBoxLayout(self.corner)
        inner.setContentsMargins(INSET, INSET, INSET, INSET)
        inner.addWidget(self)
        self._eased = False
        self._word = ""
        self.hide()

    def show_movement(self, movement: Movement) -> None:
        """Stand there for a movement that can pinch, and go for any other."""
        self._word = next((one.word for one in movement.phases if one.pinch), "")
        self.setVisible(bool(self._word))
        self.corner.setVisible(bool(self._word))
        self._write()

    def show_eased(self) -> None:
        """Say that it has been made smaller, for the rest of the session."""
        self._eased = True
        self._write()

    def _write(self) -> None:
        pinches = say("Pinch in {phase}", phase=say(self._word)) if self._word else ""
        self.setText(say("Made smaller") if self._eased else pinches)
        self.setToolTip("" if self._eased else say("Makes it smaller and slower"))
        self.setAccessibleName(self.text())
        self.setEnabled(not self._eased)
