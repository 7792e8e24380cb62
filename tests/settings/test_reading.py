"""A settings file is read field by field: good values count, bad ones are named."""

from __future__ import annotations

import pytest

from deskstretch.settings.fields import DAYS, FIELDS, KINDS, REMINDER_FIELDS
from deskstretch.settings.model import DEFAULT_REMINDERS, ReminderEntry, Settings
from deskstretch.settings.reading import read

KNOWN = {"kneeling-hip-flexor", "lat-stretch", "cat-cow", "cat-cow/slow"}


def read_text(text: str):
    settings, problems = read(text.encode(), KNOWN)
    return settings, [str(problem) for problem in problems]


def test_no_file_and_an_empty_file_are_the_usual_settings():
    assert read(None, KNOWN) == (Settings(), [])
    assert read(b"", KNOWN) == (Settings(), [])


def test_the_file_of_the_rules_is_the_usual_settings_and_has_no_problem():
    settings, problems = read_text(
        """
        [presence]
        away_after = "5min"
        restart_after = "5min"
        [limits]
        prompts_a_day = 5
        returns_a_day = 8
        snooze = "10min"
        morning_guard = "60min"
        between_cards = "10min"
        after_return = "5min"
        [quiet]
        do_not_disturb = true
        full_screen = true
        presentation = true
        camera = true
        microphone = true
        programs = []
        after = "2min"
        [routine]
        hang = "none"
        [[reminder]]
        name = "hip-flexor"
        does = "kneeling-hip-flexor"
        kind = "desk-time"
        every = "90min"
        enabled = true
        [[reminder]]
        name = "lat-stretch"
        does = "lat-stretch"
        kind = "on-return"
        away = "5min"
        every = "30min"
        [[reminder]]
        name = "diary"
        does = "diary"
        kind = "daily"
        at = "first-use"
        [[reminder]]
        name = "morning"
        does = "seven-minute"
        kind = "daily"
        at = "08:00"
        days = ["mon", "tue", "wed", "thu", "fri"]
        """
    )
    assert problems == []
    assert settings == Settings()


def test_every_usual_value_is_one_its_field_takes():
    settings = Settings()
    for key in settings:
        if settings.shown(key) or settings.find(key)[0].type == "texts":
            assert settings.parse(key, settings.shown(key)) == settings[key], key


@pytest.mark.parametrize(
    ("text", "problem", "key", "value"),
    [
        (
            '[presence]\naway_after = "soon"',
            (
                'line 2, presence.away_after: "soon" is not a length of time: '
                "write it like 40s, 90min or 1h. Using 5min."
            ),
            "presence.away_after",
            300.0,
        ),
        (
            "[presence]\n\naway_after = 5",
            (
                'line 3, presence.away_after: "5" has no unit: '
                "write it like 40s, 90min or 1h. Using 5min."
            ),
            "presence.away_after",
            300.0,
        ),
        (
            '[presence]\naway_after = "4s"',
            (
                'line 2, presence.away_after: "4s" is too little: 5s is the least. '
                "Using 5min."
            ),
            "presence.away_after",
            300.0,
        ),
        (
            '[presence]\naway_after = "25h"',
            (
                'line 2, presence.away_after: "25h" is too much: 24h is the most. '
                "Using 5min."
            ),
            "presence.away_after",
            300.0,
        ),
        (
            '[presence]\naway_after = "0s"',
            (
                'line 2, presence.away_after: "0s" is too little: 5s is the least. '
                "Using 5min."
            ),
            "presence.away_after",
            300.0,
        ),
        (
            '[limits]\nmorning_guard = "3h"',
            (
                'line 2, limits.morning_guard: "3h" is too much: 120min is the most. '
                "Using 60min."
            ),
            "limits.morning_guard",
            3600.0,
        ),
        (
            "[limits]\nprompts_a_day = true",
            'line 2, limits.prompts_a_day: "True" is not a whole number. Using 5.',
            "limits.prompts_a_day",
            5,
        ),
        (
            "[limits]\nprompts_a_day = -1",
            (
                'line 2, limits.prompts_a_day: "-1" is too little: 0 is the least. '
                "Using 5."
            ),
            "limits.prompts_a_day",
            5,
        ),
        (
            '[quiet]\ncamera = "yes"',
            'line 2, quiet.camera: "yes" is not true or false. Using true.',
            "quiet.camera",
            True,
        ),
        (
            '[quiet]\nprograms = "zoom"',
            (
                'line 2, quiet.programs: "zoom" is not a list in square brackets. '
                "Leaving it out."
            ),
            "quiet.programs",
            (),
        ),
        (
            '[routine]\nhang = "long"',
            'line 2, routine.hang: "long" is not one of none, short, full. Using none.',
            "routine.hang",
            "none",
        ),
        (
            "[appearance]\ntext_size = 110",
            (
                'line 2, appearance.text_size: "110" is not one of 100, 125, 150. '
                "Using 100."
            ),
            "appearance.text_size",
            100,
        ),
        (
            '[hours]\nmon = ["9-17"]',
            (
                'line 2, hours.mon: "9-17" is not a stretch of time: '
                "write it like 09:00-12:30. Leaving it out."
            ),
            "hours.mon",
            None,
        ),
        (
            '[hours]\nmon = ["09:00-09:00"]',
            (
                'line 2, hours.mon: "09:00-09:00" is not a stretch of time: '
                "write it like 09:00-12:30. Leaving it out."
            ),
            "hours.mon",
            None,
        ),
        (
            '[safety]\nnotice_read = "2026-02-30"',
            (
                'line 2, safety.notice_read: "2026-02-30" is not a date: '
                "write it like 2026-03-02. Leaving it out."
            ),
            "safety.notice_read",
            "",
        ),
    ],
)
def test_a_bad_value_is_named_with_its_line_and_takes_its_usual_value(
    text, problem, key, value
):
    settings, problems = read_text(text)
    assert problems == [problem]
    assert settings[key] == value
    assert settings == Settings()


def test_good_values_stand_beside_a_bad_one():
    settings, problems = read_text('[limits]\nsnooze = "8s"\nprompts_a_day = "x"')
    assert settings["limits.snooze"] == 8.0
    assert len(problems) == 1


def test_only_distances_may_be_nought():
    settings, problems = read_text(
        '[limits]\nbetween_cards = "0s"\nafter_return = "0s"'
    )
    assert problems == []
    assert settings["limits.between_cards"] == settings["limits.after_return"] == 0


def test_unknown_keys_and_sections_are_named_with_what_may_be_meant():
    settings, problems = read_text(
        'colour = 1\n[presense]\nx = 1\n[presence]\nawayafter = "5min"'
    )
    assert settings == Settings()
    assert problems == [
        'line 1, colour: DeskStretch does not know "colour" and leaves it alone.',
        (
            'line 2, presense: DeskStretch does not know "presense" and leaves it '
            "alone. "
            'Did you mean "presence"?'
        ),
        (
            'line 5, presence.awayafter: DeskStretch does not know "awayafter" and '
            "leaves "
            'it alone. Did you mean "away_after"?'
        ),
    ]


def test_a_section_that_is_no_table_is_named():
    settings, problems = read_text("presence = 3")
    assert settings == Settings()
    assert problems == [
        "line 1, presence: This is not a table: write it as [presence]."
    ]


def test_problems_come_in_the_order_of_their_lines():
    _settings, problems = read_text(
        "[[reminder]]\nkind = 1\n[presence]\naway_after = 1\n[unknown]\n"
    )
    assert [problem.partition(",")[0] for problem in problems] == [
        "line 1",
        "line 4",
        "line 5",
    ]


@pytest.mark.parametrize("data", [b"[presence", b"\xff\xfe", b"a = " + b"9" * 5000])
def test_what_is_no_toml_gives_the_usual_settings_and_one_sentence(data):
    settings, problems = read(data, KNOWN)
    assert settings == Settings()
    assert len(problems) == 1


class TestHours:
    """No table: always. A day that is missing: no hours that day."""

    def test_no_table_and_an_empty_one_are_always(self):
        assert read_text("")[0].hours is None
        assert read_text("[hours]")[0].hours is None

    def test_a_missing_day_has_no_hours(self):
        hours = read_text('[hours]\nmon = ["09:00-12:30", "13:30-17:30"]')[0].hours
        assert hours == {
            "mon": ((540, 750), (810, 1050)),
            **dict.fromkeys(DAYS[1:], ()),
        }

    def test_hours_may_pass_midnight_and_end_with_the_day(self):
        hours = read_text('[hours]\nfri = ["22:00-06:00", "18:00-24:00"]')[0].hours
        assert hours["fri"] == ((1320, 360), (1080, 1440))

    def test_a_bad_stretch_of_time_leaves_the_good_ones_of_its_day(self):
        text = '[hours]\nmon = ["09:00-12:00", "13:00-25:00"]'
        settings, problems = read_text(text)
        assert settings.hours["mon"] == ((540, 720),)
        assert problems == [
            (
                'line 2, hours.mon: "13:00-25:00" is not a stretch of time: '
                "write it like 09:00-12:30. Leaving it out."
            )
        ]

    def test_every_day_switched_off_is_never_and_not_always(self):
        text = "[hours]\n" + "\n".join(f"{day} = []" for day in DAYS)
        assert read_text(text)[0].hours == dict.fromkeys(DAYS, ())


class TestReminders:
    """If the file has any, the file's list is the whole list."""

    def test_the_list_of_the_file_is_the_whole_list(self):
        settings, problems = read_text(
            '[[reminder]]\ndoes = "cat-cow/slow"\nkind = "desk-time"\nevery = "8s"'
        )
        assert problems == []
        assert settings.reminders == (
            ReminderEntry("cat-cow/slow", "cat-cow/slow", "desk-time", every_s=8.0),
        )

    def test_an_empty_list_means_none(self):
        assert read_text("reminder = []")[0].reminders == ()

    def test_missing_keys_are_as_usual_for_the_kind(self):
        text = "\n".join(
            f'[[reminder]]\nname = "{kind}"\ndoes = "cat-cow"\nkind = "{kind}"'
            for kind in KINDS
        )
        desk, back, daily = read_text(text)[0].reminders
        assert (desk.every_s, desk.days, desk.hours) == (5400, DAYS, None)
        assert (back.away_s, back.every_s) == (300, 1800)
        assert (daily.at, daily.days) == ("08:00", DAYS[:5])
        assert all(one.enabled for one in (desk, back, daily))

    @pytest.mark.parametrize(
        ("entry", "problem"),
        [
            (
                'does = "cat-kow"\nkind = "daily"',
                (
                    "line 6, reminder 2.does: There is no movement or routine "
                    '"cat-kow". '
                    'Did you mean "cat-cow"? This reminder is left out.'
                ),
            ),
            (
                'kind = "daily"',
                (
                    "line 5, reminder 2.does: It does not say what it asks for: "
                    "write does = … This reminder is left out."
                ),
            ),
            (
                'does = "cat-cow"\nkind = "hourly"',
                (
                    'line 7, reminder 2.kind: "hourly" is not one of desk-time, '
                    "on-return, "
                    "daily. This reminder is left out."
                ),
            ),
            (
                'does = "cat-cow"',
                (
                    "line 5, reminder 2.kind: It does not say when it asks: write "
                    "kind = … "
                    "with one of desk-time, on-return, daily. This reminder is left "
                    "out."
                ),
            ),
            (
                'name = ""\ndoes = "cat-cow"\nkind = "daily"',
                'line 6, reminder 2.name: "" is not a name. This reminder is left out.',
            ),
            (
                'name = 7\ndoes = "cat-cow"\nkind = "daily"',
                (
                    'line 6, reminder 2.name: "7" is not text in quotes. '
                    "This reminder is left out."
                ),
            ),
            (
                'name = "first"\ndoes = "cat-cow"\nkind = "daily"',
                (
                    'line 6, reminder 2.name: "first" is the name of another one. '
                    "This reminder is left out."
                ),
            ),
        ],
    )
    def test_one_that_cannot_be_is_left_out_and_named(self, entry, problem):
        settings, problems = read_text(
            '[[reminder]]\nname = "first"\ndoes = "lat-stretch"\nkind = "on-return"\n'
            f"[[reminder]]\n{entry}\n"
        )
        assert [one.name for one in settings.reminders] == ["first"]
        assert problems == [problem]

    def test_the_name_is_what_it_does_unless_said(self):
        settings, problems = read_text(
            '[[reminder]]\ndoes = "cat-cow"\nkind = "daily"\n' * 2
        )
        assert [one.name for one in settings.reminders] == ["cat-cow"]
        assert problems == [
            (
                'line 4, reminder 2.name: "cat-cow" is the name of another one. '
                "This reminder is left out."
            )
        ]

    def test_a_bad_value_in_one_takes_its_usual_value(self):
        settings, problems = read_text(
            '[[reminder]]\ndoes = "cat-cow"\nkind = "daily"\nat = "25:00"\n'
            'days = ["mon", "funday"]\nenabled = "no"\ncolour = 1\nevery = "5min"'
        )
        assert settings.reminders == (
            ReminderEntry("cat-cow", "cat-cow", "daily", days=DAYS[:5]),
        )
        assert problems == [
            (
                'line 4, reminder.cat-cow.at: "25:00" is not a time of day: write it '
                "like "
                '08:00, or "first-use". Using 08:00.'
            ),
            (
                'line 5, reminder.cat-cow.days: "funday" is not a day: write mon, tue, '
                "wed, thu, fri, sat or sun. Using mon, tue, wed, thu, fri."
            ),
            'line 6, reminder.cat-cow.enabled: "no" is not true or false. Using true.',
            (
                'line 7, reminder.cat-cow.colour: DeskStretch does not know "colour" '
                "and "
                "leaves it alone."
            ),
            (
                "line 8, reminder.cat-cow.every: A reminder of the kind daily does "
                "not use "
                "this."
            ),
        ]

    def test_the_usual_ones_are_known_before_their_routines_are(self):
        text = "\n".join(
            f'[[reminder]]\ndoes = "{one.does}"\nkind = "{one.kind}"'
            for one in DEFAULT_REMINDERS
        )
        settings, problems = read(text.encode(), set())
        assert problems == []
        assert len(settings.reminders) == 4

    def test_a_list_that_is_none_is_named_and_the_usual_one_holds(self):
        settings, problems = read_text("reminder = 5")
        assert settings.reminders == DEFAULT_REMINDERS
        assert problems == [
            (
                "line 1, reminder: This is not a list: write each one as [[reminder]]. "
                "Using the usual reminders."
            )
        ]

    def test_times_and_dates_may_be_written_as_toml_has_them(self):
        settings, problems = read_text(
            '[safety]\nnotice_read = 2026-03-02\n[[reminder]]\ndoes = "cat-cow"\n'
            'kind = "daily"\nat = 07:30:00\n'
        )
        assert problems == []
        assert settings["safety.notice_read"] == "2026-03-02"
        assert settings["reminder.cat-cow.at"] == "07:30"


def test_the_table_has_every_key_once_with_words():
    keys = [field.key for field in FIELDS]
    assert len(keys) == len(set(keys))
    for field in (
        *FIELDS,
        *(one for fields in REMINDER_FIELDS.values() for one in fields.values()),
    ):
        assert str(field.label), field.key
        if field.type in {"duration", "whole"}:
            assert field.minimum <= field.default <= field.maximum, field.key
            low, high = field.offered
            assert low <= field.default <= high, field.key
            assert field.maximum >= high, field.key
        assert (field.type == "choice") == bool(field.choices), field.key
