"""Desk time: counted while the user is here, taken back where it was not so."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskstretch.reminders.days import HOUR

_KEPT = 26 * HOUR  # the longest a tail can be: away_after is at most 24 h


@dataclass(frozen=True, slots=True)
class Span:
    """A time at the desk, and the reminders whose own counts it went to."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(slots=True)
class DeskTime:
    """The desk time of the user, and within their hours that of the reminders.

    It only ever grows by `run`, except that `take_back` takes what turned out to
    be absence. So a moment on it is kept as its reading then (a mark), which a
    taking back pulls down with it, and what passed since is a subtraction.
    """

    total: int = 0
    own: dict[str, int] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def run(self, start: int, end: int, names: tuple[str, ...]) -> None:
        """Count the time from `start` to `end`, and to the counts of `names`."""
        self.total += end - start
        for name in names:
            self.own[name] = self.own.get(name, 0) + end - start
        last = self.spans[-1] if self.spans else None
        if last is not None and last.end == start and last.names == names:
            self.spans[-1] = Span(last.start, end, names)
        else:
            self.spans.append(Span(start, end, names))
        while self.spans[0].end < end - _KEPT:
            del self.spans[0]

    def take_back(self, since: int) -> None:
        """Take back what was counted from `since` on."""
        while self.spans and self.spans[-1].end > since:
            last = self.spans.pop()
            cut = last.end - max(last.start, since)
            self.total -= cut
            for name in last.names:
                self.own[name] -= cut
            if last.start < since:
                self.spans.append(Span(last.start, since, last.names))

    def settle(self) -> None:
        """Take it that the user was here until now: nothing can be taken back."""
        self.spans.clear()

    def reading(self, name: str) -> int:
        """Return the reading of a reminder's own count."""
        return self.own.get(name, 0)
