"""What every way to show a notification has in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT = "default"
"""The key of a click on the notification itself."""


@dataclass(frozen=True, slots=True)
class Notification:
    """One message to show.

    Attributes:
        id: our own number for it, from 1; showing the same number again replaces.
        title: one line.
        body: a few lines of plain text.
        actions: what the buttons say, by their keys, in order.
        stays_s: how long it should stay, where the desktop lets us say so.
    """

    id: int
    title: str
    body: str
    actions: Mapping[str, str] = field(default_factory=dict)
    stays_s: float = 45.0


class Backend(QObject):
    """One way to show notifications.

    For each `show` there is one `shown` or one `failed` with a reason, never
    before `show` has returned. `chosen` tells a button, or DEFAULT, and `closed`
    that what was shown is gone. What was withdrawn is not spoken of again.
    """

    name = ""
    shown = Signal(int)
    failed = Signal(int, str)
    chosen = Signal(int, str)
    closed = Signal(int)

    @property
    def likely(self) -> bool:
        """Whether it is worth a try, as far as can be seen without trying."""
        return True

    def show(self, notification: Notification) -> None:
        raise NotImplementedError

    def withdraw(self, number: int) -> None:
        """Take back what was shown, where that can be done."""


def cleaned(text: str, most: int, *, lines: bool = False) -> str:
    """Return text that no desktop chokes on, at most so many characters.

    Control characters and halves of characters would break the message itself, or
    be carried out by a terminal. With `lines` a line break stays one.
    """
    kept = "".join(_kept(each, lines=lines) for each in text).strip()
    return kept if len(kept) <= most else kept[: most - 1].rstrip() + "…"


def _kept(sign: str, *, lines: bool) -> str:
    if sign.isspace():
        return sign if lines and sign == "\n" else " "
    number = ord(sign)
    control = number < 0x20 or 0x7F <= number < 0xA0
    half = 0xD800 <= number < 0xE000
    return "" if control or half else sign
