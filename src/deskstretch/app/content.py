"""The content from the disk: what is shipped, and the user's own beside it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from deskstretch.desktop import paths
from deskstretch.movements import catalogue
from deskstretch.movements.catalogue import Unknown
from deskstretch.movements.problem import Problem
from deskstretch.movements.routine import Choices
from deskstretch.movements.screening import Answers
from deskstretch.movements.screening_rows import ROWS
from deskstretch.settings import reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deskstretch.desktop.paths import Places
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.routine import Hang, Place
    from deskstretch.settings.model import Settings
    from deskstretch.words import Words

_log = logging.getLogger(__name__)
_SUFFIX = ".toml"


def load(places: Places) -> Catalogue:
    """Read all movements and routines; what cannot be read is named and left out."""
    unread: list[Problem] = []
    found = catalogue.load(
        paths.assets("movements", _SUFFIX),
        _own(places.movements_dir, unread),
        paths.assets("routines", _SUFFIX),
        _own(places.routines_dir, unread),
    )
    found = replace(found, problems=(*unread, *found.problems))
    for problem in found.problems:
        _log.warning("%s", problem)
    return found


def _own(folder: Path, unread: list[Problem]) -> Mapping[str, bytes]:
    own = paths.own_files(folder, _SUFFIX)
    unread += [
        Problem(name or folder.name, 0, "", str(sentence))
        for name, sentence in own.problems.items()
    ]
    return own.files


def settings(places: Places, found: Catalogue) -> Settings:
    """Read the user's settings; what is wrong in them is for others to say."""
    try:
        data = places.settings_file.read_bytes()
    except OSError:
        data = None
    return reading.read(data, slugs(found))[0]


def choices(settings: Settings) -> Choices:
    """Return what the settings decide between the blocks of a routine."""
    return Choices(
        hang=cast("Hang", settings["routine.hang"]),
        place=cast("Place", settings["place.at"]),
        comfort=bool(settings["routine.comfort"]),
        gentle=bool(settings["routine.gentle"]),
    )


def answers(settings: Settings, *, here: bool = False) -> Answers:
    """Return the health answers of the settings; `here`, with what the place allows.

    A red flag is not among them: it has its own dates and blocks by itself.
    """
    asked = (row.key for row in ROWS if not row.blocks)
    ticked = frozenset(key for key in asked if settings[f"health.{key}"])
    return Answers(ticked, standing_only=here and settings["place.at"] == "office")


def slugs(content: Catalogue) -> frozenset[str]:
    """Return all that can be asked for: slugs, and slugs with a profile."""
    return (
        frozenset(content.movements)
        | frozenset(content.routines)
        | {
            f"{movement.slug}/{profile}"
            for movement in content.movements.values()
            for profile in movement.doses
        }
    )


def unknown(catalogue: Catalogue, slug: object) -> Words | None:
    """Return why there is no such slug, or None if there is (or none is meant)."""
    if slug is None or str(slug) in catalogue.routines:
        return None
    try:
        catalogue.find(str(slug))
    except Unknown as reason:
        return reason.sentence
    return None
