"""On a real X session the card takes no key, ever, and the mouse still works."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.session,
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))),
        reason="needs Xvfb, openbox and xdotool (packaging/linux/apt-test.txt)",
    ),
]
PROGRAMS = Path(__file__).with_name("card_on_screen.py")
PATIENCE_S = 8


class Program:
    """A program whose lines are waited for, never slept for."""

    def __init__(self, kind: str, environment: dict[str, str]) -> None:
        self.lines: list[str] = []
        self._queue: queue.Queue[str] = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, PROGRAMS, kind],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self._process.stdout:
            self._queue.put(line.rstrip("\n"))

    def wait_for(self, start: str) -> str:
        """Return the first line from now on that starts like this."""
        while True:
            try:
                line = self._queue.get(timeout=PATIENCE_S)
            except queue.Empty:
                pytest.fail(f"no line {start!r} after {self.lines}")
            self.lines.append(line)
            if line.startswith(start):
                return line

    def all_lines(self) -> list[str]:
        while not self._queue.empty():
            self.lines.append(self._queue.get())
        return self.lines

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def display(tmp_path):
    """A screen of its own with a window manager; the environment to run in."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1024x768x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    environment = {
        **os.environ,
        "DISPLAY": f":{number}",
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    ready = tmp_path / "ready"
    os.mkfifo(ready)
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--startup", f"sh -c 'echo yes > {ready}'"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert ready.read_text() == "yes\n"
    yield environment
    for process in (manager, screen):
        process.terminate()
        process.wait()


@pytest.fixture
def programs(display):
    started = []

    def start(kind: str) -> Program:
        started.append(Program(kind, display))
        return started[-1]

    yield start
    for program in started:
        program.end()


def xdotool(display, *arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], env=display, check=True, timeout=PATIENCE_S)


def test_every_key_reaches_the_editor_and_the_mouse_reaches_the_card(display, programs):
    editor = programs("editor")
    editor.wait_for("focused")
    card = programs("card")
    # Typing begins before the card is there and goes on over it.
    typed = "the card never takes a key from me"
    xdotool(display, "type", "--delay", "30", typed)
    card.wait_for("visible")
    *_start, more_x, more_y = card.wait_for("ready").split()[1:]
    xdotool(display, "type", "--delay", "5", " or space return")
    xdotool(display, "key", "space", "Return", "Escape", "Tab", "x")
    expected = f"text {typed} or space return "
    editor.wait_for(expected)

    xdotool(display, "mousemove", more_x, more_y, "click", "1")
    xdotool(display, "type", "y")
    five_x, five_y, *_others = card.wait_for("times").split()[1:]
    xdotool(display, "mousemove", five_x, five_y, "click", "1")
    assert card.wait_for("snoozed") == "snoozed 300.0"
    xdotool(display, "type", "z.")
    while not editor.lines[-1].endswith("xyz."):
        editor.wait_for("")

    assert not [line for line in card.all_lines() if line.startswith("took")]
    assert "unfocused" not in editor.all_lines()


def test_a_press_on_start_is_told_once(display, programs):
    editor = programs("editor")
    editor.wait_for("focused")
    card = programs("card")
    start_x, start_y, *_more = card.wait_for("ready").split()[1:]
    xdotool(display, "mousemove", start_x, start_y, "click", "--repeat", "2", "1")
    card.wait_for("started")
    xdotool(display, "type", "on")
    editor.wait_for("text on")
    assert card.all_lines().count("started") == 1
    assert "unfocused" not in editor.all_lines()
