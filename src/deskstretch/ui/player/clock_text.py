"""Lengths of time as the player writes them."""

from __future__ import annotations

import math

from deskstretch.ui.language import render, say
from deskstretch.words import counted


def minutes_seconds(seconds: float) -> str:
    """Write seconds as `1:32`; a part of a second still to go counts as a whole."""
    whole = max(0, math.ceil(seconds - 1e-6))
    return f"{whole // 60}:{whole % 60:02d}"


def worked(seconds: float) -> str:
    """Write seconds worked as `1:10`: only whole seconds that really passed."""
    whole = max(0, math.floor(seconds + 1e-6))
    return f"{whole // 60}:{whole % 60:02d}"


def counted_seconds(seconds: int) -> str:
    """Write whole seconds with their unit."""
    return render(counted("{n} second", "{n} seconds", seconds))


def spoken(seconds: float) -> str:
    """Write a length as a person says it: `2 minutes`, `40 seconds`, `1:10`."""
    whole = max(0, math.floor(seconds + 1e-6))
    if whole < 60:
        return counted_seconds(whole)
    if whole % 60 == 0:
        return render(counted("{n} minute", "{n} minutes", whole // 60))
    return say("{time} minutes", time=worked(seconds))
