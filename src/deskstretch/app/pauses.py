"""How long to pause, as it is chosen in a menu or typed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskstretch.reminders.events import Paused
from deskstretch.settings import durations

if TYPE_CHECKING:
    from datetime import datetime

TOMORROW = "tomorrow"
UNTIL_RESUME = "until-resume"


def paused(chosen: object, wall: datetime) -> Paused:
    """Return the pause that was chosen: a length, `tomorrow` or `until-resume`.

    Raises:
        durations.Refused: it is none of these.
    """
    text = str(chosen)
    if text == UNTIL_RESUME:
        return Paused(None)
    if text == TOMORROW:
        return Paused("tomorrow")
    return Paused(wall + timedelta(seconds=durations.seconds(text)))
