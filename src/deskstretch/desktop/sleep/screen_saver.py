"""Lock and blank screen, as screen savers of several desktops tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.desktop.bus import Target

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus, Reply
    from deskstretch.desktop.sleep.source import Tell

_KNOWN = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


class ScreenSaver:
    """`ActiveChanged` and `GetActive` of one name; inactive when the name goes."""

    def __init__(self, bus: Bus, name: str, path: str) -> None:
        self.name = f"{name} {path}"
        self._bus = bus
        self._saver = Target(name, path, name)
        self._tell: Tell | None = None

    @classmethod
    def all(cls, bus: Bus) -> list[ScreenSaver]:
        """Return one for each that is known."""
        return [cls(bus, name, path) for name, path in _KNOWN]

    def begin(self, tell: Tell) -> None:
        self._tell = tell
        self._bus.subscribe(self._saver, "ActiveChanged", self._on_active_changed)
        self._bus.watch_owner(self._saver.name, self._on_owner_changed)
        self.ask_again()

    def ask_again(self) -> None:
        self._bus.call(self._saver, "GetActive", self._on_reply, starts=False)

    def close(self) -> None:
        self._tell = None

    def _on_reply(self, reply: Reply) -> None:
        self._say(reply.ok and reply.body == (True,))

    def _on_active_changed(self, body: tuple[Any, ...]) -> None:
        self._say(bool(body) and body[0] is True)

    def _on_owner_changed(self, owner: str) -> None:
        if not owner:
            self._say(active=False)

    def _say(self, active: bool) -> None:  # noqa: FBT001 - a fact
        if self._tell is not None:
            self._tell(self.name, "locked", active)
