"""The display kept awake on Windows. Not run on that system yet."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class ExecutionState:
    """`SetThreadExecutionState`: it holds for the thread that asks, while it lives."""

    name = "execution-state"

    def __init__(self, kernel: Any = None) -> None:  # noqa: ANN401 - a library
        self._kernel = kernel

    def hold(self, _reason: str, answered: Callable[[bool], None]) -> None:
        answered(self._set(_CONTINUOUS | _SYSTEM | _DISPLAY))

    def release(self) -> None:
        self._set(_CONTINUOUS)

    def _set(self, flags: int) -> bool:
        """Set the state; 0 is the answer to a wrong one."""
        try:
            if self._kernel is None:
                self._kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - Windows only
            call = self._kernel.SetThreadExecutionState
            return bool(call(ctypes.c_uint(flags)))
        except (AttributeError, OSError):
            return False
