"""Full screen on a real X server with a real window manager."""

from __future__ import annotations

import sys

import pytest

from deskstretch.desktop.quiet.full_screen import FullScreen
from deskstretch.desktop.quiet.source import NONE
from tests.session.harness import HERE, wait_until

pytestmark = [
    pytest.mark.session,
    pytest.mark.skipif(sys.platform != "linux", reason="X11"),
]

FULL = frozenset({"full-screen"})


def seen(session):
    answers = []
    FullScreen(session.display).look(answers.append)
    (answer,) = answers
    return answer


@pytest.fixture
def film(shared_session):
    """A window that is told by its file what to be."""
    said = shared_session.folder / "film"
    said.write_text("normal")
    script = str(HERE / "full_screen_window.py")
    process = shared_session.run(sys.executable, script, str(said), name="film")
    wait_until(lambda: shared_session.windows("^Video$"), within=10)
    yield said
    process.terminate()
    process.wait(5)
    wait_until(lambda: not shared_session.windows("^Video$"))


def test_a_window_in_full_screen_is_seen_and_one_behind_another_is_not(
    shared_session, film
):
    assert seen(shared_session) == NONE
    for state, expected in (("full", FULL), ("covered", NONE), ("full", FULL)):
        film.write_text(state)
        wait_until(lambda wanted=expected: seen(shared_session) == wanted, what=state)
    (window,) = shared_session.windows("^Video$")
    shared_session.tool("xdotool", "windowminimize", window)
    wait_until(lambda: seen(shared_session) == NONE, what="minimised")


def test_a_full_screen_window_that_has_just_gone_leaves_nothing(shared_session, film):
    """safeeyes: a stale active window ended all its breaks."""
    film.write_text("full")
    wait_until(lambda: seen(shared_session) == FULL)
    (window,) = shared_session.windows("^Video$")
    shared_session.tool("xdotool", "windowkill", window)
    wait_until(lambda: seen(shared_session) == NONE)


def test_an_empty_desktop_and_no_x_server(shared_session):
    assert seen(shared_session) == NONE
    answers = []
    FullScreen(":99999").look(answers.append)
    FullScreen("").look(answers.append)
    assert answers == [None, None]
