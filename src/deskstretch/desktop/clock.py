"""The only place that reads a clock."""

from __future__ import annotations

import ctypes
import sys
import time
from datetime import datetime
from pathlib import Path

from deskstretch.reminders.moment import Moment

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def steady() -> float:
    """Return seconds that never jump and count the time asleep.

    Linux has CLOCK_BOOTTIME for it. On macOS CLOCK_MONOTONIC counts sleep while
    Python's own `time.monotonic` does not; on Windows it does (both from PEP 418
    and the vendors' documents, not run). Elsewhere sleep may not be counted,
    which makes a break come late after a sleep and does no other harm.
    """
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform != "linux":
        return time.monotonic()
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def wall() -> datetime:
    """Return the local time of day with its offset from UTC as it is now.

    The zone is looked up again at each reading, so that a traveller's new zone
    holds without a restart.
    """
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone()


def _awake() -> float:
    """Return seconds that stand in sleep, on the scale of `steady`."""
    if sys.platform == "darwin":
        return time.monotonic()
    if sys.platform == "win32":
        unbiased = ctypes.c_ulonglong(0)
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(unbiased))
        return unbiased.value / 1e7
    if sys.platform != "linux":
        return steady()
    return time.clock_gettime(time.CLOCK_MONOTONIC)


class Clock:
    """Both clocks, read as one `Moment`. A test hands in one of its own."""

    def now(self) -> Moment:
        return Moment(steady(), wall())

    def awake(self) -> float:
        """Return seconds that never jump and, where the system can, stand in sleep.

        For what a person does: nobody has stretched while the lid was shut.
        """
        return time.monotonic()

    def asleep(self) -> float:
        """Return how many seconds the machine has slept since it was started.

        Only differences mean anything. 0 where no two clocks tell it. On macOS
        and Windows by the vendors' documents, not run.
        """
        return steady() - _awake()

    def boot(self) -> str:
        """Name the run of the machine, within which the steady clock means something.

        Empty where the system has no name for it; a clock that went back tells then.
        """
        try:
            return _BOOT.read_text(encoding="ascii").strip()
        except OSError:
            return ""
