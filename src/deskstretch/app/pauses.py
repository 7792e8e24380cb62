"""How long to pause, as it is chosen in a menu or typed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deskstretch.reminders.events import Paused
from deskstretch.settings import durations
from deskstretch.words import words

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
    return Paused(wall + timedelta(seconds=length(text)))


def length(chosen: object) -> float:
    """Return a length of time in seconds, which is not nothing.

    Raises:
        durations.Refused: it is no length of time, or none at all.
    """
    seconds = durations.seconds(str(chosen))
    if seconds <= 0:
        raise durations.Refused(words("That is no time at all: write it like 10min."))
    return seconds
