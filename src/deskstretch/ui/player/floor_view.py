"""The floor view: the session on the whole screen, because the person asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from deskstretch.ui.player.floor_page import FloorPage
from deskstretch.ui.player.header import PLACES

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from deskstretch.ui.player.opening import Opening
    from deskstretch.ui.player.window import PlayerWindow

FULL = Qt.WindowState.WindowFullScreen


class FloorView(QObject):
    """Takes a player to the whole of its own screen, and back to where it was.

    Entered by a key or a button, or for a session with a movement on the floor if
    the person has agreed to that; never otherwise, and by itself only once. Leaving
    it leaves the session alone. If the desktop ends the full screen, the view ends.
    """

    entered = Signal(object)
    """The page of the floor view is in sight: a FloorPage, made on the first time."""

    def __init__(self, window: PlayerWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._usual: QSize | None = None
        self._seen_full = False
        self.page: FloorPage | None = None
        self.on = False

    @property
    def wanted(self) -> bool:
        """Whether the person agreed to it for what is played here."""
        timeline = self._opening.timeline
        acts = self._opening.acts
        return self._opening.floor_view and any(
            acts[part.movement].movement.position not in PLACES
            for part in timeline.parts
        )

    def usual_size(self) -> QSize:
        """Return the size of the window outside the floor view.

        Just left, it may still fill the screen: a desktop takes its time.
        """
        size = self._window.size()
        full = self.on or size == self._window.screen().size()
        return self._usual if full and self._usual else size

    def enter(self) -> None:
        """Fill the window's screen with the floor view."""
        if self.on:
            return
        if self.page is None:
            self.page = FloorPage(self._window.look, self._opening, self._window.stage)
        self._usual = self._window.size()
        self.on, self._seen_full = True, False
        self._window.stage.set_large(large=True)
        self._window.setWindowState(self._window.windowState() | FULL)
        self.entered.emit(self.page)

    def leave(self) -> None:
        """Give the screen back; the session goes on in the window."""
        if self.on:
            self._end()
            self._window.setWindowState(self._window.windowState() & ~FULL)

    def follow_window(self) -> bool:
        """Notice what became of the window; returns whether the view has ended."""
        full = bool(self._window.windowState() & FULL)
        ended = self.on and self._seen_full and not full
        self._seen_full = full
        if ended:
            self._end()
        return ended

    def _end(self) -> None:
        self.on = False
        self._window.stage.set_large(large=False)
