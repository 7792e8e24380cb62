"""Lengths of time are written as people write them and read back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.settings.durations import Refused, seconds, written


@pytest.mark.parametrize(
    ("text", "length_s"),
    [
        ("90min", 5400),
        ("90m", 5400),
        ("40s", 40),
        ("1h", 3600),
        ("8s", 8),
        ("0s", 0),
        ("24h", 86400),
        (" 10 min ", 600),
        ("10MIN", 600),
    ],
)
def test_a_length_of_time_is_a_number_and_a_unit(text, length_s):
    assert seconds(text) == length_s


@pytest.mark.parametrize(
    "text",
    [
        "",
        "90",
        "min",
        "-5min",
        "1.5h",
        "1h30min",
        "5 minutes",
        "٥min",
        "5min\n6min",
        "1000000h",
    ],
)
def test_anything_else_is_refused_with_one_sentence(text):
    with pytest.raises(Refused) as refused:
        seconds(text)
    assert "write it like 40s, 90min or 1h." in str(refused.value.message)
    assert "\n" not in str(refused.value.message)


def test_a_number_as_long_as_a_book_is_refused_shortly():
    with pytest.raises(Refused) as refused:
        seconds("9" * 100_000 + "min")
    assert len(str(refused.value.message)) < 120


@pytest.mark.parametrize(
    ("length_s", "text"),
    [
        (5400, "90min"),
        (3600, "60min"),
        (14400, "240min"),
        (18000, "5h"),
        (86400, "24h"),
        (90, "90s"),
        (8, "8s"),
        (0, "0s"),
    ],
)
def test_a_length_of_time_is_written_in_the_unit_people_use(length_s, text):
    assert written(length_s) == text


@given(st.integers(0, 86400))
def test_what_is_written_reads_the_same(length_s):
    assert seconds(written(length_s)) == length_s
