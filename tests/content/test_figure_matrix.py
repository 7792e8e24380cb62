"""Every movement, side, range, pace and theme passes every check of its figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.body.checks import SAMPLES, check
from deskstretch.body.motion import Motion
from deskstretch.movements.catalogue import load
from deskstretch.ui.figure import checks as pictures

MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"
FILES = {file.name: file.read_bytes() for file in sorted(MOVEMENTS.glob("*.toml"))}
CATALOGUE = load(FILES)
SIDES = ("right", "left")
RANGES = (1.0, 0.5)
FEW = 12  # figures of each moving phase, where a quick look is enough
# Each theme, side and range once: none of them knows of the others.
FEW_PICTURES = (("right", 1.0, "light"), ("left", 0.5, "dark"))
PACES = [
    pytest.param(slug, seconds, id=f"{slug}-{name}")
    for slug, movement in CATALOGUE.movements.items()
    for seconds, name in {
        dose.seconds: dose.name for dose in reversed(movement.doses.values())
    }.items()
]


def pictured(slug, side, range_, theme, samples):
    movement = CATALOGUE.movements[slug]
    seconds = movement.doses[movement.default_profile].seconds
    motion = Motion(movement.choreography, seconds, side, range_)
    return pictures.check(motion, theme, samples)


@pytest.mark.parametrize("range_", RANGES)
@pytest.mark.parametrize(("slug", "seconds"), PACES)
def test_every_figure_passes_every_check_at_a_glance(slug, seconds, range_):
    choreography = CATALOGUE.movements[slug].choreography
    for side in SIDES:
        assert check(choreography, seconds, range_, side, FEW) == []


@pytest.mark.parametrize(("side", "range_", "theme"), FEW_PICTURES)
@pytest.mark.parametrize("slug", CATALOGUE.movements)
def test_every_picture_passes_every_check_at_a_glance(
    slug, side, range_, theme, themes, qapp
):
    assert pictured(slug, side, range_, themes[theme], 2) == []


@pytest.mark.long
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("range_", RANGES)
@pytest.mark.parametrize(("slug", "seconds"), PACES)
def test_every_figure_passes_every_check(slug, seconds, range_, side):
    choreography = CATALOGUE.movements[slug].choreography
    assert check(choreography, seconds, range_, side, SAMPLES) == []


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("range_", RANGES)
@pytest.mark.parametrize("slug", CATALOGUE.movements)
def test_every_picture_passes_every_check(slug, side, range_, theme, themes, qapp):
    assert pictured(slug, side, range_, themes[theme], 12) == []
