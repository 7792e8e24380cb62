"""The bones: names, lengths, the neutral spine, and how far each joint may go.

Axes follow the recommendation of the International Society of Biomechanics
(Wu 2002, 2005): X forward, Y up, Z to the figure's right. The unit is stature, so
0.01 is 1.7 cm for a person of 1.70 m. The floor is y = 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from deskstretch.body.vectors import Frame, Vec

Side: TypeAlias = Literal["left", "right"]
SIDES: Final[tuple[Side, Side]] = ("right", "left")


class Joint(NamedTuple):
    """Where a joint is and how the bone that hangs from it is turned."""

    position: Vec
    frame: Frame


Figure: TypeAlias = Mapping[str, Joint]

SPINE: Final = tuple(f"spine_{n}" for n in range(8))  # 0 = L5/S1, 3 = T12/L1, 7 = C7
TRUNK: Final = ("pelvis", *SPINE, "neck_0", "neck_1", "head")
LIMB: Final = (
    "girdle", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "toe",
)  # fmt: skip
JOINTS: Final = (*TRUNK, *(f"{part}_{side}" for side in SIDES for part in LIMB))

# Drillis & Contini, Winter; upper arm and shoulder width slightly reduced, which
# draws calmer. Lengths are fractions of stature.
LENGTHS: Final[Mapping[str, float]] = {
    "hip_half_width": 0.050,
    "pelvis": 0.052,
    "lumbar": 0.034,
    "thoracic": 0.0415,
    "neck": 0.034,
    "head": 0.030,
    "upper_arm": 0.174,
    "forearm": 0.150,
    "hand": 0.100,
    "thigh": 0.245,
    "shank": 0.246,
    "ankle_height": 0.039,
    "ball": 0.078,
    "ball_drop": 0.026,
}

# Degrees per joint of the neutral spine: mild lordosis and kyphosis.
REST_CURVE: Final[Mapping[str, float]] = {
    "pelvis": 13.0,
    "lumbar": -9.0,
    "thoracic": 7.0,
    "neck": -6.5,
}

# How much of a region's total each of its joints takes, bottom to top.
SHARES: Final[Mapping[str, tuple[float, ...]]] = {
    "lumbar": (0.36, 0.34, 0.30),
    "thoracic": (0.26, 0.27, 0.25, 0.22),
    "neck": (0.5, 0.5),
}

# Degrees. Hip, knee, ankle, toe, shoulder, elbow, forearm, wrist: the usual clinical
# tables (AAOS). Neck: AAOS and anatomystandard.com (64/63/49). The split of trunk
# movement between lumbar and thoracic follows White & Panjabi. For a
# physiotherapist to sign.
LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "hip_flexion": (-30.0, 130.0),
    "hip_abduction": (-30.0, 45.0),
    "hip_rotation": (-40.0, 45.0),
    "knee_flexion": (0.0, 150.0),
    "ankle_dorsiflexion": (-50.0, 20.0),
    "toe_extension": (0.0, 80.0),
    "shoulder_flexion": (-60.0, 180.0),
    "shoulder_abduction": (-30.0, 180.0),  # minus: across the body
    "shoulder_rotation": (-70.0, 90.0),
    "elbow_flexion": (0.0, 150.0),
    "forearm_pronation": (-85.0, 85.0),
    "wrist_extension": (-80.0, 70.0),
    "shoulder_blade_up": (-20.0, 40.0),
    "shoulder_blade_forward": (-20.0, 25.0),
    "lumbar_flexion": (-30.0, 55.0),
    "lumbar_side_bend": (-25.0, 25.0),
    "lumbar_twist": (-12.0, 12.0),
    "thoracic_flexion": (-25.0, 45.0),
    "thoracic_side_bend": (-30.0, 30.0),
    "thoracic_twist": (-38.0, 38.0),
    "neck_flexion": (-60.0, 60.0),
    "neck_side_bend": (-45.0, 45.0),
    "neck_twist": (-80.0, 80.0),
}
LOADED_WRIST_EXTENSION: Final = 90.0  # with the body's weight on a flat hand
HAMSTRING_HIP: Final = 95.0  # beyond this the hamstrings want a bent knee ...
HAMSTRING_KNEE: Final = 20.0  # ... bent by at least this

# Share of body mass and where it sits along the part (Winter, after Dempster).
MASSES: Final[Mapping[str, tuple[float, float]]] = {
    "head": (0.081, 0.0),
    "trunk": (0.497, 0.44),
    "upper_arm": (0.028, 0.436),
    "forearm": (0.016, 0.430),
    "hand": (0.006, 0.506),
    "thigh": (0.100, 0.433),
    "shank": (0.0465, 0.433),
    "foot": (0.0145, 0.5),
}


def other(side: Side) -> Side:
    """Return the opposite side."""
    return "left" if side == "right" else "right"


def side_of(name: str) -> Side | None:
    """Return the side a joint's or muscle's name ends with, or None."""
    if name.endswith("_right"):
        return "right"
    return "left" if name.endswith("_left") else None


def swapped(name: str) -> str:
    """Return the name of the same part on the other side of the body."""
    if name.endswith("_right"):
        return name[:-6] + "_left"
    return name[:-5] + "_right" if name.endswith("_left") else name


_OPPOSITE: Final = {name: swapped(name) for name in JOINTS}


def mirrored(figure: Figure) -> dict[str, Joint]:
    """Return the figure's exact mirror image in its middle plane."""
    return {
        _OPPOSITE[name]: Joint((x, y, -z), ((a, b, -c), (d, e, -f), (-g, -h, i)))
        for name, ((x, y, z), ((a, b, c), (d, e, f), (g, h, i))) in figure.items()
    }
