"""What the figure costs: one JSON line per figure and stage, in milliseconds.

    python benchmarks/figure_paint.py [SLUG …]

For every movement: evaluating a pose, building its shapes, painting a whole frame
live at 480 × 480 and 960 × 960 pixels on software raster, showing a kept frame at
960 × 960, fitting the painter to a stage; the memory one repetition takes when kept,
and the share of one core that a stage takes at its frame rate, live and kept. Each
line of a stage has median, p99 and least and, where the product promises one, the
budget of the median. Times are those of the working thread, so that a busy machine does
not count in full; `least_median_ms` is the least median of several short runs, which
counts it least, and `counts` does not depend on it at all: fills, path elements and
Python calls of a frame. The first line says how loaded the machine was.
"""

from __future__ import annotations

import cProfile
import json
import os
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from deskstretch.body.motion import Motion
from deskstretch.movements.catalogue import load as load_movements
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.frames import CAP, Frames
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.figure.parts import Sculptor
from deskstretch.ui.figure.stage import FRAMES_PER_SECOND, FigureStage
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Look
from deskstretch.ui.theme import load as load_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QBrush, QPainterPath

ASSETS = Path(__file__).resolve().parents[1] / "assets"
LIVE_MS = {480: 6.0, 960: 10.0}
KEPT_MS = 1.2
POSE_MS = 0.3
FRAMES = 60
"""How many frames, spread over one repetition, stand for all of them."""
RUNS = 4


def say(figure: str, movement: str, **values: object) -> None:
    print(json.dumps({"figure": figure, "movement": movement, **values}), flush=True)


def timed(
    figure: str,
    slug: str,
    work: Callable[[int], object],
    frames: int = FRAMES,
    **more: object,
) -> None:
    """Measure `work(i)` for every frame in several runs, after a few to warm up."""
    for i in range(min(5, frames)):
        work(i)
    runs = [sorted(one_run(work, frames)) for _ in range(RUNS)]
    found = sorted(ms for run in runs for ms in run)
    typical = median(found)
    values: dict[str, object] = {
        "median_ms": round(typical, 3),
        "p99_ms": round(found[int(len(found) * 0.99)], 3),
        "least_ms": round(found[0], 3),
        "least_median_ms": round(min(map(median, runs)), 3),
        **more,
    }
    if "budget_ms" in more:
        values["within"] = typical <= float(str(more["budget_ms"]))
    say(figure, slug, **values)


def one_run(work: Callable[[int], object], frames: int) -> Iterator[float]:
    """Yield what each frame takes, in milliseconds of this thread."""
    for i in range(frames):
        start = time.thread_time()
        work(i)
        yield (time.thread_time() - start) * 1000


def measure_painting(slug: str, motion: Motion, look: Look) -> None:
    places = [motion.phase_at(motion.period_s * i / FRAMES) for i in range(FRAMES)]
    timed("pose", slug, lambda i: motion.in_phase(*places[i]), budget_ms=POSE_MS)
    for size, budget in LIVE_MS.items():
        fitted = FigurePainter(motion, look.theme)
        fitting(slug, fitted, size)
        if size == min(LIVE_MS):
            shapes(slug, motion, fitted)
        counts(slug, fitted, places)
        live(slug, fitted, places, budget)
    kept(slug, fitted, places)


def fitting(slug: str, painter: FigurePainter, size: int) -> None:
    timed("fit", slug, lambda _: painter.fit(size, size), 1, size=size)


def shapes(slug: str, motion: Motion, fitted: FigurePainter) -> None:
    sculptor = Sculptor(fitted.camera, motion.hands, rods=motion.scene.rods)
    figures = [motion.figure(motion.period_s * i / FRAMES) for i in range(FRAMES)]
    timed("shapes", slug, lambda i: sculptor.parts(figures[i], 0.5))


class Counting:
    """A painter that counts what it is told to fill."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.fills = self.elements = 0

    def fillPath(self, path: QPainterPath, brush: QBrush) -> None:  # noqa: N802 - Qt's
        self.fills += 1
        self.elements += path.elementCount()
        self._painter.fillPath(path, brush)

    def __getattr__(self, name: str) -> object:
        return getattr(self._painter, name)


def counts(slug: str, fitted: FigurePainter, places: list[tuple[int, float]]) -> None:
    """Say what a frame is made of, on average."""
    size = int(fitted.size[0])
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    profile = cProfile.Profile()
    try:
        counting = Counting(painter)
        for place in places:
            fitted.frame(cast("QPainter", counting), *place)
        profile.enable()
        for place in places:
            fitted.frame(painter, *place)
        profile.disable()
    finally:
        painter.end()
    calls = sum(entry.callcount for entry in profile.getstats())
    say(
        "counts",
        slug,
        size=size,
        fills=round(counting.fills / len(places)),
        elements=round(counting.elements / len(places)),
        calls=round(calls / len(places)),
    )


def live(
    slug: str, fitted: FigurePainter, places: list[tuple[int, float]], budget: float
) -> None:
    size = int(fitted.size[0])
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    try:
        timed(
            "live",
            slug,
            lambda i: fitted.frame(painter, *places[i]),
            size=size,
            budget_ms=budget,
        )
    finally:
        painter.end()


def kept(slug: str, fitted: FigurePainter, places: list[tuple[int, float]]) -> None:
    frames = Frames()
    for i, place in enumerate(places):
        area = fitted.box(*place)
        image = painted(area, 1.0, lambda p, at=place: fitted.frame(p, *at))
        frames.keep(i, area.topLeft(), image)
    size = int(fitted.size[0])
    ground = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    ground.fill(0)
    painter = QPainter(ground)

    def show(i: int) -> None:
        found = frames.find(i)
        if found is not None:
            painter.drawImage(*found)

    try:
        timed("kept", slug, show, size=size, budget_ms=KEPT_MS)
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
    count = round(motion.period_s * FRAMES_PER_SECOND)
    places = [motion.phase_at(i / FRAMES_PER_SECOND) for i in range(count)]
    for name in ("core_live", "core_kept"):
        start = time.process_time()
        for place in places:
            stage.show_at(*place, moving=True)
            application.processEvents()
        share = (time.process_time() - start) / motion.period_s
        say(name, slug, of_one_core=round(share, 4), frames=count)
    say(
        "memory",
        slug,
        mib=round(stage.frames.size / 2**20, 2),
        frames=len(stage.frames),
        budget_mib=CAP / 2**20,
        full=stage.frames.full,
    )
    stage.close()


def main() -> int:
    application = QApplication(sys.argv[:1])
    tokens = load_tokens((ASSETS / "theme.toml").read_bytes())
    icons = {file.name: file.read_bytes() for file in (ASSETS / "icons/line").iterdir()}
    look = Look(application, tokens, Icons(icons))
    files = {p.name: p.read_bytes() for p in (ASSETS / "movements").glob("*.toml")}
    catalogue = load_movements(files)
    say("machine", "", load=round(os.getloadavg()[0], 2), cores=os.cpu_count())
    for slug in sys.argv[1:] or catalogue.movements:
        movement, dose = catalogue.find(slug)
        motion = Motion(movement.choreography, dose.seconds, "left")
        measure_painting(slug, motion, look)
        measure_stage(slug, motion, look, application)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
