"""The planner's state and all else that waits for the disk: kept, and tried again."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.reminders.effects import Save

if TYPE_CHECKING:
    from deskstretch.app.driver import Driver
    from deskstretch.app.history import History
    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.words import Words

_log = logging.getLogger(__name__)
RETRY_MS = 30_000


class Keeping(QObject):
    """Saves the planner when it asks for it, and tries again what the disk refused.

    While something waits, it is tried every half minute; `changed` says that what
    is to be told of it is new.
    """

    changed = Signal()

    def __init__(
        self, driver: Driver, history: History, live: LiveSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._history = history
        self._live = live
        self._said: tuple[Words, ...] = ()
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)
        driver.effect_arose.connect(self._on_effect_arose)
        live.problems_changed.connect(self.look)

    @property
    def troubles(self) -> tuple[Words, ...]:
        """What keeps things from being saved, and what was found damaged."""
        store = self._history.store
        said = (self._live.file.trouble, store.trouble, store.notice)
        return tuple(one for one in said if one is not None)

    def save(self) -> None:
        """Write the planner's state down now."""
        status = self._driver.status()
        holds = (status.stop, status.paused, status.paused_until)
        snapshot = self._driver.planner.snapshot()
        self._history.keep_snapshot(snapshot, self._driver.clock.boot(), holds)
        self.look()

    def try_again(self) -> None:
        """Try to write what waits."""
        self._history.store.retry()
        self._live.retry()
        self.look()

    def look(self) -> None:
        """See whether anything waits, and say what is new about it."""
        waiting = self._history.store.trouble or self._live.file.trouble
        if waiting and not self._retry.isActive():
            self._retry.start()
        elif not waiting:
            self._retry.stop()
        if self.troubles != self._said:
            self._said = self.troubles
            for trouble in self._said:
                _log.warning("%s", trouble)
            self.changed.emit()

    def _on_effect_arose(self, effect: object) -> None:
        if isinstance(effect, Save):
            self.save()
