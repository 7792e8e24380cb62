"""Sleep, lock and session switch, as logind tells them on the system bus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from deskstretch.desktop import bus_property
from deskstretch.desktop.bus import Reply, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.desktop.bus import Bus
    from deskstretch.desktop.sleep.source import Tell

_LOGIND = "org.freedesktop.login1"
_MANAGER = Target(_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager")


class Logind:
    """PrepareForSleep; of our own session Lock, Unlock, LockedHint and Active.

    `Lock` only asks for a lock, and not every desktop sets `LockedHint`: a lock by
    that signal lasts until `Unlock`, or until it is doubted and there is no hint.
    Our session is the one of the environment, else that of this process, else the
    one the user looks at.
    """

    name = "logind"

    def __init__(self, bus: Bus, environment: Mapping[str, str] = os.environ) -> None:
        self._bus = bus
        self._environment = environment
        self._tell: Tell | None = None
        self._session: Target | None = None

    def begin(self, tell: Tell) -> None:
        self._tell = tell
        self._bus.subscribe(_MANAGER, "PrepareForSleep", self._on_prepare_for_sleep)
        name = self._environment.get("XDG_SESSION_ID", "")
        if name:
            self._call("GetSession", self._by_process, "s", (name,))
        else:
            self._by_process(Reply(error="NoName"))

    def ask_again(self) -> None:
        if self._session is None:
            self._say("locked", on=False)
            self._say("elsewhere", on=False)
        else:
            self._read()
        self._say("asleep", on=False)

    def close(self) -> None:
        self._tell = None

    # Which session is ours

    def _by_process(self, reply: Reply) -> None:
        if not self._found(reply):
            self._call("GetSessionByPID", self._by_user, "u", (os.getpid(),))

    def _by_user(self, reply: Reply) -> None:
        if not self._found(reply):
            self._call("GetUser", self._by_display, "u", (os.getuid(),))

    def _by_display(self, reply: Reply) -> None:
        if not reply.ok:
            self._call("ListSessions", self._by_list)
            return
        user = Target(_LOGIND, str(reply.body[0]), f"{_LOGIND}.User")
        bus_property.read(self._bus, user, "Display", self._on_display)

    def _on_display(self, display: object) -> None:
        if isinstance(display, tuple) and len(display) == 2 and display[0]:
            self._follow(str(display[1]))
        else:
            self._call("ListSessions", self._by_list)

    def _by_list(self, reply: Reply) -> None:
        sessions = reply.body[0] if reply.ok and reply.body else ()
        ours = [str(one[4]) for one in sessions if one[1] == os.getuid()]
        if ours:
            self._follow(ours[0])

    def _found(self, reply: Reply) -> bool:
        if reply.ok and reply.body:
            self._follow(str(reply.body[0]))
        return reply.ok

    def _call(
        self,
        member: str,
        on_reply: Callable[[Reply], None],
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> None:
        self._bus.call(_MANAGER, member, on_reply, signature, body, starts=False)

    # What it tells

    def _follow(self, path: str) -> None:
        session = self._session = Target(_LOGIND, path, f"{_LOGIND}.Session")
        self._bus.subscribe(session, "Lock", lambda _body: self._say("locked", on=True))
        self._bus.subscribe(
            session, "Unlock", lambda _body: self._say("locked", on=False)
        )
        bus_property.watch(self._bus, session, self._on_changed)
        self._read()

    def _read(self) -> None:
        if self._session is not None:
            bus_property.read(self._bus, self._session, "LockedHint", self._on_hint)
            bus_property.read(self._bus, self._session, "Active", self._on_active)

    def _on_changed(self, values: dict[str, Any]) -> None:
        if "LockedHint" in values:
            self._on_hint(values["LockedHint"])
        if "Active" in values:
            self._on_active(values["Active"])

    def _on_hint(self, hint: object) -> None:
        self._say("locked", on=hint is True)

    def _on_active(self, active: object) -> None:
        self._say("elsewhere", on=active is False)

    def _on_prepare_for_sleep(self, body: tuple[Any, ...]) -> None:
        self._say("asleep", on=bool(body[0]))

    def _say(self, fact: Any, *, on: bool) -> None:  # noqa: ANN401 - a Fact
        if self._tell is not None:
            self._tell(self.name, fact, on)
