"""The settings file: read at the start, written field by field, never lost.

A field is written into whatever the file holds at that moment, so comments,
order, unknown keys and the changes of other programs stay; of two programs
that change the same field, the last one wins. Only a file that is no TOML is
put aside. While the disk refuses, changes are in force and in memory.

This is the only module that knows the TOML writer, and it imports it only to
write: reading settings must cost a resident process nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskstretch.settings import disk, values
from deskstretch.settings.durations import Refused, quoted
from deskstretch.settings.editing import UNUSUAL, USUAL, NotWritten, edited
from deskstretch.settings.model import Problem, Settings
from deskstretch.settings.reading import known_to, look_through
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from deskstretch.settings.fields import Value
    from deskstretch.settings.reading import Reading

_HEADING = b"# DeskStretch settings. What is not here is as usual.\n"


class SettingsFile:
    """The settings in force, and the file they come from and go to.

    `load` reads it at the start, `reload` when it may have changed; `set` and
    `put` change one field at once, in force and in the file. While the file
    cannot be written `trouble` says why, `unsaved` counts the fields that wait
    and every later change or `retry` tries again. Dates come in, for the names
    of copies and of what is put aside.

    Attributes:
        settings: what is in force.
        problems: what the last reading found, in the order of lines.
        trouble: why changes are not in the file; None when they are.
    """

    def __init__(self, path: Path, known: Collection[str]) -> None:
        """Prepare without touching the disk; `known` as in `reading.read`."""
        self.path = path
        self.settings = Settings()
        self.problems: tuple[Problem, ...] = ()
        self.trouble: Words | None = None
        self._known = known
        self._good = b""
        self._seen: tuple[int, ...] | None = None
        self._waiting: dict[str, object] = {}

    @property
    def unsaved(self) -> int:
        return len(self._waiting)

    @property
    def exists(self) -> bool:
        """Tell whether there is a file: where there is none, it is a first start."""
        return self._look() is not None

    def load(self, today: date) -> tuple[Settings, tuple[Problem, ...]]:
        """Read the file; one that is no TOML is put aside, with its copies kept."""
        return self._read(today, put_aside=True)

    def reload(self, today: date) -> tuple[Settings, tuple[Problem, ...]]:
        """Read the file again; one that is no TOML is left to whoever edits it.

        What was in force then stays in force.
        """
        return self._read(today, put_aside=False)

    def changed(self) -> bool:
        """Tell whether the file is another one than was read or written last."""
        return self._look() != self._seen

    def get(self, key: str) -> str:
        """Return a setting as text.

        Raises:
            Refused: there is no such setting.
        """
        return self.settings.shown(key)

    def set(self, key: str, text: str, today: date) -> None:
        """Change one setting from the text of a command.

        Raises:
            Refused: no such setting, or a value it cannot take; nothing changed.
        """
        field, _entry = self.settings.find(key)
        if field.own:
            raise Refused(
                words("{name} is written by DeskStretch itself.", name=quoted(key))
            )
        self.put(key, self.settings.parse(key, text), today)

    def put(self, key: str, value: Value, today: date) -> None:
        """Change one setting to a value its field takes.

        Raises:
            Refused: no such setting any more, or a value it cannot take.
        """
        self.put_all({key: value}, today)

    def put_all(self, changes: Mapping[str, Value], today: date) -> None:
        """Change several settings in one writing. Raises as `put` does."""
        settings = self.settings
        judged: dict[str, Value] = {}
        for key, value in changes.items():
            judged[key] = self._judged(settings, key, value)
            settings = settings.with_value(key, judged[key])
        self.settings = settings
        self._waiting.update(judged)
        self.retry(today)

    def reset(self, key: str, today: date) -> None:
        """Take one setting out of the file: it is as usual again.

        Raises:
            Refused: no such setting, or one that a reminder cannot be without.
        """
        field, entry = self.settings.find(key)
        if field.own or (entry and field.name in {"name", "does", "kind"}):
            raise Refused(words("{name} has no usual value.", name=quoted(key)))
        self.settings = self.settings.with_value(key, field.default)
        self._waiting[key] = USUAL
        self.retry(today)

    def retry(self, today: date) -> bool:
        """Try to write what waits; tell whether nothing waits any more."""
        if not self._waiting:
            return True
        try:
            with disk.held(disk.target_of(self.path).parent):
                self._write(today)
        except NotWritten as refused:
            reason = refused.reason
        except OSError as error:
            reason = disk.reason_of(error)
        else:
            self.trouble = None
            return True
        self.trouble = words(
            "Your last change is in force but not saved yet."
            " The file {file} is not written: {reason}.",
            file=str(self.path),
            reason=reason,
        )
        return False

    def copies(self) -> list[Path]:
        """Return the copies of earlier days, the newest last."""
        return disk.copies(self.path)

    def _judged(self, settings: Settings, key: str, value: Value) -> Value:
        """Return the value as the file will give it back; may raise `Refused`."""
        field, entry = settings.find(key)
        if value is None and field.default is None:
            return value
        value = values.take(field, values.plain(field, value))
        if entry is None or value == entry.value(field.name):
            return value
        if field.name == "name" and settings.reminder(str(value)):
            raise Refused(
                words("{name} is the name of another one.", name=quoted(value))
            )
        if field.name == "does" and not known_to(self._known, str(value)):
            raise Refused(
                words("There is no movement or routine {name}.", name=quoted(value))
            )
        return value

    def _read(
        self, today: date, *, put_aside: bool
    ) -> tuple[Settings, tuple[Problem, ...]]:
        self._seen = self._look()
        try:
            data = disk.read(self.path)
        except FileNotFoundError:
            data = b""
        except OSError as error:
            self._unreadable(error)
            return self.settings, self.problems
        reading = look_through(data, self._known)
        if reading.broken:
            self._broken(reading, today, put_aside=put_aside)
            return self.settings, self.problems
        self._adopt(data, reading)
        if data:
            disk.keep_copy(self.path, data, today)
        return self.settings, self.problems

    def _unreadable(self, error: OSError) -> None:
        message = words(
            "The settings file could not be read: {reason}."
            " It is left as it is, and changes are not saved.",
            reason=disk.reason_of(error),
        )
        self.problems = (Problem(0, "", message),)

    def _broken(self, reading: Reading, today: date, *, put_aside: bool) -> None:
        said = words(
            "Your settings file could not be read. It is left as it is, and the"
            " settings in force stay."
        )
        if put_aside:
            try:
                said = words(
                    "{said} DeskStretch started with the usual settings."
                    " Your diary is safe.",
                    said=_put_aside_as(disk.put_aside(self.path, today)).message,
                )
            except OSError:
                said = words(
                    "Your settings file could not be read, nor put aside."
                    " The usual settings are in force."
                )
        self.problems = (*reading.problems, Problem(0, "", said))

    def _adopt(self, data: bytes, reading: Reading) -> None:
        """Take a good file as what is in force, with what still waits over it."""
        self._good = data
        self.settings = reading.settings
        self.problems = tuple(reading.problems)
        for key, value in list(self._waiting.items()):
            self._keep_waiting(key, value)

    def _keep_waiting(self, key: str, value: object) -> None:
        try:
            field, _entry = self.settings.find(key)
        except Refused as gone:  # another program took the reminder away
            del self._waiting[key]
            self.problems = (*self.problems, Problem(0, key, gone.message))
            return
        new = field.default if value is USUAL else cast("Value", value)
        self.settings = self.settings.with_value(key, new)

    def _write(self, today: date) -> None:
        import tomlkit  # noqa: PLC0415  30 ms and 3 MB that only a change needs

        data = disk.read(self.path) if self.exists else _HEADING
        reading = look_through(data, self._known)
        broken = reading.broken
        if broken and not self._good:
            raise NotWritten(words("it cannot be read, so nothing is written over it"))
        if broken:
            data = self._good
            reading = look_through(data, self._known)
        self._adopt(data, reading)
        gone = tuple(one for one in self.problems if not one.line)
        written = edited(data, self._waiting, reading, tomlkit)
        after = look_through(written, self._known)
        if after.settings != self.settings:
            raise NotWritten(UNUSUAL)
        if broken:
            gone += (_put_aside_as(disk.put_aside(self.path, today)),)
        if broken or not self.exists or written != data:
            disk.replace(self.path, written)
        self._waiting.clear()
        self._adopt(written, after)
        self.problems += gone
        self._seen = self._look()
        disk.keep_copy(self.path, written, today)

    def _look(self) -> tuple[int, ...] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns


def _put_aside_as(aside: Path) -> Problem:
    return Problem(
        0,
        "",
        words(
            "Your settings file could not be read. We put it aside as {file}.",
            file=str(aside),
        ),
    )
