"""How long simulated office days take, and what they bring: one JSON line.

    simulate_days.py [DAYS] [SEED]

Thirty days are to run in less than 2 s; without DAYS a month and a whole year are
run. The days are made up from a seed: working days with lunches, calls, films,
locks, sleep and short absences, weekends, holidays, journeys to another zone, the
two nights on which the clock changes, clocks that are set, crashes and restarts.
Each run is judged from outside against the promises of the reminders.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "scenarios"))

from judge import Judge
from office import LIBRARY, RULES, Office
from proc import figure

from deskstretch.reminders import simulate

BUDGET_S = 2.0
MONTH = 30


def main() -> int:
    days = [int(sys.argv[1])] if len(sys.argv) > 1 else [MONTH, 365]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    bad = [_run(one, seed) for one in days]
    return int(any(bad))


def _run(days: int, seed: int) -> bool:
    """Run so many days and print what came of them; return whether it was bad."""
    lines = Office(seed).lives(days)
    began = time.perf_counter()
    effects = sum(1 for _ in simulate.run(lines, RULES, LIBRARY))
    seconds = time.perf_counter() - began
    judge = Judge(RULES, LIBRARY).hears(lines)
    budget = BUDGET_S * days / MONTH
    figure(
        "simulate_days",
        round(seconds, 3),
        "s",
        budget=budget,
        days=days,
        seed=seed,
        lines=len(lines),
        effects=effects,
        prompts=dict(judge.brought.most_common()),
        withdrawn=dict(judge.closed.most_common()),
        phases=dict(judge.phases.most_common()),
        broken_promises=len(judge.broken),
    )
    for broken in judge.broken:
        print(broken, file=sys.stderr)
    return seconds > budget or bool(judge.broken)


if __name__ == "__main__":
    sys.exit(main())
