"""The language in force: turns messages into text for a person to read.

`app` sets the catalogue once at start. Everything a window shows goes through
`say` (text written in the window itself) or `render` (a message from below).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from deskstretch.words import ENGLISH, words

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from deskstretch.words import Argument, Catalogue, Words


class _Language:
    """What is in force; a holder, so that setting it needs no global statement."""

    catalogue: Catalogue = ENGLISH


def speak(catalogue: Catalogue) -> None:
    """Use this catalogue from now on; windows opened before keep their text."""
    _Language.catalogue = catalogue


def say(text: str, /, **arguments: Argument) -> str:
    """Return the text in the language in force, its `{places}` filled."""
    return render(words(text, **arguments))


def render(message: Words) -> str:
    """Return a message of a lower room in the language in force."""
    return _Language.catalogue.render(message)


def direction(locale: QLocale | None = None) -> Qt.LayoutDirection:
    """Return the direction windows are laid out in, from the user's locale."""
    return (locale or QLocale()).textDirection()
