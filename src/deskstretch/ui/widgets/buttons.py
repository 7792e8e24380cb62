"""Buttons of four kinds, and two joined ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from deskstretch.ui.widgets.labels import set_property

if TYPE_CHECKING:
    from deskstretch.ui.look import Look

Kind: TypeAlias = Literal[
    "plain", "primary", "quiet", "link", "danger", "segment", "rating"
]

_TONES: dict[str, str] = {
    "plain": "text",
    "primary": "on_accent",
    "quiet": "text2",
    "link": "accent",
    "danger": "danger",
    "segment": "text2",
    "rating": "text",
}


class Button(QPushButton):
    """A push button of a kind, with a line icon that follows the look.

    Exactly one `primary` stands on a screen. A button with an icon and no text
    needs `name`, which becomes its tooltip and its accessible name.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: Kind = "plain",
        icon: str = "",
        *,
        name: str = "",
        big: bool = False,
    ) -> None:
        super().__init__(text)
        self._look = look
        self._icon = icon
        self._kind: Kind = kind
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        if big:
            self.setProperty("big", True)  # `size` is a property of QWidget's own
        if name:
            self.setToolTip(name)
            self.setAccessibleName(name)
        if icon and name and not text:
            self.setProperty("bare", True)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        self.ensurePolished()  # Qt keeps a hint made before the style sheet applied
        return super().sizeHint()

    def set_kind(self, kind: Kind) -> None:
        """Make it a button of another kind."""
        self._kind = kind
        set_property(self, "kind", kind)
        self._on_look_changed()

    def set_icon(self, icon: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon = icon
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        if not self._icon:
            self.setIcon(type(self.icon())())
            return
        size = theme.px(18)
        self.setIconSize(QSize(size, size))
        self.setIcon(
            self._look.icons.icon(
                self._icon,
                theme.color(_TONES[self._kind]),
                theme.color("text3"),
                size,
                right_to_left=self.isRightToLeft(),
            )
        )
