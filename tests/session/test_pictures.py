"""The product has its picture taken, light and dark: pictures/session/ to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.session.tour import Tour

pytestmark = [pytest.mark.session, pytest.mark.timeout(60)]
OUT = Path(__file__).resolve().parents[2] / "pictures" / "session"


def test_every_window_shows_itself_in_light_and_at_once_in_dark():
    with Tour() as tour:
        keep(tour.card())
        keep(tour.settings())
        keep(tour.small_window())
        keep(tour.player("kneeling-hip-flexor"))
        assert tour.app.quit() == 0
        assert tour.app.log == ""


def test_the_tray_shows_its_menu():
    with Tour("trayer") as tour:
        keep(tour.menu())
        assert tour.app.quit() == 0
        assert tour.app.log == ""


def keep(pictures) -> None:
    """Save pictures of both themes, and see that they are what they say."""
    OUT.mkdir(parents=True, exist_ok=True)
    seen = []
    for name, picture in pictures:
        assert picture.save(str(OUT / f"{name}.png"))
        assert len(colours(picture)) > 40, f"{name} is nearly empty"
        seen.append((name, brightness(picture)))
    (light, much), (dark, little) = seen
    assert (light[-6:], dark[-5:]) == ("-light", "-dark")
    assert much > little + 60, f"{dark} is not darker than {light}"


def colours(picture) -> set[int]:
    return set(sampled(picture))


def brightness(picture) -> float:
    """The mean lightness, from 0 to 255."""
    pixels = [QColor(pixel) for pixel in sampled(picture)]
    return sum(pixel.lightness() for pixel in pixels) / len(pixels)


def sampled(picture) -> list[int]:
    """Every fifth pixel of every fifth row."""
    return [
        picture.pixel(x, y)
        for y in range(0, picture.height(), 5)
        for x in range(0, picture.width(), 5)
    ]
