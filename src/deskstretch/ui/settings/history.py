"""The last changes made in the window, so that each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.settings.fields import Value

STEPS = 10


class History:
    """Remembers what stood before each of the last ten changes.

    A step is what changed at one moment: one value, or all that a restoring of a
    section changed.
    """

    def __init__(self) -> None:
        self._steps: list[dict[str, Value]] = []

    def __len__(self) -> int:
        return len(self._steps)

    def remember(self, before: dict[str, Value]) -> None:
        """Keep the values, by key, that stood before a change."""
        self._steps = [*self._steps, before][-STEPS:]

    def take_back(self) -> dict[str, Value]:
        """Return what stood before the last change and forget it; empty if none."""
        return self._steps.pop() if self._steps else {}
