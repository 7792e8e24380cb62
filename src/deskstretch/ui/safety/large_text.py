"""Text that can be read from the mat or in distress: never under 17 px."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from deskstretch.ui.safety import button_keys
from deskstretch.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from deskstretch.ui.look import Look
    from deskstretch.ui.widgets.buttons import Kind

SMALLEST_PX = 17
PX_PER_PT = 96 / 72
BUTTON_PX, TALL_PX = 46, 54


def base_px(look: Look) -> float:
    """Return the size of body text in pixels, the user's text size included."""
    return look.theme.pt("body") * PX_PER_PT


class LargeText(QLabel):
    """A line of text `factor` times as large as body text, at least `smallest` px.

    The text is shown as it is and follows the look. `tone` is a colour's token.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        factor: float = 1.2,
        smallest: int = SMALLEST_PX,
        weight: int = 400,
        tone: str = "text",
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self._look = look
        self._factor = factor
        self._smallest = smallest
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_factor(self, factor: float) -> None:
        """Make the text this many times as large as body text."""
        if factor != self._factor:
            self._factor = factor
            self._on_look_changed()

    def _on_look_changed(self) -> None:
        size = max(self._smallest, round(base_px(self._look) * self._factor))
        self.setFont(sized(self._look, size, self._weight))


class LargeButton(Button):
    """A button 46 px high with text of at least 17 px, and never a default one.

    A `tall` one is 54 px high, with larger text: to be read and hit from the floor.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: Kind = "plain",
        icon: str = "",
        *,
        name: str = "",
        tall: bool = False,
    ) -> None:
        super().__init__(look, text, kind, icon, name=name, big=True)
        self._large_look = look
        self._least, self._factor = (TALL_PX, 1.43) if tall else (BUTTON_PX, 1.07)
        self.setProperty("tall", tall)
        self.setDefault(False)
        look.changed.connect(self._on_size_changed)
        self._on_size_changed()

    def set_kind(self, kind: Kind) -> None:
        super().set_kind(kind)  # which takes the font of the style sheet
        self._on_size_changed()

    def _on_size_changed(self) -> None:
        size = max(SMALLEST_PX, round(base_px(self._large_look) * self._factor))
        weight = 600 if self.property("kind") in {"primary", "danger"} else 500
        self.setFont(sized(self._large_look, size, weight))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(
            hint.width(), max(hint.height(), self._large_look.theme.px(self._least))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not button_keys.handled(self, event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def sized(look: Look, pixels: int, weight: int, *, tabular: bool = False) -> QFont:
    """Return the product's font at a size in pixels."""
    font = QFont(look.theme.font("body", tabular=tabular))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    if pixels >= 22:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return font


def title(look: Look, text: str, factor: float = 2.1) -> LargeText:
    """Return the title of a page."""
    return LargeText(look, text, factor=factor, smallest=28, weight=700)
