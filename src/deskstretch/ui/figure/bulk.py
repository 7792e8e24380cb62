"""The room a figure takes, as spheres: dense enough to keep words and arrows clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.skeleton import SIDES
from deskstretch.body.surface import Ball, balls
from deskstretch.body.vectors import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.body.skeleton import Figure

# From joint to joint, with the limb's girth half way.
_BONES = (
    ("hip", "knee", 0.055),
    ("shoulder", "elbow", 0.033),
    ("elbow", "wrist", 0.023),
)
_SHARES = (0.25, 0.5, 0.75)


def solid(figure: Figure) -> Iterator[Ball]:
    """Yield the surface's own spheres, and more along thighs and arms."""
    yield from balls(figure)
    for side in SIDES:
        for start, end, radius in _BONES:
            a = figure[f"{start}_{side}"].position
            b = figure[f"{end}_{side}"].position
            for share in _SHARES:
                yield Ball(f"{start}_{side}", between(a, b, share), radius)
