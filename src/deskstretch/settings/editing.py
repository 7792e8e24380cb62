"""Changes of single fields in the text of a settings file, everything else kept.

The TOML writer comes in as a value, because loading it costs more than a
resident process may spend before the first change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from deskstretch.settings import values
from deskstretch.settings.durations import Refused
from deskstretch.settings.fields import FIELD
from deskstretch.settings.model import DEFAULT_REMINDERS
from deskstretch.toml_lines import read as read_toml
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.settings.fields import Field, Value
    from deskstretch.settings.model import ReminderEntry
    from deskstretch.settings.reading import Reading

USUAL = object()
"""In place of a value: take the key out of the file."""
UNUSUAL = words("it is written in a way that we cannot change safely")
_BOM = b"\xef\xbb\xbf"
_LONE_END = re.compile(r"(?<!\r)\n")


class NotWritten(Exception):  # noqa: N818  it becomes a sentence
    """The text could not be changed without touching more; `reason` says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(str(reason))
        self.reason = reason


def edited(
    data: bytes,
    changes: Mapping[str, object],
    reading: Reading,
    writer: Any,  # noqa: ANN401  a module
) -> bytes:
    """Return the text of `data` with `changes` in it, in their order.

    Args:
        data: a TOML document.
        changes: values by dotted key, or `USUAL`.
        reading: what `look_through` made of `data`.
        writer: the module tomlkit.

    Raises:
        NotWritten: the writer cannot do it, or changed something else as well.
    """
    text = data.removeprefix(_BOM).decode()
    try:
        document = _parsed(text, writer)
        editor = _Editor(document, reading, writer)
        for key, value in changes.items():
            editor.change(key, value)
        new = cast("str", document.as_string())
    except Exception as error:  # whatever it is, the file stays as it is
        raise NotWritten(UNUSUAL) from error
    if "\r\n" in text and not _LONE_END.search(text):
        new = _LONE_END.sub("\r\n", new)
    result = data[: len(data) - len(data.removeprefix(_BOM))] + new.encode()
    before, after = read_toml(data).values, read_toml(result).values
    for path in editor.touched:
        _take_out(before, path)
        _take_out(after, path)
    if repr(before) != repr(after):
        raise NotWritten(UNUSUAL)
    return result


def _parsed(text: str, writer: Any) -> Any:  # noqa: ANN401  the writer's own
    """Parse the text, and see that the writer gives every line of it back."""
    document = writer.parse(text)
    if sorted(document.as_string().splitlines()) != sorted(text.splitlines()):
        raise NotWritten(UNUSUAL)
    return document


class _Editor:
    """Changes fields in one document and notes which paths it touched."""

    def __init__(self, document: Any, reading: Reading, writer: Any) -> None:  # noqa: ANN401  the writer's own
        self._document = document
        self._writer = writer
        self._positions = reading.positions
        self._entries = {entry.name: entry for entry in reading.settings.reminders}
        self.touched: list[tuple[str | int, ...]] = []

    def change(self, key: str, value: object) -> None:
        """Put `value` at a dotted key, making the table or the list it needs."""
        if key in FIELD:
            field = FIELD[key]
            table = self._section(field.section)
            self.touched.append((field.section, field.name))
        else:
            entry_name, _, name = key.removeprefix("reminder.").rpartition(".")
            entry = self._entries[entry_name]
            field = entry.fields[name]
            table = self._entry(entry_name, name)
            if name == "kind":
                self._forget_the_old_kind(table, self.touched[-1][:-1])
            self._follow(entry, name, value)
        if value is USUAL or value is None:
            if field.name in table:
                table.remove(field.name)
        elif not _has(table, field, value):
            self._put(table, field.name, values.plain(field, cast("Value", value)))

    def _section(self, name: str) -> Any:  # noqa: ANN401  the writer's own
        document = self._document
        if not isinstance(document.get(name), dict):
            if name in document:
                document.remove(name)
                self.touched.append((name,))
            self._set_apart()
            document.append(name, self._writer.table())
        return document[name]

    def _entry(self, entry_name: str, name: str) -> Any:  # noqa: ANN401  likewise
        if self._positions is None:
            self._write_usual_list()
            self._positions = {
                entry.name: place for place, entry in enumerate(DEFAULT_REMINDERS)
            }
        place = self._positions[entry_name]
        self.touched.append(("reminder", place, name))
        return self._document["reminder"][place]

    def _write_usual_list(self) -> None:
        """One reminder of the usual list changes: from now on the file has the list."""
        document = self._document
        if "reminder" in document:
            document.remove("reminder")
        self._set_apart()
        entries = self._writer.aot()
        for entry in DEFAULT_REMINDERS:
            entries.append(self._table_of(entry))
        document.append("reminder", entries)
        self.touched.append(("reminder",))

    def _table_of(self, entry: ReminderEntry) -> Any:  # noqa: ANN401  likewise
        table = self._writer.table()
        for name, field in entry.fields.items():
            value = entry.value(name)
            if name in {"name", "does", "kind"} or name in _SAID.get(entry.kind, ()):
                table.append(name, values.plain(field, value))
        return table

    def _forget_the_old_kind(self, table: Any, path: tuple[str | int, ...]) -> None:  # noqa: ANN401  likewise
        """With another kind everything is as usual for it: take out what was said."""
        for name in ("every", "away", "at", "days", "hours"):
            if name in table:
                table.remove(name)
                self.touched.append((*path, name))

    def _follow(self, entry: ReminderEntry, name: str, value: object) -> None:
        """Know the entry by what it is now: a new name, or the fields of a new kind."""
        changed = (
            entry.with_value(name, cast("Value", value))
            if name in {"name", "kind"}
            else entry
        )
        self._entries[changed.name] = changed
        if self._positions is not None:
            self._positions[changed.name] = self._positions[entry.name]

    def _set_apart(self) -> None:
        """Leave one empty line before a new table at the end of the document."""
        text = self._document.as_string()
        if text and not text.endswith("\n"):
            self._document.add(self._writer.nl())
        if text.strip() and not text.endswith("\n\n"):
            self._document.add(self._writer.nl())

    def _put(self, table: Any, name: str, given: object) -> None:  # noqa: ANN401  likewise
        """Set a key: in its place if it is there, else below the table's last key.

        The comments at the end of a table mostly speak of the next one; they stay
        at the end.
        """
        if name in table or not isinstance(table, self._writer.items.Table):
            table[name] = given
            return
        body = table.value.body
        keyed = [at for at, (key, _) in enumerate(body) if key is not None]
        end = keyed[-1] + 1 if keyed else 0
        tail = body[end:]
        del body[end:]
        table.append(name, given)
        body.extend(tail)


_SAID = {
    "desk-time": ("every",),
    "on-return": ("away", "every"),
    "daily": ("at", "days"),
}


def _has(table: Any, field: Field, value: object) -> bool:  # noqa: ANN401  the writer's own
    """Tell whether the table says this value already, maybe in other words."""
    if field.name not in table:
        return False
    try:
        return values.take(field, table.unwrap()[field.name]) == value
    except Refused:
        return False


def _take_out(tree: Any, path: tuple[str | int, ...]) -> None:  # noqa: ANN401  any TOML value
    """Remove what is at `path`, and its section if nothing else is in there."""
    whole, (*way, last) = tree, path
    for part in way:
        inside = part in tree if isinstance(tree, dict) else isinstance(part, int)
        if not inside:
            return
        tree = tree[part]
    if isinstance(tree, dict):
        tree.pop(last, None)
    if not whole.get(path[0], True):
        del whole[path[0]]
