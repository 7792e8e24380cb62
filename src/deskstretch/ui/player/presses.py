"""What keys, a clicker and clicks on the figure do to a session on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.ui.player.clicks import Clicks
from deskstretch.ui.player.floor_page import FloorPage
from deskstretch.ui.player.reading import ARRIVING
from deskstretch.ui.player.routine_page import RoutinePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.coaching.timeline import Kind
    from deskstretch.ui.player.opening import Opening
    from deskstretch.ui.player.window import PlayerWindow

WAITS: tuple[Kind, ...] = ("change",)
"""In a routine each change of position waits until the person is ready."""
BY_HAND: tuple[Kind, ...] = ("prep", "switch", "change")
"""What waits where the session is not hands-free."""
TIPS = frozenset({"form", "avoid", "caution"})


def waits(opening: Opening, *, hands_free: bool) -> tuple[Kind, ...]:
    """Return the kinds of entries after which a session waits for a press."""
    if not hands_free:
        return BY_HAND
    return WAITS if opening.routine and opening.routine.waits else ()


class Presses(QObject):
    """Carries out what a key asks for, on whichever page the session is.

    A click anywhere on the figure pauses and goes on. The keys of a presenter's
    clicker say `I'm ready` where that is asked; else they pause, or, where the
    session is not hands-free, go on and back.
    """

    hands_free_chosen = Signal(bool)
    hurts_asked = Signal()
    leave_asked = Signal()
    """Esc: leave the floor view, close what is open, or the window."""

    def __init__(self, window: PlayerWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._run = run = window.performance
        self._switch = window.page.header.hands_free
        self._switch.setChecked(opening.hands_free)
        self._switch.toggled.connect(self._on_hands_free_toggled)
        self._clicks = Clicks(window.stage)
        self._clicks.clicked.connect(self._on_stage_clicked)
        self._acts: dict[str, Callable[[], None]] = {
            "pause": run.toggle,
            "back": run.back,
            "next": run.next,
            "side": run.switch_side,
            "repeat": run.repeat,
            "hurts": self.hurts_asked.emit,
            "leave": self.leave_asked.emit,
            "floor": self._turn_floor,
            "skip": self._skip,
            "more": self._more,
            "on": lambda: self._clicker(ahead=True),
            "off": lambda: self._clicker(ahead=False),
            "hands-free": self._switch.toggle,
            "keys": window.keys.toggle,
        }

    def act(self, wanted: str) -> None:
        """Do what a key asks for: one of the actions of `keys`."""
        if wanted not in TIPS:
            self._acts[wanted]()
        elif not self._window.floor.on:  # there are no tips in the floor view
            self._window.page.show_tip(wanted)

    def _on_hands_free_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._run.set_waits(waits(self._opening, hands_free=on))
        self.hands_free_chosen.emit(on)

    def _on_stage_clicked(self) -> None:
        if self._window.current is self._window.here:
            self._run.toggle()

    def _clicker(self, *, ahead: bool) -> None:
        view = self._run.view()
        if view.waiting or (view.running and self._changing()):
            self._run.next()
        elif self._switch.isChecked():
            self._run.toggle()
        elif ahead:
            self._run.next()
        else:
            self._run.back()

    def _turn_floor(self) -> None:
        if self._window.floor.on:
            self._window.leave_floor()
        else:
            self._window.floor.enter()

    def _skip(self) -> None:
        if self._opening.routine:
            self._run.skip()

    def _more(self) -> None:
        page = self._window.here
        if self._changing() and isinstance(page, RoutinePage | FloorPage):
            page.change.longer.click()

    def _changing(self) -> bool:
        """Whether someone gets into position for a movement of a routine."""
        view = self._run.view()
        arriving = view.entry.kind in ARRIVING and view.position >= 0
        return self._opening.routine is not None and arriving
