"""What the user chose, and what the slugs mean: all the planner knows of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskstretch.reminders.reminder import DIARY, OnReturn, Reminder, Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REASONS = (
    "do-not-disturb",
    "full-screen",
    "presentation",
    "camera",
    "microphone",
    "program",
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings the planner lives by; every duration in seconds.

    Attributes:
        reminders: the enabled ones, in the order of the file, names unique.
        hours: working hours of the week; None (or no range at all) is always.
        quiet: the reasons that keep cards away, of `REASONS`. Watching (camera,
            microphone, full screen, presentation) is seen whatever stands here.
        quiet_after_s: how long after quiet nothing but a return card comes.
        blocked: a red flag was ticked: nothing is asked, the phase is stopped.
    """

    reminders: tuple[Reminder, ...] = ()
    away_after_s: float = 5 * 60.0
    restart_after_s: float = 5 * 60.0
    prompts_a_day: int = 5
    returns_a_day: int = 8
    snooze_s: float = 10 * 60.0
    morning_guard_s: float = 60 * 60.0
    between_cards_s: float = 10 * 60.0
    after_return_s: float = 5 * 60.0
    hours: Week | None = None
    quiet: frozenset[str] = frozenset(REASONS)
    quiet_after_s: float = 2 * 60.0
    blocked: bool = False

    @property
    def idle_after_s(self) -> float:
        """Seconds without input after which the user is away: what to watch for."""
        aways = [r.away_s for r in self.reminders if isinstance(r, OnReturn)]
        return min(self.away_after_s, self.restart_after_s, *aways)


@dataclass(frozen=True, slots=True)
class Item:
    """What one slug stands for.

    Attributes:
        movements: the movements in it, a variant under the slug it varies.
        guarded: not for the first hour of the day (see `Library.of`).
    """

    movements: frozenset[str]
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """The slugs that can be asked for, opened and finished; profiles do not matter."""

    items: Mapping[str, Item] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        movements: Iterable[tuple[str, str | None, Iterable[str]]],
        routines: Iterable[tuple[str, Iterable[str]]] = (),
    ) -> Library:
        """Build it from (slug, variant_of, tags) and (slug, movement slugs).

        Guarded in the morning are what is tagged `flexion`, flexion rotation,
        what contains one of them, and `full-session` (movements.md C01).
        """
        items: dict[str, Item] = {}
        for slug, variant_of, tags in movements:
            guarded = "flexion" in tags or slug == "flexion-rotation"
            items[slug] = Item(frozenset({variant_of or slug}), guarded)
        for slug, parts in routines:
            known = [items[base(part)] for part in parts if base(part) in items]
            items[slug] = Item(
                frozenset().union(*(item.movements for item in known)),
                slug == "full-session" or any(item.guarded for item in known),
            )
        return cls(items)

    def knows(self, slug: str) -> bool:
        return base(slug) == DIARY or base(slug) in self.items

    def contains(self, done: str, asked: str) -> bool:
        """Say whether every movement of `asked` is in `done`."""
        done, asked = base(done), base(asked)
        if done == asked:
            return True
        if done not in self.items or asked not in self.items:
            return False
        wanted = self.items[asked].movements
        return bool(wanted) and wanted <= self.items[done].movements

    def guarded(self, slug: str) -> bool:
        item = self.items.get(base(slug))
        return item is not None and item.guarded


def base(slug: str) -> str:
    """Return the slug without its profile: `cat-cow/slow` is `cat-cow`."""
    return slug.partition("/")[0]
