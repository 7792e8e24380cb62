"""What fits this person here and now: the answers, the place, the morning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskstretch.app import rules
from deskstretch.movements import screening
from deskstretch.movements.screening_rows import ROWS, SMALL
from deskstretch.reminders.rules import base
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.screening import Answers
    from deskstretch.reminders.rules import Library, Rules
    from deskstretch.settings.model import Settings

# Smaller in the first hour of the day (REMINDERS, morning guard; movements.md C02).
SMALL_IN_THE_MORNING: Final = frozenset({"knee-twists", "seated-hip-hinge"})


def answers(settings: Settings, *, here: bool = False) -> Answers:
    """Return the health answers of the settings; `here`, with what the place allows.

    A red flag is not among them: it has its own dates and blocks by itself.
    """
    asked = (row.key for row in ROWS if not row.blocks)
    ticked = frozenset(key for key in asked if settings[f"health.{key}"])
    return screening.Answers(
        ticked, standing_only=here and settings["place.at"] == "office"
    )


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
    ) -> None:
        self._content = content
        self._live = live
        self._in_morning_guard = in_morning_guard

    def prompted(self, slug: str) -> Movement:
        """Return the version of a movement to offer unasked.

        A movement that nothing can stand in for is returned itself; no reminder asks
        for one (`without_offer`), and `refusal` keeps it from being played.
        """
        movement, _ = self._content.find(slug)
        for here in (True, False):
            found = self._offer(movement, here=here).movement
            if found is not None:
                return found
        return movement

    def refusal(self, slug: str) -> Words | None:
        """Return why the health answers rule a movement out, and what there is."""
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

    def allowed(self) -> dict[str, Movement]:
        """Return the movements that the health answers leave as they are."""
        ticked = answers(self._live.settings)
        return {
            slug: movement
            for slug, movement in self._content.movements.items()
            if screening.ruled_out(movement, ticked) is None
        }

    def range_of(self, movement: Movement) -> float:
        """Return how much of a movement is shown, from 0 to 1."""
        early = movement.slug in SMALL_IN_THE_MORNING and self._in_morning_guard()
        return min(self._offer(movement).range_, SMALL if early else 1.0)

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
    return frozenset(
        slug
        for slug, movement in content.movements.items()
        if screening.offer(movement, ticked, content.movements).movement is None
    )
