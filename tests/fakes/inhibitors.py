"""Services that keep a display awake for whoever asks, and note who did."""

from __future__ import annotations

import threading

from tests.fakes.service import FakeService, Refused


class Inhibitor(FakeService):
    """Holds the display for each that asked and has not taken it back.

    `held` maps what was answered to (sender, values). With `waits` it answers only
    after `goes_on`; with `refuses` with an error.
    """

    UNDO = "UnInhibit"

    def __init__(self, address: str, *, refuses=False, waits=False) -> None:
        self.refuses = refuses
        self.held: dict = {}
        self.calls: list = []
        self._may = threading.Event()
        if not waits:
            self._may.set()
        super().__init__(address)

    def goes_on(self) -> None:
        self._may.set()

    def on_call(self, interface, member, body, sender):
        self.calls.append((member, tuple(body)))
        self._may.wait(5)
        if self.refuses:
            raise Refused("org.freedesktop.DBus.Error.AccessDenied")
        if member == "Inhibit":
            cookie = 70 + len(self.calls)
            self.held[cookie] = (sender, tuple(body))
            return "u", (cookie,)
        if member == self.UNDO:
            del self.held[body[0]]
            return "", ()
        raise Refused("org.freedesktop.DBus.Error.UnknownMethod")


class ScreenSaverInhibitor(Inhibitor):
    NAME = "org.freedesktop.ScreenSaver"


class GnomeInhibitor(Inhibitor):
    NAME = "org.gnome.SessionManager"
    UNDO = "Uninhibit"


class PortalInhibitor(Inhibitor):
    """Answers with the path of an object, and is told `Close` there."""

    NAME = "org.freedesktop.portal.Desktop"
    HANDLE = "/org/freedesktop/portal/desktop/request/1_1/t"

    def on_call(self, interface, member, body, sender):
        self.calls.append((member, tuple(body)))
        if (interface, member) == ("org.freedesktop.portal.Inhibit", "Inhibit"):
            self.held[self.HANDLE] = (sender, tuple(body))
            return "o", (self.HANDLE,)
        if (interface, member) == ("org.freedesktop.portal.Request", "Close"):
            self.held.clear()
            return "", ()
        raise Refused("org.freedesktop.DBus.Error.UnknownMethod")
