"""The few calls of libxcb and libxcb-sync that idle time needs, by ctypes.

Both libraries are there wherever Qt's own X11 plugin works. libxcb and not Xlib,
whose error handlers end the process.
"""

from __future__ import annotations

import ctypes
import struct
from ctypes import c_char_p, c_int, c_uint8, c_uint32, c_void_p
from typing import TYPE_CHECKING, Any, TypeAlias

from deskstretch.desktop.idle.source import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ALL_ALARM_VALUES = 0x3F
_EVENT_SIZE = 32
_REPLY_HEADER = 32
_LARGEST = 2**63 - 1

RISES, FALLS = 0, 1
"""Alarms go off when the counter rises to a value, or falls to it."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class XConnection:
    """A private connection to an X server with the SYNC extension.

    Numbers of 64 bits travel as two halves, the upper one signed. Once the server
    is gone, `broken` is True and every call is harmless.
    """

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            Unavailable: no library, no server, or no SYNC extension there.
        """
        try:
            self._xcb = _declare(ctypes.CDLL("libxcb.so.1"), _XCB)
            self._sync = _declare(ctypes.CDLL("libxcb-sync.so.1"), _SYNC)
            self._libc = _declare(ctypes.CDLL(None), _LIBC)
        except (OSError, AttributeError) as error:
            raise Unavailable(f"a library of X11 is missing ({error})") from None
        self._connection = c_void_p(self._xcb.xcb_connect(display.encode(), None))
        self._closed = False
        self._first_event = 0
        if self.broken:
            self.close()
            raise Unavailable(f"no X server answers at {display}")
        try:
            self._begin()
        except Unavailable:
            self.close()
            raise

    @property
    def broken(self) -> bool:
        return self._closed or bool(
            self._xcb.xcb_connection_has_error(self._connection)
        )

    @property
    def descriptor(self) -> int:
        """The file descriptor that is readable when something has come."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def counters(self) -> dict[str, int]:
        """Return the server's own counters: name and number.

        The reply is read by hand: the library's accessor is two bytes off (a
        header of 14 bytes on the wire, 16 in its structure).
        """
        reply = self._reply("list_system_counters")
        if reply is None:
            return {}
        (count,) = struct.unpack_from("=I", reply, 8)
        return dict(_read_counters(reply[_REPLY_HEADER:], count))

    def value(self, counter: int) -> int | None:
        """Return what a counter stands at, or None if the server is gone."""
        reply = self._reply("query_counter", counter)
        return None if reply is None else _join(*struct.unpack_from("=iI", reply, 8))

    def set_alarm(self, counter: int, value: int, direction: int) -> int:
        """Ask for an event each time the counter rises or falls to the value."""
        if self.broken:
            return 0
        alarm = int(self._xcb.xcb_generate_id(self._connection))
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
        self._xcb.xcb_flush(self._connection)
        return alarm

    def drop_alarm(self, alarm: int) -> None:
        if not self.broken:
            self._sync.xcb_sync_destroy_alarm(self._connection, alarm)
            self._xcb.xcb_flush(self._connection)

    def alarms_gone_off(self) -> Iterator[tuple[int, int]]:
        """Take what has come: each alarm and the counter's value at the time."""
        while not self.broken:
            address = self._xcb.xcb_poll_for_event(self._connection)
            if not address:
                return
            event = ctypes.string_at(address, _EVENT_SIZE)
            self._libc.free(address)
            if event[0] & 0x7F == self._first_event + 1:
                alarm, upper, lower = struct.unpack_from("=IiI", event, 4)
                yield alarm, _join(upper, lower)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._xcb.xcb_disconnect(self._connection)

    def _begin(self) -> None:
        key = ctypes.addressof(ctypes.c_char.in_dll(self._sync, "xcb_sync_id"))
        data = self._xcb.xcb_get_extension_data(self._connection, key)
        answer = ctypes.string_at(data, 12) if data else bytes(12)
        if not answer[8]:
            raise Unavailable("the X server has no SYNC extension")
        self._first_event = answer[10]
        if self._reply("initialize", 3, 1) is None:
            raise Unavailable("the X server's SYNC extension does not answer")

    def _reply(self, request: str, *arguments: int) -> bytes | None:
        """Ask and wait for the answer; None if there is none."""
        if self.broken:
            return None
        ask = getattr(self._sync, f"xcb_sync_{request}")
        answer = getattr(self._sync, f"xcb_sync_{request}_reply")
        address = answer(self._connection, ask(self._connection, *arguments), None)
        if not address:
            return None
        (words,) = struct.unpack_from("=I", ctypes.string_at(address, 8), 4)
        reply = ctypes.string_at(address, _REPLY_HEADER + words * 4)
        self._libc.free(address)
        return reply


def _join(upper: int, lower: int) -> int:
    return upper << 32 | lower


def _read_counters(data: bytes, count: int) -> Iterator[tuple[str, int]]:
    at = 0
    for _ in range(count):
        number, length = struct.unpack_from("=I8xH", data, at)
        yield data[at + 14 : at + 14 + length].decode("ascii", "replace"), number
        at += 14 + length + 3 & ~3  # the next one begins at a multiple of four


def _declare(library: ctypes.CDLL, functions: _Functions) -> ctypes.CDLL:
    for name, (result, *arguments) in functions.items():
        function = getattr(library, name)  # by index it would be a new one each time
        function.restype = result
        function.argtypes = arguments
    return library


_Functions: TypeAlias = "Mapping[str, tuple[Any, ...]]"

_XCB: _Functions = {
    "xcb_connect": (c_void_p, c_char_p, c_void_p),
    "xcb_connection_has_error": (c_int, c_void_p),
    "xcb_get_file_descriptor": (c_int, c_void_p),
    "xcb_get_extension_data": (c_void_p, c_void_p, c_void_p),
    "xcb_generate_id": (c_uint32, c_void_p),
    "xcb_flush": (c_int, c_void_p),
    "xcb_poll_for_event": (c_void_p, c_void_p),
    "xcb_disconnect": (None, c_void_p),
}
_SYNC: _Functions = {
    "xcb_sync_initialize": (_Cookie, c_void_p, c_uint8, c_uint8),
    "xcb_sync_initialize_reply": (c_void_p, c_void_p, _Cookie, c_void_p),
    "xcb_sync_list_system_counters": (_Cookie, c_void_p),
    "xcb_sync_list_system_counters_reply": (c_void_p, c_void_p, _Cookie, c_void_p),
    "xcb_sync_query_counter": (_Cookie, c_void_p, c_uint32),
    "xcb_sync_query_counter_reply": (c_void_p, c_void_p, _Cookie, c_void_p),
    "xcb_sync_create_alarm": (_Cookie, c_void_p, c_uint32, c_uint32, c_char_p),
    "xcb_sync_destroy_alarm": (_Cookie, c_void_p, c_uint32),
}
_LIBC: _Functions = {"free": (None, c_void_p)}
