"""Messages as values: an English sentence with named places, and its arguments.

Lower rooms never build a string for a person. They return `Words`, and whoever
stands in front of the person renders them with the `Catalogue` in force. The
English sentence is the key of its translation, so English needs no catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Argument: TypeAlias = "str | int | float | Words"


@dataclass(frozen=True, slots=True)
class Words:
    """One message: the English text with `{names}`, and what fills them."""

    id: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def __str__(self) -> str:
        return ENGLISH.render(self)


def words(text: str, /, **arguments: Argument) -> Words:
    """Make a message from its English text; `{name}` is filled by the argument."""
    return Words(text, tuple(arguments.items()))


def counted(one: str, many: str, n: int, /, **arguments: Argument) -> Words:
    """Make a message whose English wording depends on the whole number `n`."""
    return Words(one if n == 1 else many, (("n", n), *arguments.items()))


class Catalogue:
    """Renders messages in one language; what has no translation stays English."""

    def __init__(self, translations: Mapping[str, str] | None = None) -> None:
        self._translations = dict(translations or {})

    def render(self, message: Words) -> str:
        text = self._translations.get(message.id, message.id)
        if not message.arguments:
            return text
        filled = {
            name: self.render(value) if isinstance(value, Words) else value
            for name, value in message.arguments
        }
        try:
            return text.format(**filled)
        except (KeyError, IndexError, ValueError):  # a translation with a wrong place
            return message.id.format(**filled)


ENGLISH = Catalogue()
