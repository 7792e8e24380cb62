"""Something new on a widget comes into sight, and then nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QVariantAnimation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstretch.ui.look import Look


class Appearing(QVariantAnimation):
    """How much, 0 to 1, of what a widget shows anew is in sight.

    `begin` runs it once over its time, and repaints the widget as it goes; with
    reduced motion, and on a widget nobody sees, all is there at once.
    """

    def __init__(self, look: Look, widget: QWidget, milliseconds: int) -> None:
        super().__init__(widget)
        self._look = look
        self._widget = widget
        self._milliseconds = milliseconds
        self._share = 1.0
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._on_value_changed)

    @property
    def share(self) -> float:
        """The share that is in sight."""
        return self._share

    def begin(self) -> None:
        """Let it come into sight from nothing."""
        self.stop()
        self._share = 0.0
        duration = self._look.milliseconds(self._milliseconds)
        if duration and self._widget.isVisible():
            self.setDuration(duration)
            self.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Let all of it be in sight now."""
        self.stop()
        if self._share < 1.0:
            self._on_value_changed(1.0)

    def _on_value_changed(self, share: float) -> None:
        self._share = share
        self._widget.update()
