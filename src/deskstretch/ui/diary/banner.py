"""The banner of the diary: not saved yet, or not all could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import frame, label

if TYPE_CHECKING:
    from deskstretch.ui.look import Look
    from deskstretch.words import Words


class SavingBanner(QWidget):
    """Hidden while all is well; what is not saved comes before what was not read."""

    retry_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._text = label(role="body", wrap=True)
        self.retry = Button(look, say("Try again"))
        self.retry.clicked.connect(self.retry_pressed)
        banner = frame("banner")
        row = QHBoxLayout(banner)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self.retry)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(banner)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    def show_state(self, unsaved: Words | None, remark: Words | None) -> None:
        """Say what is not saved, else what was found, else nothing."""
        said = unsaved or remark
        self._text.setText(render(said) if said else "")
        self.retry.setVisible(unsaved is not None)
        self.setVisible(said is not None)

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        size = theme.px(20)
        self._icon.setPixmap(
            self._look.icons.pixmap(
                "file", theme.color("warn"), size, self.devicePixelRatioF()
            )
        )
