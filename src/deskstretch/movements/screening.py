"""What may be offered to whom: a person's answers against what the movements are.

Everything that opens, asks for, lists or plays a movement goes through `offer`, and
every routine through `screened`, so that no door leads past the answers.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deskstretch.movements.screening_rows import EVERYTHING, ROWS, Row
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Block

BESIDE_THE_DESK = "A"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said about themselves and their place.

    Attributes:
        ticked: the keys of the rows of `ROWS` that apply.
        standing_only: no knee on the floor here, as in most offices.
    """

    ticked: frozenset[str] = frozenset()
    standing_only: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that apply, in the order of the table."""
        return tuple(row for row in ROWS if row.key in self.ticked)


@dataclass(frozen=True, slots=True)
class Offer:
    """What to do instead of, or with, the movement that was asked for.

    Attributes:
        movement: what to offer, or None if nothing may be.
        reason: why it is not what was asked for; None if it is.
        range_: the largest share of the full movement.
        profile: the only profile allowed, or None.
        notes: what to do differently.
    """

    movement: Movement | None
    reason: Words | None = None
    range_: float = 1.0
    profile: str | None = None
    notes: tuple[Words, ...] = ()


def offer(
    movement: Movement, answers: Answers, movements: Mapping[str, Movement]
) -> Offer:
    """Return what may be offered when `movement` is asked for.

    A red flag blocks everything. What the answers rule out is replaced by the nearest
    of its swaps, or of theirs, that they allow; if there is none, by nothing.
    """
    why = ruled_out(movement, answers)
    if why is None:
        return _adjusted(movement, answers)
    for swap in others(movement, answers, movements):
        return replace(_adjusted(swap, answers), reason=why)
    return Offer(None, why)


def others(
    movement: Movement, answers: Answers, movements: Mapping[str, Movement]
) -> tuple[Movement, ...]:
    """Return the swaps of a movement that the answers allow, the nearest first."""
    if _blocked(answers):
        return ()
    return tuple(
        swap for swap in _swaps(movement, movements) if ruled_out(swap, answers) is None
    )


def nearest_profile(movement: Movement, seconds: float) -> str:
    """Return the profile whose length is nearest, the movement's first among equals."""
    return min(
        movement.doses, key=lambda name: abs(movement.doses[name].total_s - seconds)
    )


def ruled_out(movement: Movement, answers: Answers) -> Words | None:
    """Return why the answers rule a movement out, or None if they do not."""
    name = words(movement.name)
    for row in answers.rows:
        if row.blocks and row.advice:
            return row.advice
        if _hides(row, movement):
            return words(
                "{name} is left out because of your answer: {answer}.",
                name=name,
                answer=row.ticks,
            )
    if answers.standing_only and movement.office != BESIDE_THE_DESK:
        return words("{name} needs room on the floor.", name=name)
    return None


def screened(
    blocks: Iterable[Block], answers: Answers, movements: Mapping[str, Movement]
) -> tuple[Block, ...]:
    """Return the blocks of a routine as the answers allow them.

    A movement that is ruled out gives its place to its swap, in the profile whose
    length is nearest to the one it replaces; without a swap the block is left out.
    What may be left is nothing: the caller says `nothing_left`.
    """
    kept = []
    for block in blocks:
        movement = movements[block.slug]
        found = offer(movement, answers, movements)
        if found.movement is movement and found.profile is None:
            kept.append(block)
        elif found.movement is movement:
            kept.append(replace(block, movement=f"{movement.slug}/{found.profile}"))
        elif found.movement is not None:
            asked = movement.doses[_profile(block, movement)].total_s
            profile = found.profile or nearest_profile(found.movement, asked)
            slug = f"{found.movement.slug}/{profile}"
            kept.append(
                replace(block, movement=slug, prep_s=None, sets=None, set_rest_s=None)
            )
    return tuple(kept)


def nothing_left(routine: str) -> Words:
    """Return the sentence for a routine of which the answers leave nothing."""
    return words(
        "{name} has no movement left that fits your answers."
        " You can look at them in the settings.",
        name=words(routine),
    )


def _blocked(answers: Answers) -> bool:
    return any(row.blocks for row in answers.rows)


def _hides(row: Row, movement: Movement) -> bool:
    return (
        movement.slug in row.hides
        or not row.tags.isdisjoint(movement.tags)
        or bool(row.positions and movement.position not in row.positions)
    )


def _adjusted(movement: Movement, answers: Answers) -> Offer:
    ranges = [1.0]
    profile = None
    notes = []
    for row in answers.rows:
        ranges.append(row.ranges.get(movement.slug, row.ranges.get(EVERYTHING, 1.0)))
        profile = profile or row.profiles.get(movement.slug)
        if movement.slug in row.notes:
            notes.append(row.notes[movement.slug])
    return Offer(movement, None, min(ranges), profile, tuple(notes))


def _swaps(movement: Movement, movements: Mapping[str, Movement]) -> Iterable[Movement]:
    """Yield the movement's swaps, then theirs, the nearest first."""
    waiting, seen = deque(movement.swaps), {movement.slug}
    while waiting:
        slug = waiting.popleft()
        swap = movements.get(slug)
        if swap is None or slug in seen:
            continue
        seen.add(slug)
        yield swap
        waiting.extend(swap.swaps)


def _profile(block: Block, movement: Movement) -> str:
    return block.movement.partition("/")[2] or movement.default_profile
