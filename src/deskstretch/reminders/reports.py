"""How things stand, told from the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deskstretch.reminders import coming, dues, holds
from deskstretch.reminders.days import SECOND, span
from deskstretch.reminders.presence import Gone
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.status import (
    PromptStatus,
    ReminderStatus,
    Status,
    StopStatus,
)
from deskstretch.reminders.tracks import DailyTrack, DeskTrack, Session

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.dailies import Calls
    from deskstretch.reminders.reminder import Reminder
    from deskstretch.reminders.situation import Situation


def status(s: Situation, calls: Calls, later: int) -> Status:
    """Return how things stand, `later` microseconds after the last event."""
    card, pause = s.card, s.state.pause
    reminders = [_reminder(s, calls, r, later) for r in s.reminders.values()]
    return Status(
        phase=s.phase,
        reason=s.reason,
        reminders=tuple(reminders),
        prompt=None
        if card is None
        else PromptStatus(card.name, card.does, card.reason.words()),
        session=s.state.screen.slug if isinstance(s.state.screen, Session) else None,
        away=not s.here,
        held=tuple(one.name for one in reminders if _held(s, one)),
        quiet=s.quiet_reasons,
        works_from=_time(s, None if s.works else s.next_working(s.state.instant)),
        paused=pause is not None,
        paused_until=_time(s, None if pause is None else pause.until),
        stop=_stop(s),
    )


def _time(s: Situation, instant: int | None) -> datetime | None:
    return None if instant is None else s.wall(instant)


def _reminder(
    s: Situation, calls: Calls, reminder: Reminder, later: int
) -> ReminderStatus:
    due = None if s.held else _due_in(s, calls, reminder)
    counts = reminder.kind == "daily" or (s.at_desk and s.in_hours(reminder.name))
    passed = later if counts else 0
    due_in_s = None if due is None else max(0, due - passed) / SECOND
    return ReminderStatus(reminder.name, reminder.does, reminder.kind, due_in_s)


def _due_in(s: Situation, calls: Calls, reminder: Reminder) -> int | None:
    match reminder:
        case EveryDeskTime():
            place = s.state.presence.place
            restart_after = span(s.rules.restart_after_s)
            if isinstance(place, Gone) and s.now - place.since >= restart_after:
                return span(reminder.every_s)  # its count restarts on return
            return dues.due_in(s, reminder.name)
        case OnReturn():
            return None
        case Daily():
            return _daily_due_in(s, calls, reminder)
        case _:
            assert_never(reminder)


def _daily_due_in(s: Situation, calls: Calls, reminder: Daily) -> int | None:
    track = s.state.tracks[reminder.name]
    if isinstance(track, DailyTrack) and coming.waits(s, track):
        return 0
    snoozed = dues.due_in(s, reminder.name)
    if snoozed is not None:
        return snoozed
    call = calls.next_call(s, reminder)
    return None if call is None else call[0] - s.state.instant


def _held(s: Situation, one: ReminderStatus) -> bool:
    track = s.state.tracks[one.name]
    asked = isinstance(track, DeskTrack) and track.asking is not None
    snoozed = isinstance(track, DeskTrack) and (
        track.asking is not None and track.asking.snooze is not None
    )
    due = one.due_in_s is not None and one.due_in_s <= 0
    open_now = s.card is not None and s.card.name == one.name
    return not open_now and not s.held and (due or (asked and not snoozed))


def _stop(s: Situation) -> StopStatus | None:
    stop = s.state.stop
    if stop is None:
        return None
    opens = s.state.instant + max(0, stop.until - s.now)
    return StopStatus(s.wall(opens), holds.check_open(s, stop), stop.asks)
