"""How a phase runs in time: minimum jerk, waves along the spine, breath."""

from __future__ import annotations

from math import cos, pi
from typing import TYPE_CHECKING, Final

from deskstretch.body.pose import NUMBERS, Pose

if TYPE_CHECKING:
    from collections.abc import Mapping

BREATH_S: Final = 5.0  # twelve breaths a minute where the movement sets none
# Seconds in which a glow comes on the way into a pose, in a hold, and goes again.
_COMES_S, _SETTLES_S, _GOES_S = 4.0, 1.5, 2.0


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


def glow_course(share: float, length: float, *, holds: bool) -> tuple[float, float]:
    """Return how much a new glow has come and an old one has gone, both 0 to 1.

    `share` is that of a phase of `length` seconds. A new one comes at the end of the
    way into a pose, at the start of a hold; an old one goes as the phase begins.
    """
    since = share * length
    going = smooth(since / (min(length, _GOES_S) or 1.0))
    if holds:
        return smooth(since / (min(length, _SETTLES_S) or 1.0)), going
    left = (length - since) / (min(length, _COMES_S) or 1.0)
    return smooth(1.0 - left), going


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
