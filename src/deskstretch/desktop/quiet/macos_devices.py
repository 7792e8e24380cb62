"""Camera and microphone on macOS, by Core Audio and CoreMediaIO.

Not run on this system yet.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, c_uint32
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskstretch.desktop.quiet.source import Answer

_FRAMEWORKS = "/System/Library/Frameworks"
_SYSTEM_OBJECT = 1  # kAudioObjectSystemObject, kCMIOObjectSystemObject
_MOST_DEVICES = 64


class _Address(ctypes.Structure):
    """Which property: selector, scope and element."""

    _fields_ = (("selector", c_uint32), ("scope", c_uint32), ("element", c_uint32))


def _property(selector: str) -> _Address:
    return _Address(_code(selector), _code("glob"), 0)


def _code(text: str) -> int:
    """Return the number that four characters stand for."""
    return int.from_bytes(text.encode("ascii"), "big")


def _microphones() -> Iterable[bool]:
    """Yield whether the usual input device runs in any program."""
    audio = ctypes.CDLL(f"{_FRAMEWORKS}/CoreAudio.framework/CoreAudio")
    device = _audio_number(audio, _SYSTEM_OBJECT, "dIn ")
    yield device != 0 and _audio_number(audio, device, "gone") != 0


def _audio_number(audio: ctypes.CDLL, owner: int, selector: str) -> int:
    value, size = c_uint32(0), c_uint32(4)
    address = _property(selector)
    failed = audio.AudioObjectGetPropertyData(
        c_uint32(owner), byref(address), c_uint32(0), None, byref(size), byref(value)
    )
    return 0 if failed else value.value


def _cameras() -> Iterable[bool]:
    """Yield of each camera whether it runs in any program."""
    media = ctypes.CDLL(f"{_FRAMEWORKS}/CoreMediaIO.framework/CoreMediaIO")
    devices = _media_numbers(media, _SYSTEM_OBJECT, "dev#")
    return (_media_numbers(media, one, "gone") == [1] for one in devices)


def _media_numbers(media: ctypes.CDLL, owner: int, selector: str) -> list[int]:
    values, used = (c_uint32 * _MOST_DEVICES)(), c_uint32(0)
    address = _property(selector)
    failed = media.CMIOObjectGetPropertyData(
        c_uint32(owner),
        byref(address),
        c_uint32(0),
        None,
        c_uint32(ctypes.sizeof(values) if selector == "dev#" else 4),
        byref(used),
        byref(values),
    )
    return [] if failed else list(values[: used.value // 4])


class MacDevice:
    """`…DeviceIsRunningSomewhere` of the devices of one sort."""

    def __init__(
        self, name: str, reason: str, running: Callable[[], Iterable[bool]]
    ) -> None:
        self.name = name
        self.reasons = frozenset({reason})
        self._running = running

    @classmethod
    def microphone(cls) -> MacDevice:
        return cls("coreaudio-input", "microphone", _microphones)

    @classmethod
    def camera(cls) -> MacDevice:
        return cls("coremediaio-devices", "camera", _cameras)

    def look(self, answer: Answer) -> None:
        try:
            runs = any(self._running())
        except (OSError, AttributeError):
            answer(None)
        else:
            answer(self.reasons if runs else NONE)
