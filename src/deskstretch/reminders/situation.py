"""The state under the rules in force: what everything else here reads and writes."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from deskstretch.reminders.days import (
    SECOND,
    Days,
    Gate,
    instant_of,
    local,
    resolve,
    span,
)
from deskstretch.reminders.effects import (
    Effect,
    Phase,
    Save,
    StateChanged,
    WithdrawPrompt,
)
from deskstretch.reminders.presence import Here
from deskstretch.reminders.reminder import (
    Daily,
    EveryDeskTime,
    OnReturn,
    Reminder,
    own_week,
)
from deskstretch.reminders.state import Day, State
from deskstretch.reminders.tracks import (
    Card,
    DailyTrack,
    DeskTrack,
    ReturnTrack,
    Session,
)
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from deskstretch.reminders.effects import Why
    from deskstretch.reminders.rules import Library, Rules

_DAYS_KEPT = 8
_IN_USE = {
    "do-not-disturb": "do not disturb is on",
    "full-screen": "full-screen app",
    "presentation": "presentation mode is on",
    "camera": "camera in use",
    "microphone": "microphone in use",
    "program": "a program you named is running",
}


class Situation:
    """The state, the rules, and the questions that both answer together.

    Nothing here decides. `effects` gathers what is wanted done; `arrival` is the
    length of an absence that ended at this very moment, for OnReturn; `looked` is
    when the reasons for quiet were last told, in this run of the program.
    """

    def __init__(self, rules: Rules, library: Library, state: State) -> None:
        self.state = state
        self.library = library
        self.zone: tzinfo = UTC
        self.effects: list[Effect] = []
        self.arrival: int | None = None
        self.looked: int | None = None
        self.unsaved = False
        self._days = Days()
        self._base = 0
        self._known = set(state.tracks)
        self.adopt(rules)

    def adopt(self, rules: Rules) -> None:
        """Live by other rules; what is remembered of a reminder stays, by name.

        The count of one that was not among the rules before begins at zero.
        """
        self.rules = rules
        before, self._known = self._known, {r.name for r in rules.reminders}
        self.reminders = {reminder.name: reminder for reminder in rules.reminders}
        self.away_after = span(rules.idle_after_s)
        hours = rules.hours if rules.hours and any(rules.hours) else None
        self.hours = Gate(hours)
        self.gates = {name: Gate(own_week(r)) for name, r in self.reminders.items()}
        tracks, desk = self.state.tracks, self.state.desk
        for name, reminder in self.reminders.items():
            track = tracks.get(name)
            if not isinstance(track, _TRACKS[type(reminder)]):
                track = tracks[name] = _TRACKS[type(reminder)]()
                before.discard(name)
            if isinstance(track, DeskTrack) and name not in before:
                track.mark, track.asking = desk.reading(name), None

    # Time

    @property
    def now(self) -> int:
        return self.state.steady

    def set_out(self, steady: float, now: int) -> None:
        """Let the driver's clock read `steady` seconds where the planner's reads `now`.

        The planner's own goes on over restarts, and over those of the machine.
        """
        self._base = span(steady) - now

    def inside(self, steady: float) -> int:
        """Return a reading of the driver's steady clock on the planner's own."""
        return span(steady) - self._base

    def outside(self, moment: int) -> float:
        """Return a moment of the planner in seconds of the driver's steady clock."""
        return (moment + self._base) / SECOND

    def steady_of(self, instant: int) -> int:
        """Return the steady moment at which the wall clock comes to an instant."""
        return self.state.steady + instant - self.state.instant

    def wall(self, instant: int | None = None) -> datetime:
        """Return an instant (or now) as local time."""
        return local(self.state.instant if instant is None else instant, self.zone)

    @property
    def today(self) -> str:
        return self._days.look(self.state.instant, self.zone)[0]

    @property
    def day_ends(self) -> int:
        """The instant of the next 04:00."""
        return self._days.look(self.state.instant, self.zone)[1]

    @property
    def day(self) -> Day:
        """What is counted today."""
        return self.day_record(self.today)

    def day_record(self, key: str) -> Day:
        days = self.state.days
        if key not in days:
            days[key] = Day()
            for old in list(days)[:-_DAYS_KEPT]:
                del days[old]
        return days[key]

    # Where things stand

    @property
    def here(self) -> bool:
        return isinstance(self.state.presence.place, Here)

    @property
    def in_session(self) -> bool:
        return isinstance(self.state.screen, Session)

    @property
    def card(self) -> Card | None:
        return self.state.screen if isinstance(self.state.screen, Card) else None

    @property
    def at_desk(self) -> bool:
        """Whether desk time runs."""
        return self.state.running and self.here and not self.in_session

    @property
    def stopped(self) -> bool:
        return self.state.stop is not None or self.rules.blocked

    @property
    def held(self) -> bool:
        """Whether a pause or a stop keeps everything back."""
        return self.stopped or self.state.pause is not None

    @property
    def quiet(self) -> bool:
        return not self.rules.quiet.isdisjoint(self.state.busy)

    @property
    def quiet_reasons(self) -> tuple[str, ...]:
        """The reasons that make it quiet, the one to name first."""
        both = self.rules.quiet.intersection(self.state.busy)
        return tuple(reason for reason in _IN_USE if reason in both)

    def in_hours(self, name: str) -> bool:
        """Whether a reminder is inside the working hours and its own."""
        instant = self.state.instant
        return self.works and self.gates[name].look(instant, self.zone)[0]

    @property
    def works(self) -> bool:
        """Whether it is inside the working hours."""
        return self.hours.look(self.state.instant, self.zone)[0]

    @property
    def morning_until(self) -> int | None:
        """When the morning guard ends, while it is on."""
        active = self.day.active
        if active is None:
            return None
        until = active + span(self.rules.morning_guard_s)
        return until if self.now < until else None

    def guarded_until(self, does: str) -> int | None:
        """Return when the morning guard lets go of a movement, if it holds it."""
        return self.morning_until if self.library.guarded(does) else None

    def desk_tracks(self) -> list[tuple[EveryDeskTime, DeskTrack]]:
        return [
            (reminder, track)
            for name, reminder in self.reminders.items()
            if isinstance(reminder, EveryDeskTime)
            and isinstance(track := self.state.tracks[name], DeskTrack)
        ]

    def return_tracks(self) -> list[tuple[OnReturn, ReturnTrack]]:
        return [
            (reminder, track)
            for name, reminder in self.reminders.items()
            if isinstance(reminder, OnReturn)
            and isinstance(track := self.state.tracks[name], ReturnTrack)
        ]

    def daily_tracks(self) -> list[tuple[Daily, DailyTrack]]:
        return [
            (reminder, track)
            for name, reminder in self.reminders.items()
            if isinstance(reminder, Daily)
            and isinstance(track := self.state.tracks[name], DailyTrack)
        ]

    @property
    def phase(self) -> Phase:
        """The first phase that applies."""
        phases: tuple[tuple[Phase, bool], ...] = (
            ("stopped", self.stopped),
            ("session", self.in_session),
            ("paused", self.state.pause is not None),
            ("off-hours", not self.works),
            ("away", not self.here),
            ("prompting", self.card is not None),
            ("quiet", self.quiet),
        )
        return next((phase for phase, applies in phases if applies), "counting")

    @property
    def reason(self) -> Words | None:
        """Why it is quiet, in the words of the tray."""
        return words(_IN_USE[self.quiet_reasons[0]]) if self.phase == "quiet" else None

    # What is wanted done

    def write(self) -> None:
        """Have the state written down when this event is dealt with."""
        self.unsaved = True

    def save(self) -> None:
        """Have it written down, the next time after five minutes of desk time."""
        self.write()
        self.state.saved = self.state.desk.total
        self.state.saved_at = self.now

    def withdrawn(self, card: Card, why: Why) -> None:
        self.effects.append(WithdrawPrompt(card.name, card.does, why))

    def tell(self) -> None:
        """Say the phase and its reason, where they are others than last told."""
        phase, reason = self.phase, self.reason
        told = f"{phase}: {reason.id}" if reason else phase
        if told != self.state.told:
            self.state.told = told
            self.effects.append(StateChanged(phase, reason))

    def take_effects(self) -> tuple[Effect, ...]:
        effects = [*self.effects, Save()] if self.unsaved else self.effects
        self.effects, self.unsaved = [], False
        return tuple(effects)

    def next_working(self, instant: int) -> int:
        """Return the first working minute at or after an instant."""
        works, change = self.hours.look(instant, self.zone)
        return instant if works or change is None else change

    def reread(self, reading: str) -> int:
        """Return when the clock on the wall shows a reading, in the zone in force."""
        return resolve(datetime.fromisoformat(reading), self.zone)

    def reading(self, wall: datetime) -> tuple[int, str]:
        """Return the instant of a time, and what the clock on the wall shows then."""
        instant = instant_of(wall)
        return instant, self.wall(instant).replace(tzinfo=None).isoformat()


_TRACKS: dict[type[Reminder], type[DeskTrack | ReturnTrack | DailyTrack]] = {
    EveryDeskTime: DeskTrack,
    OnReturn: ReturnTrack,
    Daily: DailyTrack,
}
