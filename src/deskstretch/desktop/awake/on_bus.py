"""The display kept awake by a service of the desktop, asked over the bus.

Each service lets go by itself when the connection that asked goes away.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from deskstretch.desktop.bus import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.desktop.bus import Bus, Reply

_log = logging.getLogger(__name__)

_APP = "DeskStretch"
_IDLE = 8  # the session is not to be marked idle; the same in GNOME and the portal


class _Inhibition:
    """Asks one service; what it answers is what the release takes back.

    A release before the answer waits for it, and takes back then. A service that
    does not run is not started.
    """

    name = ""
    _service = Target("", "", "")
    _ask = ("Inhibit", "")
    _undo = ("", "")

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._number = 0
        self._held: Any = None
        bus.lost.connect(self._on_lost)

    def hold(self, reason: str, answered: Callable[[bool], None]) -> None:
        self._number += 1
        number = self._number

        def on_reply(reply: Reply) -> None:
            held = reply.body[0] if reply.ok and reply.body else None
            if number != self._number:  # released meanwhile
                if held is not None:
                    self._take_back(held)
                return
            self._held = held
            answered(held is not None)

        member, signature = self._ask
        self._bus.call(
            self._service,
            member,
            on_reply,
            signature,
            self._body(reason),
            starts=False,
        )

    def release(self) -> None:
        self._number += 1
        held, self._held = self._held, None
        if held is not None:
            self._take_back(held)

    def _body(self, reason: str) -> tuple[Any, ...]:
        return (_APP, reason)

    def _take_back(self, held: Any) -> None:  # noqa: ANN401 - a number or a path
        member, signature = self._undo
        self._bus.call(self._service, member, _note, signature, (held,), starts=False)

    def _on_lost(self) -> None:
        self._held = None  # the service let go with the connection


class ScreenSaver(_Inhibition):
    """KDE, Xfce, Cinnamon, MATE, LXQt, and GNOME by a service of its own."""

    name = "screen-saver"
    _service = Target(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
    )
    _ask = ("Inhibit", "ss")
    _undo = ("UnInhibit", "u")


class GnomeSession(_Inhibition):
    """GNOME's session manager: the session does not become idle."""

    name = "gnome-session"
    _service = Target(
        "org.gnome.SessionManager",
        "/org/gnome/SessionManager",
        "org.gnome.SessionManager",
    )
    _ask = ("Inhibit", "susu")
    _undo = ("Uninhibit", "u")

    def _body(self, reason: str) -> tuple[Any, ...]:
        return (_APP, 0, reason, _IDLE)  # 0: not for one window


class Portal(_Inhibition):
    """The desktop portal; what it answers is an object that is closed again."""

    name = "portal"
    _service = Target(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit",
    )
    _ask = ("Inhibit", "sua{sv}")

    def _body(self, reason: str) -> tuple[Any, ...]:
        return ("", _IDLE, {"reason": ("s", reason)})

    def _take_back(self, held: Any) -> None:  # noqa: ANN401 - a path
        request = Target(
            self._service.name, str(held), "org.freedesktop.portal.Request"
        )
        self._bus.call(request, "Close", _note, starts=False)


def _note(reply: Reply) -> None:
    if not reply.ok:
        _log.info("the display is not given back: %s", reply.error)
