"""The menu of the tray, and of `More` in the small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deskstretch.ui.language import render, say

if TYPE_CHECKING:
    from deskstretch.ui.tray_view import Offer, TrayView, Wishes

PAUSES = {
    "30min": "&30 minutes",
    "1h": "&1 hour",
    "tomorrow": "Until &tomorrow",
    "until-resume": "Until I &resume",
}


class TrayMenu(QMenu):
    """Shows a TrayView and turns choices into wishes.

    Each entry is there only when it can do something: no greyed and no dead ones.
    The first line is an action, because greyed text is hard to read; it opens the
    card, the running session, or after a stop sign the check. `columns` puts
    durations in a column of their own, which only menus drawn by us line up;
    a desktop that draws the menu itself gets them in brackets.
    """

    def __init__(self, wishes: Wishes, *, columns: bool = False) -> None:
        super().__init__()
        self._wishes = wishes
        self._columns = columns
        self._view: TrayView | None = None
        self.setToolTipsVisible(False)
        self._build()
        self.aboutToShow.connect(wishes.menu_about_to_show)

    def _build(self) -> None:
        wishes = self._wishes
        self._first = QAction(self)
        self._first.triggered.connect(self._on_first_line_chosen)
        self.addAction(self._first)
        self.setDefaultAction(self._first)
        self._look = self._entry(say("Something needs a look…"))
        self._look.triggered.connect(wishes.settings_requested)
        self._stretch_line = self.addSeparator()
        self._routine = self._entry("")
        self._routine.triggered.connect(self._on_routine_chosen)
        self._stretch = self._submenu(say("Stretch &now"))
        self._routines = self._submenu(say("&Routines"))
        self._session = self._entry(say("Show &session"))
        self._session.triggered.connect(wishes.session_requested)
        self._pause_line = self.addSeparator()
        self.pauses = self._submenu(say("&Pause reminders"))
        for key, text in PAUSES.items():
            action = self.pauses.addAction(say(text))
            action.triggered.connect(lambda *, key=key: wishes.pause_chosen.emit(key))
        self._resume = self._entry(say("&Resume reminders"))
        self._resume.triggered.connect(wishes.resume_chosen)
        self._enough = self._entry(say("&Enough for today"))
        self._enough.triggered.connect(wishes.enough_chosen)
        self.addSeparator()
        self._diary = self._entry("")
        self._diary.triggered.connect(wishes.diary_requested)
        signs = self._entry(say("S&top signs…"))
        signs.triggered.connect(wishes.stop_signs_requested)
        settings = self._entry(say("&Settings…"))
        settings.triggered.connect(wishes.settings_requested)
        self.addSeparator()
        leave = self._entry(say("&Quit DeskStretch"))
        leave.triggered.connect(wishes.quit_requested)

    def _entry(self, text: str) -> QAction:
        action = QAction(text, self)
        self.addAction(action)
        return action

    def _submenu(self, text: str) -> QMenu:
        menu = QMenu(text, self)
        self.addMenu(menu)
        return menu

    def show_view(self, view: TrayView) -> None:
        """Say and offer what is so now; what did not change is left alone."""
        before, self._view = self._view, view
        text = render(view.first_line).replace("&", "&&")
        if self._first.text() != text:
            self._first.setText(text)
        if before is None or before.movements != view.movements:
            self._offer(self._stretch, view.movements)
        if before is None or before.routines != view.routines:
            self._offer(self._routines, view.routines[1:])
            self._routine.setText(self._morning_text(view.routines))
        if before is None or before.diary_filled != view.diary_filled:
            self._diary.setText(self._diary_text(view))
        rests = not (view.in_session or view.stopped)
        stretch = bool(view.movements) and not (view.in_session or view.stopped)
        shown = {
            self._look: view.needs_a_look,
            self._stretch_line: stretch or view.in_session,
            self._routine: bool(view.routines) and rests,
            self._stretch.menuAction(): stretch,
            self._routines.menuAction(): len(view.routines) > 1 and rests,
            self._session: view.in_session,
            self._pause_line: not view.stopped,
            self.pauses.menuAction(): not (view.paused or view.stopped),
            self._resume: view.paused and not view.stopped,
            self._enough: not (view.paused or view.stopped),
        }
        for action, visible in shown.items():
            if action.isVisible() != visible:
                action.setVisible(visible)

    def _morning_text(self, routines: tuple[Offer, ...]) -> str:
        if not routines:
            return ""
        return self._with_duration(say("Start &morning routine"), routines[0])

    def _diary_text(self, view: TrayView) -> str:
        text = say("&Diary…")
        return (
            text
            if view.diary_filled
            else self._beside(text, say("not filled in today"))
        )

    def _with_duration(self, text: str, offer: Offer) -> str:
        return self._beside(text, render(offer.duration))

    def _beside(self, text: str, hint: str) -> str:
        return f"{text}\t{hint}" if self._columns else f"{text} ({hint})"

    def _offer(self, menu: QMenu, offers: tuple[Offer, ...]) -> None:
        menu.clear()
        for offer in offers:
            name = render(offer.name).replace("&", "&&")
            action = menu.addAction(self._with_duration(name, offer))
            action.triggered.connect(
                lambda *, slug=offer.slug: self._wishes.movement_chosen.emit(slug)
            )

    def _on_routine_chosen(self) -> None:
        if self._view is not None and self._view.routines:
            self._wishes.movement_chosen.emit(self._view.routines[0].slug)

    def _on_first_line_chosen(self) -> None:
        choose_first_line(self._wishes, self._view)


def choose_first_line(wishes: Wishes, view: TrayView | None) -> None:
    """Wish for what the first line of a view stands for."""
    if view is not None and view.stopped:
        wishes.check_requested.emit()
    elif view is not None and view.in_session:
        wishes.session_requested.emit()
    else:
        wishes.prompt_requested.emit()
