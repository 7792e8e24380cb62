"""A small rounded label at the top of a page: what is the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from deskstretch.ui.safety.large_text import LargeText

if TYPE_CHECKING:
    from deskstretch.ui.look import Look


class Chip(QFrame):
    """An icon and a few words; red where a stop sign was chosen."""

    def __init__(
        self, look: Look, icon: str, text: str, *, alarm: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._tone = "on_danger_soft" if alarm else "text2"
        self.setProperty("kind", "alarm" if alarm else "chip")
        self._picture = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 14, 5)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(LargeText(look, text, factor=1.07, tone=self._tone, wrap=False))
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        self._picture.setPixmap(
            self._look.icons.pixmap(
                self._icon,
                theme.color(self._tone),
                theme.px(18),
                self.devicePixelRatioF(),
            )
        )
