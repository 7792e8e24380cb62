"""The shipped choreographies, read from the source tree."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch import toml_lines
from deskstretch.body.motion import Motion
from deskstretch.movements import choreography

if TYPE_CHECKING:
    from deskstretch.body.choreography import Choreography

MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"
HIP_FLEXOR = "kneeling-hip-flexor"
STANDING = "standing-hip-flexor"
LAT_STRETCH = "lat-stretch"
SECONDS = {
    HIP_FLEXOR: (2.0, 1.0, 2.0),
    STANDING: (2.0, 1.0, 2.0),
    LAT_STRETCH: (2.0, 3.0, 2.0),
}


@cache
def shipped(slug: str) -> Choreography:
    problems: list = []
    data = (MOVEMENTS / f"{slug}.toml").read_bytes()
    read = choreography.read(toml_lines.read(data), problems, f"{slug}.toml")
    assert not problems
    assert read is not None
    return read


def motion(slug: str, side: str = "right", range_: float = 1.0) -> Motion:
    return Motion(shipped(slug), SECONDS[slug], side, range_)
