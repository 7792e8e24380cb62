"""Makes a sound softer, for players that cannot do it themselves."""

from __future__ import annotations

import sys
from array import array

_HEADER = 44  # bytes before the samples in a plain WAV file


def share(volume: int) -> float:
    """Return the amplitude, 0 to 1, of a volume from 0 to 100.

    The ear hears the square of it as even steps.
    """
    return (volume / 100) ** 2


def softened(wav: bytes, volume: int) -> bytes:
    """Return a WAV file with 16-bit samples and a plain header at a volume."""
    samples = array("h", wav[_HEADER:])
    if sys.byteorder == "big":
        samples.byteswap()
    factor = share(volume)
    softer = array("h", (round(sample * factor) for sample in samples))
    if sys.byteorder == "big":
        softer.byteswap()
    return wav[:_HEADER] + softer.tobytes()
