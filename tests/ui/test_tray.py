"""The tray tells the state by shape, says it in words, and costs little."""

from __future__ import annotations

import importlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from shipped import ASSETS

from deskstretch.ui import language
from deskstretch.ui.tray import Tray
from deskstretch.ui.tray_icon import DRAWN_FOR, TrayArt
from deskstretch.ui.tray_view import Offer, TrayView
from deskstretch.words import Catalogue, words

STATES = ("normal", "near", "due", "paused", "session")
HIP = Offer("kneeling-hip-flexor", words("Kneeling hip flexor"), words("2 min"))
LAT = Offer("lat-stretch", words("Lat stretch"), words("40 s"))
COUNTING = TrayView(
    tooltip=words("DeskStretch: hip flexor in {n} min", n=42),
    first_line=words("Hip flexor in {n} min", n=42),
    movements=(HIP, LAT),
)


class IconOfADesktop(QObject):
    """Stands for QSystemTrayIcon and writes down what it is told."""

    activated = Signal(object)
    messageClicked = Signal()  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.told = []

    def setIcon(self, icon) -> None:
        self.told.append("icon")

    def setToolTip(self, text) -> None:
        self.told.append(text)

    def setContextMenu(self, menu) -> None:
        self.menu = menu

    def show(self) -> None:
        self.told.append("shown")

    def hide(self) -> None:
        self.told.append("hidden")

    def geometry(self) -> QRect:
        return QRect(700, 580, 22, 22)

    def showMessage(self, *message) -> None:
        self.told.append(message[:2])


@pytest.fixture
def art(qapp, tokens) -> TrayArt:
    files = {file.name: file.read_bytes() for file in (ASSETS / "icons/tray").iterdir()}
    return TrayArt(files, tokens.tray)


@pytest.fixture
def icons():
    return []


@pytest.fixture
def tray(art, icons) -> Tray:
    def make():
        icons.append(IconOfADesktop())
        return icons[-1]

    return Tray(art, make)


def texts(menu) -> list[str]:
    return [
        action.text()
        for action in menu.actions()
        if action.isVisible() and action.text()
    ]


def action(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


# The art


@pytest.mark.parametrize("pixels", DRAWN_FOR)
def test_five_states_are_five_shapes_at_every_size(art, pixels):
    images = [art.pixmap(state, "on_dark", pixels).toImage() for state in STATES]
    assert len({bytes(image.constBits()) for image in images}) == 5


@pytest.mark.parametrize("pixels", [16, 22, 24, 32])
def test_states_differ_in_many_pixels_even_in_grey(art, pixels):
    grey = {}
    for state in STATES:
        image = art.pixmap(state, "on_light", pixels).toImage()
        grey[state] = [
            image.pixelColor(x, y).alpha() > 127
            for x in range(pixels)
            for y in range(pixels)
        ]
    for first in STATES:
        for second in STATES:
            if first < second:
                pairs = zip(grey[first], grey[second], strict=True)
                differing = sum(a != b for a, b in pairs)
                # paused and session differ only in a badge of 5 x 5 pixels
                assert differing >= pixels * pixels * 0.02, (first, second)


def test_an_icon_holds_every_size_panels_ask_for(art):
    sizes = {size.width() for size in art.icon("near", "on_light").availableSizes()}
    assert sizes == set(DRAWN_FOR)


def test_the_art_takes_the_ink_of_the_panel(art, tokens):
    for ink in ("on_light", "on_dark"):
        image = art.pixmap("due", ink, 32).toImage()
        assert image.pixelColor(4, 4).name() == tokens.tray[ink].lower()


# What is told to the desktop, and how often


def test_the_same_view_again_tells_the_desktop_nothing(tray, icons):
    tray.show(COUNTING)
    icons[0].told.clear()
    tray.show(COUNTING)
    assert icons[0].told == []


def test_another_minute_changes_the_tooltip_and_not_the_icon(tray, icons):
    tray.show(COUNTING)
    icons[0].told.clear()
    tray.show(replace(COUNTING, tooltip=words("DeskStretch: hip flexor in 37 min")))
    assert icons[0].told == ["DeskStretch: hip flexor in 37 min"]


def test_another_state_changes_the_icon_once(tray, icons):
    tray.show(COUNTING)
    icons[0].told.clear()
    tray.show(replace(COUNTING, state="near"))
    assert icons[0].told == ["icon"]


def test_choosing_the_art_changes_the_icon_only_if_it_differs(tray, icons):
    icons[0].told.clear()
    tray.use_art("dark")
    tray.use_art("light")
    tray.use_art("light")
    assert icons[0].told.count("icon") in {1, 2}
    icons[0].told.clear()
    tray.use_art("light")
    assert icons[0].told == []


def test_a_late_host_gets_a_new_icon_with_everything_on_it(tray, icons):
    tray.show(COUNTING)
    tray.recreate()
    assert icons[0].told[-1] == "hidden"
    assert icons[1].told == ["icon", "DeskStretch: hip flexor in 42 min", "shown"]
    assert icons[1].menu is tray.menu


def test_the_balloon_and_its_click(tray, icons, qtbot):
    tray.show_balloon("Lat stretch?", "Takes 40 s.")
    assert icons[0].told[-1] == ("Lat stretch?", "Takes 40 s.")
    with qtbot.waitSignal(tray.balloon_clicked):
        icons[0].messageClicked.emit()


# The menu


def test_counting_offers_what_there_is_and_nothing_else(tray):
    tray.show(COUNTING)
    assert texts(tray.menu) == [
        "Hip flexor in 42 min",
        "Stretch &now",
        "&Pause reminders",
        "&Enough for today",
        "&Diary… (not filled in today)",
        "S&top signs…",
        "&Settings…",
        "&Quit DeskStretch",
    ]
    now = action(tray.menu, "Stretch &now").menu()
    assert texts(now) == ["Kneeling hip flexor (2 min)", "Lat stretch (40 s)"]
    pause = action(tray.menu, "&Pause reminders").menu()
    assert texts(pause) == [
        "&30 minutes",
        "&1 hour",
        "Until &tomorrow",
        "Until I &resume",
    ]


def test_a_diary_that_is_filled_in_is_offered_without_a_word_about_it(tray):
    tray.show(COUNTING)
    tray.show(replace(COUNTING, diary_filled=True))
    assert "&Diary…" in texts(tray.menu)
    tray.show(COUNTING)
    assert "&Diary… (not filled in today)" in texts(tray.menu)


def test_paused_offers_to_resume_instead(tray):
    tray.show(replace(COUNTING, paused=True, first_line=words("Paused until 14:30")))
    assert texts(tray.menu) == [
        "Paused until 14:30",
        "Stretch &now",
        "&Resume reminders",
        "&Diary… (not filled in today)",
        "S&top signs…",
        "&Settings…",
        "&Quit DeskStretch",
    ]


def test_in_session_shows_the_session_instead_of_stretching(tray):
    tray.show(replace(COUNTING, in_session=True))
    assert "Show &session" in texts(tray.menu)
    assert "Stretch &now" not in texts(tray.menu)


def test_after_a_stop_sign_nothing_can_be_started_or_resumed(tray):
    line = words("Stretches are paused")
    tray.show(replace(COUNTING, stopped=True, paused=True, first_line=line))
    assert texts(tray.menu) == [
        "Stretches are paused",
        "&Diary… (not filled in today)",
        "S&top signs…",
        "&Settings…",
        "&Quit DeskStretch",
    ]


def test_no_movements_means_no_empty_submenu(tray):
    tray.show(replace(COUNTING, movements=()))
    assert "Stretch &now" not in texts(tray.menu)


def test_every_entry_shown_is_alive(tray):
    tray.show(COUNTING)
    for entry in filter(QAction.isVisible, tray.menu.actions()):
        assert entry.isSeparator() or entry.isEnabled()


@pytest.mark.parametrize(
    ("view", "signal"),
    [
        (COUNTING, "prompt_requested"),
        (replace(COUNTING, in_session=True), "session_requested"),
        (replace(COUNTING, stopped=True), "check_requested"),
    ],
)
def test_first_line_and_left_click_wish_the_same(tray, icons, qtbot, view, signal):
    tray.show(view)
    with qtbot.waitSignal(getattr(tray, signal)):
        tray.menu.actions()[0].trigger()
    with qtbot.waitSignal(getattr(tray, signal)):
        icons[0].activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_a_middle_click_wishes_nothing(tray, icons, qtbot):
    with qtbot.assertNotEmitted(tray.prompt_requested):
        icons[0].activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)


@pytest.mark.parametrize(
    ("entry", "signal"),
    [
        ("&Enough for today", "enough_chosen"),
        ("S&top signs…", "stop_signs_requested"),
        ("&Settings…", "settings_requested"),
        ("&Quit DeskStretch", "quit_requested"),
        ("&Diary… (not filled in today)", "diary_requested"),
    ],
)
def test_entries_say_what_was_wished(tray, qtbot, entry, signal):
    tray.show(COUNTING)
    with qtbot.waitSignal(getattr(tray, signal)):
        action(tray.menu, entry).trigger()


def test_resuming_is_wished_when_paused(tray, qtbot):
    tray.show(replace(COUNTING, paused=True))
    with qtbot.waitSignal(tray.resume_chosen):
        action(tray.menu, "&Resume reminders").trigger()


def test_a_movement_and_a_pause_say_which(tray):
    tray.show(COUNTING)
    wished = []
    tray.movement_chosen.connect(wished.append)
    tray.pause_chosen.connect(wished.append)
    for entry in action(tray.menu, "Stretch &now").menu().actions():
        entry.trigger()
    for entry in tray.menu.pauses.actions():
        entry.trigger()
    assert wished == [
        "kneeling-hip-flexor",
        "lat-stretch",
        "30min",
        "1h",
        "tomorrow",
        "until-resume",
    ]


def test_the_menu_asks_for_fresh_words_before_it_opens(tray, qtbot):
    with qtbot.waitSignal(tray.menu_about_to_show):
        tray.menu.aboutToShow.emit()


def test_names_of_movements_cannot_make_mnemonics(tray):
    offer = Offer("twist-and-bend", words("Twist & bend"), words("1 min"))
    tray.show(replace(COUNTING, movements=(offer,)))
    now = action(tray.menu, "Stretch &now").menu()
    assert texts(now) == ["Twist && bend (1 min)"]


def test_the_tray_speaks_the_language_in_force(tray, icons):
    language.speak(Catalogue({"Hip flexor in {n} min": "Hüftbeuger in {n} Min."}))
    try:
        tray.show(COUNTING)
    finally:
        language.speak(Catalogue())
    assert texts(tray.menu)[0] == "Hüftbeuger in 42 Min."


def test_what_rests_never_loads_all_enumerations_of_qt():
    # PySide6 builds every enumeration of `Qt` at its first use: 1.2 MB, measured.
    names = ("language", "theme", "tray", "tray_icon", "tray_menu", "tray_view")
    for name in names:
        module = importlib.import_module(f"deskstretch.ui.{name}")
        assert not hasattr(module, "Qt"), name
