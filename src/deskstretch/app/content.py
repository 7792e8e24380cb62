"""The content from the disk: shipped movements, and the user's own beside them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from deskstretch.desktop import paths
from deskstretch.movements import catalogue
from deskstretch.movements.catalogue import Unknown

if TYPE_CHECKING:
    from deskstretch.desktop.paths import Places
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.words import Words

_log = logging.getLogger(__name__)
_SUFFIX = ".toml"


def load(places: Places) -> Catalogue:
    """Read all movements; what cannot be read is logged and left out."""
    own = paths.own_files(places.movements_dir, _SUFFIX)
    for name, sentence in own.problems.items():
        _log.warning("%s: %s", places.movements_dir / name, sentence)
    found = catalogue.load(paths.assets("movements", _SUFFIX), own.files)
    for problem in found.problems:
        _log.warning("%s", problem)
    return found


def slugs(content: Catalogue) -> frozenset[str]:
    """Return all that can be asked for: slugs, and slugs with a profile."""
    return frozenset(content.movements) | {
        f"{movement.slug}/{profile}"
        for movement in content.movements.values()
        for profile in movement.doses
    }


def unknown(catalogue: Catalogue, slug: object) -> Words | None:
    """Return why there is no such slug, or None if there is (or none is meant)."""
    if slug is None:
        return None
    try:
        catalogue.find(str(slug))
    except Unknown as reason:
        return reason.sentence
    return None
