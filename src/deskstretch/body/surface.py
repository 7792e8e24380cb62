"""The skin at the points where the body meets the floor, a prop or itself.

A few spheres are enough for the checks: floor, support and the boundary of the
picture. The painter draws the full shapes; where both name a radius they agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.skeleton import SIDES, Figure
from deskstretch.body.vectors import Vec, at, between

if TYPE_CHECKING:
    from collections.abc import Iterator

HAND_HALF_THICKNESS: Final = 0.0105  # palm centre to the surface it lies on
KNEE_RADIUS: Final = 0.0385
SITTING: Final = 0.057  # of the hip joints above what one sits on
PALM: Final[Vec] = (0.0, -0.050, 0.0)  # in the wrist's frame
HEEL: Final[Vec] = (-0.040, -0.035, 0.0)  # in the ankle's frame
TOE_TIP: Final[Vec] = (0.045, -0.0035, 0.0)  # in the toe's frame


class Ball(NamedTuple):
    """A sphere of the surface: its name, centre and radius."""

    name: str
    centre: Vec
    radius: float


_LIMB: Final[tuple[tuple[str, str, Vec, float], ...]] = (
    ("heel", "ankle", (-0.026, -0.018, 0.0), 0.021),
    ("ball", "ankle", (0.074, -0.0255, 0.0), 0.0135),
    ("toe", "toe", (0.036, -0.0035, 0.0), 0.0085),
    ("knee", "knee", (0.0, 0.0, 0.0), KNEE_RADIUS),
    ("elbow", "elbow", (0.0, 0.0, 0.0), 0.025),
    ("wrist", "wrist", (0.0, 0.0, 0.0), HAND_HALF_THICKNESS),
    ("hand", "wrist", PALM, HAND_HALF_THICKNESS),
    ("fingers", "wrist", (-0.002, -0.090, 0.0), 0.008),
    ("shoulder", "shoulder", (0.0, 0.0, 0.0), 0.034),
    ("hip", "hip", (0.0, 0.0, 0.0), 0.052),
)
_MIDDLE: Final[tuple[tuple[str, Vec, float], ...]] = (
    ("pelvis", (-0.010, 0.0, 0.0), 0.062),
    ("spine_2", (0.014, 0.0, 0.0), 0.050),
    ("spine_4", (0.018, 0.0, 0.0), 0.060),
    ("spine_5", (0.017, 0.0, 0.0), 0.062),
    ("spine_6", (0.010, 0.0, 0.0), 0.056),
    ("head", (0.0, 0.0, 0.0), 0.055),
)
_SHIN: Final = (0.35, 0.7, 1.0)


def balls(figure: Figure) -> Iterator[Ball]:
    """Yield the spheres of a figure's surface, in its own coordinates."""
    for side in SIDES:
        for name, joint, offset, radius in _LIMB:
            where = figure[f"{joint}_{side}"]
            yield Ball(f"{name}_{side}", at(*where, offset), radius)
        knee = figure[f"knee_{side}"].position
        ankle = figure[f"ankle_{side}"].position
        for share in _SHIN:
            centre = between(knee, ankle, share)
            yield Ball(f"shin_{side}", centre, 0.036 - 0.012 * share)
    for name, offset, radius in _MIDDLE:
        yield Ball(name, at(*figure[name], offset), radius)
