from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from deskstretch.desktop import display, xcb
from tests.session.harness import XSession

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland")


@pytest.fixture(autouse=True)
def _bare(monkeypatch):
    """No screen but the one that a test names."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def session():
    with XSession() as session:
        yield session


@pytest.fixture
def screen(session, monkeypatch):
    monkeypatch.setenv("DISPLAY", session.display)
    return session


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


# -- without a screen ---------------------------------------------------------


@pytest.mark.parametrize("name", [None, "", ":987654", "nonsense", ":-1"])
def test_a_display_that_nobody_serves_is_none(monkeypatch, name):
    if name is not None:
        monkeypatch.setenv("DISPLAY", name)
    before = descriptors()
    assert not display.available()
    assert not display.composited()
    assert descriptors() == before


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=80x60"])
def test_a_platform_without_windows_needs_no_screen(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display.available()


def test_without_the_library_qt_is_left_to_say_why(monkeypatch):
    def missing(name):
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert display.available()
    assert not display.composited()
    with pytest.raises(xcb.NoLibrary, match=r"libxcb\.so\.1"):
        xcb.Connection(":0")


def test_a_wayland_socket_is_a_screen_and_any_other_file_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not display.available()
    (tmp_path / "wayland-7").touch()
    assert not display.available()
    (tmp_path / "wayland-7").unlink()
    os.mknod(tmp_path / "wayland-7", 0o140600)
    assert display.available()
    assert display.composited()


def test_elsewhere_there_is_always_a_screen(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert display.available()
    assert display.composited()


def test_whoever_only_sends_a_command_loads_no_library():
    code = (
        "import sys; from deskstretch.desktop import display;"
        "sys.exit('ctypes' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- on a real screen ---------------------------------------------------------


@pytest.mark.session
def test_a_display_that_is_served_is_a_screen(screen):
    before = descriptors()
    assert display.available()
    assert descriptors() == before


@pytest.mark.session
def test_a_platform_of_windows_needs_a_screen(screen, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert display.available()
    monkeypatch.setenv("DISPLAY", ":987654")
    assert not display.available()


@pytest.mark.session
def test_a_screen_is_composited_while_somebody_composes_it(screen):
    before = descriptors()
    assert not display.composited()
    with closing(xcb.Connection(screen.display)) as compositor:
        own(compositor, "_NET_WM_CM_S0", root_of(screen))
        assert display.composited()
    assert not display.composited()
    assert descriptors() == before


@pytest.mark.session
def test_the_screen_that_the_display_names_is_the_one_asked_about(screen, monkeypatch):
    with closing(xcb.Connection(screen.display)) as compositor:
        own(compositor, "_NET_WM_CM_S1", root_of(screen))
        assert not display.composited()
        own(compositor, "_NET_WM_CM_S0", root_of(screen))
        monkeypatch.setenv("DISPLAY", f"{screen.display}.0")
        assert display.composited()
        monkeypatch.setenv("DISPLAY", f"{screen.display}.1")  # there is none
        assert not display.composited()


@pytest.mark.session
def test_a_connection_outlives_its_server_harmlessly():
    with XSession() as session:
        x = xcb.Connection(session.display)
        assert x.selection_owner("NOBODYS") == 0
        assert not x.broken
    assert x.selection_owner("NOBODYS") == 0
    assert list(x.events()) == []
    assert x.broken
    x.close()
    x.close()
    assert x.broken


def root_of(session: XSession) -> int:
    words = session.tool("xwininfo", "-root", "-int").split()
    return int(words[words.index("id:") + 1])


def own(x: xcb.Connection, selection: str, window: int) -> None:
    """Take a selection, as a compositing manager does."""
    atom = x._number("xcb_intern_atom", 0, len(selection), selection.encode())
    functions = {
        "xcb_set_selection_owner": (xcb.Cookie, ctypes.c_void_p, *[ctypes.c_uint32] * 3)
    }
    library = xcb.load("libxcb.so.1", functions)
    library.xcb_set_selection_owner(x._connection, window, atom, 0)
    assert x.selection_owner(selection) == window


def test_a_platform_that_qt_does_not_know_is_no_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    assert not display.available()
