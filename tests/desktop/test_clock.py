from __future__ import annotations

import sys
import time
from datetime import UTC, datetime

import pytest

from deskstretch.desktop import clock
from deskstretch.desktop.clock import Clock


def test_both_clocks_are_read_as_one_moment():
    before = clock.steady()
    moment = Clock().now()
    assert before <= moment.steady <= clock.steady()
    assert abs((datetime.now(UTC) - moment.wall).total_seconds()) < 5


def test_the_time_of_day_carries_its_offset():
    assert Clock().now().wall.utcoffset() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_steady_time_counts_the_time_asleep():
    assert abs(clock.steady() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no tzset")
def test_a_traveller_gets_the_new_zone_without_a_restart(monkeypatch):
    try:
        monkeypatch.setenv("TZ", "EST5")
        home = clock.wall()
        monkeypatch.setenv("TZ", "CET-1")
        abroad = clock.wall()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert home.utcoffset().total_seconds() == -5 * 3600
    assert abroad.utcoffset().total_seconds() == 3600
    assert abs((abroad - home).total_seconds()) < 5
