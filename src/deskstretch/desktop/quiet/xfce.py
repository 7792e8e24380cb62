"""Do not disturb and presentation mode of Xfce, from its settings service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.desktop.bus import Target
from deskstretch.desktop.quiet.source import LOOK_S, NONE

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus, Reply
    from deskstretch.desktop.quiet.source import Answer

_XFCONF = Target("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")


class Xfce:
    """One switch of Xfce, asked of xfconfd over the bus.

    `do_not_disturb` is that of xfce4-notifyd, `presentation` that of the power
    manager. Xfconf answers with an error where the switch was never touched.
    """

    def __init__(
        self, bus: Bus, name: str, reason: str, where: tuple[str, str]
    ) -> None:
        self.name = name
        self.reasons = frozenset({reason})
        self._bus = bus
        self._where = where

    @classmethod
    def do_not_disturb(cls, bus: Bus) -> Xfce:
        where = ("xfce4-notifyd", "/do-not-disturb")
        return cls(bus, "xfce-do-not-disturb", "do-not-disturb", where)

    @classmethod
    def presentation(cls, bus: Bus) -> Xfce:
        where = ("xfce4-power-manager", "/xfce4-power-manager/presentation-mode")
        return cls(bus, "xfce-presentation", "presentation", where)

    def look(self, answer: Answer) -> None:
        def on_reply(reply: Reply) -> None:
            value = reply.body[0][1] if reply.ok and reply.body else None
            answer(None if value is None else self.reasons if value is True else NONE)

        self._bus.call(
            _XFCONF, "GetProperty", on_reply, "ss", self._where, LOOK_S, starts=False
        )
