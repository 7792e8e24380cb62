"""The lines that `simulate` writes: what the planner did, moment by moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, assert_never

from deskstretch.reminders.effects import (
    Refused,
    Save,
    ShowPrompt,
    StateChanged,
    WithdrawPrompt,
)

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.effects import Effect


class Page:
    """Gathers what one moment brings: cards as they come, the phase last and once."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._phase: tuple[str, datetime] | None = None
        self._printed: str | None = None

    def note(self, effect: Effect, at: datetime) -> None:
        """Take down what the planner wants done at `at`."""
        match effect:
            case ShowPrompt(name, does, reason, again, offer):
                more = {"reason": str(reason), "again": again}
                skip = {"offer": "skip"} if offer else {}
                self._write(at, "prompt", {"name": name, "does": does, **more, **skip})
            case WithdrawPrompt(name, does, why):
                self._write(at, "withdraw", {"name": name, "does": does, "why": why})
            case StateChanged(phase):
                self._phase = phase, at
            case Refused() | Save():
                pass
            case _:
                assert_never(effect)

    def turn(self) -> list[str]:
        """Return the lines of the moment that is over."""
        if self._phase is not None:
            phase, at = self._phase
            if phase != self._printed:
                self._write(at, "state", {"phase": phase, "reason": None})
            self._printed, self._phase = phase, None
        lines, self._lines = self._lines, []
        return lines

    def _write(self, at: datetime, effect: str, more: dict[str, object]) -> None:
        line = {"at": at.isoformat(), "effect": effect, **more}
        self._lines.append(json.dumps(line, ensure_ascii=False))
