"""Could a body do it: joint limits, the hamstrings, lengths of bones."""

from __future__ import annotations

from math import cos, radians
from typing import TYPE_CHECKING, Final

from deskstretch.body.checks.loop import Finding, Loop, Worst
from deskstretch.body.checks.wording import percent, spoken
from deskstretch.body.skeleton import (
    HAMSTRING_HIP,
    HAMSTRING_KNEE,
    LENGTHS,
    LIMITS,
    LOADED_WRIST_EXTENSION,
    SIDES,
)
from deskstretch.body.vectors import distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deskstretch.body.skeleton import Figure, Side

    Range = tuple[float, float]

TOLERANCE: Final = 1.0  # degrees
STRETCHED: Final = 0.002  # how much a bone may change its length
FOOT_FLAT_BACK: Final = -75.0  # the top of the foot on the floor, midfoot included
ON_TOP: Final = 0.3  # a sole that faces up by more than this lies on the foot's top
LOW: Final = 0.05  # ... if the foot is this near to the floor
# Near this cosine of the abduction flexion and rotation turn about the same line.
ALIKE: Final = 0.26
# Caused by a surface only: AAOS gives 20 to 30 either way for the wrist, and the foot
# turns and tips by about 25 on the ground.
_SURFACE_LIMITS: Final = {"wrist_deviation": (-30.0, 30.0), "ankle_turn": (0.0, 25.0)}
_RANGES: Final[Mapping[str, tuple[float, float]]] = {**LIMITS, **_SURFACE_LIMITS}
_BALL_JOINTS: Final = ("hip", "shoulder")
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
    worst = Worst()
    told: dict[tuple[str, int], tuple[float, Range]] = {}
    for index, figure in enumerate(loop.figures):
        wider = _under_load(loop, index, figure)
        for name, value, normal in _measured(loop.angles[index]):
            low, high = wider.get(name, normal)
            worst.see(name, max(low - value, value - high), index)
            told[name, index] = (value, (low, high))
    found = []
    for name, _, index in worst.beyond(TOLERANCE):
        value, (low, high) = told[name, index]
        text = f'"{name}" is {value:.0f}°; a body goes from {low:.0f}° to {high:.0f}°.'
        found.append(loop.found("limits", index, text))
    return found


def hamstring(loop: Loop) -> list[Finding]:
    """A hip bent beyond 95 degrees goes with a bent knee."""
    worst = Worst()
    for index, angles in enumerate(loop.angles):
        for side in SIDES:
            if angles[f"knee_flexion_{side}"] < HAMSTRING_KNEE:
                worst.see(side, angles[f"hip_flexion_{side}"], index)
    return [
        loop.found(
            "hamstring",
            index,
            f"the {side} hip bends by {bend:.0f}° over a straight knee; "
            f"the hamstrings allow {HAMSTRING_HIP:.0f}°.",
        )
        for side, bend, index in worst.beyond(HAMSTRING_HIP)
    ]


def bones(loop: Loop) -> list[Finding]:
    """No contact stretches a bone."""
    worst = Worst()
    for index, figure in enumerate(loop.figures):
        for upper, lower, bone in _BONES:
            for side in SIDES:
                a, b = figure[f"{upper}_{side}"], figure[f"{lower}_{side}"]
                change = abs(distance(a.position, b.position) - LENGTHS[bone])
                worst.see(f"{bone}_{side}", change, index)
    return [
        loop.found("bones", index, f"{spoken(name)} changes by {percent(change)}.")
        for name, change, index in worst.beyond(STRETCHED)
    ]


def _measured(angles: Mapping[str, float]) -> Iterator[tuple[str, float, Range]]:
    """Yield every angle that has a range; those of ball joints as they read best."""
    for name, value in angles.items():
        plain = name.removesuffix("_right").removesuffix("_left")
        if not plain.startswith(_BALL_JOINTS) and plain in _RANGES:
            yield name, value, _RANGES[plain]
    for joint in _BALL_JOINTS:
        for side in SIDES:
            names = [f"{joint}_{m}" for m in ("flexion", "abduction", "rotation")]
            ranges = [_RANGES[name] for name in names]
            values = [angles[f"{name}_{side}"] for name in names]
            best = min(_readings(*values), key=lambda one: _beyond(one, ranges))
            for name, value, allowed in zip(names, best, ranges, strict=True):
                yield f"{name}_{side}", value, allowed


def _readings(
    flexion: float, abduction: float, rotation: float
) -> Iterator[tuple[float, float, float]]:
    """Yield the same place of a ball joint in all ways it may be read.

    An arm straight up is 180 of flexion or of abduction; with an arm out to the side,
    flexion and rotation turn it about the same line, and share one turn at will.
    """
    yield flexion, abduction, rotation
    yield _round(flexion + 180.0), 180.0 - abduction, _round(rotation + 180.0)
    if abs(cos(radians(abduction))) < ALIKE:
        for turn in range(-180, 180, 15):
            back = -turn if abduction > 0.0 else turn
            yield _round(flexion + turn), abduction, _round(rotation + back)


def _beyond(values: tuple[float, float, float], ranges: list[Range]) -> float:
    return sum(
        max(0.0, low - value, value - high)
        for value, (low, high) in zip(values, ranges, strict=True)
    )


def _round(degrees: float) -> float:
    """Return the same direction from -180 to 180 degrees."""
    return (degrees + 180.0) % 360.0 - 180.0


def _under_load(loop: Loop, index: int, figure: Figure) -> dict[str, Range]:
    """Return the wider ranges of hands that bear weight and feet that lie on top."""
    wider = {}
    for side in SIDES:
        hand = f"hand_{side}"
        if hand in loop.fixed and loop.weights[index][hand] > 0.0:
            name = "wrist_extension"
            wider[f"{name}_{side}"] = (LIMITS[name][0], LOADED_WRIST_EXTENSION)
        if _lies_on_top(figure, side) or f"knee_{side}" in loop.fixed:
            name = "ankle_dorsiflexion"
            wider[f"{name}_{side}"] = (FOOT_FLAT_BACK, LIMITS[name][1])
    return wider


def _lies_on_top(figure: Figure, side: Side) -> bool:
    """Return whether the top of a foot lies on the floor."""
    ankle = figure[f"ankle_{side}"]
    return ankle.frame[1][1] < -ON_TOP and ankle.position[1] < LOW
