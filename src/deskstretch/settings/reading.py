"""The settings file, read: every good value kept, every bad one named with its line.

Nothing in a file can stop the reading. A bad value takes its usual value, a
reminder that cannot be one is left out, and unknown keys are named and left
alone; only bytes that are no TOML at all give nothing but the usual settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from deskstretch.settings import values
from deskstretch.settings.durations import Refused, quoted
from deskstretch.settings.fields import DIARY, FIELD, FIELDS, KINDS, REMINDER_FIELDS
from deskstretch.settings.model import (
    DEFAULT_REMINDERS,
    Problem,
    ReminderEntry,
    Settings,
    did_you_mean,
)
from deskstretch.toml_lines import Document, TomlError
from deskstretch.toml_lines import read as read_toml
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from deskstretch.settings.fields import Field, Value

_SECTIONS = tuple(dict.fromkeys(one.section for one in FIELDS))
_ALWAYS_KNOWN = frozenset(entry.does for entry in DEFAULT_REMINDERS) | {DIARY}
_NAME = REMINDER_FIELDS["daily"]["name"]
_EVERY_ENTRY_KEY = {name for fields in REMINDER_FIELDS.values() for name in fields}


def read(data: bytes | None, known: Collection[str]) -> tuple[Settings, list[Problem]]:
    """Read a settings file; None stands for no file.

    Args:
        data: the bytes of the file.
        known: what a reminder may ask for: slugs of movements and routines, and
            `slug/profile`. The four reminders of the usual list may always ask
            for theirs.

    Returns:
        The settings in force and the problems in the order of their lines.
    """
    reading = look_through(data, known)
    return reading.settings, reading.problems


@dataclass(slots=True)
class Reading:
    """What a file says.

    Attributes:
        positions: for each reminder in force, its place in the file's list; None
            when the file has no list and the usual one is in force.
        broken: the bytes are no TOML, so nothing of them could be used.
    """

    settings: Settings
    problems: list[Problem] = field(default_factory=list)
    positions: dict[str, int] | None = None
    broken: bool = False


def look_through(data: bytes | None, known: Collection[str]) -> Reading:
    """Read a settings file, with what a writer needs to know besides."""
    try:
        document = read_toml(data or b"")
    except TomlError as error:
        message = words("This is not TOML: {reason}.", reason=error.reason)
        return Reading(Settings(), [Problem(error.line, "", message)], broken=True)
    except ValueError:  # an integer longer than Python agrees to read
        message = words("This file has a number that is too long to read.")
        return Reading(Settings(), [Problem(0, "", message)], broken=True)
    return _Reader(document, known).read()


def known_to(known: Collection[str], does: str) -> bool:
    """Tell whether a reminder may ask for this."""
    return does in known or does in _ALWAYS_KNOWN


class _Reader:
    """Walks over one document and collects values and problems."""

    def __init__(self, document: Document, known: Collection[str]) -> None:
        self._document = document
        self._known = known
        self._problems: list[Problem] = []

    def read(self) -> Reading:
        found: dict[str, Value] = {}
        for name, content in self._document.values.items():
            if name == "reminder":
                continue
            if name not in _SECTIONS:
                self._unknown((name,), name, (*_SECTIONS, "reminder"))
            elif isinstance(content, dict):
                found.update(self._section(name, content))
            else:
                self._name(
                    (name,),
                    words("This is not a table: write it as [{name}].", name=name),
                )
        reminders, positions = self._reminders()
        self._problems.sort(key=lambda problem: problem.line)
        return Reading(Settings(found, reminders), self._problems, positions)

    def _section(self, section: str, content: dict[str, Any]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, given in content.items():
            key = f"{section}.{name}"
            if key in FIELD:
                found[key] = self._value((section, name), key, FIELD[key], given)
            else:
                here = [one.name for one in FIELDS if one.section == section]
                self._unknown((section, name), key, here)
        return found

    def _value(
        self, path: tuple[str | int, ...], key: str, one: Field, given: object
    ) -> Value:
        if one.type == "ranges" and isinstance(given, list):
            given = self._good_ranges(path, key, one, given)
        try:
            return values.take(one, given)
        except Refused as refused:
            usual = values.shown(one, one.default)
            said = (
                words("{said} Using {usual}.", said=refused.message, usual=usual)
                if usual
                else words("{said} Leaving it out.", said=refused.message)
            )
            self._name(path, said, key)
            return one.default

    def _good_ranges(
        self, path: tuple[str | int, ...], key: str, one: Field, given: list[Any]
    ) -> list[Any]:
        """Name each bad stretch of time beside good ones; return the good ones.

        Where none is good nothing is left out: the value as a whole is bad.
        """
        bad: dict[int, Words] = {}
        for index, item in enumerate(given):
            try:
                values.take(one, [item])
            except Refused as refused:
                bad[index] = refused.message
        if len(bad) == len(given):
            return given
        for index, message in bad.items():
            said = words("{said} Leaving it out.", said=message)
            self._name((*path, index), said, key)
        return [item for index, item in enumerate(given) if index not in bad]

    def _reminders(
        self,
    ) -> tuple[tuple[ReminderEntry, ...], dict[str, int] | None]:
        if "reminder" not in self._document.values:
            return DEFAULT_REMINDERS, None
        given = self._document.values["reminder"]
        if not isinstance(given, list):
            self._name(
                ("reminder",),
                words(
                    "This is not a list: write each one as [[reminder]]. "
                    "Using the usual reminders."
                ),
            )
            return DEFAULT_REMINDERS, None
        entries: dict[str, ReminderEntry] = {}
        positions: dict[str, int] = {}
        for index, content in enumerate(given):
            entry = self._reminder(index, content, entries)
            if entry is not None:
                entries[entry.name] = entry
                positions[entry.name] = index
        return tuple(entries.values()), positions

    def _reminder(
        self, index: int, content: object, others: Collection[str]
    ) -> ReminderEntry | None:
        path = ("reminder", index)
        if not isinstance(content, dict):
            self._left_out(path, words("A reminder is a table, not this."))
            return None
        does, kind = content.get("does"), content.get("kind")
        if not isinstance(does, str) or not known_to(self._known, does):
            self._left_out((*path, "does"), self._bad_does(does))
            return None
        if not isinstance(kind, str) or kind not in KINDS:
            self._left_out((*path, "kind"), _bad_kind(kind))
            return None
        name = self._entry_name((*path, "name"), content.get("name", does), others)
        if name is None:
            return None
        return self._filled(path, ReminderEntry.usual(name, does, kind), content)

    def _entry_name(
        self, path: tuple[str | int, ...], given: object, others: Collection[str]
    ) -> str | None:
        try:
            name = str(values.take(_NAME, given))
        except Refused as refused:
            self._left_out(path, refused.message)
            return None
        if name in others:
            message = words("{name} is the name of another one.", name=quoted(name))
            self._left_out(path, message)
            return None
        return name

    def _filled(
        self, path: tuple[str | int, ...], entry: ReminderEntry, content: dict[str, Any]
    ) -> ReminderEntry:
        for name, given in content.items():
            key = f"reminder.{entry.name}.{name}"
            if name in {"name", "does", "kind"}:
                continue
            if name in entry.fields:
                value = self._value((*path, name), key, entry.fields[name], given)
                entry = entry.with_value(name, value)
            elif name in _EVERY_ENTRY_KEY:
                message = words(
                    "A reminder of the kind {kind} does not use this.", kind=entry.kind
                )
                self._name((*path, name), message, key)
            else:
                self._unknown((*path, name), key, entry.fields)
        return entry

    def _bad_does(self, does: object) -> Words:
        if does is None:
            return words("It does not say what it asks for: write does = …")
        if not isinstance(does, str):
            return words("{given} is no movement or routine.", given=quoted(does))
        sentence = "There is no movement or routine {name}."
        return did_you_mean(sentence, does, {*self._known, *_ALWAYS_KNOWN})

    def _left_out(self, path: tuple[str | int, ...], message: Words) -> None:
        said = words("{said} This reminder is left out.", said=message)
        place = f"reminder {int(path[1]) + 1}"
        self._name(path, said, ".".join((place, *map(str, path[2:]))))

    def _unknown(
        self, path: tuple[str | int, ...], key: str, known: Collection[str]
    ) -> None:
        sentence = "DeskStretch does not know {name} and leaves it alone."
        self._name(path, did_you_mean(sentence, str(path[-1]), known), key)

    def _name(
        self, path: tuple[str | int, ...], message: Words, key: str | None = None
    ) -> None:
        line = self._document.line(*path)
        self._problems.append(Problem(line, key or str(path[0]), message))


def _bad_kind(kind: object) -> Words:
    allowed = ", ".join(KINDS)
    if kind is None:
        return words(
            "It does not say when it asks: write kind = … with one of {allowed}.",
            allowed=allowed,
        )
    return words(
        "{given} is not one of {allowed}.", given=quoted(kind), allowed=allowed
    )
