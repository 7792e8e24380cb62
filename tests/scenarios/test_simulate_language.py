"""The language of `simulate`: what it takes, what it refuses, what it prints."""

import json

import pytest
from story import BERLIN, CET, JUST_HIP, LIBRARY, TWO, expect, history, tell

from deskstretch.reminders.simulate import SimulateError, run

START = '{"at": "2026-03-02T09:00:00+01:00", "event": "start"}'
ACTIVE = '{"at": "2026-03-02T09:00:00+01:00", "event": "active"}'


def line(**parts):
    return json.dumps({"at": "2026-03-02T10:00:00+01:00", **parts})


def until_error(lines, rules=TWO):
    gave = []
    try:
        gave.extend(json.loads(one)["phase"] for one in run(lines, rules, LIBRARY))
    except SimulateError as error:
        return gave, error
    raise AssertionError("no line was refused")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "not a JSON object"),
        ('["at"]', "not a JSON object"),
        ("[" * 100_000, "not a JSON object"),
        (line(), 'needs "event"'),
        (line(event="activ"), 'Did you mean "active"?'),
        (line(event=3), 'needs "event"'),
        (line(event="busy"), 'needs "reason"'),
        (line(event="busy", reason="cam"), '"cam" is no reason'),
        (line(event="free", reason="cameras"), 'Did you mean "camera"?'),
        (line(event="open"), 'needs "slug"'),
        (line(event="open", slug="cat-cows"), 'Did you mean "cat-cow"?'),
        (line(event="finish"), 'needs "slug"'),
        (line(event="finish", slug=7), 'needs "slug"'),
        (line(event="hurts"), 'needs "sign"'),
        (line(event="hurts", sign="bad"), '"bad" is no sign'),
        (line(event="checked", seen="yes"), '"seen" needs true or false'),
        (line(event="snooze", **{"for": "7min"}), '"for" needs'),
        (line(event="snooze", **{"for": 10}), '"for" needs'),
        (line(event="snooze", **{"for": "ten"}), '"for" needs'),
        (line(event="pause", until="soon"), '"until" needs'),
        (line(event="pause", until="2026-03-02T12:00:00"), '"until" needs'),
        (line(event="clock"), '"to" needs'),
        (line(event="clock", to=5), '"to" needs'),
        (line(event="zone"), '"zone" needs'),
        (line(event="zone", zone="Mars/Phobos"), '"Mars/Phobos" is no zone'),
        (line(event="active", zone="../etc"), '"../etc" is no zone'),
        (line(event="active", zone="Europe/London"), 'the offset of "at"'),
        ('{"at": "2026-03-02T10:00:00", "event": "active"}', '"at" needs a time'),
        ('{"at": "2026-03-02", "event": "active"}', '"at" needs a time'),
        ('{"at": "2026-03-02T25:00:00+01:00", "event": "idle"}', '"at" needs a time'),
        ('{"at": "0001-01-01T00:00:00+23:00", "event": "idle"}', '"at" needs a time'),
        ('{"at": 5, "event": "active"}', '"at" needs a time'),
        ('{"event": "active"}', '"at" needs a time'),
        ('{"at": "2026-03-02T08:59:59+01:00", "event": "idle"}', "earlier than"),
    ],
)
def test_a_bad_line_is_one_sentence_with_its_number_after_what_came_before(text, says):
    gave, error = until_error([START, ACTIVE, text])
    assert gave == ["counting"]
    assert error.line == 3
    assert says in error.sentence
    assert "\n" not in error.sentence
    assert len(error.sentence) < 400


def test_nothing_is_made_up_for_the_time_before_a_bad_line():
    bad = line(event="nothing").replace("10:00", "23:00")
    assert until_error([START, ACTIVE, bad], JUST_HIP)[0] == ["counting"]


def test_a_zone_may_stand_on_any_line_and_holds_from_its_own_moment():
    lines = history("09:00 start Europe/Berlin\n10:30 active Europe/Helsinki")
    told = [json.loads(one)["at"] for one in run(lines, TWO, LIBRARY)]
    assert told == ["2026-03-02T09:00:00+01:00", "2026-03-02T10:30:00+02:00"]


def test_zulu_times_and_fractions_are_times():
    told = list(
        run(
            [
                '{"at": "2026-03-02T09:00:00.250Z", "event": "start"}',
                '{"at": "2026-03-02T09:00:01Z", "event": "active"}',
            ],
            TWO,
            LIBRARY,
        )
    )
    assert [json.loads(one)["at"] for one in told] == [
        "2026-03-02T09:00:00.250000+00:00",
        "2026-03-02T09:00:01+00:00",
    ]


def test_fractions_of_a_second_do_not_lose_a_minute():
    told = list(
        run(
            [
                '{"at": "2026-03-02T09:00:00.1+01:00", "event": "start"}',
                '{"at": "2026-03-02T09:00:00.3+01:00", "event": "active"}',
                '{"at": "2026-03-02T10:30:00.3+01:00", "event": "end"}',
            ],
            JUST_HIP,
            LIBRARY,
        )
    )
    prompt = json.loads(told[2])
    assert prompt["reason"] == "90 min of sitting"
    assert prompt["at"] == "2026-03-02T10:30:00.300000+01:00"


def test_empty_lines_are_passed_over_but_counted():
    lines = ["", START, "   ", "oops"]
    with pytest.raises(SimulateError) as caught:
        list(run(lines, TWO, LIBRARY))
    assert caught.value.line == 4


def test_finish_may_leave_out_what_is_open():
    told = tell(
        """
        08:00 start
        08:00 active
        08:10 open lat-stretch
        08:11 finish
        08:12 end
        """
    )
    assert told == ["08:00 counting", "08:10 session", "08:11 counting"]


def test_the_clock_may_be_set_to_any_offset_and_changes_no_zone():
    told = list(
        run(
            [
                START,
                ACTIVE,
                line(event="clock", to="2026-03-02T15:00:00+05:00"),
                '{"at": "2026-03-02T11:00:00+01:00", "event": "lock"}',
            ],
            TWO,
            LIBRARY,
        )
    )
    assert json.loads(told[-1]) == {
        "at": "2026-03-02T11:00:00+01:00",
        "effect": "state",
        "phase": "away",
        "reason": None,
    }


def test_within_one_moment_the_state_comes_last_and_once():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30 busy camera
        09:30 free
        09:30 lock
        09:40 end
        """
    )
    assert told == ["08:00 counting", "09:30 away"]


def test_each_line_of_a_moment_is_looked_at_by_itself():
    told = tell(
        """
        08:00 start
        08:00 active
        09:30 active
        09:30 accept
        09:30 close
        09:40 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "09:30 prompt hip-flexor: 90 min of sitting"]


def test_a_later_start_prints_a_change_only():
    told = tell(
        """
        08:00 start
        08:00 active
        09:00 idle
        09:10 end
        09:20 start
        09:30 active
        09:30:10 end
        """,
        JUST_HIP,
    )
    assert told == ["08:00 counting", "09:05 away", "09:30 counting"]


def test_a_second_start_and_an_end_without_one_do_nothing():
    told = tell(
        """
        07:00 end
        07:00 crash
        07:00 restart
        08:00 start
        08:00 active
        08:10 start
        08:20 end
        08:30 end
        """
    )
    assert told == ["08:00 counting"]


def test_history_and_stamps_of_the_stories_themselves():
    assert json.loads(history("+1 09:00:10 snooze 5min", CET)[0]) == {
        "at": "2026-03-03T09:00:10+01:00",
        "event": "snooze",
        "for": "5min",
    }
    assert BERLIN.key == "Europe/Berlin"
    assert expect("a  # b\nc") == ["a", "c"]


def test_effects_come_before_a_line_that_is_no_text():
    def lines():
        yield START
        yield ACTIVE.replace("09:00:00", "09:10:00")
        raise SimulateError(3, "This is not UTF-8 text.")

    gave, error = until_error(lines())
    assert gave == ["away", "counting"]
    assert error.line == 3
