"""The look for tests of windows: the shipped tokens and icons, one font."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase, QPalette
from shipped import shipped_icons, shipped_tokens

from deskstretch.ui.look import Choice, Look

if TYPE_CHECKING:
    from deskstretch.ui.theme import Tokens

HERE = Path(__file__).resolve().parent


@pytest.fixture
def tokens() -> Tokens:
    return shipped_tokens()


@pytest.fixture
def make_look(qapp):
    """Make the look in force; the application gets its old face back after."""
    # Windows of earlier tests would be styled again with each new look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = (qapp.style().objectName(), QPalette(qapp.palette()), qapp.font())
    made = []

    def make(**choice) -> Look:
        look = Look(qapp, shipped_tokens(), shipped_icons(), Choice(**choice))
        made.append(look)
        return look

    assert QFontDatabase.families(), "no fonts here: see packaging/linux/apt-test.txt"
    yield make
    for look in made:
        look.setParent(None)
        look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def look(make_look) -> Look:
    return make_look()
