"""Do not disturb in GNOME, asked of the settings portal: banners are off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop.bus import Target
from deskstretch.desktop.quiet.source import LOOK_S, NONE

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus, Reply
    from deskstretch.desktop.quiet.source import Answer

_PORTAL = Target(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_BANNERS = ("org.gnome.desktop.notifications", "show-banners")


class Portal:
    """`show-banners` by the portal's `Read`, which wraps its answer twice.

    Not every portal hands this setting out; `gsettings` is the other way.
    """

    name = "portal-show-banners"
    reasons = frozenset({"do-not-disturb"})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def look(self, answer: Answer) -> None:
        def on_reply(reply: Reply) -> None:
            value: object = reply.body[0] if reply.ok and reply.body else None
            while isinstance(value, tuple):
                value = value[1]
            known = isinstance(value, bool)
            answer((NONE if value else self.reasons) if known else None)

        self._bus.call(_PORTAL, "Read", on_reply, "ss", _BANNERS, LOOK_S, starts=False)
