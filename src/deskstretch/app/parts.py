"""The parts of the running app that several of its helpers share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.app.driver import Driver
    from deskstretch.app.history import History
    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.app.look import Looks
    from deskstretch.desktop.idle import IdleSource
    from deskstretch.desktop.notify import Notifier
    from deskstretch.desktop.quiet import Quiet
    from deskstretch.desktop.sleep import SessionWatch
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.ui.look import Look
    from deskstretch.ui.tray import Tray


@dataclass(frozen=True, slots=True)
class Parts:
    """What the composition root has built, handed to those who carry facts.

    `can_place_cards` says whether a window of ours can stand beside the tray
    without taking the keyboard; on Wayland nobody can promise that.
    """

    live: LiveSettings
    content: Catalogue
    driver: Driver
    history: History
    looks: Looks
    tray: Tray
    idle: IdleSource
    session: SessionWatch
    quiet: Quiet
    notifier: Notifier
    can_place_cards: bool

    @property
    def look(self) -> Look:
        """The look of every window, made when it is first asked for."""
        return self.looks.look
