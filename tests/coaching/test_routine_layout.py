"""A routine becomes one timeline: changes inside it, its parts one per movement."""

from deskstretch.coaching.layout import lay_out_routine
from deskstretch.movements.routine import Block, Choices, Quiet, Routine


def routine(*blocks, prep_s=0.0):
    return Routine(
        slug="mine",
        name="Mine",
        short_name="Mine",
        question="Mine?",
        aliases=(),
        about="",
        prep_s=prep_s,
        ready=("Get onto all fours", "Hands under the shoulders."),
        blocks=blocks,
        sources=(),
        confidence="",
    )


def laid_out(found, *blocks, prep_s=0.0, choices=None):
    mine = routine(*blocks, prep_s=prep_s)
    return lay_out_routine(mine, mine.played(choices or Choices()), found.__getitem__)


def kinds(timeline):
    drawn = []
    for entry in timeline.entries:
        name = entry.kind if entry.rep is None else f"{entry.movement} {entry.side}"
        if drawn and drawn[-1][0] == name and entry.rep is not None:
            drawn[-1][2] = entry.end_s
        else:
            drawn.append([name, entry.start_s, entry.end_s])
    return [tuple(one) for one in drawn]


def test_movements_follow_each_other_and_their_preparation_is_a_change(
    hip_flexor, lat_stretch
):
    found = {"hip/standard": hip_flexor, "lat/desk": lat_stretch}
    timeline = laid_out(found, Block("hip/standard"), Block("lat/desk"), prep_s=20)
    hip, lat = hip_flexor[0].slug, lat_stretch[0].slug
    assert kinds(timeline) == [
        ("prep", 0, 20),
        ("change", 20, 30),
        (f"{hip} left", 30, 80),
        ("switch", 80, 90),
        (f"{hip} right", 90, 140),
        ("change", 140, 145),
        (f"{lat} None", 145, 180),
    ]
    assert timeline.total_s == 180
    assert [(part.movement, part.start_s, part.end_s) for part in timeline.parts] == [
        (hip, 0, 140),
        (lat, 140, 180),
    ]
    assert timeline.entries[0].cue == "Get onto all fours"
    assert timeline.part_at(139.9).movement == hip
    assert timeline.part_at(140).movement == lat
    assert timeline.parts[1].filled(160) == 0.5


def test_a_block_sets_its_own_preparation_sets_and_rests(lat_stretch):
    block = Block("lat/desk", prep_s=4, sets=2, set_rest_s=20, after=Quiet(20, "Q", ""))
    timeline = laid_out({"lat/desk": lat_stretch}, block)
    slug = lat_stretch[0].slug
    assert kinds(timeline) == [
        ("change", 0, 4),
        (f"{slug} None", 4, 39),
        ("rest", 39, 59),
        (f"{slug} None", 59, 94),
        ("rest", 94, 114),
    ]
    assert timeline.entries[-1].cue == "Q"


def test_choices_decide_which_blocks_are_played(hip_flexor, lat_stretch):
    found = {"hip": hip_flexor, "lat": lat_stretch}
    blocks = (Block("hip", when="hang-full"), Block("lat", when="no-bar"))
    for choices, slug in (
        (Choices("none"), lat_stretch[0].slug),
        (Choices("full"), hip_flexor[0].slug),
    ):
        timeline = laid_out(found, *blocks, choices=choices)
        assert [part.movement for part in timeline.parts] == [slug]
    assert Choices("short", "office").meet("bar")
    assert Choices("short", "office").meet("office")
    assert not Choices("short", "office").meet("home")
