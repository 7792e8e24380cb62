"""Which page of the settings is open: a list at the side, or a choice on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import render, say
from deskstretch.ui.settings.pages import EDGE
from deskstretch.ui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.ui.look import Look
    from deskstretch.ui.settings.sections import Section

SIDE_WIDTH = 236


class SectionChooser(QObject):
    """Two ways to choose a page that always agree; the window lays both out.

    `side` is for wide windows and `top` for narrow ones; `show_wide` swaps them.
    """

    chosen = Signal(int)
    """The person chose a page, by its number."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)  # it goes with what it fills
        self._look = look
        self._sections: Sequence[Section] = ()
        self._list = QListWidget()
        self._list.setProperty("kind", "sections")
        self._list.setAccessibleName(say("Sections"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._combo = ChoiceField(look, say("Section"), ())
        self.side = QWidget()
        self.side.setProperty("kind", "side")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(8, 12, 8, 12)
        column.addWidget(self._list)
        self.top = QWidget()
        row = QHBoxLayout(self.top)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.addWidget(self._combo, 1)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._combo.currentIndexChanged.connect(self._on_chosen)
        look.changed.connect(self._on_look_changed)

    def fill(self, sections: Sequence[Section]) -> None:
        """Offer these sections; none of them is chosen by that."""
        self._sections = sections
        theme = self._look.theme
        size = theme.px(20)
        self._list.blockSignals(True)
        self._combo.blockSignals(True)
        self._list.clear()
        self._combo.clear()
        self._list.setIconSize(QSize(size, size))
        for section in sections:
            name = render(section.name)
            icon = self._look.icons.icon(
                section.icon,
                theme.color("text2"),
                size=size,
                selected=theme.color("on_soft"),
            )
            self._list.addItem(QListWidgetItem(icon, name))
            self._combo.addItem(name, name)
        self._combo.blockSignals(False)
        self._list.blockSignals(False)
        self.side.setFixedWidth(theme.px(SIDE_WIDTH))

    def choose(self, index: int) -> None:
        """Show a page as the chosen one; nothing is emitted."""
        for chooser in (self._list, self._combo):
            chooser.blockSignals(True)
        self._list.setCurrentRow(index)
        self._combo.setCurrentIndex(index)
        for chooser in (self._list, self._combo):
            chooser.blockSignals(False)
        self._list.viewport().update()

    def show_wide(self, wide: bool) -> None:  # noqa: FBT001 - which of the two
        """Show the list at the side, or the choice on top."""
        self.side.setVisible(wide)
        self.top.setVisible(not wide)

    def _on_chosen(self, index: int) -> None:
        if index >= 0:
            self.choose(index)
            self.chosen.emit(index)

    def _on_look_changed(self) -> None:
        current = self._list.currentRow()
        self.fill(self._sections)
        self.choose(current)
