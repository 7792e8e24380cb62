"""Made-up movements: what ships later has to work in time already."""

import pytest

from deskstretch.movements.dose import Dose
from deskstretch.movements.movement import Line, Movement, Phase

NAMES = ("forward", "squeeze", "back", "rest")


def phases_of(seconds, still=(), breaths=()):
    return tuple(
        Phase(
            name=NAMES[index],
            word=NAMES[index].capitalize(),
            cue=f"The {NAMES[index]} line",
            breath=breaths[index] if breaths else None,
            still=index in still,
            step=3,
        )
        for index in range(len(seconds))
    )


def make(
    seconds=(2, 1, 2),
    *,
    sides="each",
    first_side="left",
    still=(),
    breaths=(),
    repetitions=10,
    slug="made-up",
    **dose,
):
    profile = Dose(
        "made-up",
        1 if sides == "both" else 2,
        repetitions,
        tuple(float(part) for part in seconds),
        **dose,
    )
    movement = Movement(
        slug=slug,
        name="Made up",
        short_name="Made up",
        question="Made up?",
        aliases=(),
        position="standing",
        kind="moving",
        equipment=(),
        office="A",
        tags=(),
        area=(),
        variant_of=None,
        steps=("one", "two", "three", "four", "five"),
        key_cue="",
        mistake="",
        warning="",
        feel="",
        swaps=(),
        sources=(),
        confidence="",
        reviewed_by="",
        sides=sides,
        first_side=first_side,
        phases=phases_of(seconds, still, breaths),
        ready=Line("Get into position", "Ready line", 0),
        work=Line("Forward, squeeze, back", "Work line", 3),
        change=Line("Change sides", "Change line", 4),
        rest=Line("Rest, feet down", "Rest line", 3),
        doses={"made-up": profile},
        choreography=None,
    )
    return movement, profile


@pytest.fixture
def made_up():
    """Make a movement and its dose: `made_up(seconds, sides=…, prep_s=…)`."""
    return make


@pytest.fixture
def hip_flexor():
    """The movement of the prompt after 90 min: 10 s, left 50 s, 10 s, right 50 s."""
    return make(prep_s=10.0, switch_s=10.0)


@pytest.fixture
def lat_stretch():
    """The movement of the prompt on return: 5 s, then 5 repetitions of 7 s."""
    return make((2, 3, 2), sides="both", repetitions=5, slug="lat", prep_s=5.0)
