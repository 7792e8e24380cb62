"""Leaving and coming back, the start and the end of the program, and sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from deskstretch.reminders import asking, counts
from deskstretch.reminders.asking import Withdraw
from deskstretch.reminders.days import MINUTE, span
from deskstretch.reminders.presence import Gone, Here
from deskstretch.reminders.tracks import (
    WAITS,
    Card,
    Clear,
    DailyTrack,
    ReturnTrack,
    Session,
    Waiting,
)

if TYPE_CHECKING:
    from deskstretch.reminders.effects import Why
    from deskstretch.reminders.situation import Situation

SESSION_IDLE = 30 * MINUTE
_GRACE = 5 * MINUTE


def touch(s: Situation) -> bool:
    """Take an input, or a press, at this moment; False if nobody can be here."""
    if s.state.presence.shut:
        return False
    absence = s.state.presence.touch(s.now)
    s.state.desk.settle()
    s.state.timed_out.clear()
    if absence is not None:
        _returned(s, absence)
    note_activity(s)
    return True


def note_activity(s: Situation) -> None:
    """Note the first activity of the day, from which the morning guard runs."""
    if s.here and s.day.active is None:
        s.day.active = s.now


def _returned(s: Situation, absence: int) -> None:
    """The user is back: counts restart after a long absence, OnReturn may ask."""
    counts.row_ends(s)
    s.state.returned = s.state.desk.total
    if absence >= span(s.rules.restart_after_s):
        for reminder, _ in s.desk_tracks():
            counts.restart(s, reminder.name)
        for _, returning in s.return_tracks():
            returning.snooze = None
    first = not s.day.used
    s.day.used = True
    if first:
        _first_use(s)
    elif not s.held and not any(waits(s, track) for _, track in s.daily_tracks()):
        s.arrival = absence


def _first_use(s: Situation) -> None:
    """The day was begun: what is for its first use waits from now on."""
    if s.held:
        return
    today, wall = s.today, s.wall()
    minute = wall.hour * 60 + wall.minute
    weekday = date.fromisoformat(today).weekday()
    for reminder, _ in s.daily_tracks():
        if reminder.at is None and weekday in reminder.days:
            waiting = Waiting(today, today, minute, s.now, timed=False)
            await_daily(s, reminder.name, waiting)


def await_daily(s: Situation, name: str, waiting: Waiting) -> None:
    """Let a Daily wait for its moment, unless its date is dealt with already."""
    reminder, track = s.reminders[name], s.state.tracks[name]
    if not isinstance(track, DailyTrack) or waiting.date in track.asked:
        return
    finished = s.day_record(waiting.day).finished
    if not any(s.library.contains(slug, reminder.does) for slug in finished):
        track.waiting = waiting


def waits(s: Situation, track: DailyTrack) -> bool:
    """Say whether a Daily is waiting: due, not put off, and not too late."""
    waiting = track.waiting
    return (
        waiting is not None
        and waiting.snooze is None
        and waiting.day == s.today
        and s.now <= waiting.due + WAITS
    )


def leave(s: Situation, why: Why) -> None:
    """Nobody can be here from now on: the screen is locked, the machine sleeps."""
    asking.end(s, Withdraw(why))
    s.state.presence.leave(s.now)


def gone(s: Situation) -> None:
    """Enough time without input has passed: the tail since the last is taken back."""
    asking.end(s, Withdraw("away"))
    since = s.state.presence.expire()
    take_back(s, since)


def take_back(s: Situation, since: int) -> None:
    """Undo what desk time did since the last input."""
    state = s.state
    state.desk.take_back(since)
    counts.undo_time_outs(s, since)
    total = state.desk.total
    state.saved = min(state.saved, total)
    if state.returned is not None:
        state.returned = min(state.returned, total)
    for reminder, desk in s.desk_tracks():
        desk.mark = min(desk.mark, state.desk.reading(reminder.name))
        desk.asking = desk.asking and desk.asking.pulled(total)
    for _, returning in s.return_tracks():
        returning.snooze = returning.snooze and returning.snooze.pulled(total)
    for _, daily in s.daily_tracks():
        if daily.waiting is not None and daily.waiting.snooze is not None:
            snooze = daily.waiting.snooze.pulled(total)
            daily.waiting = replace(daily.waiting, snooze=snooze)
    if s.day.active is not None and s.day.active > since:
        s.day.active = None


def session_ends(s: Situation) -> None:
    """Close the session, which is an input; a count it began from begins again."""
    session = s.state.screen
    if not isinstance(session, Session):
        return
    s.state.screen = Clear()
    if session.origin is not None:
        counts.restart(s, session.origin)
    presence = s.state.presence
    presence.touch(s.now)
    s.state.desk.settle()
    s.state.timed_out.clear()
    note_activity(s)
    if presence.shut:
        presence.place = Gone(s.now)


def leaves_at(s: Situation) -> int | None:
    """Return when missing input makes the user leave, or settles since when."""
    return None if s.in_session else s.state.presence.leaves_at(s.away_after)


def session_ends_at(s: Situation) -> int | None:
    """Return when the session ends for want of input."""
    place = s.state.presence.place
    if s.in_session and not s.state.presence.input_on and isinstance(place, Here):
        return place.last_input + SESSION_IDLE
    return None


def ended(s: Situation) -> None:
    """The program ends: from here on it is absence."""
    session_ends(s)
    leave(s, "ended")
    _off(s)
    s.save()


def started(s: Situation) -> None:
    """The program runs; the user is away until the first input."""
    s.state.running = True
    s.state.presence.forget()
    s.state.told = None
    s.save()


def recover(s: Situation, alive_until: int | None, now: int) -> None:
    """Take up a state saved by a program that never ended properly.

    What it did after that save is not known: that time is no desk time, and for
    its first 5 min, in which it would have saved again, no absence.
    """
    alive = s.now + _GRACE if alive_until is None else alive_until
    alive = min(max(alive, s.now), now)
    if s.in_session:
        session_ends(s)
        s.state.presence.place = Gone(alive)
    card = s.card
    if isinstance(card, Card):
        s.state.screen = Clear()
        track = s.state.tracks.get(card.name)
        if isinstance(track, ReturnTrack):
            track.snooze = None
    s.state.presence.leave(alive)
    _off(s)


def _off(s: Situation) -> None:
    if s.quiet:
        s.state.quiet_ended = s.now
    s.state.busy = ()
    s.state.running = False
    s.state.presence.forget()
