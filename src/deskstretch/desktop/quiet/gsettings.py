"""Do not disturb in GNOME, asked of `gsettings`: banners are off."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet import child
from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.quiet.source import Answer

_BANNERS = ("get", "org.gnome.desktop.notifications", "show-banners")
_DESKTOPS = frozenset({"gnome", "gnome-classic", "unity", "budgie"})


class GSettings:
    """`show-banners`, by a child process: dconf has no other reading door.

    Only in a desktop of the GNOME family, which alone keeps to the setting.
    """

    name = "gsettings-show-banners"
    reasons = frozenset({"do-not-disturb"})

    def __init__(self, program: str) -> None:
        self._program = program

    @classmethod
    def here(cls, environment: Mapping[str, str]) -> GSettings | None:
        """Return it where this is such a desktop and the program is there."""
        desktops = environment.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
        program = shutil.which("gsettings", path=environment.get("PATH"))
        if _DESKTOPS.isdisjoint(desktops) or program is None:
            return None
        return cls(program)

    def look(self, answer: Answer) -> None:
        def done(output: str | None) -> None:
            said = {"true": NONE, "false": self.reasons}
            answer(said.get((output or "").strip()))

        child.ask((self._program, *_BANNERS), done)
