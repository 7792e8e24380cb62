"""Making a session easier while it runs: another movement, or without this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.ui.language import render
from deskstretch.ui.player.first_time import FirstTimePage

if TYPE_CHECKING:
    from deskstretch.coaching.safety import Step
    from deskstretch.ui.player.opening import Opening, Swap
    from deskstretch.ui.player.window import PlayerWindow


class Easing(QObject):
    """Swaps the movement that is on for another, where the answers leave one.

    A movement whose caution was never read shows it before it is played; the
    session stands meanwhile, and goes on only if it ran before. Turning back there
    leaves everything as it was.
    """

    warning_read = Signal(str)
    """The caution of the movement with this slug was read."""
    done = Signal()
    """The movement was swapped, or not; the session is to be shown again."""

    def __init__(self, window: PlayerWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._read: set[str] = set()

    def offers(self) -> tuple[Step, ...]:
        """Return what a strong pull offers now, the first one foremost."""
        if self.other() is None:
            return ("smaller", "skip", "end")
        return ("smaller", "swap", "skip", "end")

    def other(self) -> Swap | None:
        """Return what can be played instead of the movement that is on."""
        run = self._window.performance
        return self._opening.other(run.timeline, run.part)

    def swap(self) -> None:
        """Play the other movement instead, after its caution if that is new."""
        swap = self.other()
        if swap is None:
            return
        run, act = self._window.performance, self._opening.acts[swap.slug]
        if not act.warning_needed or swap.slug in self._read:
            self._play(swap)
            return
        was_running = run.running
        run.pause()
        run.show_start(swap.slug)
        page = FirstTimePage(self._window.look, act.movement, self._window.stage)

        def on_read() -> None:
            self._read.add(swap.slug)
            self.warning_read.emit(swap.slug)
            self._play(swap)
            if was_running:
                run.resume()

        page.warning_read.connect(on_read)
        page.close_pressed.connect(self.done)
        self._window.turn_to(page, page.read)

    def _play(self, swap: Swap) -> None:
        act = self._opening.acts[swap.slug]
        if not self._opening.routine:
            self._window.page.change_movement(act)
            self._window.setWindowTitle(render(swap.name))
        self._window.performance.swap(swap.timeline)
        self.done.emit()
