"""A red flag that was ticked stays ticked, whatever becomes of the settings file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from deskstretch.app.history import History
    from deskstretch.app.live_settings import LiveSettings

FLAG, CLEARED = "safety.red_flag", "safety.cleared"


class RedFlag(QObject):
    """Keeps the answer in the history too, and puts it back where it was lost.

    The settings file is edited by hand, damaged, restored and deleted; none of it
    may turn stretches on again for somebody who was asked to see a professional.
    What the file says is kept when it says more: a flag, or a later clearance.
    """

    def __init__(self, live: LiveSettings, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._history = history
        live.changed.connect(self.look)

    def look(self) -> None:
        """Compare both places, and let the more careful answer stand in both."""
        settings = self._live.settings
        flag, cleared = str(settings[FLAG]), str(settings[CLEARED])
        kept_flag, kept_cleared = self._history.red_flag()
        if flag >= kept_flag:
            if (flag, cleared) != (kept_flag, kept_cleared) and flag:
                self._history.keep_red_flag(flag, cleared)
        else:
            self._live.put({FLAG: kept_flag, CLEARED: kept_cleared})
