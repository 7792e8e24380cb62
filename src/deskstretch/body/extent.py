"""How much room a movement takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.surface import balls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.body.scenery import Scene
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec


class Extent(NamedTuple):
    """The smallest box along the axes that holds body and props of a whole loop."""

    low: Vec
    high: Vec


def measured(figures: Iterable[Figure], scene: Scene) -> Extent:
    """Return the box around the skin of all figures and around all props."""
    lows: list[Vec] = [box.low for box in scene.boxes]
    highs: list[Vec] = [box.high for box in scene.boxes]
    if scene.mat:
        lows.append((scene.mat.x0, 0.0, scene.mat.z0))
        highs.append((scene.mat.x1, 0.0, scene.mat.z1))
    for figure in figures:
        for _, (x, y, z), r in balls(figure):
            lows.append((x - r, y - r, z - r))
            highs.append((x + r, y + r, z + r))
    return Extent(
        (min(p[0] for p in lows), min(p[1] for p in lows), min(p[2] for p in lows)),
        (max(p[0] for p in highs), max(p[1] for p in highs), max(p[2] for p in highs)),
    )
