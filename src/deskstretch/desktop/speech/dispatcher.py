"""speech-dispatcher on Linux, by its own `spd-say`."""

from __future__ import annotations

from deskstretch.desktop.speech.standing import Standing

_CANCEL = "!-!CANCEL SELF\n"


def spd_say(program: str, stdbuf: str, language: str) -> Standing:
    """Return the way by `spd-say`, which speaks what it reads line by line.

    A line that begins with `!-!` is a command to the service (0.11, tried). The last
    one says nothing new: the program writes back each line before it obeys, so this
    one comes when the service has taken the cue. It keeps them to itself until it
    ends, though, unless `stdbuf` of coreutils has it write line by line.
    """
    command = (stdbuf, "-oL", program, "--application-name", "DeskStretch")
    spoken = ("--pipe-mode", "--priority", "message", "--language", language)
    return Standing("speech-dispatcher", (*command, *spoken), _lines, _CANCEL)


def _lines(text: str, volume: int) -> str:
    loud = f"!-!SET SELF VOLUME {2 * volume - 100}\n"  # from -100 to 100
    return f"{_CANCEL}{loud}{text.lstrip('!-')}\n{loud}"
