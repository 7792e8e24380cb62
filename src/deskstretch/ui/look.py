"""The look in force: one Theme for all windows, following the system or a choice.

Windows take the `Look`, read `look.theme` when they paint and listen to
`changed`. The style is Fusion everywhere, so one look is what is tested.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette

from deskstretch.ui import style_sheet
from deskstretch.ui.figure.looks import PERSON, Person
from deskstretch.ui.language import direction
from deskstretch.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from deskstretch.ui.icons import Icons
    from deskstretch.ui.theme import Tokens

PX_PER_PT = 96 / 72
FRAMES_FOLLOW = ("win32", "darwin")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose about the look; None follows the system.

    `text_scale` multiplies the system's text size: 1.0, 1.25 or 1.5. `person` is who
    the figure is.
    """

    scheme: Literal["system", "light", "dark"] = "system"
    text_scale: float = 1.0
    contrast: bool | None = None
    reduce_motion: bool | None = None
    person: Person = PERSON


class Look(QObject):
    """Keeps the Theme in force and puts it on the application.

    Made once, before the first window: the palette stands before anything is
    shown, so a window never flashes in the wrong scheme. When the system's scheme
    or contrast changes, or the user chooses, palette and style sheet are made
    anew and `changed` is emitted; nothing needs a restart.
    """

    changed = Signal()
    """Another theme is in force, or motion is reduced or no longer."""

    def __init__(
        self,
        application: QApplication,
        tokens: Tokens,
        icons: Icons,
        choice: Choice | None = None,
    ) -> None:
        super().__init__(application)
        self.tokens = tokens
        self.icons = icons
        self._application = application
        self._choice = choice or Choice()
        self._system_palette = QPalette(application.palette())
        self._base_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        application.setStyle("Fusion")
        application.setLayoutDirection(direction())
        # Both are kept: a reference taken in one expression is gone at once.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        motion = getattr(self._accessibility, "motionPreferenceChanged", None)
        if motion is not None:  # since Qt 6.12
            motion.connect(self._on_system_changed)
        self._tell_system()
        self.theme = self._wanted()
        self._apply()

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow the user's choice from now on, in every open window."""
        if choice != self._choice:
            self._choice = choice
            self._tell_system()
            self._on_system_changed()

    @property
    def reduced_motion(self) -> bool:
        """Whether things appear at once instead of moving."""
        if self._choice.reduce_motion is not None:
            return self._choice.reduce_motion
        preference = getattr(self._accessibility, "motionPreference", None)
        return preference is not None and "Reduced" in str(preference())

    def milliseconds(self, normal: int) -> int:
        """Return how long a movement on the screen takes: 0 when motion is reduced."""
        return 0 if self.reduced_motion else normal

    def _tell_system(self) -> None:
        """Colour window frames and file dialogs too, where the system does that.

        Not on Linux: the tray's panel keeps the system's scheme there, and the tray
        icon would follow the windows instead of its panel.
        """
        if sys.platform not in FRAMES_FOLLOW:
            return
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        unknown = Qt.ColorScheme.Unknown  # the system's own
        self._hints.setColorScheme(schemes.get(self._choice.scheme, unknown))

    def _on_system_changed(self) -> None:
        theme = self._wanted()
        if theme != self.theme:
            self.theme = theme
            self._apply()
        self.changed.emit()

    def _wanted(self) -> Theme:
        choice = self._choice
        contrast = choice.contrast
        if contrast is None:
            preference = self._accessibility.contrastPreference()
            contrast = preference == Qt.ContrastPreference.HighContrast
        dark = choice.scheme == "dark" or (
            choice.scheme == "system"
            and self._hints.colorScheme() == Qt.ColorScheme.Dark
        )
        points = self._base_font.pointSizeF()
        if points <= 0:  # the system names its font in pixels
            points = self._base_font.pixelSize() / PX_PER_PT
        return Theme(
            self.tokens,
            dark,
            choice.text_scale,
            points,
            self._base_font.family(),
            contrast,
            system_colors(self._system_palette) if contrast else {},
        )

    def _apply(self) -> None:
        self._application.setFont(self.theme.font("body"))
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(style_sheet.write(self.theme))


def system_colors(palette: QPalette) -> dict[str, str]:
    """Return the system's own colours by the token they stand for."""
    roles = {
        QPalette.ColorRole.Window: ("window", "sunken", "stage_top", "stage_bot"),
        QPalette.ColorRole.Base: ("surface", "raised"),
        QPalette.ColorRole.WindowText: ("text", "text2", "text3", "control", "line"),
        QPalette.ColorRole.Highlight: (
            "accent",
            "accent_hover",
            "accent_press",
            "accent_soft",
        ),
        QPalette.ColorRole.HighlightedText: ("on_accent", "on_soft"),
    }
    return {
        token: palette.color(role).name()
        for role, tokens in roles.items()
        for token in tokens
    }
