"""How long it takes from the start of the process to the icon in the tray.

    python benchmarks/start.py [--runs N]

Warm: one start before the runs is not counted. Two JSON lines: the time that passed,
and the time spent on a processor, which does not depend on what else runs.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proc import counts, figure

from tests.session.harness import XSession, wait_until
from tests.session.product import Product

BUDGET_S = 0.5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with XSession(notifications="dunst", tray="watcher") as session:
        product = Product(session)
        _cold, *starts = [_start(session, product) for _ in range(runs + 1)]
        assert product.log == "", product.log
    times, cpu = zip(*starts, strict=True)
    figure(
        "start_to_tray",
        statistics.median(times),
        "s",
        budget=BUDGET_S,
        runs=[round(one, 3) for one in times],
    )
    figure("start_cpu", statistics.median(cpu), "s", budget=BUDGET_S)


def _start(session: XSession, product: Product) -> tuple[float, float]:
    icons = session.watcher.items
    before = len(icons)
    begun = time.perf_counter()
    process = product.start(ready=False)
    wait_until(lambda: len(icons) > before, within=20, what="the icon in the tray")
    took = time.perf_counter() - begun, counts(process.pid).cpu_ms / 1000
    wait_until(lambda: product.command("status").returncode == 0)
    product.quit()
    return took


if __name__ == "__main__":
    main()
