"""How long the card takes after the first input of somebody who comes back.

    python benchmarks/return_card.py [--returns N]

From the key, before it is sent, to the card's window among those the window manager
shows. One JSON line; the first return of a run is the worst, for all is new then.
"""

from __future__ import annotations

import argparse
import queue
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proc import figure

from tests.session.harness import XSession, wait_until
from tests.session.product import READ, Product

BUDGET_MS = 300
AWAY_S = 5
SETTINGS = f"""
{READ}
[presence]
away_after = "{AWAY_S}s"
restart_after = "{AWAY_S}s"

[limits]
between_cards = "0s"
after_return = "0s"

[[reminder]]
name = "lat-stretch"
does = "lat-stretch"
kind = "on-return"
away = "{AWAY_S}s"
every = "5s"
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--returns", type=int, default=5)
    returns = parser.parse_args().returns
    with XSession(notifications="dunst", tray="watcher") as session:
        session.typing_window()
        product = Product(session, SETTINGS)
        product.start()
        session.key("a")
        product.phase_is("counting")
        windows = Windows(session)
        times = [_come_back(session, product, windows) for _ in range(returns)]
        assert product.log == "", product.log
    figure(
        "return_card",
        statistics.median(times),
        "ms",
        budget=BUDGET_MS,
        worst=round(max(times)),
        returns=[round(one) for one in times],
    )


class Windows:
    """Tells when the window manager's list of windows changes, and when that was."""

    def __init__(self, session: XSession) -> None:
        self._changes: queue.SimpleQueue[tuple[float, str]] = queue.SimpleQueue()
        self._program = session.run(
            *("xprop", "-root", "-spy", "_NET_CLIENT_LIST"), stdout=subprocess.PIPE
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.count = self.next_count(5)[1]

    def next_count(self, within: float) -> tuple[float, int]:
        """Wait for a change; when it was, and how many windows there are."""
        when, line = self._changes.get(timeout=within)
        return when, line.count("0x")

    def forget(self) -> None:
        while not self._changes.empty():
            self._changes.get()

    def _read(self) -> None:
        for line in self._program.stdout:
            self._changes.put((time.perf_counter(), line.decode()))


def _come_back(session: XSession, product: Product, windows: Windows) -> float:
    product.phase_is("away", within=AWAY_S + 5)
    product.sees_no_card()
    gone = time.monotonic()
    wait_until(lambda: time.monotonic() - gone > 1)
    windows.forget()
    begun = time.perf_counter()
    session.key("b")
    when, count = windows.next_count(5)
    assert count == windows.count + 1, "another window came"
    return (when - begun) * 1000


if __name__ == "__main__":
    main()
