"""What the user chose becomes what the planner lives by."""

from datetime import date, time

import pytest

from deskstretch.app import rules
from deskstretch.desktop import paths
from deskstretch.movements import catalogue
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.rules import Library
from deskstretch.settings import reading
from deskstretch.settings.model import Settings


@pytest.fixture(scope="module")
def library():
    found = catalogue.load(
        paths.assets("movements", ".toml"),
        routine_files=paths.assets("routines", ".toml"),
    )
    return rules.library(found, Settings())


def test_a_routine_holds_what_the_settings_make_of_it(library):
    found = catalogue.load(
        paths.assets("movements", ".toml"),
        routine_files=paths.assets("routines", ".toml"),
    )

    def known(text):
        settings, problems = reading.read(text.encode(), set())
        assert problems == []
        return rules.library(found, settings)

    assert library.contains("seven-minute", "lat-stretch")
    hangs = known('[routine]\nhang = "short"')
    assert hangs.contains("seven-minute", "active-hang")
    assert not hangs.contains("seven-minute", "lat-stretch")
    wrists = known("[health]\nwrists = true")
    assert not wrists.contains("seven-minute", "cat-cow")


def made(text, library, known=()):
    settings, problems = reading.read(text.encode(), {*library.items, *known})
    assert problems == []
    return rules.rules(settings, library)


def test_the_usual_settings_ask_only_for_what_exists(library):
    asked = rules.rules(Settings(), library).reminders
    assert asked == (
        EveryDeskTime("hip-flexor", "kneeling-hip-flexor", 90 * 60.0),
        OnReturn("lat-stretch", "lat-stretch", 5 * 60.0, 30 * 60.0),
        Daily("diary", "diary", None),
        Daily("morning", "seven-minute", time(8)),
    )


def test_the_diary_is_there_without_any_content():
    empty = Library({})
    assert [one.does for one in rules.rules(Settings(), empty).reminders] == ["diary"]


def test_every_length_and_limit_reaches_the_planner(library):
    text = """
        [presence]
        away_after = "1min"
        restart_after = "2min"
        [limits]
        prompts_a_day = 3
        returns_a_day = 4
        snooze = "7min"
        morning_guard = "30min"
        between_cards = "0s"
        after_return = "8s"
        [quiet]
        camera = false
        programs = ["zoom"]
        after = "3min"
        [hours]
        mon = ["09:00-12:30", "22:00-02:00"]
    """
    made_rules = made(text, library)
    assert made_rules.away_after_s == 60
    assert made_rules.restart_after_s == 120
    assert (made_rules.prompts_a_day, made_rules.returns_a_day) == (3, 4)
    assert made_rules.snooze_s == 420
    assert made_rules.morning_guard_s == 1800
    assert (made_rules.between_cards_s, made_rules.after_return_s) == (0, 8)
    assert made_rules.quiet == {
        "do-not-disturb",
        "full-screen",
        "presentation",
        "microphone",
        "program",
    }
    assert made_rules.quiet_after_s == 180
    assert made_rules.hours == (((540, 750), (1320, 120)), (), (), (), (), (), ())


def test_a_reminder_that_is_off_asks_nothing(library):
    text = """
        [[reminder]]
        name = "a"
        does = "lat-stretch"
        kind = "desk-time"
        enabled = false
        [[reminder]]
        name = "b"
        does = "lat-stretch"
        kind = "daily"
        at = "08:30"
        days = ["sat", "sun"]
    """
    expected = Daily("b", "lat-stretch", time(8, 30), frozenset({5, 6}))
    assert made(text, library).reminders == (expected,)


def test_a_red_flag_blocks_until_a_professional_has_spoken_on_a_later_day(library):
    flagged = Settings({"safety.red_flag": "2026-03-02"})
    assert rules.rules(flagged, library).blocked
    assert not rules.can_clear(flagged, date(2026, 3, 2))
    assert rules.can_clear(flagged, date(2026, 3, 3))
    cleared = flagged.with_value("safety.cleared", "2026-03-03")
    assert not rules.rules(cleared, library).blocked
    again = cleared.with_value("safety.red_flag", "2026-04-01")
    assert rules.rules(again, library).blocked


def test_a_variant_counts_as_what_it_varies(library):
    assert library.contains("standing-hip-flexor", "kneeling-hip-flexor")
    assert not library.contains("lat-stretch", "kneeling-hip-flexor")
