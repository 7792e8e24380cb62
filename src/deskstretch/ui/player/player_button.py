"""A button of the usual size that leaves the arrow keys to the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.ui.safety import button_keys
from deskstretch.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PlayerButton(Button):
    """Enter and Space press it; Left and Right go back and on, as everywhere else."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not button_keys.handled(self, event):
            super().keyPressEvent(event)
