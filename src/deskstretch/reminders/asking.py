"""The life of a card: it is asked for, seen, and ends in one of five ways.

This is the only place where the screen and what is remembered of a reminder
change because of a card. A card ends by a press (accept, snooze, skip), by its
time-out, or withdrawn; these are five different things.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from deskstretch.reminders import counts
from deskstretch.reminders.effects import ShowPrompt
from deskstretch.reminders.reminder import DIARY, OnReturn
from deskstretch.reminders.tracks import (
    Asking,
    Card,
    Clear,
    DailyTrack,
    DeskTrack,
    Reason,
    ReturnTrack,
    Session,
    Snooze,
)

if TYPE_CHECKING:
    from deskstretch.reminders.effects import Why
    from deskstretch.reminders.situation import Situation

_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Accept:
    """Start: the session of `slug` is open (None: of what the card asks for)."""

    slug: str | None = None


@dataclass(frozen=True, slots=True)
class PutOff:
    """Snoozed by `length` of desk time."""

    length: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Not this time."""


@dataclass(frozen=True, slots=True)
class TimeOut:
    """Nobody answered."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """It could not stay: nobody is blamed, and it comes again if still due."""

    why: Why


Ending: TypeAlias = Accept | PutOff | Skip | TimeOut | Withdraw


def ask(
    s: Situation,
    name: str,
    reason: Reason,
    *,
    requested: bool = False,
    does: str | None = None,
) -> None:
    """Ask for the card of a reminder; nothing else may be on the screen."""
    reminder = s.reminders[name]
    track = s.state.tracks[name]
    match track:
        case DeskTrack():
            again = track.asking is not None
        case ReturnTrack():
            again = track.snooze is not None
        case DailyTrack():
            again = track.waiting is not None and track.waiting.date in track.asked
        case _:
            assert_never(track)
    offer = track.snoozes >= _IN_A_ROW
    waits = not requested and not isinstance(reminder, OnReturn)
    what = does or reminder.does
    show(s, Card(name, what, reason, s.now, again, offer, requested), waits)


def show(s: Situation, card: Card, waits: bool) -> None:  # noqa: FBT001 (a fact)
    """Put a card on the screen; it may wait there for a pause in typing."""
    s.state.screen = card
    s.effects.append(
        ShowPrompt(
            card.name, card.does, card.reason.words(), card.again, card.offer, waits
        )
    )
    s.save()


def seen(s: Situation) -> None:
    """Take it that the open card is really visible: now it is an asking."""
    card = s.card
    if card is None or card.shown is not None:
        return
    s.state.screen = replace(card, shown=s.now, runs_from=s.now)
    s.save()
    track = s.state.tracks.get(card.name)
    match track:
        case DeskTrack():
            asking = track.asking or Asking()
            track.asking = replace(asking, counted=asking.counted or card.requested)
        case ReturnTrack() if not card.again:
            track.last = s.now
        case DailyTrack() if track.waiting is not None:
            counts.asked_for(track, track.waiting.date)
        case _:
            pass


def hover(s: Situation, over: bool) -> None:  # noqa: FBT001 (a fact)
    """Stop the time-out while the pointer is over the card."""
    card = s.card
    if card is None or card.shown is None or over == (card.runs_from is None):
        return
    if card.runs_from is None:
        s.state.screen = replace(card, runs_from=s.now)
    else:
        left = card.left - (s.now - card.runs_from)
        s.state.screen = replace(card, left=left, runs_from=None)


def end(s: Situation, ending: Ending) -> None:
    """End the open card, if there is one."""
    if not isinstance(ending, Withdraw):
        seen(s)  # else it could not have been answered
    card = s.card
    if card is None:
        return
    s.state.screen = Clear()
    track = s.state.tracks.get(card.name)
    if isinstance(ending, TimeOut) and track is not None:
        counts.remember(s, card, track)
    if not isinstance(ending, Withdraw):
        counts.count(s, card)
        s.state.closed = s.now
        if isinstance(ending, TimeOut):
            s.write()
        else:
            s.save()
    match track:
        case DeskTrack():
            _end_desk(s, card, track, ending)
        case ReturnTrack():
            _end_return(s, track, ending)
        case DailyTrack():
            _end_daily(s, track, ending)
        case None:
            pass
    _follow(s, card, ending)


def _follow(s: Situation, card: Card, ending: Ending) -> None:
    """Do what an ending brings whatever kind of reminder asked."""
    track = s.state.tracks.get(card.name)
    match ending:
        case Accept(slug) if card.does != DIARY:
            origin = None if track is None else card.name
            s.state.screen = Session(slug or card.does, origin)
        case PutOff() if track is not None:
            track.snoozes += 1
        case Accept() | PutOff():
            pass
        case Skip():
            counts.row_ends(s)
        case TimeOut():
            counts.row_ends(s)
            s.withdrawn(card, "time-out")
        case Withdraw(why):
            s.withdrawn(card, why)
        case _:
            assert_never(ending)


def _end_desk(s: Situation, card: Card, track: DeskTrack, ending: Ending) -> None:
    asking = track.asking or Asking()
    match ending:
        case Accept():
            if card.does == DIARY:  # is no session whose end could restart it
                counts.restart(s, card.name)
            else:
                track.asking = None
        case PutOff(length):
            snooze = Snooze(s.state.desk.total, length)
            track.asking = replace(asking, tried=None, snooze=snooze)
        case Skip():
            counts.restart(s, card.name)
        case TimeOut() if asking.timeouts >= 1:
            counts.restart(s, card.name)
        case TimeOut():
            tried = s.state.desk.total
            track.asking = replace(asking, timeouts=1, tried=tried, snooze=None)
        case Withdraw():
            pass
        case _:
            assert_never(ending)


def _end_return(s: Situation, track: ReturnTrack, ending: Ending) -> None:
    match ending:
        case PutOff(length):
            track.snooze = Snooze(s.state.desk.total, length)
        case Accept() | Skip() | TimeOut() | Withdraw():
            track.snooze = None
        case _:
            assert_never(ending)


def _end_daily(s: Situation, track: DailyTrack, ending: Ending) -> None:
    if track.waiting is None:
        return
    match ending:
        case PutOff(length):
            snooze = Snooze(s.state.desk.total, length)
            track.waiting = replace(track.waiting, snooze=snooze)
        case Accept() | Skip() | TimeOut():
            track.waiting = None
        case Withdraw():
            pass
        case _:
            assert_never(ending)
