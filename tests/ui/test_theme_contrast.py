"""Every pair of colours people read is far enough apart, in the shipped file."""

from __future__ import annotations

import pytest

TEXT, SHAPE = 4.5, 3.0
PAIRS = {
    ("text", "window"): TEXT,
    ("text", "surface"): TEXT,
    ("text", "raised"): TEXT,
    ("text", "sunken"): TEXT,
    ("text", "stage_bot"): TEXT,
    ("text2", "window"): TEXT,
    ("text2", "surface"): TEXT,
    ("text2", "sunken"): TEXT,
    ("text2", "raised"): TEXT,
    ("text2", "stage_bot"): TEXT,
    ("text3", "window"): TEXT,
    ("text3", "surface"): TEXT,
    ("text3", "raised"): TEXT,
    ("text3", "sunken"): TEXT,
    ("accent", "window"): TEXT,
    ("accent", "surface"): TEXT,
    ("accent", "raised"): TEXT,
    ("on_accent", "accent"): TEXT,
    ("on_accent", "accent_hover"): TEXT,
    ("on_accent", "accent_press"): TEXT,
    ("on_soft", "accent_soft"): TEXT,
    ("text", "line"): TEXT,  # a pressed button
    ("stretch", "surface"): TEXT,
    ("stretch", "stage_bot"): SHAPE,
    ("warn", "warn_soft"): TEXT,
    ("text", "warn_soft"): TEXT,
    ("danger", "surface"): TEXT,
    ("danger", "window"): TEXT,
    ("danger", "raised"): TEXT,
    ("danger", "danger_soft"): TEXT,
    ("on_danger", "danger"): TEXT,
    ("on_danger_soft", "danger_soft"): TEXT,
    ("ok", "surface"): TEXT,
    ("control", "window"): SHAPE,
    ("control", "surface"): SHAPE,
    ("control", "raised"): SHAPE,
    ("accent", "line"): SHAPE,
    ("focus", "window"): SHAPE,
    ("focus", "surface"): SHAPE,
    ("focus", "raised"): SHAPE,
    ("h4", "h0"): SHAPE,
}


def luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB", as WCAG 2 defines it."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pair", "need"), PAIRS.items(), ids=map("-on-".join, PAIRS))
def test_what_people_read_stands_out(tokens, scheme, pair, need):
    colors = getattr(tokens, scheme)
    assert contrast(colors[pair[0]], colors[pair[1]]) >= need


@pytest.mark.parametrize(
    ("pair", "light", "dark"),
    [
        (("text", "window"), 15.20, 14.68),
        (("text3", "sunken"), 4.59, 6.85),
        (("on_danger", "danger"), 6.74, 8.07),
        (("control", "raised"), 3.95, 3.89),
    ],
)
def test_the_formula_gives_the_designs_numbers(tokens, pair, light, dark):
    for colors, expected in ((tokens.light, light), (tokens.dark, dark)):
        measured = contrast(colors[pair[0]], colors[pair[1]])
        assert measured == pytest.approx(expected, abs=0.06)


def test_large_areas_of_the_dark_scheme_do_not_flash(tokens):
    for name in ("window", "surface", "raised", "sunken", "stage_top", "stage_bot"):
        assert 0.0 < luminance(tokens.dark[name]) < 0.035


def test_both_schemes_have_the_same_tokens(tokens):
    assert tokens.light.keys() == tokens.dark.keys()


def test_tray_inks_stand_out_on_their_panels(tokens):
    assert contrast(tokens.tray["on_light"], "#E0E0E0") > 7
    assert contrast(tokens.tray["on_dark"], "#303030") > 7
