"""Should it be quiet now? All ways to know it that this desktop offers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskstretch.desktop.quiet.source import LOOK_S, NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskstretch.desktop.quiet.source import QuietSource, Reasons

__all__ = ["Quiet"]

_log = logging.getLogger(__name__)


class Quiet(QObject):
    """Asks every source at once, and answers with what they saw within `LOOK_S`.

    A source that is silent, or could not tell, saw nothing: no look ever keeps a
    prompt back for long. One look is under way at a time; who asks meanwhile gets
    its answer too.
    """

    def __init__(
        self, sources: Sequence[QuietSource], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sources = tuple(sources)
        self._callers: list[Callable[[Reasons], None]] = []
        self._seen: Reasons = NONE
        self._silent: set[QuietSource] = set()
        self._round = 0
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(round(LOOK_S * 1000))
        self._deadline.timeout.connect(self._on_too_late)

    @property
    def names(self) -> tuple[str, ...]:
        """The sources there are, as `status` shows them."""
        return tuple(source.name for source in self._sources)

    def look(self, done: Callable[[Reasons], None], wanted: Reasons) -> None:
        """Look for the wanted reasons; `done` is called once, within `LOOK_S`."""
        self._callers.append(done)
        if len(self._callers) > 1:
            return
        self._round += 1
        self._seen = NONE
        asked = [source for source in self._sources if source.reasons & wanted]
        self._silent = set(asked)
        for source in asked:
            self._ask(source, self._round)
        if self._silent:
            self._deadline.start()
        else:
            self._finish()

    def close(self) -> None:
        """Answer nobody any more."""
        self._deadline.stop()
        self._callers.clear()
        self._silent.clear()

    def _ask(self, source: QuietSource, number: int) -> None:
        def answer(reasons: Reasons | None) -> None:
            if number == self._round and source in self._silent:
                self._silent.discard(source)
                self._seen |= reasons or NONE
                if not self._silent and self._deadline.isActive():
                    self._finish()

        try:
            source.look(answer)
        except Exception:  # noqa: BLE001 - one broken source is no reason for silence
            _log.exception("%s could not look", source.name)
            answer(None)

    def _on_too_late(self) -> None:
        for source in self._silent:
            _log.info("%s did not answer in time", source.name)
        self._silent.clear()
        self._finish()

    def _finish(self) -> None:
        self._deadline.stop()
        callers, self._callers = self._callers, []
        for done in callers:
            done(self._seen)
