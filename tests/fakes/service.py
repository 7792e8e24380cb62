"""A D-Bus service in a thread: what the fakes have in common."""

from __future__ import annotations

import threading
from typing import Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg


class Refused(Exception):  # noqa: N818 - an answer, not a failure
    """Answered as a D-Bus error of that name."""


class FakeService:
    """Owns a name on the bus and answers its methods until `stop`.

    A subclass answers in `on_call`, which returns a signature and values, or None
    to stay silent. It runs in the service's thread.
    """

    NAME = ""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(bus=address)
        self._lock = threading.Lock()
        self._ending = threading.Event()
        reply = self._connection.send_and_get_reply(
            message_bus.RequestName(self.NAME), timeout=5
        )
        assert reply.body == (1,), f"{self.NAME} is owned already"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Leave the bus; the name is free again."""
        if not self._ending.is_set():
            self._ending.set()
            self._thread.join(5)
            self._connection.close()

    def emit(self, path, interface, member, signature, body, to=None):
        """Send a signal to everybody, or to one connection only."""
        message = new_signal(
            DBusAddress(path, interface=interface), member, signature, body
        )
        if to is not None:
            message.header.fields[HeaderFields.destination] = to
        with self._lock:
            self._connection.send(message)

    def on_call(self, interface, member, body, sender):
        raise Refused("org.freedesktop.DBus.Error.UnknownMethod")

    def _serve(self) -> None:
        while not self._ending.is_set():
            try:
                message = self._connection.receive(timeout=0.02)
            except TimeoutError:
                continue
            except (OSError, ConnectionError):
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message) -> None:
        fields = message.header.fields
        try:
            answer = self.on_call(
                fields.get(HeaderFields.interface),
                fields[HeaderFields.member],
                message.body,
                fields.get(HeaderFields.sender),
            )
        except Refused as refusal:
            reply = new_error(message, str(refusal))
        else:
            if answer is None:
                return
            reply = new_method_return(message, *answer)
        with self._lock:
            self._connection.send(reply)


class Caller:
    """Calls methods of others, waiting for the answer."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(bus=address)

    def close(self) -> None:
        self._connection.close()

    def call(self, name, path, interface, member, signature=None, body=()):
        target = DBusAddress(path, bus_name=name, interface=interface)
        message = new_method_call(target, member, signature, body)
        return unwrap_msg(self._connection.send_and_get_reply(message, timeout=5))
