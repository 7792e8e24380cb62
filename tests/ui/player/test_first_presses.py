"""The second press of a double click on the card's Start presses nothing here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def press(window, widget) -> None:
    """Press as the window system does: on the window, at a place."""
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(place),
    )
    QApplication.processEvents()


@pytest.fixture
def player(open_player):
    window = open_player()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize(
    ("after", "running"), [(0.0, True), (0.3, True), (0.49, True), (0.51, False)]
)
def test_a_press_counts_from_half_a_second_on(player, clock, after, running):
    clock.pass_(after)
    press(player, player.page.bar.pause)
    assert player.performance.running is running


def test_the_press_after_an_early_one_counts(player, clock):
    press(player, player.page.bar.pause)
    clock.pass_(0.6)
    press(player, player.page.bar.pause)
    assert not player.performance.running
    press(player, player.page.bar.pause)
    assert player.performance.running


def test_keys_count_from_the_start(player):
    QTest.keyClick(player.windowHandle(), Qt.Key.Key_Space)
    assert not player.performance.running


def test_shown_again_it_waits_again(player, clock):
    clock.pass_(20)
    player.close()
    clock.pass_(1)
    player.come_back()
    QApplication.processEvents()
    press(player, player.page.bar.pause)
    assert not player.performance.running
    clock.pass_(0.6)
    press(player, player.page.bar.pause)
    assert player.performance.running


def test_an_early_press_on_the_notice_reads_nothing(open_player, clock):
    window = open_player(notice_needed=True)
    QApplication.processEvents()
    press(window, window.current.none)
    assert not window.current.read.isEnabled()
    clock.pass_(0.6)
    press(window, window.current.none)
    assert window.current.read.isEnabled()
