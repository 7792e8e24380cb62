"""A desktop of the test's own: display, window manager, bus, tray, notifications.

Everything lives in one short folder under /tmp and ends with it, whatever a test
does. Displays are chosen by the X server, so tests may run side by side.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from tests.fakes.notification_daemon import NotificationDaemon
from tests.fakes.service import Caller
from tests.fakes.session_bus import SessionBus
from tests.fakes.status_notifier_watcher import StatusNotifierWatcher

HERE = Path(__file__).parent
TRAYER = (
    *("--edge", "bottom", "--align", "right"),
    *("--widthtype", "request", "--height", "26"),
    *("--SetDockType", "true", "--SetPartialStrut", "true"),
)
NEEDED = (
    "Xvfb",
    "openbox",
    "xdotool",
    "xprop",
    "xwininfo",
    "dbus-daemon",
    "dunst",
    "notify-send",
    "trayer",
)
"""All of packaging/linux/apt-test.txt, which `make test` installs."""


def missing() -> list[str]:
    """The programs of packaging/linux/apt-test.txt that are not here."""
    return [name for name in NEEDED if shutil.which(name) is None]


def wait_until(condition, within: float = 5.0, what: str = "", pump=None):
    """Wait for `condition()` to be true and return what it gave.

    `pump` is called meanwhile: a test with an event loop gives `processEvents`.
    """
    end = time.monotonic() + within
    while True:
        if pump is not None:
            pump()
        result = condition()
        if result:
            return result
        assert time.monotonic() < end, f"not within {within} s: {what or condition}"
        time.sleep(0.01)


def zone_of_noon() -> str:
    """The zone in which it is about noon now: no day ends within a test."""
    ahead = 12 - time.gmtime().tm_hour
    return f"TST{-ahead:+d}"


class XSession:
    """One X session. Use it as a context manager.

    Args:
        notifications: "dunst", "fake" or None; the fake is `daemon`.
        tray: "watcher" (the fake is `watcher`), "trayer" or None.
        size: of the screen, in pixels.
    """

    def __init__(self, notifications=None, tray=None, size=(1280, 900)) -> None:
        self._notifications, self._tray, self._size = notifications, tray, size
        self._ends = ExitStack()
        self.folder = Path()
        self.display = ""
        self.environment: dict[str, str] = {}
        self.bus: SessionBus | None = None
        self.daemon: NotificationDaemon | None = None
        self.watcher: StatusNotifierWatcher | None = None

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._ends.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    # -- programs --------------------------------------------------------------

    def run(self, *command: str, name: str = "", **options) -> subprocess.Popen:
        """Start a program in the session; it ends with the session at the latest.

        What it prints goes to `log(name)`; without a name, the program's own.
        """
        log = (self.folder / f"{name or Path(command[0]).name}.log").open("ab")
        self._ends.callback(log.close)
        options.setdefault("stdout", log)
        process = subprocess.Popen(
            command,
            env={**self.environment, **options.pop("env", {})},
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            **options,
        )
        self._ends.callback(_end, process)
        return process

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def ask(self, *command: str) -> subprocess.CompletedProcess:
        """Run a short program to its end, however it ends."""
        return subprocess.run(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )

    def tool(self, *command: str) -> str:
        """Run a short program that has to succeed and return what it prints."""
        done = self.ask(*command)
        assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"
        return done.stdout

    # -- the person ------------------------------------------------------------

    def type_keys(self, text: str, delay_ms: int = 20) -> None:
        self.tool("xdotool", "type", "--delay", str(delay_ms), text)

    def key(self, *names: str) -> None:
        self.tool("xdotool", "key", *names)

    def move(self, x: int, y: int) -> None:
        self.tool("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: int = 1) -> None:
        self.tool("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def windows(self, title: str) -> list[str]:
        """The visible windows whose title matches."""
        done = self.ask("xdotool", "search", "--onlyvisible", "--name", title)
        return done.stdout.split()

    def kind(self, window: str) -> str:
        """What sort of window it says it is: NORMAL, UTILITY…"""
        said = self.ask("xprop", "-id", window, "_NET_WM_WINDOW_TYPE").stdout
        return said.rpartition("= _NET_WM_WINDOW_TYPE_")[2].partition(",")[0].strip()

    def geometry(self, window: str) -> tuple[int, int, int, int]:
        """Where a window is, without its frame: x, y, width, height."""
        # xdotool adds the frame twice under some window managers.
        lines = self.tool("xwininfo", "-id", window).splitlines()
        values = dict(line.strip().split(": ", 1) for line in lines if ": " in line)
        corner = ("Absolute upper-left X", "Absolute upper-left Y")
        return tuple(int(values[name]) for name in (*corner, "Width", "Height"))

    def active_window(self) -> str:
        done = self.tool("xprop", "-root", "_NET_ACTIVE_WINDOW")
        return str(int(done.rpartition("# ")[2].partition(",")[0].strip(), 16))

    def screenshot(self, path: Path | str) -> Path:
        """Save a picture of the whole screen."""
        self.tool(sys.executable, str(HERE / "take_screenshot.py"), str(path))
        return Path(path)

    def typing_window(self) -> TypingWindow:
        """Open a window to type into, with the keyboard's focus."""
        return TypingWindow(self)

    def start_tray(self, kind: str = "watcher") -> None:
        """Start a tray, late if the session began without one."""
        if kind == "watcher":
            self.watcher = StatusNotifierWatcher(self.bus.address)
            self._ends.enter_context(self.watcher)
        else:
            self.run("trayer", *TRAYER)
            wait_until(lambda: self.windows("panel"), what="trayer")

    def notify_property(self, interface, name, value) -> None:
        """Set a property of the notification daemon, as its own tool would."""
        caller = Caller(self.bus.address)
        try:
            caller.call(
                "org.freedesktop.Notifications",
                "/org/freedesktop/Notifications",
                "org.freedesktop.DBus.Properties",
                "Set",
                "ssv",
                (interface, name, value),
            )
        finally:
            caller.close()

    def notify(self, member: str, signature=None, body=()):
        """Call the notification daemon as somebody else on the bus would."""
        caller = Caller(self.bus.address)
        try:
            name = "org.freedesktop.Notifications"
            path = "/org/freedesktop/Notifications"
            return caller.call(name, path, name, member, signature, body)
        finally:
            caller.close()

    # -- the start -------------------------------------------------------------

    def _start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ds-x-"))
        self._ends.callback(shutil.rmtree, self.folder, ignore_errors=True)
        for name in ("home", "run"):
            (self.folder / name).mkdir(mode=0o700)
        self.bus = self._ends.enter_context(SessionBus())
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": zone_of_noon(),
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": self.bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/none",
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "1",
        }
        self.display = self._start_display()
        self.environment["DISPLAY"] = self.display
        self.run("openbox", "--sm-disable")
        wait_until(self._is_managed, what="a window manager")
        self._start_notifications()
        if self._tray is not None:
            self.start_tray(self._tray)

    def _start_display(self) -> str:
        reading, writing = os.pipe()
        try:
            size = f"{self._size[0]}x{self._size[1]}x24"
            self.run(
                "Xvfb",
                *("-displayfd", str(writing)),
                *("-screen", "0", size, "-nolisten", "tcp", "-noreset"),
                pass_fds=(writing,),
            )
        finally:
            os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, self.log("Xvfb")
        return f":{number}"

    def _is_managed(self) -> bool:
        return "window id" in self.tool("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def _start_notifications(self) -> None:
        if self._notifications == "fake":
            self.daemon = NotificationDaemon(self.bus.address)
            self._ends.enter_context(self.daemon)
        elif self._notifications == "dunst":
            self.run("dunst")
            wait_until(self._has_daemon, what="dunst")

    def _has_daemon(self) -> bool:
        try:
            return bool(self.notify("GetServerInformation"))
        except Exception:  # noqa: BLE001 - not yet
            return False


class TypingWindow:
    """A window with an edit field; `text` is what has arrived in it so far."""

    def __init__(self, session: XSession) -> None:
        self._file = session.folder / "typed.txt"
        session.run(sys.executable, str(HERE / "edit_window.py"), str(self._file))
        wait_until(self._file.exists, within=10, what="the window to type into")
        self.window = wait_until(lambda: session.windows("^Typing$"))[0]
        wait_until(lambda: session.active_window() == self.window, what="the focus")

    @property
    def text(self) -> str:
        return self._file.read_text()


def _end(process: subprocess.Popen) -> None:
    """End a program and whatever it started."""
    for number, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 5.0)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            break
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
