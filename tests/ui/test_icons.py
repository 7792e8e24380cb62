"""Icons are drawn in the colour asked for, at the real pixel size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from shipped import ASSETS, shipped_icons

from deskstretch.ui.icons import WINDOW_SIZES, window_icon

SOURCE = Path(__file__).resolve().parents[2] / "src/deskstretch/ui"
TEAL = QColor(10, 120, 110)


def ink(picture) -> list[tuple[int, int]]:
    image = picture.toImage()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]


def test_every_icon_draws_something_of_its_own_in_the_colour_asked_for(qapp):
    icons = shipped_icons()
    drawings = set()
    for name in icons.names():
        picture = icons.pixmap(name, TEAL, 40)
        places = ink(picture)
        assert 20 < len(places) < 800, name
        assert picture.toImage().pixelColor(*places[0]).green() == pytest.approx(
            120, abs=4
        )
        drawings.add(frozenset(places))
    assert len(drawings) == len(icons.names())


def test_every_icon_is_a_twenty_unit_line_drawing():
    for file in (ASSETS / "icons/line").glob("*.svg"):
        svg = file.read_text("utf-8")
        assert 'viewBox="0 0 20 20"' in svg
        assert 'stroke-width="1.6"' in svg
        assert "currentColor" in svg
        assert "#" not in svg


def test_an_icon_has_the_pixels_of_its_screen(qapp):
    picture = shipped_icons().pixmap("clock", TEAL, 18, 1.5)
    assert picture.width() == 27
    assert picture.deviceIndependentSize().width() == pytest.approx(18)


def test_only_directions_are_mirrored(qapp):
    icons = shipped_icons()
    for name, mirrors in (("chevron-right", True), ("play", False), ("clock", False)):
        normal = ink(icons.pixmap(name, TEAL, 40))
        turned = ink(icons.pixmap(name, TEAL, 40, right_to_left=True))
        assert (normal != turned) is mirrors, name


def test_every_icon_named_in_the_shared_windows_exists():
    names = set(shipped_icons().names())
    named = set()
    for file in (*SOURCE.glob("*.py"), *SOURCE.glob("settings/*.py")):
        text = file.read_text("utf-8")
        named |= set(re.findall(r'"(?:primary|plain|quiet|link)", "([a-z-]+)"', text))
        named |= set(re.findall(r'IconText\(\s*\w[\w.]*,\s*"([a-z-]+)"', text))
    assert named
    assert named <= names


def test_windows_have_an_icon_of_their_own(qapp):
    icon = window_icon((ASSETS / "icons/app/deskstretch.svg").read_bytes())
    assert {size.width() for size in icon.availableSizes()} == set(WINDOW_SIZES)
    corner = icon.pixmap(64).toImage().pixelColor(0, 0)
    assert corner.alpha() == 0
