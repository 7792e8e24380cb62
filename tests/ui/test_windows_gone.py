"""A window that is gone hears nothing any more, whoever still holds it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shipped import ASSETS, shipped_motion

from deskstretch.coaching.layout import lay_out
from deskstretch.movements import catalogue
from deskstretch.settings.model import Settings
from deskstretch.ui.card_face import CardView
from deskstretch.ui.diary.card_face import DiaryFace
from deskstretch.ui.diary.view import DayView
from deskstretch.ui.diary.window import DiaryWindow
from deskstretch.ui.look import Choice
from deskstretch.ui.player.opening import Act, Opening
from deskstretch.ui.player.window import PlayerWindow
from deskstretch.ui.prompt_card import PromptCard
from deskstretch.ui.safety.windows import CheckWindow, StopSignsWindow
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.small_window import SmallWindow
from deskstretch.ui.tray_view import Wishes
from deskstretch.words import words

HIP = "kneeling-hip-flexor"
VIEW = CardView(words("Why"), words("What?"), words("2 min"), words("Mat"))


def settings(look):
    return SettingsWindow(look, Settings(), {HIP: words("Kneeling hip flexor")})


def small(look):
    window = SmallWindow(look, Wishes())
    window.show_window(has_tray=True)
    return window


def card(look):
    window = PromptCard(look)
    window.show_prompt(VIEW, motion=shipped_motion(HIP))
    return window


def player(look, **options):
    files = {
        file.name: file.read_bytes() for file in (ASSETS / "movements").glob("*.toml")
    }
    movement, dose = catalogue.load(files).find(HIP)
    unread = options.pop("warning_needed", False)
    opening = Opening(
        {movement.slug: Act(movement, unread)},
        lay_out(movement, dose),
        lambda _slug, side, _range: shipped_motion(HIP, side or "right"),
        lambda: 1000.0,
        **options,
    )
    return PlayerWindow(look, opening)


def notice(look):
    return player(look, notice_needed=True)


def caution(look):
    return player(look, warning_needed=True)


def blocked(look):
    return player(look, blocked=words("Not today."), can_clear=True)


def hurting(look):
    window = player(look)
    window.show()
    window.page.bar.hurts.click()
    return window


def stop_signs(look):
    return StopSignsWindow(look)


def check(look):
    return CheckWindow(look, asks_seen=True)


def diary(look):
    window = DiaryWindow(look)
    day = DayView(date(2026, 3, 2), words("Monday"), words("How stiff?"), 4)
    window.show_day(day)
    return window


def diary_card(look):
    window = PromptCard(look, face=DiaryFace(look))
    window.show_prompt(VIEW)
    return window


WINDOWS = [
    diary,
    diary_card,
    settings,
    small,
    card,
    player,
    notice,
    caution,
    blocked,
    hurting,
    stop_signs,
    check,
]


@pytest.mark.parametrize("make", WINDOWS)
@pytest.mark.parametrize("still_held", [True, False])
def test_the_look_changes_after_a_window_is_gone(look, qtlog, make, still_held):
    window = make(look)
    window.show()
    QApplication.processEvents()
    window.close()
    window.deleteLater()
    if not still_held:
        del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.choose(Choice("dark", text_scale=1.5, reduce_motion=True))
    QApplication.processEvents()
    assert [record.message for record in qtlog.records if not record.ignored] == []


@pytest.mark.parametrize("make", WINDOWS)
def test_the_look_changes_while_a_window_is_open_and_closed(look, qtlog, make):
    window = make(look)
    window.show()
    look.choose(Choice("dark", text_scale=1.5))
    QApplication.processEvents()
    window.close()
    look.choose(Choice("light"))
    QApplication.processEvents()
    assert [record.message for record in qtlog.records if not record.ignored] == []
    window.deleteLater()
