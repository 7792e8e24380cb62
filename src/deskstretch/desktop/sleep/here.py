"""Which ways to know of sleep, lock and session switch there are on this system."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.desktop.bus import Bus
    from deskstretch.desktop.sleep.source import SessionSource


def sources(
    bus: Bus, system_bus: Bus, platform: str = sys.platform
) -> list[SessionSource]:
    """Return every source that may tell something here; none of them listens yet.

    Args:
        bus: the session's.
        system_bus: that of the machine.
        platform: as `sys.platform` names it.
    """
    if platform == "win32":
        from deskstretch.desktop.sleep.windows import WindowsSession  # noqa: PLC0415

        return [WindowsSession()]
    if platform == "darwin":
        from deskstretch.desktop.sleep.macos import MacSession  # noqa: PLC0415

        return [MacSession()]
    from deskstretch.desktop.sleep.logind import Logind  # noqa: PLC0415
    from deskstretch.desktop.sleep.screen_saver import ScreenSaver  # noqa: PLC0415

    return [Logind(system_bus), *ScreenSaver.all(bus)]
