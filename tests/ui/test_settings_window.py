"""The settings window tells each change once, takes back ten, and clamps nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from deskstretch.settings.model import Problem, Settings
from deskstretch.ui.look import Choice
from deskstretch.ui.settings.history import History
from deskstretch.ui.settings.rows import Row
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.widgets.fields import DurationField
from deskstretch.words import words

NAMES = {
    "kneeling-hip-flexor": words("Kneeling hip flexor"),
    "lat-stretch": words("Lat stretch"),
}
EVERY = "reminder.hip-flexor.every"


@pytest.fixture
def window(look, qtbot):
    window = SettingsWindow(look, Settings(), NAMES)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    return window


@pytest.fixture
def changes(window):
    said = []
    window.changed.connect(lambda key, value: said.append((key, value)))
    return said


def row(window, key):
    return window._rows[key][0]


def type_in(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field.lineEdit(), text)
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)


def test_only_sections_that_exist_are_there(window):
    names = [
        window._chooser._list.item(i).text()
        for i in range(window._chooser._list.count())
    ]
    assert names == ["Reminders", "Sound and voice", "Sessions", "Appearance", "About"]


def test_the_page_of_reminders_has_its_rows_in_order(window):
    keys = [r.key for r in window._pages.currentWidget().rows]
    assert keys == [
        "reminder.hip-flexor.enabled",
        "reminder.hip-flexor.every",
        "presence.restart_after",
        "reminder.lat-stretch.enabled",
        "reminder.lat-stretch.away",
        "reminder.lat-stretch.every",
        "limits.prompts_a_day",
        "limits.returns_a_day",
        "prompt.show_as",
        "prompt.wait_for_typing",
        "limits.snooze",
    ]


def test_every_control_shows_what_is_in_force(window):
    settings = (
        Settings().with_value(EVERY, 45 * 60.0).with_value("limits.snooze", 900.0)
    )
    window.show_settings(settings.with_value("prompt.show_as", "tray"))
    assert row(window, EVERY).control.text() == "45 min"
    assert row(window, "limits.snooze").control.current() == "900.0"
    assert row(window, "prompt.show_as").control.current() == "tray"
    assert row(window, "reminder.hip-flexor.enabled").control.isChecked()


def test_a_typed_number_applies_on_enter_once(window, changes):
    type_in(row(window, EVERY).control, "60")
    assert changes == [(EVERY, 3600.0)]


def test_what_is_shown_from_outside_is_no_change(window, changes):
    window.show_settings(Settings().with_value(EVERY, 3600.0))
    assert changes == []


def test_a_switch_a_choice_and_an_arrow_apply_at_once(window, changes):
    row(window, "reminder.lat-stretch.enabled").control.click()
    row(window, EVERY).control.stepBy(1)
    row(window, "limits.snooze").control._buttons[0].click()
    combo = row(window, "prompt.show_as").control
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert changes == [
        ("reminder.lat-stretch.enabled", False),
        (EVERY, 95 * 60.0),
        ("limits.snooze", 300.0),
        ("prompt.show_as", "tray"),
    ]


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        (EVERY, "10", "15 min is the shortest. Still using 90 min."),
        (EVERY, "500", "240 min is the longest. Still using 90 min."),
        ("limits.prompts_a_day", "0", "1 is the least. Still using 5."),
        ("limits.prompts_a_day", "13", "12 is the most. Still using 5."),
        ("presence.restart_after", "1", "2 min is the shortest. Still using 5 min."),
    ],
)
def test_a_value_out_of_bounds_stays_in_sight_and_is_not_applied(
    window, changes, key, typed, sentence
):
    changed = row(window, key)
    type_in(changed.control, typed)
    assert changes == []
    assert changed.control.text().startswith(typed)
    assert changed._trouble.isVisible()
    assert changed._trouble.text.text() == sentence
    assert changed.control.property("invalid") is True
    assert changed.control.accessibleDescription() == sentence


def test_a_good_value_ends_the_refusal(window, changes):
    type_in(row(window, EVERY).control, "10")
    type_in(row(window, EVERY).control, "20")
    assert changes == [(EVERY, 1200.0)]
    assert not row(window, EVERY)._trouble.isVisible()


def test_going_back_to_the_value_in_force_ends_the_refusal_without_a_change(
    window, changes
):
    type_in(row(window, EVERY).control, "10")
    type_in(row(window, EVERY).control, "90")
    assert changes == []
    assert not row(window, EVERY)._trouble.isVisible()


def test_closing_forgets_a_refused_value(window, changes):
    type_in(row(window, EVERY).control, "10")
    window.close()
    window.show()
    assert changes == []
    assert row(window, EVERY).control.text() == "90 min"


def test_a_refused_value_outlives_news_from_outside(window):
    type_in(row(window, EVERY).control, "10")
    window.show_settings(Settings())
    assert row(window, EVERY).control.text() == "10 min"


def test_undo_takes_back_one_by_one_and_then_rests(window, changes):
    type_in(row(window, EVERY).control, "60")
    row(window, "reminder.hip-flexor.enabled").control.click()
    changes.clear()
    assert window._undo.isEnabled()
    window._undo.click()
    window._undo.click()
    assert changes == [("reminder.hip-flexor.enabled", True), (EVERY, 5400.0)]
    assert row(window, EVERY).control.text() == "90 min"
    assert not window._undo.isEnabled()


def test_undo_remembers_ten_steps():
    history = History()
    for number in range(12):
        history.remember({"limits.prompts_a_day": number})
    taken = [history.take_back() for _ in range(11)]
    assert taken[0] == {"limits.prompts_a_day": 11}
    assert taken[9] == {"limits.prompts_a_day": 2}
    assert taken[10] == {}


def test_restoring_a_page_is_one_step(window, changes):
    type_in(row(window, EVERY).control, "60")
    type_in(row(window, "limits.prompts_a_day").control, "7")
    changes.clear()
    window._pages.currentWidget().restore_chosen.emit()
    assert sorted(changes) == [("limits.prompts_a_day", 5), (EVERY, 5400.0)]
    changes.clear()
    window._undo.click()
    assert sorted(changes) == [("limits.prompts_a_day", 7), (EVERY, 3600.0)]


def test_restoring_what_is_usual_changes_nothing(window, changes):
    window._pages.currentWidget().restore_chosen.emit()
    assert changes == []
    assert not window._undo.isEnabled()


# Lengths of time


@pytest.fixture
def length(look, qtbot):
    field = DurationField(look, "Desk time", 5)
    qtbot.addWidget(field)
    field.show_value(5400)
    return field


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("45", 2700), ("45 min", 2700), ("2 h", 7200), ("8s", 8), ("8 s", 8)],
)
def test_lengths_are_read_in_minutes_unless_said(length, typed, seconds):
    type_in(length, typed)
    assert length.value() == seconds


def test_a_length_of_seconds_is_shown_in_seconds(length):
    length.show_value(8)
    assert length.text() == "8 s"


def test_arrows_go_from_step_to_step(length):
    length.show_value(8)
    length.stepBy(1)
    assert length.text() == "5 min"
    length.show_value(62 * 60)
    length.stepBy(-1)
    assert length.text() == "60 min"


def test_nonsense_brings_back_what_stood_there(length, qtbot):
    with qtbot.assertNotEmitted(length.settled):
        type_in(length, "soon")
    assert length.text() == "90 min"


# The rest of the window


def test_what_is_left_out_of_the_users_own_is_said(window):
    sentences = [words(f"mine-{n}.toml, line 3: Wrong.") for n in range(5)]
    window.show_settings(Settings(), left_out=sentences)
    assert window._banner._title.text() == "Some of your own files are left out"
    lines = window._banner._text.text().split("\n")
    assert lines[0] == "mine-0.toml, line 3: Wrong."
    assert lines[-1] == "And 2 more lines."
    window.show_settings(Settings())
    assert not window._banner.isVisible()


def test_problems_of_the_file_stand_in_one_banner(window):
    assert not window._banner.isVisible()
    problems = [
        Problem(3, "presence.away_after", words('"soon" is not a length of time.')),
        *(Problem(n, "limits.snooze", words("No.")) for n in range(4, 8)),
    ]
    window.show_settings(Settings(), problems)
    assert window._banner.isVisible()
    lines = window._banner._text.text().split("\n")
    assert lines[0] == 'Line 3, presence.away_after: "soon" is not a length of time.'
    assert lines[-1] == "And 2 more lines."
    assert len(lines) == 4
    window.show_settings(Settings())
    assert not window._banner.isVisible()


def test_a_reminder_that_is_gone_takes_its_rows_along(window):
    settings = Settings()
    fewer = Settings(reminders=settings.reminders[1:])
    window.show_settings(fewer)
    assert EVERY not in window._rows
    assert "reminder.lat-stretch.every" in window._rows


def test_narrow_the_list_becomes_a_choice_on_top(window):
    window.resize(QSize(900, 700))
    assert window._chooser.side.isVisible()
    assert not window._chooser.top.isVisible()
    window.resize(QSize(700, 600))
    assert not window._chooser.side.isVisible()
    assert window._chooser.top.isVisible()


def test_control_and_page_keys_turn_the_pages(window):
    window.activateWindow()
    window._on_next_section()
    assert window._pages.currentIndex() == 1
    assert window._chooser._combo.currentIndex() == 1
    window._on_previous_section()
    window._on_previous_section()
    assert window._chooser._list.currentRow() == 0


def test_choosing_in_the_list_turns_the_page_and_the_choice_on_top(window):
    window._chooser._list.setCurrentRow(1)
    assert window._pages.currentIndex() == 1
    assert window._chooser._combo.currentIndex() == 1
    window._chooser._combo.setCurrentIndex(0)
    assert window._pages.currentIndex() == 0
    assert window._chooser._list.currentRow() == 0


def test_another_look_keeps_the_page(window, look):
    window.show_section(1)
    look.choose(Choice(scheme="dark"))
    assert window._pages.currentIndex() == 1
    assert window._chooser._list.currentRow() == 1


def test_about_says_what_it_is_not_and_leads_to_the_stop_signs(window, qtbot):
    window.show_section(4)
    about = window._pages.currentWidget()
    said = " ".join(label.text() for label in about.findChildren(QLabel))
    assert "General advice, not medical care." in said
    assert "DeskStretch 0.1.0" in said
    with qtbot.waitSignal(window.stop_signs_requested):
        about.stop_signs_requested.emit()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_control_is_wider_than_its_row(make_look, qtbot, scale):
    window = SettingsWindow(make_look(text_scale=scale), Settings(), NAMES)
    qtbot.addWidget(window)
    window.resize(680, 520)
    window.show()
    for index in range(3):
        window.show_section(index)
        QApplication.processEvents()
        page = window._pages.currentWidget()
        for shown in page.rows:
            right = shown.control.geometry().right()
            assert right <= shown.width(), shown.key
        assert page.widget().width() <= page.viewport().width()


SILENT = words("Nothing here can play sounds.")
MUTE = words("Nothing here can speak.")
SOUND_KEYS = ("sound.chimes", "sound.ticks", "sound.voice", "sound.volume")


@pytest.mark.parametrize(
    ("missing", "rows", "reasons"),
    [
        ({}, SOUND_KEYS, []),
        (
            {"sound.voice": MUTE},
            ("sound.chimes", "sound.ticks", "sound.volume"),
            [str(MUTE)],
        ),
        (
            {"sound.chimes": SILENT, "sound.ticks": SILENT},
            ("sound.voice", "sound.volume"),
            [str(SILENT)],
        ),
        (
            {"sound.chimes": SILENT, "sound.ticks": SILENT, "sound.voice": MUTE},
            (),
            [str(SILENT), str(MUTE)],
        ),
    ],
)
def test_what_cannot_be_heard_has_a_reason_and_no_row(
    look, qtbot, missing, rows, reasons
):
    window = SettingsWindow(look, Settings(), NAMES, missing)
    qtbot.addWidget(window)
    window.show_section(1)
    page = window._pages.currentWidget()
    assert tuple(row.key for row in page.rows) == rows
    said = [label.text() for label in page.findChildren(QLabel)]
    assert [text for text in said if text in {str(SILENT), str(MUTE)}] == reasons


def test_the_volume_is_taken_from_0_to_100(window, changes):
    window.show_section(1)
    volume = row(window, "sound.volume")
    assert volume.control.value() == 70
    type_in(volume.control, "101")
    assert changes == []
    type_in(volume.control, "0")
    assert changes == [("sound.volume", 0)]


def test_every_control_has_the_name_of_its_row(window):
    for key, rows in window._rows.items():
        for shown in rows:
            assert shown.control.accessibleName() == shown._title.text(), key


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_title_and_help_stand_equally_close_in_every_row(make_look, qtbot, scale):
    window = SettingsWindow(make_look(text_scale=scale), Settings(), NAMES)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    rows = [r for r in window._pages.currentWidget().rows if r._help.isVisible()]
    gaps = {r._help.y() - r._title.geometry().bottom() - 1 for r in rows}
    assert len(rows) > 3
    assert gaps == {2}


def test_lines_between_rows_end_where_the_rows_end(window):
    page = window._pages.currentWidget()
    lines = [f for f in page.findChildren(QFrame) if f.property("kind") == "divider"]
    assert lines
    for line in lines:
        card = line.parentWidget()
        title = card.findChild(Row)._title
        assert line.x() == title.mapTo(card, title.rect().topLeft()).x() == 18
        assert card.width() - line.geometry().right() - 1 == 18
