"""Is somebody there? The best way to know it that this desktop offers."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deskstretch.desktop.idle.source import IdleSource, Unavailable, Watch
from deskstretch.desktop.idle.unknown import UnknownIdle

__all__ = [
    "CANDIDATES",
    "Candidate",
    "Chosen",
    "IdleSource",
    "Tried",
    "Unavailable",
    "Watch",
    "choose",
]

_log = logging.getLogger(__name__)

Environment = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to know, and how to begin with it.

    Attributes:
        name: as `status` and `doctor` show it.
        begin: makes the source, or raises Unavailable with the reason.
    """

    name: str
    begin: Callable[[Environment], IdleSource]


class Tried(NamedTuple):
    """A way that could not be used, and why."""

    backend: str
    reason: str


class Chosen(NamedTuple):
    """The source in use and what was tried before it."""

    source: IdleSource
    tried: tuple[Tried, ...]


def choose(
    candidates: Sequence[Candidate] | None = None,
    environment: Environment = os.environ,
) -> Chosen:
    """Take the first candidate that works here; one that does not know always does."""
    tried: list[Tried] = []
    for candidate in CANDIDATES if candidates is None else candidates:
        try:
            source = candidate.begin(environment)
        except Unavailable as reason:
            _log.info("idle time is not known by %s: %s", candidate.name, reason)
            tried.append(Tried(candidate.name, str(reason)))
        else:
            return Chosen(source, tuple(tried))
    return Chosen(UnknownIdle(), tuple(tried))


def _xsync(environment: Environment) -> IdleSource:
    if sys.platform != "linux":
        raise Unavailable("there is no X server on this system")
    if environment.get("WAYLAND_DISPLAY"):
        # XWayland hears only what is typed into X11 windows.
        raise Unavailable("the session is a Wayland session")
    display = environment.get("DISPLAY", "")
    if not display:
        raise Unavailable("DISPLAY is not set")
    from deskstretch.desktop.idle.xsync import XSyncIdle  # noqa: PLC0415 - only on X

    return XSyncIdle(display)


CANDIDATES: tuple[Candidate, ...] = (Candidate("xsync", _xsync),)
"""In the order in which they are tried. Wayland, GNOME and others come here."""
