"""What the user asks for: a card now, a movement in the player, something done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deskstretch.reminders import asking, coming, counts, dues
from deskstretch.reminders.asking import Accept, Withdraw
from deskstretch.reminders.effects import Refused
from deskstretch.reminders.reminder import DIARY, EveryDeskTime
from deskstretch.reminders.rules import base
from deskstretch.reminders.tracks import (
    Card,
    DailyTrack,
    DeskTrack,
    Reason,
    ReturnTrack,
    Session,
    Waiting,
)
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from deskstretch.reminders.situation import Situation


def refusal(s: Situation, slug: str) -> Words | None:
    """Return why this cannot be opened now, or None: a lock, a stop, the morning."""
    if s.state.presence.shut:
        return words("The screen is locked.")
    if base(slug) == DIARY:
        return None
    if s.rules.blocked:
        return words("Stretches are off until a professional says they are fine.")
    if s.state.stop is not None:
        return words("Stretches are off until the check.")
    until = s.guarded_until(slug)
    if until is not None:
        minutes = -((s.now - until) // 60_000_000)
        return words("Bending comes later in the morning: in {n} min.", n=minutes)
    return None


def opened(s: Situation, slug: str) -> None:
    """The player was opened; with what the open card asks for, that is an accept."""
    refused = refusal(s, slug)
    if refused is not None:
        s.effects.append(Refused(refused))
        return
    card, session = s.card, s.state.screen
    if card is not None and s.library.contains(slug, card.does):
        asking.end(s, Accept(slug))
        return
    if base(slug) == DIARY:
        return
    if isinstance(session, Session):
        if base(session.slug) == base(slug):
            return
        coming.session_ends(s)
    asking.end(s, Withdraw("session"))
    s.state.screen = Session(slug, None)
    s.save()


def finished(s: Situation, slug: str) -> None:
    """Something was done: all that it contains is done."""
    if base(slug) != DIARY:  # it is filled in beside a session, and ends none
        coming.session_ends(s)
    card = s.card
    if card is not None and s.library.contains(slug, card.does):
        asking.end(s, Withdraw("done"))
    day = s.day
    day.finished = tuple(dict.fromkeys((*day.finished, base(slug))))
    counts.row_ends(s)
    for name, reminder in s.reminders.items():
        if s.library.contains(slug, reminder.does):
            _done(s, name)
    s.save()


def _done(s: Situation, name: str) -> None:
    track = s.state.tracks[name]
    match track:
        case DeskTrack():
            counts.restart(s, name)
        case ReturnTrack():
            track.last, track.snooze = s.now, None
        case DailyTrack():
            track.waiting = None


def asked(s: Situation, slug: str | None) -> None:
    """The user wants the card now."""
    refused = _not_now(s)
    name = _next(s) if slug is None else _doing(s, slug)
    if refused is None and name is None and slug is None:
        refused = words("No reminder is switched on.")
    does = s.reminders[name].does if name is not None else slug or ""
    if refused is None and not s.library.knows(does):
        refused = words('"{slug}" is no movement or routine.', slug=does)
    refused = refused or refusal(s, does)
    if refused is not None:
        s.effects.append(Refused(refused))
        return
    s.arrival = None
    reason = Reason("asked")
    if name is None:
        card = Card(does, does, reason, s.now, False, False, requested=True)
        asking.show(s, card, waits=False)
        return
    _prepare(s, name)
    asking.ask(s, name, reason, requested=True, does=slug)


def _not_now(s: Situation) -> Words | None:
    if s.in_session:
        return words("A session is open.")
    if s.card is not None:
        return words("A card is open already.")
    return None


def _next(s: Situation) -> str | None:
    """Return the reminder that comes next: due ones by rank, then by desk time."""
    names = dues.by_rank(s)
    desk = [name for name in names if isinstance(s.reminders[name], EveryDeskTime)]
    waiting = [
        reminder.name for reminder, track in s.daily_tracks() if coming.waits(s, track)
    ]
    due = [name for name in desk if (dues.due_in(s, name) or 1) <= 0] + waiting
    if due:
        return due[0]
    if desk:
        return min(desk, key=lambda name: dues.due_in(s, name) or 0)
    return names[0] if names else None


def _doing(s: Situation, slug: str) -> str | None:
    """Return the reminder whose asking this is: for the same, or a variant of it."""
    does = {name: s.reminders[name].does for name in dues.by_rank(s)}
    same = [name for name, other in does.items() if base(other) == base(slug)]
    variant = [
        name
        for name, other in does.items()
        if s.library.contains(other, slug) and s.library.contains(slug, other)
    ]
    return next(iter(same or variant), None)


def _prepare(s: Situation, name: str) -> None:
    """Let a Daily stand at the asking of today, which this now is."""
    track = s.state.tracks[name]
    if isinstance(track, DailyTrack) and not coming.waits(s, track):
        reminder = s.reminders[name]
        timed = getattr(reminder, "at", None) is not None
        wall = s.wall()
        on = wall.date() if timed else date.fromisoformat(s.today)
        minute = wall.hour * 60 + wall.minute
        track.waiting = Waiting(on.isoformat(), s.today, minute, s.now, timed)
