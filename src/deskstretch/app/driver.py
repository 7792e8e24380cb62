"""Carries facts to the planner and its effects out, and sets the next alarm."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.reminders.effects import Refused
from deskstretch.reminders.events import Slept, Tick, Woke

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.clock import Clock
    from deskstretch.desktop.scheduling import Scheduling
    from deskstretch.reminders.events import Event
    from deskstretch.reminders.moment import Moment
    from deskstretch.reminders.planner import Planner
    from deskstretch.reminders.status import Status
    from deskstretch.words import Words

_log = logging.getLogger(__name__)
_NOTICED_S = 2.0
"""Two clocks read one after the other differ by less than this without a sleep."""


def _never() -> None:
    return None


class Driver(QObject):
    """The one hand that touches the planner.

    Every event gets one reading of the clock. Its effects are announced one by
    one; what they set off is queued behind, so the planner is never entered
    twice. After each round the alarm is set to the planner's next wake, and
    `settled` says that its status can be read.
    """

    effect_arose = Signal(object)
    settled = Signal()
    sleep_noticed = Signal()
    """The machine has slept, and the planner knows; only input says who is back."""

    def __init__(
        self, planner: Planner, clock: Clock, scheduling: Scheduling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.planner = planner
        self.clock = clock
        self._scheduling = scheduling
        self._waiting: deque[Event] = deque()
        self._busy = False
        self._refused: Refused | None = None
        self._other_wake: Callable[[], float | None] = _never
        self._asleep = clock.asleep()
        self._last = clock.now().steady

    def dispatch(self, event: Event) -> None:
        """Let the planner know of `event`, now."""
        self._waiting.append(event)
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                self._step(self._waiting.popleft())
        finally:
            self._busy = False
        self._arm()
        self.settled.emit()
        if self._other_wake is not _never:
            self._arm()  # a look may have begun

    def wake_too(self, wanted: Callable[[], float | None]) -> None:
        """Be woken at what `wanted` returns, too: a steady second, or None."""
        self._other_wake = wanted

    def _arm(self) -> None:
        wakes = (self.planner.next_wake(), self._other_wake())
        self._scheduling.wake_at(min((w for w in wakes if w is not None), default=None))

    def ask(self, event: Event) -> Refused | None:
        """Let the planner know of a wish, and return why it is not granted."""
        self._refused = None
        self.dispatch(event)
        return self._refused

    def status(self) -> Status:
        """Return how the reminders stand since the last event."""
        return self.planner.status(self.clock.now())

    def status_now(self) -> Status:
        """Return how the reminders stand at this very moment."""
        self.dispatch(Tick())
        return self.status()

    def refusal(self, slug: str) -> Words | None:
        """Return why `slug` may not be opened now, or None."""
        return self.planner.refusal(slug)

    def in_morning_guard(self) -> bool:
        """Say whether it is the first hour of the day, when some things are smaller."""
        return self.planner.in_morning_guard()

    def _step(self, event: Event) -> None:
        moment = self.clock.now()
        self._notice_sleep(moment)
        self._hand_over(event, moment)

    def _notice_sleep(self, moment: Moment) -> None:
        """Tell the planner of a sleep that no signal told of, by the clocks' gap."""
        asleep = self.clock.asleep()
        slept = asleep - self._asleep
        since = max(self._last, moment.steady - slept)
        self._asleep, self._last = asleep, moment.steady
        if slept > _NOTICED_S:
            self._hand_over(Slept(since), moment)
            self._hand_over(Woke(), moment)
            self.sleep_noticed.emit()

    def _hand_over(self, event: Event, moment: Moment) -> None:
        effects = self.planner.handle(event, moment)
        _log.debug("%s -> %s", event, effects)
        for effect in effects:
            if isinstance(effect, Refused):
                self._refused = effect
            self.effect_arose.emit(effect)
