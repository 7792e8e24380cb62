"""The settings window: every change applies at once and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import render, say
from deskstretch.ui.settings import judging
from deskstretch.ui.settings.banner import ProblemBanner
from deskstretch.ui.settings.chooser import SectionChooser
from deskstretch.ui.settings.history import History
from deskstretch.ui.settings.pages import EDGE, AboutPage, Page, SettingsPage
from deskstretch.ui.settings.sections import sections
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.labels import IconText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QResizeEvent

    from deskstretch.settings.fields import Value
    from deskstretch.settings.model import Problem, Settings
    from deskstretch.ui.look import Look
    from deskstretch.ui.settings.rows import Row
    from deskstretch.ui.settings.sections import Section
    from deskstretch.words import Words

WIDE_FROM = 760


class SettingsWindow(QDialog):
    """Shows the settings and tells each change; it keeps and decides nothing.

    Not modal. `changed(key, value)` is emitted once for every value that is to be
    in force, also for those that `Undo last change` and `Restore usual settings`
    bring back; reminders' keys are `reminder.NAME.FIELD`. Whoever listens writes
    the file and calls `show_settings` with what is in force. A value out of its
    bounds is said where it stands and not emitted; closing forgets it. `names`
    are the movements' names by slug: reminders for others are not shown here.
    `missing` says by key why a setting has no row on this desktop.
    """

    changed = Signal(str, object)
    """The key and its value: seconds, a number, a switch, a text."""
    stop_signs_requested = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        names: Mapping[str, Words],
        missing: Mapping[str, Words] | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        self._names = names
        self._missing = missing
        self._history = History()
        self._rows: dict[str, list[Row]] = {}
        self.setWindowTitle(say("Settings – DeskStretch"))
        self.setModal(False)
        self.setSizeGripEnabled(False)
        self.setMinimumSize(680, 520)
        self._chooser = SectionChooser(look, self)
        self._pages = QStackedWidget()
        self._banner = ProblemBanner(look)
        self._undo = Button(look, say("Undo last change"), "link", "undo")
        self._undo.setEnabled(False)
        self._lay_out()
        self._connect()
        self._build()
        self._ring = FocusRing(look, self)
        self._resize_to_screen()

    def _resize_to_screen(self) -> None:
        free = self.screen().availableGeometry().size()
        self.resize(QSize(920, 760).boundedTo(free - QSize(40, 60)))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._chooser.top)
        right.addWidget(self._banner)
        right.addWidget(self._pages, 1)
        right.addWidget(self._footer())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._chooser.side)
        whole.addLayout(right, 1)

    def _footer(self) -> QWidget:
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(EDGE, 12, EDGE, 14)
        row.setSpacing(8)
        row.addWidget(
            IconText(self._look, "check", say("Changes apply at once."), "caption")
        )
        row.addStretch()
        row.addWidget(self._undo)
        close = Button(self._look, say("Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        return footer

    def _connect(self) -> None:
        self._chooser.chosen.connect(self._pages.setCurrentIndex)
        self._undo.clicked.connect(self._on_undo_chosen)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo_chosen),
            (QKeySequence("Ctrl+PgDown"), self._on_next_section),
            (QKeySequence("Ctrl+PgUp"), self._on_previous_section),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(slot)

    # What is shown

    def show_settings(
        self,
        settings: Settings,
        problems: Iterable[Problem] = (),
        troubles: Iterable[Words] = (),
        left_out: Iterable[Words] = (),
        *,
        by_the_clock: bool = False,
    ) -> None:
        """Show what is in force, what the file has wrong and what is not saved.

        `left_out` says which of the user's own movements are, and why. A field with
        a refused value keeps showing it. `by_the_clock` says that the desktop cannot
        tell when nobody is there.
        """
        shape = [(entry.name, entry.kind) for entry in self._settings.reminders]
        self._settings = settings
        self._banner.show_problems(
            tuple(problems),
            tuple(troubles),
            tuple(left_out),
            by_the_clock=by_the_clock,
        )
        if shape != [(entry.name, entry.kind) for entry in settings.reminders]:
            self._build()
        self._show_values()

    def show_section(self, index: int) -> None:
        """Turn to a page by its number in the list."""
        self._chooser.choose(index)
        self._pages.setCurrentIndex(index)

    def _build(self) -> None:
        """Make the pages anew; the page that is open stays open."""
        current = max(0, self._pages.currentIndex())
        for old in self._pages.findChildren(Page):
            self._pages.removeWidget(old)
            old.deleteLater()
        self._rows = {}
        found = sections(self._settings, self._names, self._missing)
        for section in found:
            self._pages.addWidget(self._page(section))
        self._chooser.fill(found)
        self._show_values()
        self.show_section(current)

    def _page(self, section: Section) -> Page:
        if not section.groups:
            about = AboutPage(self._look, render(section.name))
            about.stop_signs_requested.connect(self.stop_signs_requested)
            return about
        page = SettingsPage(self._look, section, self._settings)
        page.chosen.connect(self._on_value_chosen)
        page.restore_chosen.connect(self._on_restore_chosen)
        for row in page.rows:
            self._rows.setdefault(row.key, []).append(row)
        return page

    def _show_values(self) -> None:
        for key, rows in self._rows.items():
            for row in rows:
                if not row.refused:
                    row.show_value(self._settings[key])
        self._undo.setEnabled(len(self._history) > 0)

    # What was chosen

    def _on_value_chosen(self, key: str, value: Value) -> None:
        field, _entry = self._settings.find(key)
        in_force = self._settings[key]
        refusal = judging.refusal(field, value, in_force)
        if refusal is not None and value != in_force:
            for row in self._rows[key]:
                row.refuse(refusal)
            return
        if value == in_force:
            self._put({})
            for row in self._rows[key]:
                row.show_value(in_force)
            return
        self._history.remember({key: in_force})
        self._put({key: value})

    def _put(self, values: Mapping[str, Value]) -> None:
        """Put values in force here and say so."""
        for key, value in values.items():
            self._settings = self._settings.with_value(key, value)
            for row in self._rows.get(key, ()):
                row.show_value(value)
        self._show_values()
        for key, value in values.items():
            self.changed.emit(key, value)

    def _on_undo_chosen(self) -> None:
        known = set(self._settings)
        before = self._history.take_back()
        self._put({key: value for key, value in before.items() if key in known})

    def _on_restore_chosen(self) -> None:
        page = self._pages.currentWidget()
        usual: dict[str, Value] = {}
        if isinstance(page, SettingsPage):
            usual = {row.key: row.field.default for row in page.rows}
            for row in page.rows:
                row.show_value(self._settings[row.key])
        values = {k: v for k, v in usual.items() if self._settings[k] != v}
        if values:
            self._history.remember({key: self._settings[key] for key in values})
            self._put(values)

    # Getting about

    def _on_next_section(self) -> None:
        self.show_section(min(self._pages.count() - 1, self._pages.currentIndex() + 1))

    def _on_previous_section(self) -> None:
        self.show_section(max(0, self._pages.currentIndex() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chooser.show_wide(self.width() >= self._look.theme.px(WIDE_FROM))

    def done(self, result: int) -> None:
        """Close; a value that was not taken is forgotten."""
        for rows in self._rows.values():
            for row in rows:
                row.show_value(self._settings[row.key])
        super().done(result)
