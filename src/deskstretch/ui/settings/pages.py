"""The pages of the settings: groups of rows, and what stands under About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskstretch import __version__
from deskstretch.ui.language import render, say
from deskstretch.ui.settings.rows import Row
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import IconText, frame, label

if TYPE_CHECKING:
    from deskstretch.settings.model import Settings
    from deskstretch.ui.look import Look
    from deskstretch.ui.settings.sections import Group, Section

EDGE = 24
INDENT = 16

_ABOUT = (
    "General advice, not medical care. Stop if it hurts. If you are unsure, ask a "
    "doctor or physiotherapist first."
)
_LICENCES = (
    "Free software under the MIT licence. Built with Python, with Qt and PySide6 "
    "(LGPL 3), APScheduler, platformdirs, plyer, jeepney and tomlkit (MIT)."
)


class Page(QScrollArea):
    """One page: a title, what it holds, and it scrolls when it has to."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("kind", "page")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(EDGE, 20, EDGE, EDGE)
        self.column.setSpacing(8)
        self.column.addWidget(label(title, "title"))
        self.setWidget(inner)


class SettingsPage(Page):
    """A page of rows in cards, with a button that restores the usual settings."""

    chosen = Signal(str, object)
    restore_chosen = Signal()

    def __init__(self, look: Look, section: Section, settings: Settings) -> None:
        super().__init__(render(section.name))
        self._look = look
        for group in section.groups:
            self._add(group, settings)
        self.column.addSpacing(4)
        restore = Button(look, say("Restore usual settings"), "link")
        restore.clicked.connect(self.restore_chosen)
        self.column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)  # else the cards of a short page grow

    def _add(self, group: Group, settings: Settings) -> None:
        self.column.addSpacing(4)
        self.column.addWidget(label(render(group.heading), "why", "text2"))
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for number, line in enumerate(group.lines):
            if number:
                inside.addLayout(_divider())
            field, _entry = settings.find(line.key)
            row = Row(self._look, line.key, field, line.title, line.tip)
            row.chosen.connect(self.chosen)
            inside.addWidget(row)
            self.rows.append(row)
        for note in group.notes:
            inside.addWidget(_note(self._look, render(note)))
        self.column.addWidget(card)


def _note(look: Look, text: str) -> IconText:
    """Return a sentence that stands where a row would."""
    note = IconText(look, "info", text, "caption", "text2", wrap=True)
    note.setContentsMargins(INDENT, 12, INDENT, 12)
    return note


def _divider() -> QHBoxLayout:
    """Return a line between two rows, as wide as what stands in them."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addSpacing(INDENT)
    line.addWidget(frame("divider"))
    line.addSpacing(INDENT)
    return line


class AboutPage(Page):
    """Which program this is, what it is not, and the way to the stop signs."""

    stop_signs_requested = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(title)
        advice = frame("card")
        inside = QVBoxLayout(advice)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(10)
        inside.addWidget(label(say(_ABOUT), "strong", wrap=True))
        signs = Button(look, say("When to stop…"), "plain", "hand")
        signs.clicked.connect(self.stop_signs_requested)
        inside.addWidget(signs, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(4)
        self.column.addWidget(advice)
        program = frame("card")
        inside = QVBoxLayout(program)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(4)
        inside.addWidget(
            label(say("DeskStretch {version}", version=__version__), "strong")
        )
        inside.addWidget(label(say(_LICENCES), "caption", "text2", wrap=True))
        inside.addWidget(
            label(say("Nothing leaves this computer."), "caption", "text2", wrap=True)
        )
        self.column.addWidget(program)
        self.column.addStretch()
