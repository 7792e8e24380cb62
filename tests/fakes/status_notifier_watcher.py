"""A tray without a panel: takes items and plays the person who uses them."""

from __future__ import annotations

from typing import Self

from tests.fakes.service import Caller, FakeService, Refused

_NAME = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class StatusNotifierWatcher(FakeService):
    """Says that there is a tray and notes who registers in it (`items`)."""

    NAME = _NAME

    def __init__(self, address: str) -> None:
        self.address = address
        self.items: list[str] = []
        super().__init__(address)

    def on_call(self, interface, member, body, sender):
        if member == "RegisterStatusNotifierItem":
            self.items.append(sender if body[0].startswith("/") else body[0])
            return "", ()
        if member == "RegisterStatusNotifierHost":
            return "", ()
        if interface == _PROPERTIES and member == "Get":
            return "v", (self._properties()[body[1]],)
        if interface == _PROPERTIES and member == "GetAll":
            return "a{sv}", (self._properties(),)
        if member == "Introspect":
            return "s", ("<node/>",)
        raise Refused("org.freedesktop.DBus.Error.UnknownMethod")

    def _properties(self):
        return {
            "RegisteredStatusNotifierItems": ("as", list(self.items)),
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
        }

    def person(self) -> TrayPerson:
        """The person in front of the newest item."""
        return TrayPerson(self.address, self.items[-1])


class TrayPerson:
    """Reads and clicks one tray item. Blocks: not for the item's own thread."""

    def __init__(self, address: str, item: str) -> None:
        self._caller = Caller(address)
        self._item = item

    def close(self) -> None:
        self._caller.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reads(self) -> dict:
        """Every property of the item by its name: ToolTip, Status, IconPixmap…"""
        found = self._caller.call(
            self._item, "/StatusNotifierItem", _PROPERTIES, "GetAll", "s", (_ITEM,)
        )[0]
        return {name: value for name, (_, value) in found.items()}

    def clicks(self) -> None:
        self._caller.call(
            self._item, "/StatusNotifierItem", _ITEM, "Activate", "ii", (10, 10)
        )

    def opens_menu(self) -> list[dict]:
        """The rows of the menu, each with its `id` and what it shows."""
        path = self.reads()["Menu"]
        self._caller.call(self._item, path, _MENU, "AboutToShow", "i", (0,))
        layout = self._caller.call(
            self._item, path, _MENU, "GetLayout", "iias", (0, -1, [])
        )
        return _rows(layout[1])

    def chooses(self, label: str) -> None:
        """Click the row of that label, wherever in the menu it is."""
        path = self.reads()["Menu"]
        row = next(row for row in self.opens_menu() if row.get("label") == label)
        self._caller.call(
            self._item,
            path,
            _MENU,
            "Event",
            "isvu",
            (row["id"], "clicked", ("s", ""), 0),
        )


def _rows(node) -> list[dict]:
    rows = []
    for _, (number, shown, children) in node[2]:
        rows.append({"id": number, **{key: value for key, (_, value) in shown.items()}})
        rows += _rows((number, shown, children))
    return rows
