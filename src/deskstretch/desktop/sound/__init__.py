"""Plays the short sounds of a session, by whatever this desktop plays with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from deskstretch.desktop import paths
from deskstretch.desktop.child import find
from deskstretch.desktop.once import Once
from deskstretch.desktop.sound.loudness import share, softened
from deskstretch.desktop.ways import FirstThatWorks, Found
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.ways import Way

__all__ = ["Sounds", "available"]


class Sounds(FirstThatWorks):
    """Plays one sound at a time; a newer one replaces an older one.

    The sounds are those of `assets/sounds` by name. Nothing waits: a player that
    hangs is killed, one that fails makes room for the next.
    """

    def play(self, name: str, volume: int) -> None:
        """Play a sound, from 0 (not at all) to 100 loud."""
        self.do(name, volume)


def available(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Found:
    """Return the ways to play that are installed, or a sentence why there is none.

    Only looks for programs, and starts none.

    Args:
        platform: as `sys.platform` names it.
        environment: of the session; `PATH` is used.
    """
    if platform == "win32":
        from deskstretch.desktop.sound.windows import WinSound  # noqa: PLC0415

        return Found((WinSound(_bytes),))
    players = {"darwin": ("afplay",)}.get(platform, ("pw-play", "paplay", "aplay"))
    ways: list[Way] = [
        _BY[player](program)
        for player in players
        if (program := find(player, environment))
    ]
    if ways:
        return Found(tuple(ways))
    if platform == "darwin":
        return Found((), words("The program afplay was not found."))
    return Found(
        (),
        words("Nothing here can play sounds. PipeWire, PulseAudio or alsa-utils can."),
    )


def _pw_play(program: str) -> Once:
    def command(name: str, volume: int) -> tuple[str, ...]:
        return (program, f"--volume={share(volume):.3f}", _file(name))

    return Once("pw-play", command)


def _paplay(program: str) -> Once:
    def command(name: str, volume: int) -> tuple[str, ...]:
        whole = 0x10000  # its own scale is even to the ear
        return (program, f"--volume={round(whole * volume / 100)}", _file(name))

    return Once("paplay", command)


def _aplay(program: str) -> Once:
    """Return ALSA's player; it has no volume, so it reads a softened copy."""

    def told(name: str, volume: int) -> bytes:
        return softened(_bytes(name), volume)

    return Once("aplay", lambda _name, _volume: (program, "-q", "-"), told)


def _afplay(program: str) -> Once:
    """Return macOS's player. Not run on that system yet."""

    def command(name: str, volume: int) -> tuple[str, ...]:
        return (program, "-v", f"{share(volume):.3f}", _file(name))

    return Once("afplay", command)


_BY = {"pw-play": _pw_play, "paplay": _paplay, "aplay": _aplay, "afplay": _afplay}


def _file(name: str) -> str:
    return str(paths.assets_folder("sounds") / f"{name}.wav")


def _bytes(name: str) -> bytes:
    return paths.asset(f"sounds/{name}.wav")
