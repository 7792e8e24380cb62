"""Services of a desktop that say whether it is to be quiet, or locked."""

from __future__ import annotations

import os
import threading

from tests.fakes.service import FakeService, Refused

PROPERTIES = "org.freedesktop.DBus.Properties"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class Properties(FakeService):
    """A service with properties of one interface; `values` are variants.

    `silent` lets it own its name and answer nothing. `asked` counts the questions.
    """

    INTERFACE = ""

    def __init__(self, address: str, **values) -> None:
        self.values = dict(values)
        self.asked = 0
        self.silent = False
        super().__init__(address)

    def on_call(self, interface, member, body, sender):
        self.asked += 1
        if self.silent:
            return None
        if interface == PROPERTIES and member == "Get" and body[0] == self.INTERFACE:
            if body[1] not in self.values:
                raise Refused("org.freedesktop.DBus.Error.UnknownProperty")
            return "v", (self.values[body[1]],)
        return self.on_method(member, body)

    def on_method(self, member, body):
        raise Refused(UNKNOWN)


class PlasmaNotifications(Properties):
    """The notification daemon of KDE: `Inhibited`."""

    NAME = INTERFACE = "org.freedesktop.Notifications"


class Xfconfd(Properties):
    """The settings service of Xfce; `values` by (channel, property)."""

    NAME = "org.xfce.Xfconf"

    def __init__(self, address: str, switches) -> None:
        self.switches = switches
        super().__init__(address)

    def on_method(self, member, body):
        if member == "GetProperty" and tuple(body) in self.switches:
            return "v", (self.switches[tuple(body)],)
        raise Refused("org.xfce.Xfconf.Error.PropertyNotFound")


class SettingsPortal(Properties):
    """The settings portal; it wraps what `Read` returns twice."""

    NAME = "org.freedesktop.portal.Desktop"

    def on_method(self, member, body):
        wanted = ("org.gnome.desktop.notifications", "show-banners")
        if member == "Read" and tuple(body) == wanted and "banners" in self.values:
            return "v", (("v", ("b", self.values["banners"])),)
        raise Refused("org.freedesktop.portal.Error.NotFound")


class ScreenSaver(Properties):
    """A screen saver by one of its names."""

    def __init__(self, address, name="org.gnome.ScreenSaver", active=False):
        self.NAME, self.active = name, active
        self.path = "/" + name.replace(".", "/")
        super().__init__(address)

    def on_method(self, member, body):
        if member == "GetActive":
            return "b", (self.active,)
        raise Refused(UNKNOWN)

    def becomes(self, active):
        self.active = active
        self.emit(self.path, self.NAME, "ActiveChanged", "b", (active,))


class Logind(Properties):
    """The login manager with one session of this user, and one of somebody else."""

    NAME = "org.freedesktop.login1"
    INTERFACE = "org.freedesktop.login1.Session"
    MANAGER = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager")
    OURS = "/org/freedesktop/login1/session/_31"
    THEIRS = "/org/freedesktop/login1/session/_32"

    def __init__(self, address, *, by=("name", "process", "display", "list"), **values):
        """`by` is what finds our session."""
        self.by = by
        self.heard = []
        self.found = threading.Event()
        values = {"LockedHint": ("b", False), "Active": ("b", True), **values}
        super().__init__(address, **values)

    def on_call(self, interface, member, body, sender):
        if interface == PROPERTIES and member == "Get" and body[1] == "Display":
            if "display" not in self.by:
                return "v", (("(so)", ("", "/")),)
            return "v", (("(so)", ("1", self.OURS)),)
        if member == "Get" and body[1] == "Active":
            self.found.set()
        return super().on_call(interface, member, body, sender)

    def on_method(self, member, body):
        self.heard.append((member, tuple(body)))
        if member == "GetSession" and "name" in self.by and body[0] == "1":
            return "o", (self.OURS,)
        if member == "GetSessionByPID" and "process" in self.by:
            return "o", (self.OURS,)
        if member == "GetUser":
            return "o", ("/org/freedesktop/login1/user/_0",)
        if member == "ListSessions" and "list" in self.by:
            ours = ("1", os.getuid(), "me", "seat0", self.OURS)
            theirs = ("2", os.getuid() + 1, "them", "seat0", self.THEIRS)
            return "a(susso)", ([theirs, ours],)
        raise Refused("org.freedesktop.login1.NoSuchSession")

    def prepares_for_sleep(self, going):
        self.emit(*self.MANAGER, "PrepareForSleep", "b", (going,))

    def asks(self, member, path=None):
        """Send Lock or Unlock to our session, or to another one."""
        self.emit(path or self.OURS, self.INTERFACE, member, None, ())

    def changes(self, path=None, **values):
        self.values |= values
        body = (self.INTERFACE, values, [])
        signature = "sa{sv}as"
        path = path or self.OURS
        self.emit(path, PROPERTIES, "PropertiesChanged", signature, body)
