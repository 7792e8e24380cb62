"""The table of rules names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = Path(__file__).with_name("RULES.md").read_text(encoding="utf-8")


def test_every_test_of_the_table_exists():
    named = set(re.findall(r"`(test_\w+)`", TABLE))
    assert len(named) > 100
    folders = ("scenarios", "reminders", "app")
    files = [file for one in folders for file in (TESTS / one).glob("test_*.py")]
    written = {
        name
        for file in files
        for name in re.findall(r"^def (test_\w+)", file.read_text(), re.MULTILINE)
    }
    assert named <= written, sorted(named - written)


def test_no_rule_of_the_table_is_without_one():
    rows = [line for line in TABLE.splitlines() if line.startswith("| ")]
    rules = [row for row in rows if not row.startswith("| Rule")]
    assert rules
    assert all("`test_" in row for row in rules)
