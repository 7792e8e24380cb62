"""Camera: a program of the user's holds one open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet import processes
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from deskstretch.desktop.quiet.source import Answer

DEVICES = Path("/dev")


class Camera:
    """The open files of the user's processes: `/dev/video…` among them or not.

    On a machine without a camera there is nothing to see, and nothing is read.
    """

    name = "open-video-devices"
    reasons = frozenset({"camera"})

    def __init__(
        self, folder: Path = processes.PROCESSES, devices: Path = DEVICES
    ) -> None:
        self._folder = folder
        self._devices = devices

    def look(self, answer: Answer) -> None:
        if not any(self._devices.glob("video*")):
            answer(NONE)
            return
        wanted = str(self._devices / "video")
        try:
            found = any(
                _holds(process / "fd", wanted)
                for process in processes.own(self._folder)
            )
        except processes.TooLong:
            answer(None)
        else:
            answer(self.reasons if found else NONE)


def _holds(files: Path, start: str) -> bool:
    try:
        with os.scandir(files) as entries:
            return any(_target(entry.path).startswith(start) for entry in entries)
    except OSError:
        return False  # it has ended, or is not ours to look into


def _target(link: str) -> str:
    try:
        return os.readlink(link)  # noqa: PTH115 - thousands: no object for each
    except OSError:
        return ""
