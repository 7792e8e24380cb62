"""What the levels of a progression are called when they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.coaching.progression import Step

LEVEL_NAMES: Final[Mapping[str, Words]] = {
    "active-hang/short": words("two hangs of 10 s"),
    "active-hang/hang-12": words("two hangs of 12 s"),
    "active-hang/hang-15": words("two hangs of 15 s"),
    "active-hang/hang-20": words("one hang of 20 s"),
    "active-hang/hang-25": words("one hang of 25 s"),
    "active-hang/hang-30": words("one hang of 30 s"),
    "standing-bicycle/L1": words("standing bicycle, 5 slow ones on each side"),
    "standing-bicycle/L2": words("standing bicycle, 6 on each side"),
    "standing-bicycle/L3": words("standing bicycle, 7 on each side"),
    "standing-bicycle/L4": words("standing bicycle, 8 on each side"),
    "pelvic-tilt/standard": words("pelvic tilts held for 3 s"),
    "pelvic-tilt/hold-5": words("pelvic tilts held for 5 s"),
    "pelvic-tilt/hold-10": words("pelvic tilts held for 10 s"),
    "bridge/start": words("5 bridges"),
    "bridge/build": words("10 bridges"),
    "bridge-leg-lift/standard": words("the bridge with a leg lift"),
    "standing-twist/standard": words("standing twist, 8 on each side"),
    "standing-twist/more": words("standing twist, 10 on each side"),
    "seated-spinal-twist/two-sets": words("seated twist, two sets"),
    "seated-spinal-twist/three-sets": words("seated twist, three sets"),
    "seated-forward-fold/short-holds": words("forward fold, three short holds"),
    "seated-forward-fold/long-hold": words("forward fold, one long hold"),
}


def question(step: Step) -> Words:
    """Return how a step is offered for the next time."""
    level = LEVEL_NAMES[step.to]
    if step.way == "up":
        return words("Next time: {level}?", level=level)
    return words("A step easier next time: {level}?", level=level)


def question_now(step: Step) -> Words:
    """Return how a step back is offered before a session."""
    return words("A step easier this time: {level}?", level=LEVEL_NAMES[step.to])
