"""What stands on which page of the settings, in the order people read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.settings.model import ReminderEntry, Settings


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the key, and other words than the table's where a page needs them."""

    key: str
    title: Words | None = None
    tip: Words | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows in one card under a small heading, and why others are not there."""

    heading: Words
    lines: tuple[Line, ...]
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One page, its name and icon in the list."""

    name: Words
    icon: str
    groups: tuple[Group, ...] = field(default=())


def sections(
    settings: Settings,
    names: Mapping[str, Words],
    missing: Mapping[str, Words] | None = None,
) -> tuple[Section, ...]:
    """Return the pages for these settings.

    Args:
        settings: what is in force.
        names: the movements' and routines', by slug.
        missing: what this desktop cannot do, by key, and why: a sentence stands in
            place of the row.
    """
    groups = []
    for entry in settings.reminders:
        name = names.get(entry.does)
        if name is not None and entry.kind in _KINDS:
            groups.append(_KINDS[entry.kind](entry, name))
    return (
        Section(words("Reminders"), "bell", (*groups, _HOW_OFTEN, _HOW)),
        Section(words("Sound and voice"), "sound", _sound(missing or {})),
        Section(words("Sessions"), "play", (_ROUTINES, _SESSIONS)),
        Section(words("Appearance"), "person", (_LOOK, _FIGURE)),
        Section(words("About"), "info"),
    )


def _after_sitting(entry: ReminderEntry, name: Words) -> Group:
    key = f"reminder.{entry.name}."
    return Group(
        words("After sitting: {movement}", movement=name),
        (
            Line(
                key + "enabled",
                words("Remind me after sitting"),
                words("Counts keyboard and mouse time. Stops while you are away."),
            ),
            Line(key + "every", words("Desk time")),
            Line("presence.restart_after"),
        ),
    )


def _on_return(entry: ReminderEntry, name: Words) -> Group:
    key = f"reminder.{entry.name}."
    return Group(
        words("Back from a break: {movement}", movement=name),
        (
            Line(key + "enabled", words("Remind me when I come back")),
            Line(key + "away", words("After being away for at least")),
            Line(key + "every"),
        ),
    )


def _sound(missing: Mapping[str, Words]) -> tuple[Group, ...]:
    """Return what can be heard here; the volume only where anything can."""
    groups = [_without(group, missing) for group in (_SOUNDS, _VOICE)]
    if any(group.lines for group in groups):
        groups.append(_VOLUME)
    return tuple(groups)


def _without(group: Group, missing: Mapping[str, Words]) -> Group:
    lines = tuple(line for line in group.lines if line.key not in missing)
    reasons = (missing[line.key] for line in group.lines if line.key in missing)
    return Group(group.heading, lines, tuple(dict.fromkeys(reasons)))


_KINDS = {"desk-time": _after_sitting, "on-return": _on_return}
_HOW_OFTEN = Group(
    words("How often"),
    (Line("limits.prompts_a_day"), Line("limits.returns_a_day")),
)
_HOW = Group(
    words("How reminders appear"),
    (
        Line("prompt.show_as", tip=words("A card never takes the keyboard.")),
        Line(
            "prompt.wait_for_typing",
            tip=words(
                "Holds the card until you stop for 3 seconds, up to 5 minutes. "
                "The card on your return comes at once."
            ),
        ),
        Line("limits.snooze"),
    ),
)
_ROUTINES = Group(
    words("Routines"),
    (
        Line("routine.hang"),
        Line("routine.wait_for_ready"),
        Line("routine.comfort"),
        Line("routine.gentle"),
    ),
)
_SESSIONS = Group(words("Every session"), (Line("session.hands_free"),))
_SOUNDS = Group(
    words("Sounds during a session"), (Line("sound.chimes"), Line("sound.ticks"))
)
_VOICE = Group(words("Voice during a session"), (Line("sound.voice"),))
_VOLUME = Group(words("How loud"), (Line("sound.volume"),))
_LOOK = Group(
    words("Windows and tray"),
    (
        Line(
            "appearance.theme",
            tip=words("Follows your system, so nothing bright appears at night."),
        ),
        Line("appearance.text_size", tip=words("Adds to your system text size.")),
        Line(
            "appearance.large_floor_text",
            tip=words(
                "Fills the screen while you are on the floor, to be read from there."
                " Esc leaves it. F11 does the same at any time."
            ),
        ),
        Line(
            "appearance.tray_icon",
            tip=words("Choose by hand if the icon is hard to see on your panel."),
        ),
    ),
)
_FIGURE = Group(
    words("The figure"),
    (
        Line(
            "appearance.reduce_motion",
            tip=words("Shows key positions instead of continuous movement."),
        ),
        Line("appearance.skin", words("Skin")),
        Line("appearance.hair", words("Hair")),
        Line("appearance.build", words("Build")),
    ),
)
