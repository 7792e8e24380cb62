"""Which ways to know that it should be quiet there are on this system."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.desktop.bus import Bus
    from deskstretch.desktop.quiet.source import QuietSource

    Wanted = Callable[[], tuple[str, ...]]


def sources(
    bus: Bus,
    programs: Wanted,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> list[QuietSource]:
    """Return every source that may know something here; none of them looks yet.

    Args:
        bus: the session's.
        programs: returns the names of the programs that mean quiet.
        platform: as `sys.platform` names it.
        environment: of the session.
    """
    if platform == "win32":
        return _windows(programs)
    if platform == "darwin":
        return _macos(programs)
    return _linux(bus, programs, environment)


def _linux(
    bus: Bus, programs: Wanted, environment: Mapping[str, str]
) -> list[QuietSource]:
    from deskstretch.desktop.quiet import full_screen  # noqa: PLC0415 - of this system
    from deskstretch.desktop.quiet.alsa import Alsa  # noqa: PLC0415
    from deskstretch.desktop.quiet.camera import Camera  # noqa: PLC0415
    from deskstretch.desktop.quiet.dunst import Dunst  # noqa: PLC0415
    from deskstretch.desktop.quiet.gsettings import GSettings  # noqa: PLC0415
    from deskstretch.desktop.quiet.inhibited import Inhibited  # noqa: PLC0415
    from deskstretch.desktop.quiet.pipewire import PipeWire  # noqa: PLC0415
    from deskstretch.desktop.quiet.portal import Portal  # noqa: PLC0415
    from deskstretch.desktop.quiet.programs import Programs  # noqa: PLC0415
    from deskstretch.desktop.quiet.pulse import Pulse  # noqa: PLC0415
    from deskstretch.desktop.quiet.xfce import Xfce  # noqa: PLC0415

    perhaps = (
        Inhibited(bus),
        Dunst(bus),
        Portal(bus),
        GSettings.here(environment),
        Xfce.do_not_disturb(bus),
        Xfce.presentation(bus),
        full_screen.here(environment),
        Camera(),
        Alsa(),
        Pulse.here(environment) or PipeWire.here(environment),
        Programs(programs),
    )
    return [source for source in perhaps if source is not None]


def _windows(programs: Wanted) -> list[QuietSource]:
    from deskstretch.desktop.quiet.program_list import (  # noqa: PLC0415
        WINDOWS,
        ProgramList,
    )
    from deskstretch.desktop.quiet.windows_devices import (  # noqa: PLC0415
        WindowsDevice,
    )
    from deskstretch.desktop.quiet.windows_state import WindowsState  # noqa: PLC0415

    return [
        WindowsState(),
        WindowsDevice("webcam", "camera"),
        WindowsDevice("microphone", "microphone"),
        ProgramList(WINDOWS, programs),
    ]


def _macos(programs: Wanted) -> list[QuietSource]:
    from deskstretch.desktop.quiet.macos_devices import MacDevice  # noqa: PLC0415
    from deskstretch.desktop.quiet.program_list import (  # noqa: PLC0415
        MACOS,
        ProgramList,
    )

    return [MacDevice.microphone(), MacDevice.camera(), ProgramList(MACOS, programs)]
