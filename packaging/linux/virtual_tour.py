"""Starts DeskStretch on a virtual display and saves pictures of what it shows.

What `make run` does on a machine without a display: a real X server without a
screen, the real program with a profile of its own, and the hip flexor movement
in its player. The pictures are left in `pictures/`.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "pictures"
SLUG = "kneeling-hip-flexor"
SHOTS = {"get-ready": 3.0, "forward": 12.0, "squeeze": 17.5}
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["grab", "-platform", "xcb"])
sys.exit(0 if app.primaryScreen().grabWindow(0).save(sys.argv[1]) else 1)
"""


def main() -> int:
    """Take the pictures and say where they are; 1 if something was not there."""
    if not shutil.which("Xvfb"):
        print("Xvfb is not installed, so there is no virtual display to start.")
        return 1
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment = _environment(home, _start_display(stack))
        profile = _profile(home)
        command = [sys.executable, "-m", "deskstretch", "--profile", str(profile)]
        bus = ["dbus-run-session", "--"] if shutil.which("dbus-run-session") else []
        app = subprocess.Popen([*bus, *command, "start", SLUG], env=environment)
        stack.callback(_end, app, patience_s=5)  # its bus goes when it has ended
        stack.callback(subprocess.run, [*command, "quit"], env=environment, check=False)
        return _take(app, environment)


def _start_display(stack: ExitStack) -> str:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1120x740x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_end, server)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return f":{pipe.readline().strip()}"


def _environment(home: Path, display: str) -> dict[str, str]:
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {
        **os.environ,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
    }


def _profile(home: Path) -> Path:
    """Make a profile of somebody who has read the notice before."""
    profile = home / "profile"
    profile.mkdir()
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    (profile / "settings.toml").write_text(
        f'[first_run]\ndone = true\n\n[safety]\nnotice_read = "{today}"\n'
        f'warnings_read = ["{SLUG}"]\n',
        encoding="utf-8",
    )
    return profile


def _take(app: subprocess.Popen[bytes], environment: dict[str, str]) -> int:
    PICTURES.mkdir(exist_ok=True)
    waited, pause = 0.0, threading.Event()
    for name, at in SHOTS.items():
        pause.wait(at - waited)
        waited = at
        if app.poll() is not None:
            print("DeskStretch ended by itself before a picture could be taken.")
            return 1
        path = PICTURES / f"{SLUG}-{name}.png"
        subprocess.run([sys.executable, "-c", GRAB, path], env=environment, check=True)
        print(f"Saved {path}")
    return 0


def _end(process: subprocess.Popen[bytes], patience_s: float = 0) -> None:
    for end, wait_s in ((None, patience_s), (process.terminate, 5), (process.kill, 5)):
        if end is not None:
            end()
        try:
            process.wait(wait_s)
        except subprocess.TimeoutExpired:
            continue
        return


if __name__ == "__main__":
    sys.exit(main())
