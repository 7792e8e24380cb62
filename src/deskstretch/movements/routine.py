"""A routine: movements in an order, with what each person's place and bar decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from deskstretch.movements.dose import Dose

Hang: TypeAlias = Literal["none", "short", "full"]
Place: TypeAlias = Literal["home", "office"]
Condition: TypeAlias = Literal[
    "", "hang-none", "hang-short", "hang-full", "bar", "no-bar", "home", "office"
]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose that decides between the blocks of a routine.

    Attributes:
        hang: what fills the hang slot; `none` also says that there is no bar.
        place: where they are.
        comfort: more time for the changes of position that a routine names.
        gentle: the slower versions that a routine names.
    """

    hang: Hang = "none"
    place: Place = "home"
    comfort: bool = False
    gentle: bool = False

    def meet(self, condition: Condition) -> bool:
        """Return whether a block with this condition is played."""
        return condition in {
            "",
            f"hang-{self.hang}",
            "no-bar" if self.hang == "none" else "bar",
            self.place,
        }


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet time after a block: seconds, a large line and one under it."""

    seconds: float
    cue: str
    sub: str


@dataclass(frozen=True, slots=True)
class Block:
    """One movement of a routine.

    What is None comes from the movement's own dose.

    Attributes:
        movement: the slug, with its profile: `cat-cow/slow`.
        when: the condition under which the block is played; empty: always.
        prep_s: seconds to get there from the block before.
        sets: how often the repetitions are done.
        set_rest_s: seconds between sets.
        after: a quiet time that follows.
        gentle: what is played instead at a gentle pace; empty: the same.
        comfort_prep_s: seconds more to get there, with comfort transitions.
        comfort_switch_s: seconds more to change sides, with comfort transitions.
    """

    movement: str
    when: Condition = ""
    prep_s: float | None = None
    sets: int | None = None
    set_rest_s: float | None = None
    after: Quiet | None = None
    gentle: str = ""
    comfort_prep_s: float = 0.0
    comfort_switch_s: float = 0.0

    @property
    def slug(self) -> str:
        """The movement without its profile."""
        return self.movement.partition("/")[0]

    def adjusted(self, dose: Dose) -> Dose:
        """Return the dose as this routine plays it."""
        prep_s = dose.prep_s if self.prep_s is None else self.prep_s
        switch_s = dose.switch_s + self.comfort_switch_s if dose.switch_s else 0.0
        return replace(
            dose,
            prep_s=prep_s + self.comfort_prep_s,
            switch_s=switch_s,
            sets=self.sets or dose.sets,
            set_rest_s=dose.set_rest_s if self.set_rest_s is None else self.set_rest_s,
        )

    def chosen(self, choices: Choices) -> Block:
        """Return the block as these choices have it, with nothing left to choose."""
        return replace(
            self,
            movement=(choices.gentle and self.gentle) or self.movement,
            comfort_prep_s=self.comfort_prep_s if choices.comfort else 0.0,
            comfort_switch_s=self.comfort_switch_s if choices.comfort else 0.0,
        )


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine as its file says it. All text is English and its translation's key.

    Attributes:
        about: one sentence: what it is for, without a promise.
        prep_s: seconds to get ready before the first movement.
        ready: the large line while getting ready, and the one under it.
        sources: codes of the fact sheet.
        fixed: its movements are played as written, whatever level a person is at.
    """

    slug: str
    name: str
    short_name: str
    question: str
    aliases: tuple[str, ...]
    about: str
    prep_s: float
    ready: tuple[str, str]
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    confidence: str
    fixed: bool = False

    def played(self, choices: Choices) -> tuple[Block, ...]:
        """Return the blocks that these choices leave, in order."""
        return tuple(
            block.chosen(choices) for block in self.blocks if choices.meet(block.when)
        )
