"""What people read, tick and choose in the player goes to the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from deskstretch.app.parts import Parts
    from deskstretch.ui.player.window import PlayerWindow

WARNINGS, CHECKS = "safety.warnings_read", "safety.checks_done"


class ReadingNotes(QObject):
    """Keeps which notice, cautions and checklists were read, and hands-free."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts

    def follow(self, window: PlayerWindow) -> None:
        """Keep what this window reports from now on."""
        window.notice_read.connect(self._on_notice_read)
        window.red_flag_reported.connect(self._on_red_flag_reported)
        window.clearance_reported.connect(self._on_clearance_reported)
        window.warning_read.connect(self._on_warning_read)
        window.checklist_done.connect(self._on_checklist_done)
        window.hands_free_chosen.connect(self._on_hands_free_chosen)

    def names(self, key: str) -> tuple[str, ...]:
        """Return a setting that is a list of names."""
        kept = self._parts.live.settings[key]
        return tuple(str(one) for one in kept) if isinstance(kept, tuple) else ()

    def _on_notice_read(self) -> None:
        self._parts.live.put({"safety.notice_read": self._today()})

    def _on_red_flag_reported(self) -> None:
        self._parts.live.put(
            {"safety.notice_read": self._today(), "safety.red_flag": self._today()}
        )

    def _on_clearance_reported(self) -> None:
        self._parts.live.put({"safety.cleared": self._today()})

    def _on_warning_read(self, slug: str) -> None:
        self._parts.live.put({WARNINGS: (*self.names(WARNINGS), slug)})

    def _on_checklist_done(self, slug: str) -> None:
        self._parts.live.put({CHECKS: (*self.names(CHECKS), slug)})

    def _on_hands_free_chosen(self, on: bool) -> None:  # noqa: FBT001  Qt's signal
        self._parts.live.put({"session.hands_free": on})

    def _today(self) -> str:
        return self._parts.driver.clock.now().wall.date().isoformat()
