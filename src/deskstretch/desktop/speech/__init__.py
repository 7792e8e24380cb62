"""Says short texts aloud, by whatever this desktop can speak with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from deskstretch.desktop.child import find
from deskstretch.desktop.once import Once
from deskstretch.desktop.ways import FirstThatWorks, Found
from deskstretch.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.ways import Way

__all__ = ["Speech", "available"]

LONGEST = 200
"""Letters of a cue; a longer text is none."""


class Speech(FirstThatWorks):
    """Speaks one cue at a time; a newer one replaces an older one.

    Nothing is started before the first cue, and nothing waits: a program that hangs
    is killed, one that fails makes room for the next way. The text goes in by its
    standard input. `close` ends whatever still runs.
    """

    def say(self, text: str, volume: int) -> None:
        """Say a text, from 0 (not at all) to 100 loud."""
        plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        if plain:
            self.do(plain[:LONGEST], volume)


def available(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    language: str = "en",
) -> Found:
    """Return the ways to speak that are installed, or a sentence why there is none.

    Only looks for programs, and starts none.

    Args:
        platform: as `sys.platform` names it.
        environment: of the session; `PATH` is used.
        language: of the texts that will be said.
    """
    if platform == "win32":
        ways, missing = _windows(environment, language), "PowerShell was not found."
    elif platform == "darwin":
        ways, missing = _macos(environment), "The program say was not found."
    else:
        ways = _linux(environment, language)
        missing = (
            "Nothing here can speak. The package speech-dispatcher or espeak-ng can."
        )
    return Found(ways, None if ways else words(missing))


def _linux(environment: Mapping[str, str], language: str) -> tuple[Way, ...]:
    ways: list[Way] = []
    program, stdbuf = find("spd-say", environment), find("stdbuf", environment)
    if program and stdbuf:  # speaks with the voice that the user has chosen
        from deskstretch.desktop.speech.dispatcher import spd_say  # noqa: PLC0415

        ways.append(spd_say(program, stdbuf, language))
    if program := find("espeak-ng", environment):
        ways.append(espeak(program, language))
    return tuple(ways)


def espeak(program: str, language: str, *options: str) -> Once:
    """Return the way by espeak-ng; its usual amplitude, 100 of 200, is volume 70."""

    def command(_text: str, volume: int) -> tuple[str, ...]:
        loud = str(round(volume / 0.7))
        return (program, "-v", language, "-a", loud, "--stdin", *options)

    return Once("espeak-ng", command, lambda text, _volume: f"{text}\n".encode())


def _macos(environment: Mapping[str, str]) -> tuple[Way, ...]:
    program = find("say", environment)
    return (mac_say(program),) if program else ()


def mac_say(program: str) -> Once:
    """Return the way by macOS's `say`, which reads without words of its own.

    The volume is a command inside the text. Not run on that system yet.
    """

    def told(text: str, volume: int) -> bytes:
        plain = text.replace("[[", "").replace("]]", "")
        return f"[[volm {volume / 100:.2f}]] {plain}\n".encode()

    return Once("say", lambda _text, _volume: (program,), told)


def _windows(environment: Mapping[str, str], language: str) -> tuple[Way, ...]:
    program = find("powershell", environment)
    if not program:
        return ()
    from deskstretch.desktop.speech.windows import powershell  # noqa: PLC0415

    return (powershell(program, language),)
