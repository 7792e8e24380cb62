"""Pauses and stops: what keeps every reminder back, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from deskstretch.reminders import asking, coming, counts
from deskstretch.reminders.asking import Withdraw
from deskstretch.reminders.days import HOUR
from deskstretch.reminders.effects import Refused
from deskstretch.reminders.state import Pause, Stop
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.events import Sign
    from deskstretch.reminders.situation import Situation

_WORSE = 48 * HOUR


def pause(s: Situation, until: datetime | Literal["tomorrow"] | None) -> None:
    """Pause until a moment, the first working minute of tomorrow, or until resumed."""
    if until is None:
        begin(s, None)
    elif until == "tomorrow":
        begin(s, s.next_working(s.day_ends))
    else:
        begin(s, s.reading(until)[0])


def enough(s: Situation) -> None:
    """Pause until the next 04:00."""
    begin(s, s.day_ends)


def begin(s: Situation, until: int | None) -> None:
    """Begin a pause until an instant; it takes the place of one that is on."""
    asking.end(s, Withdraw("paused"))
    if until is None:
        s.state.pause = Pause()
    else:
        s.state.pause = Pause(*s.reading(s.wall(until)))
    s.save()


def pause_is_over(s: Situation) -> bool:
    """Say whether the wall clock has reached the end of the pause."""
    pause = s.state.pause
    return (
        pause is not None and pause.until is not None and s.state.instant >= pause.until
    )


def resume(s: Situation) -> None:
    """End a pause."""
    s.state.pause = None
    release(s)


def hurt(s: Situation, sign: Sign) -> None:
    """Take a stop sign; a mild pull changes nothing.

    Any other ends the session and stops every kind of reminder until the check;
    stops add up to the latest, and to the question if any asks it.
    """
    if sign == "mild":
        return
    coming.session_ends(s)
    asking.end(s, Withdraw("hurts"))
    if sign == "worse":
        new = Stop(s.now + _WORSE, None, asks=False)
    else:
        asks = sign in ("numb", "emergency")
        new = Stop(s.steady_of(s.day_ends), s.today, asks)
    old = s.state.stop
    if old is not None:
        days = [day for day in (old.day, new.day) if day is not None]
        until = max(old.until, new.until)
        before = replace(old, before=None)
        asks = old.asks or new.asks
        new = Stop(until, max(days, default=None), asks, before)
    s.state.stop = new
    s.save()


def _check_refused(s: Situation, seen: bool | None) -> Words | None:  # noqa: FBT001 (an answer)
    """Return why the check cannot be passed now, or None."""
    stop = s.state.stop
    if stop is None:
        return None
    if not check_open(s, stop):
        return words("The check opens later. Give it time.")
    if stop.asks and seen is not True:
        return words("Let a doctor or physiotherapist see you about it first.")
    return None


def check_open(s: Situation, stop: Stop) -> bool:
    """Say whether enough time has passed: by the steady clock and by the calendar."""
    return s.now >= stop.until and (stop.day is None or s.today > stop.day)


def mistaken(s: Situation) -> None:
    """Take the last sign back, and nothing else."""
    if s.state.stop is None:
        return
    s.state.stop = s.state.stop.before
    if s.state.stop is None:
        release(s)
    s.save()


def check(s: Situation, seen: bool | None) -> None:  # noqa: FBT001 (an answer)
    """Lift the stop, or say why not."""
    refused = _check_refused(s, seen)
    if refused is not None:
        s.effects.append(Refused(refused))
    elif s.state.stop is not None:
        s.state.stop = None
        release(s)
        s.save()


def release(s: Situation) -> None:
    """Begin afresh after a pause or a stop; nothing is shown for it."""
    s.arrival = None
    for reminder, _ in s.desk_tracks():
        counts.restart(s, reminder.name)
    for _, returning in s.return_tracks():
        returning.snooze = None
    total = s.state.desk.total
    for _, daily in s.daily_tracks():
        snooze = daily.waiting.snooze if daily.waiting is not None else None
        if snooze is None or total - snooze.since >= snooze.length:
            daily.waiting = None


def freeze(s: Situation, passed: int) -> None:
    """Let desk time pass that a snoozed Daily, kept through a pause, does not see."""
    for _, daily in s.daily_tracks():
        waiting = daily.waiting
        if waiting is None or waiting.snooze is None:
            continue
        snooze = waiting.snooze
        if s.state.desk.total - passed - snooze.since < snooze.length:
            later = replace(snooze, since=snooze.since + passed)
            daily.waiting = replace(waiting, snooze=later)
