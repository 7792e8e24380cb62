"""What a session under way can play in place of one of its movements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskstretch.app import items
from deskstretch.movements.routine import Block
from deskstretch.words import words

if TYPE_CHECKING:
    from deskstretch.app.fitting import Fitting
    from deskstretch.app.items import Plan
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.player.opening import Swap


class Swapping:
    """Offers the nearest swap that the person's answers allow, and plans it.

    The other movement takes the place of the one it replaces, in the profile whose
    length is nearest. What the session plays already is not offered again. Each
    timeline offered is remembered with its blocks, so that one swap can follow
    another. `movements` is everything that may come up, by slug.
    """

    def __init__(self, plan: Plan, fitting: Fitting, content: Catalogue) -> None:
        self._plan = plan
        self._fitting = fitting
        self._content = content
        self._known: list[tuple[Timeline, tuple[Block, ...]]] = [
            (plan.timeline, self._blocks(plan))
        ]
        self.movements: dict[str, tuple[Movement, Dose]] = dict(plan.movements)
        for slug in plan.movements:
            for other in fitting.others(slug):
                usual = (other, other.doses[other.default_profile])
                self.movements.setdefault(other.slug, usual)

    def __call__(self, timeline: Timeline, number: int) -> Swap | None:
        """Return what can stand in for the movement with this number, or None."""
        from deskstretch.ui.player.opening import Swap

        blocks = self._blocks_of(timeline)
        played = {part.movement for part in timeline.parts}
        slug = timeline.parts[number].movement
        other = next(
            (one for one in self._fitting.others(slug) if one.slug not in played), None
        )
        if other is None or blocks is None:
            return None
        block = self._block(blocks[number], other)
        swapped = (*blocks[:number], block, *blocks[number + 1 :])
        found = self._planned(swapped)
        self._known.append((found.timeline, swapped))
        self.movements[other.slug] = found.movements[other.slug]
        return Swap(other.slug, words(other.name), found.timeline)

    def _blocks(self, plan: Plan) -> tuple[Block, ...]:
        if plan.routine:
            return self._fitting.blocks(plan.slug)
        return (Block(f"{plan.slug}/{plan.profile}"),)

    def _blocks_of(self, timeline: Timeline) -> tuple[Block, ...] | None:
        return next(
            (blocks for known, blocks in self._known if known == timeline), None
        )

    def _block(self, block: Block, other: Movement) -> Block:
        """Return the block with the other movement, as long as it can be alike."""
        asked = self._content.find(block.movement)[1].total_s
        profile = self._fitting.profile_of(other, asked)
        return replace(
            block,
            movement=f"{other.slug}/{profile}",
            prep_s=None,
            sets=None,
            set_rest_s=None,
        )

    def _planned(self, blocks: tuple[Block, ...]) -> Plan:
        if self._plan.routine:
            routine = self._content.routines[self._plan.slug]
            return items.routine_plan(routine, blocks, self._content)
        return items.movement_plan(*self._content.find(blocks[0].movement))
