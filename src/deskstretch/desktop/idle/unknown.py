"""The honest source: it does not know."""

from __future__ import annotations

from deskstretch.desktop.idle.source import Watch


class UnknownIdle:
    """Never says that anybody is idle or back; the app counts by the clock."""

    name = "unknown"
    can_tell = False

    def watch(self, seconds: float) -> Watch:  # noqa: ARG002 - the contract's
        return Watch()

    def close(self) -> None:
        pass
