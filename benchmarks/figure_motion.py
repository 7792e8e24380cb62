"""How long a figure takes: one JSON line per movement, milliseconds a pose.

    python benchmarks/figure_motion.py

A pose is 61 angles put through kinematics and contacts; the budget is 0.15 ms on an
idle core. `prepare_ms` is reading the file and recording its contacts.
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
BUDGET_MS = 0.15
ROUNDS = 15
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
    rounds = []
    for _ in range(ROUNDS):
        started = perf_counter()
        for frame in range(FRAMES):
            motion.figure(motion.period_s * frame / FRAMES)
        rounds.append((perf_counter() - started) / FRAMES * 1000)
    typical = statistics.median(rounds)
    return {
        "figure": "pose_ms",
        "movement": file.stem,
        "median": round(typical, 4),
        "least": round(min(rounds), 4),
        "most": round(max(rounds), 4),
        "prepare_ms": round(prepare * 1000, 2),
        "budget": BUDGET_MS,
        "within": min(rounds) <= BUDGET_MS,
    }


def main() -> None:
    for file in sorted(MOVEMENTS.glob("*.toml")):
        print(json.dumps(measured(file)))


if __name__ == "__main__":
    main()
