"""Whether a window that was shown is really on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

WITHIN_MS = 1_000


class Sight(QObject):
    """Watches one showing of a window until it is exposed, for a second at most.

    A window that is shown and never exposed would take clicks nobody meant for
    it. For each `watch`, exactly one of `seen` and `not_seen` is emitted, or none
    after `stop`.
    """

    seen = Signal()
    not_seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(WITHIN_MS)
        self._patience.timeout.connect(self._on_waited_enough)

    def watch(self) -> None:
        """Watch the showing that has just begun."""
        self._patience.start()
        handle = self._handle()
        if handle is not None:
            handle.installEventFilter(self)
            self._look()

    def stop(self) -> None:
        """Watch no longer."""
        self._patience.stop()

    def _handle(self) -> QWindow | None:
        return self._window.windowHandle()

    def _look(self) -> None:
        handle = self._handle()
        if self._patience.isActive() and handle is not None and handle.isExposed():
            self._patience.stop()
            self.seen.emit()

    def _on_waited_enough(self) -> None:
        self.not_seen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self._look()
        return super().eventFilter(watched, event)
