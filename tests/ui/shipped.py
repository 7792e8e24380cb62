"""The tokens and icons as they ship, read from the source tree."""

from __future__ import annotations

from pathlib import Path

from deskstretch.body.motion import Motion
from deskstretch.movements import catalogue
from deskstretch.ui.icons import Icons
from deskstretch.ui.theme import Tokens, load

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def shipped_tokens() -> Tokens:
    return load((ASSETS / "theme.toml").read_bytes())


def shipped_icons() -> Icons:
    return Icons(
        {file.name: file.read_bytes() for file in (ASSETS / "icons/line").iterdir()}
    )


def shipped_motion(slug: str, side: str = "left") -> Motion:
    files = {
        file.name: file.read_bytes() for file in (ASSETS / "movements").glob("*.toml")
    }
    movement, dose = catalogue.load(files).find(slug)
    return Motion(movement.choreography, dose.seconds, side)
