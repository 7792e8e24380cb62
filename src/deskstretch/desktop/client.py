"""Sends one command to the running app. Knows no Qt, so that it is quick.

On the socket: one line of JSON each way, UTF-8, at most 64 KiB:
`{"v":1,"cmd":…,"args":{…}}` and back `{"v":1,"exit":0,"out":…,"err":…}`.
"""

from __future__ import annotations

import json
import os
import select
import socket
import sys
from typing import TYPE_CHECKING, Any

from deskstretch.desktop.clock import steady

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
LARGEST_LINE = 64 * 1024
DEADLINE_S = 2.0

_BETWEEN_TRIES_S = 0.05


class NotRunning(Exception):  # noqa: N818 - a state of things, not an error
    """Nobody of ours listens on the socket."""


class NoAnswer(Exception):  # noqa: N818 - likewise
    """Somebody listens but gave no answer; the message is one plain sentence."""


def send(
    path: Path, command: str, arguments: Mapping[str, Any], wait_s: float = 0.0
) -> dict[str, Any]:
    """Send one command and return the answer: `exit`, `out` and `err`.

    `wait_s` keeps trying for so many seconds while nobody listens: the app holds
    its lock a moment before it listens.

    Raises:
        NotRunning: nobody listens, or it is not this user's socket.
        NoAnswer: no answer, or none that can be read, within the deadline.
    """
    line = encode({"cmd": command, "args": dict(arguments)})
    if len(line) > LARGEST_LINE:
        raise NoAnswer("That is too much for one command.")
    give_up = steady() + wait_s
    while True:
        try:
            return _ask(path, line)
        except NotRunning:
            if steady() >= give_up:
                raise
            select.select([], [], [], _BETWEEN_TRIES_S)


def encode(message: Mapping[str, Any]) -> bytes:
    """Make the one line of a message."""
    return json.dumps({"v": VERSION, **message}).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """Read the one line of a message.

    Raises:
        ValueError: it is none of ours.
    """
    try:
        message = json.loads(line.decode())
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(message, dict) or message.get("v") != VERSION:
        raise ValueError(f"not a message of version {VERSION}")
    return message


def _ask(path: Path, line: bytes) -> dict[str, Any]:
    if sys.platform == "win32":  # a pipe there: a later issue
        raise NotRunning
    deadline = steady() + DEADLINE_S
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            _connect(connection, path)
            _limit(connection, deadline)
            connection.sendall(line)
            answer = _read_line(connection, deadline)
        except (TimeoutError, BlockingIOError):
            raise NoAnswer(
                "DeskStretch is running but did not answer within 2 seconds."
            ) from None
        except OSError:
            raise NoAnswer("DeskStretch hung up without an answer.") from None
    try:
        reply = decode(answer)
    except ValueError:
        raise NoAnswer("DeskStretch did not answer this command.") from None
    return reply


def _connect(connection: socket.socket, path: Path) -> None:
    connection.settimeout(DEADLINE_S)
    try:
        if path.stat().st_uid != os.getuid():
            raise NotRunning
        connection.connect(str(path))
    except (FileNotFoundError, NotADirectoryError, ConnectionRefusedError):
        raise NotRunning from None


def _limit(connection: socket.socket, deadline: float) -> None:
    left = deadline - steady()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)


def _read_line(connection: socket.socket, deadline: float) -> bytes:
    data = b""
    while b"\n" not in data and len(data) <= LARGEST_LINE:
        _limit(connection, deadline)
        part = connection.recv(LARGEST_LINE)
        if not part:
            break
        data += part
    return data.partition(b"\n")[0]
