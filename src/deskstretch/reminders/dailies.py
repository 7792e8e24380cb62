"""When the times of the Daily reminders come, by the clock on the wall."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from deskstretch.reminders.coming import await_daily
from deskstretch.reminders.days import day_of, naive, resolve
from deskstretch.reminders.tracks import Waiting

if TYPE_CHECKING:
    from datetime import tzinfo

    from deskstretch.reminders.reminder import Daily
    from deskstretch.reminders.situation import Situation
    from deskstretch.reminders.state import Pause


class Calls:
    """Finds the next time of each Daily, and remembers it while the zone holds."""

    def __init__(self) -> None:
        self._next: dict[str, tuple[int, str]] = {}

    def forget(self) -> None:
        """Look again: the zone, the clock or the rules changed."""
        self._next.clear()

    def next_call(self, s: Situation, reminder: Daily) -> tuple[int, str] | None:
        """Return the instant and the date of the first time not looked at yet."""
        if reminder.at is None:
            return None
        known = self._next.get(reminder.name)
        if known is None or known[0] <= s.state.called:
            known = _first_after(reminder, s.state.called, s.zone)
            if known is None:
                return None
            self._next[reminder.name] = known
        return known

    def look(self, s: Situation) -> None:
        """Let wait what has become due by now; in a pause or a stop it is dropped."""
        for reminder, _ in s.daily_tracks():
            call = self.next_call(s, reminder)
            while call is not None and call[0] <= s.state.instant:
                if not s.held:
                    wait(s, reminder, call[1], s.steady_of(call[0]))
                call = _first_after(reminder, call[0], s.zone)
        s.state.called = max(s.state.called, s.state.instant)


def _first_after(reminder: Daily, instant: int, zone: tzinfo) -> tuple[int, str] | None:
    today = naive(instant, zone).date()
    for ahead in range(-1, 9):
        day = today + timedelta(days=ahead)
        call = _instant(reminder, day, zone)
        if call is not None and call > instant:
            return call, day.isoformat()
    return None


def _instant(reminder: Daily, day: date, zone: tzinfo) -> int | None:
    if reminder.at is None or day.weekday() not in reminder.days:
        return None
    return resolve(datetime.combine(day, reminder.at), zone)


def wait(s: Situation, reminder: Daily, on: str, due: int) -> None:
    """Let a Daily wait for the date `on`, if it can still be shown in its day."""
    if reminder.at is None:
        return
    time = reminder.at
    day = day_of(datetime.combine(date.fromisoformat(on), time)).isoformat()
    if day == s.today:
        waiting = Waiting(on, day, time.hour * 60 + time.minute, due)
        await_daily(s, reminder.name, waiting)


def jumped(s: Situation, was: datetime, pause: Pause | None) -> None:
    """Deal with the times that the clock on the wall jumped over.

    Args:
        s: the situation, with the clock and the zone as they are now.
        was: what the clock read before.
        pause: the pause that was on before.
    """
    now = naive(s.state.instant, s.zone)
    for reminder, track in s.daily_tracks():
        waiting = track.waiting
        if waiting is not None and waiting.timed and waiting.date not in track.asked:
            instant = _instant_of(reminder, waiting, s.zone)
            if instant is not None and instant > s.state.instant:
                track.waiting = None
        for ahead in (1, 0):
            day = now.date() - timedelta(days=ahead)
            instant = _instant(reminder, day, s.zone)
            if instant is None or not was < naive(instant, s.zone) <= now:
                continue
            in_pause = pause is not None and (
                pause.until is None or instant < pause.until
            )
            if not in_pause and not s.stopped:
                wait(s, reminder, day.isoformat(), s.now)
    s.state.called = s.state.instant


def _instant_of(reminder: Daily, waiting: Waiting, zone: tzinfo) -> int | None:
    return _instant(reminder, date.fromisoformat(waiting.date), zone)
