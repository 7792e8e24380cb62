"""How long a figure takes: one JSON line per movement, milliseconds a pose.

    python benchmarks/figure_motion.py

A pose is 61 angles put through kinematics and contacts; the budget of the median is
0.3 ms on an idle core. `prepare_ms` is reading the file and recording its contacts.
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path
from time import perf_counter

from deskstretch import toml_lines
from deskstretch.body.motion import Motion
from deskstretch.movements import choreography

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
    started = perf_counter()
    motion = prepared(data, file.name)
    prepare = perf_counter() - started
    found = []
    for frame in range(ROUNDS * FRAMES):
        seconds = motion.period_s * frame / FRAMES
        started = perf_counter()
        motion.figure(seconds)
        found.append((perf_counter() - started) * 1000)
    found.sort()
    typical = statistics.median(found)
    return {
        "figure": "pose",
        "movement": file.stem,
        "median_ms": round(typical, 4),
        "p99_ms": round(found[int(len(found) * 0.99)], 4),
        "least_ms": round(found[0], 4),
        "prepare_ms": round(prepare * 1000, 2),
        "budget_ms": BUDGET_MS,
        "within": typical <= BUDGET_MS,
    }


def main() -> None:
    for file in sorted(MOVEMENTS.glob("*.toml")):
        print(json.dumps(measured(file)))


if __name__ == "__main__":
    main()
