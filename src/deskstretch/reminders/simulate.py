"""Runs the planner over a history: only the clock and the desktop are replaced."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, cast

from deskstretch.reminders.effects import Save, ShowPrompt, WithdrawPrompt
from deskstretch.reminders.events import (
    Accepted,
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
    Opened,
    Paused,
    Resumed,
    Skipped,
    Slept,
    Snoozed,
    Started,
    Tick,
    Unlocked,
    Woke,
)
from deskstretch.reminders.moment import Moment
from deskstretch.reminders.planner import Planner
from deskstretch.reminders.simulate_input import BadLineError, SimulateError, read
from deskstretch.reminders.simulate_output import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from deskstretch.reminders.events import Event, Sign
    from deskstretch.reminders.rules import Library, Rules
    from deskstretch.reminders.simulate_input import Line

__all__ = ["SimulateError", "run"]

_MICROSECOND = timedelta(microseconds=1)
_PRESSES: dict[str, Event] = {
    "accept": Accepted(),
    "skip": Skipped(),
    "close": Closed(),
    "resume": Resumed(),
    "enough": Enough(),
}


def run(lines: Iterable[str], rules: Rules, library: Library) -> Iterator[str]:
    """Run a history and yield what the planner does, one JSON object a line.

    Args:
        lines: one JSON object each, in time order; empty lines are passed over.
        rules: the settings in force.
        library: the slugs that may be named.

    Raises:
        SimulateError: a line cannot be used; what came before it was yielded.
    """
    machine = _Machine(rules, library)
    try:
        for number, text in enumerate(lines, 1):
            if not text.strip():
                continue
            try:
                line = read(text, library, machine.named, rules.snooze_s)
                done = machine.take(line)
            except BadLineError as error:
                raise SimulateError(number, str(error)) from None
            yield from done
    except SimulateError:  # also of lines that are no text
        yield from machine.flush()
        raise
    yield from machine.flush()


class _Machine:
    """A machine with a clock that is set by the lines, a desktop, and a planner."""

    def __init__(self, rules: Rules, library: Library) -> None:
        self._rules = rules
        self._library = library
        self._planner: Planner | None = None
        self._saved: dict[str, object] | None = None
        self._crashed: float | None = None
        self._page = Page()
        self._wall: datetime | None = None
        self._steady = 0
        self.named: tzinfo | None = None
        self._busy: frozenset[str] = frozenset()
        self._input_on = False
        self._locked = False

    def take(self, line: Line) -> list[str]:
        """Let the machine come to the line's moment, and the line happen."""
        if self._wall is not None and line.at < self._wall:
            raise BadLineError(f'"at" is earlier than the line before ({self._wall}).')
        slug = line.slug or (self._open_slug() if line.event == "finish" else None)
        self.named = line.zone or self.named
        zone = self.named or line.at.tzinfo or UTC
        done = self._come_to(line.at, zone)
        self._happen(replace(line, slug=slug))
        return done

    def flush(self) -> list[str]:
        """Return what the last moment brought."""
        return self._page.turn()

    # Time

    def _come_to(self, at: datetime, zone: tzinfo) -> list[str]:
        """Pass the time up to `at`, waking the planner whenever it asks for it."""
        if self._wall is None:
            self._wall = at.astimezone(zone)
            return []
        target = (
            self._steady
            + (at.astimezone(UTC) - self._wall.astimezone(UTC)) // _MICROSECOND
        )
        done: list[str] = []
        while self._planner is not None:
            wake = self._planner.next_wake()
            if wake is None or round(wake * 1_000_000) >= target:
                break
            done += self._move(round(wake * 1_000_000))
            self._tell(Tick())
        done += self._move(target)
        self._wall = self._wall.astimezone(zone)
        return done

    def _move(self, steady: int) -> list[str]:
        wall = cast("datetime", self._wall)
        if steady == self._steady:
            return []
        later = wall.astimezone(UTC) + _MICROSECOND * (steady - self._steady)
        self._wall, self._steady = later.astimezone(wall.tzinfo), steady
        return self._page.turn()

    def _moment(self) -> Moment:
        return Moment(self._steady / 1_000_000, cast("datetime", self._wall))

    def _tell(self, event: Event) -> None:
        """Hand an event to the planner; a card it asks for is visible at once."""
        planner = self._planner
        if planner is None:
            return
        moment = self._moment()
        effects = planner.handle(event, moment)
        for effect in effects:
            self._page.note(effect, moment.wall)
            if isinstance(effect, Save):
                self._saved = planner.snapshot()
        if any(isinstance(effect, ShowPrompt) for effect in effects):
            self._tell(CardShown())

    # Lines

    def _happen(self, line: Line) -> None:
        match line.event:
            case "start" | "end" | "crash" | "restart":
                self._program(line.event)
            case "active" | "idle" | "lock" | "unlock" | "sleep" | "wake":
                self._desktop(line.event)
            case "busy" | "free":
                self._busy = _now_busy(self._busy, line)
                self._tell(Busy(self._busy))
            case "clock":
                wall = cast("datetime", self._wall)
                self._wall = cast("datetime", line.to).astimezone(wall.tzinfo)
                self._tell(Tick())
            case "zone":
                self._tell(Tick())
            case _:
                self._tell(self._press(line))

    def _program(self, event: str) -> None:
        planner = self._planner
        if event == "start" and planner is None:
            self._start()
        elif event == "restart" and planner is not None:
            self._tell(Tick())
            if planner.status(self._moment()).session is not None:
                self._tell(Closed())
            self._planner = self._restored(planner.snapshot())
        elif event == "end":
            self._tell(Ended())
            self._stop()
        elif event == "crash" and planner is not None:
            self._tell(Tick())
            prompt = planner.status(self._moment()).prompt
            if prompt is not None:
                lost = WithdrawPrompt(prompt.name, prompt.does, "ended")
                self._page.note(lost, self._moment().wall)
            self._crashed = self._moment().steady
            self._stop()

    def _start(self) -> None:
        alive, self._crashed = self._crashed, None
        if self._saved is None:
            self._planner = Planner(self._rules, self._library)
        else:
            self._planner = self._restored(self._saved)
        self._tell(Started(alive))
        if self._locked:
            self._tell(Locked())
        if self._busy:
            self._tell(Busy(self._busy))

    def _restored(self, snapshot: dict[str, object]) -> Planner:
        """Return a planner from a snapshot that went through a file and back."""
        kept = json.loads(json.dumps(snapshot))
        return Planner.restore(self._rules, self._library, kept, self._moment())

    def _stop(self) -> None:
        self._planner = None
        self._input_on = False

    def _desktop(self, event: str) -> None:
        match event:
            case "active":
                self._input_on = True
                self._tell(Input())
            case "idle":
                if not self._input_on:
                    self._tell(Input())
                self._input_on = False
                self._tell(Idled(self._moment().steady))
            case "lock":
                self._input_on, self._locked = False, True
                self._tell(Locked())
            case "unlock":
                self._locked = False
                self._tell(Unlocked())
            case "sleep":
                self._input_on = False
                self._tell(Slept())
            case "wake":
                self._tell(Woke())

    def _press(self, line: Line) -> Event:
        match line.event:
            case "open":
                return Opened(line.slug or "")
            case "finish":
                return Finished(line.slug or "")
            case "hurts":
                return Hurt(cast("Sign", line.sign))
            case "checked":
                return Checked(line.seen)
            case "pause":
                return Paused(cast("datetime | Literal['tomorrow'] | None", line.until))
            case "snooze":
                return Snoozed(line.seconds)
            case _:
                return _PRESSES[line.event]

    def _open_slug(self) -> str:
        planner = self._planner
        status = None if planner is None else planner.status(self._moment())
        if status is None or status.session is None:
            raise BadLineError('this needs "slug": a movement or a routine.')
        return status.session


def _now_busy(busy: frozenset[str], line: Line) -> frozenset[str]:
    if line.event == "busy":
        return busy | {line.reason or ""}
    return frozenset() if line.reason is None else busy - {line.reason}
