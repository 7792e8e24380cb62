"""What ships is complete, fits its place on the screen, and can be read in time."""

from pathlib import Path

import pytest

from deskstretch.coaching.layout import lay_out
from deskstretch.coaching.show import show
from deskstretch.movements.catalogue import load

ASSETS = Path(__file__).parents[2] / "assets" / "movements"
FILES = {path.name: path.read_bytes() for path in sorted(ASSETS.glob("*.toml"))}
CATALOGUE = load(FILES)
MOVEMENTS = tuple(CATALOGUE.movements.values())
EACH = pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda one: one.slug)

# Tables 1A, 1C and 1D of the fact sheet: position, office, equipment, tags.
FACTS = {
    "belly-flop": ("prone", "C", {"mat", "towel"}, {"prone", "static-hold"}),
    "flexion-rotation": (
        "side_lying",
        "C",
        {"mat", "cushion"},
        {"rotation", "side-lying"},
    ),
    "childs-pose": (
        "kneeling",
        "C",
        {"mat", "cushion"},
        {"flexion", "kneeling", "static-hold"},
    ),
    "seated-pelvic-tilt": ("chair", "A", {"chair"}, {"seated", "lowest-load"}),
    "seated-knee-hug": ("chair", "A", {"chair"}, {"flexion", "seated"}),
    "knee-twists": ("supine", "C", {"mat"}, {"rotation", "supine"}),
    "bridge-leg-lift": ("supine", "C", {"mat"}, {"extension", "supine"}),
    "supported-bridge": (
        "supine",
        "C",
        {"mat", "cushion"},
        {"extension", "supine", "static-hold"},
    ),
    "pelvic-tilt": ("supine", "C", {"mat"}, {"supine", "lowest-load"}),
    "bridge": ("supine", "C", {"mat"}, {"extension", "supine"}),
    "knee-to-chest": ("supine", "C", {"mat"}, {"flexion", "supine"}),
    "standing-bicycle": ("standing", "A", set(), {"rotation", "balance"}),
    "standing-cat-cow": (
        "standing",
        "A",
        set(),
        {"mild-flexion", "extension", "overhead"},
    ),
    "standing-side-bend": ("standing", "A", set(), {"side-bend", "overhead"}),
    "standing-twist": ("standing", "A", set(), {"rotation"}),
    "seated-hip-hinge": ("chair", "A", {"chair"}, {"hinge", "seated"}),
    "seated-spinal-twist": ("chair", "A", {"chair"}, {"rotation", "seated"}),
    "active-hang": ("hanging", "D", {"bar"}, {"overhead", "grip", "bar"}),
    "chair-cat-cow": (
        "chair",
        "A",
        {"chair"},
        {"mild-flexion", "extension", "seated"},
    ),
    "seated-forward-fold": (
        "floor_seated",
        "C",
        {"mat"},
        {"flexion", "static-hold", "floor-sit"},
    ),
    "cat-cow": (
        "all_fours",
        "C",
        {"mat"},
        {"mild-flexion", "extension", "kneeling", "wrist-load"},
    ),
    "kneeling-hip-flexor": ("kneeling", "B", {"pad"}, {"kneeling", "hip-extension"}),
    "standing-hip-flexor": ("standing", "A", {"desk"}, {"hip-extension"}),
    "lat-stretch": ("standing", "A", {"desk"}, {"hinge", "overhead"}),
}
NAMES = {
    "belly-flop": "Belly flop",
    "flexion-rotation": "Flexion rotation",
    "childs-pose": "Child's pose",
    "seated-pelvic-tilt": "Seated pelvic tilt",
    "seated-knee-hug": "Seated knee hug",
    "knee-twists": "Knee twists",
    "bridge-leg-lift": "Bridge with leg lift",
    "supported-bridge": "Supported bridge",
    "pelvic-tilt": "Pelvic tilt",
    "bridge": "Bridge",
    "knee-to-chest": "Knee-to-chest",
    "standing-bicycle": "Standing bicycle",
    "standing-cat-cow": "Standing cat-cow",
    "standing-side-bend": "Standing side bend",
    "standing-twist": "Standing twist",
    "seated-hip-hinge": "Seated hip-hinge",
    "seated-spinal-twist": "Seated spinal twist",
    "active-hang": "Active hang",
    "chair-cat-cow": "Chair cat-cow",
    "seated-forward-fold": "Seated forward fold",
    "cat-cow": "Cat-Cow",
    "kneeling-hip-flexor": "Kneeling hip flexor",
    "standing-hip-flexor": "Standing hip flexor",
    "lat-stretch": "Lat stretch",
}
# Below table 1C: what takes a movement's place beside a desk.
OFFICE_SWAPS = {
    "cat-cow": "standing-cat-cow",
    "kneeling-hip-flexor": "standing-hip-flexor",
    "active-hang": "lat-stretch",
    "knee-twists": "standing-twist",
    "seated-forward-fold": "seated-hip-hinge",
    "pelvic-tilt": "seated-pelvic-tilt",
    "knee-to-chest": "seated-knee-hug",
}
LONGEST_STEP = 36  # what the step list shows without wrapping


def test_every_file_is_right():
    assert CATALOGUE.problems == ()
    assert set(CATALOGUE.movements) == set(FACTS)
    assert {f"{movement.slug}.toml" for movement in MOVEMENTS} == set(FILES)


@EACH
def test_the_facts_are_those_of_the_fact_sheet(movement):
    assert movement.name == NAMES[movement.slug]
    assert (
        movement.position,
        movement.office,
        set(movement.equipment),
        set(movement.tags),
    ) == FACTS[movement.slug]
    assert movement.reviewed_by == ""


@EACH
def test_nothing_a_person_reads_is_left_empty(movement):
    for text in (
        movement.short_name,
        movement.question,
        movement.key_cue,
        movement.mistake,
        movement.warning,
        movement.feel,
        movement.confidence,
        movement.ready.sub,
        movement.work.sub,
    ):
        assert text
    assert movement.aliases
    assert movement.area
    assert movement.sources
    if movement.sides == "each":
        assert movement.change.sub


@EACH
def test_the_steps_fit_their_list(movement):
    assert 3 <= len(movement.steps) <= 6
    for step in movement.steps:
        assert len(step) <= LONGEST_STEP
    used = {phase.step for phase in movement.phases} | {movement.work.step}
    assert max(used) < len(movement.steps)


@EACH
def test_all_text_is_calm_and_plain(movement):
    texts = [*movement.steps, movement.key_cue, movement.mistake, movement.warning]
    for text in texts:
        assert "!" not in text
        assert "glute" not in text.lower()
        assert "pelvis" not in text.lower()


def runs(entries, value):
    """How long each value stands before another follows."""
    stands = []
    for entry in entries:
        if stands and stands[-1][0] == value(entry):
            stands[-1][1] += entry.end_s - entry.start_s
        else:
            stands.append([value(entry), entry.end_s - entry.start_s])
    return stands


@pytest.mark.parametrize(
    ("movement", "profile"),
    [(movement, profile) for movement in MOVEMENTS for profile in movement.doses],
    ids=lambda one: getattr(one, "slug", one),
)
def test_large_lines_fit_and_stand_long_enough(movement, profile):
    entries = lay_out(movement, movement.doses[profile]).entries
    for cue, seconds in runs(entries, lambda entry: entry.cue):
        assert 0 < len(cue) <= 28
        assert seconds >= 4
    for entry in entries:
        assert entry.word is None or 0 < len(entry.word) <= 12


def test_the_office_swap_is_the_first_that_is_offered():
    swaps = {
        movement.slug: movement.swaps[0]
        for movement in MOVEMENTS
        if movement.slug in OFFICE_SWAPS
    }
    assert swaps == OFFICE_SWAPS
    standing = CATALOGUE.movements["standing-hip-flexor"]
    assert standing.variant_of == standing.base == "kneeling-hip-flexor"


def test_show_of_the_hip_flexor_is_the_timeline_of_the_design():
    shown = show(*CATALOGUE.find("kneeling-hip-flexor"))
    assert (shown["slug"], shown["total_s"]) == ("kneeling-hip-flexor", 120)
    timeline = shown["timeline"]
    assert timeline[0] == {
        "start_s": 0,
        "end_s": 10,
        "kind": "prep",
        "movement": "kneeling-hip-flexor",
        "side": None,
        "rep": None,
        "set": 1,
        "phase": None,
        "word": None,
        "breath": None,
        "cue": "Half-kneel on the pad",
    }
    assert timeline[2] == {
        "start_s": 12,
        "end_s": 13,
        "kind": "work",
        "movement": "kneeling-hip-flexor",
        "side": "left",
        "rep": 1,
        "set": 1,
        "phase": "squeeze",
        "word": "Squeeze",
        "breath": None,
        "cue": "Forward, squeeze, back",
    }
    assert [entry["kind"] for entry in timeline].count("work") == 60
    switch = next(entry for entry in timeline if entry["kind"] == "switch")
    assert (switch["start_s"], switch["end_s"]) == (60, 70)
    assert timeline[-1]["end_s"] == 120


def test_no_two_movements_have_the_same_short_name():
    names = [movement.short_name for movement in MOVEMENTS]
    assert sorted(set(names)) == sorted(names)
    assert max(map(len, names)) <= 14
