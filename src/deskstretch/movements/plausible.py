"""What no file of content says: numbers, texts and lists far beyond any use.

They are named before a file is read for what it means, so that no reader after
this one meets a number it cannot turn or a list it would never come to the end of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.movements.table import Source

if TYPE_CHECKING:
    from deskstretch.movements.problem import Problem
    from deskstretch.toml_lines import Document

LARGEST = 1_000_000
LONGEST_TEXT = 600
MOST_IN_ONE = 100
MOST_IN_ALL = 2_000
DEEPEST = 6
_UNSEEN = frozenset(
    map(chr, (*range(32), *range(0x7F, 0xA0), *range(0x2028, 0x202F)))
) | frozenset(map(chr, range(0x2066, 0x206A)))
"""Control signs, line ends, and signs that turn a text round."""


def look(document: Document, problems: list[Problem], file: str) -> bool:
    """Name what is far beyond any use; True if there is nothing like it."""
    before = len(problems)
    _Look(Source(file, document, problems)).at((), document.values, DEEPEST)
    return len(problems) == before


class _Look:
    """Walks over every value of a document once, and not over more than there may be.

    The first list that is too long, or the first value too many, ends the walk.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._left = MOST_IN_ALL

    def at(self, path: tuple[str | int, ...], value: Any, depth: int) -> None:  # noqa: ANN401 - TOML holds anything
        self._left -= 1
        if self._left == 0:
            message = f"This file has more than {MOST_IN_ALL} values. Make it smaller."
            self._source.report((), message)
        if self._left <= 0:
            return
        if isinstance(value, (dict, list)):
            self._inside(path, value, depth)
        elif isinstance(value, str):
            self._text(path, value)
        elif isinstance(value, (int, float)) and not abs(value) <= LARGEST:
            key = next((part for part in reversed(path) if isinstance(part, str)), "")
            what = f'"{key}"' if path[-1] == key else f'One of "{key}"'
            such = "10" if isinstance(value, int) else "12.5"
            message = f"{what} is no number to use here: write one such as {such}."
            self._source.report(path, message)

    def _inside(
        self, path: tuple[str | int, ...], value: dict[str, Any] | list[Any], depth: int
    ) -> None:
        if depth == 0:
            self._source.report(path, "This is nested too deeply.")
        elif len(value) > MOST_IN_ONE:
            self._source.report(
                path, f"This has {len(value)} parts; at most {MOST_IN_ONE} are read."
            )
        elif isinstance(value, dict):
            for key, inner in value.items():
                self._text((*path, key), key)
                self.at((*path, key), inner, depth - 1)
        else:
            for index, inner in enumerate(value):
                self.at((*path, index), inner, depth - 1)

    def _text(self, path: tuple[str | int, ...], text: str) -> None:
        if len(text) > LONGEST_TEXT:
            self._source.report(
                path,
                f"This text has {len(text)} characters; at most {LONGEST_TEXT} fit.",
            )
        elif not _UNSEEN.isdisjoint(text):
            self._source.report(
                path, "This text has signs that nobody can see. Write it in one line."
            )
