"""The closed lists a movement file may choose from, and the nearest known name.

Tags and office codes are those of the fact sheet's tables 1C and 1D; screening
reads them, so a misspelt one is a problem and never passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Side: TypeAlias = Literal["left", "right"]

POSITIONS = (
    "standing",
    "kneeling",
    "all_fours",
    "supine",
    "prone",
    "side_lying",
    "floor_seated",
    "chair",
    "hanging",
)
KINDS = ("moving", "short-hold", "rest")
EQUIPMENT = ("mat", "pad", "bar", "desk", "chair", "cushion", "strap", "towel")
OFFICE = ("A", "B", "C", "D")
SIDES = ("both", "alternate", "each")
BREATHS = ("in", "out")
TAGS = (
    "balance",
    "bar",
    "extension",
    "flexion",
    "floor-sit",
    "grip",
    "hinge",
    "hip-extension",
    "kneeling",
    "lowest-load",
    "mild-flexion",
    "overhead",
    "prone",
    "rotation",
    "seated",
    "side-bend",
    "side-lying",
    "static-hold",
    "supine",
    "wrist-load",
)
LONGEST_SLUG = 40
SLUG = f'up to {LONGEST_SLUG} small letters and digits, "-" between'
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(name: str) -> bool:
    """Return whether a name can stand in a command, a file's name and an address."""
    return len(name) <= LONGEST_SLUG and _SLUG.fullmatch(name) is not None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` was most likely meant to be, if any."""
    import difflib  # noqa: PLC0415 - only after a mistake: at rest nobody needs it

    return next(iter(difflib.get_close_matches(name, list(known), n=1)), None)


def hint(name: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "…"?` for a name close to a known one, else nothing."""
    near = nearest(name, known)
    return f' Did you mean "{near}"?' if near else ""


def instead(name: str, known: Iterable[str]) -> str:
    """Return what to write instead of an unknown name: the nearest, else all."""
    names = list(known)
    return hint(name, names) or (names and f" It can be {', '.join(names)}.") or ""


def office_of(position: str) -> str:
    """Return the office code a position has when its file names none (1C)."""
    if position == "hanging":
        return "D"
    return "A" if position in ("standing", "chair") else "C"
