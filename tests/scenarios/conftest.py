"""Every story is told twice: woken by `simulate`, and by the real APScheduler."""

import pytest
import scheduled
import story

QUICK = ("test_timing_complaints", "test_worked_example", "test_clock_stories")
"""Told both ways in every run; the others only in the long one."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        told_here = item.path.parent.name == "scenarios"
        if told_here and "[apscheduler" in item.name and item.path.stem not in QUICK:
            item.add_marker(pytest.mark.long)


@pytest.fixture(autouse=True, params=["simulate", "apscheduler"])
def _woken_by(request, monkeypatch):
    if request.param == "apscheduler":
        request.getfixturevalue("qapp")
        monkeypatch.setattr(
            story,
            "run",
            lambda lines, rules, library: scheduled.run(
                lines, rules, library, monkeypatch
            ),
        )
