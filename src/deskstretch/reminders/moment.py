"""One reading of both clocks, taken once per step and handed down as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant on two clocks.

    Attributes:
        steady: seconds on a clock that never jumps and counts sleep; only
            differences mean anything.
        wall: the local time of day as it is now, with its zone.
    """

    steady: float
    wall: datetime
