"""Makes the sounds of a session: `python packaging/sounds/make_sounds.py`.

Each is a sum of sine tones, struck softly (the attack takes long enough not to
click), dying away, and quiet: at its loudest less than half of what a file can
hold. 16 kHz, mono, 16 bits: enough for tones below 4 kHz, and small.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 16_000
PEAK = 0.4
FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"


@dataclass(frozen=True)
class Tone:
    """One struck tone: pitch in Hz, start and time to 1/e of its strength in s."""

    hertz: float
    start_s: float
    fades_s: float
    strength: float = 1.0
    attack_s: float = 0.012

    def at(self, seconds: float) -> float:
        """Return the tone's value at a time; the overtones fade sooner."""
        since = seconds - self.start_s
        if since <= 0:
            return 0.0
        rise = 0.5 - 0.5 * math.cos(math.pi * min(1.0, since / self.attack_s))
        value = 0.0
        for partial, share in ((1.0, 1.0), (2.0, 0.22), (3.0, 0.06)):
            fade = math.exp(-since * partial / self.fades_s)
            turns = 2 * math.pi * self.hertz * partial * since
            value += share * fade * math.sin(turns)
        return self.strength * rise * value


SOUNDS: dict[str, tuple[float, float, tuple[Tone, ...]]] = {
    # name: seconds, peak, tones. A fourth up for a change, home again at the end.
    "change": (0.5, PEAK, (Tone(587.33, 0.0, 0.13), Tone(783.99, 0.11, 0.13))),
    "end": (
        0.66,
        PEAK,
        (Tone(783.99, 0.0, 0.13), Tone(587.33, 0.13, 0.16), Tone(392.0, 0.26, 0.16)),
    ),
    "tick": (0.06, 0.5 * PEAK, (Tone(880.0, 0.0, 0.012, attack_s=0.005),)),
}


def samples(name: str) -> list[int]:
    """Return a sound's samples, the last few fading to silence."""
    seconds, peak, tones = SOUNDS[name]
    count = round(seconds * RATE)
    tail = round(0.03 * RATE)
    plain = [
        sum(tone.at(n / RATE) for tone in tones) * min(1.0, (count - 1 - n) / tail)
        for n in range(count)
    ]
    loudest = max(abs(value) for value in plain)
    return [round(value / loudest * peak * 32767) for value in plain]


def main() -> None:
    """Write every sound."""
    FOLDER.mkdir(exist_ok=True)
    for name in SOUNDS:
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            numbers = samples(name)
            file.writeframes(struct.pack(f"<{len(numbers)}h", *numbers))


if __name__ == "__main__":
    main()
