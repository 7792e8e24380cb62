"""What the running player costs: frames a second and the share of one core.

    python benchmarks/player_fps.py [SLUG] [SECONDS]

Plays a movement at 960×720 on software raster and prints one JSON line per figure:
paints of the figure's stage a second and CPU share in the first seconds (frames
painted live), the same once the loop is kept, and all paints while the player is
paused and while it is hidden (the budget is none).
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

from proc import figure
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from deskstretch.body.motion import Motion
from deskstretch.coaching.layout import lay_out
from deskstretch.movements.catalogue import load
from deskstretch.ui import theme
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Look
from deskstretch.ui.player.opening import Act, Opening
from deskstretch.ui.player.window import PlayerWindow

ASSETS = Path(__file__).resolve().parents[1] / "assets"


class Paints(QObject):
    """Counts every painting of a window, and those of its stage."""

    def __init__(self, window: PlayerWindow) -> None:
        super().__init__()
        self.stage_widget = window.stage
        self.all = self.stage = 0
        QApplication.instance().installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's override
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.all += 1
            self.stage += watched is self.stage_widget
        return False


def main() -> None:
    slug = sys.argv[1] if len(sys.argv) > 1 else "kneeling-hip-flexor"
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    window = opened(application, slug)
    window.show()
    window.performance.next()  # past the pre-roll, and past getting ready
    window.performance.next()
    wait(0.2)
    paints = Paints(window)
    for name in ("live", "kept"):
        report(paints, slug, name, seconds)
    window.performance.pause()
    wait(0.6)
    silent(paints, slug, "paused")
    window.performance.resume()
    wait(0.5)
    window.hide()
    wait(0.2)
    silent(paints, slug, "hidden")
    window.performance.end()


def opened(application: QApplication, slug: str) -> PlayerWindow:
    files = {path.name: path.read_bytes() for path in ASSETS.glob("movements/*.toml")}
    movement, dose = load(files).find(slug)
    icons = {path.name: path.read_bytes() for path in ASSETS.glob("icons/line/*.svg")}
    tokens = theme.load((ASSETS / "theme.toml").read_bytes())
    window = PlayerWindow(
        Look(application, tokens, Icons(icons)),
        Opening(
            acts={movement.slug: Act(movement)},
            timeline=lay_out(movement, dose),
            motions=lambda _slug, side, range_: Motion(
                movement.choreography, dose.seconds, side or "right", range_
            ),
            now=time.monotonic,
            size=QSize(960, 720),
        ),
    )
    window.resize(960, 720)
    return window


def wait(seconds: float) -> None:
    """Let the event loop run; quitting the application would close the window."""
    loop, done = QEventLoop(), QTimer()
    done.setSingleShot(True)
    done.timeout.connect(loop.quit)
    done.start(round(seconds * 1000))
    loop.exec()


def report(paints: Paints, slug: str, name: str, seconds: float) -> None:
    stage, cpu, wall = paints.stage, time.process_time(), time.perf_counter()
    wait(seconds)
    wall = time.perf_counter() - wall
    cpu = time.process_time() - cpu
    fps = (paints.stage - stage) / wall
    figure(f"player_fps_{name}", fps, "1/s", budget="24..30", movement=slug)
    share = 100 * cpu / wall
    figure(f"player_cpu_{name}", share, "% of a core", budget="<= 35", movement=slug)


def silent(paints: Paints, slug: str, name: str) -> None:
    before, cpu = paints.all, time.process_time()
    wait(3)
    new = paints.all - before
    figure(f"player_paints_{name}", new, "in 3 s", budget="0", movement=slug)
    cpu = 1000 * (time.process_time() - cpu)
    figure(f"player_cpu_{name}", cpu, "ms in 3 s", movement=slug)


if __name__ == "__main__":
    main()
