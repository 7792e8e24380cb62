"""The figure can be seen: in both themes, in every skin."""

from __future__ import annotations

import itertools

import pytest
from shipped import shipped_tokens

from deskstretch.ui.figure.colours import Colours, mixed
from deskstretch.ui.figure.layers import Layer
from deskstretch.ui.figure.looks import SKINS, Person
from deskstretch.ui.figure.outline import new_path
from deskstretch.ui.theme import Theme

NEEDED = 3.0
STUFFS = ("shirt", "leggings", "hair", "scarf", *(f"skin.s{n}" for n in SKINS))


def light(color) -> float:
    def linear(v):
        return v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4

    red, green, blue = (
        linear(v) for v in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b) -> float:
    bright, dim = sorted((light(a), light(b)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("stuff", STUFFS)
def test_fill_or_line_stands_out_from_the_stage(dark, stuff):
    theme = Theme(shipped_tokens(), dark=dark)
    near, far, line = theme.figure_ramp(stuff)
    for ground in ("stage_bot", "stage_top"):
        behind = theme.color(ground)
        edge = contrast(line, behind)
        for fill in (near, far):
            assert max(edge, contrast(fill, behind)) >= NEEDED


@pytest.mark.parametrize("dark", [False, True])
def test_marks_stand_out_from_the_stage(dark):
    theme = Theme(shipped_tokens(), dark=dark)
    for token in ("accent", "stretch"):
        for ground in ("stage_top", "stage_bot", "floor"):
            assert contrast(theme.color(token), theme.color(ground)) >= NEEDED


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Person(skin=0), "no skin 0; there are 1, 2, 3, 4"),
        (Person(skin=5), "no skin 5; there are 1, 2, 3, 4"),
        (Person(hair="long"), "no hair long; there are short, tied, full, covered"),
        (Person(build="z"), "no build z; there are a, b, c"),
    ],
)
def test_a_person_that_cannot_be_is_refused_in_words(themes, person, words):
    with pytest.raises(ValueError, match=words):
        Colours(themes["light"], person)


def test_far_limbs_darken_step_by_step(themes):
    colours = Colours(themes["light"])
    path = new_path()
    tones = [
        colours.of(Layer(path, "leggings", far=step / 16)).color().lightness()
        for step in range(17)
    ]
    assert tones == sorted(tones, reverse=True)
    assert tones[0] > tones[-1]
    assert max(a - b for a, b in itertools.pairwise(tones)) <= 3


def test_mixing_keeps_both_ends(themes):
    a, b = themes["light"].color("accent"), themes["light"].color("stretch")
    assert mixed(a, b, 0.0).name() == a.name()
    assert mixed(a, b, 1.0).name() == b.name()
