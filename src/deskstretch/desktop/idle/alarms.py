"""The counters and alarms of an X server: its SYNC extension, by libxcb-sync."""

from __future__ import annotations

import ctypes
import struct
from ctypes import c_char_p, c_uint8, c_uint32, c_void_p
from typing import TYPE_CHECKING

from deskstretch.desktop.xcb import REPLY_HEADER, Connection, Cookie, NoXServer, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.desktop.xcb import Functions

_ALL_ALARM_VALUES = 0x3F
_LARGEST = 2**63 - 1

RISES, FALLS = 0, 1
"""Alarms go off when the counter rises to a value, or falls to it."""


class Alarms(Connection):
    """A private connection to an X server with the SYNC extension.

    Numbers of 64 bits travel as two halves, the upper one signed.
    """

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            NoXServer: no library, no server, or no SYNC extension there.
        """
        self._sync = load("libxcb-sync.so.1", _SYNC)
        self._first_event = 0
        super().__init__(display)
        try:
            self._begin()
        except NoXServer:
            self.close()
            raise

    def counters(self) -> dict[str, int]:
        """Return the server's own counters: name and number.

        The reply is read by hand: the library's accessor is two bytes off (a
        header of 14 bytes on the wire, 16 in its structure).
        """
        reply = self._reply("list_system_counters")
        if reply is None:
            return {}
        (count,) = struct.unpack_from("=I", reply, 8)
        return dict(_read_counters(reply[REPLY_HEADER:], count))

    def value(self, counter: int) -> int | None:
        """Return what a counter stands at, or None if the server is gone."""
        reply = self._reply("query_counter", counter)
        return None if reply is None else _join(*struct.unpack_from("=iI", reply, 8))

    def set_alarm(self, counter: int, value: int, direction: int) -> int:
        """Ask for an event each time the counter rises or falls to the value."""
        if self.broken:
            return 0
        alarm = self.new_id()
        value = max(0, min(value, _LARGEST))
        values = struct.pack(
            "=IIiIIiII",
            counter,
            0,  # the value is absolute
            value >> 32,
            value & 0xFFFFFFFF,
            direction,
            0,  # a delta of nothing: the same value again, every time
            0,
            1,  # events, please
        )
        self._sync.xcb_sync_create_alarm(
            self._connection, alarm, _ALL_ALARM_VALUES, values
        )
        self.flush()
        return alarm

    def drop_alarm(self, alarm: int) -> None:
        if not self.broken:
            self._sync.xcb_sync_destroy_alarm(self._connection, alarm)
            self.flush()

    def alarms_gone_off(self) -> Iterator[tuple[int, int]]:
        """Take what has come: each alarm and the counter's value at the time."""
        for event in self.events():
            if event[0] & 0x7F == self._first_event + 1:
                alarm, upper, lower = struct.unpack_from("=IiI", event, 4)
                yield alarm, _join(upper, lower)

    def _begin(self) -> None:
        present, self._first_event = self.extension(
            ctypes.c_char.in_dll(self._sync, "xcb_sync_id")
        )
        if not present:
            raise NoXServer("the X server has no SYNC extension")
        if self._reply("initialize", 3, 1) is None:
            raise NoXServer("the X server's SYNC extension does not answer")

    def _reply(self, request: str, *arguments: int) -> bytes | None:
        return self.ask(self._sync, f"xcb_sync_{request}", *arguments)


def _join(upper: int, lower: int) -> int:
    return upper << 32 | lower


def _read_counters(data: bytes, count: int) -> Iterator[tuple[str, int]]:
    at = 0
    for _ in range(count):
        number, length = struct.unpack_from("=I8xH", data, at)
        yield data[at + 14 : at + 14 + length].decode("ascii", "replace"), number
        at += 14 + length + 3 & ~3  # the next one begins at a multiple of four


_SYNC: Functions = {
    "xcb_sync_initialize": (Cookie, c_void_p, c_uint8, c_uint8),
    "xcb_sync_initialize_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_sync_list_system_counters": (Cookie, c_void_p),
    "xcb_sync_list_system_counters_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_sync_query_counter": (Cookie, c_void_p, c_uint32),
    "xcb_sync_query_counter_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_sync_create_alarm": (Cookie, c_void_p, c_uint32, c_uint32, c_char_p),
    "xcb_sync_destroy_alarm": (Cookie, c_void_p, c_uint32),
}
