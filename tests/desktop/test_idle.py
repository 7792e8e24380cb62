from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deskstretch.desktop import idle
from deskstretch.desktop.idle import Candidate, Tried, Unavailable
from deskstretch.desktop.idle.unknown import UnknownIdle
from deskstretch.desktop.idle.xsync import XSyncIdle
from tests.session.harness import XSession

pytestmark = pytest.mark.usefixtures("qapp")


class Works(UnknownIdle):
    name = "works"
    can_tell = True


def cannot(reason):
    def begin(_environment):
        raise Unavailable(reason)

    return begin


def test_the_first_way_that_works_is_taken_and_the_others_are_remembered():
    candidates = (
        Candidate("a", cannot("it is Tuesday")),
        Candidate("b", cannot("it rains")),
        Candidate("c", lambda _: Works()),
        Candidate("d", lambda _: pytest.fail("nobody needs to try this")),
    )
    source, tried = idle.choose(candidates)
    assert source.name == "works"
    assert tried == (Tried("a", "it is Tuesday"), Tried("b", "it rains"))


def test_where_nothing_works_the_source_says_that_it_cannot_tell():
    source, tried = idle.choose((Candidate("a", cannot("no")),), {})
    assert (source.name, source.can_tell) == ("unknown", False)
    assert tried == (Tried("a", "no"),)


def test_the_unknown_source_never_speaks(qtbot):
    source = UnknownIdle()
    watch = source.watch(0.01)
    said = []
    watch.idled.connect(said.append)
    watch.resumed.connect(lambda: said.append("resumed"))
    qtbot.wait(50)
    watch.stop()
    source.close()
    assert said == []


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, "DISPLAY is not set"),
        ({"DISPLAY": ""}, "DISPLAY is not set"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "Wayland session"),
        ({"DISPLAY": ":987654"}, "no X server answers at :987654"),
        ({"DISPLAY": "nonsense"}, "no X server answers at nonsense"),
    ],
)
def test_why_there_is_no_x_server_is_said(environment, reason):
    source, tried = idle.choose(environment=environment)
    assert source.name == "unknown"
    assert [each.backend for each in tried] == ["xsync"]
    assert reason in tried[0].reason


@pytest.mark.session
@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_a_source_may_be_closed_twice_and_is_silent_from_then_on(qtbot):
    with XSession() as session:
        before = descriptors()
        source = XSyncIdle(session.display)
        early = source.watch(0.1)
        said = []
        early.idled.connect(said.append)
        source.close()
        source.close()
        late = source.watch(0.1)
        late.idled.connect(said.append)
        qtbot.wait(250)
        early.stop()
        late.stop()
        assert said == []
        assert not source.can_tell
        assert descriptors() == before


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
