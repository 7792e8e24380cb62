"""Painting without a display: for commands that make or judge pictures."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from deskstretch.desktop.paths import asset

if TYPE_CHECKING:
    from deskstretch.ui.theme import Theme


def theme(*, dark: bool) -> Theme:
    """Return the look of the pictures; a program without windows is enough."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from deskstretch.ui.theme import Theme, load

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _keep.append(QGuiApplication(["deskstretch"]))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    tokens = load(asset("theme.toml"))
    return Theme(tokens, dark, family=font.family())


_keep: list[object] = []
