"""The tray icon: tells the state by shape, and takes wishes by its menu."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QSystemTrayIcon

from deskstretch.ui.language import render
from deskstretch.ui.tray_menu import TrayMenu, choose_first_line
from deskstretch.ui.tray_view import TrayView, Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.ui.tray_icon import Ink, TrayArt

ArtChoice: TypeAlias = Literal["automatic", "light", "dark"]


class Tray(Wishes):
    """Shows a TrayView in the tray and says what the person wished for.

    The icon is set only when the state or the panel changes and the tooltip only
    when its text does, because each costs the desktop work. Automatic art follows
    the system's colour scheme; `use_art` says otherwise for panels that do not. A
    left click wishes what the menu's first line stands for (on macOS it opens the
    menu). It is made before the Look, while the palette is still the system's;
    `dark_panel` is for desktops whose panel is always dark (GNOME). `icon_maker`
    makes the system's icon object; tests give their own.
    """

    balloon_clicked = Signal()
    """The last balloon shown by `show_balloon` was clicked."""

    def __init__(
        self,
        art: TrayArt,
        icon_maker: Callable[[], QSystemTrayIcon] = QSystemTrayIcon,
        *,
        dark_panel: bool = False,
    ) -> None:
        super().__init__()
        self._art = art
        self._icon_maker = icon_maker
        # The palette of the start says what the system's scheme is. Asking for the
        # scheme itself would load all of Qt's enumerations, 1.2 MB for one word.
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        self._dark = dark_panel or window.lightnessF() < 0.5
        self._dark_panel = dark_panel
        self._choice: ArtChoice = "automatic"
        self._view = TrayView()
        self._shown: tuple[str, Ink] | None = None
        self._tooltip = ""
        self.menu = TrayMenu(self)
        self.menu.show_view(self._view)
        self._hints = QGuiApplication.styleHints()  # kept: its signal lives with it
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._icon = self._made()

    @property
    def available(self) -> bool:
        """Whether the desktop has a tray at this moment."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def view(self) -> TrayView:
        """What is shown."""
        return self._view

    def show(self, view: TrayView) -> None:
        """Show a view from now on: icon, tooltip and menu, what changed of them."""
        self._view = view
        self.menu.show_view(view)
        self._refresh()

    def use_art(self, choice: ArtChoice) -> None:
        """Draw light or dark art, or (`automatic`) what fits the panel."""
        self._choice = choice
        self._refresh()

    def recreate(self) -> None:
        """Register anew: a host that came late never sees an older icon."""
        self._icon.hide()
        self._icon.deleteLater()
        self._shown = None
        self._tooltip = ""
        self._icon = self._made()

    def geometry(self) -> QRect:
        """Return where the icon is on the screens; empty where nobody can know."""
        return self._icon.geometry()

    def show_balloon(self, title: str, text: str, milliseconds: int = 15_000) -> None:
        """Show a message of the tray's own, for desktops without notifications."""
        self._icon.showMessage(
            title, text, QSystemTrayIcon.MessageIcon.NoIcon, milliseconds
        )

    def hide(self) -> None:
        """Leave the tray, before the program ends."""
        self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        icon = self._icon_maker()
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.balloon_clicked)
        icon.setContextMenu(self.menu)
        self._icon = icon
        self._refresh()
        icon.show()
        return icon

    def _refresh(self) -> None:
        drawing = (self._view.state, self._ink())
        if drawing != self._shown:
            self._shown = drawing
            self._icon.setIcon(self._art.icon(*drawing))
        tooltip = render(self._view.tooltip)
        if tooltip != self._tooltip:
            self._tooltip = tooltip
            self._icon.setToolTip(tooltip)

    def _ink(self) -> Ink:
        if sys.platform == "darwin":
            return "on_light"  # a mask, which the system tints
        if self._choice != "automatic":
            return "on_dark" if self._choice == "light" else "on_light"
        return "on_dark" if self._dark else "on_light"

    def _on_scheme_changed(self) -> None:
        scheme = self._hints.colorScheme().name
        if scheme != "Unknown":
            self._dark = self._dark_panel or scheme == "Dark"
        self._refresh()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        left_click = reason == QSystemTrayIcon.ActivationReason.Trigger
        if left_click and sys.platform != "darwin":
            choose_first_line(self, self._view)
