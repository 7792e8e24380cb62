"""What is due, and when it may be shown.

One question answers both "show it now?" and "when to wake?": the earliest moment
at which a reminder's card may be on the screen if nothing happens until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deskstretch.reminders import asking, coming
from deskstretch.reminders.asking import TimeOut, Withdraw
from deskstretch.reminders.days import MINUTE, SECOND, span
from deskstretch.reminders.reminder import DIARY, Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.tracks import (
    SECOND_TRY,
    TOO_LATE,
    WAITS,
    Clear,
    DailyTrack,
    DeskTrack,
    Reason,
    ReturnTrack,
    Snooze,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.reminders.reminder import Reminder
    from deskstretch.reminders.situation import Situation

SAVE_EVERY = 5 * MINUTE
LOOK_OPEN = 5 * SECOND
LOOK_HELD = 15 * SECOND
LOOK_KNOWN = 5 * MINUTE
LOOK_BEFORE = SECOND


def look(s: Situation) -> None:
    """Let come what is due at this moment: time-outs, then at most one card."""
    card_late = card_ends_at(s)
    if card_late is not None and s.now >= card_late:
        seen = s.card is not None and s.card.shown is not None
        asking.end(s, TimeOut() if seen else Withdraw("time-out"))
    for name in by_rank(s):
        opens = opens_at(s, name)
        if opens is not None and opens <= s.now:
            asking.ask(s, name, why(s, name))
            break
    s.arrival = None
    save_at = saves_at(s)
    if save_at is not None and s.now >= save_at:
        s.save()


def by_rank(s: Situation) -> list[str]:
    """Return the reminders by who goes first when several are due."""
    names = list(s.reminders)
    return sorted(
        names, key=lambda name: (*_rank(s.reminders[name]), names.index(name))
    )


def _rank(reminder: Reminder) -> tuple[int, bool]:
    match reminder:
        case EveryDeskTime():
            return 0, False
        case OnReturn():
            return 1, False
        case Daily():
            return 2, reminder.does != DIARY
        case _:
            assert_never(reminder)


def card_ends_at(s: Situation) -> int | None:
    """Return when the open card times out, or a return card comes too late."""
    card = s.card
    if card is None:
        return None
    if card.shown is None and isinstance(s.reminders.get(card.name), OnReturn):
        return None if card.requested else card.asked + TOO_LATE
    return card.times_out


def saves_at(s: Situation) -> int | None:
    """Return when the state is to be saved though nothing happens."""
    if not s.at_desk:
        return None
    return s.now + SAVE_EVERY - (s.state.desk.total - s.state.saved)


def out_of_hours(s: Situation, name: str) -> bool:
    """Say whether a reminder is one of those that keep to the hours, and outside."""
    reminder = s.reminders.get(name)
    return isinstance(reminder, EveryDeskTime | OnReturn) and not s.in_hours(name)


def looks_at(s: Situation) -> int | None:
    """Return when the reasons for quiet are to be looked at next, if at all.

    Just before something comes or the user is taken to be away, every 5 s while a
    card is open, every 15 s while something is held by them. A reason that is known
    and holds nothing yet is looked at now and then, so that it does not outlive
    itself in the tray; and so is one that stands for input.
    """
    if not s.at_desk or s.held:
        return None
    looked = -LOOK_BEFORE if s.looked is None else s.looked
    if s.card is not None:
        return max(s.now, looked + LOOK_OPEN)
    comes = [opens_at(s, name, in_quiet=True) for name in s.reminders]
    moments = [one for one in (*comes, coming.leaves_at(s)) if one is not None]
    looks = [one - LOOK_BEFORE for one in moments if looked < one - LOOK_BEFORE]
    if s.quiet:
        held = any(moment <= s.now for moment in moments)
        looks.append(looked + (LOOK_HELD if held else LOOK_KNOWN))
    if s.state.presence.watching:
        looks.append(looked + max(LOOK_HELD, s.away_after))
    return max(s.now, min(looks)) if looks else None


def due_in(s: Situation, name: str) -> int | None:
    """Return the desk time until a reminder is due; less than 0 if it was before.

    None for a Daily or an OnReturn that is not put off, and for one at its limit.
    """
    track = s.state.tracks[name]
    match track:
        case DeskTrack():
            if _at_limit(s, track):
                return None
            return _desk_due_in(s, name, track)
        case ReturnTrack():
            return None if track.snooze is None else _left(s, track.snooze)
        case DailyTrack():
            snooze = None if track.waiting is None else track.waiting.snooze
            return None if snooze is None else _left(s, snooze)
        case _:
            assert_never(track)


def _desk_due_in(s: Situation, name: str, track: DeskTrack) -> int:
    pending = track.asking
    if pending is not None and pending.snooze is not None:
        return _left(s, pending.snooze)
    if pending is not None and pending.tried is not None:
        return pending.tried + SECOND_TRY - s.state.desk.total
    reminder = s.reminders[name]
    every = span(reminder.every_s) if isinstance(reminder, EveryDeskTime) else 0
    return track.mark + every - s.state.desk.reading(name)


def _left(s: Situation, snooze: Snooze) -> int:
    return snooze.since + snooze.length - s.state.desk.total


def _at_limit(s: Situation, track: DeskTrack) -> bool:
    counted = track.asking is not None and track.asking.counted
    return not counted and s.day.prompts >= s.rules.prompts_a_day


def opens_at(s: Situation, name: str, *, in_quiet: bool = False) -> int | None:
    """Return from when on a reminder's card may be shown, if nothing happens.

    With `in_quiet`: if it were not quiet.
    """
    free = s.at_desk and isinstance(s.state.screen, Clear)
    if not free or s.held or (s.quiet and not in_quiet):
        return None
    track = s.state.tracks[name]
    match track:
        case DeskTrack():
            opens = _desk_opens(s, name, track)
        case ReturnTrack():
            opens = _return_opens(s, name, track)
        case DailyTrack():
            opens = _daily_opens(s, track)
        case _:
            assert_never(track)
    if opens is None:
        return None
    guarded = s.guarded_until(s.reminders[name].does)
    return opens if guarded is None else max(opens, guarded)


def _desk_opens(s: Situation, name: str, track: DeskTrack) -> int | None:
    left = due_in(s, name)
    if left is None or not s.in_hours(name):
        return None
    snoozed = track.asking is not None and track.asking.snooze is not None
    return max(s.now + left, *_gates(s, snoozed=snoozed))


def _return_opens(s: Situation, name: str, track: ReturnTrack) -> int | None:
    reminder = s.reminders[name]
    if not isinstance(reminder, OnReturn) or not s.in_hours(name):
        return None
    if s.arrival is not None and _may_return(s, reminder, track):
        return s.now
    return None if track.snooze is None else s.now + _left(s, track.snooze)


def _may_return(s: Situation, reminder: OnReturn, track: ReturnTrack) -> bool:
    """Say whether the absence that ends now brings it; else it is dropped."""
    long = s.arrival is not None and s.arrival >= span(reminder.away_s)
    last = track.last
    rested = last is None or s.now - last >= span(reminder.every_s)
    distant = all(s.now >= gate for gate in _distance(s))
    guarded = s.guarded_until(reminder.does) is not None
    return (
        long
        and rested
        and distant
        and not guarded
        and s.day.returns < s.rules.returns_a_day
    )


def _daily_opens(s: Situation, track: DailyTrack) -> int | None:
    waiting = track.waiting
    if waiting is None or waiting.day != s.today:
        return None
    if waiting.snooze is not None:
        return max(s.now + _left(s, waiting.snooze), *_gates(s, snoozed=True))
    opens = max(waiting.due, *_gates(s, snoozed=False))
    return opens if opens <= waiting.due + WAITS else None


def _gates(s: Situation, *, snoozed: bool) -> Iterator[int]:
    """Yield the moments before which no EveryDeskTime and no Daily comes."""
    yield s.now
    if not snoozed:
        yield from _distance(s)
    if s.state.returned is not None:
        since = s.state.desk.total - s.state.returned
        yield s.now + span(s.rules.after_return_s) - since
    if s.state.quiet_ended is not None:
        yield s.state.quiet_ended + span(s.rules.quiet_after_s)


def _distance(s: Situation) -> Iterator[int]:
    if s.state.closed is not None:
        yield s.state.closed + span(s.rules.between_cards_s)


def why(s: Situation, name: str) -> Reason:
    """Return why a reminder asks now."""
    track = s.state.tracks[name]
    match track:
        case DeskTrack():
            return Reason("sitting", s.state.desk.reading(name) - track.mark)
        case ReturnTrack():
            reminder = s.reminders[name]
            arrived = isinstance(reminder, OnReturn) and _may_return(s, reminder, track)
            if s.arrival is not None and arrived:
                track.absence, track.snooze = s.arrival, None
            return Reason("away", track.absence) if track.absence else Reason("asked")
        case DailyTrack():
            minute = track.waiting.minute if track.waiting is not None else 0
            if minute < 12 * 60:
                return Reason("morning")
            return Reason("day" if minute < 18 * 60 else "evening")
        case _:
            assert_never(track)
