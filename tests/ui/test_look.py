"""The look follows the system or the user's choice, without a restart."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from deskstretch.ui.look import Choice, system_colors
from deskstretch.ui.theme import Theme, Tokens, load

SOURCE = Path(__file__).resolve().parents[2] / "src" / "deskstretch"


def test_no_colour_is_written_outside_the_token_file():
    literal = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b|#[0-9a-fA-F]{8}\b|QColor\(\s*\d")
    found = [
        f"{file.relative_to(SOURCE)}: {match[0]}"
        for file in SOURCE.rglob("*.py")
        for match in literal.finditer(file.read_text("utf-8"))
    ]
    assert found == []


def test_choosing_dark_changes_palette_and_sheet_at_once(look, qapp, qtbot):
    light_sheet = qapp.styleSheet()
    with qtbot.waitSignal(look.changed):
        look.choose(Choice(scheme="dark"))
    window = qapp.palette().color(QPalette.ColorRole.Window).name()
    assert window == look.tokens.dark["window"].lower()
    assert qapp.styleSheet() != light_sheet
    assert look.tokens.dark["accent"] in qapp.styleSheet()


def test_choosing_what_is_chosen_changes_nothing(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.choose(Choice())


def test_text_size_multiplies_every_role(tokens):
    normal, large = Theme(tokens), Theme(tokens, text_scale=1.5)
    for role in tokens.type:
        assert large.pt(role) == pytest.approx(1.5 * normal.pt(role))
        assert large.font(role).pointSizeF() == pytest.approx(large.pt(role), abs=0.1)


def test_targets_grow_with_text_and_never_shrink(tokens):
    assert Theme(tokens, text_scale=1.5).px(36) == 54
    assert Theme(tokens, text_scale=0.8).px(36) == 36


def test_more_contrast_takes_the_systems_colours_and_wider_lines(make_look, qapp):
    system = system_colors(qapp.palette())
    look = make_look(contrast=True)
    assert look.theme.hex("window") == system["window"]
    assert look.theme.hex("accent") == system["accent"]
    assert look.theme.hex("stretch") == look.tokens.light["stretch"]
    assert (look.theme.border, look.theme.ring) == (2, 3)


@pytest.mark.parametrize(("wish", "expected"), [(True, 0), (False, 220), (None, 220)])
def test_reduced_motion_leaves_no_time_for_moving(make_look, wish, expected):
    # The offscreen platform prefers nothing, so None means normal motion here.
    assert make_look(reduce_motion=wish).milliseconds(220) == expected


def figure_tokens() -> Tokens:
    return load(
        b"""
        [light]
        [dark]
        [tray]
        [type]
        [figure.light]
        shirt = ["#010203", "#040506"]
        [figure.dark]
        shirt = ["#111213", "#141516"]
        [figure.both]
        mat = "#212223"
        [figure.both.skin]
        2 = ["#313233"]
        """
    )


def test_figure_colours_come_by_scheme_and_by_name():
    light, dark = Theme(figure_tokens()), Theme(figure_tokens(), dark=True)
    assert light.figure_ramp("shirt")[0].name() == "#010203"
    assert dark.figure_ramp("shirt")[1].name() == "#141516"
    assert dark.figure("mat").name() == "#212223"
    assert light.figure_ramp("skin.2")[0].name() == "#313233"
    with pytest.raises(KeyError):
        light.figure("wings")


def test_every_token_of_the_sheet_is_a_colour(tokens):
    for colors in (tokens.light, tokens.dark, tokens.tray):
        for value in colors.values():
            assert re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", value)


class SystemAtNight:
    """Stands for the style hints of a system that is dark now."""

    def __init__(self, real) -> None:
        self.real = real  # what it gave to others lives as long as it does
        self.forced = []

    def colorScheme(self):
        return Qt.ColorScheme.Dark

    def setColorScheme(self, scheme) -> None:
        self.forced.append(scheme.name)


def test_when_the_system_turns_dark_the_windows_do_unless_light_was_chosen(look, qtbot):
    look._hints = SystemAtNight(look._hints)
    with qtbot.waitSignal(look.changed):
        look._on_system_changed()
    assert look.theme.dark
    look.choose(Choice(scheme="light"))
    assert not look.theme.dark


def test_frames_follow_the_choice_where_the_system_draws_them(look, monkeypatch):
    look._hints = system = SystemAtNight(look._hints)
    look.choose(Choice(scheme="dark"))
    assert system.forced == []  # on Linux the panel keeps its own scheme
    monkeypatch.setattr("deskstretch.ui.look.FRAMES_FOLLOW", (sys.platform,))
    look.choose(Choice(scheme="light"))
    look.choose(Choice(scheme="system"))
    assert system.forced == ["Light", "Unknown"]
