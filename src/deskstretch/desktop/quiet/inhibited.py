"""Do not disturb in KDE: notifications are inhibited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop import bus_property
from deskstretch.desktop.bus import Target
from deskstretch.desktop.quiet.source import LOOK_S, NONE

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus
    from deskstretch.desktop.quiet.source import Answer

_NOTIFICATIONS = "org.freedesktop.Notifications"
_DAEMON = Target(_NOTIFICATIONS, "/org/freedesktop/Notifications", _NOTIFICATIONS)


class Inhibited:
    """The property `Inhibited` of the notification daemon, which Plasma has."""

    name = "notifications-inhibited"
    reasons = frozenset({"do-not-disturb"})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def look(self, answer: Answer) -> None:
        def on_value(value: object) -> None:
            known = isinstance(value, bool)
            answer((self.reasons if value else NONE) if known else None)

        bus_property.read(self._bus, _DAEMON, "Inhibited", on_value, LOOK_S)
