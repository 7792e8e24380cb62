"""What stands around the figure, in its own units: mat, desk, chair, bar, cushions."""

from __future__ import annotations

from deskstretch.body.scenery.furnishing import furnished
from deskstretch.body.scenery.things import Box, Cushion, Mat, Rod, Scene

__all__ = ["Box", "Cushion", "Mat", "Rod", "Scene", "furnished"]
