"""Do not disturb of dunst: it is paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop import bus_property
from deskstretch.desktop.bus import Target
from deskstretch.desktop.quiet.source import LOOK_S, NONE

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus
    from deskstretch.desktop.quiet.source import Answer

_DUNST = Target(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.dunstproject.cmd0",
)


class Dunst:
    """The property `paused` of dunst (`dunstctl set-paused true`), from 1.5 on."""

    name = "dunst-paused"
    reasons = frozenset({"do-not-disturb"})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def look(self, answer: Answer) -> None:
        def on_value(value: object) -> None:
            known = isinstance(value, bool)
            answer((self.reasons if value else NONE) if known else None)

        bus_property.read(self._bus, _DUNST, "paused", on_value, LOOK_S)
