"""How long a figure takes: one JSON line per movement, milliseconds a pose.

    python benchmarks/figure_motion.py

A pose is 61 angles put through kinematics and contacts; the budget of the median is
0.3 ms on an idle core. Times are those of the thread; `least_median_ms` is the least
median of several short runs, on which a busy machine has least influence, and `calls`
is how many Python calls a pose takes. `prepare_ms` is reading the file and recording
its contacts. The load of the machine stands in every line.
"""

from __future__ import annotations

import cProfile
import json
import os
import statistics
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING

from deskstretch import toml_lines
from deskstretch.body.motion import Motion
from deskstretch.movements import choreography

if TYPE_CHECKING:
    from collections.abc import Iterator

MOVEMENTS = Path(__file__).resolve().parents[1] / "assets" / "movements"
BUDGET_MS = 0.3
ROUNDS = 5
FRAMES = 200


def prepared(data: bytes, name: str) -> Motion:
    figure = choreography.read(toml_lines.read(data), [], name)
    if figure is None:
        raise SystemExit(f"{name} has problems: run deskstretch check")
    return Motion(figure, (2.0,) * len(figure.phases))


def measured(file: Path) -> dict[str, object]:
    data = file.read_bytes()
    started = thread_time()
    motion = prepared(data, file.name)
    prepare = thread_time() - started
    runs = [sorted(one_run(motion)) for _ in range(ROUNDS)]
    found = sorted(ms for run in runs for ms in run)
    typical = statistics.median(found)
    return {
        "figure": "pose",
        "movement": file.stem,
        "median_ms": round(typical, 4),
        "p99_ms": round(found[int(len(found) * 0.99)], 4),
        "least_ms": round(found[0], 4),
        "least_median_ms": round(min(map(statistics.median, runs)), 4),
        "calls": calls(motion),
        "prepare_ms": round(prepare * 1000, 2),
        "budget_ms": BUDGET_MS,
        "within": typical <= BUDGET_MS,
        "load": round(os.getloadavg()[0], 2),
    }


def one_run(motion: Motion) -> Iterator[float]:
    """Yield what each pose of a loop takes, in milliseconds."""
    for frame in range(FRAMES):
        seconds = motion.period_s * frame / FRAMES
        started = thread_time()
        motion.figure(seconds)
        yield (thread_time() - started) * 1000


def calls(motion: Motion) -> int:
    """Return how many calls a pose takes, on average."""
    profile = cProfile.Profile()
    profile.enable()
    for frame in range(FRAMES):
        motion.figure(motion.period_s * frame / FRAMES)
    profile.disable()
    return round(sum(entry.callcount for entry in profile.getstats()) / FRAMES)


def main() -> None:
    for file in sorted(MOVEMENTS.glob("*.toml")):
        print(json.dumps(measured(file)))


if __name__ == "__main__":
    main()
