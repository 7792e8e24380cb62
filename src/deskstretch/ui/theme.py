"""The look as values: tokens, colours, fonts and the palette made from them.

The one token file is read once (`load`). A `Theme` is an immutable answer to
"which colour, which font" for one scheme, text size and contrast; `ui.look`
keeps the one in force and tells when another takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QFont, QPalette

from deskstretch import toml_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGE_PX = 22
"""From this size on letters stand 2 % closer."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The shipped token file: one flat table of colours per scheme, and type."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    tray: Mapping[str, str]
    type: Mapping[str, Mapping[str, float]]
    figure: Mapping[str, Any]


def load(data: bytes) -> Tokens:
    """Read the token file.

    The figure's tables are `[figure.light]`, `[figure.dark]` and `[figure.both]`:
    names with a colour, a list of colours, or a table of such names.

    Raises:
        TomlError: the file is not TOML (it ships with the program).
        KeyError: a table is missing.
    """
    values = toml_lines.read(data).values
    return Tokens(
        values["light"],
        values["dark"],
        values["tray"],
        values["type"],
        values.get("figure", {}),
    )


@dataclass(frozen=True)
class Theme:
    """One look: a scheme, a text size and a contrast, and all that follows.

    `base_pt` is the system font's size in points; sizes of type are multiples of
    it and of `text_scale` (1.0, 1.25, 1.5). With `contrast` the system's own
    colours (`system`, by token name) stand before the file's, borders are twice
    as wide and gradients are off. Equal arguments make equal themes.
    """

    tokens: Tokens
    dark: bool = False
    text_scale: float = 1.0
    base_pt: float = 10.5
    family: str = ""
    contrast: bool = False
    system: Mapping[str, str] = field(default_factory=dict)

    def hex(self, name: str) -> str:
        """Return a colour as written in the file. KeyError: there is no such token."""
        if self.contrast and name in self.system:
            return self.system[name]
        return (self.tokens.dark if self.dark else self.tokens.light)[name]

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """Return a colour by its token, `alpha` 0 to 1 of its own opacity."""
        color = QColor(self.hex(name))
        if alpha < 1.0:
            color.setAlphaF(color.alphaF() * alpha)
        return color

    def figure(self, name: str) -> QColor:
        """Return one of the figure's colours; `skin.2` is a name inside a table."""
        return QColor(str(self._figure(name)))

    def figure_ramp(self, name: str) -> tuple[QColor, ...]:
        """Return one of the figure's lists of colours, in the file's order."""
        return tuple(QColor(str(value)) for value in self._figure(name))

    def _figure(self, name: str) -> Any:  # noqa: ANN401 - a colour or a list of them
        scheme = "dark" if self.dark else "light"
        for table in (scheme, "both"):
            value: Any = self.tokens.figure.get(table, {})
            for part in name.split("."):
                value = value.get(part) if isinstance(value, dict) else None
            if value is not None:
                return value
        raise KeyError(name)

    def pt(self, role: str) -> float:
        """Return the size of a role of type in points."""
        return self.base_pt * self.text_scale * self.tokens.type[role]["size"]

    def font(self, role: str, *, tabular: bool = False) -> QFont:
        """Return the font of a role; `tabular` gives digits of one width."""
        font = QFont(self.family) if self.family else QFont()
        font.setPointSizeF(self.pt(role))
        font.setWeight(QFont.Weight(int(self.tokens.type[role]["weight"])))
        if self.pt(role) * 96 / 72 >= LARGE_PX:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def px(self, size: float) -> int:
        """Return a length in pixels that grows with the text (heights, targets)."""
        return round(size * max(1.0, self.text_scale))

    @property
    def border(self) -> int:
        """The width of a control's border, in pixels."""
        return 2 if self.contrast else 1

    @property
    def ring(self) -> int:
        """The width of the focus ring, in pixels."""
        return 3 if self.contrast else 2

    def palette(self) -> QPalette:
        """Return the palette every widget starts from, disabled colours included."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role, token in _DISABLED.items():
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color(token))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = {
    QPalette.ColorRole.WindowText: "text3",
    QPalette.ColorRole.Text: "text3",
    QPalette.ColorRole.ButtonText: "text3",
    QPalette.ColorRole.Highlight: "line",
    QPalette.ColorRole.HighlightedText: "text3",
}
