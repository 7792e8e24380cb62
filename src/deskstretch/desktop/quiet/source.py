"""What every way to know that it should be quiet has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

Reasons: TypeAlias = frozenset[str]
"""Of do-not-disturb, full-screen, presentation, camera, microphone, program."""
Answer: TypeAlias = Callable[[Reasons | None], None]

NONE: Reasons = frozenset()
LOOK_S = 0.25
"""How long a look may take: a prompt waits for it, and somebody may be waiting."""


class QuietSource(Protocol):
    """Answers one question, when it is asked: is there this reason for quiet now?

    The contract of every source:

    - It looks when `look` is called, and at no other time: no timer, no thread.
    - It calls `answer` once, before `look` returns or later from the event loop,
      with the reasons that are there. None says that it could not tell; whoever asks
      waits for `LOOK_S` and takes silence for None.
    - What takes time is left to the event loop, or given up after `LOOK_S`.
    - It never raises, and starts no service that was not running.
    """

    name: str
    reasons: Reasons
    """What it may answer: a source whose reasons nobody asks for is not asked."""

    def look(self, answer: Answer) -> None:
        """Look once."""
