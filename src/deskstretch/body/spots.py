"""Named spots of the body a hand can rest on, so that authors type no vectors.

Each spot is written for the right hand; the left hand takes the mirror image.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.skeleton import Side, swapped
from deskstretch.body.vectors import Vec, mirrored_point

if TYPE_CHECKING:
    from collections.abc import Mapping


class Spot(NamedTuple):
    """A place in the frame of a body part.

    `palm_at` is where the palm's centre lies, half a hand's thickness above the skin;
    `fingers` and `palm` are the directions of the fingers and out of the palm;
    `elbow` is where the elbow points, as seen from the upper trunk; `steady` is how
    much it keeps to the part under the hand when the upper trunk turns, 0 to 1. A hand
    that does not reach so far may lie up to `slides` nearer to the part's joint.
    """

    part: str
    palm_at: Vec
    fingers: Vec
    palm: Vec
    elbow: Vec
    steady: float = 0.0
    slides: float = 0.0


# The front of the thigh lies 0.060 from the bone half way down and 0.049 at three
# quarters, so a hand along it slopes towards the knee.
SPOTS: Final[Mapping[str, Spot]] = {
    "on_thigh": Spot(
        "hip_right",
        (0.062, -0.150, 0.024),
        (-0.12, -1.0, -0.10),
        (-0.93, 0.10, -0.36),
        (-1.0, -0.2, 0.7),
        slides=0.085,
    ),
    "on_other_thigh": Spot(
        "hip_left",
        (0.064, -0.140, 0.024),
        (-0.10, -1.0, -0.42),
        (-0.95, 0.10, -0.22),
        (-0.8, -0.2, 1.3),  # the forearm passes beside the waist
    ),
    # Just above the kneecap, fingers over it.
    "on_knee": Spot(
        "hip_right",
        (0.0535, -0.203, 0.014),
        (-0.14, -1.0, -0.10),
        (-0.96, 0.13, -0.24),
        (-1.0, -0.2, 0.7),
    ),
    # Below the kneecap: where the hands of someone who sits with long legs end up.
    "on_shin": Spot(
        "knee_right",
        (0.0445, -0.060, 0.014),
        (-0.06, -1.0, -0.10),
        (-0.97, 0.06, -0.22),
        (-1.0, -0.2, 0.9),
    ),
    # Above the kneecap of the other leg, as someone reaches who lies on the side.
    "on_other_knee": Spot(
        "hip_left",
        (0.051, -0.200, 0.020),
        (-0.12, -1.0, -0.1),
        (-0.92, 0.12, -0.5),
        (-1.0, -0.2, -0.30),
    ),
    # The palm cradles the back of the head, the elbow stays wide.
    "behind_head": Spot(
        "head",
        (-0.067, 0.016, 0.030),
        (-0.05, 0.96, -0.28),
        (0.98, -0.06, -0.18),
        (0.80, -0.10, 1.0),
    ),
    # Under the forehead of someone who lies face down, fingertips over fingertips.
    "under_forehead": Spot(
        "head",
        (0.062, 0.022, 0.050),
        (0.02, 0.42, -0.90),
        (1.0, 0.0, 0.0),
        (-0.16, 0.1, 1.0),
    ),
    "on_hip": Spot(
        "pelvis",
        (0.034, 0.040, 0.084),
        (0.60, -0.40, -0.55),
        (-0.52, -0.20, -0.83),
        (-0.70, 0.0, 1.0),
        steady=0.25,
    ),
    # Round the back of the thigh, where its back is 0.051 from the bone: from outside
    # with the hand of the same side, from inside with the other one.
    "behind_thigh": Spot(
        "hip_right",
        (-0.030, -0.132, 0.053),
        (-0.58, -0.68, -0.34),
        (0.50, 0.0, -0.87),
        (-0.3, -0.2, 1.0),
    ),
    "behind_other_thigh": Spot(
        "hip_left",
        (-0.030, -0.144, 0.053),
        (-0.58, -0.68, -0.34),
        (0.50, 0.0, -0.87),
        (-0.5, -0.2, 1.0),
    ),
    # Below the navel, the elbow wide: hands that feel the belly or wait there.
    "on_belly": Spot(
        "spine_1",
        (0.072, -0.004, 0.036),
        (0.0, -0.35, -0.94),
        (-0.98, 0.0, -0.20),
        (-0.6, -0.2, 1.0),
    ),
    # The fingertips end behind the ear; the elbow stays wide, a little ahead.
    "by_ear": Spot(
        "head",
        (-0.009, -0.012, 0.092),
        (0.05, 0.25, -0.96),
        (0.86, -0.44, -0.17),
        (0.22, -0.20, 1.0),
    ),
}


@cache
def spot_for(name: str, hand: Side) -> Spot:
    """Return a named spot as the given hand takes it.

    Raises:
        KeyError: there is no spot of that name.
    """
    spot = SPOTS[name]
    if hand == "right":
        return spot
    return Spot(
        swapped(spot.part),
        mirrored_point(spot.palm_at),
        mirrored_point(spot.fingers),
        mirrored_point(spot.palm),
        mirrored_point(spot.elbow),
        spot.steady,
        spot.slides,
    )
