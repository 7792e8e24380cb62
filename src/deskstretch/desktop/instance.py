"""One running app for each profile, and the commands that others send to it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from deskstretch.desktop import client, clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.desktop.paths import Places

    Answered = Callable[[Mapping[str, Any]], None]
    Handler = Callable[[Mapping[str, Any]], Mapping[str, Any] | "Later"]

_log = logging.getLogger(__name__)

_MOST_VISITORS = 16
_LAST_WORDS_S = 0.2  # for the answers on their way when the app ends, all together


@dataclass(frozen=True, slots=True)
class Later:
    """An answer that is not there yet: `begin` is given what to call with it."""

    begin: Callable[[Answered], None]


class Instance(QObject):
    """Is this the one app of its profile? And if so, who calls?

    The lock file decides, never the socket: listening on the name of a living
    server would take the name away from it. The lock of a process that died holds
    nobody up. Who gets the lock clears the socket away and listens anew.
    """

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = places.socket
        self._lock = QLockFile(str(places.lock_file))
        self._lock.setStaleLockTime(0)  # only the death of its holder frees it
        self._server: QLocalServer | None = None
        self._handler: Handler | None = None
        self._visitors: list[_Visitor] = []

    def acquire(self) -> bool:
        """Become the one app, if there is none.

        Where no lock can be written at all (a full or read-only disk), whoever
        answers on the socket is the one.
        """
        # Somebody else may have the number of a process that died with the lock.
        # What cannot be mistaken is the system's own lock on the file, by which
        # removing it fails as long as its holder lives.
        if self._lock.tryLock(0) or (
            self._lock.removeStaleLockFile() and self._lock.tryLock(0)
        ):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        _log.warning("the lock file cannot be written: %s", self._lock.error().name)
        try:
            client.send(self._path, "ping", {})
        except client.NotRunning:
            return True
        except client.NoAnswer:
            return False
        return False

    def serve(self, handler: Handler) -> bool:
        """Answer commands from now on; False if there can be no socket.

        `handler` gets `{"cmd": str, "args": dict}` and returns, or promises,
        `{"exit": int, "out": …, "err": …}`. What it raises becomes an answer too.
        """
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_visitors_came)
        self._handler = handler
        return self._listen(self._server)

    def look_after_socket(self) -> None:
        """Listen anew where somebody has cleared the socket away."""
        if self._server is not None and not self._path.exists():
            _log.warning("the socket %s was gone; it is made anew", self._path)
            self._server.close()  # those who are connected already stay so
            self._listen(self._server)

    def close(self) -> None:
        """Stop listening, leave no socket behind and give the lock back.

        Answers that were given still leave, as far as their readers take them at once.
        """
        give_up = clock.steady() + _LAST_WORDS_S
        for visitor in tuple(self._visitors):
            visitor.end(give_up - clock.steady())
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _listen(self, server: QLocalServer) -> bool:
        QLocalServer.removeServer(str(self._path))
        if server.listen(str(self._path)):
            return True
        _log.error("no commands can be taken: %s", server.errorString())
        return False

    def _on_visitors_came(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            visitor = _Visitor(self._server.nextPendingConnection())
            visitor.asked.connect(self._on_asked)
            visitor.gone.connect(self._visitors.remove)
            self._visitors.append(visitor)
            if len(self._visitors) > _MOST_VISITORS:
                visitor.drop("too many at once")

    def _on_asked(self, visitor: _Visitor, request: Mapping[str, Any]) -> None:
        reply = self._reply(request)
        if isinstance(reply, Later):
            reply.begin(lambda later: visitor.answer(_line(later)))
        else:
            visitor.answer(_line(reply))

    def _reply(self, request: Mapping[str, Any]) -> Mapping[str, Any] | Later:
        if self._handler is None:
            return _refusal("DeskStretch is not ready yet.")
        try:
            return self._handler(request)
        except Exception:  # noqa: BLE001 - a caller's words end nothing
            _log.exception("the command %r failed", request.get("cmd"))
            return _refusal("DeskStretch could not do that.")


class _Visitor(QObject):
    """One connection: a line comes, a line goes, and two seconds for all of it.

    What is no request of ours is dropped and noted, never answered. It lives as
    long as its socket, which the server owns.
    """

    asked = Signal(object, object)  # itself, the request
    gone = Signal(object)  # itself

    def __init__(self, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._socket = socket
        self._heard = b""
        self._asked = self._answered = self._gone = False
        socket.setReadBufferSize(client.LARGEST_LINE + 1)
        socket.readyRead.connect(self._on_words_came)
        socket.disconnected.connect(self._on_disconnected)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_time_ran_out)
        self._deadline.start(round(client.DEADLINE_S * 1000))

    def answer(self, line: bytes) -> None:
        """Send the answer and hang up, unless the caller has left meanwhile."""
        if not self._gone:
            self._answered = True
            self._socket.write(line)
            self._socket.flush()  # now, not in a next turn that may never come
            self._socket.disconnectFromServer()

    def end(self, wait_s: float) -> None:
        """Close the connection; an answer has `wait_s` seconds to leave before."""
        if self._answered and not self._gone and wait_s > 0:
            self._socket.waitForDisconnected(round(wait_s * 1000))
        if not self._gone:
            self.drop("the app ends")

    def drop(self, reason: str) -> None:
        """Close the connection without an answer."""
        _log.warning("a caller on the socket was dropped: %s", reason)
        self._socket.abort()
        self._on_disconnected()

    def _on_time_ran_out(self) -> None:
        self.drop("its time ran out")

    def _on_disconnected(self) -> None:
        if not self._gone:
            self._gone = True
            self._deadline.stop()
            self._socket.deleteLater()
            self.gone.emit(self)

    def _on_words_came(self) -> None:
        if self._asked or self._gone:
            return
        self._heard += bytes(self._socket.readAll().data())
        line, end, _ = self._heard.partition(b"\n")
        if len(line) > client.LARGEST_LINE:
            self.drop("its line is too long")
        elif end:
            self._asked = True
            self._on_line_came(line)

    def _on_line_came(self, line: bytes) -> None:
        try:
            request = _request(line)
        except ValueError as error:
            self.drop(f"this is no request: {error}")
        else:
            self.asked.emit(self, request)


def _request(line: bytes) -> dict[str, Any]:
    message = client.decode(line)
    command, arguments = message.get("cmd"), message.get("args", {})
    if not isinstance(command, str) or not isinstance(arguments, dict):
        raise ValueError("cmd or args are missing")  # noqa: TRY004 - one kind of error
    return {"cmd": command, "args": arguments}


def _line(reply: Mapping[str, Any]) -> bytes:
    shape = {"exit": 0, "out": None, "err": None}
    try:
        line = client.encode({**shape, **reply})
    except (TypeError, ValueError):
        _log.exception("an answer is not JSON")
        return client.encode(_refusal("DeskStretch has no answer to that."))
    if len(line) > client.LARGEST_LINE:
        _log.error("an answer of %d bytes is too long", len(line))
        return client.encode(_refusal("The answer is too long."))
    return line


def _refusal(sentence: str) -> dict[str, Any]:
    return {"exit": 1, "out": None, "err": sentence}
