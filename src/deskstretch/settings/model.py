"""What the user chose, as values: the settings in force and the list of reminders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from deskstretch.settings import values
from deskstretch.settings.durations import Refused, quoted
from deskstretch.settings.fields import (
    DAYS,
    FIELD,
    FIELDS,
    FIRST_USE,
    KINDS,
    REMINDER_FIELDS,
    Field,
    Range,
    Value,
)
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["FIELDS", "Field", "Problem", "ReminderEntry", "Settings", "near"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the settings file that is not as it should be.

    `line` is 1 for the first, 0 where the whole file is meant; `field` is the
    dotted key, or "" for the whole file; `message` is one plain sentence or two.
    """

    line: int
    field: str
    message: Words

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (f"line {self.line}" if self.line else "", self.field)
            if part
        )
        return f"{place}: {self.message}" if place else str(self.message)


@dataclass(frozen=True, slots=True)
class ReminderEntry:
    """One reminder as it stands in the list; what its kind does not use is usual.

    Attributes:
        every_s, away_s: seconds.
        at: "HH:MM" or "first-use", for `daily`.
        days: the days it works on, in the order of the week; all seven unless
            said, Monday to Friday for `daily`.
        hours: its own hours in minutes after midnight, an end at or before the
            start being on the next day; None where it has none of its own.
    """

    name: str
    does: str
    kind: str
    enabled: bool = True
    every_s: float = 90 * 60.0
    away_s: float = 5 * 60.0
    at: str = "08:00"
    days: tuple[str, ...] = DAYS
    hours: tuple[Range, ...] | None = None

    @property
    def fields(self) -> Mapping[str, Field]:
        """Return the fields that reminders of this kind have, by name."""
        return REMINDER_FIELDS[self.kind]

    def value(self, name: str) -> Value:
        return cast("Value", getattr(self, _ATTRIBUTE.get(name, name)))

    def with_value(self, name: str, value: Value) -> ReminderEntry:
        """Return the same reminder with another value for the field `name`."""
        if name == "hours" and not value:
            value = None
        return replace(self, **{_ATTRIBUTE.get(name, name): value})  # type: ignore[arg-type]  # values were taken by the field of that name

    @classmethod
    def usual(cls, name: str, does: str, kind: str) -> ReminderEntry:
        """Return a reminder with everything as usual for its kind."""
        entry = cls(name, does, kind)
        for field in REMINDER_FIELDS[kind].values():
            if field.name not in {"name", "does", "kind"}:
                entry = entry.with_value(field.name, field.default)
        return entry


_ATTRIBUTE = {"every": "every_s", "away": "away_s"}

DEFAULT_REMINDERS = (
    ReminderEntry.usual("hip-flexor", "kneeling-hip-flexor", "desk-time"),
    ReminderEntry.usual("lat-stretch", "lat-stretch", "on-return"),
    ReminderEntry.usual("diary", "diary", "daily").with_value("at", FIRST_USE),
    ReminderEntry.usual("morning", "seven-minute", "daily"),
)


class Settings:
    """The settings in force: a value for every field, and the list of reminders.

    Never changes; `with_value` makes another one. A reminder's fields are
    reached by `reminder.NAME.FIELD`. What is asked for and does not exist is
    `Refused` with the nearest name.
    """

    __slots__ = ("_values", "reminders")

    def __init__(
        self,
        values_: Mapping[str, Value] | None = None,
        reminders: tuple[ReminderEntry, ...] = DEFAULT_REMINDERS,
    ) -> None:
        self._values = {field.key: field.default for field in FIELDS}
        self._values.update(values_ or {})
        self.reminders = reminders

    def __getitem__(self, key: str) -> Value:
        field, entry = self.find(key)
        return entry.value(field.name) if entry else self._values[key]

    def __iter__(self) -> Iterator[str]:
        """Walk over every key, those of the reminders last."""
        yield from self._values
        for entry in self.reminders:
            for name in entry.fields:
                yield f"reminder.{entry.name}.{name}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Settings):
            return NotImplemented
        return self._values == other._values and self.reminders == other.reminders

    def __hash__(self) -> int:
        return hash((tuple(self._values.items()), self.reminders))

    def seconds(self, key: str) -> float:
        return cast("float", self[key])

    def number(self, key: str) -> int:
        return cast("int", self[key])

    def switch(self, key: str) -> bool:
        return cast("bool", self[key])

    def text(self, key: str) -> str:
        return cast("str", self[key])

    def texts(self, key: str) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self[key])

    @property
    def hours(self) -> dict[str, tuple[Range, ...]] | None:
        """Return the working hours of every day, or None where there are none set.

        Ranges are minutes after midnight; an end before the start is on the
        next day. A day that is not in the file has no hours once any day is.
        """
        days = {day: self._values[f"hours.{day}"] for day in DAYS}
        if all(ranges is None for ranges in days.values()):
            return None
        return {
            day: cast("tuple[Range, ...]", ranges or ()) for day, ranges in days.items()
        }

    def reminder(self, name: str) -> ReminderEntry | None:
        return next((entry for entry in self.reminders if entry.name == name), None)

    def find(self, key: str) -> tuple[Field, ReminderEntry | None]:
        """Return the field behind a dotted key, and the reminder it belongs to.

        Raises:
            Refused: there is no such setting, or no such reminder.
        """
        if key in FIELD:
            return FIELD[key], None
        if not key.startswith("reminder."):
            raise _unknown("There is no setting {name}.", key, self)
        entry_name, _, name = key.removeprefix("reminder.").rpartition(".")
        entry = self.reminder(entry_name)
        if entry is None:
            known = (reminder.name for reminder in self.reminders)
            raise _unknown("There is no reminder {name}.", entry_name or name, known)
        if name not in entry.fields:
            raise _unknown("Such a reminder has no {name}.", name, entry.fields)
        return entry.fields[name], entry

    def with_value(self, key: str, value: Value) -> Settings:
        """Return the same settings with another value, one its field has taken."""
        _field, entry = self.find(key)
        if entry is None:
            return Settings({**self._values, key: value}, self.reminders)
        name = key.rpartition(".")[2]
        changed = entry.with_value(name, value)
        if name == "kind" and changed.kind in KINDS:
            changed = ReminderEntry.usual(entry.name, entry.does, changed.kind)
            changed = changed.with_value("enabled", entry.enabled)
        return Settings(
            self._values,
            tuple(changed if other is entry else other for other in self.reminders),
        )

    def parse(self, key: str, text: str) -> Value:
        """Make the value of the setting `key` from the text of a command.

        Raises:
            Refused: no such setting, or a value it cannot take.
        """
        return values.parse(self.find(key)[0], text)

    def shown(self, key: str) -> str:
        """Return the value of the setting `key` as a command prints it.

        Raises:
            Refused: there is no such setting.
        """
        return values.shown(self.find(key)[0], self[key])


def near(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, if one is like it."""
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(sentence: str, name: str, known: Iterable[str]) -> Words:
    """Fill `{name}` in the sentence, and add the nearest known name if there is one."""
    nearest = near(name, known)
    said = words(sentence, name=quoted(name))
    if nearest is None:
        return said
    return words("{said} Did you mean {nearest}?", said=said, nearest=quoted(nearest))


def _unknown(sentence: str, name: str, known: Iterable[str]) -> Refused:
    return Refused(did_you_mean(sentence, name, known))
