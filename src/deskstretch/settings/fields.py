"""The one table of settings: what there is, what it may be, and what it is called.

The file, the commands and the window all read this table. Bounds are those of
the file; `offered` are the narrower ones of the window, with the same unit.
Durations are in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskstretch.movements.screening_rows import ROWS
from deskstretch.words import Words, words

Type: TypeAlias = Literal[
    "duration",  # float seconds
    "whole",  # int
    "switch",  # bool
    "choice",  # one of `choices`
    "texts",  # tuple of str
    "text",  # str
    "date",  # "YYYY-MM-DD", or "" for never
    "ranges",  # tuple of (start, end) in minutes after midnight; None: not said
    "time",  # "HH:MM" or "first-use"
    "days",  # tuple of "mon" … "sun", in the order of the week
]
NOTHING = words("")
Range: TypeAlias = tuple[int, int]
Value: TypeAlias = float | int | bool | str | tuple[str, ...] | tuple[Range, ...] | None
Bounds: TypeAlias = tuple[float, float]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKING_DAYS = DAYS[:5]
FIRST_USE = "first-use"
DIARY = "diary"
_DAY = 24 * 3600.0
_MIN = 60.0


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: its dotted key, its type and usual value, and its words.

    Attributes:
        key: `section.name`; for reminders `reminder.name`, one of each entry.
        minimum, maximum: what the file accepts, for durations and whole numbers.
        nought: 0 is accepted too, below the minimum.
        offered: the bounds of the window, where they are narrower.
        choices: every value of a `choice` with its label.
        presets: the lengths the window offers as buttons.
        own: written by DeskStretch alone, never by `settings set`.
    """

    key: str
    type: Type
    default: Value
    label: Words
    help: Words = NOTHING
    minimum: float = 0
    maximum: float = 0
    nought: bool = False
    offered: Bounds | None = None
    choices: tuple[tuple[str | int, Words], ...] = ()
    presets: tuple[float, ...] = ()
    own: bool = False

    @property
    def section(self) -> str:
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        return self.key.partition(".")[2]

    @property
    def unit(self) -> Words:
        """Return what the window counts a duration in: minutes, 60 seconds each."""
        return words("min") if self.type == "duration" else NOTHING


def _length(
    key: str,
    default_min: float,
    label: str,
    tip: str = "",
    *,
    offered_min: Bounds | None = None,
    presets_min: tuple[float, ...] = (),
    maximum_s: float = _DAY,
    nought: bool = False,
) -> Field:
    offered = (
        (offered_min[0] * _MIN, offered_min[1] * _MIN) if offered_min else offered_min
    )
    return Field(
        key,
        "duration",
        default_min * _MIN,
        words(label),
        words(tip),
        minimum=5.0,
        maximum=maximum_s,
        nought=nought,
        offered=offered,
        presets=tuple(preset * _MIN for preset in presets_min),
    )


def _count(key: str, default: int, label: str, offered: Bounds) -> Field:
    return Field(
        key, "whole", default, words(label), minimum=0, maximum=1000, offered=offered
    )


def _switch(key: str, default: bool, label: str, tip: str = "") -> Field:  # noqa: FBT001  a default is what it is
    return Field(key, "switch", default, words(label), words(tip))


def _choice(
    key: str, label: str, choices: dict[str | int, str], tip: str = "", usual: int = 0
) -> Field:
    labelled = tuple((value, words(text)) for value, text in choices.items())
    default = labelled[usual][0]
    return Field(key, "choice", default, words(label), words(tip), choices=labelled)


def _own(key: str, type_: Type, default: Value, label: str) -> Field:
    return Field(key, type_, default, words(label), own=True)


_DAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

FIELDS: tuple[Field, ...] = (
    _length(
        "presence.away_after",
        5,
        "You count as away after",
        "Without a key or a movement of the pointer.",
        offered_min=(2, 30),
    ),
    _length(
        "presence.restart_after",
        5,
        "Away time that restarts the count",
        "A break this long starts the desk time again.",
        offered_min=(2, 30),
    ),
    _count("limits.prompts_a_day", 5, "At most a day, after sitting", (1, 12)),
    _count("limits.returns_a_day", 8, "At most a day, on return", (1, 24)),
    _length(
        "limits.snooze",
        10,
        "Usual snooze",
        offered_min=(5, 30),
        presets_min=(5, 10, 15, 30),
    ),
    _length(
        "limits.morning_guard",
        60,
        "No forward bends for",
        "Backs are often stiffer early; go easy on bending for the first hour.",
        offered_min=(30, 120),
        maximum_s=120 * _MIN,
    ),
    _length(
        "limits.between_cards",
        10,
        "Time between two cards",
        offered_min=(0, 60),
        nought=True,
    ),
    _length(
        "limits.after_return",
        5,
        "Quiet time after you come back",
        "Desk time until the next card that is not about your return.",
        offered_min=(0, 60),
        nought=True,
    ),
    *(
        Field(f"hours.{day}", "ranges", None, words(name))
        for day, name in zip(DAYS, _DAY_NAMES, strict=True)
    ),
    _switch("quiet.do_not_disturb", True, "Follow the system's do not disturb"),
    _switch("quiet.full_screen", True, "Quiet while an app is full screen"),
    _switch("quiet.presentation", True, "Quiet during presentations"),
    _switch("quiet.camera", True, "Quiet while the camera is on"),
    _switch("quiet.microphone", True, "Quiet while the microphone is on"),
    Field(
        "quiet.programs",
        "texts",
        (),
        words("Apps that mean quiet"),
        words("Names of processes."),
    ),
    _length("quiet.after", 2, "When it ends, wait", offered_min=(1, 30)),
    _choice(
        "routine.hang",
        "Hang slot",
        {"none": "Lat stretch", "short": "Two hangs", "full": "Full set"},
        "Two hangs fit the minute. The full set of five takes 2:30 with set-up.",
    ),
    _switch(
        "routine.wait_for_ready",
        True,
        "Wait for me at changes of position",
        "Otherwise a routine goes on by itself. Waiting is not counted.",
    ),
    _switch(
        "routine.comfort",
        False,
        "Comfort transitions",
        "Ten seconds more at four changes of position.",
    ),
    _switch(
        "routine.gentle",
        False,
        "Gentle pace",
        "Slower, fewer knee twists in the same time.",
    ),
    _switch(
        "session.hands_free",
        True,
        "Hands-free",
        "Moves on by itself. Click the figure or press Space to pause.",
    ),
    _choice(
        "prompt.show_as",
        "Show as",
        {
            "card": "Card near the tray",
            "notification": "System notification",
            "tray": "Tray icon only",
        },
    ),
    _switch(
        "prompt.wait_for_typing",
        True,
        "Wait for a pause in typing",
        "The card on your return comes at once.",
    ),
    _choice(
        "place.at",
        "I mostly work at",
        {"home": "Home", "office": "Office"},
        "At the office the standing version of the hip flexor stretch is shown.",
    ),
    _switch(
        "sound.chimes",
        False,
        "Chimes",
        "At a change of sides or movement, and at the end.",
    ),
    _switch("sound.ticks", False, "Tick at each repetition"),
    _switch(
        "sound.voice",
        False,
        "Spoken cues",
        "Says the movement, the side, changes, rests and the last repetition.",
    ),
    Field(
        "sound.volume",
        "whole",
        70,
        words("Volume"),
        words("From 0 to 100, for sounds and voice. Usual: 70."),
        maximum=100,
        offered=(0, 100),
    ),
    _choice(
        "appearance.theme",
        "Theme",
        {"system": "As the system", "light": "Light", "dark": "Dark"},
    ),
    _choice(
        "appearance.text_size",
        "Text size",
        {100: "100 %", 125: "125 %", 150: "150 %"},
    ),
    _switch(
        "appearance.large_floor_text",
        False,
        "Large text for floor movements",
        "Fills the screen while you are on the floor, to be read from there.",
    ),
    _choice(
        "appearance.tray_icon",
        "Tray icon",
        {"automatic": "Automatic", "light": "Light", "dark": "Dark"},
    ),
    _choice(
        "appearance.reduce_motion",
        "Reduce motion",
        {"system": "As the system", "on": "On", "off": "Off"},
        "Shows the key poses one after the other.",
    ),
    _choice(
        "appearance.skin",
        "Skin of the figure",
        {1: "Light", 2: "Medium light", 3: "Medium dark", 4: "Dark"},
        usual=1,
    ),
    _choice(
        "appearance.hair",
        "Hair of the figure",
        {"short": "Short", "tied": "Tied up", "full": "Full", "covered": "Head scarf"},
    ),
    _choice(
        "appearance.build",
        "Build of the figure",
        {"a": "Even", "b": "Wide hips", "c": "Broad"},
    ),
    *(
        Field(f"health.{row.key}", "switch", False, row.ticks, row.advice or NOTHING)
        for row in ROWS
        if not row.blocks  # a red flag has its own dates
    ),
    _switch("first_run.done", False, "First steps done"),
    Field("safety.notice_read", "date", "", words("Safety notice read on")),
    Field("safety.warnings_read", "texts", (), words("Cautions read")),
    Field("safety.checks_done", "texts", (), words("Checklists gone through")),
    _own("safety.red_flag", "date", "", "Asked to see a professional first, on"),
    _own("safety.cleared", "date", "", "A professional has said it is fine, on"),
)
FIELD: dict[str, Field] = {field.key: field for field in FIELDS}

KINDS = ("desk-time", "on-return", "daily")
_EVERY = (15.0, 240.0)
_ENTRY = (
    Field("reminder.name", "text", "", words("Name")),
    Field("reminder.does", "text", "", words("What it asks for")),
    Field(
        "reminder.kind",
        "choice",
        "",
        words("When"),
        choices=(
            ("desk-time", words("After sitting")),
            ("on-return", words("When you come back")),
            ("daily", words("At a time of day")),
        ),
    ),
    _switch("reminder.enabled", True, "On"),
)
_NARROWED = (
    Field("reminder.days", "days", DAYS, words("Days")),
    Field("reminder.hours", "ranges", None, words("Hours")),
)
_BY_KIND: dict[str, tuple[Field, ...]] = {
    "desk-time": (
        *_ENTRY,
        _length("reminder.every", 90, "Desk time", offered_min=_EVERY),
        *_NARROWED,
    ),
    "on-return": (
        *_ENTRY,
        _length("reminder.away", 5, "After being away at least", offered_min=(2, 60)),
        _length("reminder.every", 30, "At most once every", offered_min=_EVERY),
        *_NARROWED,
    ),
    "daily": (
        *_ENTRY,
        Field("reminder.at", "time", "08:00", words("At")),
        Field("reminder.days", "days", WORKING_DAYS, words("Days")),
    ),
}
REMINDER_FIELDS: dict[str, dict[str, Field]] = {
    kind: {field.name: field for field in fields} for kind, fields in _BY_KIND.items()
}
