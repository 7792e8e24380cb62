"""The look for tests of windows: the shipped tokens and icons, one font."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QPalette

from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Choice, Look
from deskstretch.ui.theme import Tokens, load

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def shipped_tokens() -> Tokens:
    return load((ASSETS / "theme.toml").read_bytes())


def shipped_icons() -> Icons:
    return Icons(
        {file.name: file.read_bytes() for file in (ASSETS / "icons/line").iterdir()}
    )


@pytest.fixture
def tokens() -> Tokens:
    return shipped_tokens()


@pytest.fixture
def make_look(qapp):
    """Make the look in force; the application gets its old face back after."""
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
