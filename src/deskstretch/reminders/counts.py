"""Counts: of desk time, of askings, of snoozes, and what a time-out did to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskstretch.reminders.days import span
from deskstretch.reminders.tracks import (
    Asking,
    DailyTrack,
    DeskTrack,
    ReturnTrack,
    TimedOut,
)

if TYPE_CHECKING:
    from deskstretch.reminders.situation import Situation
    from deskstretch.reminders.tracks import Card

_DATES_KEPT = 60
_UNDONE_WITHIN = span(27 * 3600.0)
"""An absence is known by 24 h (the longest `away_after`) and 2 h of watching."""


def count(s: Situation, card: Card) -> None:
    """Count an asking that ends with a press or a time-out, once."""
    track = s.state.tracks.get(card.name)
    match track:
        case DeskTrack():
            asking = track.asking or Asking(counted=card.requested)
            if not asking.counted:
                s.day.prompts += 1
            track.asking = replace(asking, counted=True)
        case ReturnTrack() if not card.requested and track.snooze is None:
            s.day.returns += 1
        case _:
            pass


def remember(
    s: Situation, card: Card, track: DeskTrack | ReturnTrack | DailyTrack
) -> None:
    """Keep what a time-out is about to change, until an input shows it was seen."""
    if card.shown is None:
        return
    before = TimedOut(card.name, card.shown, None, s.state.closed)
    match track:
        case DeskTrack():
            asking = track.asking or Asking(counted=card.requested)
            day = None if asking.counted else s.today
            before = replace(before, day=day, mark=track.mark, asking=asking)
        case ReturnTrack():
            counts = not card.requested and track.snooze is None
            before = replace(before, day=s.today if counts else None)
        case DailyTrack():
            before = replace(before, waiting=track.waiting)
    still = [one for one in s.state.timed_out if s.now - one.shown < _UNDONE_WITHIN]
    s.state.timed_out[:] = [*still, before]


def undo_time_outs(s: Situation, since: int) -> None:
    """Take the cards that appeared after the last input for withdrawn."""
    while s.state.timed_out and s.state.timed_out[-1].shown > since:
        before = s.state.timed_out.pop()
        s.state.closed = before.closed
        track = s.state.tracks.get(before.name)
        match track:
            case DeskTrack():
                track.mark, track.asking = before.mark, before.asking
                if before.day is not None:
                    s.day_record(before.day).prompts -= 1
            case ReturnTrack() if before.day is not None:
                s.day_record(before.day).returns -= 1
            case DailyTrack():
                track.waiting = before.waiting
            case _:
                pass


def restart(s: Situation, name: str) -> None:
    """Let the count of an EveryDeskTime begin again; its asking is over."""
    track = s.state.tracks.get(name)
    if isinstance(track, DeskTrack):
        track.mark = s.state.desk.reading(name)
        track.asking = None


def row_ends(s: Situation) -> None:
    """Let the next snooze be the first in a row."""
    for track in s.state.tracks.values():
        track.snoozes = 0


def skip_all(s: Situation) -> None:
    """Skip what is held or snoozed, without a card."""
    s.arrival = None
    for reminder, track in s.desk_tracks():
        passed = s.state.desk.reading(reminder.name) - track.mark
        if track.asking is not None or passed >= span(reminder.every_s):
            restart(s, reminder.name)
    for _, returning in s.return_tracks():
        returning.snooze = None
    for _, daily in s.daily_tracks():
        if daily.waiting is not None:
            asked_for(daily, daily.waiting.date)
            daily.waiting = None
    row_ends(s)


def asked_for(track: DailyTrack, date: str) -> None:
    """Note that a Daily was asked for a date, which is never asked for again."""
    if date not in track.asked:
        track.asked = (*track.asked, date)[-_DATES_KEPT:]
