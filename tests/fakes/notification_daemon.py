"""org.freedesktop.Notifications as a test wants it: able, poor, rude or dumb."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.service import FakeService, Refused

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"


@dataclass
class Shown:
    """One notification as it was asked for."""

    id: int
    app: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict
    expires_ms: int
    sender: str

    @property
    def buttons(self) -> dict[str, str]:
        pairs = zip(self.actions[::2], self.actions[1::2], strict=True)
        return {key: label for key, label in pairs if key != "default"}


class NotificationDaemon(FakeService):
    """Keeps what was shown in `shown` and what was withdrawn in `withdrawn`.

    `manners`: "well" answers, "refuses" answers with an error, "babbles" with what
    nobody asked for, "silent" never answers. `questions` is what it was asked.
    With `unicast` its signals go to the sender alone, as GNOME's do.
    """

    NAME = _NAME

    def __init__(
        self, address, capabilities=("body", "actions"), manners="well", unicast=False
    ) -> None:
        self.capabilities = list(capabilities)
        self.manners = manners
        self.server = "fake"
        self.questions: list[str] = []
        self.unicast = unicast
        self.shown: list[Shown] = []
        self.withdrawn: list[int] = []
        self._next = 41
        super().__init__(address)

    def on_call(self, interface, member, body, sender):
        if self.manners == "silent":
            return None
        if self.manners == "refuses":
            raise Refused("org.freedesktop.Notifications.Error.ExcessNotifications")
        if self.manners == "babbles":
            return "d", (1.5,)
        if member.startswith("Get"):
            self.questions.append(member)
        if member == "GetServerInformation":
            return "ssss", (self.server, "tests", "1", "1.2")
        if member == "GetCapabilities":
            return "as", (self.capabilities,)
        if member == "Notify":
            return self._notify(body, sender)
        if member == "CloseNotification":
            self.withdrawn.append(body[0])
            self.closes(body[0], reason=3)
            return "", ()
        raise Refused("org.freedesktop.DBus.Error.UnknownMethod")

    def _notify(self, body, sender):
        number = body[1] or self._next
        self._next += not body[1]
        self.shown.append(Shown(number, *body, sender))
        return "u", (number,)

    def presses(self, number: int, key: str) -> None:
        self._tell("ActionInvoked", "us", (number, key))

    def closes(self, number: int, reason: int = 2) -> None:
        self._tell("NotificationClosed", "uu", (number, reason))

    def _tell(self, member, signature, body):
        to = self.shown[-1].sender if self.unicast and self.shown else None
        self.emit(_PATH, _NAME, member, signature, body, to)
