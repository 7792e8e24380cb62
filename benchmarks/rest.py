"""What DeskStretch costs while it rests in the tray: wake-ups, time, memory, disk.

    python benchmarks/rest.py [--settle SECONDS] [--minutes MINUTES]

The program is started on a display of its own, with a tray host, a message bus and
a notification daemon. After `settle` seconds its counters are read over `minutes`
without any input, and again while somebody types and moves the mouse in another
window. Beside it runs a bare tray program with the stock scheduler, whose memory
ours is compared with. One JSON line per figure.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proc import Counts, counts, figure, private_dirty_mb

from tests.session.harness import XSession, wait_until
from tests.session.product import Product

PROGRAMS = Path(__file__).resolve().parent / "programs"
SWITCHES_A_MINUTE, CPU_MS_A_MINUTE, MEMORY_RATIO = 10.0, 5.0, 1.45


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--settle", type=float, default=60.0, help="seconds")
    parser.add_argument("--minutes", type=float, default=3.0)
    wanted = parser.parse_args()
    with XSession(notifications="dunst", tray="watcher") as session:
        _measure(session, wanted.settle, wanted.minutes)
        _shares(session)


def _measure(session: XSession, settle_s: float, minutes: float) -> None:
    session.typing_window()
    bare = session.run(sys.executable, str(PROGRAMS / "bare_tray.py"))
    product = Product(session)
    pid = product.start().pid
    wait_until(lambda: len(session.watcher.items) == 2, what="two tray icons")
    session.key("a")  # somebody is there: desk time runs
    threading.Event().wait(settle_s)
    ours, theirs = private_dirty_mb(pid), private_dirty_mb(bare.pid)
    _rest(product, pid, minutes, "quiet")
    with Busy(session):
        _rest(product, pid, minutes, "input")
    figure("rest_memory", ours, "MB private dirty")
    figure("bare_memory", theirs, "MB private dirty")
    figure("memory_ratio", ours / theirs, "×", budget=MEMORY_RATIO, aim=1.25)
    figure("memory_after", private_dirty_mb(pid), "MB private dirty")
    assert product.log == "", product.log


@dataclass(frozen=True)
class Seen:
    """What can be seen of a resting process at one moment."""

    counts: Counts
    children_faults: int
    files: dict[str, tuple[int, int]]


def _rest(product: Product, pid: int, minutes: float, name: str) -> None:
    before = _look(product, pid)
    threading.Event().wait(minutes * 60)
    after = _look(product, pid)
    switches = after.counts.switches - before.counts.switches
    cpu_ms = after.counts.cpu_ms - before.counts.cpu_ms
    figure(
        f"switches_{name}",
        switches / minutes,
        "a minute",
        budget=SWITCHES_A_MINUTE,
        aim=4,
    )
    figure(f"cpu_{name}", cpu_ms / minutes, "ms a minute", budget=CPU_MS_A_MINUTE)
    spawned = after.children_faults != before.children_faults or after.counts.children
    figure(f"spawned_{name}", int(spawned), "0 is none", budget=0)
    written = after.counts.written - before.counts.written
    changed = sum(after.files.get(f) != seen for f, seen in before.files.items())
    changed += len(after.files.keys() - before.files.keys())
    # While somebody works, desk time is saved every five minutes; else nothing is.
    budget = {"budget": 0} if name == "quiet" else {}
    figure(f"written_{name}", written, "bytes", files_changed=changed, **budget)


def _look(product: Product, pid: int) -> Seen:
    files = {
        str(path): (path.stat().st_mtime_ns, path.stat().st_size)
        for path in product.profile.rglob("*")
        if path.is_file()
    }
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return Seen(counts(pid), int(stat[8]) + int(stat[10]), files)


class Busy:
    """Somebody who types and moves the mouse, in another window."""

    def __init__(self, session: XSession) -> None:
        self._session = session
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._go, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _go(self) -> None:
        step = 0
        while not self._stop.wait(0.5):
            self._session.move(60 + step % 200, 60)
            self._session.key("abcdefgh"[step % 8])
            step += 1


def _shares(session: XSession) -> None:
    """Print what each part of the program adds, imported in a fresh process."""
    program = str(PROGRAMS / "import_shares.py")
    for line in session.tool(sys.executable, program).splitlines():
        share = json.loads(line)
        figure(f"share: {share['share']}", share["mb"], "MB private dirty")


if __name__ == "__main__":
    main()
