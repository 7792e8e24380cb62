"""A connection to a message bus, on the event loop, without a thread.

By jeepney and not QtDBus, which cannot send an unsigned number and so cannot
send a notification.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
)
from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.desktop import clock
from deskstretch.desktop.bus_link import Link, connect, session_address

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

_TRY_AGAIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to call: a name on the bus, an object there and its interface."""

    name: str
    path: str
    interface: str


DAEMON = Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
"""The bus itself."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the values, or the name of an error and then no values.

    Beside the errors of the other side there are `NoBus`, `NoReply` (too late)
    and `BadCall` (values that do not fit their signature).
    """

    body: tuple[Any, ...] = ()
    error: str = ""

    @property
    def ok(self) -> bool:
        return not self.error


@dataclass(eq=False, slots=True)
class _Subscription:
    """A kind of signal that is listened to, as long as the bus is."""

    rule: Any
    local: Any
    on_signal: Callable[[tuple[Any, ...]], None]


@dataclass(eq=False, slots=True)
class _Pending:
    on_reply: Callable[[Reply], None]
    due: float
    late: Reply


class Bus(QObject):
    """Calls and signals of a bus, for everybody who needs them.

    It is the session's bus if no address says otherwise.

    It connects when first used, within half a second at most. Where there is no
    bus, or it went away (`lost`), every call is answered by an error and nothing
    else happens; a later call tries again, at most twice a minute, and brings the
    subscriptions back. A callback that raises is noted and harms nobody else. A
    callback is never called before the method that was given it has returned.
    """

    lost = Signal()

    def __init__(
        self, address: str | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._link: Link | None = None
        self._serials = count(1)
        self._pending: dict[int, _Pending] = {}
        self._subscriptions: list[_Subscription] = []
        self._closed = False
        self._tried: float | None = None
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_deadline)

    @property
    def connected(self) -> bool:
        return self._link is not None

    def call(
        self,
        target: Target,
        member: str,
        on_reply: Callable[[Reply], None],
        signature: str = "",
        body: tuple[Any, ...] = (),
        timeout_s: float = 5.0,
        *,
        starts: bool = True,
    ) -> None:
        """Call a method; `on_reply` is called once, later, whatever happens.

        `signature` is D-Bus's, and `body` what fits it: a variant is a pair of a
        signature and a value. Unless `starts`, a service that does not run is not
        started for it.
        """
        address = DBusAddress(target.path, target.name, target.interface)
        message = new_method_call(address, member, signature or None, body)
        if not starts:
            message.header.flags |= MessageFlag.no_auto_start
        self._ask(message, on_reply, timeout_s)

    def subscribe(
        self,
        target: Target,
        member: str,
        on_signal: Callable[[tuple[Any, ...]], None],
        arg0: str | None = None,
    ) -> None:
        """Call `on_signal` with the values of each such signal from now on.

        `arg0` lets the bus keep signals away whose first value is another.
        """
        shape = {"interface": target.interface, "path": target.path, "member": member}
        # Signals carry the unique name of their sender, which is not known here.
        local = MatchRule(type="signal", **shape)
        rule = MatchRule(type="signal", sender=target.name, **shape)
        if arg0 is not None:
            local.add_arg_condition(0, arg0)
            rule.add_arg_condition(0, arg0)
        self._subscriptions.append(_Subscription(rule, local, on_signal))
        if self.connected:
            self._ask(message_bus.AddMatch(rule), _note_refusal)
        else:
            self._connect()

    def watch_owner(self, name: str, on_change: Callable[[str], None]) -> None:
        """Call `on_change` with the new owner of a name, or "" when it has none."""

        def on_signal(body: tuple[Any, ...]) -> None:
            on_change(str(body[2]))

        self.subscribe(DAEMON, "NameOwnerChanged", on_signal, arg0=name)

    def close(self) -> None:
        """Leave the bus for good, the second time as the first.

        What was asked for before is sent; nobody is called back any more, and
        calls from now on are nothing.
        """
        self._closed = True
        self._deadline.stop()
        self._pending.clear()
        self._subscriptions.clear()
        if self._link is not None:
            self._link.close()
            self._link = None

    def _connect(self) -> None:
        if self._closed:
            return
        now = clock.steady()
        if self._tried is not None and now - self._tried < _TRY_AGAIN_S:
            return
        self._tried = now
        try:
            address = self._address or session_address()
            connection = connect(address)
        except (OSError, ValueError, RuntimeError) as error:
            _log.info("there is no message bus: %s", error)
            return
        self._link = Link(connection, self)
        self._link.came.connect(self._on_message)
        self._link.ended.connect(self._on_ended)
        self._ask(message_bus.Hello(), _note_refusal)
        for subscription in self._subscriptions:
            self._ask(message_bus.AddMatch(subscription.rule), _note_refusal)

    def _on_ended(self, reason: str) -> None:
        _log.warning("the message bus is lost: %s", reason)
        self._link = None
        for serial in tuple(self._pending):
            self._settle(serial, Reply(error="NoBus"))
        self.lost.emit()

    def _ask(
        self,
        message: Message,
        on_reply: Callable[[Reply], None],
        timeout_s: float = 5.0,
    ) -> None:
        if self._closed:
            return
        if self._link is None:
            self._connect()
        serial = next(self._serials)
        failure = self._send(message, serial)
        due = clock.steady() + (0 if failure else timeout_s)
        late = failure or Reply(error="NoReply")
        self._pending[serial] = _Pending(on_reply, due, late)
        self._watch_deadlines()

    def _watch_deadlines(self) -> None:
        if not self._pending:
            self._deadline.stop()
            return
        wait = min(each.due for each in self._pending.values()) - clock.steady()
        self._deadline.start(max(0, math.ceil(wait * 1000)))

    def _on_deadline(self) -> None:
        now = clock.steady()
        for serial, pending in tuple(self._pending.items()):
            if pending.due <= now:
                self._settle(serial, pending.late)
        self._watch_deadlines()

    def _send(self, message: Message, serial: int) -> Reply | None:
        if self._link is None:
            return Reply(error="NoBus")
        try:
            data = message.serialise(serial=serial)
        except Exception:  # noqa: BLE001 - it raises whatever the values provoke
            _log.exception("a message that cannot be sent")
            return Reply(error="BadCall")
        self._link.send(data)
        return None

    def _on_message(self, message: Message) -> None:
        header = message.header
        if header.message_type is MessageType.method_return:
            self._settle(_reply_serial(message), Reply(message.body))
        elif header.message_type is MessageType.error:
            name = header.fields.get(HeaderFields.error_name, "unnamed")
            self._settle(_reply_serial(message), Reply(error=name))
        elif header.message_type is MessageType.signal:
            for subscription in tuple(self._subscriptions):
                if subscription.local.matches(message):
                    _safely(subscription.on_signal, message.body)
        elif header.message_type is MessageType.method_call:
            refusal = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
            self._send(refusal, next(self._serials))

    def _settle(self, serial: int, reply: Reply) -> None:
        pending = self._pending.pop(serial, None)
        if pending is not None:
            if not self._pending:
                self._deadline.stop()
            _safely(pending.on_reply, reply)


def _safely(callback: Callable[[Any], None], value: object) -> None:
    try:
        callback(value)
    except Exception:  # noqa: BLE001 - one listener's fault is not the others'
        _log.exception("what came from the bus was not digested")


def _note_refusal(reply: Reply) -> None:
    if not reply.ok:
        _log.warning("the bus refused a request: %s", reply.error)


def _reply_serial(message: Message) -> int:
    return int(message.header.fields.get(HeaderFields.reply_serial, -1))
