"""Reasons for quiet, looked at when the planner wants to know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskstretch.app import rules
from deskstretch.reminders import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.driver import Driver
    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.desktop.quiet import Quiet


class Looking(QObject):
    """Has the desktop looked at, and tells the planner what was seen.

    Looks come when the planner asks for one, and when somebody here is about to
    need what they bring. None comes by a clock of its own.
    """

    def __init__(
        self, driver: Driver, quiet: Quiet, live: LiveSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._quiet = quiet
        self._live = live
        self._under_way = False
        driver.wake_too(self._next)
        driver.settled.connect(self._on_settled)

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Look now; `then` is called when the planner knows what was seen."""

        def seen(reasons: frozenset[str]) -> None:
            self._under_way = False
            self._driver.dispatch(events.Busy(reasons))
            if then is not None:
                then()

        self._under_way = True
        self._quiet.look(seen, rules.looked_for(self._live.settings))

    def _next(self) -> float | None:
        return None if self._under_way else self._driver.planner.next_look()

    def _on_settled(self) -> None:
        wanted = self._next()
        if wanted is not None and wanted <= self._driver.clock.now().steady:
            self.look()
