"""A socket to a message bus that never makes the event loop wait."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from jeepney import Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses
from PySide6.QtCore import QObject, QSocketNotifier, Signal

from deskstretch.desktop import clock

_CONNECT_S = 0.5


def session_address() -> str:
    """Return where the session bus is.

    Raises:
        OSError: nothing says so.
    """
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return address
    usual = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    if usual.is_socket():
        return f"unix:path={usual}"
    raise OSError("no address is known")


def system_address() -> str:
    """Return where the bus of the whole machine is, whether it runs or not."""
    usual = "unix:path=/run/dbus/system_bus_socket"
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or usual


class Link(QObject):
    """Messages in and out of one connection, from its opening to its end.

    The end is told once, by `ended` with a reason, and leaves nothing behind that
    could wake the event loop.
    """

    came = Signal(object)
    ended = Signal(str)

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._parser = Parser()
        self._unsent = b""
        self._socket = connection
        number = connection.fileno()
        self._reading = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._on_readable)
        self._writing = QSocketNotifier(number, QSocketNotifier.Type.Write, self)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._on_writable)
        self._open = True

    def send(self, data: bytes) -> None:
        """Send, now or as soon as the other side takes it."""
        self._unsent += data
        self._on_writable()

    def close(self) -> None:
        """End without a word; ending twice is no harm."""
        if not self._open:
            return
        self._open = False
        for notifier in (self._reading, self._writing):
            notifier.setEnabled(False)  # a closed socket would wake us for ever
        self._socket.close()
        self.deleteLater()

    def _on_writable(self) -> None:
        if not self._open:
            return
        try:
            while self._unsent:
                self._unsent = self._unsent[self._socket.send(self._unsent) :]
        except BlockingIOError:
            pass
        except OSError:  # the reading side will tell, and may still hold answers
            self._unsent = b""
        self._writing.setEnabled(bool(self._unsent))

    def _on_readable(self) -> None:
        if not self._open:
            return
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError as error:
            self._end(str(error))
            return
        if data:
            self._take(data)
        else:
            self._end("it was closed")

    def _take(self, data: bytes) -> None:
        try:
            self._parser.add_data(data)
            while self._open and (message := self._parser.get_next_message()):
                self.came.emit(message)
        except Exception as error:  # noqa: BLE001 - whatever broken bytes provoke
            self._end(f"what it says makes no sense: {error!r}")

    def _end(self, reason: str) -> None:
        self.close()
        self.ended.emit(reason)


def connect(addresses: str) -> socket.socket:
    """Connect and authenticate at the first address that answers.

    Each gets half a second, in which the caller waits: a bus is next door.

    Raises:
        OSError, ValueError, RuntimeError: none answers, or none is understood.
    """
    reason: OSError | ValueError = OSError("no address")
    for path in get_connectable_addresses(addresses):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(_CONNECT_S)
        try:
            connection.connect(path)
            _authenticate(connection)
        except (OSError, ValueError) as error:
            connection.close()
            reason = error
        else:
            connection.setblocking(False)
            return connection
    raise reason


def _authenticate(connection: socket.socket) -> None:
    deadline = clock.steady() + _CONNECT_S
    conversation = Authenticator()
    for line in conversation:
        if clock.steady() > deadline:
            raise TimeoutError("the bus is too slow")
        connection.sendall(line)
        answer = connection.recv(1024)
        if not answer:
            raise ConnectionResetError("the bus hung up")
        conversation.feed(answer)
    connection.sendall(BEGIN)
