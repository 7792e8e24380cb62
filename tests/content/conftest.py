"""The shipped theme for tests of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.ui.theme import Theme, load

TOKENS = Path(__file__).resolve().parents[2] / "assets" / "theme.toml"


@pytest.fixture(scope="session")
def themes():
    tokens = load(TOKENS.read_bytes())
    return {"light": Theme(tokens), "dark": Theme(tokens, dark=True)}


@pytest.fixture(scope="session")
def theme(themes):
    return themes["light"]
