"""What the kernel counts about a process; Linux only. One JSON line per figure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

MB = 1024.0


@dataclass(frozen=True)
class Counts:
    """Sums over all threads of one process since its start.

    Attributes:
        switches: context switches, voluntary and not.
        cpu_ms: milliseconds on a processor.
        written: bytes handed to the disk.
        children: processes it has now.
    """

    switches: int
    cpu_ms: float
    written: int
    children: int


def counts(pid: int) -> Counts:
    """Read the counters of a process; `cpu_ms` to the nanosecond."""
    switches, cpu_ns, children = 0, 0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith(("voluntary_ctxt", "nonvoluntary_ctxt")):
                switches += int(line.split()[1])
        cpu_ns += int((task / "schedstat").read_text().split()[0])
        children += len((task / "children").read_text().split())
    return Counts(switches, cpu_ns / 1e6, _written(pid), children)


def _written(pid: int) -> int:
    for line in Path(f"/proc/{pid}/io").read_text().splitlines():
        if line.startswith("write_bytes"):
            return int(line.split()[1])
    return 0


def private_dirty_mb(pid: int | str = "self") -> float:
    """Return the memory that is this process's alone, in MB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Private_Dirty"):
            return int(line.split()[1]) / MB
    return 0.0


def figure(name: str, value: float, unit: str, **more: object) -> None:
    """Print one figure as a JSON line."""
    line = {"figure": name, "value": round(value, 3), "unit": unit, **more}
    print(json.dumps(line), flush=True)
