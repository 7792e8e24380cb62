"""The few calls of libxcb that DeskStretch needs, by ctypes.

The library is there wherever Qt's own X11 plugin works, and is loaded at the first
connection. libxcb and not Xlib, whose error handlers end the process.
"""

from __future__ import annotations

import ctypes
import struct
from ctypes import (
    POINTER,
    c_char_p,
    c_int,
    c_int16,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Functions: TypeAlias = Mapping[str, tuple[Any, ...]]

REPLY_HEADER = 32
_EVENT_SIZE = 32
_ANY_TYPE = 0
_LONGEST_PROPERTY = 4096  # in words of 32 bits


class NoXServer(Exception):  # noqa: N818 - a state of things, not an error
    """There is no connection; the message is one plain reason."""


class NoLibrary(NoXServer):
    """Nor can one be tried: a library of X11 is missing."""


class Cookie(ctypes.Structure):
    """What a request returns, to ask for its reply with."""

    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    """Where the server's list of screens is at."""

    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))


class Connection:
    """A private connection to an X server.

    Once the server is gone, `broken` is True and every call is harmless.
    """

    def __init__(self, display: str) -> None:
        """Connect to the server of that name, the one of `DISPLAY`.

        Raises:
            NoLibrary: libxcb is missing.
            NoXServer: nobody answers there.
        """
        if not display:
            raise NoXServer("DISPLAY is not set")
        self._xcb = load("libxcb.so.1", _XCB)
        self._libc = load(None, _LIBC)
        screen = c_int(0)
        address = self._xcb.xcb_connect(display.encode(), ctypes.byref(screen))
        self._connection = c_void_p(address)
        self._closed = False
        self._atoms: dict[str, int] = {}
        self.screen = screen.value
        """The number of the screen that the name of the display asks for."""
        if self.broken:
            self.close()
            raise NoXServer(f"no X server answers at {display}")

    @property
    def broken(self) -> bool:
        return self._closed or bool(
            self._xcb.xcb_connection_has_error(self._connection)
        )

    @property
    def descriptor(self) -> int:
        """The file descriptor that is readable when something has come."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def selection_owner(self, name: str) -> int:
        """Return the window that owns a selection; 0 if there is none."""
        atom = self.atom(name)
        return self._number("xcb_get_selection_owner", atom) if atom else 0

    @property
    def root(self) -> int:
        """The window behind all others of the screen."""
        setup = self._xcb.xcb_get_setup(self._connection)
        screens = self._xcb.xcb_setup_roots_iterator(setup)
        for _ in range(self.screen):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        return int(struct.unpack("=I", ctypes.string_at(screens.data, 4))[0])

    def atom(self, name: str) -> int:
        """Return the number that stands for a name, asked for once; 0 without one."""
        if name not in self._atoms:
            data = name.encode()
            self._atoms[name] = self._number("xcb_intern_atom", 0, len(data), data)
        return self._atoms[name]

    def read_property(self, window: int, name: str) -> bytes:
        """Return a property of a window, at most 16 KiB; empty without one."""
        wanted = (0, window, self.atom(name), _ANY_TYPE, 0, _LONGEST_PROPERTY)
        reply = self.ask(self._xcb, "xcb_get_property", *wanted)
        if reply is None:
            return b""
        size = reply[1] // 8 * int(struct.unpack_from("=I", reply, 16)[0])
        return reply[REPLY_HEADER : REPLY_HEADER + size]

    def geometry(self, window: int) -> tuple[int, int, int, int] | None:
        """Return where a window is on the screen: x, y, width, height."""
        size = self.ask(self._xcb, "xcb_get_geometry", window)
        corner = self.ask(
            self._xcb, "xcb_translate_coordinates", window, self.root, 0, 0
        )
        if size is None or corner is None:
            return None
        x, y = struct.unpack_from("=hh", corner, 12)
        width, height = struct.unpack_from("=HH", size, 16)
        return x, y, width, height

    def close(self) -> None:
        """Hang up; the second time it is nothing."""
        if not self._closed:
            self._closed = True
            self._xcb.xcb_disconnect(self._connection)

    def new_id(self) -> int:
        """Return a number for something that this connection is to make."""
        return int(self._xcb.xcb_generate_id(self._connection))

    def flush(self) -> None:
        """Send what has been asked for."""
        self._xcb.xcb_flush(self._connection)

    def extension(self, identity: ctypes.c_char) -> tuple[bool, int]:
        """Say whether the server has an extension, and its first event's number."""
        key = ctypes.addressof(identity)
        data = self._xcb.xcb_get_extension_data(self._connection, key)
        answer = ctypes.string_at(data, 12) if data else bytes(12)
        return bool(answer[8]), answer[10]

    def events(self) -> Iterator[bytes]:
        """Take the events that have come, 32 bytes each."""
        while not self.broken:
            address = self._xcb.xcb_poll_for_event(self._connection)
            if not address:
                return
            event = ctypes.string_at(address, _EVENT_SIZE)
            self._libc.free(address)
            yield event

    def ask(
        self, library: ctypes.CDLL, request: str, *arguments: object
    ) -> bytes | None:
        """Send a request and wait for its reply; None if there is none."""
        if self.broken:
            return None
        cookie = getattr(library, request)(self._connection, *arguments)
        receive = getattr(library, f"{request}_reply")
        address = receive(self._connection, cookie, None)
        if not address:
            return None
        (words,) = struct.unpack_from("=I", ctypes.string_at(address, 8), 4)
        reply = ctypes.string_at(address, REPLY_HEADER + words * 4)
        self._libc.free(address)
        return reply

    def _number(self, request: str, *arguments: object) -> int:
        """Ask for what is one number after the first 8 bytes; 0 without a reply."""
        reply = self.ask(self._xcb, request, *arguments)
        return 0 if reply is None else int(struct.unpack_from("=I", reply, 8)[0])


def load(name: str | None, functions: Functions) -> ctypes.CDLL:
    """Load a library (None: what this process has) and declare functions of it.

    `functions` names the type of the result and then those of the arguments.

    Raises:
        NoLibrary: it is missing, or one of the functions.
    """
    try:
        library = ctypes.CDLL(name)
        for each, (result, *arguments) in functions.items():
            function = getattr(library, each)  # by index it would be new each time
            function.restype = result
            function.argtypes = arguments
    except (OSError, AttributeError) as error:
        raise NoLibrary(f"a library of X11 is missing ({error})") from None
    return library


_XCB: Functions = {
    "xcb_connect": (c_void_p, c_char_p, POINTER(c_int)),
    "xcb_connection_has_error": (c_int, c_void_p),
    "xcb_get_file_descriptor": (c_int, c_void_p),
    "xcb_get_extension_data": (c_void_p, c_void_p, c_void_p),
    "xcb_generate_id": (c_uint32, c_void_p),
    "xcb_flush": (c_int, c_void_p),
    "xcb_poll_for_event": (c_void_p, c_void_p),
    "xcb_disconnect": (None, c_void_p),
    "xcb_intern_atom": (Cookie, c_void_p, c_uint8, c_uint16, c_char_p),
    "xcb_intern_atom_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_get_setup": (c_void_p, c_void_p),
    "xcb_setup_roots_iterator": (_Screens, c_void_p),
    "xcb_screen_next": (None, POINTER(_Screens)),
    "xcb_get_property": (
        *(Cookie, c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32),
    ),
    "xcb_get_property_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_get_geometry": (Cookie, c_void_p, c_uint32),
    "xcb_get_geometry_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_translate_coordinates": (
        *(Cookie, c_void_p, c_uint32, c_uint32, c_int16, c_int16),
    ),
    "xcb_translate_coordinates_reply": (c_void_p, c_void_p, Cookie, c_void_p),
    "xcb_get_selection_owner": (Cookie, c_void_p, c_uint32),
    "xcb_get_selection_owner_reply": (c_void_p, c_void_p, Cookie, c_void_p),
}
_LIBC: Functions = {"free": (None, c_void_p)}
