"""Parts of the body and shares of stature, as a physiotherapist would say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.skeleton import side_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, str]] = {
    "ball": "ball of the {side} foot",
    "toe": "tip of the {side} foot",
    "fingers": "tip of the {side} hand",
    "shin": "{side} shin",
    "girdle": "{side} shoulder blade",
    "upper_arm": "{side} upper arm",
    "spine_2": "waist",
    "spine_4": "lower chest",
    "spine_5": "chest",
    "spine_6": "upper chest",
    "upper_back": "upper back",
}


def spoken(name: str) -> str:
    """Return a joint, point or contact in words: `the right hand`, `the chest`."""
    side = side_of(name)
    if side is None:
        return f"the {_WORDS.get(name, name.replace('_', ' '))}"
    part = name.removesuffix(f"_{side}")
    word = _WORDS.get(part, "{side} " + part.replace("_", " "))
    return f"the {word.format(side=side)}"


def percent(share: float) -> str:
    """Return a share of stature in words: `3.1 % of body height`."""
    return f"{100 * share:.1f} % of body height"
