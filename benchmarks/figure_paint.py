"""What the figure costs: one JSON line per measured value.

`python benchmarks/figure_paint.py` measures, for every shipped movement, evaluating
a pose, building its shapes, painting a whole frame at 480 and 960 pixels, and the
share of one core a 960 x 720 stage takes at 24 frames a second: drawn live (the
first time round a loop) and shown from memory (ever after).
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from deskstretch.body.motion import Motion
from deskstretch.movements.catalogue import load as load_movements
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.figure.parts import Sculptor
from deskstretch.ui.figure.stage import FRAMES_PER_SECOND, FigureStage
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Look
from deskstretch.ui.theme import load as load_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

ASSETS = Path(__file__).resolve().parents[1] / "assets"
SIZES = ((480, 360), (960, 720))
LIVE_BUDGET_MS = 8.0
CORE_BUDGET = 0.35


def say(name: str, value: float, unit: str, **more: object) -> None:
    line = {"name": name, "value": round(value, 4), "unit": unit, **more}
    print(json.dumps(line), flush=True)


def timed(work: Callable[[int], object], times: int) -> list[float]:
    """Return the milliseconds of each call of `work(i)`, after a few to warm up."""
    for i in range(5):
        work(i)
    found = []
    for i in range(times):
        start = time.perf_counter()
        work(i)
        found.append((time.perf_counter() - start) * 1000)
    return found


def report(name: str, found: list[float], **more: object) -> None:
    found = sorted(found)
    more |= {"p99": round(found[int(len(found) * 0.99)], 3)}
    say(name, median(found), "ms", fastest=round(found[0], 3), **more)


def frames(motion: Motion) -> list[tuple[int, float]]:
    count = round(motion.period_s * FRAMES_PER_SECOND)
    return [motion.phase_at(i / FRAMES_PER_SECOND) for i in range(count)]


def measure_painting(slug: str, motion: Motion, look: Look) -> None:
    places = frames(motion)
    n = len(places)
    report(
        f"{slug}/pose", timed(lambda i: motion.in_phase(*places[i % n]), n), phases=n
    )
    for width, height in SIZES:
        fitted = FigurePainter(motion, look.theme)
        fitted.fit(width, height)
        sculptor = Sculptor(fitted.camera, motion.hands)
        figures = [motion.in_phase(*place) for place in places]
        report(
            f"{slug}/shapes/{width}",
            timed(lambda i, s=sculptor, f=figures: s.parts(f[i % n], 0.5), n),
        )
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        try:
            report(
                f"{slug}/frame/{width}",
                timed(lambda i, f=fitted, p=painter: f.frame(p, *places[i % n]), n),
                budget=LIVE_BUDGET_MS if width == 960 else None,
            )
        finally:
            painter.end()


def measure_stage(
    slug: str, motion: Motion, look: Look, application: QApplication
) -> None:
    stage = FigureStage(look)
    stage.resize(960, 720)
    stage.show_motion(motion)
    stage.show()
    application.processEvents()
    places = frames(motion)
    for name in ("live", "memory"):
        start = time.process_time()
        for place in places:
            stage.show_at(*place, moving=True)
            application.processEvents()
        share = (time.process_time() - start) / motion.period_s
        say(f"{slug}/core/{name}", share, "of one core", budget=CORE_BUDGET)
    say(f"{slug}/memory", stage.frames.size / 2**20, "MiB", frames=len(stage.frames))
    start = time.process_time()
    for _ in range(100):
        stage.show_at(*places[-1], moving=True)
        application.processEvents()
    say(f"{slug}/core/paused", (time.process_time() - start) * 10, "ms per 1000 frames")
    stage.close()


def main() -> int:
    application = QApplication(sys.argv[:1])
    tokens = load_tokens((ASSETS / "theme.toml").read_bytes())
    icons = {file.name: file.read_bytes() for file in (ASSETS / "icons/line").iterdir()}
    look = Look(application, tokens, Icons(icons))
    files = {p.name: p.read_bytes() for p in (ASSETS / "movements").glob("*.toml")}
    catalogue = load_movements(files)
    for slug in sys.argv[1:] or catalogue.movements:
        movement, dose = catalogue.find(slug)
        motion = Motion(movement.choreography, dose.seconds, "left")
        measure_painting(slug, motion, look)
        measure_stage(slug, motion, look, application)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
