"""Small readers that the tables of the figure share: numbers, names, switches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.movements.vocabulary import instead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.movements.table import Source

Path = tuple["str | int", ...]


def value_at(source: Source, path: Path) -> Any:  # noqa: ANN401 - TOML holds anything
    """Return the raw value at a path, or None where the file has none."""
    value: Any = source.document.values
    for part in path:
        if isinstance(part, str) and isinstance(value, dict):
            value = value.get(part)
        elif isinstance(part, int) and isinstance(value, list):
            value = value[part]
        else:
            return None
    return value


def number(
    source: Source, path: Path, default: float, low: float, high: float
) -> float:
    """Return a number from `low` to `high`, or the default."""
    value = value_at(source, path)
    if value is None:
        return default
    if type(value) in (int, float) and low <= value <= high:
        return float(value)
    source.report(path, f'"{path[-1]}" is a number from {low:g} to {high:g}.')
    return default


def switch(source: Source, path: Path) -> bool:
    """Return true or false; false where the file says nothing."""
    value = value_at(source, path)
    if value is None or isinstance(value, bool):
        return bool(value)
    source.report(path, f'"{path[-1]}" is true or false.')
    return False


def known(
    source: Source, path: Path, name: str, names: Iterable[str], what: str
) -> bool:
    """Return whether a name is one of `names`; report it if not."""
    names = list(names)
    if name in names:
        return True
    source.report(path, f'There is no {what} "{name}".{instead(name, names)}')
    return False
