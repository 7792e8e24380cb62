"""The look from the settings: which theme, text size and motion are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from deskstretch.desktop import paths
from deskstretch.ui import theme
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Choice, Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from deskstretch.settings.model import Settings

_MOTION = {"on": True, "off": False, "system": None}


def make(application: QApplication, settings: Settings) -> Look:
    """Put the chosen look on the application; before any window is made."""
    return Look(
        application,
        theme.load(paths.asset("theme.toml")),
        Icons(paths.assets("icons/line", ".svg")),
        choice(settings),
    )


def choice(settings: Settings) -> Choice:
    """Return what the settings say about the look."""
    scheme = settings["appearance.theme"]
    return Choice(
        cast("Literal['system', 'light', 'dark']", scheme),
        settings.number("appearance.text_size") / 100,
        reduce_motion=_MOTION[str(settings["appearance.reduce_motion"])],
        skin=settings.number("appearance.skin"),
    )
