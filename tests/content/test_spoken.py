"""What the shipped movements and the daily routine say aloud."""

from __future__ import annotations

from functools import cache

import pytest

from deskstretch.coaching.announcing import Script
from deskstretch.coaching.layout import lay_out, lay_out_routine
from deskstretch.desktop import paths
from deskstretch.desktop.speech import LONGEST
from deskstretch.movements import catalogue
from deskstretch.movements.routine import Choices


@cache
def shipped():
    return catalogue.load(
        paths.assets("movements", ".toml"),
        routine_files=paths.assets("routines", ".toml"),
    )


def names():
    return {slug: movement.name for slug, movement in shipped().movements.items()}


def spoken(timeline):
    script = Script(timeline, names())
    return [(one.at_s, str(one.says)) for one in script.announcements if one.says]


@pytest.mark.parametrize("slug", sorted(shipped().movements))
def test_every_profile_says_its_name_once_its_changes_and_its_end(slug):
    movement = shipped().movements[slug]
    for dose in movement.doses.values():
        timeline = lay_out(movement, dose)
        said = spoken(timeline)
        texts = [text for _at, text in said]
        assert texts[0].startswith("Get into position")
        assert sum(movement.name in text for text in texts) == 1
        assert said[-1] == (timeline.total_s, "Done")
        switches = [one.start_s for one in timeline.entries if one.kind == "switch"]
        assert [at for at, text in said if text == "Change sides"] == switches
        rests = [one.start_s for one in timeline.entries if one.kind == "rest"]
        assert [at for at, text in said if text.startswith("Rest")] == rests
        assert max(map(len, texts)) < LONGEST


def test_the_daily_routine_with_two_hangs_as_it_is_heard():
    routine = shipped().routines["seven-minute"]
    blocks = routine.played(Choices(hang="short"))
    assert spoken(lay_out_routine(routine, blocks, shipped().find)) == [
        (-5, "Get into position"),
        (0, "Cat-Cow"),
        (24, "Rep 5 of 10"),
        (54, "Last one"),
        (60, "Next: Kneeling hip flexor. Half-kneel on the pad."),
        (70, "Kneeling hip flexor. Left side."),
        (90, "Rep 5 of 10"),
        (115, "Last one"),
        (120, "Change sides"),
        (130, "Right side"),
        (150, "Rep 5 of 10"),
        (175, "Last one"),
        (180, "Next: Active hang. Stand under the bar."),
        (200, "Active hang"),
        (210, "Rest, feet down"),
        (230, "Last one"),
        (240, "Next: Knee twists. Lie down, arms out."),
        (250, "Knee twists. Left side first."),
        (282, "Rep 5 of 10"),
        (322, "Last one on each side"),
        (330, "Next: Standing bicycle. Stand tall."),
        (340, "Standing bicycle. Left side first."),
        (404, "Last one on each side"),
        (420, "Done"),
    ]
