"""One movement: what it is, what it says, how long it takes and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.choreography import Choreography
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.vocabulary import Side

Sides: TypeAlias = Literal["both", "alternate", "each"]
Breath: TypeAlias = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a repetition.

    Attributes:
        name: Appendix A's name, without `_in` or `_out` where that is breath.
        word: the beat under the ring, at most 12 characters.
        cue: the large line when the phase lasts at least 4 s, at most 28 characters.
        breath: in or out where the movement sets it.
        still: the figure stays where the phase before left it, or holds a pose.
        step: the index of the step this phase belongs to.
        pinch: it can pinch; then a button makes it smaller straight away.
    """

    name: str
    word: str
    cue: str
    breath: Breath | None
    still: bool
    step: int
    pinch: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What the screen says at one stage: a large line, one under it, its step."""

    cue: str
    sub: str
    step: int


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement as its file says it.

    All text is English and the key of its translation. Repetitions of a movement
    with sides `both` use the whole body, `alternate` changes sides after each
    repetition, `each` does one side and then the other. A movement whose
    `reviewed_by` is empty is shown as general guidance that no clinician reviewed.

    Attributes:
        office: A beside the desk, B with a knee on the floor, C on a mat, D on a bar.
        variant_of: the slug of the movement this is another version of, or None.
        swaps: slugs to offer instead, the nearest first.
        doses: profiles by name; the first in the file is the default.
        work: the line while repeating; its cue stands for whole repetitions.
    """

    slug: str
    name: str
    short_name: str
    question: str
    aliases: tuple[str, ...]
    position: str
    kind: str
    equipment: tuple[str, ...]
    office: str
    tags: tuple[str, ...]
    area: tuple[str, ...]
    variant_of: str | None
    steps: tuple[str, ...]
    key_cue: str
    mistake: str
    warning: str
    feel: str
    swaps: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: str
    reviewed_by: str
    sides: Sides
    first_side: Side
    phases: tuple[Phase, ...]
    ready: Line
    work: Line
    change: Line
    rest: Line
    doses: Mapping[str, Dose]
    choreography: Choreography

    @property
    def default_profile(self) -> str:
        return next(iter(self.doses))

    @property
    def usual_s(self) -> float:
        """Seconds of the default profile."""
        return self.doses[self.default_profile].total_s

    @property
    def shown_side(self) -> Side:
        """The side to show first: the one played first, or as the file is written.

        Files are written for the right side.
        """
        return "right" if self.sides == "both" else self.first_side

    @property
    def base(self) -> str:
        """The slug under which a movement and its variants count as one."""
        return self.variant_of or self.slug
