"""TOML with the line of every value: bytes in, plain values and their lines out.

The values come from the standard library's reader, so what is valid is decided
there. The lines come from one pass over the text of a document already known to
be valid, which keeps that pass small.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, TypeAlias

Path: TypeAlias = "tuple[str | int, ...]"


class TomlError(Exception):
    """The document is not TOML. `line` is 1 for the first; `reason` a sentence."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a file as plain Python, and where each of them stands."""

    values: dict[str, Any]
    lines: dict[Path, int]

    def line(self, *path: str | int) -> int:
        """Return the line of the value at `path`, or of its nearest parent."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


_DEEP = re.compile(r"(?:[\[{][\w =]*){50}")
_MANY_DOTS = re.compile(
    r"""(?:^|[\[{,])[ \t]*(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
    r"""(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')){16}""",
    re.MULTILINE,
)
"""A key of more parts than any file has: reading one of thousands takes for ever."""


def read(data: bytes) -> Document:
    """Read a TOML document in UTF-8 (a byte order mark is allowed).

    Raises:
        TomlError: the bytes are not UTF-8 or not TOML; says the line.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TomlError(line, "this is not UTF-8 text") from None
    dots = _MANY_DOTS.search(text)
    if dots is not None:
        line = text.count("\n", 0, dots.end()) + 1
        raise TomlError(line, "a key has too many dots")
    try:
        return Document(tomllib.loads(text), _Lines(text).scan())
    except tomllib.TOMLDecodeError as error:
        raise TomlError(*_place(str(error), text)) from None
    except ValueError:  # Python does not read integers of thousands of digits
        digits = re.search(r"[0-9_]{4000}", text)
        line = text.count("\n", 0, digits.start() if digits else 0) + 1
        raise TomlError(line, "it has a number too long to read") from None
    except RecursionError:
        deep = _DEEP.search(text)
        line = text.count("\n", 0, deep.end() if deep else 0) + 1
        raise TomlError(line, "the values are nested too deeply") from None


def _place(message: str, text: str) -> tuple[int, str]:
    """Return line and reason of what the standard library says of a document."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    reason = message[: found.start()] if found else message
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    for start, plain in _PLAINLY.items():
        if reason.startswith(start):
            return line, plain.format(key=_key_at(line, text))
    return line, reason[:1].lower() + reason[1:]


def _key_at(line: int, text: str) -> str:
    """Return what stands before the "=" of a line, or the name of its section."""
    written = text.split("\n")[line - 1]
    return written.partition("=")[0].strip(" \t[]\"'")[:40]


_TWICE = 'there are two of "{key}" in one place, keep one of them'
_QUOTE = "a text has no quote at its end"
_PLAINLY = {
    "Cannot overwrite": _TWICE,
    "Cannot declare": _TWICE,
    "Cannot mutate": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate inline": _TWICE,
    "Illegal character '\\n'": _QUOTE,
    "Unterminated string": _QUOTE,
    "Illegal character": "a text has a sign in it that nobody can see",
    "Found invalid character": "there is a sign here that nobody can see",
    "Expected '='": 'a line is written as name = "text", with "=" after the name',
    "Invalid initial character for a key": 'before "=" there is a name: small letters',
    "Invalid statement": 'a line is a [section], or name = "text", or begins with "#"',
    "Expected newline": "there is something more behind the value on this line",
    "Expected ']": 'the name of a section stands between "[" and "]"',
    "Invalid value": 'after "=" comes a "text", a number, true, false or a [list]',
    "Invalid date": 'after "=" comes a "text", a number, true, false or a [list]',
    "Unclosed array": 'a list has no "]" at its end',
    "Unclosed inline table": 'what begins with "{{" has no "}}" at its end',
    "Unescaped": 'write a backslash in a text twice, or the text between two "\'"',
    "Invalid hex": 'write a backslash in a text twice, or the text between two "\'"',
    "Escaped character": "a text has a sign in it that there is none of",
}
"""What the standard library says of a document, and how a person would say it."""


_KEY = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([A-Za-z0-9_-]+))\s*')
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+'  # over several lines
    r'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'',
    re.DOTALL,
)
_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_PLAIN = re.compile(r"[^,\]}#\n]+")


class _Lines:
    """Walks a valid document once and notes the line of every key and item."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip_blank():
            if self._text.startswith("[[", self._at):
                table = self._header(2)
                index = self._counts.get(table, 0)
                self._counts[table] = index + 1
                self._lines.setdefault(table, self._line())
                table = (*table, index)
                self._lines[table] = self._line()
                self._at += 2
            elif self._text[self._at] == "[":
                table = self._header(1)
                self._lines.setdefault(table, self._line())
                self._at += 1
            else:
                self._pair(table)
        return self._lines

    def _skip_blank(self) -> bool:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _line(self) -> int:
        return bisect_right(self._starts, self._at)

    def _header(self, brackets: int) -> Path:
        self._at += brackets
        parts = self._dotted()
        path: Path = ()
        for part in parts[:-1]:
            path = (*path, part)
            if path in self._counts:  # inside the array's newest table
                path = (*path, self._counts[path] - 1)
        return (*path, parts[-1])

    def _dotted(self) -> list[str]:
        parts: list[str] = []
        while True:
            match = _KEY.match(self._text, self._at)
            if match is None:
                return parts
            self._at = match.end()
            basic, literal, bare = match.groups()
            parts.append(
                tomllib.loads(f'k = "{basic}"')["k"]
                if basic is not None
                else literal
                if literal is not None
                else bare
            )
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for part in self._dotted():
            path = (*path, part)
            self._lines.setdefault(path, line)
        self._at += 1  # the equals sign
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip_blank()
        self._lines.setdefault(path, self._line())
        start = self._text[self._at]
        if start == "[":
            self._items(path)
        elif start == "{":
            self._inline(path)
        else:
            match = _STRING.match(self._text, self._at) or _PLAIN.match(
                self._text, self._at
            )
            self._at = match.end() if match else self._at + 1

    def _items(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._skip_blank() and self._text[self._at] != "]":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._value((*path, index))
            index += 1
        self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while self._skip_blank() and self._text[self._at] != "}":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(path)
        self._at += 1
