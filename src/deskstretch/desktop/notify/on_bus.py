"""Notifications with buttons, by org.freedesktop.Notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.desktop.bus import Bus, Reply, Target
from deskstretch.desktop.notify.backend import (
    DEFAULT,
    Backend,
    Notification,
    cleaned,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

SERVER = Target(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
_ANSWER_S = 3.0
_LONGEST_TITLE, _LONGEST_BODY = 200, 1000
_LOW, _NORMAL = 0, 1


class BusNotifications(Backend):
    """Asks the desktop's notification server, once it is known what it can do.

    A server that comes anew is asked again. Without its word "actions" there are
    no buttons, and with "body-markup" the text is written so that it stays text.
    Signals are for everybody on the bus: only those about our own numbers count.
    """

    name = "dbus"

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._can: frozenset[str] | None = None
        self._urgency = _LOW
        self._listening = self._asking = False
        self._wanted: dict[int, Notification] = {}
        self._waiting: list[int] = []
        self._numbers: dict[int, int] = {}
        bus.lost.connect(self._on_server_gone)

    @property
    def likely(self) -> bool:
        return self._bus.connected

    def show(self, notification: Notification) -> None:
        self._listen()
        self._wanted[notification.id] = notification
        if self._can is None:
            self._waiting.append(notification.id)
            self._ask()
        else:
            self._notify(notification)

    def withdraw(self, number: int) -> None:
        self._wanted.pop(number, None)
        server_number = self._numbers.pop(number, None)
        if server_number is not None:
            self._close(server_number)

    # -- what the server is ----------------------------------------------------

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            self._bus.subscribe(SERVER, "ActionInvoked", self._on_action)
            self._bus.subscribe(SERVER, "NotificationClosed", self._on_closed)
            self._bus.watch_owner(SERVER.name, self._on_owner_changed)

    def _ask(self) -> None:
        if not self._asking:
            self._asking = True
            self._call("GetServerInformation", self._on_server_named)

    def _on_server_named(self, reply: Reply) -> None:
        # GNOME's shows no banner for what is of low urgency, and we are transient.
        gnome = reply.ok and reply.body[:1] == ("gnome-shell",)
        self._urgency = _NORMAL if gnome else _LOW
        if reply.ok:
            self._call("GetCapabilities", self._on_capabilities_told)
        else:
            self._on_capabilities_told(reply)

    def _on_capabilities_told(self, reply: Reply) -> None:
        reply = _expected(reply, list)
        self._asking = False
        waiting, self._waiting = self._waiting, []
        if reply.ok:
            self._can = frozenset(map(str, reply.body[0]))
        for number in waiting:
            notification = self._wanted.get(number)
            if notification is None:
                continue
            if reply.ok:
                self._notify(notification)
            else:
                self._fail(number, reply)

    def _on_owner_changed(self, _owner: str) -> None:
        self._on_server_gone()

    def _on_server_gone(self) -> None:
        self._can = None
        gone, self._numbers = self._numbers, {}
        for number in gone:
            self._wanted.pop(number, None)
            self.closed.emit(number)

    # -- one notification --------------------------------------------------------

    def _notify(self, notification: Notification) -> None:
        number = notification.id

        def on_reply(reply: Reply) -> None:
            self._on_notified(number, reply)

        self._call("Notify", on_reply, "susssasa{sv}i", self._written(notification))

    def _written(self, notification: Notification) -> tuple[Any, ...]:
        can = self._can or frozenset()
        body = cleaned(notification.body, _LONGEST_BODY, lines=True)
        actions: list[str] = []
        if "actions" in can and notification.actions:
            actions += [DEFAULT, DEFAULT]  # a click beside the buttons
            for key, label in notification.actions.items():
                actions += [cleaned(key, 100), cleaned(label, 100)]
        return (
            "DeskStretch",
            self._numbers.get(notification.id, 0),
            "deskstretch",
            cleaned(notification.title, _LONGEST_TITLE),
            _escaped(body) if "body-markup" in can else body,
            actions,
            {
                "urgency": ("y", self._urgency),
                "transient": ("b", True),
                "suppress-sound": ("b", True),
                "desktop-entry": ("s", "deskstretch"),
            },
            round(notification.stays_s * 1000),
        )

    def _on_notified(self, number: int, reply: Reply) -> None:
        reply = _expected(reply, int)
        if not reply.ok:
            if number in self._wanted:
                self._fail(number, reply)
        elif number in self._wanted:
            self._numbers[number] = reply.body[0]
            self.shown.emit(number)
        else:  # withdrawn while it was on its way
            self._close(reply.body[0])

    def _fail(self, number: int, reply: Reply) -> None:
        self._wanted.pop(number, None)
        self.failed.emit(number, reply.error)

    def _on_action(self, body: tuple[Any, ...]) -> None:
        number = self._ours(body[0])
        if number is not None:
            self.chosen.emit(number, str(body[1]))

    def _on_closed(self, body: tuple[Any, ...]) -> None:
        number = self._ours(body[0])
        if number is not None:
            del self._numbers[number]
            self._wanted.pop(number, None)
            self.closed.emit(number)

    def _ours(self, server_number: int) -> int | None:
        for number, its in self._numbers.items():
            if its == server_number:
                return number
        return None

    def _close(self, server_number: int) -> None:
        self._call("CloseNotification", _ignore, "u", (server_number,))

    def _call(
        self,
        member: str,
        on_reply: Callable[[Reply], None],
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> None:
        self._bus.call(SERVER, member, on_reply, signature, body, _ANSWER_S)


def _ignore(_reply: Reply) -> None:
    """It may be gone already, which is what was wanted."""


def _expected(reply: Reply, kind: type) -> Reply:
    """Return the reply, or an error if its first value is not of that kind."""
    if reply.ok and not (reply.body and isinstance(reply.body[0], kind)):
        return Reply(error="an answer that makes no sense")
    return reply


def _escaped(text: str) -> str:
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt")):
        text = text.replace(sign, f"&{name};")
    return text
