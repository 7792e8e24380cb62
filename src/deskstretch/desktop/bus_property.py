"""Properties of objects on a message bus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.desktop.bus import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.bus import Bus, Reply

PROPERTIES = "org.freedesktop.DBus.Properties"


def read(
    bus: Bus,
    target: Target,
    name: str,
    on_value: Callable[[Any], None],
    timeout_s: float = 5.0,
) -> None:
    """Read a property; `on_value` gets it, or None where it cannot be read.

    A service that does not run is not started for it.
    """

    def on_reply(reply: Reply) -> None:
        on_value(reply.body[0][1] if reply.ok and reply.body else None)

    properties = Target(target.name, target.path, PROPERTIES)
    body = (target.interface, name)
    bus.call(properties, "Get", on_reply, "ss", body, timeout_s, starts=False)


def watch(
    bus: Bus, target: Target, on_changed: Callable[[dict[str, Any]], None]
) -> None:
    """Call `on_changed` with the new values of properties when they change."""

    def on_signal(body: tuple[Any, ...]) -> None:
        if body[0] == target.interface:
            on_changed({name: value for name, (_, value) in body[1].items()})

    properties = Target(target.name, target.path, PROPERTIES)
    bus.subscribe(properties, "PropertiesChanged", on_signal)
