"""What fits this person here and now: the answers, the place, the morning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskstretch.app import items, rules
from deskstretch.app.content import answers, choices
from deskstretch.movements import screening
from deskstretch.movements.screening_rows import SMALL
from deskstretch.reminders.rules import base
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.items import Item, Plan
    from deskstretch.app.levels import Levels
    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Block, Routine
    from deskstretch.reminders.rules import Library, Rules
    from deskstretch.settings.model import Settings

MORNING: Final = "seven-minute"  # stands first where routines are offered
# Smaller in the first hour of the day (REMINDERS, morning guard; movements.md C02).
SMALL_IN_THE_MORNING: Final = frozenset({"knee-twists", "seated-hip-hinge"})


class Fitting:
    """Says what may be offered for a slug, why not, and how large it is shown.

    Health answers hold for every door. The place decides only what is offered
    unasked: someone who asks for a movement on the floor by name has a floor.
    """

    def __init__(
        self,
        content: Catalogue,
        live: LiveSettings,
        in_morning_guard: Callable[[], bool],
        levels: Levels | None = None,
    ) -> None:
        """Make it of the content, the settings and the levels someone has come to."""
        self.levels = levels
        self._content = content
        self._live = live
        self._in_morning_guard = in_morning_guard
        self._seen: tuple[object, object] = (None, None)
        self._allowed: dict[str, Item] = {}

    def prompted(self, slug: str) -> Item:
        """Return the version of a movement or routine to offer unasked.

        What nothing can stand in for is returned itself; no reminder asks for it
        (`without_offer`), and `refusal` keeps it from being played.
        """
        routine = self._content.routines.get(slug)
        if routine is not None:
            return items.of_routine(routine, self._routine_plan(routine, anyhow=True))
        movement, _ = self._content.find(slug)
        for here in (True, False):
            found = self._offer(movement, here=here).movement
            if found is not None:
                return items.of_movement(found)
        return items.of_movement(movement)

    def item(self, slug: str) -> Item:
        """Return what a slug names, whether or not it may be offered."""
        if slug in self._content.routines:
            return self.prompted(slug)
        return items.of_movement(self._content.find(slug)[0])

    def refusal(self, slug: str) -> Words | None:
        """Return why the health answers rule something out, and what there is."""
        routine = self._content.routines.get(slug)
        if routine is not None:
            left = self._blocks(routine)
            return None if left else screening.nothing_left(routine.name)
        movement, _ = self._content.find(slug)
        found = self._offer(movement)
        if found.reason is None:
            return None
        if found.movement is None:
            return found.reason
        return words(
            "{reason} There is {name} instead.",
            reason=found.reason,
            name=words(found.movement.name),
        )

    def allowed(self) -> dict[str, Item]:
        """Return what the health answers leave: movements as they are, routines."""
        settings = self._live.settings
        # Both are replaced, never changed.
        standing = self.levels.standing if self.levels else None
        if self._seen[0] is not settings or self._seen[1] is not standing:
            self._seen = (settings, standing)
            self._allowed = self._find_allowed(settings)
        return self._allowed

    def instead(self, slug: str) -> str:
        """Return the slug to play when this one is asked for: itself, or its swap."""
        if slug in self._content.routines:
            return slug
        found = self._offer(self._content.find(slug)[0]).movement
        return found.slug if found else slug

    def plan(self, slug: str) -> Plan:
        """Return what the player plays for a slug that exists."""
        routine = self._content.routines.get(slug)
        if routine is not None:
            return self._routine_plan(routine, anyhow=True)
        movement, dose = self._content.find(slug)
        only = self._offer(movement).profile
        if only is None and slug == movement.slug:
            usual = f"{slug}/{movement.default_profile}"
            base_, _, profile = self._level(usual).partition("/")
            only = profile if base_ == slug else None
        return items.movement_plan(movement, movement.doses[only] if only else dose)

    def others(self, slug: str) -> tuple[Movement, ...]:
        """Return what a movement may be swapped for, the nearest first."""
        movement, _ = self._content.find(slug)
        ticked = answers(self._live.settings)
        return screening.others(movement, ticked, self._content.movements)

    def profile_of(self, movement: Movement, seconds: float) -> str:
        """Return the profile to play in place of something of this length."""
        only = self._offer(movement).profile
        return only or screening.nearest_profile(movement, seconds)

    def blocks(self, slug: str) -> tuple[Block, ...]:
        """Return the blocks of a routine as the answers leave them."""
        return self._blocks(self._content.routines[slug])

    def range_of(self, movement: Movement) -> float:
        """Return how much of a movement is shown, from 0 to 1."""
        early = movement.slug in SMALL_IN_THE_MORNING and self._in_morning_guard()
        return min(self._offer(movement).range_, SMALL if early else 1.0)

    def notes_for(self, movement: Movement) -> tuple[Words, ...]:
        """Return what to do differently because of the answers."""
        return self._offer(movement).notes

    def _find_allowed(self, settings: Settings) -> dict[str, Item]:
        ticked = answers(settings)
        found = {
            slug: items.of_movement(movement)
            for slug, movement in self._content.movements.items()
            if screening.ruled_out(movement, ticked) is None
        }
        routines = self._content.routines
        for slug in sorted(routines, key=lambda one: one != MORNING):
            routine = routines[slug]
            if self._blocks(routine):
                found[slug] = items.of_routine(routine, self._routine_plan(routine))
        return found

    def _blocks(self, routine: Routine) -> tuple[Block, ...]:
        settings = self._live.settings
        played = routine.played(choices(settings))
        if not routine.fixed:
            played = tuple(
                replace(block, movement=self._level(block.movement)) for block in played
            )
        return screening.screened(played, answers(settings), self._content.movements)

    def _routine_plan(self, routine: Routine, *, anyhow: bool = False) -> Plan:
        """Plan a routine; `anyhow` also one that is refused and never played."""
        blocks = self._blocks(routine)
        if not blocks and anyhow:
            blocks = routine.played(choices(self._live.settings))
        return items.routine_plan(routine, blocks, self._content)

    def _level(self, slug: str) -> str:
        """Return what is played for a slug with its profile, at the person's level."""
        return self.levels.level(slug) if self.levels else slug

    def _offer(self, movement: Movement, *, here: bool = False) -> screening.Offer:
        ticked = answers(self._live.settings, here=here)
        return screening.offer(movement, ticked, self._content.movements)


def rules_for(settings: Settings, library: Library, content: Catalogue) -> Rules:
    """Return the planner's rules, without reminders the answers leave nothing for."""
    every = rules.rules(settings, library)
    nothing = without_offer(content, settings)
    kept = tuple(one for one in every.reminders if base(one.does) not in nothing)
    return replace(every, reminders=kept)


def without_offer(content: Catalogue, settings: Settings) -> frozenset[str]:
    """Return the slugs that the health answers leave nothing for, not even a swap."""
    ticked = answers(settings)
    movements = content.movements
    alone = {
        slug
        for slug, movement in movements.items()
        if screening.offer(movement, ticked, movements).movement is None
    }
    chosen = choices(settings)
    empty = {
        slug
        for slug, routine in content.routines.items()
        if not screening.screened(routine.played(chosen), ticked, movements)
    }
    return frozenset(alone | empty)
