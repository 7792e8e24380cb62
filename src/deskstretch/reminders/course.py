"""How time passes: in steps, each at its own moment, and by the clock on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.reminders import asking, coming, dues, holds
from deskstretch.reminders.asking import Withdraw
from deskstretch.reminders.dailies import Calls, jumped
from deskstretch.reminders.days import SECOND, instant_of, naive
from deskstretch.reminders.reminder import Daily
from deskstretch.reminders.state import Pause

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from deskstretch.reminders.moment import Moment
    from deskstretch.reminders.situation import Situation

_JITTER = SECOND // 20  # two clocks read one after the other never agree quite


class Course:
    """Carries a situation through time.

    Between two events it stops at every moment at which something may change, so
    that it makes no difference how often, or how late, the planner is called.
    """

    def __init__(self, situation: Situation) -> None:
        self._s = situation
        self.calls = Calls()

    def begin(self, moment: Moment) -> None:
        """Begin without a history: the time before is no absence."""
        s = self._s
        s.set_out(moment.steady, s.now)
        s.zone = moment.wall.tzinfo or s.zone
        s.state.instant = instant_of(moment.wall)
        s.state.called = s.state.instant - 1
        s.state.presence.leave(s.now)

    def pass_until(self, moment: int) -> None:
        """Let time pass, and what lies before `moment` happen at its own time."""
        s = self._s
        while True:
            deadline = self.next_deadline()
            if deadline is None or deadline >= moment:
                break
            self._advance(deadline)
            self.settle()
            self.look()
            if s.state.running:
                s.tell()
        self._advance(moment)

    def _advance(self, moment: int) -> None:
        s = self._s
        passed = moment - s.now
        if passed <= 0:
            return
        if s.at_desk:
            names = [r.name for r, _ in s.desk_tracks() if s.in_hours(r.name)]
            s.state.desk.run(s.now, moment, tuple(names))
            if s.held:
                holds.freeze(s, passed)
        s.state.steady = moment
        s.state.instant += passed

    def next_deadline(self) -> int | None:
        """Return the next moment at which something may change by itself."""
        now = self._s.now
        return min((d for d in self._deadlines() if d > now), default=None)

    def _deadlines(self) -> Iterator[int]:
        """Yield the moments at which something may change though nothing happens."""
        s = self._s
        yield s.steady_of(s.day_ends)
        for gate in (s.hours, *s.gates.values()):
            change = gate.look(s.state.instant, s.zone)[1]
            if change is not None:
                yield s.steady_of(change)
        if s.state.pause is not None and s.state.pause.until is not None:
            yield s.steady_of(s.state.pause.until)
        for reminder in s.reminders.values():
            if isinstance(reminder, Daily):
                call = self.calls.next_call(s, reminder)
                if call is not None:
                    yield s.steady_of(call[0])
        moments = [
            coming.session_ends_at(s),
            coming.leaves_at(s),
            dues.card_ends_at(s),
            dues.saves_at(s),
            *(dues.opens_at(s, name) for name in s.reminders),
        ]
        yield from (moment for moment in moments if moment is not None)

    def settle(self) -> None:
        """Presence first: who is here, pauses that end, edges of hours."""
        s = self._s
        ends = coming.session_ends_at(s)
        if ends is not None and s.now >= ends:
            coming.session_ends(s)
        leaves = coming.leaves_at(s)
        if leaves is not None and s.now >= leaves:
            coming.gone(s)
        if holds.pause_is_over(s):
            holds.resume(s)
        card = s.card
        if card is not None and not card.requested and dues.out_of_hours(s, card.name):
            asking.end(s, Withdraw("off-hours"))
        if s.state.presence.input_on and not s.state.presence.shut:
            coming.note_activity(s)

    def look(self) -> None:
        """Then what is due."""
        self.calls.look(self._s)
        dues.look(self._s)

    def read_wall(self, wall: datetime) -> None:
        """Take the wall clock as it is now; where it jumped, so do calendar rules."""
        s = self._s
        zone, instant = wall.tzinfo or s.zone, instant_of(wall)
        moved = abs(instant - s.state.instant) > _JITTER
        if not moved and zone == s.zone:
            return
        was = naive(s.state.instant, s.zone)
        if zone != s.zone and s.state.pause is not None and s.state.pause.reading:
            reading = s.state.pause.reading
            s.zone = zone
            s.state.pause = Pause(s.reread(reading), reading)
        s.zone = zone
        s.state.instant = instant if moved else s.state.instant
        pause = s.state.pause
        self.calls.forget()
        self.settle()
        jumped(s, was, pause)
