"""What every way to know about idleness has in common."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Unavailable(Exception):  # noqa: N818 - a state of things, not an error
    """This way cannot be used here; the message is one plain reason."""


class Watch(QObject):
    """One threshold that is watched until `stop`.

    `idled` comes when there has been no input for that long, with the seconds it
    has been by then, and `resumed` at the first input after it. They alternate
    and start with `idled`. If the person is idle already when the watch begins,
    `idled` comes at once, but never before the caller had time to connect.
    """

    idled = Signal(float)
    resumed = Signal()

    def stop(self) -> None:
        """Watch no more; no signal comes after it."""


class IdleSource(Protocol):
    """Answers one question: is somebody at the keyboard or the mouse?

    The contract of every source:

    - While input goes on nothing of it wakes this process, and nothing is polled.
    - Any number of watches with any thresholds may run side by side.
    - The word comes within a second of the threshold, and of the first input.
    - A source that cannot tell says so (`can_tell` False): its watches never
      speak, and the app counts by the clock. It may also come to that later,
      when the desktop goes away.
    - Nothing here raises after the source was made.
    """

    name: str

    @property
    def can_tell(self) -> bool:
        """Whether the watches of this source speak."""

    def watch(self, seconds: float) -> Watch:
        """Watch for `seconds` without input, from now on."""

    def close(self) -> None:
        """End every watch and let go of the desktop; the second time is nothing."""
