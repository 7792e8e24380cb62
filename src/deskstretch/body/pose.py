"""A pose is 61 numbers; authors write some forty named totals instead.

The signs: 0 is standing with hanging arms and palms to the thighs; flexion is plus,
extension minus; side bend and twist plus to the right; abduction away from the body
on both sides; rotation plus is external; the pelvis tilts forward with plus; ankle
plus is dorsiflexion; wrist and toe plus are extension. Composition at ball joints:
flexion, then abduction, then rotation about the bone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.skeleton import SHARES, SIDES, swapped

if TYPE_CHECKING:
    from collections.abc import Mapping

Pose: TypeAlias = tuple[float, ...]

_ROOT: Final = (
    "pelvis_pitch", "pelvis_roll", "pelvis_turn",
    "pelvis_forward", "pelvis_up", "pelvis_sideways",
)  # fmt: skip
_MOTIONS: Final = ("flexion", "side_bend", "twist")
LIMB_ANGLES: Final = (
    "shoulder_blade_up", "shoulder_blade_forward",
    "shoulder_flexion", "shoulder_abduction", "shoulder_rotation",
    "elbow_flexion", "forearm_pronation", "wrist_extension",
    "hip_flexion", "hip_abduction", "hip_rotation",
    "knee_flexion", "ankle_dorsiflexion", "toe_extension",
)  # fmt: skip

NUMBERS: Final[tuple[str, ...]] = (
    *_ROOT,
    *(
        f"{region}_{motion}_{n}"
        for region, shares in SHARES.items()
        for motion in _MOTIONS
        for n in range(len(shares))
    ),
    *(f"{angle}_{side}" for side in SIDES for angle in LIMB_ANGLES),
)
INDEX: Final[Mapping[str, int]] = {name: n for n, name in enumerate(NUMBERS)}
NEUTRAL: Final[Pose] = (0.0,) * len(NUMBERS)

# What an author may write -> the numbers it sets, with the share of each.
KEYS: Final[Mapping[str, tuple[tuple[int, float], ...]]] = {
    **{name: ((INDEX[name], 1.0),) for name in _ROOT},
    "pelvis_tilt": ((INDEX["pelvis_pitch"], 1.0),),
    **{
        f"{region}_{motion}": tuple(
            (INDEX[f"{region}_{motion}_{n}"], share) for n, share in enumerate(shares)
        )
        for region, shares in SHARES.items()
        for motion in _MOTIONS
    },
    **{
        angle: tuple((INDEX[f"{angle}_{side}"], 1.0) for side in SIDES)
        for angle in LIMB_ANGLES
    },
    **{
        f"{angle}_{side}": ((INDEX[f"{angle}_{side}"], 1.0),)
        for side in SIDES
        for angle in LIMB_ANGLES
    },
}
# These add to what the base pose has; all others replace it.
ADDED: Final = frozenset(
    {"pelvis_tilt", "pelvis_forward", "pelvis_up", "pelvis_sideways"},
)
# The pelvis moves in shares of stature, not in degrees.
LENGTH_KEYS: Final = frozenset({"pelvis_forward", "pelvis_up", "pelvis_sideways"})
_NEGATED: Final = frozenset(
    INDEX[name]
    for name in NUMBERS
    if name in {"pelvis_roll", "pelvis_turn", "pelvis_sideways"}
    or "_side_bend_" in name
    or "_twist_" in name
)
_OPPOSITE: Final = tuple(INDEX[swapped(name)] for name in NUMBERS)
_PITCH: Final = INDEX["pelvis_pitch"]
_HIPS: Final = (INDEX["hip_flexion_right"], INDEX["hip_flexion_left"])


def posed(values: Mapping[str, float], base: Pose = NEUTRAL) -> Pose:
    """Return the base pose with an author's named angles on it.

    Args:
        values: author keys (see `KEYS`) -> degrees, or shares of stature for the
            keys of `LENGTH_KEYS`. The keys of `ADDED` add to the base. A key with a
            side comes after the same key for both sides, however they are ordered.
        base: the pose to start from.

    Raises:
        KeyError: a key is not one of `KEYS`.
    """
    numbers = list(base)
    for key in sorted(values, key=lambda name: len(KEYS[name]) == 1):
        value = values[key]
        for index, share in KEYS[key]:
            start = numbers[index] if key in ADDED else 0.0
            numbers[index] = start + value * share
    return tuple(numbers)


def mirror(pose: Pose) -> Pose:
    """Return the same pose for the other side of the body."""
    return tuple(
        -pose[source] if index in _NEGATED else pose[source]
        for index, source in enumerate(_OPPOSITE)
    )


def with_thighs_kept(pose: Pose, base: Pose) -> Pose:
    """Add the pelvis' tilt since `base` to both hips, so the thighs stay put."""
    tilt = pose[_PITCH] - base[_PITCH]
    numbers = list(pose)
    for index in _HIPS:
        numbers[index] += tilt
    return tuple(numbers)


def total(pose: Pose, key: str) -> float:
    """Return the sum of the numbers behind a key, such as `lumbar_flexion`."""
    return sum(pose[index] for index, _ in KEYS[key])


def mixed(start: Pose, end: Pose, share: float) -> Pose:
    """Return the pose `share` of the way from start to end, angle by angle."""
    return tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
