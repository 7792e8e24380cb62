"""A window of pages, of which one is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from deskstretch.ui.player.keys import KeyList
from deskstretch.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from deskstretch.ui.look import Look


class Pages(QWidget):
    """Turns from page to page, and knows whether anybody can see them.

    A page that was turned away from stays until the window goes: there are few,
    and the focus ring may still lie on it. Above the pages lies the list of keys,
    and above that the focus ring.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._pages = QStackedLayout(self)
        self.keys = KeyList(look, self)
        self._ring = FocusRing(look, self)

    @property
    def current(self) -> QWidget | None:
        """The page in sight."""
        return self._pages.currentWidget()

    def add(self, page: QWidget) -> None:
        """Take a page that is turned to later: it goes when the window goes."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)

    def turn_to(self, page: QWidget, first: QWidget) -> None:
        """Show this page, and give `first` the focus."""
        self.keys.hide()
        self.add(page)
        self._pages.setCurrentWidget(page)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_around()

    def seen_changed(self, *, seen: bool) -> None:
        """Learn whether the pages can be seen; called on every change around."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_around()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_around()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._look_around()

    def _look_around(self) -> None:
        self.seen_changed(seen=self.isVisible() and not self.isMinimized())
