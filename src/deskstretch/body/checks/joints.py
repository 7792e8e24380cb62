"""Could a body do it: joint limits, the card's own limits, lengths of bones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.angles import joint_angles
from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.skeleton import (
    HAMSTRING_HIP,
    HAMSTRING_KNEE,
    LENGTHS,
    LIMITS,
    LOADED_WRIST_EXTENSION,
    SIDES,
    side_of,
)
from deskstretch.body.vectors import distance

if TYPE_CHECKING:
    from collections.abc import Mapping

TOLERANCE: Final = 1.0  # degrees
CARD_TOLERANCE: Final = 0.5  # degrees: a card is exact
STRETCHED: Final = 0.002  # how much a bone may change its length
FOOT_FLAT_BACK: Final = -75.0  # the top of the foot on the floor, midfoot included
# Caused by a surface only: AAOS gives 20 to 30 either way for the wrist, and the foot
# turns and tips by about 25 on the ground.
_SURFACE_LIMITS: Final = {"wrist_deviation": (-30.0, 30.0), "ankle_turn": (0.0, 25.0)}
_BONES: Final = (
    ("hip", "knee", "thigh"),
    ("knee", "ankle", "shank"),
    ("shoulder", "elbow", "upper_arm"),
    ("elbow", "wrist", "forearm"),
)


def limits(loop: Loop) -> list[Finding]:
    """No joint goes beyond what joints do, unless the file gives its reason."""
    if loop.choreography.allow_beyond:
        return []
    ranges = {**LIMITS, **_SURFACE_LIMITS}
    leaning = _leaning(loop)
    worst = Worst()
    for index, seconds in enumerate(loop.times):
        for name, value in _angles(loop, index).items():
            low, high = ranges.get(_plain(name), (-360.0, 360.0))
            low, high = leaning.get(name, (low, high))
            worst.see(f"{name} {value:+.0f}", max(low - value, value - high), seconds)
    return _strongest("limits", worst, TOLERANCE, "degrees is beyond the joint's limit")


def card(loop: Loop) -> list[Finding]:
    """The ranges that the movement's card sets are kept all along."""
    worst = Worst()
    for index, seconds in enumerate(loop.times):
        for name, value in _angles(loop, index).items():
            allowed = loop.choreography.limits.get(_plain(name))
            if allowed:
                over = max(allowed[0] - value, value - allowed[1])
                worst.see(f"{name} {value:+.0f}", over, seconds)
    return _strongest(
        "card", worst, CARD_TOLERANCE, "degrees is outside the movement's own range"
    )


def hamstring(loop: Loop) -> list[Finding]:
    """A hip bent beyond 95 degrees goes with a bent knee."""
    worst = Worst()
    for index, seconds in enumerate(loop.times):
        angles = _angles(loop, index)
        for side in SIDES:
            if angles[f"knee_flexion_{side}"] < HAMSTRING_KNEE:
                worst.see(side, angles[f"hip_flexion_{side}"], seconds)
    return [
        Finding(
            "hamstring",
            f"The {side} hip bends {bend:.0f} degrees with a straight knee.",
            seconds,
        )
        for side, bend, seconds in worst.beyond(HAMSTRING_HIP)
    ]


def bones(loop: Loop) -> list[Finding]:
    """No contact stretches a bone."""
    worst = Worst()
    for figure, seconds in zip(loop.figures, loop.times, strict=True):
        for upper, lower, bone in _BONES:
            for side in SIDES:
                a, b = figure[f"{upper}_{side}"], figure[f"{lower}_{side}"]
                change = abs(distance(a.position, b.position) - LENGTHS[bone])
                worst.see(f"{bone}_{side}", change, seconds)
    return [
        Finding("bones", f"{name} changes by {100 * change:.1f} % of stature.", seconds)
        for name, change, seconds in worst.beyond(STRETCHED)
    ]


def _angles(loop: Loop, index: int) -> Mapping[str, float]:
    return joint_angles(loop.figures[index])


def _leaning(loop: Loop) -> dict[str, tuple[float, float]]:
    """Return the wider limits of hands and feet that bear weight."""
    wider = {}
    for name in loop.fixed:
        side = side_of(name)
        if name.startswith("hand"):
            low = LIMITS["wrist_extension"][0]
            wider[f"wrist_extension_{side}"] = (low, LOADED_WRIST_EXTENSION)
        elif name.startswith("knee"):
            high = LIMITS["ankle_dorsiflexion"][1]
            wider[f"ankle_dorsiflexion_{side}"] = (FOOT_FLAT_BACK, high)
    return wider


def _plain(name: str) -> str:
    return name.removesuffix("_right").removesuffix("_left")


def _strongest(check: str, worst: Worst, limit: float, what: str) -> list[Finding]:
    """Return one finding per joint: where it is farthest beyond."""
    found: dict[str, tuple[float, str, float]] = {}
    for thing, over, seconds in worst.beyond(limit):
        name, value = thing.split(" ")
        if over > found.get(name, (limit,))[0]:
            found[name] = (over, value, seconds)
    return [
        Finding(check, f"{name} at {value} {what}.", seconds)
        for name, (_, value, seconds) in found.items()
    ]
