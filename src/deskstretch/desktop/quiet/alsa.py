"""Microphone: a sound card of the machine records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.desktop.quiet.source import NONE

if TYPE_CHECKING:
    from deskstretch.desktop.quiet.source import Answer

SOUND = Path("/proc/asound")


class Alsa:
    """What the kernel says of every capture stream; PipeWire's and others' too."""

    name = "alsa-capture"
    reasons = frozenset({"microphone"})

    def __init__(self, sound: Path = SOUND) -> None:
        self._sound = sound

    def look(self, answer: Answer) -> None:
        for status in self._sound.glob("card*/pcm*c/sub*/status"):
            try:
                text = status.read_text(encoding="ascii", errors="replace")
            except OSError:
                continue
            if "state: RUNNING" in text:
                answer(self.reasons)
                return
        answer(NONE)
