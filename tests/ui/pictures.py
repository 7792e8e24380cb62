"""Draws the windows to pictures/ for looking at: `python -m tests.ui.pictures`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from shipped import shipped_icons, shipped_motion, shipped_tokens

from deskstretch.settings.model import Problem, Settings
from deskstretch.ui import language
from deskstretch.ui.card_face import CardView
from deskstretch.ui.diary.card_face import DiaryFace
from deskstretch.ui.diary.view import DayView
from deskstretch.ui.diary.window import DiaryWindow
from deskstretch.ui.look import Choice, Look
from deskstretch.ui.prompt_card import PromptCard
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.small_window import SmallWindow
from deskstretch.ui.tray_menu import TrayMenu
from deskstretch.ui.tray_view import Offer, TrayView, Wishes
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.fields import ChoiceField, NumberField
from deskstretch.ui.widgets.labels import IconText, frame, label
from deskstretch.ui.widgets.segmented import SegmentedControl
from deskstretch.ui.widgets.switch import Switch
from deskstretch.words import Catalogue, words

OUT = Path(__file__).resolve().parents[2] / "pictures" / "ui"


def widgets(look: Look) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    for role in look.tokens.type:
        column.addWidget(label(f"{role} 42 min", role, "text"))
    row = QHBoxLayout()
    for kind in ("primary", "plain", "quiet", "link", "danger"):
        row.addWidget(Button(look, kind, kind, "play" if kind == "primary" else ""))
    off = Button(look, "Off", "primary")
    off.setEnabled(False)
    row.addWidget(off)
    column.addLayout(row)
    card = frame("card")
    inside = QHBoxLayout(card)
    segments = SegmentedControl(look, "Theme", [("a", "System"), ("b", "Light")])
    segments.choose("a")
    inside.addWidget(segments)
    for on in (True, False):
        switch = Switch(look, "x")
        switch.setChecked(on)
        inside.addWidget(switch)
    number = NumberField(look, "n", "min")
    number.show_value(90)
    inside.addWidget(number)
    inside.addWidget(ChoiceField(look, "c", [("a", "Card near the tray")]))
    inside.addWidget(IconText(look, "clock", "2 min"))
    column.addWidget(card)
    grid = QGridLayout()
    for index, name in enumerate(look.icons.names()):
        cell = QLabel()
        cell.setPixmap(look.icons.pixmap(name, look.theme.color("text"), 40, 2))
        grid.addWidget(cell, index // 12 * 2, index % 12)
        grid.addWidget(label(name, "caption", "text3"), index // 12 * 2 + 1, index % 12)
    column.addLayout(grid)
    return page


HIP = CardView(
    words("{n} min of sitting", n=92),
    words("Hip flexor stretch?"),
    words("{n} min", n=2),
    words("Mat"),
    "mat",
    offer_enough=True,
)
LAT = CardView(
    words("You were away {n} min", n=12),
    words("Quick lat stretch?"),
    words("{n} s", n=40),
    words("At your desk"),
    "desk",
    offer_skip=True,
)
GERMAN = {
    "{n} min of sitting": "{n} Minuten im Sitzen",
    "Hip flexor stretch?": "Zeit für die Hüftbeuger-Dehnung?",
    "{n} min": "{n} Min.",
    "Mat": "Matte",
    "Start": "Starten",
    "Snooze {time}": "In {time} erinnern",
    "Skip": "Überspringen",
    "Enough for today": "Genug für heute",
    "Snooze": "Später",
}
HEBREW = {
    "{n} min of sitting": "{n} דקות של ישיבה",
    "Hip flexor stretch?": "מתיחת כופפי הירך?",
    "{n} min": "{n} דק׳",
    "Mat": "מזרן",
    "Start": "התחלה",
    "Snooze {time}": "נודניק {time}",
    "Skip": "דילוג",
    "Snooze": "נודניק",
}


def _card(
    look: Look,
    view: CardView,
    slug: str = "kneeling-hip-flexor",
    *,
    times: bool = False,
) -> PromptCard:
    card = PromptCard(look, composited=True)
    card.show_prompt(view, motion=shipped_motion(slug))
    if times:
        card._face._more.click()
    card.hide()
    return card


def cards(look: Look) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.addWidget(_card(look, HIP), 0, 0)
    grid.addWidget(_card(look, HIP, times=True), 0, 1)
    grid.addWidget(_card(look, LAT, "lat-stretch"), 1, 0)
    language.speak(Catalogue(GERMAN))
    grid.addWidget(_card(look, HIP), 1, 1)
    grid.addWidget(_card(look, HIP, times=True), 2, 0)
    language.speak(Catalogue(HEBREW))
    hebrew = _card(look, HIP)
    hebrew.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    hebrew.show_prompt(HIP, motion=shipped_motion("standing-hip-flexor"))
    hebrew.hide()
    grid.addWidget(hebrew, 2, 1)
    language.speak(Catalogue())
    for index in range(grid.count()):
        card = grid.itemAt(index).widget()
        card.setWindowFlags(Qt.WindowType.Widget)
        card.show()
    return page


NAMES = {
    "kneeling-hip-flexor": words("Kneeling hip flexor"),
    "lat-stretch": words("Lat stretch"),
}


def _settings(look: Look, section: int) -> SettingsWindow:
    window = SettingsWindow(look, Settings(), NAMES)
    window.show_section(section)
    window.resize(920, 760)
    return window


def settings_reminders(look: Look) -> QWidget:
    window = _settings(look, 0)
    window._on_value_chosen("reminder.hip-flexor.every", 600.0)
    return window


def settings_sound(look: Look) -> QWidget:
    return _settings(look, 1)


def settings_silent(look: Look) -> QWidget:
    """The page of a desktop that can play but not speak."""
    mute = words(
        "Nothing here can speak. The package speech-dispatcher or espeak-ng can."
    )
    window = SettingsWindow(look, Settings(), NAMES, {"sound.voice": mute})
    window.show_section(1)
    window.resize(920, 760)
    return window


def settings_appearance(look: Look) -> QWidget:
    return _settings(look, 2)


def settings_about(look: Look) -> QWidget:
    return _settings(look, 3)


def settings_narrow(look: Look) -> QWidget:
    window = _settings(look, 0)
    window.show_settings(
        Settings(),
        [
            Problem(3, "presence.away_after", words('"soon" is not a length of time.')),
            Problem(9, "limits.prompts_a_day", words('"many" is not a whole number.')),
        ],
    )
    window.resize(700, 620)
    return window


COUNTING = TrayView(
    what=words("{movement} in", movement=words("Hip flexor")),
    when=words("{n} min", n=42),
    first_line=words("Hip flexor in 42 min"),
    movements=(
        Offer(
            "kneeling-hip-flexor", words("Kneeling hip flexor"), words("{n} min", n=2)
        ),
        Offer("lat-stretch", words("Lat stretch"), words("{n} s", n=40)),
    ),
)
PAUSED = replace(
    COUNTING,
    what=None,
    when=None,
    state="paused",
    paused=True,
    first_line=words("Paused until 14:30"),
)
DUE = replace(
    COUNTING,
    what=None,
    when=None,
    prompting=True,
    first_line=words("Hip flexor is ready when you are"),
)


def small_windows(look: Look) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for view, has_tray in ((COUNTING, True), (PAUSED, True), (DUE, False)):
        window = SmallWindow(look, Wishes())
        window.show_view(view)
        window._banner.setVisible(not has_tray)
        column.addWidget(window)
    asking = SmallWindow(look, Wishes())
    asking.show_view(COUNTING)
    asking._banner.hide()
    asking._answers.hide()
    asking._question.show()
    column.addWidget(asking)
    return page


def menus(look: Look) -> QWidget:
    menu = TrayMenu(Wishes(), columns=True)
    menu.show_view(COUNTING)
    page = QWidget()
    row = QHBoxLayout(page)
    for shown in (menu, menu._stretch, menu.pauses):
        shown.ensurePolished()
        shown.resize(shown.sizeHint())
        picture = QLabel()
        picture.setPixmap(shown.grab())
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    page.menu = menu
    return page


def settings_focus(look: Look) -> QWidget:
    window = _settings(look, 0)

    def focus() -> None:
        window._ring._follow(window._rows["reminder.hip-flexor.every"][0].control)
        window._ring._place()

    window.before_grab = focus
    return window


def settings_right_to_left(look: Look) -> QWidget:
    window = _settings(look, 1)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


DAY = DayView(
    date(2026, 11, 20),
    words("Friday 20 November"),
    words("How stiff is your back this morning?"),
    earlier=words("Thu 19 Nov"),
)
RATED = replace(DAY, value=4, fresh=True, facts=words("Yesterday 3, 7-day median 3.5"))
UNSAVED = words(
    "Your last entry is not saved yet. We will keep trying while DeskStretch is open."
    " The file /home/you/deskstretch.db is not written: the disk is full."
)
TOLD = replace(RATED, fresh=False, note="slept badly", pain=3, side="left")


def diary(look: Look) -> QWidget:
    """The window before the click, after it, with its question, refused, and told."""
    page = QWidget()
    grid = QGridLayout(page)
    views = (
        DAY,
        RATED,
        replace(RATED, asks_worse=True),
        replace(RATED, unsaved=UNSAVED),
    )
    for index, view in enumerate((*views, TOLD)):
        window = DiaryWindow(look)
        window.show_day(view)
        window.setWindowFlags(Qt.WindowType.Widget)
        grid.addWidget(window, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
    card = PromptCard(look, composited=True, face=DiaryFace(look))
    card.show_prompt(CardView(words("Your morning"), DAY.question))
    card.hide()
    grid.addWidget(card, 2, 1, Qt.AlignmentFlag.AlignTop)
    card.setWindowFlags(Qt.WindowType.Widget)
    card.show()
    return page


SCENES = {
    "diary": diary,
    "settings-focus": settings_focus,
    "settings-rtl": settings_right_to_left,
    "small": small_windows,
    "menus": menus,
    "widgets": widgets,
    "cards": cards,
    "settings-reminders": settings_reminders,
    "settings-sound": settings_sound,
    "settings-silent": settings_silent,
    "settings-appearance": settings_appearance,
    "settings-about": settings_about,
    "settings-narrow": settings_narrow,
}


def main(names: list[str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    for scheme, scale, contrast in (
        ("light", 1.0, False),
        ("dark", 1.0, False),
        ("light", 1.5, False),
        ("contrast", 1.0, True),
    ):
        choice = Choice(
            scheme="dark" if scheme == "dark" else "light",
            text_scale=scale,
            contrast=contrast,
            reduce_motion=True,
        )
        look = Look(application, shipped_tokens(), shipped_icons(), choice)
        look._base_font.setPointSizeF(10.5)  # the mock-ups' 14 px
        look._on_system_changed()
        for name, scene in SCENES.items():
            if names and name not in names:
                continue
            window = scene(look)
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.show()
            if not isinstance(window, SettingsWindow):
                window.resize(window.sizeHint())
            application.processEvents()
            getattr(window, "before_grab", application.processEvents)()
            picture = window.grab()
            file = OUT / f"{name}-{scheme}-{round(scale * 100)}.png"
            picture.save(str(file))
            window.close()
    application.setStyleSheet("")


if __name__ == "__main__":
    main(sys.argv[1:])
