"""Reads one table of a file value by value, and says what is wrong with each.

Nothing raises: a wrong value becomes a problem with its line, and a harmless
value of the right type stands in for it, so that one reading finds all problems.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from deskstretch.movements.problem import Problem
from deskstretch.movements.vocabulary import instead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskstretch.toml_lines import Document


SHORTEST_PHASE = 0.1  # seconds: what is shorter is left out by its name


@dataclass(frozen=True, slots=True)
class Source:
    """One file being read, and where its problems go."""

    file: str
    document: Document
    problems: list[Problem]

    def report(self, path: tuple[str | int, ...], message: str) -> None:
        """Note a problem with the value at `path`, once."""
        line = self.document.line(*path)
        name = ".".join(str(part) for part in path)
        problem = Problem(self.file, line, name, message)
        if problem not in self.problems:
            self.problems.append(problem)

    def table(self, *path: str | int) -> Table:
        """Return the table at `path`; an empty one, and a problem, if it is none."""
        value: Any = self.document.values
        for depth, part in enumerate(path, start=1):
            value = value[part] if isinstance(part, int) else value.get(part, {})
            numbered = depth < len(path) and isinstance(path[depth], int)
            if not isinstance(value, list if numbered else dict):
                name = ".".join(map(str, path[:depth]))
                self.report(path[:depth], f'"{part}" is one table: [{name}].')
                return Table(self, path, {})
        return Table(self, path, value)


class Table:
    """One table of the file. Each getter takes a key and what it may hold."""

    def __init__(
        self, source: Source, path: tuple[str | int, ...], values: dict[str, Any]
    ) -> None:
        self._source = source
        self._path = path
        self._values = values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def report(self, key: str, message: str) -> None:
        """Note a problem with the value of `key` (or with the table, if missing)."""
        self._source.report((*self._path, key), message)

    def close(self, known: Iterable[str]) -> None:
        """Name every key that is not one of `known`."""
        names = tuple(known)
        for key in self._values:
            if key not in names:
                right = instead(key, names)
                self.report(key, f'"{key}" is not known in {self._title()}.{right}')

    def text(
        self, key: str, default: str | None = None, *, longest: int | None = None
    ) -> str:
        """Return a text; without `default` the file has to give one."""
        value = self._values.get(key, default)
        if value is None or (value == "" and default is None):
            self.report(key, f'{self._title()} needs "{key}".')
            return ""
        if not isinstance(value, str):
            self.report(key, f'"{key}" is a text in quotes.')
            return default or ""
        if longest is not None and len(value) > longest:
            self.report(
                key,
                f'"{key}" has {len(value)} characters; at most {longest} fit the line.',
            )
        return value or default or ""

    def texts(self, key: str, *, most: int | None = None) -> tuple[str, ...]:
        """Return a list of texts, empty if the file gives none."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) and item for item in value
        ):
            self.report(key, f'"{key}" is a list of texts: ["…", "…"].')
            return ()
        if most is not None and len(value) > most:
            self.report(key, f'"{key}" has {len(value)} lines; at most {most} fit.')
        return tuple(value)

    def choice(
        self, key: str, options: Sequence[str], default: str | None = None
    ) -> str:
        """Return one of `options`."""
        value = self.text(key, default)
        if value and value not in options:
            self._refuse(key, value, options)
        return value if value in options else default or options[0]

    def choices(self, key: str, options: Sequence[str]) -> tuple[str, ...]:
        """Return a list of some of `options`."""
        values = self.texts(key)
        for value in values:
            if value not in options:
                self._refuse(key, value, options)
        return values

    def whole(self, key: str, default: int | None, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`."""
        value = self._values.get(key, default)
        if value is None:
            self.report(key, f'{self._title()} needs "{key}".')
        elif type(value) is int and least <= value <= most:
            return value
        else:
            self.report(key, f'"{key}" is a whole number from {least} to {most}.')
        return least

    def seconds(self, key: str, most: float = 600) -> float:
        """Return seconds from 0 to `most`, to the millisecond; 0 if not given."""
        value = self._values.get(key, 0)
        if not _is_seconds(value, most):
            self.report(key, f'"{key}" is a number of seconds from 0 to {most:g}.')
            return 0.0
        return round(float(value), 3)

    def all_seconds(self, key: str, count: int, most: float = 600) -> tuple[float, ...]:
        """Return `count` numbers of seconds, one per phase."""
        value = self._values.get(key)
        if value is None:
            self.report(key, f'{self._title()} needs "{key}", one number per phase.')
        elif not isinstance(value, list) or not all(
            _is_seconds(item, most) and item >= SHORTEST_PHASE for item in value
        ):
            self.report(
                key,
                f'"{key}" is a list of seconds from {SHORTEST_PHASE} to {most:g}, '
                "one per phase.",
            )
        elif len(value) != count:
            phases = "1 phase" if count == 1 else f"{count} phases"
            self.report(key, f'"{key}" has {len(value)} numbers for {phases}.')
        else:
            return tuple(round(float(item), 3) for item in value)
        return (0.0,) * count

    def _refuse(self, key: str, value: str, options: Sequence[str]) -> None:
        right = instead(value, options)
        self.report(key, f'"{value}" is not known for "{key}".{right}')

    def _title(self) -> str:
        names = [str(part) for part in self._path if isinstance(part, str)]
        if self._path and isinstance(self._path[-1], int):
            return f"[[{'.'.join(names)}]] number {self._path[-1] + 1}"
        return f"[{'.'.join(names)}]" if names else "the file"


def _is_seconds(value: object, most: float) -> bool:
    return type(value) in (int, float) and 0 <= value <= most  # type: ignore[operator]  # a number by now
