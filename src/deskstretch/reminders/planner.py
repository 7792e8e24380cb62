"""When to ask: events in, effects out, and the moment to be called again by.

The planner has no clock. Whoever holds it hands over each event with one reading
of both clocks, performs the effects, and calls again with a `Tick` at
`next_wake()`. Early, late, double and lost wake-ups are harmless: what should have
happened before an event happens before it, in order, at its own moment.

Within one moment presence comes first, then the event, then what is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deskstretch.reminders import coming, dues, happenings, reports
from deskstretch.reminders.course import Course
from deskstretch.reminders.days import SECOND, instant_of
from deskstretch.reminders.events import (
    Accepted,
    Asked,
    Busy,
    CardShown,
    Checked,
    Closed,
    Ended,
    Enough,
    Finished,
    Hurt,
    Idled,
    Input,
    Locked,
    Mistaken,
    Opened,
    Paused,
    PointerOver,
    Resumed,
    RulesChanged,
    Skipped,
    Slept,
    Snoozed,
    Started,
    SwitchedAway,
    SwitchedBack,
    Tick,
    Unlocked,
    Woke,
)
from deskstretch.reminders.requests import refusal
from deskstretch.reminders.rules import Library, Rules
from deskstretch.reminders.situation import Situation
from deskstretch.reminders.snapshot import Memory, pack, unpack
from deskstretch.reminders.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.reminders.effects import Effect
    from deskstretch.reminders.events import Event, ProgramEvent
    from deskstretch.reminders.moment import Moment
    from deskstretch.reminders.status import Status
    from deskstretch.words import Words

__all__ = ["Library", "Planner", "Rules"]


class Planner:
    """Decides when which reminder asks, by REMINDERS.

    It begins with `Started`, on a fresh planner or one made by `restore`, and ends
    with `Ended`; between program runs it takes nothing but those and new rules.
    """

    def __init__(self, rules: Rules, library: Library) -> None:
        self._s = Situation(rules, library, State())
        self._course = Course(self._s)
        self._fresh = True

    @classmethod
    def restore(
        cls,
        rules: Rules,
        library: Library,
        snapshot: Mapping[str, object],
        moment: Moment,
        *,
        same_boot: bool = True,
    ) -> Planner:
        """Make a planner that goes on where a snapshot was taken.

        A snapshot of another version, or a damaged one, makes a fresh planner which
        still keeps the pause and the stop if they can be read.

        Args:
            rules: the rules in force now.
            library: what the slugs mean.
            snapshot: what `snapshot` returned, from JSON.
            moment: now.
            same_boot: False if the machine was started since: then the steady clock
                began anew, and the wall clock tells how long it was.
        """
        planner = cls(rules, library)
        memory = unpack(snapshot, moment.wall)
        if memory is not None:
            planner._take_up(memory, rules, moment, same_boot=same_boot)
        return planner

    def _take_up(
        self, memory: Memory, rules: Rules, moment: Moment, *, same_boot: bool
    ) -> None:
        state, library = memory.state, self._s.library
        s = self._s = Situation(rules, library, state)
        self._course = Course(s)
        self._fresh = not memory.whole
        if self._fresh:
            return
        passed = moment.steady - memory.steady
        if passed < 0 or not same_boot:
            passed = max(0.0, (instant_of(moment.wall) - state.instant) / SECOND)
        s.set_out(moment.steady - passed, state.steady)
        s.zone = memory.zone

    def handle(self, event: Event, moment: Moment) -> tuple[Effect, ...]:
        """Take an event at a moment, and return what is to be done for it."""
        s = self._s
        if self._fresh:
            self._fresh = False
            self._course.begin(moment)
        now = max(s.now, s.inside(moment.steady))
        if isinstance(event, Started) and s.state.running:
            alive = event.alive_until
            coming.recover(s, None if alive is None else s.inside(alive), now)
        if not s.state.running and not isinstance(event, Started | RulesChanged):
            return ()
        if isinstance(event, Slept) and event.since is not None:
            self._course.pass_until(min(now, max(s.now, s.inside(event.since))))
            self._course.settle()
            self._happen(event)
            event = Tick()
        self._course.pass_until(now)
        self._course.settle()
        self._course.read_wall(moment.wall)
        if isinstance(event, Ended):
            self._course.look()
        self._happen(event)
        self._course.settle()
        self._course.look()
        if s.state.running:
            s.tell()
        return s.take_effects()

    def next_wake(self) -> float | None:
        """Return the steady second by which to hand over a `Tick`, if there is one."""
        if not self._s.state.running:
            return None
        wake = self._course.next_deadline()
        return None if wake is None else self._s.outside(wake)

    def next_look(self) -> float | None:
        """Return the steady second at which to look at the reasons for quiet.

        Hand over what was seen as `Busy`, even if it is as before. It is a second
        before a card may come or the user is taken to be away, every 5 s while a
        card is open, and now and then while something is held. Look, too, before an
        `Idled`, and between `ShowPrompt` and the showing. None: no need to.
        """
        look = dues.looks_at(self._s) if self._s.state.running else None
        return None if look is None else self._s.outside(look)

    def status(self, moment: Moment) -> Status:
        """Return how things stand: the phase as last told, the times at `moment`."""
        later = 0 if self._fresh else self._s.inside(moment.steady) - self._s.now
        return reports.status(self._s, self._course.calls, max(0, later))

    def snapshot(self) -> dict[str, object]:
        """Return all that is remembered, as plain values for JSON."""
        s = self._s
        return pack(s.state, s.outside(s.now), s.wall())

    def refusal(self, slug: str) -> Words | None:
        """Return why the player may not be opened with this now, or None."""
        return refusal(self._s, slug)

    @property
    def shut(self) -> bool:
        """Whether presses do nothing: the screen is locked, or nobody can be here."""
        return self._s.state.presence.shut

    def in_morning_guard(self) -> bool:
        """Say whether the morning guard is on: then some movements are smaller."""
        return self._s.morning_until is not None

    def _happen(self, event: Event) -> None:
        s = self._s
        match event:
            case (
                Input()
                | Idled()
                | Locked()
                | Unlocked()
                | SwitchedAway()
                | SwitchedBack()
                | Slept()
                | Woke()
                | Busy()
            ):
                happenings.on_desktop(s, event)
            case (
                Accepted()
                | Snoozed()
                | Skipped()
                | CardShown()
                | PointerOver()
                | Asked()
            ):
                happenings.on_card(s, event)
            case Opened() | Finished() | Closed() | Hurt() | Mistaken() | Checked():
                happenings.on_player(s, event)
            case Paused() | Resumed() | Enough():
                happenings.on_hold(s, event)
            case Started() | RulesChanged() | Tick() | Ended():
                self._on_program(event)
            case _:
                assert_never(event)

    def _on_program(self, event: ProgramEvent) -> None:
        s = self._s
        match event:
            case Started():
                coming.started(s)
            case Ended():
                coming.ended(s)
            case RulesChanged(rules, library):
                s.library = library or s.library
                happenings.change_rules(s, rules)
                self._course.calls.forget()
            case Tick():
                pass
            case _:
                assert_never(event)
