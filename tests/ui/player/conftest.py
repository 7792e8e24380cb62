"""The player with shipped movements, a clock set by hand and a noting stage."""

from __future__ import annotations

from pathlib import Path

import pytest
from performers import HandClock, NotingStage

from deskstretch.body.motion import Motion
from deskstretch.coaching.layout import lay_out
from deskstretch.movements.catalogue import load
from deskstretch.ui.figure.stage import FigureStage
from deskstretch.ui.player import window as player_window
from deskstretch.ui.player.opening import Act, Opening
from deskstretch.ui.player.window import PlayerWindow

MOVEMENTS = Path(__file__).resolve().parents[3] / "assets" / "movements"


@pytest.fixture(scope="session")
def catalogue():
    files = {path.name: path.read_bytes() for path in sorted(MOVEMENTS.glob("*.toml"))}
    found = load(files)
    assert not found.problems
    return found


@pytest.fixture(scope="session")
def content():
    """Everything that ships: movements and routines."""

    def files(folder):
        place = MOVEMENTS.parent / folder
        return {one.name: one.read_bytes() for one in place.glob("*.toml")}

    found = load(files("movements"), routine_files=files("routines"))
    assert not found.problems
    return found


@pytest.fixture
def keep():
    """Keep a player to the end of the test, and let it go in order then."""
    kept = []

    def keep_(window):
        kept.append(window)
        return window

    yield keep_
    for window in kept:
        window.performance.end()
        window.hide()
        window.deleteLater()


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def open_player(qtbot, look, make_look, catalogue, clock, monkeypatch):
    """Open the player on a movement; what the window says is kept in `.facts`."""
    opened = []

    def open_(slug="kneeling-hip-flexor", *, size=(1120, 740), show=True, **options):
        if real := options.pop("real", False):
            monkeypatch.setattr(player_window, "FigureStage", FigureStage)
        else:
            monkeypatch.setattr(player_window, "FigureStage", NotingStage)
        used = make_look(
            reduce_motion=options.pop("reduced", False),
            text_scale=options.pop("text_scale", 1.0),
            scheme=options.pop("scheme", "light"),
        )
        movement, dose = catalogue.find(slug)
        window = PlayerWindow(
            used,
            Opening(
                acts={
                    movement.slug: Act(movement, options.pop("warning_needed", False))
                },
                timeline=lay_out(movement, dose),
                motions=lambda _slug, side, range_: (
                    Motion(movement.choreography, dose.seconds, side or "right", range_)
                    if real
                    else (side, range_)
                ),
                now=clock,
                **options,
            ),
        )
        window.facts = facts_of(window)
        window.resize(*size)
        opened.append(window)
        if show:
            window.show()
            qtbot.waitExposed(window)
        return window

    yield open_
    for window in opened:
        window.performance.end()
        window.hide()
        window.deleteLater()


def facts_of(window):
    facts = []

    def keep(name):
        def slot(*values):
            facts.append((name, *values))

        return slot

    for name in (
        "notice_read",
        "red_flag_reported",
        "clearance_reported",
        "warning_read",
        "session_started",
        "finished",
        "felt",
        "left",
        "hurt_reported",
        "mistaken",
        "closed",
    ):
        getattr(window, name).connect(keep(name))
    return facts


@pytest.fixture
def play(clock):
    """Let seconds pass for a window, picture by picture where it would paint."""

    def play_(window, seconds, step=0.25):
        left = seconds
        while left > 1e-9:
            part = min(step, left)
            clock.pass_(part)
            left -= part
            if window.performance.beating:
                window.performance.show_now()

    return play_
