"""Raw input, lock and sleep made into one thing: the user is here, or gone since.

Rules see only that. All times are steady microseconds of the planner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from deskstretch.reminders.days import HOUR, MINUTE

_WATCHING = {
    "camera": 2 * HOUR,
    "microphone": 2 * HOUR,
    "full-screen": 30 * MINUTE,
    "presentation": 30 * MINUTE,
}


@dataclass(frozen=True, slots=True)
class Here:
    """The user is here, as far as is known.

    Attributes:
        last_input: the last input known.
        anchor: what the time without input is measured from: the last input, or
            the end of watching after it.
        watching_until: while watching stands for input, the moment it stops to.
    """

    last_input: int
    anchor: int
    watching_until: int | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """The user is away.

    Attributes:
        since: where the absence is measured from.
        last_input: the input to which that moves back once it is long enough ago;
            None when it has, or when there was input up to the end.
    """

    since: int
    last_input: int | None = None


Place: TypeAlias = Here | Gone


@dataclass(slots=True)
class Presence:
    """Where the user is.

    Input counts for being here unless the screen is locked, the session switched
    away or the machine asleep; input going on when that ends counts from then.
    Missing input makes the user leave at `leaves_at`, and only there.
    """

    place: Place = field(default_factory=lambda: Gone(0))
    input_on: bool = False
    locked: bool = False
    switched: bool = False
    asleep: bool = False
    known: int = 0
    allowance: int | None = None
    watch_ended: int | None = None
    watch_allowed: int = 0

    @property
    def shut(self) -> bool:
        """Whether nobody can be here, whatever input there is."""
        return self.locked or self.switched or self.asleep

    @property
    def watching(self) -> bool:
        """Whether something in use stands for input that is missing."""
        place = self.place
        return (
            not self.input_on
            and isinstance(place, Here)
            and place.watching_until is not None
        )

    def touch(self, now: int) -> int | None:
        """Take an input at this moment; return the length of the absence it ended."""
        absence = now - self.place.since if isinstance(self.place, Gone) else None
        self.known = now
        self.place = self._here(now, now, now)
        return absence

    def idle(self, since: int, now: int) -> None:
        """Take it that the last input was at `since`."""
        self.input_on = False
        since = max(since, self.known)
        match self.place:
            case Here():
                anchor = since
                ended = self.watch_ended
                if ended is not None and since < ended < since + self.watch_allowed:
                    anchor = ended
                self.place = self._here(since, anchor, now)
            case Gone(moment, None) if since < moment and self.shut:
                self.place = Gone(moment, since)
            case Gone():
                pass

    def watch(self, reasons: frozenset[str], now: int) -> None:
        """Take what is in use: watching stands for input."""
        allowed = [_WATCHING[reason] for reason in reasons if reason in _WATCHING]
        before, self.allowance = self.allowance, max(allowed, default=None)
        if not isinstance(self.place, Here):
            return
        if before is not None and self.allowance is None:
            self.watch_ended, self.watch_allowed = now, before
        was = self.place.watching_until
        here = self._here(self.place.last_input, self.place.anchor, now)
        if was is not None and was > now and here.watching_until is None:
            here = Here(here.last_input, now)
        self.place = here

    def leaves_at(self, threshold: int) -> int | None:
        """Return when missing input makes the user leave, or settles since when."""
        match self.place:
            case Here() if self.input_on:
                return None
            case Here(last, _, int(watching)):
                return max(watching, last + threshold)
            case Here(_, anchor, _):
                return anchor + threshold
            case Gone(_, int(last)):
                return last + threshold
            case Gone():
                return None

    def expire(self) -> int:
        """Let `leaves_at` come: return since when the user is away."""
        since = self._left_since()
        self.place = Gone(since)
        return since

    def _left_since(self) -> int:
        match self.place:
            case Here(last, _, int()) | Gone(_, int(last)):
                return last
            case Here(_, anchor, _):
                return anchor
            case Gone(since, _):
                return since

    def leave(self, now: int) -> None:
        """Take it that nobody can be here from now on (lock, sleep, end)."""
        if isinstance(self.place, Here):
            last, watching = self.place.anchor, self.place.watching_until
            if self.input_on or (watching is not None and now < watching):
                last = now
            self.place = Gone(now, last if last < now else None)
        self.input_on = False

    def stay(self, now: int) -> None:
        """Take it that input ended while a session, which is no absence, is open."""
        self.input_on = False
        self.known = now
        self.place = Here(now, now)

    def forget(self) -> None:
        """Know nothing of the desktop, as at the start of the program."""
        self.input_on = self.locked = self.switched = self.asleep = False
        self.allowance = self.watch_ended = None

    def _here(self, last_input: int, anchor: int, now: int) -> Here:
        until = None if self.allowance is None else last_input + self.allowance
        if until is not None and until <= now:
            until = None
        return Here(last_input, anchor, until)
