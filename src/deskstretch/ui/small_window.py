"""The small window: what the tray does, for desktops without one and for keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.tray_menu import TrayMenu
from deskstretch.ui.tray_view import TrayView
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.labels import frame, label, set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from deskstretch.ui.look import Look
    from deskstretch.ui.tray_view import Wishes

WIDTH, HEIGHT, EDGE = 372, 128, 20


class SmallWindow(QWidget):
    """Shows a TrayView with its actions as buttons; `More` is the tray's menu.

    It opens on a second start and where there is no tray. While a prompt waits it
    has the card's three answers, with real focus, for people who use no mouse.
    Without a tray a banner says so, it minimises to the task bar, and the first
    closing asks `Quit, or keep reminding?`; later ones minimise. With a tray
    closing just closes it.
    """

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__()
        self._look = look
        self._wishes = wishes
        self._view = TrayView()
        self._has_tray = True
        self._asked = False
        self.setWindowTitle("DeskStretch")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.menu = TrayMenu(wishes, columns=True)
        self._what = label(role="body", tone="text2", wrap=True)
        self._when = label(role="number")
        self._first = Button(look, "", "primary", "play")
        self._snooze = Button(look, say("Snooze"))
        self._skip = Button(look, say("Skip"))
        self._pause = Button(look, say("Pause"), "plain", "pause")
        self._more = Button(look, say("More"), "plain", "chevron-down")
        self._banner = self._no_tray_banner()
        self._question = self._closing_question()
        self._lay_out()
        self._connect()
        self._ring = FocusRing(look, self)
        self.show_view(self._view)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._what)
        text.addWidget(self._when)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(text, 1)
        top.addWidget(self._first, 0, Qt.AlignmentFlag.AlignVCenter)
        self._more.setLayoutDirection(_other(self.layoutDirection()))
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self._snooze, self._skip, self._pause, self._more):
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 16, EDGE, EDGE)
        column.setSpacing(14)
        column.addWidget(self._banner)
        column.addLayout(top)
        column.addStretch()
        column.addWidget(self._answers)
        column.addWidget(self._question)

    def _no_tray_banner(self) -> QWidget:
        banner = frame("banner")
        row = QHBoxLayout(banner)
        row.setContentsMargins(12, 10, 12, 12)
        row.setSpacing(10)
        self._banner_icon = QLabel()
        row.addWidget(self._banner_icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(say("This desktop has no tray"), "strong", wrap=True))
        text = say(
            "DeskStretch uses this small window instead. On GNOME, the AppIndicator "
            "extension adds a tray."
        )
        column.addWidget(label(text, "caption", wrap=True))
        row.addLayout(column, 1)
        return banner

    def _closing_question(self) -> QWidget:
        question = QWidget()
        row = QHBoxLayout(question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(say("Quit, or keep reminding?"), "strong", wrap=True), 1)
        leave = Button(self._look, say("Quit"))
        leave.clicked.connect(self._wishes.quit_requested)
        self._keep = Button(self._look, say("Keep reminding"), "primary")
        self._keep.clicked.connect(self._on_keep_chosen)
        row.addWidget(leave)
        row.addWidget(self._keep)
        question.hide()
        return question

    def _connect(self) -> None:
        self._first.clicked.connect(self._on_first_chosen)
        self._snooze.clicked.connect(self._wishes.prompt_snoozed)
        self._skip.clicked.connect(self._wishes.prompt_skipped)
        self._pause.clicked.connect(self._on_pause_chosen)
        self._more.clicked.connect(self._on_more_chosen)
        self._look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    # What is shown

    def show_view(self, view: TrayView) -> None:
        """Show a view from now on."""
        self._view = view
        self.menu.show_view(view)
        if view.what is not None and view.when is not None:
            self._what.setText(render(view.what))
            self._when.setText(render(view.when))
        else:
            self._what.setText("")
            self._when.setText("")
        self._show_line(one=view.what is None or view.when is None)
        self._first.setText(self._first_text())
        self._first.set_icon("" if view.stopped else "play")
        self._first.setVisible(bool(view.movements) or view.stopped or view.in_session)
        self._snooze.setVisible(view.prompting)
        self._skip.setVisible(view.prompting)
        self._pause.setVisible(not (view.prompting or view.stopped))
        self._pause.setText(say("Resume") if view.paused else say("Pause"))
        self._pause.set_icon("play" if view.paused else "pause")
        self._fit()

    def _show_line(self, *, one: bool) -> None:
        """Lay the line out as one sentence, or as what and when."""
        if one:
            self._what.setText(render(self._view.first_line))
        set_property(self._what, "role", "heading" if one else "body")
        set_property(self._what, "tone", "text" if one else "text2")
        self._when.setVisible(not one)

    def _first_text(self) -> str:
        if self._view.blocked:
            return say("Read why")
        if self._view.stopped:
            return say("Short check")
        if self._view.in_session:
            return say("Show session")
        return say("Start") if self._view.prompting else say("Stretch now")

    def set_has_tray(self, *, has_tray: bool) -> None:
        """Say whether there is a tray, which may come late or go away."""
        if has_tray != self._has_tray:
            self._has_tray = has_tray
            self._banner.setVisible(not has_tray)
            self._fit()
            self.resize(self.minimumSize())

    def show_window(self, *, has_tray: bool) -> None:
        """Bring the window to the front; without a tray it says so."""
        self._has_tray = has_tray
        self._banner.setVisible(not has_tray)
        self._question.hide()
        self._answers.show()
        self._fit()
        self.resize(self.minimumSize())
        self.showNormal()
        self.raise_()
        self.activateWindow()

    # What was chosen

    def _on_first_chosen(self) -> None:
        view = self._view
        if view.stopped:
            self._wishes.check_requested.emit()
        elif view.in_session:
            self._wishes.session_requested.emit()
        elif view.prompting:
            self._wishes.prompt_accepted.emit()
        else:
            self._wishes.movement_chosen.emit(view.movements[0].slug)

    def _on_pause_chosen(self) -> None:
        if self._view.paused:
            self._wishes.resume_chosen.emit()
        else:
            self._open(self.menu.pauses, self._pause)

    def _on_more_chosen(self) -> None:
        self._open(self.menu, self._more)

    def _open(self, menu: QMenu, button: Button) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    # Going

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._has_tray:
            super().closeEvent(event)
            return
        event.ignore()
        if self._asked:
            self.showMinimized()
            return
        self._asked = True
        self._answers.hide()
        self._question.show()
        self._fit()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep_chosen(self) -> None:
        self._question.hide()
        self._answers.show()
        self._fit()
        self.showMinimized()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        size = theme.px(20)
        self._banner_icon.setPixmap(
            self._look.icons.pixmap(
                "monitor", theme.color("warn"), size, self.devicePixelRatioF()
            )
        )
        self._fit()

    def _fit(self) -> None:
        """Be at least as wide and as high as the text needs over all its lines."""
        layout = self.layout()
        if layout is None:
            return
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # only with its style a label knows its size,
            part.updateGeometry()  # and the layouts keep what it said before
        layout.invalidate()
        theme = self._look.theme
        least = layout.totalMinimumSize()
        least = least.expandedTo(QSize(theme.px(WIDTH), theme.px(HEIGHT)))
        height = layout.totalHeightForWidth(least.width())
        self.setMinimumSize(least.width(), max(least.height(), height))


def _other(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the direction that puts a button's icon after its text."""
    left_to_right = Qt.LayoutDirection.LeftToRight
    if direction == left_to_right:
        return Qt.LayoutDirection.RightToLeft
    return left_to_right
