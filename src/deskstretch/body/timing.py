"""How a phase runs in time: minimum jerk, waves along the spine, breath."""

from __future__ import annotations

from math import cos, pi
from typing import TYPE_CHECKING, Final

from deskstretch.body.pose import NUMBERS, Pose

if TYPE_CHECKING:
    from collections.abc import Mapping

BREATH_S: Final = 5.0  # twelve breaths a minute where the movement sets none


def smooth(share: float) -> float:
    """Return the minimum-jerk course of a movement from 0 to 1.

    No speed and no acceleration at both ends, peak speed 1.875 times the mean
    (Flash & Hogan 1985).
    """
    if share <= 0.0:
        return 0.0
    if share >= 1.0:
        return 1.0
    return min(1.0, share * share * share * (10.0 + share * (-15.0 + 6.0 * share)))


def _delay_from_pelvis(name: str) -> float:
    region, _, rest = name.partition("_")
    number = int(rest[-1]) if rest[-1:].isdigit() else 0
    if region == "lumbar":
        return 0.12 + 0.16 * number
    if region == "thoracic":
        return 0.55 + 0.12 * number
    return 1.0 if region == "neck" else 0.0


def _delay_from_head(name: str) -> float:
    region, _, _ = name.partition("_")
    if region in {"lumbar", "thoracic", "neck"}:
        return 1.0 - _delay_from_pelvis(name)
    if name.startswith("shoulder_blade"):
        return 0.2
    return 1.0 if region in {"pelvis", "hip", "knee", "ankle"} else 0.0


WAVES: Final[Mapping[str, tuple[float, ...]]] = {
    "pelvis": tuple(_delay_from_pelvis(name) for name in NUMBERS),
    "head": tuple(_delay_from_head(name) for name in NUMBERS),
}


def wave_pose(
    start: Pose, end: Pose, share: float, wave: float, wave_from: str
) -> Pose:
    """Return the pose at a share of a phase whose movement runs along the spine."""
    if not wave:
        course = smooth(share)
        return tuple(a + (b - a) * course for a, b in zip(start, end, strict=True))
    run = 1.0 - wave
    return tuple(
        a if a == b else a + (b - a) * smooth((share - wave * delay) / run)
        for a, b, delay in zip(start, end, WAVES[wave_from], strict=True)
    )


def quiet_breath(seconds: float, period: float) -> float:
    """Return 0 (empty) to 1 (full): a calm breath that closes with the loop."""
    breaths = max(1, round(period / BREATH_S))
    return 0.5 - 0.5 * cos(2.0 * pi * breaths * seconds / period)
