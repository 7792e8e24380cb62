"""The shipped routines are those of the fact sheet's section 2, to the second."""

from pathlib import Path

import pytest

from deskstretch.coaching.show import laid_out, listing, show_routine
from deskstretch.movements.catalogue import load
from deskstretch.movements.routine import Choices

ASSETS = Path(__file__).parents[2] / "assets"

# DESIGN section 4: every slug, and its total at home without a bar.
TOTALS = {
    "seven-minute": 420,
    "starter": 300,
    "tilt-hinge": 300 + 15 + 204,
    "tilt-hinge-beginner": 143,
    "bedtime": 120,
    "desk-cat-cow": 120,
    "after-travel": 88,
    "full-session": 720,
    "sore-day": 80 + 60,
    "chair-only": 36 + 48 + 120,
    "one-minute": 40,
}


def files(folder):
    return {path.name: path.read_bytes() for path in (ASSETS / folder).glob("*.toml")}


@pytest.fixture(scope="module")
def catalogue():
    return load(files("movements"), routine_files=files("routines"))


def blocks(catalogue, slug, choices=None):
    """The timeline drawn together: kind or movement and side, from, to."""
    routine = catalogue.routines[slug]
    drawn = []
    for entry in laid_out(routine, choices or Choices(), catalogue).entries:
        name = entry.kind if entry.rep is None else entry.movement
        if entry.rep is not None and entry.reps and entry.side and _each(entry):
            name = f"{name} {entry.side}"
        if drawn and drawn[-1][0] == name and entry.rep is not None:
            drawn[-1][2] = entry.end_s
        else:
            drawn.append([name, entry.start_s, entry.end_s])
    return [tuple(one) for one in drawn]


def _each(entry):
    return entry.movement in {"kneeling-hip-flexor", "standing-hip-flexor"}


def test_every_routine_is_there_with_its_total(catalogue):
    assert catalogue.problems == ()
    totals = {
        one["slug"]: one["total_s"] for one in listing(catalogue, Choices())["routines"]
    }
    assert totals == TOTALS


def test_the_seven_minutes_are_the_table_of_2a_to_the_second(catalogue):
    assert blocks(catalogue, "seven-minute", Choices("short")) == [
        ("cat-cow", 0, 60),
        ("change", 60, 70),
        ("kneeling-hip-flexor left", 70, 120),
        ("switch", 120, 130),
        ("kneeling-hip-flexor right", 130, 180),
        ("change", 180, 200),
        ("active-hang", 200, 210),
        ("rest", 210, 230),
        ("active-hang", 230, 240),
        ("change", 240, 250),
        ("knee-twists", 250, 330),
        ("change", 330, 340),
        ("standing-bicycle", 340, 420),
    ]


def test_without_a_bar_the_lat_stretch_takes_the_minute_of_the_hang(catalogue):
    without = blocks(catalogue, "seven-minute", Choices("none"))
    assert without[5:7] == [("change", 180, 191), ("lat-stretch", 191, 240)]
    full = blocks(catalogue, "seven-minute", Choices("full"))
    assert full[-1] == ("standing-bicycle", 430, 510)
    assert sum(name == "active-hang" for name, _, _ in full) == 5


def test_the_starter_is_the_table_of_2b(catalogue):
    assert blocks(catalogue, "starter") == [
        ("prep", 0, 20),
        ("cat-cow", 20, 100),
        ("change", 100, 120),
        ("kneeling-hip-flexor left", 120, 200),
        ("switch", 200, 220),
        ("kneeling-hip-flexor right", 220, 300),
    ]


def test_the_full_session_has_the_seconds_of_2f_block_by_block(catalogue):
    routine = catalogue.routines["full-session"]
    timeline = laid_out(routine, Choices(), catalogue)
    assert [round(part.end_s - part.start_s) for part in timeline.parts] == [
        70, 90, 90, 120, 70, 70, 70, 140,
    ]  # fmt: skip
    last = timeline.entries[-1]
    assert (last.kind, last.end_s - last.start_s, last.cue) == (
        "rest",
        20,
        "Breathe quietly",
    )


def test_place_and_bar_choose_the_versions(catalogue):
    def played(slug, choices):
        return [b.movement for b in catalogue.routines[slug].played(choices)]

    assert played("sore-day", Choices(place="office")) == [
        "seated-pelvic-tilt/standard",
        "standing-cat-cow/standard",
    ]
    assert played("after-travel", Choices("short")) == ["active-hang/full"]
    shown = show_routine(catalogue.routines["after-travel"], Choices("full"), catalogue)
    assert shown["total_s"] == 150


@pytest.mark.parametrize(
    ("hang", "total"), [("none", 460), ("short", 460), ("full", 550)]
)
def test_comfort_transitions_add_ten_seconds_at_four_changes(catalogue, hang, total):
    def seconds(choices):
        changes = ("change", "switch")
        drawn = blocks(catalogue, "seven-minute", choices)
        return drawn[-1][2], [
            end - start for kind, start, end in drawn if kind in changes
        ]

    plain, comfort = seconds(Choices(hang)), seconds(Choices(hang, comfort=True))
    assert comfort[0] == total
    longer = [
        after - before for before, after in zip(plain[1], comfort[1], strict=True)
    ]
    assert longer == [10, 10, 0, 10, 10]


def test_a_gentle_pace_is_fewer_slower_knee_twists_in_the_same_time(catalogue):
    gentle = catalogue.routines["seven-minute"].played(Choices(gentle=True))
    assert "knee-twists/gentle" in [block.movement for block in gentle]
    assert blocks(catalogue, "seven-minute", Choices(gentle=True)) == blocks(
        catalogue, "seven-minute"
    )
