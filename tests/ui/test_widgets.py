"""The shared widgets: one answer each, for mouse, keyboard and assistive tools."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from deskstretch.ui.look import Choice
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.fields import ChoiceField
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.labels import IconText, label
from deskstretch.ui.widgets.segmented import SegmentedControl
from deskstretch.ui.widgets.switch import Switch


@pytest.fixture
def shown(qtbot):
    kept = []

    def show(*widgets: QWidget) -> QWidget:
        page = QWidget()
        kept.append(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield show
    kept.clear()


# Switch


def test_a_switch_stays_a_check_box_for_assistive_tools(look, shown):
    switch = Switch(look, "Remind me after sitting")
    shown(switch)
    seen = QAccessible.queryAccessibleInterface(switch)
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "Remind me after sitting"
    assert not seen.state().checked
    switch.click()
    assert seen.state().checked


@pytest.mark.parametrize("place", [QPoint(3, 3), QPoint(40, 25), QPoint(24, 15)])
def test_a_press_anywhere_on_a_switch_turns_it(look, shown, place):
    switch = Switch(look, "x")
    shown(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=place)
    assert switch.isChecked()


def knob_colour(switch: Switch, share: float):
    image = switch.grab().toImage()
    track = switch._look.theme.px(40)
    x = image.width() - 1 - track + round(track * share)
    return image.pixelColor(x, image.height() // 2).name()


def test_the_knob_is_where_the_state_says(make_look, shown):
    look = make_look(reduce_motion=True)
    switch = Switch(look, "x")
    shown(switch)
    switch.setFixedSize(switch.sizeHint())
    assert knob_colour(switch, 0.27) == look.theme.color("control").name()
    switch.click()
    assert knob_colour(switch, 0.73) == look.theme.color("on_accent").name()
    assert knob_colour(switch, 0.27) == look.theme.color("accent").name()


def test_the_knob_moves_in_a_tenth_of_a_second(make_look, shown, qtbot):
    switch = Switch(make_look(reduce_motion=False), "x")
    shown(switch)
    switch.click()
    assert switch._move.duration() == 100
    qtbot.waitUntil(lambda: switch._knob == 1.0)


# Segmented control


@pytest.fixture
def theme_choice(look, shown):
    control = SegmentedControl(
        look, "Theme", [("system", "System"), ("light", "Light"), ("dark", "Dark")]
    )
    control.choose("system")
    shown(control)
    return control


@pytest.fixture
def chosen(theme_choice):
    said = []
    theme_choice.chosen.connect(said.append)
    return said


def test_choosing_by_program_says_nothing(theme_choice, chosen):
    theme_choice.choose("dark")
    theme_choice.choose("no such thing")
    assert theme_choice.current() == "dark"
    assert chosen == []


def test_a_press_says_which(theme_choice, chosen):
    theme_choice._buttons[1].click()
    assert chosen == ["light"]
    assert theme_choice.current() == "light"


def test_arrows_choose_the_neighbour_and_stop_at_the_ends(theme_choice, chosen):
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(theme_choice, key)
    assert chosen == ["light", "dark"]


def test_arrows_are_mirrored_right_to_left(theme_choice, chosen):
    theme_choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(theme_choice, Qt.Key.Key_Left)
    assert chosen == ["light"]


def test_tab_stops_once_at_the_chosen_one(theme_choice):
    theme_choice.choose("dark")
    stops = [
        bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
        for button in theme_choice._buttons
    ]
    assert stops == [False, False, True]


# Buttons, labels, fields


def test_a_button_without_text_has_a_name_and_a_tip(look):
    button = Button(look, icon="close", name="Close")
    assert button.accessibleName() == "Close"
    assert button.toolTip() == "Close"


def test_targets_are_at_least_32_pixels(look, shown):
    buttons = [Button(look, "Go", kind) for kind in ("plain", "primary", "quiet")]
    bare = Button(look, icon="close", name="Close")
    shown(*buttons, bare, Switch(look, "x"))
    for button in (*buttons, bare):
        assert button.height() >= 32
        assert button.width() >= 32


def test_icons_follow_the_look(look):
    button = Button(look, "Start", "primary", "play")
    before = button.icon().pixmap(18).toImage()
    look.choose(Choice(scheme="dark"))
    assert button.icon().pixmap(18).toImage() != before


def test_labels_show_letters_as_they_are(look, shown):
    text = label("<b>Twist</b> & bend")
    shown(text)
    assert text.text() == "<b>Twist</b> & bend"
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_an_icon_and_its_text_are_as_high_as_they_need(look, shown):
    line = IconText(look, "clock", "2 min")
    shown(line)
    assert line.height() >= line.text.sizeHint().height()
    line.set("mat", "Mat")
    assert line.text.text() == "Mat"


def test_a_wheel_over_a_choice_changes_nothing(look, shown, qtbot):
    choice = ChoiceField(look, "Show as", [("card", "Card"), ("tray", "Tray")])
    shown(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        QTest.mouseMove(choice)
        choice.choose("tray")
    assert choice.current() == "tray"


# The focus ring


def test_the_ring_shows_on_keyboard_use_only_and_outside(look, shown):
    first, second = Button(look, "One"), Button(look, "Two")
    page = shown(first, second)
    ring = FocusRing(look, page)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_follows_what_moves(look, shown):
    first, second = Button(look, "One"), Button(look, "Two")
    page = shown(first, second)
    ring = FocusRing(look, page)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second.move(second.pos() + QPoint(0, 30))
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    second.hide()
    assert not ring.isVisible()


@pytest.fixture
def scrolled(look, shown):
    """Four buttons in a scroll area with room for two, the focus on the second."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    buttons = [Button(look, str(n)) for n in range(4)]
    for button in buttons:
        column.addWidget(button)
    area = QScrollArea()
    area.setWidget(inner)
    area.setFixedHeight(60)
    below = Button(look, "Below")
    page = shown(area, below)
    ring = FocusRing(look, page)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert buttons[1].hasFocus()
    return area, buttons[1], ring, below


def around(widget, page) -> QRect:
    corner = widget.mapTo(page, QPoint(0, 0))
    return QRect(corner, widget.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_scrolls_along_and_ends_where_the_page_ends(scrolled):
    area, button, ring, _below = scrolled
    page = ring.parentWidget()
    port = area.viewport()
    room = QRect(port.mapTo(page, QPoint(0, 0)), port.size())
    bar = area.verticalScrollBar()
    bar.setValue(10)
    assert ring.geometry() == around(button, page).intersected(room)
    bar.setValue(bar.maximum())
    assert not ring.isVisible()
    bar.setValue(0)
    assert ring.isVisible()


@pytest.mark.parametrize("at_once", [True, False])
def test_the_ring_survives_the_page_that_had_the_focus(scrolled, qtbot, at_once):
    area, _button, ring, below = scrolled
    inner = area.takeWidget()
    if at_once:
        delete(inner)
    else:
        inner.deleteLater()
        qtbot.wait(10)
    assert not ring.isVisible()
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert below.hasFocus()
    assert ring.isVisible()


def test_a_window_may_go_with_the_focus_and_the_ring_in_it(look):
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = Button(look, "One"), Button(look, "Two")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(look, page)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.isVisible()
    delete(page)
    look.choose(Choice("dark"))


def test_the_ring_is_all_that_shows_the_focus(look, shown):
    first, second = Button(look, "One"), Button(look, "Two")
    shown(first, second)
    second.setFocus(Qt.FocusReason.OtherFocusReason)
    without = first.grab().toImage()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert first.grab().toImage() == without


def test_a_big_button_is_46_pixels_high_whatever_its_kind(look, shown):
    buttons = [
        Button(look, kind, kind, big=True) for kind in ("plain", "primary", "danger")
    ]
    shown(*buttons)
    assert [button.height() for button in buttons] == [46, 46, 46]
    small = [Button(look, kind, kind) for kind in ("plain", "primary", "danger")]
    shown(*small)
    assert [button.height() for button in small] == [36, 36, 36]
