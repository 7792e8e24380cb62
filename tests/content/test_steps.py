"""Each phase marks the step that says what is done, and holds say to breathe."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deskstretch.body.motion import Motion
from deskstretch.desktop import paths
from deskstretch.movements.catalogue import load

MOVEMENTS = load(paths.assets("movements", ".toml")).movements
EACH = pytest.mark.parametrize("slug", sorted(MOVEMENTS))
DOSES = pytest.mark.parametrize(
    ("slug", "dose"),
    [(slug, dose) for slug, one in MOVEMENTS.items() for dose in one.doses],
)
SHORTEST_HOLD_S = 3.0  # of the fact sheet: nobody holds the breath for so long
LONGEST_STILL_S = 1.0
SAMPLE_S = 0.05

# What the marked step says while a phase is played, read from the cards.
SAYS = {
    "active-hang": {"hang": "weight"},
    "belly-flop": {"in": "Roll onto", "rest": "rest", "out": "Roll to the side"},
    "bridge": {"up": "lift", "hold": "Hold", "down": "Lower", "rest": "rest"},
    "bridge-leg-lift": {
        "up": "Lift the hips",
        "hold": "Straighten",
        "down": "lower",
        "rest": "lower",
    },
    "cat-cow": {"cow": "In: tailbone up", "cat": "Out: chin in"},
    "chair-cat-cow": {"arch": "in: arch", "round": "out: round"},
    "childs-pose": {
        "in": "Sit back",
        "hold": "Rest",
        "out": "hands back",
        "back": "rock",
        "forward": "rock",
    },
    "flexion-rotation": {"back": "Turn", "pause": "pause", "return": "return"},
    "knee-to-chest": {"in": "Draw", "hold": "Hold", "out": "lower"},
    "knee-twists": {"out": "roll to one", "hold": "shoulder blade", "back": "Return"},
    "kneeling-hip-flexor": {
        "forward": "Hips forward",
        "squeeze": "squeeze",
        "back": "back",
    },
    "lat-stretch": {"hinge": "Hips back", "hold": "Hold", "return": "to stand"},
    "pelvic-tilt": {"tilt": "to the mat", "hold": "Hold", "release": "release"},
    "seated-forward-fold": {"hinge": "Hinge", "hold": "Hold", "return": "Come up"},
    "seated-hip-hinge": {"forward": "Tip forward", "pause": "Pause", "return": "up"},
    "seated-knee-hug": {"in": "Draw", "hold": "Hold", "out": "lower"},
    "seated-pelvic-tilt": {"tilt": "tuck", "hold": "Hold", "release": "release"},
    "seated-spinal-twist": {"turn": "turn to one", "hold": "hold", "back": "Come back"},
    "standing-bicycle": {"lift": "knee rises", "pause": "Pause", "lower": "lower"},
    "standing-cat-cow": {"arch": "arch", "round": "round"},
    "standing-hip-flexor": {
        "forward": "Bend the front knee",
        "squeeze": "squeeze",
        "back": "back",
    },
    "standing-side-bend": {
        "over": "up and over",
        "pause": "Pause",
        "back": "to the middle",
    },
    "standing-twist": {"out": "Turn", "back": "Through the middle"},
    "supported-bridge": {"in": "Slide", "rest": "Rest", "out": "Lift, take"},
}


@EACH
def test_the_marked_step_says_what_is_done(slug):
    movement = MOVEMENTS[slug]
    marked = {phase.name: movement.steps[phase.step] for phase in movement.phases}
    wrong = {
        name: step for name, step in marked.items() if SAYS[slug][name] not in step
    }
    assert not wrong
    assert set(marked) == set(SAYS[slug])


@EACH
def test_getting_ready_is_the_first_step_and_the_work_one_that_is_played(slug):
    movement = MOVEMENTS[slug]
    assert movement.ready.step == 0
    played = {phase.step for phase in movement.phases}
    assert movement.work.step in played | {min(played) - 1}
    if movement.sides == "each":
        assert "sides" in movement.steps[movement.change.step]


@EACH
def test_a_hold_says_to_breathe(slug):
    movement = MOVEMENTS[slug]
    poses = [phase.to for phase in movement.choreography.phases]
    for index, phase in enumerate(movement.phases):
        longest = max(dose.seconds[index] for dose in movement.doses.values())
        if poses[index] == poses[index - 1] and longest >= SHORTEST_HOLD_S:
            said = (phase.cue, movement.work.sub, movement.steps[phase.step])
            assert "breath" in " ".join(said).lower(), (phase.name, said)


@DOSES
def test_the_chest_never_stands_still_for_long(slug, dose):
    movement = MOVEMENTS[slug]
    motion = Motion(movement.choreography, movement.doses[dose].seconds)
    # Twice round, so that what stands across the end of the loop is seen as well.
    samples = range(round(2 * motion.period_s / SAMPLE_S))
    still = longest = 0.0
    for one, next_ in pairwise(motion.breath(SAMPLE_S * n) for n in samples):
        still = still + SAMPLE_S if abs(next_ - one) < 0.002 else 0.0
        longest = max(longest, still)
    assert longest <= LONGEST_STILL_S
