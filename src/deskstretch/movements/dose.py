"""How much of a movement: repetitions and seconds, summed as Appendix A does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dose:
    """One profile of a movement. All times are seconds.

    The seconds stand one per phase of the movement, in its order; a phase with
    0 s is left out of this profile. A repetition is all phases once, on one side.

    Attributes:
        name: the profile's name, such as `standard`.
        sides: 2 where the repetitions are per side, else 1.
        repetitions: per side and set.
        seconds: one per phase.
        prep_s: getting into position, before the first repetition.
        switch_s: changing from the first side to the second.
        sets: how often the repetitions are done.
        set_rest_s: between sets.
        rep_rest_s: between repetitions (hangs only).
    """

    name: str
    sides: int
    repetitions: int
    seconds: tuple[float, ...]
    prep_s: float = 0.0
    switch_s: float = 0.0
    sets: int = 1
    set_rest_s: float = 0.0
    rep_rest_s: float = 0.0

    @property
    def rep_s(self) -> float:
        """Seconds of one repetition."""
        return round(sum(self.seconds), 3)

    @property
    def total_s(self) -> float:
        """Seconds of one full performance, by the formula of Appendix A."""
        total = (
            self.prep_s
            + self.switch_s
            + self.sets * self.sides * self.repetitions * self.rep_s
            + (self.sets - 1) * self.set_rest_s
            + (self.repetitions - 1) * self.rep_rest_s
        )
        return round(total, 3)
