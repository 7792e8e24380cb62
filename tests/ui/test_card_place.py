"""The card stands in a corner of one screen, near the tray, off the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from deskstretch.ui.card_place import anchor, corners, place

SCREEN = QRect(0, 0, 1920, 1080)
PANEL_BELOW = QRect(0, 0, 1920, 1040)
PANEL_ABOVE = QRect(0, 32, 1920, 1048)
SIZE = QSize(404, 210)
AWAY = QPoint(900, 500)
NOWHERE = QRect()


def near(free: QRect, tray: QRect, *, rtl: bool = False) -> QPoint:
    return anchor(SCREEN, free, tray, right_to_left=rtl)


def test_it_keeps_twelve_pixels_from_the_edges_of_the_free_area():
    left_top, right_top, left_bottom, right_bottom = corners(SIZE, PANEL_BELOW)
    assert left_top.topLeft() == QPoint(12, 12)
    assert right_top.topRight() == QPoint(1919 - 12, 12)
    assert left_bottom.bottomLeft() == QPoint(12, 1039 - 12)
    assert right_bottom.bottomRight() == QPoint(1919 - 12, 1039 - 12)


@pytest.mark.parametrize(
    ("tray", "corner"),
    [
        (QRect(1700, 1045, 22, 22), 3),
        (QRect(10, 1045, 22, 22), 2),
        (QRect(1700, 5, 22, 22), 1),
        (QRect(10, 5, 22, 22), 0),
    ],
)
def test_it_takes_the_corner_nearest_to_the_tray(tray, corner):
    spot = place(SIZE, PANEL_BELOW, near(PANEL_BELOW, tray), AWAY)
    assert spot == corners(SIZE, PANEL_BELOW)[corner]


@pytest.mark.parametrize(
    ("free", "rtl", "corner"),
    [
        (PANEL_BELOW, False, 3),
        (PANEL_BELOW, True, 2),
        (SCREEN, False, 3),
        (PANEL_ABOVE, False, 1),
        (PANEL_ABOVE, True, 0),
    ],
)
def test_without_a_known_tray_it_stands_where_trays_usually_are(free, rtl, corner):
    spot = place(SIZE, free, near(free, NOWHERE, rtl=rtl), AWAY)
    assert spot == corners(SIZE, free)[corner]


def test_it_never_opens_under_the_pointer():
    tray = QRect(1700, 1045, 22, 22)
    pointer = QPoint(1800, 900)
    spot = place(SIZE, PANEL_BELOW, near(PANEL_BELOW, tray), pointer)
    assert not spot.contains(pointer)
    assert spot == corners(SIZE, PANEL_BELOW)[1]


def test_on_a_screen_smaller_than_the_card_its_first_corner_is_in_sight():
    tiny = QRect(100, 50, 300, 180)
    spot = place(SIZE, tiny, tiny.bottomRight(), None)
    assert tiny.contains(spot.topLeft())
